// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/fieldreader.h"
#include "core/protocol/limits.h"
#include "core/protocol/wiresignin.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::protocol {

QJsonObject toJson(const SignInMethods& methods)
{
    return {{u"password"_s, methods.password}, {u"organisation"_s, methods.organisation}};
}

Result<SignInMethods> readSignInMethods(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    SignInMethods methods;
    methods.password = r.flag("password"_L1);
    methods.organisation = r.optionalText("organisation"_L1, limits::deviceNameLength);
    return r.done(std::move(methods));
}

QJsonObject toJson(const SingleSignOnRequest& request)
{
    return {{u"redirect_uri"_s, request.redirectUri},
            {u"code_challenge"_s, request.codeChallenge},
            {u"device_id"_s, request.deviceId.toString(QUuid::WithoutBraces)},
            {u"device_name"_s, request.deviceName}};
}

Result<SingleSignOnRequest> readSingleSignOnRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    SingleSignOnRequest request;
    request.redirectUri = r.text("redirect_uri"_L1, limits::linkLength);
    request.codeChallenge = r.text("code_challenge"_L1, limits::tokenLength);
    request.deviceId = r.uuid("device_id"_L1);
    request.deviceName = r.optionalText("device_name"_L1, limits::deviceNameLength);
    return r.done(std::move(request));
}

QJsonObject toJson(const SingleSignOnStart& start)
{
    return {{u"attempt"_s, QString::fromLatin1(start.attempt)},
            {u"authorization"_s, start.authorization},
            {u"client_id"_s, start.clientId},
            {u"scope"_s, start.scope},
            {u"nonce"_s, start.nonce}};
}

Result<SingleSignOnStart> readSingleSignOnStart(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    SingleSignOnStart start;
    start.attempt = r.text("attempt"_L1, limits::tokenLength).toLatin1();
    start.authorization = r.text("authorization"_L1, limits::linkLength);
    start.clientId = r.text("client_id"_L1, limits::linkLength);
    start.scope = r.text("scope"_L1, limits::linkLength);
    start.nonce = r.text("nonce"_L1, limits::tokenLength);
    return r.done(std::move(start));
}

QJsonObject toJson(const SingleSignOnFinish& finish)
{
    return {{u"attempt"_s, QString::fromLatin1(finish.attempt)},
            {u"code"_s, finish.code},
            {u"code_verifier"_s, finish.codeVerifier},
            {u"iss"_s, finish.issuer}};
}

Result<SingleSignOnFinish> readSingleSignOnFinish(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    SingleSignOnFinish finish;
    finish.attempt = r.text("attempt"_L1, limits::tokenLength).toLatin1();
    finish.code = r.text("code"_L1, limits::sentenceLength);
    finish.codeVerifier = r.text("code_verifier"_L1, limits::tokenLength);
    finish.issuer = r.optionalText("iss"_L1, limits::linkLength);
    return r.done(std::move(finish));
}

} // namespace handrail::protocol
