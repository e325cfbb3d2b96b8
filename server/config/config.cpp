// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/config.h"

#include "core/domain/address.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QUrl>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerConfig", text);
}

bool isThisMachine(const QString& host)
{
    static const QRegularExpression address(u"^127(\\.\\d{1,3}){3}$"_s);
    return host == "localhost"_L1 || host == "::1"_L1 || address.match(host).hasMatch();
}

/// Reads values one by one and remembers the first that can't be right.
class ConfigReader
{
public:
    explicit ConfigReader(const QString& path)
        : m_settings(path, QSettings::IniFormat)
        , m_folder(QFileInfo(path).absoluteDir())
        , m_file(path)
    {
    }

    void refuseUnknownKeys()
    {
        for (const QString& key : m_settings.allKeys()) {
            const bool known = std::ranges::any_of(configKeys(), [&](const ConfigKey& k) { return nameOf(k) == key; });
            if (!known)
                fail(tr("The configuration %1 has a setting that this server does not know: %2. See `handrail-server "
                        "config` for all settings.")
                         .arg(m_file, key));
        }
    }
    QString text(const char* key)
    {
        const QString name = QLatin1String(key);
        const QVariant value = m_settings.value(name);
        // QSettings takes a comma for a list.
        return value.isValid() ? value.toStringList().join(u',').trimmed() : fallbackOf(name);
    }
    int number(const char* key, int least, int most)
    {
        bool isNumber = false;
        const int value = text(key).toInt(&isNumber);
        if (!isNumber || value < least || value > most)
            fail(tr("In the configuration %1, %2 must be a number from %3 to %4.")
                     .arg(m_file, QLatin1String(key))
                     .arg(least)
                     .arg(most));
        return value;
    }
    QString path(const char* key)
    {
        const QString value = text(key);
        // systemd's LoadCredential= puts files into a folder of the service's own.
        if (value.startsWith("credential:"_L1)) {
            const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
            if (folder.isEmpty())
                fail(tr("In the configuration %1, %2 names a credential, but systemd gave this program none.")
                         .arg(m_file, QLatin1String(key)));
            return QDir(folder).filePath(value.mid(11));
        }
        return value.isEmpty() ? value : QDir::cleanPath(m_folder.absoluteFilePath(value));
    }
    QString url(const char* key, const QStringList& schemes)
    {
        QString value = text(key);
        while (value.endsWith(u'/'))
            value.chop(1);
        const QUrl parsed(value, QUrl::StrictMode);
        if (!value.isEmpty() && (!parsed.isValid() || !schemes.contains(parsed.scheme()) || parsed.host().isEmpty()))
            fail(tr("In the configuration %1, %2 must be an address that begins with %3://.")
                     .arg(m_file, QLatin1String(key), schemes.join(tr(":// or "))));
        return value;
    }
    /// `otherwise`: where the setting is empty.
    bool yes(const char* key, std::optional<bool> otherwise = {})
    {
        const QString value = text(key);
        if (value.isEmpty() && otherwise)
            return *otherwise;
        if (value != "yes"_L1 && value != "no"_L1)
            fail(tr("In the configuration %1, %2 must be yes or no.").arg(m_file, QLatin1String(key)));
        return value == "yes"_L1;
    }
    QString databaseUrl(const char* key)
    {
        const QString value = text(key);
        if (value.contains("://"_L1))
            return value;
        const QString file = value.startsWith("sqlite:"_L1) ? value.mid(7) : value;
        if (file.isEmpty())
            fail(tr("In the configuration %1, %2 must name a file or a database.").arg(m_file, QLatin1String(key)));
        return u"sqlite:"_s + QDir::cleanPath(m_folder.absoluteFilePath(file));
    }
    QString journal(const char* key, const QString& database)
    {
        const QString value = text(key);
        if (value == "off"_L1)
            return {};
        if (value.isEmpty())
            return database.startsWith("sqlite:"_L1) ? QString(database.mid(7) + u".changes"_s) : QString();
        return QDir::cleanPath(m_folder.absoluteFilePath(value));
    }
    void fail(const QString& sentence)
    {
        if (m_failed.isEmpty())
            m_failed = sentence;
    }
    [[nodiscard]] Result<Config> done(const Config& config) const
    {
        if (m_settings.status() != QSettings::NoError)
            return Error{ErrorCode::InvalidInput, tr("The configuration %1 can't be read.").arg(m_file)};
        if (!m_failed.isEmpty())
            return Error{ErrorCode::InvalidInput, m_failed};
        return config;
    }

private:
    static QString nameOf(const ConfigKey& key) { return key.section + u'/' + key.name; }
    static QString fallbackOf(const QString& name)
    {
        for (const ConfigKey& key : configKeys())
            if (nameOf(key) == name)
                return key.fallback;
        Q_UNREACHABLE();
        return {};
    }

