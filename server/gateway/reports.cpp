// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "core/domain/sendgate.h"
#include "server/gateway/deeds.h"
#include "server/gateway/facts.h"
#include "server/gateway/gateway.h"
#include "server/gateway/intents.h"
#include "server/gateway/leases.h"
#include "server/gateway/reference.h"
#include "server/store/workmeter.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcReports, "handrail.gateway.reports")

/// «sent» may be the last that a phone company ever says.
constexpr int askedForDays = 3;

Error unknownReference()
{
    return {ErrorCode::NotFound, QCoreApplication::translate("Gateway", "There is no such message.")};
}

/// The texts that the carrier has and that may yet change, by its ids.
Result<QHash<QString, MessageId>> openTexts(RecordReader& reader, const QDateTime& since, QDateTime& oldest)
{
    auto rows = reader.database().query(u"SELECT id, carrier_id, state_at FROM message WHERE agency_id = ?"
                                        " AND state = 'sent' AND channel = 'text' AND state_at >= ?"
                                        " ORDER BY state_at"_s,
                                        {bound(reader.agency()), bound(since)});
    if (!rows)
        return rows.error();
    QHash<QString, MessageId> open;
    while (rows->next()) {
        const auto id = MessageId::fromString(rows->value(0).toString());
        const QString carrierId = rows->value(1).toString();
        if (!id || carrierId.isEmpty())
            continue;
        open.insert(carrierId, *id);
        if (!oldest.isValid())
            oldest = QDateTime::fromMSecsSinceEpoch(rows->value(2).toLongLong(), Qt::UTC);
    }
    return open;
}

SendOutcome::Kind kindOf(const TextStatus& status)
{
    if (status.state != MessageState::Refused)
        return SendOutcome::Kind::Sent;
    return status.neverLeft ? SendOutcome::Kind::TryLater : SendOutcome::Kind::Refused;
}

/// Whether a report is of the latest try: one of an earlier try is old news, however late it comes.
Result<bool> isOfLastTry(RecordReader& reader, const MessageId& id, const IntentRow& last, const QString& carrierId)
{
    if (carrierId.isEmpty() || carrierId == last.carrierId)
        return true;
    if (!last.carrierId.isEmpty())
        return false;
    const auto earlier = isOfEarlierTry(reader, id, carrierId);
    return earlier ? Result<bool>(!*earlier) : earlier.error();
}

} // namespace

Result<bool> Gateway::report(const QString& reference, const TextReport& report)
{
    const auto named = readReference(reference);
    if (!named)
        return unknownReference();
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    return this->report(**db, named->first, named->second, report);
}

Result<bool> Gateway::report(Database& db, const AgencyId& agency, const MessageId& id, const TextReport& report)
{
    return db.transaction([&]() -> Result<bool> {
        auto records = Records::lock(db, agency, m_environment);
        if (!records)
            return records.error();
        const auto message = findMessage(*records, id);
        if (!message)
            return message.error();
        if (!*message)
            return unknownReference();
        return applyReport(*records, **message, report);
    });
}

Result<bool> Gateway::applyReport(Records& records, const Message& message, const TextReport& report)
{
    const TextStatus& status = report.status;
    const auto next = stateAfterReport(message.state, status.state, status.neverLeft);
    const auto last = lastIntent(records, message.id);
    if (!last)
        return last.error();
    if (!next || !*last)
        return false;
    const auto current = isOfLastTry(records, message.id, **last, report.carrierId);
    if (!current)
        return current.error();
    if (!*current)
        return false;
    const QString carrierId = report.carrierId.isEmpty() ? (*last)->carrierId : report.carrierId;
    if (auto resolved = resolveIntent(records, (*last)->id, kindOf(status), carrierId, now()); !resolved)
        return resolved.error();
    const StateStep step{.to = *next,
                         .reason = status.reason,
                         .carrierId = *next == MessageState::Waiting ? QString() : carrierId,
                         .neverLeft = *next == MessageState::Waiting};
    auto stepped = step.neverLeft ? letGoAgain(records, message, step)
                                  : server::step(records, m_environment, message, step);
    if (!stepped)
        return stepped.error();
    if (status.optedOut)
        if (auto out = optOut(records, m_environment, message.address, OptOut::Source::CarrierStatus); !out)
            return out.error();
    if (status.administrator) {
        const SendOutcome stop{.kind = SendOutcome::Kind::TryLater,
                               .carrierCode = status.carrierCode,
                               .reason = status.reason,
                               .administrator = true,
                               .retryAfterSeconds = 300};
        if (auto paced = paceAfter(records, message.channel(), stop, now(), m_environment.random); !paced)
            return paced.error();
    }
    return true;
}

Result<int> Gateway::pollStatuses()
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    const auto all = agencies(**db);
    if (!all)
        return all.error();
    int changed = 0;
    for (const Agency& agency : *all) {
        const auto done = pollStatuses(**db, agency);
        // One agency's trouble with its carrier is not another's.
        if (!done) {
            countFailure(m_environment, "statuses");
            qCWarning(lcReports, "statuses could not be fetched: %s", qUtf8Printable(done.error().sentence));
        } else {
            changed += *done;
        }
    }
    return changed;
}

Result<int> Gateway::pollStatuses(Database& db, const Agency& agency)
{
    if (m_carriers.texts == nullptr || !m_carriers.texts->hasLists() || agency.sendingNumber.isEmpty())
        return 0;
    RecordReader reader(db, agency.id);
    QDateTime oldest;
    const auto open = openTexts(reader, now().addDays(-askedForDays), oldest);
    if (!open)
        return open.error();
    if (open->isEmpty())
        return 0;
    const auto texts = m_carriers.texts->sentFrom(agency.sendingNumber, oldest.addSecs(-3600));
    if (!texts)
        return texts.error();
    int changed = 0;
    for (const CarrierText& text : *texts) {
        const auto id = open->constFind(text.carrierId);
        if (id == open->constEnd() || !text.status.state || text.status.state == MessageState::Sent)
            continue;
        const auto done = report(db, agency.id, *id, {text.carrierId, text.status});
        if (!done)
            qCWarning(lcReports, "a status could not be kept: %s", qUtf8Printable(done.error().sentence));
        else if (*done)
            ++changed;
    }
    return changed;
}

} // namespace handrail::server
