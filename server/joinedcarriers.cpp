// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/joinedcarriers.h"

#include "core/carriers/maildrop.h"
#include "core/carriers/smtpmail.h"
#include "server/gateway/kannelhooks.h"

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

Result<void> JoinedCarriers::joinTwilio(const Config& config)
{
    const auto token = readSecret(config.textsAuthTokenFile);
    if (!token)
        return token.error();
    m_texts = std::make_unique<TwilioTexts>(m_transport, TwilioSettings{.baseUrl = QUrl(config.textsBaseUrl),
                                                                        .accountSid = config.textsAccountSid,
                                                                        .authToken = *token});
    return {};
}

Result<void> JoinedCarriers::joinKannel(const Config& config, const QString& address)
{
    const auto password = readSecret(config.kannel.passwordFile);
    if (!password)
        return password.error();
    const auto secret = readUrlSecret(config.kannel.hookSecretFile);
    if (!secret)
        return secret.error();
    m_kannelSecret = *secret;
    const QString hooks = config.kannel.hookUrl.isEmpty() ? address : config.kannel.hookUrl;
    m_texts =
        std::make_unique<KannelTexts>(m_transport, KannelSettings{.sendUrl = QUrl(config.kannel.url),
                                                                  .user = config.kannel.user,
                                                                  .password = *password,
                                                                  .smsc = config.kannel.smsc,
                                                                  .reportUrl = hooks + kannelReportPath(*secret)});
    return {};
}

Result<std::unique_ptr<JoinedCarriers>> JoinedCarriers::make(const Config& config, const QString& address)
{
    std::unique_ptr<JoinedCarriers> joined(new JoinedCarriers);
    if (!config.textsBaseUrl.isEmpty())
        if (auto done = joined->joinTwilio(config); !done)
            return done.error();
    if (!config.kannel.url.isEmpty())
        if (auto done = joined->joinKannel(config, address); !done)
            return done.error();
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
