// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/observe/metrics.h"

#include "server/observe/processfacts.h"
#include "server/observe/serverlog.h"

#include <mutex>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

Q_LOGGING_CATEGORY(logRequest, "handrail.server.request")

namespace handrail::server {

namespace {

template <class Metric, class Builder>
prometheus::Family<Metric>& family(Builder builder, prometheus::Registry& registry, const char* name, const char* help)
{
    return builder.Name(name).Help(help).Register(registry);
}

/// Only what the server answers: anything else is somebody's invention.
std::string methodOf(const QByteArray& method)
{
    return method == "GET" || method == "HEAD" || method == "POST" ? method.toStdString() : "other";
}

bool isOfHealth(const QByteArray& route)
{
    return route == "/healthz" || route == "/readyz" || route == "/metrics";
}

void logExchange(const Exchange& exchange)
{
    const LogFields fields{{QLatin1String("method"), QString::fromLatin1(exchange.method)},
                           {QLatin1String("route"), QString::fromLatin1(exchange.route)},
                           {QLatin1String("status"), exchange.status},
                           {QLatin1String("ms"), double(exchange.took.count()) / 1000.0},
                           {QLatin1String("request_id"), QString::fromLatin1(exchange.id)}};
    if (isOfHealth(exchange.route))
        ServerLog::debug(logRequest(), "request", fields);
    else
        ServerLog::info(logRequest(), "request", fields);
}

} // namespace

struct Metrics::Inside
{
    using Counters = prometheus::Family<prometheus::Counter>;
    using Gauges = prometheus::Family<prometheus::Gauge>;

    Counters& counters(const char* name, const char* help)
    {
        return family<prometheus::Counter>(prometheus::BuildCounter(), registry, name, help);
    }
    Gauges& gauges(const char* name, const char* help)
    {
        return family<prometheus::Gauge>(prometheus::BuildGauge(), registry, name, help);
    }

    prometheus::Registry registry;
    Counters& requests = counters("handrail_http_requests_total", "Requests by method, route and status.");
    prometheus::Family<prometheus::Histogram>& durations = family<prometheus::Histogram>(
        prometheus::BuildHistogram(), registry, "handrail_http_request_duration_seconds",
        "From the whole header to the whole answer, waiting for news aside.");
    Counters& turnedAway =
        counters("handrail_http_connections_refused_total", "Connections that there was no room for.");
    Counters& steps = counters("handrail_message_transitions_total", "Messages by channel and the state they came to.");
    Counters& carrierCalls =
        counters("handrail_carrier_calls_total", "Messages handed to a carrier, by what it said; unknown: nothing sure.");
    Counters& carrierErrors =
        counters("handrail_carrier_errors_total", "Rounds of work with a carrier that failed: poll, lookup ...");
    Gauges& due = gauges("handrail_queue_due_messages", "Messages that are due and wait.");
    Gauges& oldest = gauges("handrail_queue_oldest_due_seconds", "For how long the oldest of them has been due.");
    struct Asked
    {
        prometheus::Gauge& gauge;
        std::function<double()> value;
    };
    std::mutex mutex;
    std::vector<Asked> asked;
};

Metrics::Metrics(const QString& version)
    : m_inside(std::make_unique<Inside>())
{
    m_inside->gauges("handrail_build_info", "Always 1; the label has the version.")
        .Add({{"version", version.toStdString()}})
        .Set(1);
    m_inside->gauges("process_start_time_seconds", "When the server started, in seconds since 1970.")
        .Add({})
        .SetToCurrentTime();
    addGauge("process_resident_memory_bytes", "Memory that the server has in use.",
             [] { return double(processFacts().residentBytes); });
    addGauge("process_open_fds", "Open files and connections.", [] { return double(processFacts().openFiles); });
}

Metrics::~Metrics() = default;

void Metrics::exchanged(const Exchange& exchange)
{
    static const prometheus::Histogram::BucketBoundaries bounds = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25,
                                                                   0.5,   1,    2.5,   5,    10,  30};
    const std::string route = exchange.route.isEmpty() ? "none" : exchange.route.toStdString();
    m_inside->requests
        .Add({{"method", methodOf(exchange.method)}, {"route", route}, {"status", std::to_string(exchange.status)}})
        .Increment();
    m_inside->durations.Add({{"route", route}}, bounds).Observe(double(exchange.took.count()) / 1e6);
    logExchange(exchange);
}

void Metrics::turnedAway(bool ofItsAddress)
{
    m_inside->turnedAway.Add({{"reason", ofItsAddress ? "address" : "all"}}).Increment();
}

void Metrics::messageStepped(const QString& channel, const QString& state)
{
    m_inside->steps.Add({{"channel", channel.toStdString()}, {"state", state.toStdString()}}).Increment();
}

void Metrics::carrierAnswered(const QString& channel, const QString& outcome)
{
    m_inside->carrierCalls.Add({{"channel", channel.toStdString()}, {"outcome", outcome.toStdString()}}).Increment();
}

void Metrics::carrierFailed(const QString& work)
{
    m_inside->carrierErrors.Add({{"work", work.toStdString()}}).Increment();
}

void Metrics::addGauge(const char* name, const char* help, std::function<double()> value)
{
    auto& gauge = m_inside->gauges(name, help).Add({});
    const std::lock_guard lock(m_inside->mutex);
    m_inside->asked.push_back({gauge, std::move(value)});
}

void Metrics::setQueue(const QString& channel, double due, double oldestSeconds)
{
    m_inside->due.Add({{"channel", channel.toStdString()}}).Set(due);
    m_inside->oldest.Add({{"channel", channel.toStdString()}}).Set(oldestSeconds);
}

QByteArray Metrics::text()
{
    {
        const std::lock_guard lock(m_inside->mutex);
        for (const Inside::Asked& asked : m_inside->asked)
            asked.gauge.Set(asked.value());
    }
    return QByteArray::fromStdString(prometheus::TextSerializer().Serialize(m_inside->registry.Collect()));
}

} // namespace handrail::server