    QSettings m_settings;
    QDir m_folder;
    QString m_file;
    QString m_failed;
};

/// Texts through a Kannel of the agency's own.
void readKannel(ConfigReader& r, Config& c, const QString& path)
{
    c.kannel = {.url = r.url("kannel/url", {u"https"_s, u"http"_s}),
                .user = r.text("kannel/user"),
                .passwordFile = r.path("kannel/password_file"),
                .smsc = r.text("kannel/smsc"),
                .hookSecretFile = r.path("kannel/hook_secret_file"),
                .hookUrl = r.url("kannel/hook_url", {u"https"_s, u"http"_s}),
                .region = r.text("kannel/region").toUpper()};
    if (!c.kannel.url.isEmpty() &&
        (c.kannel.user.isEmpty() || c.kannel.passwordFile.isEmpty() || c.kannel.hookSecretFile.isEmpty()))
        r.fail(tr("In the configuration %1, kannel/url needs kannel/user, kannel/password_file and "
                  "kannel/hook_secret_file.")
                   .arg(path));
    if (!c.kannel.url.isEmpty() && !c.textsBaseUrl.isEmpty())
        r.fail(tr("In the configuration %1, texts go by texts/base_url or by kannel/url, not both.").arg(path));
}

void readMail(ConfigReader& r, Config& c, const QString& path)
{
    c.mailSmtpUrl = r.url("mail/smtp_url", {u"smtp"_s, u"smtps"_s});
    c.mailSmtpPasswordFile = r.path("mail/smtp_password_file");
    c.mailSmtpTokenFile = r.path("mail/smtp_token_file");
    c.mailCaFile = r.path("mail/ca_file");
    c.mailReturnPath = r.text("mail/return_path");
    c.mailReportSuccess = r.yes("mail/report_success");
    c.mailDrop = r.path("mail/drop");
    c.mailsPerSecond = r.number("mail/per_second", 1, 10000);
    c.mailImapUrl = r.url("mail/imap_url", {u"imap"_s, u"imaps"_s});
    c.mailImapPasswordFile = r.path("mail/imap_password_file");
    c.mailImapTokenFile = r.path("mail/imap_token_file");
    c.mailImapMarkRead = r.yes("mail/imap_mark_read");
    c.mailPollSeconds = r.number("mail/poll_seconds", 1, 3600);
    if (!c.mailSmtpUrl.isEmpty() && !c.mailDrop.isEmpty())
        r.fail(tr("In the configuration %1, mail goes to mail/smtp_url or to mail/drop, not both.").arg(path));
    const QString example = QString(c.mailReturnPath).replace(u'*', u"00000000-0000-7000-8000-000000000000"_s);
    if (!c.mailReturnPath.isEmpty() && !EmailAddress::parse(example))
        r.fail(
            tr("In the configuration %1, mail/return_path must be an email address, with or without a *.").arg(path));
}

