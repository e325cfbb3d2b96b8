// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tlsfiles.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <openssl/ssl.h>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace ssl = boost::asio::ssl;

TlsFiles::TlsFiles(QString certificate, QString key)
    : m_certificate(std::move(certificate))
    , m_key(std::move(key))
{
}

QString TlsFiles::looks() const
{
    QString looks;
    for (const QString& path : {m_certificate, m_key}) {
        const QFileInfo file(path); // A link's target, as certbot's are.
        looks += u"%1 %2 %3\n"_s.arg(file.canonicalFilePath())
                     .arg(file.lastModified().toMSecsSinceEpoch())
                     .arg(file.size());
    }
    return looks;
}

bool TlsFiles::changed() const
{
    return wanted() && looks() != m_seen;
}

Result<void> TlsFiles::read()
{
    if (!wanted())
        return {};
    m_seen = looks();
    const auto failed = [&](const QString& path, const boost::system::error_code& ec) {
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Server", "TLS can't use the file %1: %2.")
                         .arg(path, QString::fromStdString(ec.message()))};
    };
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
    // Of TLS 1.2 only what 1.3 has too: fresh keys for each connection, and no CBC, which padding attacks come back to.
    SSL_CTX_set_cipher_list(context->native_handle(), "ECDHE+AESGCM:ECDHE+CHACHA20");
    SSL_CTX_set_options(context->native_handle(), SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    boost::system::error_code ec;
    // Without this OpenSSL would ask for a password at the terminal.
    context->set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string(); }, ec);
    context->use_certificate_chain_file(m_certificate.toStdString(), ec);
    if (ec)
        return failed(m_certificate, ec);
    context->use_private_key_file(m_key.toStdString(), ssl::context::pem, ec);
    if (ec)
        return failed(m_key, ec);
    if (SSL_CTX_check_private_key(context->native_handle()) != 1)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Server", "TLS can't use the key %1: it is not the certificate's.")
                         .arg(m_key)};
    m_context = std::move(context);
    return {};
}

} // namespace handrail::server
