// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/curltransport.h"
#include "core/carriers/curltransport.h"
#include "core/phones/libphonenumbers.h"
#include "server/auth/sealed.h"
#include "server/commands/commands.h"
#include "server/directory/feedworker.h"
#include "server/gateway/gatewayadmin.h"
#include "server/gateway/gatewayroutes.h"
#include "server/gateway/gatewayworker.h"
#include "server/gateway/kannelhooks.h"
#include "server/gateway/mailworker.h"
#include "server/gateway/twiliowebhooks.h"
#include "server/joinedcarriers.h"
#include "server/observe/serverlog.h"
#include "server/operation.h"
#include "server/pages/gatewaypagesource.h"
#include "server/pages/pages.h"
#include "server/privacy/retentionworker.h"
#include "server/routes/adminroutes.h"
#include "server/store/newslistener.h"
#include "server/world.h"

#include <QCoreApplication>
#include <QUrl>
#include <condition_variable>
#include <cstdlib>
#include <iostream>
#include <mutex>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

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

Result<SignInSettings> signInSettings(const Config& config)
{
    SignInSettings settings{.singleSignOn = !config.oidc.issuer.isEmpty()};
    if (config.signInKeyFile.isEmpty())
        return settings;
    const auto words = readSecret(config.signInKeyFile);
    if (!words)
        return words.error();
    settings.key = sealingKey(*words);
    return settings;
}

Result<OidcSettings> oidcSettings(const Config& config)
{
    OidcSettings settings{.issuer = config.oidc.issuer,
                          .clientId = config.oidc.clientId,
                          .agency = config.oidc.agency,
                          .name = config.oidc.name};
    if (config.oidc.clientSecretFile.isEmpty())
        return settings;
    const auto secret = readSecret(config.oidc.clientSecretFile);
    if (!secret)
        return secret.error();
    settings.clientSecret = *secret;
    return settings;
}

/// Hosts only: user names and tokens stay out of reports.
CarrierNames carrierNames(const Config& config)
{
    return {.texts = QUrl(config.textsBaseUrl).host(),
            .mail = config.mailSmtpUrl.isEmpty() ? config.mailDrop : QUrl(config.mailSmtpUrl).host()};
}

/// A carrier that hangs must not keep the server from ending: what it was given stays an intent in the database, which
/// the next process finds unknown and looks up. Lives until the end of serve().
class LastWord
{
public:
    ~LastWord()
    {
        m_thread.request_stop();
    }
    /// From now on, `limit` is all the time that is left.
    void begin(std::chrono::seconds limit)
    {
        m_thread = std::jthread([limit](const std::stop_token& stop) {
            std::mutex mutex;
            std::condition_variable_any ended;
            std::unique_lock lock(mutex);
            if (ended.wait_for(lock, stop, limit, [&] { return stop.stop_requested(); }))
                return;
            std::cerr << "handrail-server: a carrier kept the server from ending; what it was given will be looked up"
                      << std::endl;
            std::_Exit(0);
        });
    }

private:
    std::jthread m_thread;
};

