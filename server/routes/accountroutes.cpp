// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wireadmin.h"
#include "server/http/jsonanswer.h"
#include "server/routes/routes.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logAccount, "handrail.server.account")

namespace handrail::server {

namespace {

Response tooManyGuesses()
{
    Response response = errorAnswer(
        {ErrorCode::NotAllowed,
         QCoreApplication::translate("Server", "Too many attempts to sign in. Wait 15 minutes and try again.")},
        429);
    response.addHeader("Retry-After", "900");
    return response;
}

Result<Response> answerSignIn(const RouteContext& context, const Request& request)
{
    if (auto version = checkProtocolVersion(request); !version)
        return version.error();
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto asked = protocol::readSignInRequest(*body);
    if (!asked)
        return asked.error();
    const QString guess = request.remoteAddress + u'\n' + asked->email.trimmed().toLower();
    if (!context.guesses.allows(guess) || !context.guessesByAll.allows(request.remoteAddress))
        return tooManyGuesses();
    const auto db = context.databases.here();
    if (!db)
        return db.error();
    const auto answer = signIn(**db, *asked, context.environment);
    if (!answer && answer.error().code == ErrorCode::Unauthorized) {
        context.guesses.failed(guess);
        context.guessesByAll.failed(request.remoteAddress);
        qCInfo(logAccount) << "a sign-in was refused";
    }
    if (!answer)
        return answer.error();
    context.guesses.succeeded(guess);
    qCInfo(logAccount) << "user" << answer->user.id.toString() << "signed in";
    return jsonAnswer(protocol::toJson(*answer));
}

/// Guesses at the old password count as guesses at signing in do: a stolen device is no way to the password.
Result<Response> answerNewPassword(const RouteContext& context, const Request& request, Database& db,
                                   const Session& session)
{
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto asked = protocol::readPasswordRequest(*body);
    if (!asked)
        return asked.error();
    const QString guess = u"password\n"_s + session.userId.toString();
    if (!context.guesses.allows(guess))
        return tooManyGuesses();
    if (auto changed = changePassword(db, session, asked->oldPassword, asked->newPassword); !changed) {
        if (changed.error().code == ErrorCode::NotAllowed)
            context.guesses.failed(guess);
        return changed.error();
    }
    context.guesses.succeeded(guess);
    qCInfo(logAccount) << "user" << session.userId.toString() << "changed the password";
    return jsonAnswer({});
}

} // namespace

Response withSession(const RouteContext& context, const Request& request,
                     const std::function<Result<Response>(Database&, const Session&)>& handle)
{
    if (auto version = checkProtocolVersion(request); !version)
        return errorAnswer(version.error());
    const auto db = context.databases.here();
    if (!db)
        return errorAnswer(db.error());
    const auto session = authenticate(**db, request, context.environment);
    if (!session)
        return errorAnswer(session.error());
    auto response = handle(**db, *session);
    return response ? std::move(response).value() : errorAnswer(response.error());
}

void registerAccountRoutes(Router& router, const RouteContext& context)
{
    constexpr RouteLimits small{.maxBodyBytes = 16LL * 1024};
    router.add(
        "POST", "/v1/sign-in",
        [context](const Request& request) {
            auto response = answerSignIn(context, request);
            return response ? std::move(response).value() : errorAnswer(response.error());
        },
        small);
    router.add(
        "POST", "/v1/sign-out",
        [context](const Request& request) {
            return withSession(context, request, [](Database& db, const Session& session) -> Result<Response> {
                if (auto done = signOut(db, session); !done)
                    return done.error();
                return jsonAnswer({});
            });
        },
        small);
    router.add(
        "POST", "/v1/password",
        [context](const Request& request) {
            return withSession(context, request, [&](Database& db, const Session& session) {
                return answerNewPassword(context, request, db, session);
            });
        },
        small);
}

} // namespace handrail::server
