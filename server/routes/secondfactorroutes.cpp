// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/guesses.h"
#include "server/auth/secondfactor.h"
#include "server/auth/signinrules.h"
#include "server/auth/singlesignon.h"
#include "server/auth/totp.h"
#include "server/http/jsonanswer.h"
#include "server/routes/adminroutes.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logFactor, "handrail.server.secondfactor")

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

/// An unattended desk is no way to somebody's second factor: the password is asked for. Nothing where it is right.
Result<std::optional<Response>> refuseWrongPassword(const RouteContext& context, Database& db, const Session& session,
                                                    const QString& password)
{
    return guessPassword(context, db, session, [&]() -> Result<void> {
        const auto right = isPassword(db, session, password);
        if (!right)
            return right.error();
        return *right ? Result<void>() : Error{ErrorCode::NotAllowed, tr("The password is not right.")};
    });
}

/// Keeps in the audit what was done to a user's second factor, and answers.
Result<Response> auditedAnswer(const RouteContext& context, Database& db, const Session& session, QLatin1String what,
                               const QString& about, const QString& deed, const QJsonObject& answer)
{
    const auto kept =
        writeAudit(db, session.agencyId, context.environment, {session.actor(), what, about, {{u"deed"_s, deed}}});
    return kept ? Result<Response>(jsonAnswer(answer)) : kept.error();
}

SecondFactor factorOf(const RouteContext& context, Database& db, const Session& session)
{
    return {db, context.environment, context.signIn.key, session.agencyId, session.userId};
}

Result<Response> answerReport(const RouteContext& context, Database& db, const Session& session)
{
    const auto state = factorOf(context, db, session).state();
    if (!state)
        return state.error();
    const auto rule = signInRule(db, session.agencyId);
    if (!rule)
        return rule.error();
    return jsonAnswer(protocol::toJson(
        protocol::SecondFactorReport{state->on, rule->secondFactorRequired, state->recoveryCodesLeft}));
}

Result<Response> answerSetUp(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto asked = protocol::readSetUpRequest(*body);
    if (!asked)
        return asked.error();
    auto refused = refuseWrongPassword(context, db, session, asked->password);
    if (!refused)
        return refused.error();
    if (*refused)
        return std::move(**refused);
    const auto secret = factorOf(context, db, session).begin();
    if (!secret)
        return secret.error();
    const auto user = findAccount(db, session.agencyId, session.userId);
    if (!user)
        return user.error();
    const auto agency = RecordReader(db, session.agencyId).find(u"agency", session.agencyId.uuid());
    if (!agency)
        return agency.error();
    const QString issuer = agency->value_or(QJsonObject())[u"program_name"].toString(u"Handrail"_s);
    return jsonAnswer(protocol::toJson(
        protocol::SetUpAnswer{base32(*secret), totpUri(*secret, issuer, *user ? (*user)->user.email : QString())}));
}

Result<Response> answerConfirm(const RouteContext& context, const Request& request, Database& db,
                               const Session& session)
{
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto asked = protocol::readConfirmRequest(*body);
    if (!asked)
        return asked.error();
    const auto codes = factorOf(context, db, session).confirm(asked->code);
    if (!codes)
        return codes.error();
    if (!*codes)
        return Error{
            ErrorCode::NotAllowed,
            tr("This is not the code that the app shows now. Check the clock of the phone, and type the next one.")};
    qCInfo(logFactor) << "user" << session.userId.toString() << "turned a second factor on";
    return auditedAnswer(context, db, session, audited::secondFactorChanged, session.userId.toString(), u"on"_s,
                         protocol::toJson(protocol::RecoveryCodesAnswer{**codes}));
}

Result<void> checkCode(const RouteContext& context, Database& db, const Session& session, const QString& code)
{
    const QString guess = u"second factor of user "_s + session.userId.toString() + u" in settings"_s;
    Guesses guesses(db, context.environment);
    const auto may = guesses.begin({{.what = guess, .most = 10, .windowSeconds = 3600}});
    if (!may)
        return may.error();
    if (!*may)
        return Error{ErrorCode::NotAllowed, tr("Too many wrong codes. Wait an hour and try again, or ask your "
                                               "administrator to reset your second factor.")};
    const auto right = factorOf(context, db, session).take(code);
    if (!right)
        return right.error();
    if (!*right)
        return Error{ErrorCode::NotAllowed,
                     tr("The code is wrong, too old, or was used already. Wait for the next one.")};
    return guesses.succeeded(guess);
}

Result<Response> answerOff(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto body = jsonBody(request);
    if (!body)
        return body.error();
    const auto asked = protocol::readTurnOffRequest(*body);
    if (!asked)
        return asked.error();
    const auto rule = signInRule(db, session.agencyId);
    if (!rule)
        return rule.error();
    if (rule->secondFactorRequired)
        return Error{ErrorCode::NotAllowed, tr("Your agency asks everybody for a second factor, so it stays on.")};
    auto refused = refuseWrongPassword(context, db, session, asked->password);
    if (!refused)
        return refused.error();
    if (*refused)
        return std::move(**refused);
    if (auto right = checkCode(context, db, session, asked->code); !right)
        return right.error();
    if (auto removed = factorOf(context, db, session).remove(); !removed)
        return removed.error();
    qCInfo(logFactor) << "user" << session.userId.toString() << "turned the second factor off";
    return auditedAnswer(context, db, session, audited::secondFactorChanged, session.userId.toString(), u"off"_s, {});
}

