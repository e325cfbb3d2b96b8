// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/devices.h"
#include "server/http/jsonanswer.h"
#include "server/routes/routes.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logDevices, "handrail.server.devices")

namespace handrail::server {

namespace {

Error noSuchId()
{
    return {ErrorCode::InvalidInput, QCoreApplication::translate("Server", "That is no id.")};
}

Result<Response> answerDevices(const RouteContext& context, const Request& request, Database& db,
                               const Session& session)
{
    UserId user = session.userId;
    if (const auto asked = request.queryValue("user")) {
        const auto named = UserId::fromString(QString::fromLatin1(*asked));
        if (!named)
            return noSuchId();
        user = *named;
    }
    const auto devices = devicesOf(db, session, user, context.environment);
    if (!devices)
        return devices.error();
    return jsonAnswer(protocol::toJson(protocol::DevicesAnswer{*devices}));
}

Result<Response> answerRevoke(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto device = DeviceId::fromString(QString::fromLatin1(request.params.value("id")));
    if (!device)
        return noSuchId();
    bool wipe = false;
    if (!request.body.isEmpty()) {
        const auto body = jsonBody(request);
        if (!body)
            return body.error();
        wipe = (*body)[u"wipe"].toBool();
    }
    if (auto revoked = revokeDevice(db, session, *device, wipe); !revoked)
        return revoked.error();
    qCInfo(logDevices) << "user" << session.userId.toString() << "signed out device" << device->toString();
    const auto kept = writeAudit(db, session.agencyId, context.environment,
                                 {session.actor(), audited::deviceRevoked, device->toString(),
                                  wipe ? QJsonObject{{u"wipe"_s, true}} : QJsonObject()});
    return kept ? Result<Response>(jsonAnswer({})) : kept.error();
}

/// Asked by a device whose token is over, so there is no session to ask in the name of.
Response answerWipe(const RouteContext& context, const Request& request)
{
    const QByteArray header = request.header("Authorization");
    const auto db = context.databases.here();
    const auto ordered = db ? isWipeOrdered(**db, header.mid(int(qstrlen("Bearer "))).trimmed(), context.environment)
                            : db.error();
    return ordered ? jsonAnswer({{u"wipe"_s, *ordered}}) : errorAnswer(ordered.error());
}

} // namespace

void registerDeviceRoutes(Router& router, const RouteContext& context)
{
    constexpr RouteLimits small{.maxBodyBytes = 16LL * 1024};
    router.add("GET", "/v1/devices", [context](const Request& request) {
        return withSession(context, request, [&](Database& db, const Session& session) {
            return answerDevices(context, request, db, session);
        });
    });
    router.add(
        "POST", "/v1/devices/{id}/revoke",
        [context](const Request& request) {
            return withSession(context, request, [&](Database& db, const Session& session) {
                return answerRevoke(context, request, db, session);
            });
        },
        small);
    router.add(
        "POST", "/v1/wipe", [context](const Request& request) { return answerWipe(context, request); }, small);
}

} // namespace handrail::server
