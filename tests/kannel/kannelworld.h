// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carriers/curltransport.h"
#include "core/carriers/kanneltexts.h"
#include "core/phones/libphonenumbers.h"
#include "server/gateway/kannelhooks.h"
#include "server/http/httpserver.h"
#include "tests/carriers/loopbackserver.h"
#include "tests/gateway/gatewayworld.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStringConverter>
#include <QTest>

namespace handrail::tests {

inline quint16 kannelPort(const char* name)
{
    return quint16(qEnvironmentVariableIntValue(name));
}

/// A text as the fake SMS center shows it: "<from> <to> text|ucs-2|udh <words>", %-encoded where it is not plain.
struct AirText
{
    QString from;
    QString to;
    QString kind;
    QByteArray words; ///< As shown; of a part of a long text, "<udh> data <words>".
    /// Kannel writes a blank as a plus.
    static QByteArray decoded(QByteArray shown) { return QByteArray::fromPercentEncoding(shown.replace('+', "%20")); }
    [[nodiscard]] QString ucs2() const
    {
        const QByteArray bytes = decoded(words);
        QStringDecoder decoder(QStringDecoder::Utf16BE);
        return decoder.decode(bytes);
    }
};

/// A server with its gateway on a real Kannel, its hooks on real HTTP, and the fake SMS center at the other end.
class KannelWorld : public GatewayWorld
{
public:
    static constexpr char secret[] = "the-secret-of-the-test";

    /// `adjust`: how this test's server talks to Kannel, where not as all do.
    explicit KannelWorld(const std::function<void(KannelSettings&)>& adjust = {})
        : m_server({.port = kannelPort("HANDRAIL_KANNEL_HOOK_PORT")}, m_router, store.news)
    {
        KannelSettings settings;
        settings.sendUrl =
            QUrl(QStringLiteral("http://127.0.0.1:%1/cgi-bin/sendsms").arg(kannelPort("HANDRAIL_KANNEL_SEND_PORT")));
        settings.user = QStringLiteral("handrail");
        settings.password = QStringLiteral("kannel-password");
        settings.reportUrl = QStringLiteral("http://127.0.0.1:%1").arg(kannelPort("HANDRAIL_KANNEL_HOOK_PORT")) +
                             server::kannelReportPath(QString::fromLatin1(secret));
        if (adjust)
            adjust(settings);
        kannel = std::make_unique<KannelTexts>(transport, settings);
        gateway = std::make_unique<server::Gateway>(
            databases, server::Carriers{kannel.get(), &mail},
            server::GatewaySettings{.publicUrl = QStringLiteral("https://h.example")}, store.environment);
        server::registerKannelHooks(m_router, *gateway, m_phones, {.secret = QString::fromLatin1(secret)});
        mustHave(m_server.listen());
        m_server.start();
        startSmsbox();
    }
    ~KannelWorld()
    {
        end(m_fake);
        end(m_smsbox);
        m_server.stop();
    }

    void startSmsbox()
    {
        m_smsbox.start(QStringLiteral("/usr/sbin/smsbox"), {conf()});
        REQUIRE(m_smsbox.waitForStarted());
        REQUIRE(QTest::qWaitFor([] { return answers(kannelPort("HANDRAIL_KANNEL_SEND_PORT")); }, 20000));
        REQUIRE(waits([] { return bearerboxSays("smsbox:").contains("on-line"); }));
    }
    void stopSmsbox() { end(m_smsbox); }

    /// The phone network: brings `inbound` ("from to text words") once it is there, and shows what it takes.
    void startFake(const QStringList& inbound = {})
    {
        end(m_fake);
        m_fake.setProcessChannelMode(QProcess::MergedChannels);
        QStringList arguments{QStringLiteral("-H"), QStringLiteral("127.0.0.1"),
                              QStringLiteral("-r"), QString::number(kannelPort("HANDRAIL_KANNEL_FAKE_PORT")),
                              QStringLiteral("-i"), QStringLiteral("0.01"),
                              QStringLiteral("-m"), QString::number(inbound.size())};
        arguments += inbound.isEmpty() ? QStringList{QStringLiteral("1 2 text none")} : inbound;
        m_shown.clear();
        m_fake.start(QStringLiteral("/usr/lib/kannel/test/fakesmsc"), arguments);
        REQUIRE(m_fake.waitForStarted());
        REQUIRE(waits([] { return bearerboxSays("fake[fake]").contains("(online"); }));
    }

    /// The fake SMS center's own words: its protocol has a line a text, so that the second line of a text looks like
    /// another one there.
    [[nodiscard]] const QByteArray& shown() const { return m_shown; }
    /// What has arrived on the air so far.
    QList<AirText> air()
    {
        m_shown += m_fake.readAll();
        // A text may have several lines.
        static const QRegularExpression shape(QStringLiteral("Got message \\d+: <(\\S+) (\\S+) (\\S+) ?(.*?)>\\n"),
                                              QRegularExpression::DotMatchesEverythingOption);
        QList<AirText> found;
        auto matches = shape.globalMatch(QString::fromUtf8(m_shown));
        while (matches.hasNext()) {
            const auto match = matches.next();
            if (!match.captured(2).startsWith(u'+'))
                continue; // the second line of a text
            found.append({match.captured(1), match.captured(2), match.captured(3), match.captured(4).toUtf8()});
        }
        return found;
    }
    /// All that has arrived once there are `count`.
    QList<AirText> waitForAir(qsizetype count)
    {
        INFO(m_shown.toStdString());
        REQUIRE(QTest::qWaitFor([&] { return air().size() >= count; }, 20000));
        return air();
    }
    template <typename Condition>
    static bool waits(Condition condition)
    {
        return QTest::qWaitFor(condition, 20000);
    }
    /// An inbound text of the fake SMS center, of the client to the agency.
    [[nodiscard]] QString says(const QString& words) const
    {
        return phone.e164() + u' ' + store.agency.sendingNumber + QStringLiteral(" text ") + words;
    }

    CurlTransport transport;
    std::unique_ptr<KannelTexts> kannel;

private:
    static bool answers(quint16 port)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        return socket.waitForConnected(200);
    }
    /// The line of bearerbox's status that has `word`: a text handed over before both of its sides are there is refused.
    static QByteArray bearerboxSays(const QByteArray& word)
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), kannelPort("HANDRAIL_KANNEL_ADMIN_PORT"));
        if (!socket.waitForConnected(200))
            return {};
        socket.write("GET /status.txt?password=for-the-test HTTP/1.0\r\n\r\n");
        QByteArray all;
        while (socket.waitForReadyRead(500))
            all += socket.readAll();
        for (const QByteArray& line : all.split('\n'))
            if (line.contains(word))
                return line;
        return {};
    }
    static QString conf() { return qEnvironmentVariable("HANDRAIL_KANNEL_DIR") + QStringLiteral("/kannel.conf"); }
    static void end(QProcess& process)
    {
        if (process.state() == QProcess::NotRunning)
            return;
        process.terminate();
        if (!process.waitForFinished(5000)) {
            process.kill();
            process.waitForFinished(5000);
        }
    }

    server::Router m_router;
    LibPhoneNumbers m_phones;
    server::HttpServer m_server;
    QProcess m_smsbox;
    QProcess m_fake;
    QByteArray m_shown;
};

} // namespace handrail::tests
