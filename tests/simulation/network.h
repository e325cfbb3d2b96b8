// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/httptransport.h"
#include "tests/simulation/servernode.h"

namespace handrail::sim {

/// The way from one host to the server: slow with a heavy tail, losing requests and replies, delivering twice and
/// late, cut for hours. The caller's process waits; another host's does not.
class Link : public HttpTransport
{
public:
    Link(Process& from, ServerNode& server)
        : m_from(from)
        , m_server(server)
    {
    }
    /// In a piece of work of the process.
    HttpOutcome send(const HttpRequest& request) override;
    /// Cut until then; `oneWay`: requests get through, replies don't.
    void cutUntil(qint64 ms, bool oneWay)
    {
        m_cutUntil = ms;
        m_oneWay = oneWay;
    }
    [[nodiscard]] bool isCut() const { return m_from.stage.timeline.now() < m_cutUntil && !m_from.stage.plan.quiet; }

private:
    Process& m_from;
    ServerNode& m_server;
    qint64 m_cutUntil = 0;
    bool m_oneWay = false;
};

/// As the server's front makes it out of bytes.
server::Request asReceived(const HttpRequest& request);

} // namespace handrail::sim
