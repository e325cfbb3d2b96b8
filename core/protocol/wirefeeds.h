// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

/// What an administrator's desktop asks of the server about directories that it fetches. docs/protocol.md has the routes.
namespace handrail::protocol {

inline constexpr int mostFeeds = 100;
inline constexpr int mostFeedRemarks = 100;

/// A directory that the server fetches by its address, and what came of it.
struct Feed
{
    QString source; ///< Its name.
    QString url;
    int everyHours = 24;
    QString outcome;      ///< "waiting", "applied", "unchanged", "failed", "held".
    QString summary;      ///< In words; may be empty.
    QDateTime triedAt;    ///< Null: never.
    QDateTime appliedAt;  ///< When it last was as the feed says. Null: never.
    QDateTime nextAt;
    QStringList remarks; ///< About rows, the first so many.
    friend bool operator==(const Feed&, const Feed&) = default;
};
/// GET /v1/admin/feeds, and the answer to every deed below.
struct FeedsAnswer
{
    QList<Feed> feeds;
};
/// POST /v1/admin/feeds: adds it, or changes its address and pace.
struct FeedRequest
{
    QString source;
    QString url;
    int everyHours = 24;
};
/// POST /v1/admin/feeds/fetch: soon; POST /v1/admin/feeds/remove: no more, its sites stay.
struct FeedDeed
{
    QString source;
    bool acceptShrink = false; ///< Of fetch: also where more than half of its sites are gone.
};

QJsonObject toJson(const FeedsAnswer&);
QJsonObject toJson(const FeedRequest&);
QJsonObject toJson(const FeedDeed&);

Result<FeedsAnswer> readFeedsAnswer(const QJsonObject&);
Result<FeedRequest> readFeedRequest(const QJsonObject&);
Result<FeedDeed> readFeedDeed(const QJsonObject&);

} // namespace handrail::protocol
