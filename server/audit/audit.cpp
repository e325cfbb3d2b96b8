// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/audit.h"

#include "server/audit/chain.h"
#include "server/store/records.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

struct Head
{
    qint64 number = 0; ///< Of the entry to come.
    QString hash;      ///< Of the one before.
};

/// Takes the agency's lock on its audit.
Result<Head> nextPlace(Database& db, const AgencyId& agency)
{
    auto made = db.query(u"INSERT INTO audit_head (agency_id, number, hash) VALUES (?, 0, '')"
                         " ON CONFLICT (agency_id) DO NOTHING"_s,
                         {bound(agency)});
    if (!made)
        return made.error();
    auto counted = db.query(u"UPDATE audit_head SET number = number + 1 WHERE agency_id = ?"_s, {bound(agency)});
    if (!counted)
        return counted.error();
    auto row = db.query(u"SELECT number, hash FROM audit_head WHERE agency_id = ?"_s, {bound(agency)});
    if (!row)
        return row.error();
    row->next();
    return Head{row->value(0).toLongLong(), row->value(1).toString()};
}

Result<void> append(Database& db, const AgencyId& agency, const Environment& environment, const AuditEntry& entry)
{
    const auto head = nextPlace(db, agency);
    if (!head)
        return head.error();
    const QString details = QString::fromUtf8(QJsonDocument(entry.details).toJson(QJsonDocument::Compact));
    QVariantList values{bound(agency),
                        head->number,
                        environment.clock.now().toMSecsSinceEpoch(),
                        entry.by.who,
                        entry.by.device ? bound(*entry.by.device) : QVariant(),
                        entry.what,
                        entry.about.isEmpty() ? QVariant() : QVariant(entry.about),
                        details};
    const QString hash = auditHash(head->hash, values);
    auto added = db.query(u"INSERT INTO audit (agency_id, number, at, who, device_id, what, about, details, hash)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                          values << hash);
    if (!added)
        return added.error();
    auto linked = db.query(u"UPDATE audit_head SET hash = ? WHERE agency_id = ?"_s, {hash, bound(agency)});
    return linked ? Result<void>() : linked.error();
}

} // namespace

Result<void> writeAudit(Database& db, const AgencyId& agency, const Environment& environment, const AuditEntry& entry)
{
    if (db.inTransaction())
        return append(db, agency, environment, entry);
    return db.transaction([&] { return append(db, agency, environment, entry); });
}

Result<void> writeAuditOfAll(Database& db, const Environment& environment, const AuditEntry& entry)
{
    const auto all = agencies(db);
    if (!all)
        return all.error();
    for (const Agency& agency : *all)
        if (auto kept = writeAudit(db, agency.id, environment, entry); !kept)
            return kept;
    return {};
}

} // namespace handrail::server