/// What the one who runs the server decides.
void readOperation(ConfigReader& r, Config& c, const QString& path)
{
    c.maxConnections = r.number("server/max_connections", 10, 1000000);
    if (!r.text("server/max_connections_per_address").isEmpty())
        c.maxPerAddress = r.number("server/max_connections_per_address", 0, 1000000);
    c.drainSeconds = r.number("server/drain_seconds", 0, 600);
    c.stopSeconds = r.number("server/stop_seconds", 1, 600);
    const QString format = r.text("log/format");
    if (format != "text"_L1 && format != "json"_L1)
        r.fail(tr("In the configuration %1, log/format must be text or json.").arg(path));
    c.logJson = format == "json"_L1;
    c.tlsCertificate = r.path("tls/certificate");
    c.tlsKey = r.path("tls/key");
    if (c.tlsCertificate.isEmpty() != c.tlsKey.isEmpty())
        r.fail(tr("In the configuration %1, tls/certificate and tls/key go together.").arg(path));
    c.proxyEndsTls = r.yes("server/proxy_ends_tls");
    if (c.tlsCertificate.isEmpty() && !c.proxyEndsTls && !isThisMachine(c.listenAddress))
        r.fail(tr("In the configuration %1, server/listen_address is not this machine alone, and what clients and desks "
                  "send would be readable on the way: set tls/certificate, or server/proxy_ends_tls = yes where a proxy "
                  "ends TLS.")
                   .arg(path));
    c.leaveTo = r.text("pages/leave_to");
    const QUrl away(c.leaveTo, QUrl::StrictMode);
    if (!away.isValid() || !away.userInfo().isEmpty() || !(away.scheme() == "https"_L1 || isThisMachine(away.host())))
        r.fail(tr("In the configuration %1, pages/leave_to must be an https:// address.").arg(path));
    c.metricsListen = r.text("metrics/listen");
    static const QRegularExpression place(u"^([0-9.]+|\\[[0-9A-Fa-f:.]+\\]):(\\d{1,5})$"_s);
    if (!c.metricsListen.isEmpty() && !place.match(c.metricsListen).hasMatch())
        r.fail(tr("In the configuration %1, metrics/listen must be an IP address and a port: 127.0.0.1:9464.").arg(path));
    c.metricsTokenFile = r.path("metrics/token_file");
    static const QRegularExpression network(u"^[0-9A-Fa-f:.]+(/\\d{1,3})?$"_s);
    for (const QString& proxy : c.trustedProxies)
        if (!network.match(proxy).hasMatch())
            r.fail(tr("In the configuration %1, server/trusted_proxies takes IP addresses and networks; “%2” is none.")
                       .arg(path, proxy));
}

} // namespace

