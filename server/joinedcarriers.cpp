// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/joinedcarriers.h"

#include "core/carriers/imapmailbox.h"
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

/// smtps, imaps: TLS from the first byte; smtp, imap: STARTTLS, except to this machine.
Result<MailServer> mailServer(const QString& address, int tlsPort, int plainPort, const QString& passwordFile,
                              const QString& tokenFile, const QString& caFile)
{
    const QUrl url(address);
    MailServer server{
        .host = url.host(), .user = url.userName(QUrl::FullyDecoded), .tokenFile = tokenFile, .caFile = caFile};
    const bool tls = url.scheme().endsWith(u's');
    server.port = url.port(tls ? tlsPort : plainPort);
    server.security = tls                      ? MailServer::Security::Tls
                      : isLoopback(url.host()) ? MailServer::Security::Plain
                                               : MailServer::Security::StartTls;
    for (const QString& file : {passwordFile, tokenFile}) {
        if (file.isEmpty())
            continue;
        const auto secret = readCredential(file);
        if (!secret)
            return secret.error();
        if (file == passwordFile)
            server.password = *secret;
    }
    return server;
}

Result<SmtpSettings> smtpSettings(const Config& config)
{
    const auto server = mailServer(config.mailSmtpUrl, 465, 587, config.mailSmtpPasswordFile, config.mailSmtpTokenFile,
                                   config.mailCaFile);
    if (!server)
        return server.error();
    return SmtpSettings{{*server}, config.mailReportSuccess};
}

Result<ImapSettings> imapSettings(const Config& config)
{
    const auto server = mailServer(config.mailImapUrl, 993, 143, config.mailImapPasswordFile, config.mailImapTokenFile,
                                   config.mailCaFile);
    if (!server)
        return server.error();
    ImapSettings settings{{*server}};
    if (const QString folder = QUrl(config.mailImapUrl).path(QUrl::FullyDecoded).mid(1); !folder.isEmpty())
        settings.folder = folder;
    settings.markRead = config.mailImapMarkRead;
    return settings;
}

} // namespace

Result<void> JoinedCarriers::joinTwilio(const Config& config)
{
    const auto token = readCredential(config.textsAuthTokenFile);
    if (!token)
        return token.error();
    m_texts = std::make_unique<TwilioTexts>(m_transport, TwilioSettings{.baseUrl = QUrl(config.textsBaseUrl),
                                                                        .accountSid = config.textsAccountSid,
                                                                        .authToken = *token});
    return {};
}

Result<void> JoinedCarriers::joinKannel(const Config& config, const QString& address)
{
    const auto password = readCredential(config.kannel.passwordFile);
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

Result<std::unique_ptr<JoinedCarriers>> JoinedCarriers::make(const Config& config, const QString& address,
                                                             const Clock& clock)
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
        const auto settings = smtpSettings(config);
        if (!settings)
            return settings.error();
        joined->m_mail = std::make_unique<SmtpMail>(*settings);
    }
    if (!config.mailImapUrl.isEmpty()) {
        const auto settings = imapSettings(config);
        if (!settings)
            return settings.error();
        joined->m_mailbox = std::make_unique<ImapMailbox>(*settings, clock);
    }
    return joined;
}

} // namespace handrail::server
