// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/adminlink.h"

namespace handrail::desktop {

using sync::ServerLink;

void AdminLink::askPeople(QObject* context, Done<protocol::PeopleAnswer> done)
{
    m_account.ask<protocol::PeopleAnswer>(
        context, [](ServerLink& server) { return server.people(); }, std::move(done));
}

void AdminLink::savePerson(const std::optional<UserId>& user, const protocol::PersonRequest& request, QObject* context,
                           Done<protocol::PersonAnswer> done)
{
    m_account.ask<protocol::PersonAnswer>(
        context,
        [user, request](ServerLink& server) {
            return user ? server.changePerson(*user, request) : server.addPerson(request);
        },
        std::move(done));
}

void AdminLink::resetPassword(const UserId& user, QObject* context, Done<protocol::PersonAnswer> done)
{
    m_account.ask<protocol::PersonAnswer>(
        context, [user](ServerLink& server) { return server.resetPassword(user); }, std::move(done));
}

void AdminLink::resetSecondFactor(const UserId& user, QObject* context, Done<QJsonObject> done)
{
    m_account.ask<QJsonObject>(
        context, [user](ServerLink& server) { return server.resetSecondFactor(user); }, std::move(done));
}

void AdminLink::askDevices(const UserId& user, QObject* context, Done<protocol::DevicesAnswer> done)
{
    m_account.ask<protocol::DevicesAnswer>(
        context, [user](ServerLink& server) { return server.devices(user); }, std::move(done));
}

void AdminLink::askAudit(const QString& query, QObject* context, Done<protocol::AuditAnswer> done)
{
    m_account.ask<protocol::AuditAnswer>(
        context, [query](ServerLink& server) { return server.audit(query); }, std::move(done));
}

void AdminLink::eraseClient(const ClientId& client, QObject* context, Done<protocol::ErasureAnswer> done)
{
    m_account.ask<protocol::ErasureAnswer>(
        context, [client](ServerLink& server) { return server.eraseClient(client); }, std::move(done));
}

void AdminLink::exportClient(const ClientId& client, QObject* context, Done<QJsonObject> done)
{
    m_account.ask<QJsonObject>(
        context, [client](ServerLink& server) { return server.exportClient(client); }, std::move(done));
}

void AdminLink::askIdleClients(int days, QObject* context, Done<protocol::RetentionAnswer> done)
{
    m_account.ask<protocol::RetentionAnswer>(
        context, [days](ServerLink& server) { return server.idleClients(days); }, std::move(done));
}

void AdminLink::applyRetention(const protocol::RetentionRequest& request, QObject* context,
                               Done<protocol::ErasureAnswer> done)
{
    m_account.ask<protocol::ErasureAnswer>(
        context, [request](ServerLink& server) { return server.applyRetention(request); }, std::move(done));
}

void AdminLink::askFeeds(QObject* context, Done<protocol::FeedsAnswer> done)
{
    m_account.ask<protocol::FeedsAnswer>(
        context, [](ServerLink& server) { return server.feeds(); }, std::move(done));
}

void AdminLink::subscribeFeed(const protocol::FeedRequest& request, QObject* context, Done<protocol::FeedsAnswer> done)
{
    m_account.ask<protocol::FeedsAnswer>(
        context, [request](ServerLink& server) { return server.subscribeFeed(request); }, std::move(done));
}

void AdminLink::fetchFeed(const protocol::FeedDeed& deed, QObject* context, Done<protocol::FeedsAnswer> done)
{
    m_account.ask<protocol::FeedsAnswer>(
        context, [deed](ServerLink& server) { return server.fetchFeed(deed); }, std::move(done));
}

void AdminLink::removeFeed(const protocol::FeedDeed& deed, QObject* context, Done<protocol::FeedsAnswer> done)
{
    m_account.ask<protocol::FeedsAnswer>(
        context, [deed](ServerLink& server) { return server.removeFeed(deed); }, std::move(done));
}

void AdminLink::askSignInRule(QObject* context, Done<ui::SignInRuleReading> done)
{
    m_account.ask<ui::SignInRuleReading>(
        context,
        [](ServerLink& server) -> Result<ui::SignInRuleReading> {
            const auto rule = server.signInRule();
            const auto methods = rule ? server.signInMethods() : rule.error();
            if (!methods) {
                return methods.error();
            }
            return ui::SignInRuleReading{*rule, methods->organisation};
        },
        std::move(done));
}

void AdminLink::setSignInRule(const protocol::SignInRule& rule, QObject* context, Done<protocol::SignInRule> done)
{
    m_account.ask<protocol::SignInRule>(
        context, [rule](ServerLink& server) { return server.setSignInRule(rule); }, std::move(done));
}

} // namespace handrail::desktop
