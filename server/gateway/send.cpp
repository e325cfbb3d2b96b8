// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/bounce.h"
#include "core/domain/followups.h"
#include "core/domain/records/codec.h"
#include "core/domain/sendgate.h"
#include "server/gateway/deeds.h"
#include "server/gateway/facts.h"
#include "server/gateway/gateway.h"
#include "server/gateway/intents.h"
#include "server/gateway/leases.h"
#include "server/gateway/outgoingmail.h"
#include "server/gateway/reference.h"
#include "server/gateway/settle.h"
#include "server/gateway/writing.h"
#include "server/store/sight.h"
#include "server/store/workmeter.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimeZone>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcSend, "handrail.gateway.send")

QString tr(const char* source)
{
    return QCoreApplication::translate("Gateway", source);
}

protocol::SendAnswer answerOf(const Message& message)
{
    return {message.state, message.reason};
}

Error noSuchMessage()
{
    return {ErrorCode::NotFound, tr("There is no such message.")};
}

Result<Message> mustFind(RecordReader& reader, const MessageId& id)
{
    const auto message = findMessage(reader, id);
    if (!message)
        return message.error();
    return *message ? Result<Message>(**message) : noSuchMessage();
}

/// The message, for who may see its client; to others it looks as if it were not there.
Result<Message> mustFindSeen(RecordReader& reader, const Session& session, const MessageId& id)
{
    auto message = mustFind(reader, id);
    if (!message)
        return message;
    const auto seen = maySeeClient(reader.database(), session.agencyId, session.viewer(), message->clientId);
    if (!seen)
        return seen.error();
    return *seen ? message : noSuchMessage();
}

QString reasonFor(const protocol::DecisionRequest& decision)
{
    if (const QString note = decision.note.trimmed(); !note.isEmpty())
        return note;
    return decision.decision == protocol::DecisionRequest::Decision::SendAgain
               ? tr("A worker decided to send it again.")
               : tr("A worker decided not to send it.");
}

/// A text that never left is tried so often; then a person must look.
constexpr int maxTries = 6;

/// Doubles from a minute to an hour, so that a carrier's bad day doesn't fill the log of changes; up to a quarter more,
/// so that what failed together does not come back together.
int backOffSeconds(int tries, Random& random)
{
    const int seconds = 60 << std::clamp(tries - 1, 0, 6);
    return seconds + seconds / 4 * int(uchar(random.bytes(1).front())) / 256;
}

/// The process was stopped, or the machine slept, between the gate and the call: the gate's word is too old, and the
/// window, a STOP or another server's look-up may stand against it now. Nothing has left.
SendOutcome overslept()
{
    return {.kind = SendOutcome::Kind::TryLater,
            .reason = tr("The server slept just before it handed this message to the carrier. It is tried again.")};
}

/// The sender's pause holds for what is leased already, too.
Result<GateDecision> pausedDecision(RecordReader& reader, Channel channel, const QDateTime& now)
{
    const auto pace = paceOf(reader, channel);
    if (!pace)
        return pace.error();
    if (!pace->pausedUntil.isValid() || pace->pausedUntil <= now)
        return GateDecision{.verdict = GateDecision::Verdict::Send};
    return GateDecision{
        .verdict = GateDecision::Verdict::Later, .reason = pace->trouble, .notBefore = pace->pausedUntil};
}

} // namespace

/// All that the carrier is told, put together under the lock and committed as an intent before the call.
struct Gateway::Intent
{
    QUuid id;
    Message message;
    OutgoingText text;
    OutgoingMail mail;
};

/// Either an intent to carry out, or the answer already.
struct Gateway::Prepared
{
    std::optional<Intent> intent;
    protocol::SendAnswer answer;
};

Result<protocol::SendAnswer> Gateway::send(const Session& session, const MessageId& id,
                                           const protocol::SendRequest& request)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const QDateTime began = now();
    const auto prepared = prepare(**db, session, id, request);
    if (!prepared)
        return prepared.error();
    if (!prepared->intent)
        return prepared->answer;
    const bool isStale = std::abs(began.secsTo(now())) > m_settings.staleSeconds;
    const SendOutcome outcome = isStale ? overslept() : callCarrier(*prepared->intent);
    if (m_environment.meter != nullptr)
        m_environment.meter->carrierAnswered(records::nameOf(prepared->intent->message.channel()), nameOf(outcome.kind));
    return finish(**db, session.agencyId, *prepared->intent, outcome);
}

