// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/judge.h"

#include "core/domain/records/codec.h"
#include "core/protocol/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace handrail::sim {

Judge::Judge(Stage stage, const Founding& founding)
    : m_stage(stage)
    , m_founding(founding)
{
    for (const Seat& seat : founding.seats) {
        m_seats.insert("Bearer " + seat.token, &seat);
        m_staff.insert(seat.user.id, {.role = seat.user.role, .team = seat.user.teamId ? seat.user.teamId->uuid() : QUuid()});
    }
}

void Judge::fail(const QString& invariant, const QString& sentence)
{
    if (m_violation)
        return;
    m_violation = Violation{invariant, sentence, m_stage.timeline.done()};
    m_stage.trace.tell(u"%1 IS BROKEN: %2"_s.arg(invariant, sentence));
}

QString Judge::key(int agency, Channel channel, const QString& address)
{
    return u"%1 %2 %3"_s.arg(agency).arg(int(channel)).arg(address.toLower());
}

const ModelMessage* Judge::find(const MessageId& id) const
{
    const auto found = m_messages.find(id);
    return found == m_messages.end() ? nullptr : &found->second;
}

std::optional<MessageId> Judge::messageOfToken(const QString& token) const
{
    const auto found = m_tokens.find(token);
    return found == m_tokens.end() ? std::nullopt : std::optional(*found);
}

const Seat* Judge::seatOf(const server::Request& request) const
{
    return m_seats.value(request.header("Authorization"));
}

QString Judge::nameOf(const ModelMessage& message) const
{
    const bool initial = message.made.kind == MessageKind::Initial;
    return u"%1 %2 to %3 (message %4)"_s.arg(initial ? u"the initial"_s : u"follow-up %1"_s.arg(message.index),
                                             message.made.channel() == Channel::Text ? u"text"_s : u"mail"_s,
                                             message.made.address.value(), message.made.id.toString().right(6));
}

void Judge::shared(const Seat& seat, LocalStore& store, const ShareId& id, bool clockWrong)
{
    const auto share = store.shares().share(id);
    const auto consent = store.shares().consentOf(id);
    const auto messages = store.shares().messagesOf(id);
    if (!share || !*share || !consent || !messages)
        return fail(u"I5"_s, u"a share that the desk said was made can't be read"_s);
    const qsizetype wanted = (*share)->addresses.size() * (1 + (*share)->referralIds.size());
    if (!*consent || messages->size() != wanted)
        return fail(u"I5"_s,
                    u"a share stands half in the desk's store: %1 messages of %2, %3 consent"_s.arg(messages->size())
                        .arg(wanted)
                        .arg(*consent ? u"its"_s : u"no"_s));
    m_consents.emplace(id, **consent);
    for (const Message& message : *messages) {
        ModelMessage model{
            .made = message, .agency = seat.agency, .sharedAt = (*share)->sharedAt, .timeZone = (*share)->timeZone};
        model.pressedAt = m_stage.timeline.now();
        model.clockWrong = clockWrong;
        if (message.referralId)
            model.index = int((*share)->referralIds.indexOf(*message.referralId));
        m_messages.emplace(message.id, model);
        saved(seat, u"message"_s, message.id.uuid());
    }
    saved(seat, u"share"_s, id.uuid());
    saved(seat, u"consent"_s, (*consent)->id.uuid());
}

void Judge::saved(const Seat& seat, const QString& entity, const QUuid& recordKey)
{
    m_saved.insert(entity + u' ' + recordKey.toString(QUuid::WithoutBraces), {&seat, recordKey});
}

void Judge::served(const server::Request& request, const server::Response& response)
{
    m_stage.trace.note(request.path + ' ' + QByteArray::number(response.status) + response.body);
    if (const Seat* seat = seatOf(request)) {
        checkIsolation(*seat, request, response);
        checkSight(*seat, request, response);
        if (response.status != 200)
            return;
        if (request.path == "/v1/snapshot")
            m_stage.trace.saw(m_restored ? "a device starts from a snapshot after a restore" : "a device starts from a snapshot");
        if (request.path == "/v1/changes" && request.method == "POST")
            pushed(*seat, request, response);
        else if (request.path == "/v1/messages/claim")
            claimed(seat->agency, response);
        else if (request.path.endsWith("/decision"))
            decided(request);
        else if (request.path.startsWith("/v1/admin/people/"))
            staffChanged(request);
        else if (request.path.endsWith("/erase"))
            erased(request);
        for (const auto& [end, word] : {std::pair("/decision", u"message_decided"_s), std::pair("/erase", u"client_erased"_s)})
            if (request.method == "POST" && request.path.endsWith(end))
                ++m_audited[u"%1 %2"_s.arg(seat->agency).arg(word)];
    } else if (request.method == "POST" && response.status == 200) {
        pagePosted(request);
    }
}

