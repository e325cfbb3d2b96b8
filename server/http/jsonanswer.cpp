// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonanswer.h"

#include "core/protocol/version.h"
#include "core/protocol/wire.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace handrail::server {

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return 400;
    case ErrorCode::Unauthorized:
        return 401;
    case ErrorCode::NotAllowed:
        return 403;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::NewerVersion:
        return 426;
    case ErrorCode::Offline:
    case ErrorCode::StorageTrouble:
        return 503;
    case ErrorCode::ServerTrouble:
        return 502;
    case ErrorCode::KeyTrouble:
    case ErrorCode::Internal:
        return 500;
    }
    return 500;
}

Response jsonAnswer(const QJsonObject& object, int status)
{
    Response response = Response::json(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
    response.addHeader(protocol::versionHeader, QByteArray::number(protocol::version));
    return response;
}

Response errorAnswer(const Error& error)
{
    return errorAnswer(error, statusOf(error.code));
}

Response errorAnswer(const Error& error, int status)
{
    Response response = jsonAnswer(protocol::toJson(error), status);
    if (status == 401)
        response.addHeader("WWW-Authenticate", "Bearer");
    return response;
}

Result<QJsonObject> jsonBody(const Request& request)
{
    return protocol::parseObject(request.body);
}

Result<void> checkProtocolVersion(const Request& request)
{
    const QByteArray said = request.header(protocol::versionHeader);
    if (said.isEmpty())
        return {};
    bool isNumber = false;
    const int version = said.toInt(&isNumber);
    if (isNumber && (version == protocol::version || version == protocol::version - 1))
        return {};
    return Error{ErrorCode::NewerVersion,
                 QCoreApplication::translate("Server", "This Handrail and its server are of versions that do not "
                                                       "understand each other; update the older one.")};
}

void answerInVersionOf(const Request& request, Response& response)
{
    if (request.header(protocol::versionHeader).toInt() != protocol::version - 1)
        return;
    for (auto& [name, value] : response.headers)
        if (name == protocol::versionHeader)
            value = QByteArray::number(protocol::version - 1);
}

} // namespace handrail::server
