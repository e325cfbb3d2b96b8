// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpmeter.h"
#include "server/store/workmeter.h"

#include <functional>
#include <memory>

namespace handrail::server {

/// The server's numbers since it started, for Prometheus. Labels are names of which there are few (routes, states,
/// channels), never ids. Also writes the log's line of each request. Thread-safe.
class Metrics : public HttpMeter, public WorkMeter
{
public:
    explicit Metrics(const QString& version);
    ~Metrics() override;
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    void exchanged(const Exchange& exchange) override;
    void turnedAway(bool ofItsAddress) override;
    void messageStepped(const QString& channel, const QString& state) override;
    void carrierAnswered(const QString& channel, const QString& outcome) override;
    void carrierFailed(const QString& work) override;

    /// A number that is looked up when somebody asks.
    void addGauge(const char* name, const char* help, std::function<double()> value);
    /// Messages of that channel that are due, and for how long the oldest has been.
    void setQueue(const QString& channel, double due, double oldestSeconds);

    /// Everything in Prometheus' text format 0.0.4.
    [[nodiscard]] QByteArray text();

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace handrail::server