void Judge::pushed(const Seat& seat, const server::Request& request, const server::Response& response)
{
    const auto answer = protocol::readPushAnswer(QJsonDocument::fromJson(response.body).object());
    if (!answer)
        return fail(u"protocol"_s, u"the answer to a push can't be read"_s);
    QSet<QUuid> accepted;
    for (const protocol::PushResult& result : answer->results)
        if (result.status == protocol::PushResult::Status::Accepted)
            accepted.insert(result.changeId);
    for (const QJsonValue& item : QJsonDocument::fromJson(request.body).object()["changes"_L1].toArray()) {
        const auto change = protocol::readChange(item.toObject());
        if (!change)
            continue;
        if (!accepted.contains(change->id.uuid())) {
            m_refused.insert(change->key);
            continue;
        }
        learnCare(*change);
        if (const auto saved = m_saved.find(change->entity + u' ' + change->key.toString(QUuid::WithoutBraces));
            saved != m_saved.end())
            saved->reachedServer = true;
        const QJsonObject& fields = change->fields;
        if (change->entity == "message"_L1) {
            if (const auto found = m_messages.find(MessageId(change->key)); found != m_messages.end())
                found->second.reachedServer = true;
        } else if (change->entity == "consent_withdrawal"_L1) {
            const auto share = ShareId::fromString(fields["share_id"_L1].toString());
            if (share && !m_withdrawn.contains(*share))
                m_withdrawn.insert(*share, m_stage.timeline.now());
        } else if (change->entity == "opt_out"_L1 && fields["opted_out"_L1].toBool()) {
            const Channel channel = fields["channel"_L1] == "email"_L1 ? Channel::Email : Channel::Text;
            m_optedOut.insert(key(seat.agency, channel, fields["address"_L1].toString()), m_stage.timeline.now());
        } else if (change->entity == "referral"_L1 && fields.contains("status"_L1)) {
            if (const auto status = records::fromName<ReferralStatus>(fields["status"_L1].toString()))
                m_statuses[ReferralId(change->key)].append(*status);
        }
    }
}

void Judge::claimed(int agency, const server::Response& response)
{
    const auto answer = protocol::readClaimAnswer(QJsonDocument::fromJson(response.body).object());
    if (!answer)
        return fail(u"protocol"_s, u"the answer to a claim can't be read"_s);
    for (const protocol::Lease& lease : answer->leases) {
        const auto found = m_messages.find(lease.messageId);
        if (found == m_messages.end())
            return fail(u"I3"_s, u"a lease was given on a message that nobody shared"_s);
        if (lease.fence <= found->second.latestFence)
            return fail(u"I8"_s, u"the fence of %1 does not go up: %2 after %3"_s.arg(nameOf(found->second))
                                     .arg(lease.fence)
                                     .arg(found->second.latestFence));
        if (lease.fence <= m_lastFence.value(agency))
            return fail(
                u"I8"_s,
                u"the agency's fences do not go up: %1 after %2"_s.arg(lease.fence).arg(m_lastFence.value(agency)));
        m_lastFence.insert(agency, lease.fence);
        found->second.latestFence = lease.fence;
        found->second.leasedAt = m_stage.timeline.now();
        found->second.leaseEndsAt = m_stage.timeline.now() + lease.serverTime.msecsTo(lease.expiresAt);
        if (leased)
            leased(found->second);
        m_tokens.insert(lease.link.section(u'/', -1), lease.messageId);
        if (!lease.unsubscribeLink.isEmpty())
            m_tokens.insert(lease.unsubscribeLink.section(u'/', -1), lease.messageId);
    }
}

void Judge::decided(const server::Request& request)
{
    const auto id = MessageId::fromString(QString::fromLatin1(request.path.split('/').value(3)));
    const auto decision = protocol::readDecisionRequest(QJsonDocument::fromJson(request.body).object());
    if (!id || !decision || decision->decision != protocol::DecisionRequest::Decision::SendAgain)
        return;
    if (const auto found = m_messages.find(*id); found != m_messages.end())
        ++found->second.resends;
}

void Judge::pagePosted(const server::Request& request)
{
    const QString token = QString::fromLatin1(request.path.mid(3));
    const auto id = messageOfToken(token);
    if (!id)
        return;
    const ModelMessage& message = m_messages.at(*id);
    if (request.path.startsWith("/u/")) {
        const QString address = key(message.agency, Channel::Email, message.made.address.value());
        if (!m_optedOut.contains(address))
            m_optedOut.insert(address, m_stage.timeline.now());
        m_stage.trace.saw("the server has taken an unsubscription by a page");
    } else if (const auto answer =
                   records::fromName<Answer>(QString::fromUtf8(request.formValue("answer").value_or(QByteArray())));
               answer && message.made.referralId) {
        m_answers.insert(message.made.shareId.toString() + message.made.referralId->toString(), *answer);
    }
}

