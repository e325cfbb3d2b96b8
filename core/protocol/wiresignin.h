// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wire.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

/// Signing in beyond the password: docs/protocol.md has routes and examples.
namespace handrail::protocol {

/// A device on which a user is signed in.
struct Device
{
    DeviceId id;
    QString name;         ///< "Front desk laptop"
    QDateTime madeAt;     ///< Of its sign-in, UTC.
    QDateTime lastSeenAt; ///< At most an hour old, UTC.
    bool isThis = false;  ///< The one that asks.
    friend bool operator==(const Device&, const Device&) = default;
};
/// GET /v1/devices, GET /v1/devices?user=ID
struct DevicesAnswer
{
    QList<Device> devices; ///< The last seen first.
};

/// What a sign-in whose password is right still needs: the code of an authenticator app, or a recovery code.
struct SecondFactorStep
{
    QByteArray challenge; ///< Works once, for five minutes and five tries.
    /// Where the agency asks for a second factor and the user has none yet: the one to set up now. Else empty.
    QString secret; ///< Base32, for typing.
    QString uri;    ///< What the QR code says: "otpauth://totp/..."
};
/// The answer to POST /v1/sign-in, /v1/sign-in/second-factor and /v1/sign-in/oidc: signed in, or one more step.
struct SignInOutcome
{
    std::optional<SignInAnswer> signedIn;
    std::optional<SecondFactorStep> next; ///< Where not signed in.
    QStringList recoveryCodes;            ///< Shown once, after a second factor was set up on the way in.
};
/// POST /v1/sign-in/second-factor
struct SecondFactorRequest
{
    QByteArray challenge;
    QString code; ///< Six digits, or a recovery code.
};

/// GET /v1/second-factor
struct SecondFactorReport
{
    bool on = false;
    bool required = false; ///< The agency asks everybody for one.
    int recoveryCodesLeft = 0;
    friend bool operator==(const SecondFactorReport&, const SecondFactorReport&) = default;
};
/// POST /v1/second-factor/set-up
struct SetUpRequest
{
    QString password;
};
struct SetUpAnswer
{
    QString secret;
    QString uri;
};
/// POST /v1/second-factor/confirm: from now on it is asked for.
struct ConfirmRequest
{
    QString code;
};
struct RecoveryCodesAnswer
{
    QStringList codes; ///< Ten; each works once. They are not shown again.
};
/// POST /v1/second-factor/off
struct TurnOffRequest
{
    QString password;
    QString code;
};

/// GET and POST /v1/sign-in-rule: how an agency's people sign in.
struct SignInRule
{
    bool secondFactorRequired = false;
    bool passwordOff = false; ///< By the organisation's account alone, where the server has single sign-on.
    friend bool operator==(const SignInRule&, const SignInRule&) = default;
};

/// GET /v1/sign-in/methods: what a sign-in page offers. The same for everyone.
struct SignInMethods
{
    bool password = true;
    QString organisation; ///< What the organisation's account is called; empty: there is no single sign-on.
    friend bool operator==(const SignInMethods&, const SignInMethods&) = default;
};
/// POST /v1/sign-in/oidc/start: the device listens at `redirectUri` on loopback and keeps the code's verifier (PKCE).
struct SingleSignOnRequest
{
    QString redirectUri;
    QString codeChallenge; ///< S256 of the verifier.
    QUuid deviceId;
    QString deviceName;
};
struct SingleSignOnStart
{
    QByteArray attempt;    ///< For POST /v1/sign-in/oidc; works once, for ten minutes.
    QString authorization; ///< Where the browser goes; https, or http on loopback.
    QString clientId;
    QString scope;
    QString nonce;
};
/// POST /v1/sign-in/oidc: what the browser brought back.
struct SingleSignOnFinish
{
    QByteArray attempt;
    QString code;
    QString codeVerifier;
    QString issuer; ///< RFC 9207; empty where the provider sent none.
};

QJsonObject toJson(const SignInMethods&);
QJsonObject toJson(const SingleSignOnRequest&);
QJsonObject toJson(const SingleSignOnStart&);
QJsonObject toJson(const SingleSignOnFinish&);
QJsonObject toJson(const DevicesAnswer&);
QJsonObject toJson(const SignInOutcome&);
QJsonObject toJson(const SecondFactorRequest&);
QJsonObject toJson(const SecondFactorReport&);
QJsonObject toJson(const SetUpRequest&);
QJsonObject toJson(const SetUpAnswer&);
QJsonObject toJson(const ConfirmRequest&);
QJsonObject toJson(const RecoveryCodesAnswer&);
QJsonObject toJson(const TurnOffRequest&);
QJsonObject toJson(const SignInRule&);

Result<SignInMethods> readSignInMethods(const QJsonObject&);
Result<SingleSignOnRequest> readSingleSignOnRequest(const QJsonObject&);
Result<SingleSignOnStart> readSingleSignOnStart(const QJsonObject&);
Result<SingleSignOnFinish> readSingleSignOnFinish(const QJsonObject&);
Result<DevicesAnswer> readDevicesAnswer(const QJsonObject&);
Result<SignInOutcome> readSignInOutcome(const QJsonObject&);
Result<SecondFactorRequest> readSecondFactorRequest(const QJsonObject&);
Result<SecondFactorReport> readSecondFactorReport(const QJsonObject&);
Result<SetUpRequest> readSetUpRequest(const QJsonObject&);
Result<SetUpAnswer> readSetUpAnswer(const QJsonObject&);
Result<ConfirmRequest> readConfirmRequest(const QJsonObject&);
Result<RecoveryCodesAnswer> readRecoveryCodesAnswer(const QJsonObject&);
Result<TurnOffRequest> readTurnOffRequest(const QJsonObject&);
Result<SignInRule> readSignInRule(const QJsonObject&);

} // namespace handrail::protocol
