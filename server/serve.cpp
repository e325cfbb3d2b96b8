// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands.h"

#include "server/http/httpserver.h"
#include "server/routes/routes.h"
#include "server/world.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <iostream>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

int failed(const Error& error)
{
    std::cerr << "handrail-server: " << error.sentence.toStdString() << std::endl;
    return 1;
}

void setLog(const QString& level)
{
    QString rules = u"handrail.*.debug=%1\nhandrail.*.info=%2\n"_s;
    QLoggingCategory::setFilterRules(
        rules.arg(level == "debug"_L1 ? u"true"_s : u"false"_s, level == "warning"_L1 ? u"false"_s : u"true"_s));
}

HttpSettings httpSettings(const Config& config)
{
    return {.address = config.listenAddress,
            .port = config.listenPort,
            .threads = config.threads,
            .slowThreads = config.carrierThreads,
            .stopOnSignals = true,
            .trustedProxies = config.trustedProxies};
}

} // namespace

int serve(const Config& config)
{
    setLog(config.log);
    auto made = World::make(config);
    if (!made)
        return failed(made.error());
    World& world = **made;
    RateLimiter guesses(world.environment().clock, 10, 15 * 60);
    RateLimiter guessesByAll(world.environment().clock, 100, 15 * 60);
    const RouteContext context{world.databases(), world.environment(), guesses, guessesByAll};

    Router router;
    registerAccountRoutes(router, context);
    registerSyncRoutes(router, context);
    registerHealthRoute(router, context);

    HttpServer server(httpSettings(config), router, world.news());
    const auto port = server.start();
    if (!port)
        return failed(port.error());
    const QString host =
        config.listenAddress.contains(u':') ? u"[%1]"_s.arg(config.listenAddress) : config.listenAddress;
    std::cout << u"listening on http://%1:%2"_s.arg(host).arg(*port).toStdString() << std::endl;
    server.waitForStop();
    server.stop();
    return 0;
}

} // namespace handrail::server
