// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wiresignin.h"
#include "server/auth/auth.h"

namespace handrail::server {

/// What this server's configuration says about signing in.
struct SignInSettings
{
    QByteArray key;            ///< Seals the secrets of second factors; empty: they are kept as they are.
    bool singleSignOn = false; ///< An organisation's accounts are joined: an agency may turn passwords off.
};

/// A user and where they belong.
struct Account
{
    AgencyId agency;
    User user;
    QString hash; ///< Of the password.
};

/// Checks email and password; the answer is a token for the device, or a challenge where a second factor is due. An
/// unknown email, a wrong password and a disabled user cost the same work and get the same answer (Unauthorized),
/// whether or not there is a second factor. NewerVersion: a second factor is due and the device does not know what that
/// is.
Result<protocol::SignInOutcome> signIn(Database& db, const protocol::SignInRequest& request,
                                       const Environment& environment, const SignInSettings& settings);

/// The code to a challenge of signIn(). Unauthorized: it is wrong. NotFound: the challenge is over (used, five minutes
/// old, five wrong codes); sign in from the start. NotAllowed: too many wrong codes for this user.
Result<protocol::SignInOutcome> finishSignIn(Database& db, const protocol::SecondFactorRequest& request,
                                             const Environment& environment, const SignInSettings& settings);

/// Gives the device its token: all has been checked. Conflict where another user is signed in on it.
Result<protocol::SignInAnswer> enter(Database& db, const Account& account, const QUuid& device,
                                     const QString& deviceName, const Environment& environment);

/// The account with that email, disabled or not.
Result<std::optional<Account>> findAccount(Database& db, const QString& email);
Result<std::optional<Account>> findAccount(Database& db, const AgencyId& agency, const UserId& user);

/// 256 random bits, base64url.
QByteArray makeToken(Random& random);
/// What is kept of a token: with 256 random bits a plain hash is enough (ASVS 6.5.2).
QString hashOfToken(const QByteArray& token);

} // namespace handrail::server
