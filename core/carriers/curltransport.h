// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/httptransport.h"

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

private:
    QString m_caFile;
};

} // namespace handrail
