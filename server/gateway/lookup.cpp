// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "server/gateway/deeds.h"
#include "server/gateway/facts.h"
#include "server/gateway/gateway.h"
#include "server/gateway/intents.h"
#include "server/gateway/leases.h"
#include "server/gateway/writing.h"
#include "server/store/workmeter.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcLookup, "handrail.gateway.lookup")

constexpr int batch = 100;

QString tr(const char* source)
{
    return QCoreApplication::translate("Gateway", source);
}

Result<QList<Message>> messagesIn(RecordReader& reader, MessageState state, const QDateTime& since)
{
    const auto rows = reader.select(u"message", u"state = ? AND state_at <= ? ORDER BY state_at LIMIT %1"_s.arg(batch),
                                    {records::nameOf(state), bound(since)});
    if (!rows)
        return rows.error();
    QList<Message> messages;
    for (const Record& row : *rows)
        if (const auto message = records::readMessage(row.key, row.fields))
            messages.append(*message);
    return messages;
}

/// What the carrier made of a text that it knows.
SendOutcome outcomeOf(const CarrierText& text)
{
    const bool refused = text.status.state == MessageState::Refused;
    return {.kind = refused ? SendOutcome::Kind::Refused : SendOutcome::Kind::Sent,
            .carrierId = text.carrierId,
            .carrierCode = text.status.carrierCode,
            .reason = text.status.reason,
            .optedOut = text.status.optedOut};
}

} // namespace

Result<int> Gateway::reconcile()
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const auto all = agencies(**db);
    if (!all)
        return all.error();
    int settled = 0;
    for (const Agency& agency : *all) {
        const auto done = reconcile(**db, agency);
        if (!done)
            return done;
        settled += *done;
    }
    return settled;
}

Result<int> Gateway::reconcile(Database& db, const Agency& agency)
{
    RecordReader reader(db, agency.id);
    const auto died = messagesIn(reader, MessageState::Sending, now().addSecs(-m_settings.sendingSeconds));
    if (!died)
        return died.error();
    for (const Message& message : *died)
        if (auto left = leaveForLookUp(db, agency, message); !left)
            return left.error();
    const auto unknown = messagesIn(reader, MessageState::Unknown, now());
    if (!unknown)
        return unknown.error();
    int settled = 0;
    for (const Message& message : *unknown) {
        const auto done = lookUp(db, agency, message);
        // One that can't be looked up must not keep the others from it.
        if (!done) {
            countFailure(m_environment, "lookup");
            qCWarning(lcLookup, "a message could not be looked up: %s", qUtf8Printable(done.error().sentence));
        } else if (*done) {
            ++settled;
        }
    }
    return settled;
}

Result<void> Gateway::leaveForLookUp(Database& db, const Agency& agency, const Message& message)
{
    return db.transaction([&]() -> Result<void> {
        auto records = Records::lock(db, agency.id, m_environment);
        if (!records)
            return records.error();
        const auto current = findMessage(*records, message.id);
        if (!current)
            return current.error();
        if (!*current || (*current)->state != MessageState::Sending)
            return {};
        const auto intent = lastIntent(*records, message.id);
        if (!intent)
            return intent.error();
        if (*intent && !(*intent)->outcome)
            if (auto resolved = resolveIntent(*records, (*intent)->id, SendOutcome::Kind::Unknown, {}, now());
                !resolved)
                return resolved;
        return record(*records, **current,
                      {.kind = SendOutcome::Kind::Unknown,
                       .reason = tr("The server stopped while it handed this message to the carrier.")});
    });
}

Result<std::optional<SendOutcome>> Gateway::ask(RecordReader& reader, const Message& message, const IntentRow& intent)
{
    if (message.channel() == Channel::Email || m_carriers.texts == nullptr || !m_carriers.texts->hasLists())
        return std::optional<SendOutcome>();
    // An hour back: the carrier's clock need not be ours.
    const auto texts = m_carriers.texts->sentTo(message.address.value(), intent.committedAt.addSecs(-3600));
    if (!texts)
        return texts.error();
    for (const CarrierText& text : *texts) {
        // What an earlier try left at the carrier is no sign of the last one.
        const auto earlier = isOfEarlierTry(reader, message.id, text.carrierId);
        if (!earlier)
            return earlier.error();
        if (*earlier)
            continue;
        const auto linked = hasLinkOf(reader, message.id, text.body);
        if (!linked)
            return linked.error();
        if (*linked || hashOf(text.body) == intent.bodyHash)
            return std::optional(outcomeOf(text));
    }
    return std::optional<SendOutcome>();
}

Result<bool> Gateway::lookUp(Database& db, const Agency& agency, const Message& message)
{
    RecordReader reader(db, agency.id);
    const auto intent = lastIntent(reader, message.id);
    if (!intent)
        return intent.error();
    const qint64 age = (*intent ? (*intent)->committedAt : message.stateAt).secsTo(now());
    auto answer = *intent ? ask(reader, message, **intent) : Result<std::optional<SendOutcome>>(std::nullopt);
    // Which of the carrier's texts is of an earlier try was read here, too.
    if (auto whole = db.readWhole(); !whole)
        return whole.error();
    if (!answer && age < m_settings.giveUpLookingSeconds)
        return answer.error();
    const bool found = answer && *answer;
    if (!found && age < m_settings.heldAfterSeconds)
        return false;
    return db.transaction([&]() -> Result<bool> {
        auto records = Records::lock(db, agency.id, m_environment);
        if (!records)
            return records.error();
        const auto current = findMessage(*records, message.id);
        if (!current)
            return current.error();
        if (!*current || (*current)->state != MessageState::Unknown)
            return false;
        if (!found) {
            auto held = step(*records, m_environment, **current, {MessageState::Held, whyHeld(message.channel())});
            return held ? Result<bool>(true) : held.error();
        }
        auto resolved = resolveIntent(*records, (*intent)->id, (*answer)->kind, (*answer)->carrierId, now());
        if (!resolved)
            return resolved.error();
        auto recorded = record(*records, **current, **answer);
        return recorded ? Result<bool>(true) : recorded.error();
    });
}

QString Gateway::whyHeld(Channel channel)
{
    return channel == Channel::Text
               ? tr("The text carrier does not say whether it took this text, and does not list it. Sending it again "
                    "could reach the client twice: decide whether to.")
               : tr("The mail server did not say whether it took this email. Sending it again could reach the client "
                    "twice: decide whether to.");
}

} // namespace handrail::server
