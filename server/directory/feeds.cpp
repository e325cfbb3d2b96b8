// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/feeds.h"

#include "server/directory/feedfetch.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr qint64 leaseMs = 3600LL * 1000;
constexpr qsizetype keptRemarks = 200; ///< In the database; `directory import --report` has all.

const QString columns = u"agency_id, source, url, every_hours, etag, last_modified, may_shrink, next_at, tried_at,"
                        " applied_at, outcome, summary, report"_s;

QDateTime momentOf(const QVariant& ms)
{
    return ms.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC);
}

QVariant momentOrNull(const QDateTime& at)
{
    return at.isValid() ? bound(at) : QVariant();
}

/// Qt binds a null string as NULL.
QString notNull(const QString& text)
{
    return text.isNull() ? u""_s : text;
}

QString written(const QList<RowReport>& reports)
{
    QJsonArray all;
    for (const RowReport& r : reports.first(qMin(keptRemarks, reports.size())))
        all.append(QJsonArray{r.file, r.row, int(r.severity), r.sentence, r.column});
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QList<RowReport> readReports(const QString& text)
{
    QList<RowReport> reports;
    for (const QJsonValue& value : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const QJsonArray r = value.toArray();
        reports.append({r[0].toString(), r[1].toInt(), RowReport::Severity(qBound(0, r[2].toInt(), 2)), r[3].toString(),
                        r[4].toString()});
    }
    return reports;
}

Result<DirectoryFeed> read(Rows& row)
{
    const auto agency = AgencyId::fromString(row.value(0).toString());
    if (!agency)
        return Error{ErrorCode::StorageTrouble,
                     QCoreApplication::translate("Directory", "A directory's feed can't be read.")};
    return DirectoryFeed{.agencyId = *agency,
                         .source = row.value(1).toString(),
                         .url = QUrl(row.value(2).toString(), QUrl::StrictMode),
                         .everyHours = row.value(3).toInt(),
                         .etag = row.value(4).toString(),
                         .lastModified = row.value(5).toString(),
                         .mayShrink = row.value(6).toInt() != 0,
                         .nextAt = momentOf(row.value(7)),
                         .triedAt = momentOf(row.value(8)),
                         .appliedAt = momentOf(row.value(9)),
                         .outcome = row.value(10).toString(),
                         .summary = row.value(11).toString(),
                         .report = readReports(row.value(12).toString())};
}

AuditEntry deed(const Actor& by, const QString& what)
{
    return {by, audited::feedChanged, {}, {{u"deed"_s, what}}};
}

Error noSuchFeed(const QString& source)
{
    return {ErrorCode::NotFound,
            QCoreApplication::translate("Directory", "The agency has no feed named %1; `directory status` shows them.")
                .arg(source)};
}

} // namespace

Result<void> subscribe(Database& db, const Environment& environment, const AgencyId& agency, const QString& source,
                       const QUrl& url, int everyHours, const Actor& by)
{
    if (!directory::isSafeFeedAddress(url) || url.toString().size() > 2000)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Directory", "A directory's address must begin with https://, and "
                                                              "have no user name in it.")};
    if (everyHours < 1 || everyHours > 24 * 31 || source.isEmpty() || source.size() > 100 || source.contains(u'/'))
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Directory", "A directory is fetched every 1 to 744 hours, and its "
                                                              "name has 1 to 100 letters, without a slash.")};
    return db.transaction([&]() -> Result<void> {
        auto old =
            db.query(u"DELETE FROM directory_feed WHERE agency_id = ? AND source = ?"_s, {bound(agency), source});
        if (!old)
            return old.error();
        auto added = db.query(
            u"INSERT INTO directory_feed (agency_id, source, url, every_hours, next_at, lease_until, lease_by, etag,"
            " last_modified, may_shrink, outcome, summary, report)"
            " VALUES (?, ?, ?, ?, ?, 0, '', '', '', 0, 'waiting', '', '[]')"_s,
            {bound(agency), source, url.toString(QUrl::FullyEncoded), everyHours, bound(environment.clock.now())});
        return added ? writeAudit(db, agency, environment, deed(by, u"subscribe"_s)) : Result<void>(added.error());
    });
}

