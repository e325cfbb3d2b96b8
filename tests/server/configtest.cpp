// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/config.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace handrail;
using namespace handrail::server;
using namespace Qt::Literals::StringLiterals;

namespace {

struct ConfigFile
{
    QTemporaryDir folder;
    QString path = folder.filePath(u"server.ini"_s);

    Result<Config> read(const QByteArray& text)
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        return Config::read(path);
    }
};

} // namespace

TEST_CASE("server config: the file", "[server][config]")
{
    ConfigFile file;

    SECTION("may be empty: every setting has a default")
    {
        const Config config = mustHave(file.read(""));
        CHECK(config.listenAddress == u"127.0.0.1"_s);
        CHECK(config.listenPort == 8080);
        CHECK(config.databaseUrl == u"sqlite:"_s + file.folder.filePath(u"handrail-server.db"_s));
        CHECK(config.textsBaseUrl.isEmpty());
        CHECK(config.textsPollSeconds == 30);
    }
    SECTION("may be what `handrail-server config` prints")
    {
        const Config printed = mustHave(file.read(describeConfig().toUtf8()));
        CHECK(printed.listenPort == 8080);
        CHECK(printed.databaseUrl == mustHave(file.read("")).databaseUrl);
    }
    SECTION("is taken as it stands")
    {
        const Config config = mustHave(file.read("[server]\nlisten_port = 0\npublic_url = https://h.example/\n"
                                                 "trusted_proxies = 10.0.0.1, 10.0.0.2\n"
                                                 "[database]\nurl = postgresql://hr@db/handrail\n"
                                                 "[texts]\nbase_url=https://api.twilio.com\naccount_sid=AC1\n"
                                                 "auth_token_file=secret/token\n[mail]\ndrop=/srv/mail\n"));
        CHECK(config.publicUrl == u"https://h.example"_s);
        CHECK(config.trustedProxies == QStringList{u"10.0.0.1"_s, u"10.0.0.2"_s});
        CHECK(config.databaseUrl == u"postgresql://hr@db/handrail"_s);
        CHECK(config.textsAuthTokenFile == file.folder.filePath(u"secret/token"_s));
        CHECK(config.mailDrop == u"/srv/mail"_s);
    }
    SECTION("has webhooks where the carrier can reach the server, unless it says otherwise")
    {
        CHECK(mustHave(file.read("[server]\npublic_url = https://h.example\n")).textsWebhooks);
        CHECK_FALSE(mustHave(file.read("[server]\npublic_url = http://127.0.0.1:8080\n")).textsWebhooks);
        CHECK_FALSE(mustHave(file.read("")).textsWebhooks);
        CHECK_FALSE(
            mustHave(file.read("[server]\npublic_url = https://h.example\n[texts]\nwebhooks = no\n")).textsWebhooks);
    }
    SECTION("names a mailbox and how to get into it")
    {
        const Config config =
            mustHave(file.read("[mail]\nsmtp_url=smtp://a%40b.org@mail.b.org:587\nsmtp_token_file=token\n"
                               "imap_url=imaps://a%40b.org@mail.b.org/INBOX\nimap_mark_read=yes\n"
                               "return_path=bounces+*@b.org\nca_file=ca.pem\n"));
        CHECK(config.mailSmtpTokenFile == file.folder.filePath(u"token"_s));
        CHECK(config.mailImapUrl == u"imaps://a%40b.org@mail.b.org/INBOX"_s);
        CHECK(config.mailImapMarkRead);
        CHECK_FALSE(config.mailReportSuccess);
        CHECK(config.mailReturnPath == u"bounces+*@b.org"_s);
        CHECK(config.mailPollSeconds == 60);
    }
    SECTION("is refused with a sentence that names what can't be right")
    {
        const auto [text, named] = GENERATE(table<QByteArray, QString>({
            {"[server]\nlisten_prot = 1\n", QStringLiteral("server/listen_prot")},
            {"listen_port = 1\n", QStringLiteral("listen_port")},
            {"[server]\nlisten_port = 70000\n", QStringLiteral("server/listen_port")},
            {"[server]\nlisten_port = eighty\n", QStringLiteral("server/listen_port")},
            {"[server]\npublic_url = h.example\n", QStringLiteral("server/public_url")},
            {"[server]\nlog = loud\n", QStringLiteral("server/log")},
            {"[database]\nurl = \n", QStringLiteral("database/url")},
            {"[texts]\nbase_url = https://api.twilio.com\n", QStringLiteral("texts/account_sid")},
            {"[texts]\npoll_seconds = 0\n", QStringLiteral("texts/poll_seconds")},
            {"[texts]\nper_second = 0\n", QStringLiteral("texts/per_second")},
            {"[texts]\nper_number_per_second = many\n", QStringLiteral("texts/per_number_per_second")},
            {"[texts]\nwebhooks = maybe\n", QStringLiteral("texts/webhooks")},
            {"[texts]\nwebhooks = yes\n", QStringLiteral("texts/webhooks")},
            {"[mail]\nper_second = -1\n", QStringLiteral("mail/per_second")},
            {"[mail]\nsmtp_url = smtp://m\ndrop = x\n", QStringLiteral("mail/drop")},
            {"[mail]\nimap_url = pop3://m\n", QStringLiteral("mail/imap_url")},
            {"[mail]\nimap_mark_read = maybe\n", QStringLiteral("mail/imap_mark_read")},
            {"[mail]\nreturn_path = bounces\n", QStringLiteral("mail/return_path")},
        }));
        INFO(text);
        const auto config = file.read(text);
        REQUIRE_FALSE(config.ok());
        CHECK(config.error().sentence.contains(named));
    }
    SECTION("must be there")
    {
        CHECK(Config::read(u"/nowhere/server.ini"_s).error().code == ErrorCode::NotFound);
        CHECK(Config::read({}).error().sentence.contains(u"--config"_s));
    }
}

