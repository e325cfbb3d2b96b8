// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/httptransport.h"
#include "core/protocol/wire.h"
#include "core/protocol/wireadmin.h"
#include "core/protocol/wirefeeds.h"
#include "core/protocol/wirepeople.h"
#include "core/protocol/wiresignin.h"

namespace handrail::sync {

/// The server's protocol as functions. Every call blocks for one request and ends in an answer that was validated or in
/// an Error: Offline (not reached, or no answer in time; for `send` that leaves open whether it was carried out),
/// ServerTrouble (5xx, a web page, nothing, half a message), Unauthorized (sign in again), NewerVersion, or what the
/// server itself said.
class ServerLink
{
public:
    /// `address` as of readServerAddress(); `token` empty before the sign-in. `transport` must outlive the link.
    ServerLink(HttpTransport& transport, QUrl address, QByteArray token = {});

    Result<protocol::SignInAnswer> signIn(const protocol::SignInRequest& request);
    /// For who can ask a person for the code of a second factor: signed in, or one more step.
    Result<protocol::SignInOutcome> beginSignIn(protocol::SignInRequest request);
    /// Unauthorized: the code is wrong; NotFound: begin again.
    Result<protocol::SignInOutcome> sendCode(const protocol::SecondFactorRequest& request);
    /// What a sign-in page offers.
    Result<protocol::SignInMethods> signInMethods();
    Result<protocol::SingleSignOnStart> startSingleSignOn(const protocol::SingleSignOnRequest& request);
    Result<protocol::SignInOutcome> finishSingleSignOn(const protocol::SingleSignOnFinish& request);
    /// At most protocol::maxChangesPerPush.
    Result<protocol::PushAnswer> push(const QList<Change>& changes);
    /// Changes after `since`; with none, waits up to `waitSeconds` for news. `sight`: the fact of that name.
    Result<protocol::PullAnswer> pull(qint64 since, int limit, int waitSeconds = 0, const QString& sight = {});
    /// The page after `cursor`; the first where it is empty.
    Result<protocol::SnapshotAnswer> snapshot(const QString& cursor);
    Result<protocol::ClaimAnswer> claim(int limit);
    Result<protocol::SendAnswer> send(const MessageId& id, const protocol::SendRequest& request);
    Result<void> release(const MessageId& id, const protocol::ReleaseRequest& request);
    Result<void> decide(const MessageId& id, const protocol::DecisionRequest& request);
    Result<protocol::PrintedLinkAnswer> printedLink(const protocol::PrintedLinkRequest& request);
    /// Those of a client's sheets, latest first.
    Result<protocol::PrintedLinkList> printedLinks(const ClientId& client);
    Result<protocol::PrintedLink> revokePrintedLink(const QString& id);

    /// NotAllowed where the old password is wrong.
    Result<void> changePassword(const protocol::PasswordRequest& request);
    /// This device's token ends.
    Result<void> signOut();
    /// Of who is signed in, or of `user`: for an administrator (NotAllowed).
    Result<protocol::DevicesAnswer> devices(const std::optional<UserId>& user = {});
    /// `wipe`: it also removes what it keeps, as soon as it asks.
    Result<void> revokeDevice(const DeviceId& device, bool wipe = false);
    /// Whether this device, whose token is over, was told to remove what it keeps.
    Result<bool> wipeOrdered();
    Result<protocol::SecondFactorReport> secondFactor();
    /// NotAllowed where the password, or the code, is wrong; for the next two as well.
    Result<protocol::SetUpAnswer> setUpSecondFactor(const protocol::SetUpRequest& request);
    Result<protocol::RecoveryCodesAnswer> confirmSecondFactor(const protocol::ConfirmRequest& request);
    Result<void> turnOffSecondFactor(const protocol::TurnOffRequest& request);
    /// NotAllowed for everybody but an administrator.
    Result<protocol::GatewayReport> gatewayReport();
    Result<protocol::TestMessageAnswer> sendTest(const protocol::TestMessageRequest& request);

    // Administrators only (NotAllowed for everybody else): serverlinkadmin.cpp.
    Result<protocol::PeopleAnswer> people();
    Result<protocol::PersonAnswer> addPerson(const protocol::PersonRequest& request);
    Result<protocol::PersonAnswer> changePerson(const UserId& user, const protocol::PersonRequest& request);
    Result<protocol::PersonAnswer> resetPassword(const UserId& user);
    Result<QJsonObject> resetSecondFactor(const UserId& user);
    /// `query`: as of the route, without the question mark.
    Result<protocol::AuditAnswer> audit(const QString& query);
    Result<protocol::ErasureAnswer> eraseClient(const ClientId& client);
    Result<QJsonObject> exportClient(const ClientId& client);
    Result<protocol::RetentionAnswer> idleClients(int days);
    Result<protocol::ErasureAnswer> applyRetention(const protocol::RetentionRequest& request);
    Result<protocol::FeedsAnswer> feeds();
    Result<protocol::FeedsAnswer> subscribeFeed(const protocol::FeedRequest& request);
    Result<protocol::FeedsAnswer> fetchFeed(const protocol::FeedDeed& deed);
    Result<protocol::FeedsAnswer> removeFeed(const protocol::FeedDeed& deed);
    Result<protocol::SignInRule> signInRule();
    /// Conflict: it would leave nobody a way in.
    Result<protocol::SignInRule> setSignInRule(const protocol::SignInRule& rule);

    void setToken(const QByteArray& token) { m_token = token; }
    /// The server's clock as its last answer to a pull had it; null before that.
    [[nodiscard]] const QDateTime& serverTime() const { return m_serverTime; }

private:
    Result<QJsonObject> post(const QString& path, const QJsonObject& body);
    Result<QJsonObject> ask(HttpRequest request);
    [[nodiscard]] QUrl urlOf(const QString& path) const;

    HttpTransport& m_transport;
    QUrl m_address;
    QByteArray m_token;
    QDateTime m_serverTime;
};

} // namespace handrail::sync
