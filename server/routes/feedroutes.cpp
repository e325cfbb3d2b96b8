// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wirefeeds.h"
#include "server/directory/feeds.h"
#include "server/directory/reportfile.h"
#include "server/http/jsonanswer.h"
#include "server/routes/adminroutes.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Result<Response> answerFeeds(const RouteContext&, const Request&, Database& db, const Session& session)
{
    const auto feeds = feedsOf(db, session.agencyId);
    if (!feeds)
        return feeds.error();
    protocol::FeedsAnswer answer;
    for (const DirectoryFeed& feed : feeds->first(qMin<qsizetype>(feeds->size(), protocol::mostFeeds))) {
        protocol::Feed one{feed.source,  feed.url.toString(), feed.everyHours, feed.outcome, feed.summary,
                           feed.triedAt, feed.appliedAt,      feed.nextAt,     {}};
        for (const RowReport& report : feed.report.first(qMin<qsizetype>(feed.report.size(), protocol::mostFeedRemarks)))
            one.remarks.append(reportLine(report));
        answer.feeds.append(one);
    }
    return jsonAnswer(protocol::toJson(answer));
}

Result<Response> answerSubscribe(const RouteContext& context, const Request& request, Database& db,
                                 const Session& session)
{
    const auto body = jsonBody(request);
    const auto asked = body ? protocol::readFeedRequest(*body) : body.error();
    if (!asked)
        return asked.error();
    const auto added = subscribe(db, context.environment, session.agencyId, asked->source,
                                 QUrl(asked->url, QUrl::StrictMode), asked->everyHours, session.actor());
    return added ? answerFeeds(context, request, db, session) : added.error();
}

/// The next round of any server process fetches it, within half a minute.
Result<Response> answerFetch(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto body = jsonBody(request);
    const auto asked = body ? protocol::readFeedDeed(*body) : body.error();
    if (!asked)
        return asked.error();
    const auto due = fetchSoon(db, context.environment, session.agencyId, asked->source, asked->acceptShrink, session.actor());
    return due ? answerFeeds(context, request, db, session) : due.error();
}

Result<Response> answerRemove(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto body = jsonBody(request);
    const auto asked = body ? protocol::readFeedDeed(*body) : body.error();
    if (!asked)
        return asked.error();
    const auto gone = unsubscribe(db, context.environment, session.agencyId, asked->source, session.actor());
    return gone ? answerFeeds(context, request, db, session) : gone.error();
}

} // namespace

void registerFeedRoutes(Router& router, const RouteContext& context)
{
    constexpr RouteLimits small{.maxBodyBytes = 16LL * 1024};
    addForAdministrator(router, context, {"GET", "/v1/admin/feeds", answerFeeds, small});
    addForAdministrator(router, context, {"POST", "/v1/admin/feeds", answerSubscribe, small});
    addForAdministrator(router, context, {"POST", "/v1/admin/feeds/fetch", answerFetch, small});
    addForAdministrator(router, context, {"POST", "/v1/admin/feeds/remove", answerRemove, small});
}

} // namespace handrail::server
