// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/auditreader.h"

#include "server/audit/chain.h"
#include "server/store/records.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr int rowsRead = 500;

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

AuditLine lineOf(const Rows& row)
{
    return {row.value(0).toLongLong(),
            QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC),
            {{row.value(2).toString(), DeviceId::fromString(row.value(3).toString())},
             row.value(4).toString(),
             row.value(5).toString(),
             QJsonDocument::fromJson(row.value(6).toString().toUtf8()).object()},
            row.value(7).toString()};
}

/// Follows the chain, page by page.
class Chain
{
public:
    Chain(Database& db, const AgencyId& agency, const std::optional<AuditMark>& expected)
        : m_db(db)
        , m_agency(agency)
        , m_expected(expected)
    {
    }

    Result<AuditCheck> follow()
    {
        for (bool more = true; more && m_check.problem.isEmpty();) {
            const auto read = followPage();
            if (!read)
                return read.error();
            more = *read;
        }
        if (m_check.problem.isEmpty())
            if (auto checked = checkHead(); !checked)
                return checked.error();
        if (m_check.problem.isEmpty() && m_expected && m_expected->number > m_check.last.number)
            m_check.problem = tr("The entries after %1 are missing: the noted one was %2.")
                                  .arg(m_check.last.number)
                                  .arg(m_expected->number);
        return m_check;
    }

private:
    /// Whether there may be more.
    Result<bool> followPage()
    {
        auto rows = m_db.query(u"SELECT agency_id, number, at, who, device_id, what, about, details, hash FROM audit"
                               " WHERE agency_id = ? AND number > ? ORDER BY number LIMIT ?"_s,
                               {bound(m_agency), m_check.last.number, rowsRead});
        if (!rows)
            return rows.error();
        int count = 0;
        for (; rows->next() && m_check.problem.isEmpty(); ++count)
            followEntry(*rows);
        return count == rowsRead;
    }

    void followEntry(const Rows& row)
    {
        const qint64 number = row.value(1).toLongLong();
        if (number != m_check.last.number + 1) {
            m_check.problem = tr("Entries are missing between %1 and %2.").arg(m_check.last.number).arg(number);
            return;
        }
        QVariantList columns;
        for (int i = 0; i < 8; ++i)
            columns.append(row.value(i));
        const QString hash = row.value(8).toString();
        const bool isNoted = !m_expected || m_expected->number != number || m_expected->hash == hash;
        if (auditHash(m_check.last.hash, columns) != hash)
            m_check.problem = tr("Entry %1 was changed, or the one before it.").arg(number);
        else if (!isNoted)
            m_check.problem = tr("Entry %1 is not the one that was noted: the audit up to it was made anew.").arg(number);
        else
            m_check.last = {number, hash};
    }

    Result<void> checkHead()
    {
        auto head = m_db.query(u"SELECT number, hash FROM audit_head WHERE agency_id = ?"_s, {bound(m_agency)});
        if (!head)
            return head.error();
        const AuditMark kept =
            head->next() ? AuditMark{head->value(0).toLongLong(), head->value(1).toString()} : AuditMark{};
        if (kept.number != m_check.last.number || kept.hash != m_check.last.hash)
            m_check.problem = tr("The last entries are missing: there were %1, and %2 are here.")
                                  .arg(kept.number)
                                  .arg(m_check.last.number);
        return {};
    }

    Database& m_db;
    AgencyId m_agency;
    std::optional<AuditMark> m_expected;
    AuditCheck m_check;
};

} // namespace

Result<QList<AuditLine>> readAudit(Database& db, const AgencyId& agency, const AuditQuery& query)
{
    QString sql = u"SELECT number, at, who, device_id, what, about, details, hash FROM audit WHERE agency_id = ?"_s;
    QVariantList values{bound(agency)};
    const auto add = [&](bool wanted, const QString& condition, const QVariant& value) {
        if (!wanted)
            return;
        sql += u" AND "_s + condition;
        values.append(value);
    };
    add(query.from.isValid(), u"at >= ?"_s, bound(query.from));
    add(query.to.isValid(), u"at < ?"_s, bound(query.to));
    add(!query.who.isEmpty(), u"who = ?"_s, query.who);
    add(!query.what.isEmpty(), u"what = ?"_s, query.what);
    if (!query.about.isEmpty()) {
        sql += u" AND (about = ? OR about IS NULL AND what = 'records_changed' AND details LIKE ?)"_s;
        values << query.about << u'%' + query.about + u'%';
    }
    add(query.before > 0, u"number < ?"_s, query.before);
    auto rows = db.query(sql + u" ORDER BY number DESC LIMIT ?"_s, values << query.limit);
    if (!rows)
        return rows.error();
    QList<AuditLine> lines;
    while (rows->next())
        lines.append(lineOf(*rows));
    return lines;
}

std::optional<AuditMark> AuditMark::fromText(const QString& text)
{
    bool isNumber = false;
    const qint64 number = text.section(u':', 0, 0).toLongLong(&isNumber);
    const QString hash = text.section(u':', 1).trimmed().toLower();
    return isNumber && number > 0 && hash.size() == 64 ? std::optional(AuditMark{number, hash}) : std::nullopt;
}

Result<AuditCheck> verifyAudit(Database& db, const AgencyId& agency, const std::optional<AuditMark>& expected)
{
    return Chain(db, agency, expected).follow();
}

} // namespace handrail::server
