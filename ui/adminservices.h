// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wirefeeds.h"
#include "core/protocol/wirepeople.h"
#include "core/protocol/wiresignin.h"

#include <functional>

class QObject;

namespace handrail::ui {

/// How the agency's people sign in, and what the server could offer them.
struct SignInRuleReading
{
    protocol::SignInRule rule;
    QString organisation; ///< Whose accounts the server is joined to; empty: to none.
};

/// What an administrator asks of the server beside sync. Every call returns at once; `done` is called later on
/// `context`'s thread, unless `context` died. Errors: Offline, NotAllowed (no administrator any more) ...
class AdminServices
{
public:
    virtual ~AdminServices() = default;
    template <typename T>
    using Done = std::function<void(Result<T>)>;

    virtual void askPeople(QObject* context, Done<protocol::PeopleAnswer> done) = 0;
    /// Without a user: a new one, whose password comes with the answer.
    virtual void savePerson(const std::optional<UserId>& user, const protocol::PersonRequest& request, QObject* context,
                            Done<protocol::PersonAnswer> done) = 0;
    virtual void resetPassword(const UserId& user, QObject* context, Done<protocol::PersonAnswer> done) = 0;
    /// For who lost phone and recovery codes: the password alone signs in again. Answers nothing.
    virtual void resetSecondFactor(const UserId& user, QObject* context, Done<QJsonObject> done) = 0;
    /// Of another person; AccountServices::revokeDevice signs one out.
    virtual void askDevices(const UserId& user, QObject* context, Done<protocol::DevicesAnswer> done) = 0;
    /// `query`: as of GET /v1/admin/audit.
    virtual void askAudit(const QString& query, QObject* context, Done<protocol::AuditAnswer> done) = 0;
    virtual void eraseClient(const ClientId& client, QObject* context, Done<protocol::ErasureAnswer> done) = 0;
    virtual void exportClient(const ClientId& client, QObject* context, Done<QJsonObject> done) = 0;
    virtual void askIdleClients(int days, QObject* context, Done<protocol::RetentionAnswer> done) = 0;
    virtual void applyRetention(const protocol::RetentionRequest& request, QObject* context,
                                Done<protocol::ErasureAnswer> done) = 0;
    /// Directories that the server fetches; every deed answers all as they are then.
    virtual void askFeeds(QObject* context, Done<protocol::FeedsAnswer> done) = 0;
    virtual void subscribeFeed(const protocol::FeedRequest& request, QObject* context,
                               Done<protocol::FeedsAnswer> done) = 0;
    virtual void fetchFeed(const protocol::FeedDeed& deed, QObject* context, Done<protocol::FeedsAnswer> done) = 0;
    virtual void removeFeed(const protocol::FeedDeed& deed, QObject* context, Done<protocol::FeedsAnswer> done) = 0;
    virtual void askSignInRule(QObject* context, Done<SignInRuleReading> done) = 0;
    /// Conflict: it would leave nobody a way in.
    virtual void setSignInRule(const protocol::SignInRule& rule, QObject* context,
                               Done<protocol::SignInRule> done) = 0;
};

} // namespace handrail::ui
