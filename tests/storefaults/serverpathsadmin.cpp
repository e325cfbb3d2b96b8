// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which administrators' and an account's own business is written.
#include "server/auth/secondfactor.h"
#include "server/auth/signinrules.h"
#include "server/directory/feeds.h"
#include "server/privacy/removeagency.h"
#include "tests/storefaults/serverworld.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

template <typename T>
Result<void> isOk(const Result<T>& result)
{
    return result ? Result<void>() : result.error();
}

Result<server::Database*> databaseOf(ServerProcess& server)
{
    return server.databases.here();
}

/// A wrong password is counted; that the answer is no is what was wanted.
Result<void> guessWrongly(ServerProcess& server, const ServerGround&)
{
    const auto done = server.ask("POST", "/v1/sign-in", {},
                                 protocol::toJson(protocol::SignInRequest{
                                     u"ana@harbor.example"_s, u"wrong"_s, QUuid::fromString(u"01920000-0000-7000-8000-000000000009"_s), u"Desk"_s}));
    if (!done && done.error().code == ErrorCode::Unauthorized)
        return {};
    return done ? Result<void>(Error{ErrorCode::Internal, u"A wrong password was taken."_s}) : done.error();
}

Result<void> beginSecondFactor(ServerProcess& server, const ServerGround& ground)
{
    const auto db = databaseOf(server);
    if (!db)
        return db.error();
    static const QByteArray noKey;
    return isOk(server::SecondFactor(**db, server.environment, noKey, ground.desk.agencyId, ground.desk.userId).begin());
}

Result<void> setRule(ServerProcess& server, const ServerGround& ground)
{
    const auto db = databaseOf(server);
    return db ? server::setSignInRule(**db, ground.desk.agencyId, {.secondFactorRequired = true}) : db.error();
}

/// An administrator names a directory, and a worker begins to fetch it.
Result<void> followDirectory(ServerProcess& server, const ServerGround& ground)
{
    const auto db = databaseOf(server);
    if (!db)
        return db.error();
    const auto named = server::subscribe(**db, server.environment, ground.desk.agencyId, u"city"_s,
                                         QUrl(u"https://directory.example/hsds"_s), 24);
    return named ? isOk(server::leaseDueFeed(**db, server.environment, u"worker"_s)) : named;
}

Result<void> removeAgency(ServerProcess& server, const ServerGround& ground)
{
    const auto db = databaseOf(server);
    if (!db)
        return db.error();
    return isOk(server::removeAgency(**db, ground.desk.agencyId, server.environment, server::Actor::command()));
}

} // namespace

QList<ServerPath> adminPaths()
{
    return {{"sign in: a wrong password", guessWrongly},
            {"second factor: begin", beginSecondFactor},
            {"sign in: its rule", setRule},
            {"directory: a feed", followDirectory},
            {"agency: remove", removeAgency}};
}

} // namespace handrail::tests
