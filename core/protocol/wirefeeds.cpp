// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wirefeeds.h"

#include "core/protocol/fieldreader.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace handrail::protocol {

namespace {

constexpr qsizetype sourceLength = 100;
constexpr qsizetype urlLength = 2000;
constexpr qsizetype summaryLength = 4000;

QJsonObject feedJson(const Feed& feed)
{
    QJsonObject object{{u"source"_s, feed.source},
                       {u"url"_s, feed.url},
                       {u"every_hours"_s, feed.everyHours},
                       {u"outcome"_s, feed.outcome},
                       {u"summary"_s, feed.summary},
                       {u"remarks"_s, QJsonArray::fromStringList(feed.remarks)}};
    for (const auto& [name, at] :
         {std::pair(u"tried_at"_s, feed.triedAt), {u"applied_at"_s, feed.appliedAt}, {u"next_at"_s, feed.nextAt}})
        if (at.isValid())
            object.insert(name, at.toMSecsSinceEpoch());
    return object;
}

Feed feedFrom(const QJsonObject& object, FieldReader& outer)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    const auto instant = [&](QLatin1String name) { return r.has(name) ? r.instant(name) : QDateTime(); };
    Feed feed;
    feed.source = r.text("source"_L1, sourceLength);
    feed.url = r.text("url"_L1, urlLength);
    feed.everyHours = int(r.integer("every_hours"_L1, 1));
    feed.outcome = r.text("outcome"_L1, sourceLength);
    feed.summary = r.optionalText("summary"_L1, summaryLength);
    feed.triedAt = instant("tried_at"_L1);
    feed.appliedAt = instant("applied_at"_L1);
    feed.nextAt = instant("next_at"_L1);
    const QJsonArray remarks = object[u"remarks"].toArray();
    for (qsizetype i = 0; i < qMin<qsizetype>(remarks.size(), mostFeedRemarks); ++i)
        feed.remarks.append(remarks[i].toString().left(summaryLength));
    if (r.failed())
        outer.fail(r.error());
    return feed;
}

} // namespace

QJsonObject toJson(const FeedsAnswer& answer)
{
    QJsonArray feeds;
    for (const Feed& feed : answer.feeds)
        feeds.append(feedJson(feed));
    return {{u"feeds"_s, feeds}};
}

Result<FeedsAnswer> readFeedsAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    FeedsAnswer answer;
    for (const QJsonObject& one : r.objects("feeds"_L1, mostFeeds))
        answer.feeds.append(feedFrom(one, r));
    return r.done(std::move(answer));
}

QJsonObject toJson(const FeedRequest& request)
{
    return {{u"source"_s, request.source}, {u"url"_s, request.url}, {u"every_hours"_s, request.everyHours}};
}

Result<FeedRequest> readFeedRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    FeedRequest request;
    request.source = r.text("source"_L1, sourceLength);
    request.url = r.text("url"_L1, urlLength);
    request.everyHours = int(qMin<qint64>(r.integer("every_hours"_L1, 1), 100'000));
    return r.done(std::move(request));
}

QJsonObject toJson(const FeedDeed& deed)
{
    return {{u"source"_s, deed.source}, {u"accept_shrink"_s, deed.acceptShrink}};
}

Result<FeedDeed> readFeedDeed(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    FeedDeed deed;
    deed.source = r.text("source"_L1, sourceLength);
    deed.acceptShrink = r.has("accept_shrink"_L1) && r.flag("accept_shrink"_L1);
    return r.done(std::move(deed));
}

} // namespace handrail::protocol