Result<void> unsubscribe(Database& db, const Environment& environment, const AgencyId& agency, const QString& source,
                         const Actor& by)
{
    return db.transaction([&]() -> Result<void> {
        auto gone =
            db.query(u"DELETE FROM directory_feed WHERE agency_id = ? AND source = ?"_s, {bound(agency), source});
        if (!gone)
            return gone.error();
        return gone->numRowsAffected() > 0 ? writeAudit(db, agency, environment, deed(by, u"unsubscribe"_s))
                                           : Result<void>(noSuchFeed(source));
    });
}

Result<QList<DirectoryFeed>> feedsOf(Database& db, const AgencyId& agency)
{
    auto rows =
        db.query(u"SELECT %1 FROM directory_feed WHERE agency_id = ? ORDER BY source"_s.arg(columns), {bound(agency)});
    if (!rows)
        return rows.error();
    QList<DirectoryFeed> feeds;
    while (rows->next()) {
        auto feed = read(*rows);
        if (!feed)
            return feed.error();
        feeds.append(*feed);
    }
    return feeds;
}

Result<void> fetchSoon(Database& db, const Environment& environment, const AgencyId& agency, const QString& source,
                       bool mayShrink, const Actor& by)
{
    return db.transaction([&]() -> Result<void> {
        // Without the marks of the last time: what was held has to come again.
        auto changed = db.query(u"UPDATE directory_feed SET next_at = ?, may_shrink = ?, etag = '', last_modified = ''"
                                " WHERE agency_id = ? AND source = ?"_s,
                                {bound(environment.clock.now()), mayShrink ? 1 : 0, bound(agency), source});
        if (!changed)
            return changed.error();
        if (changed->numRowsAffected() < 1)
            return noSuchFeed(source);
        return writeAudit(db, agency, environment, deed(by, mayShrink ? u"accept_shrink"_s : u"fetch"_s));
    });
}

Result<std::optional<DirectoryFeed>> leaseDueFeed(Database& db, const Environment& environment, const QString& holder)
{
    using Leased = std::optional<DirectoryFeed>;
    return db.transaction([&]() -> Result<Leased> {
        const qint64 now = environment.clock.now().toMSecsSinceEpoch();
        auto due = db.query(u"SELECT %1 FROM directory_feed WHERE next_at <= ? AND lease_until <= ?"
                            " ORDER BY next_at, agency_id, source LIMIT 1"_s.arg(columns),
                            {now, now});
        if (!due)
            return due.error();
        if (!due->next())
            return Leased();
        auto feed = read(*due);
        if (!feed)
            return feed.error();
        due->finish();
        // Another process may have read the same row: only one finds it still free, and still due.
        auto taken = db.query(u"UPDATE directory_feed SET lease_until = ?, lease_by = ?"
                              " WHERE agency_id = ? AND source = ? AND lease_until <= ? AND next_at <= ?"_s,
                              {now + leaseMs, holder, bound(feed->agencyId), feed->source, now, now});
        if (!taken)
            return taken.error();
        return taken->numRowsAffected() == 1 ? Leased(*feed) : Leased();
    });
}

Result<bool> finishFeed(Database& db, const Environment& environment, const DirectoryFeed& feed, const QString& holder)
{
    auto done = db.query(
        u"UPDATE directory_feed SET next_at = ?, lease_until = 0, lease_by = '', etag = ?, last_modified = ?,"
        " may_shrink = ?, tried_at = ?, applied_at = ?, outcome = ?, summary = ?, report = ?"
        " WHERE agency_id = ? AND source = ? AND lease_by = ? AND lease_until > ?"_s,
        {bound(feed.nextAt), notNull(feed.etag), notNull(feed.lastModified), feed.mayShrink ? 1 : 0,
         momentOrNull(feed.triedAt), momentOrNull(feed.appliedAt), feed.outcome, notNull(feed.summary.left(4000)),
         written(feed.report), bound(feed.agencyId), feed.source, holder, environment.clock.now().toMSecsSinceEpoch()});
    if (!done)
        return done.error();
    return done->numRowsAffected() == 1;
}

} // namespace handrail::server
