// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/accountlink.h"
#include "ui/adminservices.h"

namespace handrail::desktop {

/// An administrator's questions, asked over the account's link.
class AdminLink : public ui::AdminServices
{
public:
    explicit AdminLink(composition::AccountLink& account)
        : m_account(account)
    {
    }
    void askPeople(QObject* context, Done<protocol::PeopleAnswer> done) override;
    void savePerson(const std::optional<UserId>& user, const protocol::PersonRequest& request, QObject* context,
                    Done<protocol::PersonAnswer> done) override;
    void resetPassword(const UserId& user, QObject* context, Done<protocol::PersonAnswer> done) override;
    void resetSecondFactor(const UserId& user, QObject* context, Done<QJsonObject> done) override;
    void askDevices(const UserId& user, QObject* context, Done<protocol::DevicesAnswer> done) override;
    void askAudit(const QString& query, QObject* context, Done<protocol::AuditAnswer> done) override;
    void eraseClient(const ClientId& client, QObject* context, Done<protocol::ErasureAnswer> done) override;
    void exportClient(const ClientId& client, QObject* context, Done<QJsonObject> done) override;
    void askIdleClients(int days, QObject* context, Done<protocol::RetentionAnswer> done) override;
    void applyRetention(const protocol::RetentionRequest& request, QObject* context,
                        Done<protocol::ErasureAnswer> done) override;
    void askFeeds(QObject* context, Done<protocol::FeedsAnswer> done) override;
    void subscribeFeed(const protocol::FeedRequest& request, QObject* context,
                       Done<protocol::FeedsAnswer> done) override;
    void fetchFeed(const protocol::FeedDeed& deed, QObject* context, Done<protocol::FeedsAnswer> done) override;
    void removeFeed(const protocol::FeedDeed& deed, QObject* context, Done<protocol::FeedsAnswer> done) override;
    void askSignInRule(QObject* context, Done<ui::SignInRuleReading> done) override;
    void setSignInRule(const protocol::SignInRule& rule, QObject* context, Done<protocol::SignInRule> done) override;

private:
    composition::AccountLink& m_account;
};

} // namespace handrail::desktop
