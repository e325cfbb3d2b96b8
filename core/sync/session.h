// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/ids.h"
#include "core/ports/secretstore.h"
#include "core/ports/stores.h"
#include "core/sync/serverlink.h"

namespace handrail::sync {

/// Names of the small facts that this device keeps (SyncStore::fact), and of its secret.
namespace facts {
inline constexpr QLatin1String serverUrl("server_url");
inline constexpr QLatin1String userId("user_id");
inline constexpr QLatin1String userName("user_name");
inline constexpr QLatin1String userEmail("user_email");
inline constexpr QLatin1String agencyId("agency_id");
inline constexpr QLatin1String deviceId("device_id");
inline constexpr QLatin1String lastSyncAt("last_sync_at");       ///< Milliseconds since 1970 UTC; at most a minute old.
inline constexpr QLatin1String lastSyncError("last_sync_error"); ///< A sentence; empty while all is well.
/// "yes" from when the server refuses the device's token until a sign-in or a good turn.
inline constexpr QLatin1String signInNeeded("sign_in_needed");
inline constexpr QLatin1String offlineSince("offline_since"); ///< Milliseconds; the first turn that reached no server.
inline constexpr QLatin1String nextTryAt("next_try_at");      ///< Milliseconds; only while there is trouble.
/// Due messages that the agency leaves to its headless agent; empty: none.
inline constexpr QLatin1String leftToHeadless("left_to_headless");
/// What keeps messages from going out at a carrier, as a reason (core/domain/reasons.h); empty while all is well.
inline constexpr QLatin1String carrierTrouble("carrier_trouble");
/// What the server called what this device sees; empty before its first snapshot. Set by the store alone.
inline constexpr QLatin1String sight("sight");
/// The snapshot under way (SnapshotState); empty: none is. Set by the store alone.
inline constexpr QLatin1String snapshot("snapshot");
/// "yes" from signing out with the data kept until the next sign-in: nothing of it is shown in between.
inline constexpr QLatin1String signedOut("signed_out");
} // namespace facts
inline constexpr char deviceTokenSecret[] = "device-token";

/// Who uses this profile, at which server.
struct Session
{
    QUrl server;
    UserId user;
    QString userName;
    AgencyId agency;
    friend bool operator==(const Session&, const Session&) = default;
};

/// Nothing where nobody has signed in on this profile yet.
Result<std::optional<Session>> readSession(SyncStore& store);

struct SignInForm
{
    QString server;
    QString email;
    QString password;
    QString deviceName;
};

/// Signs in at the server, keeps the token in `secrets` and the facts in `store`. A profile belongs to one user of one
/// agency: another one is refused (Conflict), since what they see of clients may differ. Errors: InvalidInput (address,
/// email or password empty), Unauthorized (not known), Offline, ServerTrouble, KeyTrouble, StorageTrouble.
Result<Session> signIn(const SignInForm& form, HttpTransport& transport, SyncStore& store, SecretStore& secrets,
                       Ids& ids);

/// How far a sign-in by a person has come.
struct SignInProgress
{
    std::optional<Session> session;                 ///< Signed in.
    std::optional<protocol::SecondFactorStep> next; ///< Else: a code is due.
    QStringList recoveryCodes;                      ///< To be shown once.
};

/// As signIn(), where somebody can be asked for the code of a second factor.
Result<SignInProgress> beginSignIn(const SignInForm& form, HttpTransport& transport, SyncStore& store,
                                   SecretStore& secrets, Ids& ids);
/// The code to the challenge that beginSignIn(form) answered. Unauthorized: it is wrong; NotFound: begin again.
Result<SignInProgress> finishSignIn(const SignInForm& form, const protocol::SecondFactorRequest& request,
                                    HttpTransport& transport, SyncStore& store, SecretStore& secrets);

/// Single sign-on's two halves, before and after the browser: `request.deviceId` is filled in.
Result<protocol::SingleSignOnStart> startSingleSignOn(const QString& server, protocol::SingleSignOnRequest request,
                                                      HttpTransport& transport, SyncStore& store, Ids& ids);
Result<SignInProgress> finishSingleSignOn(const QString& server, const protocol::SingleSignOnFinish& request,
                                          HttpTransport& transport, SyncStore& store, SecretStore& secrets);

/// Forgets the token; the data stays, and is not to be shown before the next sign-in. Afterwards readToken() says
/// Unauthorized.
Result<void> signOut(SyncStore& store, SecretStore& secrets);

/// The token of the last sign-in; Unauthorized where there is none, KeyTrouble where the keychain can't be asked.
Result<QByteArray> readToken(SecretStore& secrets);

} // namespace handrail::sync
