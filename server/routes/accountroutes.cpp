// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wireadmin.h"
#include "server/auth/guesses.h"
#include "server/http/jsonanswer.h"
#include "server/routes/routes.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logAccount, "handrail.server.account")

namespace handrail::server {

Response tooManyGuesses()
{
    Response response = errorAnswer(
        {ErrorCode::NotAllowed,
         QCoreApplication::translate("Server", "Too many attempts to sign in. Wait 15 minutes and try again.")},
        429);
    response.addHeader("Retry-After", "900");
    return response;
}

namespace {

Response outcomeAnswer(const protocol::SignInOutcome& outcome)
{
    if (outcome.signedIn)
        qCInfo(logAccount) << "user" << outcome.signedIn->user.id.toString() << "signed in";
    return jsonAnswer(protocol::toJson(outcome));
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
    const auto db = context.databases.here();
    if (!db)
        return db.error();
    const auto known = knownDevice(**db, asked->email, asked->deviceId);
    if (!known)
        return known.error();
    Guesses guesses(**db, context.environment);
    const auto may =
        guesses.begin(signInLimits(request.remoteAddress, asked->email, *known ? (*known)->toString() : QString()));
    if (!may)
        return may.error();
    if (!*may)
        return tooManyGuesses();
    const auto answer = signIn(**db, *asked, context.environment, context.signIn);
    if (!answer) {
        qCInfo(logAccount) << "a sign-in was refused";
        return answer.error();
    }
    if (auto forgiven = guesses.succeeded(emailAtAddress(request.remoteAddress, asked->email)); !forgiven)
        return forgiven.error();
    return outcomeAnswer(*answer);
}

Result<Response> answerSecondFactor(const RouteContext& context, const Request& request)
{
    if (auto version = checkProtocolVersion(request); !version)
        return version.error();
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto asked = protocol::readSecondFactorRequest(*body);
    if (!asked)
        return asked.error();
    const auto db = context.databases.here();
    if (!db)
        return db.error();
    const auto outcome = finishSignIn(**db, *asked, context.environment, context.signIn);
    if (!outcome) {
        qCInfo(logAccount) << "a second factor was refused";
        return outcome.error();
    }
    return outcomeAnswer(*outcome);
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
    const QString guess = u"password of user "_s + session.userId.toString();
    Guesses guesses(db, context.environment);
    const auto may = guesses.begin({{.what = guess}});
    if (!may)
        return may.error();
    if (!*may)
        return tooManyGuesses();
    if (auto changed = changePassword(db, session, asked->oldPassword, asked->newPassword); !changed) {
        if (changed.error().code != ErrorCode::NotAllowed)
            if (auto forgiven = guesses.succeeded({}); !forgiven)
                return forgiven.error();
        return changed.error();
    }
    if (auto forgiven = guesses.succeeded(guess); !forgiven)
        return forgiven.error();
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
        "POST", "/v1/sign-in/second-factor",
        [context](const Request& request) {
            auto response = answerSecondFactor(context, request);
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
