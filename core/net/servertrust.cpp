// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/servertrust.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>

namespace handrail {

namespace {

constexpr qint64 largestFile = 1024 * 1024;

Error invalid(const char* sentence)
{
    return {ErrorCode::InvalidInput, QCoreApplication::translate("Net", sentence)};
}

} // namespace

QSslConfiguration ServerTrust::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (isPinned())
        configuration.setCaCertificates(authorities);
    return configuration;
}

Result<ServerTrust> readServerTrust(const QString& pemFile, const QDateTime& now)
{
    QFile file(pemFile);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return invalid(QT_TRANSLATE_NOOP("Net", "The file with your agency's certificate authority can't be read. Without it "
                                                "Handrail can't be sure of the server, so it does not start."));
    ServerTrust trust{QSslCertificate::fromDevice(&file, QSsl::Pem)};
    if (!trust.isPinned())
        return invalid(QT_TRANSLATE_NOOP("Net", "The file of the certificate authority has no certificate in it. It is a "
                                                "text that begins with «-----BEGIN CERTIFICATE-----»; ask your "
                                                "administrator for it."));
    for (const QSslCertificate& authority : std::as_const(trust.authorities))
        if (authority.expiryDate() < now)
            return invalid(QT_TRANSLATE_NOOP("Net", "The certificate authority in the file has run out. Ask your "
                                                    "administrator for the new one."));
    return trust;
}

} // namespace handrail
