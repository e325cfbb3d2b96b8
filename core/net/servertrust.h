// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QList>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace handrail {

/// Whose word counts when a server says who it is.
struct ServerTrust
{
    /// An agency's own certificate authority: where there is one, no other counts, the system's included. Empty: the
    /// system's.
    QList<QSslCertificate> authorities;

    [[nodiscard]] bool isPinned() const { return !authorities.isEmpty(); }
    /// TLS 1.2 or newer, the certificate and its name checked.
    [[nodiscard]] QSslConfiguration configuration() const;
};

/// What a PEM file of certificates says. InvalidInput: it can't be read, has no certificate in it, or one that has run
/// out at `now`.
Result<ServerTrust> readServerTrust(const QString& pemFile, const QDateTime& now);

} // namespace handrail
