// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/curltransport.h"
#include "core/phones/libphonenumbers.h"
#include "server/commands/commands.h"
#include "server/directory/feedworker.h"
#include "server/gateway/gatewayadmin.h"
#include "server/gateway/gatewayroutes.h"
#include "server/gateway/gatewayworker.h"
#include "server/gateway/kannelhooks.h"
#include "server/gateway/mailworker.h"
#include "server/gateway/twiliowebhooks.h"
#include "server/http/httpserver.h"
#include "server/joinedcarriers.h"
#include "server/pages/gatewaypagesource.h"
#include "server/pages/pages.h"
#include "server/privacy/retentionworker.h"
#include "server/routes/adminroutes.h"
#include "server/world.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QUrl>
#include <iostream>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

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

GatewaySettings settingsOf(const Config& config, const QString& publicUrl)
{
    return {.publicUrl = publicUrl,
            .mailReturnPath = config.mailReturnPath,
            .readsMail = !config.mailImapUrl.isEmpty(),
            .statusCallback = config.textsWebhooks ? publicUrl + QLatin1String(twilioStatusPath) : QString(),
            .pace = {.textsPerSecond = config.textsPerSecond,
                     .textsPerNumber = config.textsPerNumber,
                     .mailsPerSecond = config.mailsPerSecond}};
}

QString addressOf(const Config& config, quint16 port)
{
    const bool isV6 = config.listenAddress.contains(u':');
    return u"http://%1:%2"_s.arg(isV6 ? u"[%1]"_s.arg(config.listenAddress) : config.listenAddress).arg(port);
}

/// Hosts only: user names and tokens stay out of reports.
CarrierNames carrierNames(const Config& config)
{
    return {.texts = QUrl(config.textsBaseUrl).host(),
            .mail = config.mailSmtpUrl.isEmpty() ? config.mailDrop : QUrl(config.mailSmtpUrl).host()};
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
    RateLimiter tests(world.environment().clock, 5, 10 * 60);
    const RouteContext context{world.databases(), world.environment(), guesses, guessesByAll};

    Router router;
    HttpServer server(httpSettings(config), router, world.news());
    const auto port = server.listen();
    if (!port)
        return failed(port.error());
    const QString address = addressOf(config, *port);

    auto carriers = JoinedCarriers::make(config, address, world.environment().clock);
    if (!carriers)
        return failed(carriers.error());
    const QString publicUrl = config.publicUrl.isEmpty() ? address : config.publicUrl;
    Gateway gateway(world.databases(), (*carriers)->carriers(), settingsOf(config, publicUrl), world.environment());
    GatewayAdmin gatewayAdmin(world.databases(), (*carriers)->carriers(), carrierNames(config), world.environment());
    GatewayPageSource pages(world.databases(), world.environment());

    registerAccountRoutes(router, context);
    registerSyncRoutes(router, context);
    registerPeopleRoutes(router, context);
    registerPrivacyRoutes(router, context);
    registerHealthRoute(router, context);
    registerGatewayRoutes(router, world.databases(), gateway, world.environment());
    if (config.textsWebhooks && !config.textsBaseUrl.isEmpty()) {
        const auto token = readSecret(config.textsAuthTokenFile);
        if (!token)
            return failed(token.error());
        registerTwilioWebhooks(router, gateway, {.publicUrl = publicUrl, .authToken = *token});
    }
    const LibPhoneNumbers phones{};
    if (const QString secret = (*carriers)->kannelSecret(); !secret.isEmpty())
        registerKannelHooks(router, gateway, phones, {.secret = secret, .region = config.kannel.region});
    registerGatewayAdminRoutes(router, world.databases(), gatewayAdmin, world.environment(), tests);
    registerPages(router, pages);

    const GatewayWorker worker(gateway, std::chrono::seconds(config.textsPollSeconds),
                               std::chrono::seconds(config.textsStatusPollSeconds));
    std::optional<MailIntake> intake;
    std::optional<MailWorker> mailWorker;
    if (Mailbox* mailbox = (*carriers)->mailbox()) {
        intake.emplace(world.databases(), *mailbox, world.environment());
        mailWorker.emplace(*intake, std::chrono::seconds(config.mailPollSeconds));
    }
    CurlTransport feedTransport;
    DirectoryFeeds feeds(world.databases(), feedTransport, world.environment());
    const DirectoryFeedWorker feedWorker(feeds);
    std::optional<RetentionWorker> retention;
    if (config.retentionDays > 0)
        retention.emplace(world.databases(), world.environment(), config.retentionDays);
    server.start();
    std::cout << u"listening on %1"_s.arg(address).toStdString() << std::endl;
    server.waitForStop();
    server.stop();
    return 0;
}

void addServeCommand(CommandLine& line)
{
    line.runs(line.app().add_subcommand("serve", "Run the server until SIGTERM"), serve);
}

} // namespace handrail::server