const std::vector<ConfigKey>& configKeys()
{
    static const std::vector<ConfigKey> keys = {
        {"server"_L1, "listen_address"_L1, "127.0.0.1"_L1,
         "IP address that the server listens on. Without [tls] it speaks plain HTTP: leave it on loopback then, and put "
         "a proxy that ends TLS in front."},
        {"server"_L1, "proxy_ends_tls"_L1, "no"_L1,
         "yes: plain HTTP on another address than loopback is meant, as a proxy on a network that nobody else is on ends "
         "TLS. Without it, and without [tls], the server does not start there."},
        {"server"_L1, "listen_port"_L1, "8080"_L1, "0: a free port, printed at the start."},
        {"server"_L1, "public_url"_L1, ""_L1,
         "Where clients reach the pages, as it stands in messages: https://handrail.example.org. Empty: the address "
         "that the server listens on."},
        {"server"_L1, "threads"_L1, "4"_L1, "Threads that answer requests, each with a connection to the database."},
        {"server"_L1, "carrier_threads"_L1, "4"_L1, "Further threads for requests that wait for a carrier."},
        {"server"_L1, "trusted_proxies"_L1, ""_L1,
         "IP addresses or networks (10.0.0.0/8), with commas, of proxies whose X-Forwarded-For is believed."},
        {"server"_L1, "max_connections"_L1, "20000"_L1,
         "Connections at once. More are answered 503. The system's limit of open files must allow it."},
        {"server"_L1, "max_connections_per_address"_L1, ""_L1,
         "Connections of one address at once (of one /64 of IPv6); trusted_proxies are not counted. 0: no limit. Empty: "
         "1000, and this machine itself is not counted."},
        {"server"_L1, "drain_seconds"_L1, "0"_L1,
         "How long the server still answers after it was asked to stop, with /readyz saying 503 already: behind a "
         "balancer, twice the time between its questions."},
        {"server"_L1, "stop_seconds"_L1, "10"_L1,
         "How long requests that are under way may take when the server stops."},
        {"server"_L1, "clock_file"_L1, ""_L1,
         "For trials only: a file with a number of seconds by which the clock is moved."},
        {"server"_L1, "log"_L1, "info"_L1, "warning, info or debug. The log has no names, addresses or messages."},
        {"log"_L1, "format"_L1, "text"_L1, "text, or json: a JSON object a line, for programs that collect logs."},
        {"tls"_L1, "certificate"_L1, ""_L1,
         "PEM file with the certificate and its chain: the server speaks HTTPS. Read again when it changes, and at "
         "SIGHUP. Empty: plain HTTP."},
        {"tls"_L1, "key"_L1, ""_L1, "PEM file with the certificate's key, without a password."},
        {"pages"_L1, "leave_to"_L1, "https://www.wikipedia.org/"_L1,
         "Where “Leave this page” of the clients' pages leads: an https address that anybody may have open, and that "
         "answers without a redirect to another site."},
        {"metrics"_L1, "listen"_L1, "127.0.0.1:9464"_L1,
         "Where GET /metrics is answered for Prometheus, apart from everything else. Empty: nowhere of its own."},
        {"metrics"_L1, "token_file"_L1, ""_L1,
         "A file whose first line is a token: who brings it as Authorization: Bearer also reads /metrics where the "
         "server itself listens, and nobody reads them without it anywhere."},
        {"database"_L1, "url"_L1, "sqlite:handrail-server.db"_L1,
         "sqlite:PATH, or postgresql://user:password@host:port/name (?host=/folder for a Unix socket). On another machine TLS "
         "is asked for, and nothing less is taken; ?sslmode=verify-full&sslrootcert=/FILE checks its certificate, too."},
        {"database"_L1, "password_file"_L1, ""_L1,
         "A file whose first line is PostgreSQL's password, so that it need not stand here."},
        {"database"_L1, "journal"_L1, ""_L1,
         "A folder that keeps every change for 35 days, for `restore`: best on another disk. Empty: beside an SQLite "
         "database, in the folder of its name and .changes; none for PostgreSQL, which archives its own log. off: none."},
        {"sign_in"_L1, "key_file"_L1, ""_L1,
         "A file whose first line is a long random text: the secrets of second factors are sealed with it. Empty: they "
         "are kept as they are. Keep it apart from the database's backups; without it, second factors are reset."},
        {"oidc"_L1, "issuer"_L1, ""_L1,
         "Single sign-on by OpenID Connect: the organisation's issuer, exactly as it writes itself: "
         "https://login.example.org. Empty: passwords only."},
        {"oidc"_L1, "client_id"_L1, ""_L1,
         "What the organisation's sign-in calls Handrail. Register it as a native or desktop client with the redirect "
         "http://127.0.0.1/ (any port)."},
        {"oidc"_L1, "client_secret_file"_L1, ""_L1,
         "A file whose first line is the client's secret. Empty: a public client, which PKCE protects."},
        {"oidc"_L1, "agency"_L1, ""_L1, "The id of the agency whose people sign in by it. Empty: every agency's."},
        {"oidc"_L1, "name"_L1, "your organisation"_L1, "What people call it."},
        {"texts"_L1, "base_url"_L1, ""_L1,
         "The carrier's API, which is Twilio's or one like it: https://api.twilio.com. Empty: no texts are sent."},
        {"texts"_L1, "account_sid"_L1, ""_L1, "The carrier's account, AC and 32 digits."},
        {"texts"_L1, "auth_token_file"_L1, ""_L1, "A file whose first line is the account's token."},
        {"texts"_L1, "poll_seconds"_L1, "30"_L1, "How often the carriers are asked for replies and lost messages."},
        {"texts"_L1, "status_poll_seconds"_L1, "60"_L1,
         "How often the carrier is asked what became of texts that it took. Where webhooks tell it too, 600 will do."},
        {"texts"_L1, "webhooks"_L1, ""_L1,
         "yes: the carrier reaches this server at public_url and is asked to send the status of each text there; no: "
         "statuses are only polled. Empty: yes where public_url begins with https://."},
        {"texts"_L1, "per_second"_L1, "10"_L1,
         "Texts a second, of all agencies' numbers together. Each number that has texts to send gets the same part."},
        {"texts"_L1, "per_number_per_second"_L1, "10"_L1,
         "Texts a second of one number: what the carrier lets it send (a US long code often 1, a toll-free number 3)."},
        {"kannel"_L1, "url"_L1, ""_L1,
         "Texts through a Kannel of your own instead: its smsbox, http://127.0.0.1:13013/cgi-bin/sendsms. Empty: not "
         "used. docs/kannel.md has the other half."},
        {"kannel"_L1, "user"_L1, ""_L1, "The username of Kannel's sendsms-user group."},
        {"kannel"_L1, "password_file"_L1, ""_L1, "A file whose first line is that user's password."},
        {"kannel"_L1, "smsc"_L1, ""_L1, "The id of the SMS center to send by. Empty: Kannel chooses."},
        {"kannel"_L1, "hook_secret_file"_L1, ""_L1,
         "A file whose first line is the secret in the address that Kannel brings replies and reports to: at least 16 "
         "letters, digits, - and _."},
        {"kannel"_L1, "hook_url"_L1, ""_L1,
         "Where Kannel reaches this server: http://10.0.0.5:8080. Empty: the address that the server listens on."},
        {"kannel"_L1, "region"_L1, "US"_L1,
         "Where numbers are from that Kannel's SMS center gives without a country code: US, MX ..."},
        {"mail"_L1, "smtp_url"_L1, ""_L1,
         "The mail server: smtps://user@host:465 (TLS), smtp://user@host:587 (STARTTLS is required, except on "
         "loopback). Empty, and no drop: no emails are sent."},
        {"mail"_L1, "smtp_password_file"_L1, ""_L1, "A file whose first line is the mail server's password."},
        {"mail"_L1, "per_second"_L1, "20"_L1, "Emails a second, of all agencies together."},
        {"mail"_L1, "smtp_token_file"_L1, ""_L1,
         "Instead of a password: a file whose first line is an access token (XOAUTH2), read anew for every connection, "
         "so that another program may renew it."},
        {"mail"_L1, "ca_file"_L1, ""_L1,
         "PEM file of the authorities that the mail servers' certificates are checked against. Empty: the system's."},
        {"mail"_L1, "return_path"_L1, ""_L1,
         "Where bounces go, with * for the message's id: bounces+*@example.org. It must arrive in the mailbox of "
         "imap_url. Empty: to the agency's sending address."},
        {"mail"_L1, "report_success"_L1, "no"_L1,
         "yes: the mail server is asked for a report on every email, not on failures and delays alone. An email whose "
         "fate is unknown can then be found out."},
        {"mail"_L1, "drop"_L1, ""_L1, "A folder that takes mails as .eml files instead of a mail server."},
        {"mail"_L1, "imap_url"_L1, ""_L1,
         "The mailbox of the sending addresses, for bounces and replies: imaps://user@host:993/INBOX (TLS), "
         "imap://user@host:143/INBOX (STARTTLS is required, except on loopback). Empty: nobody reads what comes back."},
        {"mail"_L1, "imap_password_file"_L1, ""_L1, "A file whose first line is the mailbox's password."},
        {"mail"_L1, "imap_token_file"_L1, ""_L1, "Instead of a password: a file with an access token (XOAUTH2)."},
        {"mail"_L1, "imap_mark_read"_L1, "no"_L1,
         "yes: mails that Handrail took in are marked as read. Nothing else in the mailbox is ever changed."},
        {"mail"_L1, "poll_seconds"_L1, "60"_L1, "How often the mailbox is looked into."},
        {"retention"_L1, "erase_after_days"_L1, "0"_L1,
         "Clients with whom nothing has happened for so many days (30 at least) are erased, once a day, in every agency. "
         "0: nobody is erased on its own; `handrail-server retention` does it by hand."},
    };
    return keys;
}

