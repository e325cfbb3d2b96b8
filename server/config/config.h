// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QLatin1String>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace handrail::server {

/// One setting of the configuration file, for people.
struct ConfigKey
{
    QLatin1String section;
    QLatin1String name;
    QLatin1String fallback;
    const char* explanation;
};

/// All settings there are. docs/server-config.md is made of them (`handrail-server config`).
const std::vector<ConfigKey>& configKeys();

/// The configuration file, read and checked. Paths are absolute.
struct Config
{
    QString listenAddress;
    quint16 listenPort = 0;
    QString publicUrl; ///< Without a slash at the end; empty: the address that the server listens on.
    int threads = 4;
    int carrierThreads = 4;
    QStringList trustedProxies;
    bool proxyEndsTls = false; ///< Plain HTTP may be listened for on other addresses than this machine's own.
    QString leaveTo;           ///< Where «Leave this page» of the clients' pages leads.
    QString clockFile;
    QString log;

    int maxConnections = 20000;
    std::optional<int> maxPerAddress; ///< Nothing: the usual, and this machine itself is not counted.
    int drainSeconds = 0;
    int stopSeconds = 10;
    bool logJson = false;
    QString tlsCertificate; ///< Empty: plain HTTP.
    QString tlsKey;
    QString metricsListen; ///< Address and port; empty: nowhere of their own.
    QString metricsTokenFile;

    QString databaseUrl;
    QString databasePasswordFile;
    QString databaseJournal; ///< A folder; empty: none is kept.
    struct SingleSignOn
    {
        QString issuer; ///< Empty: passwords only.
        QString clientId;
        QString clientSecretFile;
        QString agency;
        QString name;
    } oidc;
    QString signInKeyFile; ///< Empty: secrets of second factors are kept as they are.

    QString textsBaseUrl; ///< Empty: this server sends no texts.
    QString textsAccountSid;
    QString textsAuthTokenFile;
    int textsPollSeconds = 30;
    int textsStatusPollSeconds = 60;
    bool textsWebhooks = false; ///< The carrier can reach this server at publicUrl, and is told where.
    int textsPerSecond = 10;
    int textsPerNumber = 10;

    struct Kannel
    {
        QString url; ///< Empty: not used.
        QString user;
        QString passwordFile;
        QString smsc;
        QString hookSecretFile;
        QString hookUrl; ///< Without a slash at the end; empty: the address that the server listens on.
        QString region;
    } kannel;

    QString mailDrop;
    QString mailSmtpUrl;
    QString mailSmtpPasswordFile;
    int mailsPerSecond = 20;
    QString mailSmtpTokenFile;
    QString mailCaFile;
    QString mailReturnPath; ///< With * for the message's id; empty: the sending address.
    bool mailReportSuccess = false;
    QString mailImapUrl; ///< Empty: nobody reads what comes back.
    QString mailImapPasswordFile;
    QString mailImapTokenFile;
    bool mailImapMarkRead = false;
    int mailPollSeconds = 60;

    int retentionDays = 0; ///< Clients with nothing for so many days are erased; 0: nobody is on its own.

    /// Error: the file can't be read, has a key that there is not, or a value that can't be right; the sentence names
    /// file and key, never a value.
    static Result<Config> read(const QString& path);
};

/// The first line of a file that holds a secret.
Result<QString> readSecret(const QString& path);

/// The same of a carrier's credential, which has to be its owner's alone: mode 0600, or a file that systemd handed over
/// (LoadCredential=). InvalidInput where others may read or write it.
Result<QString> readCredential(const QString& path);

/// The same, of letters that may stand in an address as they are.
Result<QString> readUrlSecret(const QString& path);

/// Every key with its default and explanation, in the form of the file itself.
QString describeConfig();

} // namespace handrail::server
