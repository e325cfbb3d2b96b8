// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <chrono>

namespace handrail::server {

/// One request and what became of it, without anything that says who asked for what.
struct Exchange
{
    QByteArray method; ///< GET, HEAD, POST; empty where the request could not be read.
    QByteArray route;  ///< The route's pattern ("/r/{token}"), never the path; empty where no route took it.
    int status = 0;
    std::chrono::microseconds took{0}; ///< From the whole header to the whole answer, waiting for news aside.
    QByteArray id;                     ///< X-Request-Id
};

/// Hears of everything that an HttpServer does. Called on the server's own threads, so it must be quick and safe.
class HttpMeter
{
public:
    virtual ~HttpMeter() = default;
    virtual void exchanged(const Exchange& exchange) = 0;
    /// A connection was turned away: too many in all, or of its address.
    virtual void turnedAway(bool ofItsAddress) = 0;
};

} // namespace handrail::server
