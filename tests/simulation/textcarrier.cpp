// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/textcarrier.h"

#include "server/gateway/reference.h"

using namespace Qt::Literals::StringLiterals;
using Kind = handrail::SendOutcome::Kind;

namespace handrail::sim {

namespace {

constexpr double p = 0.02;
constexpr qint64 patience = 30 * second;

Ask askOf(const OutgoingText& text)
{
    const auto reference = server::readReference(text.reference);
    return {.message = reference ? reference->second.uuid() : QUuid(),
            .channel = Channel::Text,
            .to = text.to,
            .from = text.from,
            .body = text.body,
            .tryId = text.tryId,
            .about = Process::current()->about()};
}

} // namespace

SendOutcome TextCarrier::send(const OutgoingText& text)
{
    Process& server = *Process::current();
    Plan& plan = m_stage.plan;
    const Ask ask = askOf(text);
    m_judge.asked(ask);
    server.mayDie("beforecarrier", 0.005);
    if (isDown()) {
        m_stage.trace.saw("the text carrier is down");
        server.wait(second);
        return {.kind = Kind::TryLater, .reason = u"down"_s, .slowDown = true};
    }
    Dice dice = plan.dice("sms.send");
    const qint64 there = dice.between(20, 900);
    const bool lost = bool(plan.fault("sms.lost", p));
    const bool busy = !lost && plan.fault("sms.429", 2 * p);
    const bool broken = !lost && !busy && plan.fault("sms.5xx", p);
    const bool takes = !lost && !busy && (!broken || plan.fault("sms.5xxtaken", 0.5));
    const bool silent = takes && (broken || plan.fault("sms.timeout", p));
    // What has left arrives, whether or not we live to hear of it; a slow one after we have given up.
    const bool late = silent && plan.fault("sms.late", 0.3);
    for (const auto& [came, kind] : {std::pair(lost, "the carrier never gets a text"), std::pair(busy, "the carrier says 429"),
                                     std::pair(broken && !takes, "the carrier says 5xx and has not taken the text"),
                                     std::pair(broken && takes, "the carrier says 5xx and has taken the text"),
                                     std::pair(silent && !broken, "the carrier takes a text and does not answer"),
                                     std::pair(late, "the carrier takes a text after we gave up")})
        if (came)
            m_stage.trace.saw(kind);
    const auto outcome = std::make_shared<SendOutcome>();
    m_stage.timeline.in(late ? patience + dice.between(second, 5 * minute) : there, [this, text, ask, takes, outcome] {
        if (!takes)
            return;
        if (m_blocked.contains(text.to + text.from)) {
            m_stage.trace.saw("the carrier refuses a text since the client has opted out there");
            *outcome = {.kind = Kind::Refused, .carrierCode = 21610, .reason = u"opted out"_s, .optedOut = true};
            return;
        }
        *outcome = {.kind = Kind::Sent, .carrierId = take(text, ask)};
    });
    server.wait(silent && !broken ? patience : there + dice.between(10, 500));
    server.mayDie("aftercarrier", 0.005);
    if (lost || silent || broken) {
        m_stage.trace.tell(
            u"the carrier gives no clear answer about a text to %1 (%2)"_s.arg(text.to, lost     ? u"lost"_s
                                                                                        : broken ? u"5xx"_s
                                                                                                 : u"no answer"_s));
        return {.kind = Kind::Unknown, .reason = u"no clear answer"_s};
    }
    if (busy) {
        m_stage.trace.tell(u"the carrier is too busy for a text to %1"_s.arg(text.to));
        return {.kind = Kind::TryLater, .reason = u"busy"_s, .slowDown = true, .retryAfterSeconds = 30};
    }
    return *outcome;
}

QString TextCarrier::take(const OutgoingText& text, const Ask& ask)
{
    Plan& plan = m_stage.plan;
    Timeline& timeline = m_stage.timeline;
    const QString id = u"SM%1"_s.arg(m_taken.size() + 1);
    Dice dice = plan.dice("sms.taken");
    Taken taken{.text = {.carrierId = id,
                         .to = text.to,
                         .from = text.from,
                         .body = text.body,
                         .at = QDateTime::fromMSecsSinceEpoch(timeline.now(), Qt::UTC)},
                .reference = text.reference,
                .listedAt = timeline.now(),
                .end = {},
                .endAt = 0};
    if (timeline.now() < m_listsLateUntil)
        taken.listedAt += hour;
    if (auto late = plan.fault("sms.listlate", 0.05)) {
        m_stage.trace.saw("the carrier's list has a text hours late");
        taken.listedAt += late->between(minute, 3 * hour);
    }
    const double fate = dice.unit();
    if (fate < 0.85) {
        taken.end.state = MessageState::Delivered;
        taken.endAt = timeline.now() + dice.between(second, 20 * minute);
    } else if (fate < 0.95) {
        taken.end = {.state = MessageState::Refused, .carrierCode = 30005, .reason = u"unknown handset"_s};
        taken.endAt = timeline.now() + dice.between(second, 2 * hour);
    }
    m_taken.push_back(taken);
    m_stage.trace.tell(u"the carrier takes %1 to %2"_s.arg(id, text.to));
    m_judge.accepted(ask);
    m_stage.trace.saw(taken.endAt == 0                                  ? "a text is never reported on"
                      : taken.end.state == MessageState::Delivered ? "a text is reported delivered"
                                                                   : "a text is reported undelivered");
    if (taken.endAt == 0)
        return id;
    if (taken.endAt > timeline.now() + hour)
        m_stage.trace.saw("a text is reported on more than an hour later");
    const bool arrives = taken.end.state == MessageState::Delivered;
    timeline.at(taken.endAt, [this, taken, arrives] {
        if (arrives)
            delivered(taken.text);
        if (arrives && m_stage.plan.fault("sms.twice", 0.02)) {
            m_stage.trace.saw("a text is delivered twice");
            delivered(taken.text);
        }
        if (m_stage.plan.dice("sms.webhook").chance(0.5)) {
            report(taken.reference, {taken.text.carrierId, taken.end});
            // Again, and an old one after it.
            if (m_stage.plan.fault("sms.reportagain", 0.1)) {
                m_stage.trace.saw("reports come again and in the wrong order");
                report(taken.reference, {taken.text.carrierId, {.state = MessageState::Sent}});
                report(taken.reference, {taken.text.carrierId, taken.end});
            }
        }
        news();
    });
    return id;
}

Result<void> TextCarrier::answersLists(const char* which)
{
    Process& server = *Process::current();
    server.wait(m_stage.plan.dice("sms.list").between(20, 800));
    if (isDown() || m_stage.plan.fault(QByteArray("sms.nolist.") + which, 0.03)) {
        m_stage.trace.saw("the carrier's list does not answer");
        return Error{ErrorCode::Offline, u"The carrier did not answer."_s};
    }
    return {};
}

CarrierText TextCarrier::asListed(const Taken& taken) const
{
    CarrierText text = taken.text;
    if (taken.endAt != 0 && taken.endAt <= m_stage.timeline.now())
        text.status = taken.end;
    return text;
}

Result<QList<CarrierText>> TextCarrier::sentTo(const QString& to, const QDateTime& since)
{
    if (auto fine = answersLists("to"); !fine)
        return fine.error();
    QList<CarrierText> found;
    for (const Taken& taken : m_taken)
        if (taken.text.to == to && taken.text.at.date() >= since.date() && taken.listedAt <= m_stage.timeline.now())
            found.append(asListed(taken));
    return found;
}

Result<QList<CarrierText>> TextCarrier::sentFrom(const QString& number, const QDateTime& since)
{
    if (auto fine = answersLists("from"); !fine)
        return fine.error();
    QList<CarrierText> found;
    for (const Taken& taken : m_taken)
        if (taken.text.from == number && taken.text.at.date() >= since.date() &&
            taken.listedAt <= m_stage.timeline.now())
            found.append(asListed(taken));
    return found;
}

Result<QList<InboundText>> TextCarrier::inbound(const QString& number, const QDateTime& since)
{
    if (auto fine = answersLists("inbound"); !fine)
        return fine.error();
    QList<InboundText> found;
    for (const Came& came : m_came)
        if (came.text.to == number && came.text.receivedAt.date() >= since.date() &&
            came.listedAt <= m_stage.timeline.now())
            found.append(came.text);
    // A list in no order to rely on, with an entry twice.
    if (!found.isEmpty() && m_stage.plan.fault("sms.listmixed", 0.1)) {
        m_stage.trace.saw("the carrier's list is in no order and has an entry twice");
        std::ranges::reverse(found);
        found.append(found.first());
    }
    for (const Came& came : m_came)
        if (came.listedAt > m_latestListed && came.listedAt <= m_stage.timeline.now() &&
            came.text.receivedAt.toMSecsSinceEpoch() < m_latestSeen)
            m_stage.trace.saw("a client's text is listed after a later one");
    m_latestListed = m_stage.timeline.now();
    for (const InboundText& text : std::as_const(found))
        m_latestSeen = qMax(m_latestSeen, text.receivedAt.toMSecsSinceEpoch());
    listed[Process::current()] += found;
    return found;
}

void TextCarrier::receive(const QString& from, const QString& to, const QString& body)
{
    Came came{.text = {.carrierId = u"IN%1"_s.arg(m_came.size() + 1),
                       .from = from,
                       .to = to,
                       .body = body,
                       .receivedAt = QDateTime::fromMSecsSinceEpoch(m_stage.timeline.now(), Qt::UTC)},
              .listedAt = m_stage.timeline.now()};
    if (auto late = m_stage.plan.fault("sms.inboundlate", 0.05)) {
        m_stage.trace.saw("a client's text is listed hours late");
        came.listedAt += late->between(minute, 5 * hour);
    }
    const QString word = body.trimmed().toUpper();
    if (word == "STOP"_L1)
        m_blocked.insert(from + to);
    else if (word == "START"_L1 || word == "UNSTOP"_L1 || word == "YES"_L1)
        m_blocked.remove(from + to);
    m_came.push_back(came);
    m_judge.inboundIds.append(came.text.carrierId);
    m_stage.trace.tell(u"a client texts from %1: %2"_s.arg(from, body));
    news();
    m_stage.timeline.at(came.listedAt, [this] { news(); });
}

} // namespace handrail::sim