Result<Config> Config::read(const QString& path)
{
    if (path.isEmpty())
        return Error{ErrorCode::InvalidInput, tr("Say which configuration to use: --config FILE.")};
    if (!QFileInfo(path).isFile() || !QFileInfo(path).isReadable())
        return Error{ErrorCode::NotFound, tr("There is no readable configuration at %1.").arg(path)};
    ConfigReader r(path);
    r.refuseUnknownKeys();
    Config c;
    c.listenAddress = r.text("server/listen_address");
    c.listenPort = quint16(r.number("server/listen_port", 0, 65535));
    c.publicUrl = r.url("server/public_url", {u"https"_s, u"http"_s});
    if (!c.publicUrl.isEmpty() && !c.publicUrl.startsWith("https://"_L1) && !isThisMachine(QUrl(c.publicUrl).host()))
        r.fail(tr("In the configuration %1, server/public_url stands in the clients' messages: it must begin with "
                  "https://.")
                   .arg(path));
    c.threads = r.number("server/threads", 1, 256);
    c.carrierThreads = r.number("server/carrier_threads", 1, 256);
    for (const QString& proxy : r.text("server/trusted_proxies").split(u',', Qt::SkipEmptyParts))
        c.trustedProxies.append(proxy.trimmed());
    c.clockFile = r.path("server/clock_file");
    c.log = r.text("server/log");
    if (c.log != "warning"_L1 && c.log != "info"_L1 && c.log != "debug"_L1)
        r.fail(tr("In the configuration %1, server/log must be warning, info or debug.").arg(path));
    readOperation(r, c, path);
    c.databaseUrl = r.databaseUrl("database/url");
    c.databasePasswordFile = r.path("database/password_file");
    c.databaseJournal = r.journal("database/journal", c.databaseUrl);
    c.oidc = {.issuer = r.text("oidc/issuer"),
              .clientId = r.text("oidc/client_id"),
              .clientSecretFile = r.path("oidc/client_secret_file"),
              .agency = r.text("oidc/agency").toLower(),
              .name = r.text("oidc/name")};
    r.url("oidc/issuer", {u"https"_s, u"http"_s});
    if (c.oidc.issuer.isEmpty() != c.oidc.clientId.isEmpty())
        r.fail(tr("In the configuration %1, oidc/issuer and oidc/client_id need each other.").arg(path));
    c.signInKeyFile = r.path("sign_in/key_file");
    c.textsBaseUrl = r.url("texts/base_url", {u"https"_s, u"http"_s});
    c.textsAccountSid = r.text("texts/account_sid");
    c.textsAuthTokenFile = r.path("texts/auth_token_file");
    if (!c.textsBaseUrl.isEmpty() && (c.textsAccountSid.isEmpty() || c.textsAuthTokenFile.isEmpty()))
        r.fail(
            tr("In the configuration %1, texts/base_url needs texts/account_sid and texts/auth_token_file.").arg(path));
    c.textsPollSeconds = r.number("texts/poll_seconds", 1, 3600);
    c.textsStatusPollSeconds = r.number("texts/status_poll_seconds", 1, 24 * 3600);
    c.textsWebhooks = r.yes("texts/webhooks", c.publicUrl.startsWith("https://"_L1));
    if (c.textsWebhooks && c.publicUrl.isEmpty())
        r.fail(tr("In the configuration %1, texts/webhooks needs server/public_url.").arg(path));
    c.textsPerSecond = r.number("texts/per_second", 1, 1000);
    c.textsPerNumber = r.number("texts/per_number_per_second", 1, 1000);
    readKannel(r, c, path);
    readMail(r, c, path);
    c.retentionDays = r.number("retention/erase_after_days", 0, 36500);
    if (c.retentionDays > 0 && c.retentionDays < 30)
        r.fail(tr("In the configuration %1, retention/erase_after_days must be 0, or 30 at least.").arg(path));
    return r.done(c);
}

