// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/healthroutes.h"

#include "server/http/jsonanswer.h"
#include "server/routes/routes.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

ReadyCheck databaseCheck(Databases& databases)
{
    return {u"database"_s, [&databases] {
                const auto db = databases.here();
                if (!db)
                    return db.error().sentence;
                const auto version = (*db)->checkVersion();
                return version ? QString() : version.error().sentence;
            }};
}

void registerHealthRoute(Router& router, const RouteContext&)
{
    router.add("GET", "/healthz", [](const Request&) {
        Response response =
            jsonAnswer({{u"status"_s, u"ok"_s}, {u"version"_s, QCoreApplication::applicationVersion()}});
        response.keep = Keep{.topic = {}, .seen = 0, .seconds = 1}; // No agency's news change it.
        return response;
    });
}

void registerReadyRoute(Router& router, std::vector<ReadyCheck> checks)
{
    router.add("GET", "/readyz", [checks = std::move(checks)](const Request&) {
        QJsonObject found;
        bool ready = true;
        for (const ReadyCheck& check : checks) {
            const QString trouble = check.trouble();
            found.insert(check.name, trouble.isEmpty() ? u"ok"_s : trouble);
            ready = ready && trouble.isEmpty();
        }
        Response response = jsonAnswer({{u"status"_s, ready ? u"ready"_s : u"not ready"_s}, {u"checks"_s, found}},
                                       ready ? 200 : 503);
        if (!ready)
            response.addHeader("Retry-After", "5");
        return response;
    });
}

} // namespace handrail::server