/// For somebody who lost phone and recovery codes. An administrator's own is turned off in the settings, with its code.
Result<Response> answerReset(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto user = UserId::fromString(QString::fromLatin1(request.params.value("id")));
    const auto account =
        user ? findAccount(db, session.agencyId, *user) : Result<std::optional<Account>>(std::optional<Account>());
    if (!account)
        return account.error();
    if (!*account)
        return Error{ErrorCode::NotFound, tr("There is no such user.")};
    if (*user == session.userId)
        return Error{ErrorCode::NotAllowed, tr("Turn your own second factor off in Settings, with a code of it.")};
    if (auto removed = SecondFactor(db, context.environment, context.signIn.key, session.agencyId, *user).remove();
        !removed)
        return removed.error();
    qCInfo(logFactor) << "user" << session.userId.toString() << "reset the second factor of" << user->toString();
    return auditedAnswer(context, db, session, audited::secondFactorChanged, user->toString(), u"reset"_s, {});
}

/// Nobody shuts their agency out: passwords go only where another way in is set up, and who asks has used it.
Result<void> checkWayIn(const RouteContext& context, Database& db, const Session& session,
                        const protocol::SignInRule& rule)
{
    if (!rule.passwordOff)
        return {};
    if (!context.signIn.singleSignOn)
        return Error{ErrorCode::Conflict, tr("This server is not joined to an organisation’s accounts: without "
                                             "passwords nobody could sign in.")};
    const auto used = hasOrganisationAccount(db, session.agencyId, session.userId);
    if (!used)
        return used.error();
    if (!*used)
        return Error{ErrorCode::Conflict, tr("Sign in with your organisation’s account once yourself first, so that "
                                             "you know that it works. Then passwords can be turned off.")};
    return {};
}

Result<Response> answerRule(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    if (request.method == "POST") {
        const auto body = jsonBody(request);
        if (!body)
            return body.error();
        const auto asked = protocol::readSignInRule(*body);
        if (!asked)
            return asked.error();
        if (auto safe = checkWayIn(context, db, session, *asked); !safe)
            return safe.error();
        if (auto set = setSignInRule(db, session.agencyId, *asked); !set)
            return set.error();
        qCInfo(logFactor) << "user" << session.userId.toString() << "changed how the agency signs in";
        const auto kept = writeAudit(
            db, session.agencyId, context.environment,
            {session.actor(), audited::settingsChanged, session.agencyId.toString(), {{u"deed"_s, u"sign-in"_s}}});
        if (!kept)
            return kept.error();
    }
    const auto rule = signInRule(db, session.agencyId);
    return rule ? Result<Response>(jsonAnswer(protocol::toJson(*rule))) : rule.error();
}

} // namespace

void registerSecondFactorRoutes(Router& router, const RouteContext& context)
{
    using Answer = std::function<Result<Response>(const Request&, Database&, const Session&)>;
    using Door = Response (*)(const RouteContext&, const Request&,
                              const std::function<Result<Response>(Database&, const Session&)>&);
    const auto addFor = [&](Door door, const QByteArray& method, const QByteArray& path, const Answer& answer) {
        router.add(method, path,
                   [context, answer, door](const Request& request) {
                       return door(context, request, [&](Database& db, const Session& session) {
                           return answer(request, db, session);
                       });
                   },
                   {.maxBodyBytes = 16LL * 1024});
    };
    const auto add = [&](const QByteArray& method, const QByteArray& path, const Answer& answer) {
        addFor(withSession, method, path, answer);
    };
    add("GET", "/v1/second-factor",
        [context](const Request&, Database& db, const Session& session) { return answerReport(context, db, session); });
    add("POST", "/v1/second-factor/set-up", [context](const Request& request, Database& db, const Session& session) {
        return answerSetUp(context, request, db, session);
    });
    add("POST", "/v1/second-factor/confirm", [context](const Request& request, Database& db, const Session& session) {
        return answerConfirm(context, request, db, session);
    });
    add("POST", "/v1/second-factor/off", [context](const Request& request, Database& db, const Session& session) {
        return answerOff(context, request, db, session);
    });
    addFor(withAdministrator, "POST", "/v1/users/{id}/second-factor/reset",
           [context](const Request& request, Database& db, const Session& session) {
               return answerReset(context, request, db, session);
           });
    const Answer rule = [context](const Request& request, Database& db, const Session& session) {
        return answerRule(context, request, db, session);
    };
    addFor(withAdministrator, "GET", "/v1/sign-in-rule", rule);
    addFor(withAdministrator, "POST", "/v1/sign-in-rule", rule);
}

} // namespace handrail::server
