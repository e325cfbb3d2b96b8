// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wirepeople.h"
#include "server/auth/useradmin.h"
#include "server/http/jsonanswer.h"
#include "server/routes/adminroutes.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr RouteLimits small{.maxBodyBytes = 16LL * 1024};

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

Result<UserId> userOf(const Request& request)
{
    const auto id = UserId::fromString(QString::fromUtf8(request.params.value("id")));
    if (!id)
        return Error{ErrorCode::NotFound, tr("There is no such user in this agency.")};
    return *id;
}

Result<Response> answerPeople(const RouteContext&, const Request&, Database& db, const Session& session)
{
    const auto users = listUsers(db, session.agencyId);
    if (!users)
        return users.error();
    protocol::PeopleAnswer answer;
    for (const UserLine& line : *users)
        answer.people.append({line.user, line.devices, line.lastSeenAt, line.secondFactor});
    return jsonAnswer(protocol::toJson(answer));
}

/// A new person gets a password that was made here: nobody has to think of one, and it is shown once.
Result<Response> answerNewPerson(const RouteContext& context, const Request& request, Database& db,
                                 const Session& session)
{
    const auto body = jsonBody(request);
    const auto asked = body ? protocol::readPersonRequest(*body) : body.error();
    if (!asked)
        return asked.error();
    if (!asked->email || !asked->name)
        return Error{ErrorCode::InvalidInput, tr("A new person needs a name and an email.")};
    User user{.id = UserId(context.environment.ids.next()), .displayName = asked->name->trimmed()};
    user.email = *asked->email;
    user.role = asked->role.value_or(Role::Worker);
    user.teamId = asked->team.value_or(std::nullopt);
    const QString password = makePassword(context.environment.random);
    if (auto added = addUser(db, session.agencyId, user, password, context.environment, session.actor()); !added)
        return added.error();
    user.email = user.email.trimmed().toLower();
    return jsonAnswer(protocol::toJson(protocol::PersonAnswer{user, password}));
}

Result<Response> answerChange(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto id = userOf(request);
    if (!id)
        return id.error();
    const auto body = jsonBody(request);
    const auto asked = body ? protocol::readPersonRequest(*body) : body.error();
    if (!asked)
        return asked.error();
    const UserChange change{asked->name, asked->email, asked->role, asked->team, asked->disabled};
    const auto user = changeUser(db, session.agencyId, *id, change, context.environment, session.actor());
    if (!user)
        return user.error();
    return jsonAnswer(protocol::toJson(protocol::PersonAnswer{*user, {}}));
}

Result<Response> answerReset(const RouteContext& context, const Request& request, Database& db, const Session& session)
{
    const auto id = userOf(request);
    const auto user = id ? findUser(db, session.agencyId, id->toString()) : id.error();
    if (!user)
        return user.error();
    if (user->id == session.userId)
        return Error{ErrorCode::NotAllowed, tr("Change your own password under Settings, Account.")};
    const QString password = makePassword(context.environment.random);
    if (auto set = setPassword(db, session.agencyId, user->id, password, context.environment, session.actor()); !set)
        return set.error();
    return jsonAnswer(protocol::toJson(protocol::PersonAnswer{*user, password}));
}

} // namespace

Response withAdministrator(const RouteContext& context, const Request& request,
                           const std::function<Result<Response>(Database&, const Session&)>& handle)
{
    return withSession(context, request, [&](Database& db, const Session& session) -> Result<Response> {
        if (session.role != Role::Administrator)
            return Error{ErrorCode::NotAllowed, tr("Only an administrator may do this.")};
        return handle(db, session);
    });
}

void addForAdministrator(Router& router, const RouteContext& context, const AdministratorRoute& route)
{
    router.add(route.method, route.path,
               [context, answer = route.answer](const Request& request) {
                   return withAdministrator(context, request, [&](Database& db, const Session& session) {
                       return answer(context, request, db, session);
                   });
               },
               route.limits);
}

void registerPeopleRoutes(Router& router, const RouteContext& context)
{
    addForAdministrator(router, context, {"GET", "/v1/admin/people", answerPeople, small});
    addForAdministrator(router, context, {"POST", "/v1/admin/people", answerNewPerson, small});
    addForAdministrator(router, context, {"POST", "/v1/admin/people/{id}", answerChange, small});
    addForAdministrator(router, context, {"POST", "/v1/admin/people/{id}/password", answerReset, small});
}

} // namespace handrail::server
