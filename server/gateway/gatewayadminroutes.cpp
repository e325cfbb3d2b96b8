// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/guesses.h"
#include "server/gateway/gatewayadmin.h"
#include "server/http/jsonanswer.h"

#include <QCoreApplication>

namespace handrail::server {

namespace {

constexpr qint64 maxBytes = 16LL * 1024;

Response tooManyTests()
{
    Response response =
        errorAnswer({ErrorCode::NotAllowed,
                     QCoreApplication::translate(
                         "Gateway", "That were many tests in a short time. Wait ten minutes and try again.")},
                    429);
    response.addHeader("Retry-After", "600");
    return response;
}

/// The session of a request that speaks our protocol, or the answer that it gets instead.
Response withAdmin(Databases& databases, const Environment& environment, const Request& request,
                   const std::function<Response(const Session&)>& handle)
{
    if (const auto version = checkProtocolVersion(request); !version)
        return errorAnswer(version.error());
    const auto db = databases.here();
    if (!db)
        return errorAnswer(db.error());
    const auto session = authenticate(**db, request, environment);
    return session ? handle(*session) : errorAnswer(session.error());
}

/// Five in ten minutes, whichever server process is asked.
Result<bool> mayTest(Databases& databases, const Environment& environment, const Session& session)
{
    const auto db = databases.here();
    if (!db)
        return db.error();
    return Guesses(**db, environment)
        .begin({{.what = QStringLiteral("test messages of ") + session.userId.toString(), .most = 5, .windowSeconds = 600}});
}

Response answerTest(Databases& databases, const Environment& environment, GatewayAdmin& admin, const Session& session,
                    const Request& request)
{
    const auto body = jsonBody(request);
    if (!body)
        return errorAnswer(body.error());
    const auto asked = protocol::readTestMessageRequest(*body);
    if (!asked)
        return errorAnswer(asked.error());
    const auto may = mayTest(databases, environment, session);
    if (!may)
        return errorAnswer(may.error());
    if (!*may)
        return tooManyTests();
    const auto answer = admin.sendTest(session, *asked);
    return answer ? jsonAnswer(protocol::toJson(*answer)) : errorAnswer(answer.error());
}

} // namespace

void registerGatewayAdminRoutes(Router& router, Databases& databases, GatewayAdmin& admin,
                                const Environment& environment)
{
    router.add("GET", "/v1/gateway",
               [&databases, &admin, environment](const Request& request) {
                   return withAdmin(databases, environment, request, [&](const Session& session) {
                       const auto report = admin.report(session);
                       return report ? jsonAnswer(protocol::toJson(*report)) : errorAnswer(report.error());
                   });
               },
               {.maxBodyBytes = maxBytes});
    router.add("POST", "/v1/gateway/test",
               [&databases, &admin, environment](const Request& request) {
                   return withAdmin(databases, environment, request, [&](const Session& session) {
                       return answerTest(databases, environment, admin, session, request);
                   });
               },
               {.maxBodyBytes = maxBytes, .slow = true});
}

} // namespace handrail::server
