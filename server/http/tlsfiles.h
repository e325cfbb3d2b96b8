// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QDateTime>
#include <QString>
#include <boost/asio/ssl/context.hpp>
#include <memory>

namespace handrail::server {

/// The server's certificate and key, out of files that may be replaced while it runs (as certbot does). Belongs to one
/// thread.
class TlsFiles
{
public:
    /// `certificate`: PEM, with the chain behind it; `key`: PEM without a password. Both empty: no TLS.
    TlsFiles(QString certificate, QString key);

    [[nodiscard]] bool wanted() const { return !m_certificate.isEmpty(); }
    /// Reads both files. Where they don't fit each other, what was read before stays, and the error says why.
    Result<void> read();
    /// Whether a file is another than the last time they were read.
    [[nodiscard]] bool changed() const;
    /// For new connections; null without TLS.
    [[nodiscard]] std::shared_ptr<boost::asio::ssl::context> context() const { return m_context; }

private:
    [[nodiscard]] QString looks() const;

    QString m_certificate;
    QString m_key;
    QString m_seen; ///< What the files looked like when they were last read.
    std::shared_ptr<boost::asio::ssl::context> m_context;
};

} // namespace handrail::server
