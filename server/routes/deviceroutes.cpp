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

Result<Response> answerRevoke(const Request& request, Database& db, const Session& session)
{
    const auto device = DeviceId::fromString(QString::fromLatin1(request.params.value("id")));
    if (!device)
        return noSuchId();
    if (auto revoked = revokeDevice(db, session, *device); !revoked)
        return revoked.error();
    qCInfo(logDevices) << "user" << session.userId.toString() << "signed out device" << device->toString();
    return jsonAnswer({});
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
                return answerRevoke(request, db, session);
            });
        },
        small);
}

} // namespace handrail::server