TEST_CASE("server config: the page about it has every setting with its default", "[server][config]")
{
    QFile page(QStringLiteral(HANDRAIL_TEST_DATA "/../../docs/server-config.md"));
    REQUIRE(page.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(page.readAll()).contains(describeConfig()));
}

TEST_CASE("server config: texts by Kannel", "[server][config]")
{
    ConfigFile file;
    const QByteArray whole = "[kannel]\nurl=http://127.0.0.1:13013/cgi-bin/sendsms\nuser=handrail\npassword_file=p\n"
                             "hook_secret_file=s\nregion=mx\n";

    SECTION("need who sends, and the secret of the way back")
    {
        const Config config = mustHave(file.read(whole));
        CHECK(config.kannel.url == u"http://127.0.0.1:13013/cgi-bin/sendsms"_s);
        CHECK(config.kannel.passwordFile == file.folder.filePath(u"p"_s));
        CHECK(config.kannel.region == u"MX"_s);
        CHECK_FALSE(file.read("[kannel]\nurl=http://127.0.0.1:13013/x\nuser=handrail\n").ok());
    }
    SECTION("don't go by another carrier as well")
    {
        const auto both =
            file.read("[texts]\nbase_url=https://api.twilio.com\naccount_sid=AC1\nauth_token_file=t\n" + whole);
        REQUIRE_FALSE(both.ok());
        CHECK(both.error().sentence.contains(u"not both"_s));
    }
    SECTION("have a secret that can stand in an address")
    {
        const auto secretOf = [&](const QByteArray& line) {
            const QString path = file.folder.filePath(u"s"_s);
            QFile secret(path);
            REQUIRE(secret.open(QIODevice::WriteOnly));
            REQUIRE(secret.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
            secret.write(line);
            secret.close();
            return readUrlSecret(path);
        };
        CHECK(mustHave(secretOf("0123456789-abc_DEF\n")) == u"0123456789-abc_DEF"_s);
        for (const char* wrong : {"short", "with a blank in it, long", "percent%20percent%20", "slash/slash/slash/"})
            CHECK_FALSE(secretOf(wrong).ok());
    }
}

TEST_CASE("server config: a carrier's credential", "[server][config]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"token"_s);
    const auto withMode = [&path](QFile::Permissions mode) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("very-secret\n");
        file.close();
        REQUIRE(file.setPermissions(mode));
        return readCredential(path);
    };
    const QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner;

    SECTION("is read where it is its owner's alone")
    {
        CHECK(mustHave(withMode(own)) == u"very-secret"_s);
        CHECK(mustHave(withMode(QFile::ReadOwner)) == u"very-secret"_s);
    }
    SECTION("is refused where anybody else may read or write it, with a sentence that has no secret in it")
    {
        for (const auto more : {QFile::ReadGroup, QFile::WriteGroup, QFile::ReadOther, QFile::WriteOther}) {
            const auto read = withMode(own | more);
            REQUIRE_FALSE(read.ok());
            CHECK(read.error().code == ErrorCode::InvalidInput);
            CHECK(read.error().sentence.contains(u"chmod 600"_s));
            CHECK_FALSE(read.error().sentence.contains(u"very-secret"_s));
        }
        CHECK_FALSE(readUrlSecret(path).ok());
    }
    SECTION("is read whatever its mode where systemd handed it over, from that folder alone")
    {
        qputenv("CREDENTIALS_DIRECTORY", folder.path().toUtf8());
        CHECK(withMode(own | QFile::ReadGroup).ok());
        qputenv("CREDENTIALS_DIRECTORY", (folder.path() + u"/other"_s).toUtf8());
        CHECK_FALSE(withMode(own | QFile::ReadGroup).ok());
        qunsetenv("CREDENTIALS_DIRECTORY");
    }
    SECTION("is not there: said as before")
    {
        CHECK_FALSE(readCredential(folder.filePath(u"none"_s)).ok());
    }
}
