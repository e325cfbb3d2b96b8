// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/httptransport.h"

#include <atomic>

namespace handrail {

/// HTTP by libcurl, for the server. Certificates are checked, redirects are not followed, plain http goes to loopback
/// only. Every request has a connection of its own: libcurl repeats a request on a re-used connection that was reset,
/// and a repeated POST can text a person twice. May be called from several threads.
class CurlTransport : public HttpTransport
{
public:
    /// `caFile`: PEM file of the authorities to trust; empty for the system's.
    explicit CurlTransport(QString caFile = {});
    HttpOutcome send(const HttpRequest& request) override;
    /// The process ends: requests under way end within a second or so, as Unknown where they had left, and new ones are
    /// not sent. From any thread.
    void giveUp() { m_givenUp = true; }

private:
    QString m_caFile;
    std::atomic<bool> m_givenUp = false;
};

} // namespace handrail
