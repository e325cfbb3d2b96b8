// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/httptransport.h"
#include "tests/simulation/front.h"

namespace handrail::sim {

/// The way from one host to the server: slow with a heavy tail, losing requests and replies, delivering twice and
/// late, cut for hours. The caller's process waits; another host's does not.
class Link : public HttpTransport
{
public:
    Link(Process& from, Front& server)
        : m_from(from)
        , m_server(server)
    {
    }
    /// In a piece of work of the process.
    HttpOutcome send(const HttpRequest& request) override;
    /// Told of a request as it leaves.
    std::function<void(const HttpRequest&)> leaving;
    /// Cut until then; `oneWay`: requests get through, replies don't.
    void cutUntil(qint64 ms, bool oneWay)
    {
        m_cutUntil = ms;
        m_oneWay = oneWay;
    }
    /// Of which version the program on this host is, as the server sees it.
    enum class Speaks {
        Now,
        Before, ///< The protocol's version before: it knows nothing of sights.
        Other,  ///< Too old, or newer than the server.
    };
    Speaks speaks = Speaks::Now;
    bool serverIsNewer = false; ///< Its answers have fields that this version does not know.
    [[nodiscard]] bool isCut() const { return m_from.stage.timeline.now() < m_cutUntil && !m_from.stage.plan.quiet; }

private:
    [[nodiscard]] HttpRequest inItsVersion(HttpRequest request) const;
    [[nodiscard]] HttpResponse inServersVersion(const server::Response& response) const;

    Process& m_from;
    Front& m_server;
    quint64 m_sent = 0;
    quint64 m_latest = 0; ///< Of those that arrived.
    qint64 m_cutUntil = 0;
    bool m_oneWay = false;
};

/// As the server's front makes it out of bytes.
server::Request asReceived(const HttpRequest& request);

} // namespace handrail::sim
