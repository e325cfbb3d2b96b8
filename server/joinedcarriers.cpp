// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/joinedcarriers.h"

#include "core/carriers/maildrop.h"
#include "core/carriers/smtpmail.h"

#include <QHostAddress>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

bool isLoopback(const QString& host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// smtps: TLS from the first byte; smtp: STARTTLS, except to this machine.
SmtpSettings smtpSettings(const QUrl& url, const QString& password)
{
    SmtpSettings settings{.host = url.host(), .user = url.userName(QUrl::FullyDecoded), .password = password};
    const bool tls = url.scheme() == "smtps"_L1;
    settings.port = url.port(tls ? 465 : 587);
    settings.security = tls                      ? SmtpSettings::Security::Tls
                        : isLoopback(url.host()) ? SmtpSettings::Security::Plain
                                                 : SmtpSettings::Security::StartTls;
    return settings;
}

} // namespace

Result<std::unique_ptr<JoinedCarriers>> JoinedCarriers::make(const Config& config)
{
    std::unique_ptr<JoinedCarriers> joined(new JoinedCarriers);
    if (!config.textsBaseUrl.isEmpty()) {
        const auto token = readSecret(config.textsAuthTokenFile);
        if (!token)
            return token.error();
        joined->m_texts.emplace(joined->m_transport, TwilioSettings{.baseUrl = QUrl(config.textsBaseUrl),
                                                                    .accountSid = config.textsAccountSid,
                                                                    .authToken = *token});
    }
    if (!config.mailDrop.isEmpty())
        joined->m_mail = std::make_unique<MailDrop>(config.mailDrop);
    if (!config.mailSmtpUrl.isEmpty()) {
        auto password = config.mailSmtpPasswordFile.isEmpty() ? Result<QString>(QString())
                                                              : readSecret(config.mailSmtpPasswordFile);
        if (!password)
            return password.error();
        joined->m_mail = std::make_unique<SmtpMail>(smtpSettings(QUrl(config.mailSmtpUrl), *password));
    }
    return joined;
}

} // namespace handrail::server
