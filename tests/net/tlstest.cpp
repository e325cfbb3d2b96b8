// SPDX-License-Identifier: GPL-3.0-or-later
// The desk's side of TLS against real servers (Python's, on OpenSSL) with certificates that nobody may accept.
#include "core/net/qttransport.h"
#include "core/net/servertrust.h"
#include "tests/net/loopbackserver.h"
#include "tests/support/catch.h"
#include "tests/support/manualclock.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;
using Kind = HttpOutcome::Kind;

namespace {

/// An authority of our own and its certificates: good, wrongname, expired, selfsigned. Made once a run.
const QString& certificates()
{
    static const QTemporaryDir folder;
    static const QString path = [] {
        QProcess maker;
        maker.start(u"bash"_s, {QStringLiteral(HANDRAIL_CERTIFICATES), folder.path()});
        REQUIRE(maker.waitForFinished(60000));
        REQUIRE(maker.exitCode() == 0);
        return folder.path();
    }();
    return path;
}

QString pem(const QString& name)
{
    return certificates() + u'/' + name + u".pem"_s;
}

/// A real HTTPS server with one of those certificates.
class TlsServer
{
public:
    explicit TlsServer(const QString& certificate, const QString& version = u"any"_s)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"python3"_s, {QStringLiteral(HANDRAIL_TLS_SERVER), pem(certificate),
                                       certificates() + u'/' + certificate + u".key"_s, version});
        REQUIRE(QTest::qWaitFor([this] { return m_process.canReadLine(); }, 30000));
        m_port = m_process.readLine().trimmed().toUShort();
        REQUIRE(m_port != 0);
    }
    ~TlsServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] QUrl url(const QString& host = u"localhost"_s) const
    {
        return QUrl(u"https://%1:%2/"_s.arg(host).arg(m_port));
    }
    /// What openssl's own client makes of it, with everything old allowed: whether there is a server of that kind at all.
    [[nodiscard]] bool answersOldClients(const QString& version) const
    {
        QProcess client;
        client.setStandardInputFile(QProcess::nullDevice());
        client.setProcessChannelMode(QProcess::MergedChannels);
        client.start(u"openssl"_s, {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(m_port), version, u"-cipher"_s,
                                    u"ALL:@SECLEVEL=0"_s});
        client.waitForFinished(10000);
        return client.readAll().contains("Cipher    : ");
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

ServerTrust pinned(const QString& name = u"ca"_s)
{
    return mustHave(readServerTrust(pem(name), QDateTime::fromString(u"2026-01-01T00:00:00Z"_s, Qt::ISODate)));
}

HttpOutcome ask(const QUrl& url, const ServerTrust& trust)
{
    QtTransport transport(trust);
    return transport.send({.url = url, .timeoutMs = 30000});
}

void checkRefused(const HttpOutcome& outcome)
{
    INFO(outcome.trouble.toStdString());
    CHECK(outcome.kind == Kind::NotSent);
    CHECK(outcome.trouble == u"SslHandshakeFailedError"_s); // what core/sync tells apart from «not reached»
    CHECK(outcome.response.body.isEmpty());
}

} // namespace

TEST_CASE("tls: a server with a certificate of the agency's own authority", "[net][tls]")
{
    const TlsServer server(u"good"_s);
    SECTION("answers who trusts that authority")
    {
        const HttpOutcome outcome = ask(server.url(), pinned());
        INFO(outcome.trouble.toStdString());
        REQUIRE(outcome.kind == Kind::Answered);
        CHECK(ask(server.url(u"127.0.0.1"_s), pinned()).kind == Kind::Answered);
    }
    SECTION("is refused by who trusts the system's authorities, which don't know it")
    {
        checkRefused(ask(server.url(), {}));
    }
    SECTION("is refused by who trusts another authority alone")
    {
        checkRefused(ask(server.url(), pinned(u"selfsigned"_s)));
    }
}

TEST_CASE("tls: certificates that nobody may accept are refused, though their authority is trusted", "[net][tls]")
{
    const QString name = GENERATE(u"wrongname"_s, u"expired"_s, u"selfsigned"_s);
    CAPTURE(name.toStdString());
    const TlsServer server(name);
    checkRefused(ask(server.url(), pinned()));
}

TEST_CASE("tls: versions", "[net][tls]")
{
    SECTION("older than 1.2 are refused")
    {
        const auto [version, option] = GENERATE(std::pair(u"TLSv1"_s, u"-tls1"_s), std::pair(u"TLSv1_1"_s, u"-tls1_1"_s));
        CAPTURE(version.toStdString());
        const TlsServer server(u"good"_s, version);
        REQUIRE(server.answersOldClients(option)); // there is such a server, and it does speak
        checkRefused(ask(server.url(), pinned()));
    }
    SECTION("1.2 and 1.3 are taken")
    {
        const QString version = GENERATE(u"TLSv1_2"_s, u"TLSv1_3"_s);
        CAPTURE(version.toStdString());
        const TlsServer server(u"good"_s, version);
        CHECK(ask(server.url(), pinned()).kind == Kind::Answered);
    }
    SECTION("are asked for in the configuration itself, and not left to the system's")
    {
        CHECK(ServerTrust{}.configuration().protocol() == QSsl::TlsV1_2OrLater);
        CHECK(ServerTrust{}.configuration().peerVerifyMode() == QSslSocket::VerifyPeer);
    }
}

TEST_CASE("tls: plain HTTP goes to this machine alone", "[net][tls]")
{
    QtTransport transport;
    const LoopbackServer here({"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"});
    CHECK(transport.send({.url = here.url()}).kind == Kind::Answered);
    // Addresses of documentation (RFC 5737): were one asked, that would take until the time-out, and be Unknown.
    for (const auto& url : {u"http://192.0.2.1/"_s, u"http://handrail.example/"_s, u"http://127.0.0.1.example/"_s,
                            u"ftp://127.0.0.1/"_s, u"http://[2001:db8::1]/"_s}) {
        CAPTURE(url.toStdString());
        const HttpOutcome outcome = transport.send({.url = QUrl(url), .timeoutMs = 60000});
        CHECK(outcome.kind == Kind::NotSent);
        CHECK(outcome.trouble == u"plain HTTP is for this machine alone"_s);
    }
}

TEST_CASE("tls: the file of an authority", "[net][tls]")
{
    const QDateTime now = QDateTime::fromString(u"2026-01-01T00:00:00Z"_s, Qt::ISODate);
    const QTemporaryDir folder;
    const auto made = [&folder](const QByteArray& bytes) {
        const QString path = folder.filePath(u"a.pem"_s);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
        return path;
    };
    CHECK(readServerTrust(pem(u"ca"_s), now).ok());
    CHECK_FALSE(readServerTrust(folder.filePath(u"none.pem"_s), now).ok());
    CHECK_FALSE(readServerTrust(made({}), now).ok());
    CHECK_FALSE(readServerTrust(made("-----BEGIN CERTIFICATE-----\nnonsense\n"), now).ok());
    CHECK_FALSE(readServerTrust(made(QByteArray(2000000, 'x')), now).ok());
    CHECK_FALSE(readServerTrust(pem(u"ca"_s), now.addYears(50)).ok());
    CHECK_FALSE(ServerTrust{}.isPinned());
}
