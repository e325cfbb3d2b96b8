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

Result<std::optional<Response>> guessPassword(const RouteContext& context, Database& db, const Session& session,
                                              const std::function<Result<void>()>& guess)
{
    const QString counted = passwordOf(session.userId);
    Guesses guesses(db, context.environment);
    const auto may = guesses.begin({{.what = counted}});
    if (!may)
        return may.error();
    if (!*may)
        return std::optional(tooManyGuesses());
    const auto right = guess();
    if (!right && right.error().code == ErrorCode::NotAllowed)
        return std::optional(errorAnswer(right.error()));
    // Any other trouble says nothing of the password: it is no guess.
    if (auto forgiven = guesses.succeeded(right ? counted : QString()); !forgiven)
        return forgiven.error();
    return right ? Result<std::optional<Response>>(std::nullopt) : right.error();
}

namespace {

/// A refused attempt is kept with the agency whose user it names, and with none where there is no such user: the same
/// work either way, so that the time it takes tells nobody which emails there are.
Result<void> auditRefusal(Database& db, const protocol::SignInRequest& asked, const Environment& environment)
{
    static const AgencyId none(QUuid(u"00000000-0000-7000-8000-000000000000"_s));
    const auto account = findAccount(db, asked.email);
    if (!account)
        return account.error();
    const QString user = *account ? (*account)->user.id.toString() : QString();
    const auto device = asked.deviceId.isNull() ? std::nullopt : std::optional(DeviceId(asked.deviceId));
    return writeAudit(db, *account ? (*account)->agency : none, environment,
                      {{u"nobody"_s, device}, audited::signInRefused, user, {}});
}

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
        if (answer.error().code == ErrorCode::Unauthorized)
            if (auto kept = auditRefusal(**db, *asked, context.environment); !kept)
                return kept.error();
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
    auto refused = guessPassword(context, db, session,
                                 [&] { return changePassword(db, session, asked->oldPassword, asked->newPassword); });
    if (!refused)
        return refused.error();
    if (*refused)
        return std::move(**refused);
    qCInfo(logAccount) << "user" << session.userId.toString() << "changed the password";
    const auto kept = writeAudit(db, session.agencyId, context.environment,
                                 {session.actor(), audited::passwordChanged, session.userId.toString(), {}});
    return kept ? Result<Response>(jsonAnswer({})) : kept.error();
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
    (void)(*db)->readWhole(); // What another request left is not about this one.
    const auto session = authenticate(**db, request, context.environment);
    if (!session)
        return errorAnswer(session.error());
    auto response = handle(**db, *session);
    // Half a list must not be taken for a whole one.
    if (auto whole = (*db)->readWhole(); !whole)
        return errorAnswer(whole.error());
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
            return withSession(context, request, [&](Database& db, const Session& session) -> Result<Response> {
                if (auto done = signOut(db, session); !done)
                    return done.error();
                const auto kept = writeAudit(db, session.agencyId, context.environment,
                                             {session.actor(), audited::signOut, session.userId.toString(), {}});
                return kept ? Result<Response>(jsonAnswer({})) : kept.error();
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
