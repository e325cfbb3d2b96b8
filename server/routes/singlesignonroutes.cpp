// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/guesses.h"
#include "server/auth/signinrules.h"
#include "server/auth/singlesignon.h"
#include "server/http/jsonanswer.h"
#include "server/routes/routes.h"

#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logSingleRoutes, "handrail.server.singlesignon")

namespace handrail::server {

namespace {

/// Each start costs a row and maybe a question to the provider.
Result<Response> answerStart(const RouteContext& context, OidcProvider& provider, const Request& request, Database& db)
{
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto asked = protocol::readSingleSignOnRequest(*body);
    if (!asked)
        return asked.error();
    Guesses guesses(db, context.environment);
    const auto may = guesses.begin({{.what = u"single sign-on from "_s + request.remoteAddress, .most = 100}});
    if (!may)
        return may.error();
    if (!*may)
        return tooManyGuesses();
    const auto start = startSingleSignOn(db, *asked, provider, context.environment);
    return start ? Result<Response>(jsonAnswer(protocol::toJson(*start))) : start.error();
}

Result<Response> answerFinish(const RouteContext& context, OidcProvider& provider, const Request& request, Database& db)
{
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto asked = protocol::readSingleSignOnFinish(*body);
    if (!asked)
        return asked.error();
    const auto outcome = finishSingleSignOn(db, *asked, provider, context.environment);
    if (!outcome)
        return outcome.error();
    if (outcome->signedIn)
        qCInfo(logSingleRoutes) << "user" << outcome->signedIn->user.id.toString() << "signed in by the organisation";
    return jsonAnswer(protocol::toJson(*outcome));
}

} // namespace

void registerSingleSignOnRoutes(Router& router, const RouteContext& context, OidcProvider* provider)
{
    router.add("GET", "/v1/sign-in/methods", [context, provider](const Request&) {
        protocol::SignInMethods methods{true, provider != nullptr ? provider->settings().name : QString()};
        if (provider != nullptr) {
            const auto db = context.databases.here();
            const auto password = db ? anyTakesPasswords(**db) : db.error();
            if (!password)
                return errorAnswer(password.error());
            methods.password = *password;
        }
        return jsonAnswer(protocol::toJson(methods));
    });
    if (provider == nullptr)
        return;
    using Answer = Result<Response> (*)(const RouteContext&, OidcProvider&, const Request&, Database&);
    const auto add = [&](const QByteArray& path, Answer answer) {
        router.add("POST", path,
                   [context, provider, answer](const Request& request) {
                       if (auto version = checkProtocolVersion(request); !version)
                           return errorAnswer(version.error());
                       const auto db = context.databases.here();
                       if (!db)
                           return errorAnswer(db.error());
                       auto response = answer(context, *provider, request, **db);
                       return response ? std::move(response).value() : errorAnswer(response.error());
                   },
                   {.maxBodyBytes = 16LL * 1024, .slow = true});
    };
    add("/v1/sign-in/oidc/start", answerStart);
    add("/v1/sign-in/oidc", answerFinish);
}

} // namespace handrail::server
