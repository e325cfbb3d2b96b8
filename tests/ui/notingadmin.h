// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/adminservices.h"

#include <QMetaObject>
#include <QObject>

namespace handrail::tests {

/// A server that notes what an administrator asks and answers what the test says.
class NotingAdmin : public ui::AdminServices
{
public:
    void askPeople(QObject* context, Done<protocol::PeopleAnswer> done) override
    {
        answer(context, [done, result = people] { done(result); });
    }
    void savePerson(const std::optional<UserId>& user, const protocol::PersonRequest& request, QObject* context,
                    Done<protocol::PersonAnswer> done) override
    {
        saved.append({user, request});
        answer(context, [done, result = person] { done(result); });
    }
    void resetPassword(const UserId& user, QObject* context, Done<protocol::PersonAnswer> done) override
    {
        resets.append(user);
        answer(context, [done, result = person] { done(result); });
    }
    void resetSecondFactor(const UserId& user, QObject* context, Done<QJsonObject> done) override
    {
        factorResets.append(user);
        answer(context, [done, result = factorReset] { done(result); });
    }
    void askDevices(const UserId& user, QObject* context, Done<protocol::DevicesAnswer> done) override
    {
        askedDevicesOf.append(user);
        answer(context, [done, result = devices] { done(result); });
    }
    void askAudit(const QString& query, QObject* context, Done<protocol::AuditAnswer> done) override
    {
        queries.append(query);
        answer(context, [done, result = audit] { done(result); });
    }
    void eraseClient(const ClientId& client, QObject* context, Done<protocol::ErasureAnswer> done) override
    {
        erased.append(client);
        answer(context, [done, result = erasure] { done(result); });
    }
    void exportClient(const ClientId&, QObject* context, Done<QJsonObject> done) override
    {
        answer(context, [done] { done(QJsonObject{{QStringLiteral("format"), QStringLiteral("handrail-client-1")}}); });
    }
    void askIdleClients(int days, QObject* context, Done<protocol::RetentionAnswer> done) override
    {
        askedDays = days;
        answer(context, [done, result = idle] { done(result); });
    }
    void applyRetention(const protocol::RetentionRequest& request, QObject* context,
                        Done<protocol::ErasureAnswer> done) override
    {
        applied.append({request.days, request.expected});
        answer(context, [done, result = erasure] { done(result); });
    }

    void askFeeds(QObject* context, Done<protocol::FeedsAnswer> done) override
    {
        answer(context, [done, result = feeds] { done(result); });
    }
    void subscribeFeed(const protocol::FeedRequest& request, QObject* context,
                       Done<protocol::FeedsAnswer> done) override
    {
        feedDeeds.append(QStringLiteral("subscribe %1 %2 %3").arg(request.source, request.url).arg(request.everyHours));
        answer(context, [done, result = feeds] { done(result); });
    }
    void fetchFeed(const protocol::FeedDeed& deed, QObject* context, Done<protocol::FeedsAnswer> done) override
    {
        feedDeeds.append((deed.acceptShrink ? QStringLiteral("accept %1") : QStringLiteral("fetch %1")).arg(deed.source));
        answer(context, [done, result = feeds] { done(result); });
    }
    void removeFeed(const protocol::FeedDeed& deed, QObject* context, Done<protocol::FeedsAnswer> done) override
    {
        feedDeeds.append(QStringLiteral("remove %1").arg(deed.source));
        answer(context, [done, result = feeds] { done(result); });
    }

    Result<protocol::FeedsAnswer> feeds = protocol::FeedsAnswer{};
    QStringList feedDeeds;
    void askSignInRule(QObject* context, Done<ui::SignInRuleReading> done) override
    {
        answer(context, [done, result = rule] { done(result); });
    }
    void setSignInRule(const protocol::SignInRule& wanted, QObject* context, Done<protocol::SignInRule> done) override
    {
        rules.append(wanted);
        answer(context, [done, result = ruleAnswer.value_or(wanted)] { done(result); });
    }

    Result<ui::SignInRuleReading> rule = ui::SignInRuleReading{};
    std::optional<Result<protocol::SignInRule>> ruleAnswer; ///< Nothing: it is kept.
    QList<protocol::SignInRule> rules;
    Result<protocol::PeopleAnswer> people = protocol::PeopleAnswer{};
    Result<protocol::PersonAnswer> person = Error{ErrorCode::Offline, QStringLiteral("The server can’t be reached.")};
    Result<protocol::AuditAnswer> audit = protocol::AuditAnswer{};
    Result<protocol::ErasureAnswer> erasure = protocol::ErasureAnswer{1, 12, 1, 2};
    Result<protocol::RetentionAnswer> idle = protocol::RetentionAnswer{};
    QList<std::pair<std::optional<UserId>, protocol::PersonRequest>> saved;
    QList<UserId> resets;
    Result<QJsonObject> factorReset = QJsonObject{};
    QList<UserId> factorResets;
    QList<UserId> askedDevicesOf;
    Result<protocol::DevicesAnswer> devices = protocol::DevicesAnswer{};
    QStringList queries;
    QList<ClientId> erased;
    int askedDays = 0;
    QList<std::pair<int, qint64>> applied;

private:
    static void answer(QObject* context, std::function<void()> how)
    {
        QMetaObject::invokeMethod(context, std::move(how), Qt::QueuedConnection);
    }
};

} // namespace handrail::tests