/// `onlyRoutes`: prints what would be answered instead of answering.
int serve(const Config& config, bool onlyRoutes)
{
    static const SystemClock clock; // For as long as a line may be written.
    ServerLog log(config.log, config.logJson, clock);
    auto made = World::make(config);
    if (!made)
        return failed(made.error());
    World& world = **made;
    LastWord lastWord;
    Metrics metrics(QCoreApplication::applicationVersion());
    world.observeBy(metrics);
    const NewsListener others(world.databases().settings(), world.news());
    allowConnections(config);
    const auto signIn = signInSettings(config);
    if (!signIn)
        return failed(signIn.error());
    const auto organisation = oidcSettings(config);
    if (!organisation)
        return failed(organisation.error());
    CurlTransport toOrganisation;
    OidcProvider provider(*organisation, toOrganisation, world.environment().clock);
    const RouteContext context{world.databases(), world.environment(), *signIn};

    Router router;
    Operation operation(config, world, metrics);
    HttpServer server(httpSettings(config, world.environment(), &metrics), router, world.news());
    const auto port = server.listen();
    if (!port)
        return failed(port.error());
    const QString address = addressOf(config, *port);

    auto carriers = JoinedCarriers::make(config, address, world.environment().clock);
    if (!carriers)
        return failed(carriers.error());
    if (onlyRoutes)
        (*carriers)->giveUp(); // Nobody is asked for anything.
    const QString publicUrl = config.publicUrl.isEmpty() ? address : config.publicUrl;
    Gateway gateway(world.databases(), (*carriers)->carriers(), settingsOf(config, publicUrl), world.environment());
    GatewayAdmin gatewayAdmin(world.databases(), (*carriers)->carriers(), carrierNames(config), world.environment());
    GatewayPageSource pages(world.databases(), world.environment());

    registerAccountRoutes(router, context);
    registerDeviceRoutes(router, context);
    registerSecondFactorRoutes(router, context);
    registerSingleSignOnRoutes(router, context, organisation->issuer.isEmpty() ? nullptr : &provider);
    registerSyncRoutes(router, context);
    registerPeopleRoutes(router, context);
    registerPrivacyRoutes(router, context);
    registerFeedRoutes(router, context);
    registerHealthRoute(router, context);
    registerGatewayRoutes(router, world.databases(), gateway, world.environment());
    if (config.textsWebhooks && !config.textsBaseUrl.isEmpty()) {
        const auto token = readCredential(config.textsAuthTokenFile);
        if (!token)
            return failed(token.error());
        registerTwilioWebhooks(router, gateway, {.publicUrl = publicUrl, .authToken = *token});
    }
    const LibPhoneNumbers phones{};
    if (const QString secret = (*carriers)->kannelSecret(); !secret.isEmpty())
        registerKannelHooks(router, gateway, phones, {.secret = secret, .region = config.kannel.region});
    registerGatewayAdminRoutes(router, world.databases(), gatewayAdmin, world.environment());
    PageLimit pageLimit(world.environment().clock);
    registerPages(router, pages, &pageLimit, {.leaveTo = config.leaveTo, .publicUrl = publicUrl});

    checkUploads(router, world);

    const GatewayWorker worker(gateway, std::chrono::seconds(config.textsPollSeconds),
                               std::chrono::seconds(config.textsStatusPollSeconds), &metrics);
    std::optional<MailIntake> intake;
    std::optional<MailWorker> mailWorker;
    if (Mailbox* mailbox = (*carriers)->mailbox()) {
        intake.emplace(world.databases(), *mailbox, world.environment());
        mailWorker.emplace(*intake, std::chrono::seconds(config.mailPollSeconds), &metrics);
    }
    if (auto added = operation.addTo(router, server, worker, mailWorker); !added)
        return failed(added.error());
    if (onlyRoutes) {
        for (const auto& [method, pattern] : router.routes())
            say(QString::fromLatin1(method + ' ' + pattern));
        return 0;
    }
    CurlTransport feedTransport;
    DirectoryFeeds feeds(world.databases(), feedTransport, world.environment());
    const DirectoryFeedWorker feedWorker(feeds);
    std::optional<RetentionWorker> retention;
    if (config.retentionDays > 0)
        retention.emplace(world.databases(), world.environment(), config.retentionDays);
    operation.listen();
    server.start();
    log.flush(); // What was said before stands before.
    std::cout << u"listening on %1"_s.arg(address).toStdString() << std::endl;
    server.waitForStop();
    lastWord.begin(std::chrono::seconds(config.stopSeconds + 10));
    server.stop([&] { (*carriers)->giveUp(); });
    (*carriers)->giveUp(); // The workers' rounds, too.
    feedTransport.giveUp();
    operation.stop();
    return 0;
}

} // namespace

void addServeCommand(CommandLine& line)
{
    line.runs(line.app().add_subcommand("serve", "Run the server until SIGTERM"),
              [](const Config& config) { return serve(config, false); });
    line.runs(line.app().add_subcommand("routes", "Print every route that `serve` answers by this configuration"),
              [](Config config) {
                  config.listenPort = 0; // A server may be running.
                  return serve(config, true);
              });
}

} // namespace handrail::server