Result<QString> readSecret(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::InvalidInput, tr("The file %1 with a secret can't be read.").arg(path)};
    const QString secret = QString::fromUtf8(file.readLine(4096)).trimmed();
    if (secret.isEmpty())
        return Error{ErrorCode::InvalidInput, tr("The file %1 should hold a secret and is empty.").arg(path)};
    return secret;
}

Result<QString> readCredential(const QString& path)
{
    constexpr auto forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    const QString handedOver = qEnvironmentVariable("CREDENTIALS_DIRECTORY"); // systemd guards the folder itself
    const bool fromSystemd = !handedOver.isEmpty() && QDir::cleanPath(path).startsWith(QDir::cleanPath(handedOver) + u'/');
#ifdef Q_OS_UNIX // elsewhere Qt's permissions don't say who may read a file
    if (!fromSystemd && QFileInfo::exists(path) && (QFileInfo(path).permissions() & forOthers) != 0)
        return Error{ErrorCode::InvalidInput,
                     tr("Other users of this computer may read or write the file %1 with a carrier's credential. Make it its "
                        "owner's alone (chmod 600), and the credential a new one where somebody may have read it.")
                         .arg(path)};
#else
    Q_UNUSED(fromSystemd)
    Q_UNUSED(forOthers)
#endif
    return readSecret(path);
}

Result<QString> readUrlSecret(const QString& path)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9_-]{16,200}$"_s);
    const auto secret = readCredential(path);
    if (!secret || shape.match(*secret).hasMatch())
        return secret;
    return Error{ErrorCode::InvalidInput,
                 tr("The file %1 must hold a secret of at least 16 letters, digits, - and _: it stands in an address.")
                     .arg(path)};
}

QString describeConfig()
{
    QString text;
    QLatin1String section;
    for (const ConfigKey& key : configKeys()) {
        if (key.section != section)
            text += u"%1[%2]\n"_s.arg(text.isEmpty() ? u""_s : u"\n"_s, key.section);
        section = key.section;
        text += u"; %1\n%2 = %3\n"_s.arg(tr(key.explanation), key.name, key.fallback);
    }
    return text;
}

} // namespace handrail::server
