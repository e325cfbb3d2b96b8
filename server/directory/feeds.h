// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "server/audit/audit.h"
#include "server/directory/directory.h"
#include "server/store/database.h"
#include "server/store/environment.h"

#include <QUrl>

namespace handrail::server {

/// A directory that the server fetches by its address.
struct DirectoryFeed
{
    AgencyId agencyId;
    QString source; ///< The directory's name; tells its sites from those of others.
    QUrl url;
    int everyHours = 24;
    QString etag; ///< As the other server gave them: asked again, it may say that nothing changed.
    QString lastModified;
    bool mayShrink = false; ///< An administrator said that the next one may lose more than half of its sites.
    QDateTime nextAt;
    QDateTime triedAt;   ///< Null: never.
    QDateTime appliedAt; ///< When it last was as the feed says. Null: never.
    QString outcome;     ///< "waiting", "applied", "unchanged", "failed", "held".
    QString summary;     ///< In words, for the administrator.
    QList<RowReport> report;
};

/// Adds the feed or changes its address and pace; it is fetched at once. Error: no https address (http is for
/// loopback).
Result<void> subscribe(Database& db, const Environment& environment, const AgencyId& agency, const QString& source,
                       const QUrl& url, int everyHours, const Actor& by = Actor::command());
/// Its sites stay as they are.
Result<void> unsubscribe(Database& db, const Environment& environment, const AgencyId& agency, const QString& source,
                         const Actor& by = Actor::command());
Result<QList<DirectoryFeed>> feedsOf(Database& db, const AgencyId& agency);
/// Makes it due now; `mayShrink`: the administrator's word on a feed that is held.
Result<void> fetchSoon(Database& db, const Environment& environment, const AgencyId& agency, const QString& source,
                       bool mayShrink, const Actor& by = Actor::command());

/// A feed that is due, leased to `holder` for an hour: of several server processes one gets it. Nothing where none is.
Result<std::optional<DirectoryFeed>> leaseDueFeed(Database& db, const Environment& environment, const QString& holder);
/// Writes down what came of it and gives the lease back. False: the lease was another's by now; nothing was written.
Result<bool> finishFeed(Database& db, const Environment& environment, const DirectoryFeed& feed, const QString& holder);

} // namespace handrail::server
