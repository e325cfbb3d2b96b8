// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wire.h"

#include "core/domain/records/codec.h"
#include "core/protocol/fieldreader.h"
#include "core/protocol/limits.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail::protocol {

namespace {

struct CodeName
{
    ErrorCode code;
    QLatin1String name;
};
constexpr std::array codeNames = {CodeName{ErrorCode::InvalidInput, "invalid_input"_L1},
                                  CodeName{ErrorCode::NotAllowed, "not_allowed"_L1},
                                  CodeName{ErrorCode::NotFound, "not_found"_L1},
                                  CodeName{ErrorCode::Conflict, "conflict"_L1},
                                  CodeName{ErrorCode::Offline, "offline"_L1},
                                  CodeName{ErrorCode::ServerTrouble, "server_trouble"_L1},
                                  CodeName{ErrorCode::Unauthorized, "unauthorized"_L1},
                                  CodeName{ErrorCode::StorageTrouble, "storage_trouble"_L1},
                                  CodeName{ErrorCode::KeyTrouble, "key_trouble"_L1},
                                  CodeName{ErrorCode::NewerVersion, "newer_version"_L1},
                                  CodeName{ErrorCode::Internal, "internal"_L1}};

bool isBase64Url(const QString& token)
{
    return std::all_of(token.begin(), token.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' ||
               c == u'_';
    });
}

} // namespace

QJsonObject toJson(const SignInRequest& request)
{
    QJsonObject object{{u"email"_s, request.email},
                       {u"password"_s, request.password},
                       {u"device_id"_s, request.deviceId.toString(QUuid::WithoutBraces)},
                       {u"device_name"_s, request.deviceName}};
    if (request.knowsSecondFactor)
        object.insert(u"knows_second_factor"_s, true);
    return object;
}

Result<SignInRequest> readSignInRequest(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::InvalidInput);
    SignInRequest request;
    request.email = r.text("email"_L1, limits::emailLength);
    request.password = r.text("password"_L1, limits::passwordLength);
    request.deviceId = r.uuid("device_id"_L1);
    request.deviceName = r.optionalText("device_name"_L1, limits::deviceNameLength);
    request.knowsSecondFactor = r.has("knows_second_factor"_L1) && r.flag("knows_second_factor"_L1);
    return r.done(std::move(request));
}

QJsonObject toJson(const SignInAnswer& answer)
{
    QJsonObject user = records::fieldsOf(answer.user);
    user.insert(u"id"_s, answer.user.id.toString());
    return {{u"token"_s, QString::fromLatin1(answer.token)},
            {u"user"_s, user},
            {u"agency_id"_s, answer.agencyId.toString()}};
}

Result<SignInAnswer> readSignInAnswer(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    const QString token = r.text("token"_L1, limits::tokenLength);
    if (!isBase64Url(token))
        r.fail("token"_L1);
    const QUuid agencyId = r.uuid("agency_id"_L1);
    const QJsonObject fields = r.object("user"_L1);
    FieldReader userFields(fields, ErrorCode::ServerTrouble);
    const auto user = records::readUser(userFields.uuid("id"_L1), fields);
    if (!user)
        r.fail(user.error());
    if (r.failed())
        return r.error();
    return SignInAnswer{token.toLatin1(), *user, AgencyId(agencyId)};
}

QJsonObject toJson(const Error& error)
{
    for (const CodeName& entry : codeNames)
        if (entry.code == error.code)
            return {{u"code"_s, QString(entry.name)}, {u"sentence"_s, error.sentence}};
    Q_UNREACHABLE();
    return {};
}

Error readError(const QJsonObject& object)
{
    FieldReader r(object, ErrorCode::ServerTrouble);
    const QString name = r.text("code"_L1, limits::nameLength);
    Error error{ErrorCode::ServerTrouble, r.text("sentence"_L1, limits::sentenceLength)};
    // A code that a newer server made up is trouble all the same, and its sentence is worth showing.
    for (const CodeName& entry : codeNames)
        if (entry.name == name)
            error.code = entry.code;
    return r.failed() ? r.error() : error;
}

} // namespace handrail::protocol