void Judge::textApplied(int agency, const InboundText& text)
{
    if (m_inbound.contains(text.carrierId))
        return;
    // A text that could not be kept (a full disk) comes again.
    auto row = reader()->query(u"SELECT 1 FROM reply WHERE carrier_id = ?"_s, {text.carrierId});
    if (!row || !row->next())
        return;
    m_inbound.insert(text.carrierId);
    const QString word = text.body.trimmed().toUpper();
    const QString address = key(agency, Channel::Text, text.from);
    if (word == "STOP"_L1)
        m_stage.trace.saw("a client's STOP is taken in");
    else if (m_optedOut.contains(address) && word == "START"_L1)
        m_stage.trace.saw("a client's START after STOP is taken in");
    if (word == "STOP"_L1 || word == "STOP."_L1)
        m_optedOut.insert(key(agency, Channel::Text, text.from), m_stage.timeline.now());
    else if (word == "START"_L1 || word == "UNSTOP"_L1 || word == "YES"_L1 || word == u"SÍ"_s)
        m_optedOut.remove(key(agency, Channel::Text, text.from));
}

void Judge::checkIsolation(const Seat& seat, const server::Request& request, const server::Response& response)
{
    const QByteArray other = seat.agency == 0 ? "B" : "A";
    for (const QByteArray& mark : {"House " + other, "Org " + other, "Fam" + other})
        if (response.body.contains(mark))
            return fail(u"I12"_s, u"%1 was given something of the other agency by %2"_s.arg(
                                      QString::fromLatin1(seat.name), QString::fromLatin1(request.path)));
}

void Judge::carries(const QString& link, const MessageId& message)
{
    m_tokens.insert(link.section(u'/', -1), message);
}

void Judge::mailTaken(const InboundMail& mail)
{
    const QString token = mail.subject.startsWith(u"unsubscribe "_s) ? mail.subject.section(u' ', -1) : QString();
    const QString named = token.isEmpty() ? mail.reports.isEmpty() ? mail.answers.value(0).section(u'@', 0, 0)
                                                                   : mail.reports.first().aboutIds.value(0)
                                          : QString();
    const auto id = token.isEmpty() ? MessageId::fromString(named) : messageOfToken(token);
    const auto found = id ? m_messages.find(*id) : m_messages.end();
    if (found == m_messages.end() || isErased(found->second.made.clientId.uuid()))
        return;
    const QString address = key(found->second.agency, Channel::Email, found->second.made.address.value());
    const qint64 now = m_stage.timeline.now();
    if (!mail.reports.isEmpty()) {
        if (mail.reports.first().status.startsWith(u'5'))
            m_bounced.insert(address, now);
    } else if (mail.complaint || !token.isEmpty() || mail.text.contains(u"unsubscribe"_s)) {
        m_optedOut.insert(address, now);
    }
    if (mail.reports.isEmpty() && !mail.complaint && !mail.automatic && token.isEmpty() && !inboundIds.contains(mail.key))
        inboundIds.append(mail.key);
}

/// What is left of a lease is the agent's to know: it must not even ask once it has ended (I8).
void Judge::leaving(const Seat& seat, const HttpRequest& request, qint64 wokeAt)
{
    if (!request.url.path().endsWith(u"/send"_s))
        return;
    const auto id = MessageId::fromString(request.url.path().section(u'/', 3, 3));
    const auto found = id ? m_messages.find(*id) : m_messages.end();
    if (found == m_messages.end())
        return;
    const qint64 fence = qint64(QJsonDocument::fromJson(request.body).object()["fence"_L1].toDouble());
    // That it slept it can't know; then the gateway has to refuse (checkFence).
    if (wokeAt > found->second.leasedAt)
        return m_stage.trace.saw("an agent wakes, and asks under a lease that it got before it slept");
    if (fence == found->second.latestFence && m_stage.timeline.now() > found->second.leaseEndsAt + second)
        return fail(u"I8"_s, u"%1 asks to send %2 under a lease that has ended"_s.arg(QString::fromLatin1(seat.name),
                                                                                   nameOf(found->second)));
}

void Judge::serverForgets(qint64 then)
{
    m_restored = true;
    const auto since = [then](auto& known) { known.removeIf([then](const auto& entry) { return *entry > then; }); };
    since(m_optedOut);
    since(m_withdrawn);
    since(m_bounced);
    m_answers.clear();
    m_statuses.clear();
    m_care = m_remembered.care;
    m_staff = m_remembered.staff;
    m_erased = m_remembered.erased;
    m_erasedNames = m_remembered.erasedNames;
    m_stage.trace.saw("the server is restored from a backup of the day before");
}

void Judge::turned(const QByteArray& desk, const std::optional<Error>& trouble)
{
    m_stage.trace.note(desk + (trouble ? trouble->sentence.toUtf8() : QByteArray("turned")));
}

} // namespace handrail::sim
