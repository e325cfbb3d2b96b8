// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"
#include "server/gateway/gatewayworker.h"
#include "server/gateway/mailworker.h"
#include "server/http/httpserver.h"
#include "server/observe/metrics.h"
#include "server/world.h"

#include <optional>

namespace handrail::server {

/// What the HTTP listener is to do, by the configuration. `meter` outlives it.
HttpSettings httpSettings(const Config& config, Environment environment, HttpMeter* meter);

/// "http://127.0.0.1:8080", https where there is a certificate.
QString addressOf(const Config& config, quint16 port);

/// Says so in the log where the system allows fewer open files than the configuration's connections need.
void allowConnections(const Config& config);

/// A big body is read only where its sender is signed in.
void checkUploads(Router& router, World& world);

/// What tells an operator whether the server is well, beside the server itself: /healthz and /readyz there, /metrics on
/// an address of their own.
class Operation
{
public:
    Operation(const Config& config, World& world, Metrics& metrics);

    /// Registers what the main listener answers of it. Whatever is given must outlive the router's last request.
    Result<void> addTo(Router& router, const HttpServer& server, const GatewayWorker& texts,
                       const std::optional<MailWorker>& mail);
    /// Listens at metrics/listen. A port that is taken is a warning: clients matter more than numbers.
    void listen();
    /// Before what was given to addTo() goes.
    void stop() { m_server.reset(); }

private:
    void refresh();

    const Config& m_config;
    World& m_world;
    Metrics& m_metrics;
    QString m_token;
    Router m_router;
    std::optional<HttpServer> m_server;
};

} // namespace handrail::server