Result<Gateway::Prepared> Gateway::prepare(Database& db, const Session& session, const MessageId& id,
                                           const protocol::SendRequest& request)
{
    return db.transaction([&]() -> Result<Prepared> {
        auto records = Records::lock(db, session.agencyId, m_environment);
        if (!records)
            return records.error();
        const auto message = mustFindSeen(*records, session, id);
        if (!message)
            return message.error();
        if (message->state != MessageState::Waiting)
            return Prepared{{}, answerOf(*message)};
        if (auto leased = checkLease(*records, session, id, request.fence, now()); !leased)
            return leased.error();
        const auto agency = agencyOf(*records);
        if (!agency)
            return agency.error();
        const auto context = gateContext(*records, *agency, *message, now());
        if (!context)
            return context.error();
        GateDecision decision = passSendGate(*context);
        if (decision.verdict == GateDecision::Verdict::Send) {
            const auto paused = pausedDecision(*records, message->channel(), now());
            if (!paused)
                return paused.error();
            decision = *paused;
        }
        if (decision.verdict == GateDecision::Verdict::Send)
            return commitIntent(*records, *agency, *message, request);
        if (auto settled = settle(*records, m_environment, *message, decision); !settled)
            return settled.error();
        const auto after = mustFindSeen(*records, session, id);
        if (!after)
            return after.error();
        return Prepared{{}, {after->state, decision.reason}};
    });
}

Result<Gateway::Prepared> Gateway::commitIntent(Records& records, const Agency& agency, const Message& message,
                                                const protocol::SendRequest& request)
{
    auto problem = problemWith(records, message, request);
    if (!problem)
        return problem.error();
    if (problem->isEmpty())
        problem = missingCarrier(agency, message.channel());
    if (!problem->isEmpty())
        return hold(records, message, *problem);
    auto intent = intentFor(records, agency, message, request);
    if (!intent)
        return intent.error();
    if (auto added = addIntent(records, intent->id, message, request.fence, request.body, now()); !added)
        return added.error();
    if (auto stepped = step(records, m_environment, message, {MessageState::Sending}); !stepped)
        return stepped.error();
    return Prepared{*intent, {MessageState::Sending, {}}};
}

QString Gateway::missingCarrier(const Agency& agency, Channel channel) const
{
    if (channel == Channel::Text && (m_carriers.texts == nullptr || agency.sendingNumber.isEmpty()))
        return tr("The agency has no number or carrier to send texts with. An administrator must set it up.");
    if (channel == Channel::Email && (m_carriers.mail == nullptr || agency.sendingAddress.isEmpty()))
        return tr("The agency has no address or server to send email with. An administrator must set it up.");
    return {};
}

Result<Gateway::Prepared> Gateway::hold(Records& records, const Message& message, const QString& problem)
{
    if (auto held = step(records, m_environment, message, {MessageState::Held, problem}); !held)
        return held.error();
    if (auto ended = endLease(records, message.id); !ended)
        return ended.error();
    return Prepared{{}, {MessageState::Held, problem}};
}

Result<Gateway::Intent> Gateway::intentFor(Records& records, const Agency& agency, const Message& message,
                                           const protocol::SendRequest& request)
{
    Intent intent{.id = m_environment.ids.next(), .message = message};
    if (message.channel() == Channel::Text) {
        intent.text = {.to = message.address.value(),
                       .from = agency.sendingNumber,
                       .body = request.body,
                       .tryId = intent.id.toString(QUuid::WithoutBraces),
                       .reference = referenceOf(agency.id, message.id)};
        if (!m_settings.statusCallback.isEmpty())
            intent.text.statusCallback = m_settings.statusCallback + u'/' + intent.text.reference;
        const auto share = findShare(records, message.shareId);
        if (!share)
            return share.error();
        if (message.kind == MessageKind::FollowUp && *share)
            intent.text.validitySeconds =
                secondsUntilWindowCloses(now(), QTimeZone((*share)->timeZone.toUtf8()), agency.window);
        return intent;
    }
    const auto unsubscribeLink = mint(records, message, true);
    if (!unsubscribeLink)
        return unsubscribeLink.error();
    intent.mail = outgoingMail(agency, message, request, *unsubscribeLink, m_settings, now());
    return intent;
}

SendOutcome Gateway::callCarrier(const Intent& intent)
{
    if (intent.message.channel() == Channel::Text)
        return m_carriers.texts->send(intent.text);
    return m_carriers.mail->send(intent.mail);
}

Result<protocol::SendAnswer> Gateway::finish(Database& db, const AgencyId& agency, const Intent& intent,
                                             const SendOutcome& outcome)
{
    auto finished = db.transaction([&]() -> Result<protocol::SendAnswer> {
        auto records = Records::lock(db, agency, m_environment);
        if (!records)
            return records.error();
        const auto message = mustFind(*records, intent.message.id);
        if (!message)
            return message.error();
        // Where a report was faster than the answer, no answer takes nothing back.
        const bool overtaken = outcome.kind == SendOutcome::Kind::Unknown && message->state != MessageState::Sending;
        if (!overtaken)
            if (auto resolved = resolveIntent(*records, intent.id, outcome.kind, outcome.carrierId, now()); !resolved)
                return resolved.error();
        if (auto recorded = record(*records, *message, outcome); !recorded)
            return recorded.error();
        if (auto paced = paceAfter(*records, message->channel(), outcome, now(), m_environment.random); !paced)
            return paced.error();
        const auto after = mustFind(*records, intent.message.id);
        if (!after)
            return after.error();
        return answerOf(*after);
    });
    // The intent stands, so reconcile() will find out what this transaction could not keep.
    if (!finished)
        qCWarning(lcSend, "the carrier's answer could not be recorded: %s", qUtf8Printable(finished.error().sentence));
    return finished;
}

