// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/serverlink.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::sync {

namespace {

/// Going through every client of an agency takes a while.
constexpr int longPatienceMs = 120 * 1000;

QString personPath(const UserId& user)
{
    return u"/v1/admin/people/"_s + user.toString();
}

} // namespace

Result<protocol::PeopleAnswer> ServerLink::people()
{
    const auto answer = ask({.url = urlOf(u"/v1/admin/people"_s), .timeoutMs = longPatienceMs});
    return answer ? protocol::readPeopleAnswer(*answer) : answer.error();
}

Result<protocol::PersonAnswer> ServerLink::addPerson(const protocol::PersonRequest& request)
{
    const auto answer = post(u"/v1/admin/people"_s, toJson(request));
    return answer ? protocol::readPersonAnswer(*answer) : answer.error();
}

Result<protocol::PersonAnswer> ServerLink::changePerson(const UserId& user, const protocol::PersonRequest& request)
{
    const auto answer = post(personPath(user), toJson(request));
    return answer ? protocol::readPersonAnswer(*answer) : answer.error();
}

Result<protocol::PersonAnswer> ServerLink::resetPassword(const UserId& user)
{
    const auto answer = post(personPath(user) + u"/password"_s, {});
    return answer ? protocol::readPersonAnswer(*answer) : answer.error();
}

Result<QJsonObject> ServerLink::resetSecondFactor(const UserId& user)
{
    return post(u"/v1/users/"_s + user.toString() + u"/second-factor/reset"_s, {});
}

Result<protocol::AuditAnswer> ServerLink::audit(const QString& query)
{
    QUrl url = urlOf(u"/v1/admin/audit"_s);
    url.setQuery(query);
    const auto answer = ask({.url = url, .timeoutMs = longPatienceMs});
    return answer ? protocol::readAuditAnswer(*answer) : answer.error();
}

Result<protocol::ErasureAnswer> ServerLink::eraseClient(const ClientId& client)
{
    const auto answer = post(u"/v1/admin/clients/"_s + client.toString() + u"/erase"_s, {});
    return answer ? protocol::readErasureAnswer(*answer) : answer.error();
}

Result<QJsonObject> ServerLink::exportClient(const ClientId& client)
{
    return ask({.url = urlOf(u"/v1/admin/clients/"_s + client.toString() + u"/export"_s), .timeoutMs = longPatienceMs});
}

Result<protocol::RetentionAnswer> ServerLink::idleClients(int days)
{
    QUrl url = urlOf(u"/v1/admin/retention"_s);
    url.setQuery(u"days="_s + QString::number(days));
    const auto answer = ask({.url = url, .timeoutMs = longPatienceMs});
    return answer ? protocol::readRetentionAnswer(*answer) : answer.error();
}

Result<protocol::ErasureAnswer> ServerLink::applyRetention(const protocol::RetentionRequest& request)
{
    const auto answer = post(u"/v1/admin/retention"_s, toJson(request));
    return answer ? protocol::readErasureAnswer(*answer) : answer.error();
}

Result<protocol::FeedsAnswer> ServerLink::feeds()
{
    const auto answer = ask({.url = urlOf(u"/v1/admin/feeds"_s)});
    return answer ? protocol::readFeedsAnswer(*answer) : answer.error();
}

Result<protocol::FeedsAnswer> ServerLink::subscribeFeed(const protocol::FeedRequest& request)
{
    const auto answer = post(u"/v1/admin/feeds"_s, toJson(request));
    return answer ? protocol::readFeedsAnswer(*answer) : answer.error();
}

Result<protocol::FeedsAnswer> ServerLink::fetchFeed(const protocol::FeedDeed& deed)
{
    const auto answer = post(u"/v1/admin/feeds/fetch"_s, toJson(deed));
    return answer ? protocol::readFeedsAnswer(*answer) : answer.error();
}

Result<protocol::FeedsAnswer> ServerLink::removeFeed(const protocol::FeedDeed& deed)
{
    const auto answer = post(u"/v1/admin/feeds/remove"_s, toJson(deed));
    return answer ? protocol::readFeedsAnswer(*answer) : answer.error();
}

Result<protocol::SignInRule> ServerLink::signInRule()
{
    const auto answer = ask({.url = urlOf(u"/v1/sign-in-rule"_s)});
    return answer ? protocol::readSignInRule(*answer) : answer.error();
}

Result<protocol::SignInRule> ServerLink::setSignInRule(const protocol::SignInRule& rule)
{
    const auto answer = post(u"/v1/sign-in-rule"_s, toJson(rule));
    return answer ? protocol::readSignInRule(*answer) : answer.error();
}

} // namespace handrail::sync
