// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/privacy/removeagency.h"

#include "server/store/records.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

/// Asked of the database itself, so that a table which is added later is not forgotten.
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
        tables.append(rows->value(0).toString());
    return tables;
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
        qint64 count = 0;
        for (const QString& table : *tables) {
            auto gone = db.query(u"DELETE FROM \"%1\" WHERE agency_id = ?"_s.arg(table), {bound(agency)});
            if (!gone)
                return gone.error();
            count += gone->numRowsAffected();
        }
        const auto kept =
            writeAudit(db, none, environment, {by, u"agency_removed"_s, agency.toString(), {{u"rows"_s, count}}});
        return kept ? Result<qint64>(count) : kept.error();
    });
}

} // namespace handrail::server
