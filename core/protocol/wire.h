// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/message.h"
#include "core/domain/records/change.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <optional>

/// The messages between desktops, agents and the server: docs/protocol.md has routes and examples. All are JSON
/// objects; instants are milliseconds since 1970 UTC. `toJson` writes; `read...` validates what came from outside and
/// never throws.
namespace handrail::protocol {

inline constexpr int maxChangesPerPush = 500;
inline constexpr int maxChangesPerPull = 500;
inline constexpr int maxWaitSeconds = 25;
/// Records of a snapshot's page, and the changes that they come as.
inline constexpr int maxRecordsPerPage = 1000;
inline constexpr int maxChangesPerPage = 10000;
inline constexpr qint64 maxBodyBytes = 8LL * 1024 * 1024;

/// POST /v1/sign-in
struct SignInRequest
{
    QString email;
    QString password;
    QUuid deviceId;     ///< Made once by the device.
    QString deviceName; ///< "Front desk laptop"
    /// The device can ask for a second factor (protocol/wiresignin.h); one that can't is told to be updated.
    bool knowsSecondFactor = false;
};
struct SignInAnswer
{
    QByteArray token; ///< For `Authorization: Bearer`, base64url.
    User user;
    AgencyId agencyId;
};

/// POST /v1/changes
struct PushRequest
{
    QList<Change> changes;
};
struct PushResult
{
    QUuid changeId;
    enum class Status { Accepted, Refused } status = Status::Accepted; ///< A repeated change is accepted again.
    QString sentence;                                                  ///< Why it was refused.
};
struct PushAnswer
{
    QList<PushResult> results;
};

/// GET /v1/changes?since=N&limit=L&wait=S&sight=T
struct PullAnswer
{
    QList<Change> changes;
    qint64 next = 0; ///< Ask with since=next.
    bool more = false;
    /// What the user may see is not what the device's `sight` stands for: it starts from a snapshot. No changes come.
    bool snapshot = false;
    QDateTime serverTime;
};

/// GET /v1/snapshot?cursor=C
struct SnapshotAnswer
{
    /// Records as they are now, each as one change for each stamp that it has, one after the other; their ids mean nothing.
    QList<Change> records;
    QString cursor; ///< Ask with cursor=cursor. Not to be understood by a device.
    bool more = false;
    qint64 position = 0; ///< After the last page: pull with since=position ...
    QString sight;       ///< ... and sight=sight.
    std::optional<qint64> clients; ///< How many clients will come; said with the first page.
};

/// POST /v1/messages/claim {"limit": n}
struct Lease
{
    MessageId messageId;
    qint64 fence = 0;
    QDateTime expiresAt;     ///< By the server's clock.
    QString link;            ///< The page of this message, freshly minted.
    QString unsubscribeLink; ///< Email only.
    QDateTime serverTime;
};
struct ClaimAnswer
{
    QList<Lease> leases;
    /// Due messages that the asker does not get, since the agency lets only a headless agent send.
    qint64 leftToHeadless = 0;
    /// What keeps messages of a carrier from going out until an administrator acts, as a reason
    /// (core/domain/reasons.h): an account that is suspended, a number that is not registered. Empty while all is well.
    QString carrierTrouble;
    int moreInMs = 0; ///< More is due than may leave at once: worth asking again after so long; 0: nothing known.
};

/// POST /v1/messages/{id}/send
struct SendRequest
{
    qint64 fence = 0;
    QString subject;
    QString body;
    QString html;
};
struct SendAnswer
{
    MessageState state = MessageState::Waiting;
    QString reason;
};

/// POST /v1/messages/{id}/release: the agent can't write it (a broken template): the server holds it with the reason.
struct ReleaseRequest
{
    qint64 fence = 0;
    QString problem;
};

/// POST /v1/messages/{id}/decision: a worker decides about a message that is held, refused,
/// expired or (to give it up) waiting.
struct DecisionRequest
{
    enum class Decision { SendAgain, GiveUp } decision = Decision::GiveUp;
    QString note;
};

/// POST /v1/printed-links: a link for a sheet of paper, with the sites of these referrals in their order. Nothing is
/// sent, so no consent is asked for; whoever holds the paper can open the page.
struct PrintedLinkRequest
{
    ClientId clientId;
    QList<ReferralId> referralIds; ///< 1 to 30, all of that client.
    QString language;              ///< Of the page, BCP 47.
    bool withFirstName = false;    ///< The page may greet by the first name.
};
struct PrintedLinkAnswer
{
    QString link;
    QDateTime expiresAt; ///< By the server's clock.
};
inline constexpr int maxPrintedReferrals = 30;

/// GET /v1/printed-links?client=<id>: the links that were given for a client's sheets, latest first. A sheet that is lost
/// is revoked by POST /v1/printed-links/<id>/revoke, which answers with that link as it is then.
struct PrintedLink
{
    QString id; ///< Names it to the server; opens nothing.
    QList<ReferralId> referralIds;
    QString language; ///< Of the page, BCP 47.
    UserId madeBy;
    QDateTime madeAt;
    QDateTime expiresAt; ///< By the server's clock.
    bool revoked = false;
};
struct PrintedLinkList
{
    QList<PrintedLink> links;
};
inline constexpr int maxPrintedLinks = 100;

QJsonObject toJson(const Change&);
QJsonObject toJson(const SignInRequest&);
QJsonObject toJson(const SignInAnswer&);
QJsonObject toJson(const PushRequest&);
QJsonObject toJson(const PushAnswer&);
QJsonObject toJson(const PullAnswer&);
QJsonObject toJson(const SnapshotAnswer&);
QJsonObject toJson(const ClaimAnswer&);
QJsonObject toJson(const SendRequest&);
QJsonObject toJson(const SendAnswer&);
QJsonObject toJson(const ReleaseRequest&);
QJsonObject toJson(const DecisionRequest&);
QJsonObject toJson(const PrintedLinkRequest&);
QJsonObject toJson(const PrintedLinkAnswer&);
QJsonObject toJson(const PrintedLink&);
QJsonObject toJson(const PrintedLinkList&);
QJsonObject toJson(const Error&);

Result<Change> readChange(const QJsonObject&);
Result<SignInRequest> readSignInRequest(const QJsonObject&);
Result<SignInAnswer> readSignInAnswer(const QJsonObject&);
Result<PushRequest> readPushRequest(const QJsonObject&);
Result<PushAnswer> readPushAnswer(const QJsonObject&);
Result<PullAnswer> readPullAnswer(const QJsonObject&);
Result<SnapshotAnswer> readSnapshotAnswer(const QJsonObject&);
Result<ClaimAnswer> readClaimAnswer(const QJsonObject&);
Result<SendRequest> readSendRequest(const QJsonObject&);
Result<SendAnswer> readSendAnswer(const QJsonObject&);
Result<ReleaseRequest> readReleaseRequest(const QJsonObject&);
Result<DecisionRequest> readDecisionRequest(const QJsonObject&);
Result<PrintedLinkRequest> readPrintedLinkRequest(const QJsonObject&);
Result<PrintedLinkAnswer> readPrintedLinkAnswer(const QJsonObject&);
Result<PrintedLink> readPrintedLink(const QJsonObject&);
Result<PrintedLinkList> readPrintedLinkList(const QJsonObject&);
/// The error that the other side sent; ServerTrouble where it can't be read.
Error readError(const QJsonObject&);

/// A JSON object out of bytes from outside; InvalidInput where it is none (HTML, nothing, cut off), larger than
/// maxBodyBytes, or nested too deep. `read...` says InvalidInput for requests and ServerTrouble for answers.
Result<QJsonObject> parseObject(const QByteArray& bytes);

} // namespace handrail::protocol
