// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/privacy/removeagency.h"

#include "core/domain/records/codec.h"
#include "server/store/erased.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

/// They name nobody, and opt-outs go on working by them.
const QStringList staying = {u"address_key"_s, u"erased_opt_out"_s, u"removed_sender"_s};

/// All that go. Asked of the database itself, so that a table which is added later is not forgotten.
Result<QStringList> tablesOfAgencies(Database& db)
{
    auto rows = db.query(db.isPostgres()
                             ? u"SELECT table_name FROM information_schema.columns WHERE column_name = 'agency_id'"
                               " AND table_schema = current_schema() ORDER BY table_name"_s
                             : u"SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                               " ON c.name = 'agency_id' WHERE m.type = 'table' ORDER BY m.name"_s);
    if (!rows)
        return rows.error();
    QStringList tables;
    while (rows->next())
        if (const QString table = rows->value(0).toString(); !staying.contains(table))
            tables.append(table);
    return tables;
}

Result<void> rememberSender(Database& db, const AgencyId& agency, Channel channel, const QString& sender)
{
    if (sender.isEmpty())
        return {};
    auto kept = db.query(u"INSERT INTO removed_sender (agency_id, channel, sender) VALUES (?, ?, ?)"_s,
                         {bound(agency), records::nameOf(channel), sender.toLower()});
    return kept ? Result<void>() : kept.error();
}

/// Somebody who said STOP to a number said it to whoever sends from it next (R9, R10; docs/decisions/0232).
Result<qint64> keepOptOuts(Records& reader, const Environment& environment)
{
    Database& db = reader.database();
    const auto settings = reader.find(u"agency"_s, reader.agency().uuid());
    if (!settings)
        return settings.error();
    const QJsonObject agency = settings->value_or(QJsonObject());
    for (const auto& [channel, field] :
         {std::pair(Channel::Text, "sending_number"_L1), {Channel::Email, "sending_address"_L1}})
        if (auto kept = rememberSender(db, reader.agency(), channel, agency[field].toString()); !kept)
            return kept.error();
    const auto ledger = reader.select(u"opt_out", u"1 = 1"_s, {});
    if (!ledger)
        return ledger.error();
    for (const Record& record : *ledger) {
        const auto optOut = records::readOptOut(record.key, record.fields);
        if (!optOut)
            return optOut.error(); // better not removed than an opt-out lost
        if (auto kept = keepOptOut(db, reader.agency(), *optOut, environment.random); !kept)
            return kept.error();
    }
    return ledger->size();
}

Result<void> checkNothingOnItsWay(RecordReader& reader)
{
    const auto sending = reader.select(u"message", u"state = 'sending' LIMIT 1"_s, {});
    if (!sending)
        return sending.error();
    if (!sending->isEmpty())
        return Error{ErrorCode::Conflict,
                     QCoreApplication::translate("Server", "A message of this agency is on its way right now. Nothing was "
                                                           "removed; try again in a few minutes.")};
    return {};
}

} // namespace

Result<qint64> removeAgency(Database& db, const AgencyId& agency, const Environment& environment, const Actor& by)
{
    static const AgencyId none(QUuid(u"00000000-0000-7000-8000-000000000000"_s));
    const auto tables = tablesOfAgencies(db);
    if (!tables)
        return tables.error();
    return db.transaction([&]() -> Result<qint64> {
        auto records = Records::lock(db, agency, environment); // nobody writes for it meanwhile
        if (!records)
            return records.error();
        if (auto quiet = checkNothingOnItsWay(*records); !quiet)
            return quiet.error();
        const auto optOuts = keepOptOuts(*records, environment);
        if (!optOuts)
            return optOuts.error();
        // Lets its audit go, which nothing else can take away (server/store/sql/0025_safety.sql).
        if (auto leave = db.query(u"INSERT INTO audit_removal (agency_id) VALUES (?)"_s, {bound(agency)}); !leave)
            return leave.error();
        qint64 count = -1; // Without that row.
        for (const QString& table : *tables) {
            auto gone = db.query(u"DELETE FROM \"%1\" WHERE agency_id = ?"_s.arg(table), {bound(agency)});
            if (!gone)
                return gone.error();
            count += gone->numRowsAffected();
        }
        const auto kept =
            writeAudit(db, none, environment,
                       {by, u"agency_removed"_s, agency.toString(), {{u"rows"_s, count}, {u"opt_outs_kept"_s, *optOuts}}});
        return kept ? Result<qint64>(count) : kept.error();
    });
}

} // namespace handrail::server