Result<void> Gateway::record(Records& records, const Message& message, const SendOutcome& outcome)
{
    StateStep next{.reason = outcome.reason, .carrierId = outcome.carrierId};
    if (outcome.bounced)
        next.rule = bounceRule;
    switch (outcome.kind) {
    case SendOutcome::Kind::Sent:
        next.to = MessageState::Sent;
        break;
    case SendOutcome::Kind::Refused:
        next.to = MessageState::Refused;
        break;
    case SendOutcome::Kind::TryLater:
        next.to = MessageState::Waiting;
        break;
    case SendOutcome::Kind::Unknown:
        next.to = MessageState::Unknown;
        break;
    }
    // The call took so long that somebody has looked it up or decided meanwhile: theirs stands.
    if (!maySendStateStep(message.state, next.to))
        return {};
    if (auto stepped = step(records, m_environment, message, next); !stepped)
        return stepped;
    if (outcome.optedOut)
        if (auto out = optOut(records, m_environment, message.address, OptOut::Source::CarrierRefusal); !out)
            return out;
    if (outcome.kind != SendOutcome::Kind::TryLater)
        return endLease(records, message.id);
    const auto tried = tries(records, message.id);
    if (!tried)
        return tried.error();
    const int wait = qMax(outcome.retryAfterSeconds, backOffSeconds(*tried, m_environment.random));
    return postpone(records, message.id, now(), now().addSecs(wait));
}

/// It never left the carrier: it waits for the next moment that the gate lets it out, a few times.
Result<void> Gateway::letGoAgain(Records& records, const Message& message, const StateStep& step)
{
    const auto tried = tries(records, message.id);
    if (!tried)
        return tried.error();
    if (*tried >= maxTries) {
        if (auto refused = server::step(records, m_environment, message, {MessageState::Refused, step.reason});
            !refused)
            return refused;
        return endLease(records, message.id);
    }
    if (auto stepped = server::step(records, m_environment, message, step); !stepped)
        return stepped;
    return postpone(records, message.id, now(), now().addSecs(backOffSeconds(*tried, m_environment.random)));
}

Result<protocol::SendAnswer> Gateway::release(const Session& session, const MessageId& id,
                                              const protocol::ReleaseRequest& request)
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    return (*db)->transaction([&]() -> Result<protocol::SendAnswer> {
        auto records = Records::lock(**db, session.agencyId, m_environment);
        if (!records)
            return records.error();
        const auto message = mustFindSeen(*records, session, id);
        if (!message)
            return message.error();
        if (message->state != MessageState::Waiting)
            return answerOf(*message);
        if (auto leased = checkLease(*records, session, id, request.fence, now()); !leased)
            return leased.error();
        const QString problem =
            request.problem.trimmed().isEmpty() ? tr("This message could not be written.") : request.problem;
        const auto held = hold(*records, *message, problem);
        return held ? Result<protocol::SendAnswer>(held->answer) : held.error();
    });
}

Result<QDateTime> Gateway::dueAgain(Records& records, const Message& message)
{
    const auto agency = agencyOf(records);
    if (!agency)
        return agency.error();
    const auto context = gateContext(records, *agency, message, now());
    return context ? dueWhenSentAgain(*context) : context.error();
}

Result<protocol::SendAnswer> Gateway::decide(const Session& session, const MessageId& id,
                                             const protocol::DecisionRequest& request)
{
    if (session.role == Role::Agent)
        return Error{ErrorCode::NotAllowed, tr("Only a person can decide about a message.")};
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const bool again = request.decision == protocol::DecisionRequest::Decision::SendAgain;
    return (*db)->transaction([&]() -> Result<protocol::SendAnswer> {
        auto records = Records::lock(**db, session.agencyId, m_environment);
        if (!records)
            return records.error();
        const auto message = mustFindSeen(*records, session, id);
        if (!message)
            return message.error();
        const bool recalled = !again && message->state == MessageState::Waiting;
        if (!awaitsDecision(message->state) && !recalled)
            return Error{ErrorCode::Conflict, tr("This message does not wait for a decision any more.")};
        StateStep next{.to = again ? MessageState::Waiting : MessageState::Canceled,
                       .reason = reasonFor(request),
                       .worker = session.userId};
        if (again) {
            const auto due = dueAgain(*records, *message);
            if (!due)
                return due.error();
            next.dueAt = *due;
        }
        if (auto stepped = step(*records, m_environment, *message, next); !stepped)
            return stepped.error();
        if (auto ended = endLease(*records, id); !ended)
            return ended.error();
        if (auto kept = writeAudit(**db, session.agencyId, m_environment,
                                   {session.actor(), audited::messageDecided, id.toString(),
                                    {{u"decision"_s, again ? u"send_again"_s : u"give_up"_s}}});
            !kept)
            return kept.error();
        return protocol::SendAnswer{next.to, next.reason};
    });
}

} // namespace handrail::server
