// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/intents.h"
#include "tests/simulation/judge.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

/// What is held against the invariants at the moment when a carrier is asked, and when it takes a message.
namespace handrail::sim {

namespace {

/// The server's clock may be so far off.
constexpr qint64 slack = 5 * second;

} // namespace

void Judge::asked(const Ask& ask)
{
    const auto found = m_messages.find(MessageId(ask.message));
    if (found == m_messages.end())
        return fail(u"I3"_s, u"a carrier was asked to send to %1 what nobody shared"_s.arg(ask.to));
    ModelMessage& message = found->second;
    ++message.asked;
    if (isErased(message.made.clientId.uuid()))
        return fail(u"I2"_s, u"%1 goes out after its client was erased"_s.arg(nameOf(message)));
    if (message.made.address.value().compare(ask.to, Qt::CaseInsensitive) != 0)
        return fail(u"I4"_s, u"%1 goes to %2"_s.arg(nameOf(message), ask.to));
    const Agency& agency = m_founding.agencies[message.agency];
    if (ask.from != (ask.channel == Channel::Text ? agency.sendingNumber : agency.sendingAddress))
        return fail(u"I4"_s, u"%1 goes out from %2"_s.arg(nameOf(message), ask.from));
    if (message.accepted > message.resends)
        return fail(u"I1"_s, u"the carrier is asked again to send %1, which it has taken"_s.arg(nameOf(message)));
    checkConsent(ask, message);
    checkFence(ask, message);
    checkIntent(ask, message);
    if (message.made.kind == MessageKind::FollowUp)
        checkFollowUp(message);
}

void Judge::checkConsent(const Ask& ask, const ModelMessage& message)
{
    const auto consent = m_consents.find(message.made.shareId);
    if (consent == m_consents.end())
        return fail(u"I3"_s, u"%1 goes out without a consent"_s.arg(nameOf(message)));
    const bool covers = std::ranges::any_of(consent->second.addresses, [&](const Address& address) {
        return address.channel() == ask.channel && address.value().compare(ask.to, Qt::CaseInsensitive) == 0;
    });
    if (!covers)
        return fail(u"I3"_s, u"%1 goes out, and the consent does not name that address"_s.arg(nameOf(message)));
    if (m_withdrawn.contains(message.made.shareId))
        return fail(u"I2"_s, u"%1 goes out after the server took the withdrawal of its consent"_s.arg(nameOf(message)));
    if (m_bounced.contains(key(message.agency, ask.channel, ask.to)) && ask.channel == Channel::Email)
        return fail(u"I2"_s, u"%1 goes out to an address whose mails are known to come back"_s.arg(nameOf(message)));
    if (m_optedOut.contains(key(message.agency, ask.channel, ask.to)))
        return fail(u"I2"_s, u"%1 goes out to an address whose opt-out the server knows"_s.arg(nameOf(message)));
}

void Judge::checkFollowUp(const ModelMessage& message)
{
    const QTimeZone zone(message.timeZone.toUtf8());
    const ContactWindow& window = m_founding.agencies[message.agency].window;
    const auto local = [&](qint64 offset) {
        return QDateTime::fromMSecsSinceEpoch(m_stage.timeline.now() + offset, Qt::UTC).toTimeZone(zone);
    };
    if (!message.clockWrong && m_stage.timeline.now() < message.pressedAt + (7 + message.index) * day - 6 * hour)
        return fail(u"I14"_s, u"%1 goes out too early, %2 hours after the share was pressed: a clock decided, not time"_s
                                  .arg(nameOf(message))
                                  .arg((m_stage.timeline.now() - message.pressedAt) / hour));
    const QDate dayOfIt = message.sharedAt.toTimeZone(zone).date().addDays(7 + message.index);
    if (local(slack).date() < dayOfIt)
        return fail(u"I6"_s, u"%1 goes out on %2, before its day, %3"_s.arg(
                                 nameOf(message), local(0).toString(Qt::ISODate), dayOfIt.toString(Qt::ISODate)));
    if (message.resends == 0 && local(-slack).date() > dayOfIt.addDays(14))
        return fail(u"I6"_s, u"%1 goes out more than 14 days late"_s.arg(nameOf(message)));
    if (local(slack).time() < window.opens || local(-slack).time() >= window.closes)
        return fail(u"I6"_s, u"%1 goes out at %2, outside of the contact hours"_s.arg(nameOf(message),
                                                                                      local(0).time().toString()));
    // At its share's own time of day, whatever clocks did in between (R5).
    const QTime asked = std::clamp(message.sharedAt.toTimeZone(zone).time(), window.opens, window.closes.addSecs(-30 * 60));
    if (local(slack).date() == dayOfIt && local(slack + 2 * second).time() < asked)
        return fail(u"I6"_s, u"%1 goes out at %2, before the hour of its share, %3"_s.arg(
                                 nameOf(message), local(0).time().toString(), asked.toString()));
    if (message.sharedAt.toTimeZone(zone).offsetFromUtc() != local(0).offsetFromUtc())
        m_stage.trace.saw("a follow-up leaves on the other side of a change to or from summer time");
    if (message.timeZone != m_founding.agencies[message.agency].timeZone)
        m_stage.trace.saw("a follow-up leaves to a client in another zone than the agency");
    const auto answer = m_answers.find(message.made.shareId.toString() + message.made.referralId->toString());
    if (answer != m_answers.end() && *answer != Answer::No)
        return fail(u"I6"_s, u"%1 goes out after the client answered"_s.arg(nameOf(message)));
    const auto& statuses = m_statuses.value(*message.made.referralId);
    const bool closed = std::ranges::all_of(statuses, [](ReferralStatus status) {
        return status == ReferralStatus::ServiceCompleted || status == ReferralStatus::Canceled;
    });
    if (!statuses.isEmpty() && closed && statuses.last() != ReferralStatus::Unstarted)
        return fail(u"I6"_s, u"%1 goes out after its referral was closed"_s.arg(nameOf(message)));
}

void Judge::checkFence(const Ask& ask, ModelMessage& message)
{
    const QJsonObject body = QJsonDocument::fromJson(ask.about.mid(ask.about.indexOf('\n') + 1)).object();
    const qint64 fence = qint64(body["fence"_L1].toDouble());
    if (!ask.about.contains(message.made.id.toString().toLatin1()))
        return fail(u"I8"_s, u"%1 goes out and nobody with a lease asked for it"_s.arg(nameOf(message)));
    if (fence != message.latestFence)
        return fail(u"I8"_s, u"%1 goes out under the old fence %2, the latest is %3"_s.arg(nameOf(message))
                                 .arg(fence)
                                 .arg(message.latestFence));
    if (m_stage.timeline.now() > message.leaseEndsAt + slack)
        return fail(u"I8"_s, u"%1 goes out under a lease that has ended"_s.arg(nameOf(message)));
    if (message.askedUnder.contains(fence))
        return fail(u"I8"_s, u"%1 goes out a second time under one fence"_s.arg(nameOf(message)));
    message.askedUnder.insert(fence);
}

void Judge::checkIntent(const Ask& ask, const ModelMessage& message)
{
    server::Database* db = reader ? reader() : nullptr;
    if (db == nullptr)
        return;
    auto row = db->query(u"SELECT body_hash, recipient_hash, id FROM intent WHERE message_id = ? AND outcome IS NULL"_s,
                         {message.made.id.toString()});
    QString hash, recipient;
    int open = 0;
    while (row && row->next()) {
        if (!ask.tryId.isEmpty() && row->value(2).toString() != ask.tryId)
            continue;
        ++open;
        hash = row->value(0).toString();
        recipient = row->value(1).toString();
    }
    if (open != 1)
        return fail(u"I13"_s, u"%1 goes out with %2 open intents in the database"_s.arg(nameOf(message)).arg(open));
    if (hash != server::hashOf(ask.body) || recipient != server::hashOf(message.made.address.value()))
        return fail(u"I4"_s,
                    u"%1 goes out with other words, or to another address, than its intent has"_s.arg(nameOf(message)));
}

void Judge::accepted(const Ask& ask)
{
    ++m_acceptances;
    const auto found = m_messages.find(MessageId(ask.message));
    if (found == m_messages.end())
        return;
    ModelMessage& message = found->second;
    if (++message.accepted > 1 + message.resends)
        return fail(u"I1"_s, u"the carrier took %1 twice"_s.arg(nameOf(message)));
    m_stage.trace.saw(QByteArray("a carrier takes ") + (message.made.kind == MessageKind::Initial ? "an initial " : "a follow-up ") +
                      (ask.channel == Channel::Text ? "text" : "mail") + (message.accepted > 1 ? ", sent again by a person" : ""));
    if (message.made.kind == MessageKind::Initial)
        return;
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_stage.timeline.now(), Qt::UTC)
                            .toTimeZone(QTimeZone(message.timeZone.toUtf8()))
                            .date();
    const QString slot =
        message.made.shareId.toString() + QString::number(int(ask.channel)) + today.toString(Qt::ISODate);
    if (m_followedUp.contains(slot) && m_followedUp.value(slot) != message.made.id.uuid())
        return fail(u"I6"_s,
                    u"%1 goes out, the second follow-up of its share and channel on that day"_s.arg(nameOf(message)));
    m_followedUp.insert(slot, message.made.id.uuid());
}

} // namespace handrail::sim
