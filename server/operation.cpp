// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operation.h"

#include "server/auth/auth.h"
#include "server/gateway/queuelength.h"
#include "server/http/jsonanswer.h"
#include "server/http/openfiles.h"
#include "server/observe/metricsroute.h"
#include "server/routes/healthroutes.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

Q_LOGGING_CATEGORY(logOperation, "handrail.server.operation")

namespace handrail::server {

namespace {

/// What is no client's connection: the database's, carriers', files.
constexpr int otherFiles = 200;

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

} // namespace

HttpSettings httpSettings(const Config& config, Environment environment, HttpMeter* meter)
{
    return {.address = config.listenAddress,
            .port = config.listenPort,
            .threads = config.threads,
            .slowThreads = config.carrierThreads,
            .maxConnections = config.maxConnections,
            .maxPerAddress = config.maxPerAddress.value_or(1000),
            .countThisMachine = config.maxPerAddress.has_value(),
            .stopOnSignals = true,
            .trustedProxies = config.trustedProxies,
            .tlsCertificate = config.tlsCertificate,
            .tlsKey = config.tlsKey,
            .hsts = !config.tlsCertificate.isEmpty() || config.publicUrl.startsWith("https://"_L1),
            .requestIds = environment.random.bytes(4).toHex() + '-',
            .meter = meter,
            .drain = std::chrono::seconds(config.drainSeconds),
            .grace = std::chrono::seconds(config.stopSeconds)};
}

QString addressOf(const Config& config, quint16 port)
{
    const bool isV6 = config.listenAddress.contains(u':');
    return u"%1://%2:%3"_s.arg(config.tlsCertificate.isEmpty() ? u"http"_s : u"https"_s,
                               isV6 ? u"[%1]"_s.arg(config.listenAddress) : config.listenAddress)
        .arg(port);
}

void allowConnections(const Config& config)
{
    const int allowed = allowOpenFiles(config.maxConnections + otherFiles);
    if (allowed < config.maxConnections)
        qCWarning(logOperation, "the system lets this program have %d open files: too few for %d connections", allowed,
                  config.maxConnections);
}

void checkUploads(Router& router, World& world)
{
    router.setUploadCheck([&world](const Request& request) -> std::optional<Response> {
        const auto db = world.databases().here();
        if (!db)
            return errorAnswer(db.error());
        const auto session = authenticate(**db, request, world.environment());
        return session ? std::nullopt : std::optional(errorAnswer(session.error()));
    });
}

Operation::Operation(const Config& config, World& world, Metrics& metrics)
    : m_config(config)
    , m_world(world)
    , m_metrics(metrics)
{
}

Result<void> Operation::addTo(Router& router, const HttpServer& server, const GatewayWorker& texts,
                              const std::optional<MailWorker>& mail)
{
    registerReadyRoute(router,
                       {databaseCheck(m_world.databases()),
                        {u"carriers"_s,
                         [&texts, &mail] {
                             return texts.isAlive() && (!mail || mail->isAlive())
                                        ? QString()
                                        : tr("A worker that talks to a carrier has not come back for a long time.");
                         }},
                        {u"running"_s, [&server] { return server.isStopping() ? tr("The server stops.") : QString(); }}});
    m_metrics.addGauge("handrail_http_connections", "Open connections.", [&server] { return server.connections(); });
    m_metrics.addGauge("handrail_http_waiting_polls", "Requests that wait for news.",
                       [&server] { return server.waiting(); });
    m_metrics.addGauge("handrail_http_requests_queued", "Requests that a thread works on, or that wait for one.",
                       [&server] { return server.queued(); });
    m_metrics.addGauge("handrail_database_connections", "Open connections to the database.",
                       [this] { return m_world.databases().open(); });
    m_metrics.addGauge("handrail_database_connections_max", "As many as there can be: one a thread.",
                       [this] { return m_config.threads + m_config.carrierThreads; });
    if (m_config.metricsTokenFile.isEmpty())
        return {};
    const auto token = readSecret(m_config.metricsTokenFile);
    if (!token)
        return token.error();
    m_token = *token;
    registerMetricsRoute(router, m_metrics, m_token, [this] { refresh(); });
    return {};
}

void Operation::refresh()
{
    const auto db = m_world.databases().here();
    if (!db)
        return;
    const auto lengths = queueLengths(**db, m_world.environment().clock.now());
    if (!lengths) {
        qCWarning(logOperation, "the queue could not be counted: %s", qUtf8Printable(lengths.error().sentence));
        return;
    }
    for (const QueueLength& length : *lengths)
        m_metrics.setQueue(length.channel, double(length.due), double(length.oldestSeconds));
}

void Operation::listen()
{
    if (m_config.metricsListen.isEmpty())
        return;
    const qsizetype colon = m_config.metricsListen.lastIndexOf(u':');
    QString address = m_config.metricsListen.left(colon);
    address.remove(u'[').remove(u']');
    registerMetricsRoute(m_router, m_metrics, m_token, [this] { refresh(); });
    m_server.emplace(HttpSettings{.address = address,
                                  .port = quint16(m_config.metricsListen.mid(colon + 1).toUInt()),
                                  .threads = 1,
                                  .slowThreads = 1,
                                  .maxConnections = 50},
                     m_router, m_world.news());
    const auto port = m_server->listen();
    if (!port) {
        qCWarning(logOperation, "nobody can read /metrics: %s", qUtf8Printable(port.error().sentence));
        m_server.reset();
        return;
    }
    m_server->start();
    qCInfo(logOperation, "metrics on http://%s:%d/metrics", qUtf8Printable(address), int(*port));
}

} // namespace handrail::server
