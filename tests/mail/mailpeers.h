// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carriers/imapmailbox.h"
#include "core/carriers/smtpmail.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <functional>

namespace handrail::tests {

/// The mail system that with-mail.sh started.
struct MailPeers
{
    QDir folder{qEnvironmentVariable("HANDRAIL_MAIL_FOLDER")};
    int smtpPort = qEnvironmentVariableIntValue("HANDRAIL_MAIL_SMTP");
    int imapPort = qEnvironmentVariableIntValue("HANDRAIL_MAIL_IMAP");
    int imapsPort = qEnvironmentVariableIntValue("HANDRAIL_MAIL_IMAPS");
    QJsonObject ports = QJsonDocument::fromJson(qgetenv("HANDRAIL_MAIL_PEERS")).object();

    MailPeers()
    {
        INFO("run by tests/mail/with-mail.sh, as ctest does");
        REQUIRE(smtpPort > 0);
    }
    [[nodiscard]] QString file(const char* name) const { return folder.filePath(QLatin1String(name)); }
    [[nodiscard]] QByteArray read(const char* name) const
    {
        QFile file(this->file(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const char* name, const QByteArray& bytes) const
    {
        QFile file(this->file(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    /// Postfix, which takes mail from this machine.
    [[nodiscard]] SmtpSettings postfix() const
    {
        SmtpSettings settings;
        settings.host = QStringLiteral("127.0.0.1");
        settings.port = smtpPort;
        settings.security = MailServer::Security::Plain;
        settings.timeoutMs = 10'000;
        return settings;
    }
    /// One of peer.mjs, trusted by our own authority.
    [[nodiscard]] SmtpSettings peer(const char* name, MailServer::Security security) const
    {
        SmtpSettings settings = postfix();
        settings.host = QStringLiteral("localhost");
        settings.port = ports.value(QLatin1String(name)).toInt();
        settings.security = security;
        settings.caFile = file("ca.pem");
        return settings;
    }
    /// Dovecot's mailbox of the agency.
    [[nodiscard]] ImapSettings mailbox(const QString& user = QStringLiteral("help@agency.test")) const
    {
        ImapSettings settings;
        settings.host = QStringLiteral("127.0.0.1");
        settings.port = imapPort;
        settings.security = MailServer::Security::Plain;
        settings.user = user;
        settings.password = QStringLiteral("secret");
        settings.caFile = file("ca.pem");
        settings.timeoutMs = 10'000;
        return settings;
    }
    /// What peer.mjs told of one of its servers.
    [[nodiscard]] QList<QJsonObject> events(const char* server, const char* event) const
    {
        QList<QJsonObject> all;
        for (const QByteArray& line : read("peer.log").split('\n')) {
            const QJsonObject told = QJsonDocument::fromJson(line).object();
            if (told.value(QLatin1String("server")) == QLatin1String(server) &&
                told.value(QLatin1String("event")) == QLatin1String(event))
                all.append(told);
        }
        return all;
    }
};

/// Waits until the mail system is where the test wants it; fails after 30 seconds.
inline void waitFor(const char* what, const std::function<bool()>& isSo)
{
    INFO(what);
    REQUIRE(QTest::qWaitFor(isSo, 30'000));
}

} // namespace handrail::tests
