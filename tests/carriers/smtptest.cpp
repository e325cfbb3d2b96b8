// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/mailwriter.h"
#include "core/carriers/smtpmail.h"
#include "tests/carriers/loopbackserver.h"
#include "tests/carriers/somemail.h"
#include "tests/support/catch.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Kind = SendOutcome::Kind;

namespace {

SmtpSettings plainServer(const QString& host, int port, int timeoutMs)
{
    SmtpSettings settings;
    settings.host = host;
    settings.port = port;
    settings.security = MailServer::Security::Plain;
    settings.timeoutMs = timeoutMs;
    return settings;
}

/// Postfix's smtp-sink on a free loopback port, ended with the test.
class Sink
{
public:
    explicit Sink(const QStringList& options)
    {
        const QString program = QStandardPaths::findExecutable(u"smtp-sink"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
        INFO("smtp-sink is in the package postfix, which ./test installs");
        REQUIRE_FALSE(program.isEmpty());
        m_port = LoopbackServer::freePort();
        m_process.setWorkingDirectory(m_folder.path());
        // Started by root, smtp-sink wants to know as whom to run.
        const QStringList asRoot =
            QFileInfo(u"/root"_s).isWritable() ? QStringList{u"-u"_s, u"nobody"_s} : QStringList{};
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7777));
        m_process.start(program, asRoot + options + QStringList{u"127.0.0.1:%1"_s.arg(m_port), u"100"_s});
        REQUIRE(m_process.waitForStarted());
        waitUntilItListens();
    }
    ~Sink()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;

    [[nodiscard]] SmtpSettings settings() const { return plainServer(u"127.0.0.1"_s, m_port, 5000); }
    /// What it took, each mail with the envelope in front.
    [[nodiscard]] QByteArrayList dumps() const
    {
        QByteArrayList all;
        const QDir dir(m_folder.path());
        for (const QString& name : dir.entryList({u"mail.*"_s}, QDir::Files)) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                all.append(file.readAll());
        }
        return all;
    }

private:
    void waitUntilItListens()
    {
        for (QDeadlineTimer limit(10000); !limit.hasExpired();) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
            if (socket.waitForConnected(1000))
                return;
            if (m_process.waitForFinished(20))
                FAIL(m_process.readAllStandardError().toStdString());
        }
        FAIL("smtp-sink does not listen");
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace

TEST_CASE("smtp: a mail server that takes it", "[carriers][smtp]")
{
    const Sink sink({u"-d"_s, u"mail."_s});
    SmtpMail smtp(sink.settings());
    const SendOutcome outcome = smtp.send(someMail());
    CHECK(outcome.kind == Kind::Sent);
    CHECK(outcome.carrierId == someMail().messageId);
    OutgoingMail second = someMail();
    second.messageId = u"2@agency.example"_s;
    CHECK(smtp.send(second).kind == Kind::Sent);
    const QByteArrayList dumps = sink.dumps();
    REQUIRE(dumps.size() == 2);
    const QByteArray expected = mustHave(writeMail(someMail())).replace("\r\n", "\n");
    const bool first = dumps[0].contains(someMail().messageId.toUtf8());
    CHECK(dumps[first ? 0 : 1].contains(expected));
    CHECK(dumps[0].contains("maria@client.example"));
}

TEST_CASE("smtp: reports on delivery", "[carriers][smtp]")
{
    const Sink sink({u"-d"_s, u"mail."_s});
    SmtpSettings settings = sink.settings();
    OutgoingMail mail = someMail();
    mail.envelopeId = u"0190a0b0-0000-7000-8000-000000000001"_s;
    mail.returnPath = u"bounces+1@agency.example"_s;
    SECTION("are asked for on failures and delays, under the message's id")
    {
        CHECK(SmtpMail(settings).send(mail).kind == Kind::Sent);
        const QByteArray dump = sink.dumps().value(0);
        CHECK(dump.contains("ENVID=0190a0b0-0000-7000-8000-000000000001"));
        CHECK(dump.contains("RET=HDRS"));
        CHECK(dump.contains("NOTIFY=FAILURE,DELAY "));
        CHECK(dump.contains("<bounces+1@agency.example>"));
    }
    SECTION("are asked for on success too where the settings say so")
    {
        settings.reportSuccess = true;
        CHECK(SmtpMail(settings).send(mail).kind == Kind::Sent);
        CHECK(sink.dumps().value(0).contains("NOTIFY=FAILURE,DELAY,SUCCESS"));
    }
    SECTION("are not asked for where the server can't")
    {
        const Sink without({u"-e"_s, u"-d"_s, u"mail."_s}); // no ESMTP at all
        CHECK(SmtpMail(without.settings()).send(mail).kind == Kind::Sent);
        CHECK_FALSE(without.dumps().value(0).contains("ENVID"));
    }
}

TEST_CASE("smtp: a refused mail between others", "[carriers][smtp]")
{
    // Its own result for each: the one that is refused neither repeats nor stops the others.
    const Sink sink({u"-d"_s, u"mail."_s});
    SmtpMail smtp(sink.settings());
    CHECK(smtp.send(someMail()).kind == Kind::Sent);
    OutgoingMail broken = someMail();
    broken.toAddress = u"nobody"_s;
    CHECK(smtp.send(broken).kind == Kind::Refused);
    OutgoingMail second = someMail();
    second.messageId = u"2@agency.example"_s;
    CHECK(smtp.send(second).kind == Kind::Sent);
    CHECK(sink.dumps().size() == 2);
}

TEST_CASE("smtp: refusals", "[carriers][smtp]")
{
    SECTION("of the recipient are for good")
    {
        const Sink sink({u"-f"_s, u"rcpt"_s});
        const SendOutcome outcome = SmtpMail(sink.settings()).send(someMail());
        CHECK(outcome.kind == Kind::Refused);
        CHECK(outcome.carrierCode == 500);
        CHECK_FALSE(outcome.reason.isEmpty());
    }
    SECTION("are told in plain words, and say of the address only what concerns it")
    {
        const auto [said, words, bounced] = GENERATE(table<QString, QString, bool>({
            {u"550 5.1.1 unknown user"_s, u"This email address does not exist."_s, true},
            {u"552 5.2.2 over quota"_s, u"The client's mailbox is full."_s, true},
            {u"550 5.7.1 blocked"_s, u"The client's mail server does not let the agency's email in."_s, false},
            {u"550 5.7.26 unauthenticated"_s, u"SPF"_s, false},
            {u"550 no"_s, u"550"_s, false},
        }));
        INFO(said);
        const Sink sink({u"-f"_s, u"rcpt"_s, u"-B"_s, said});
        const SendOutcome outcome = SmtpMail(sink.settings()).send(someMail());
        CHECK(outcome.kind == Kind::Refused);
        CHECK(outcome.reason.contains(words));
        CHECK(outcome.bounced == bounced);
    }
    SECTION("of the whole mail are for good")
    {
        const Sink sink({u"-f"_s, u"."_s});
        CHECK(SmtpMail(sink.settings()).send(someMail()).kind == Kind::Refused);
    }
    SECTION("of our own address wait for an administrator")
    {
        const Sink sink({u"-f"_s, u"mail"_s});
        const SendOutcome outcome = SmtpMail(sink.settings()).send(someMail());
        CHECK(outcome.kind == Kind::TryLater);
        CHECK(outcome.reason.contains(u"administrator"_s));
    }
}

TEST_CASE("smtp: not now", "[carriers][smtp]")
{
    SECTION("said at any step, the mail may be tried again")
    {
        const QString step = GENERATE(u"mail"_s, u"rcpt"_s, u"data"_s, u"."_s);
        INFO(step);
        const Sink sink({u"-r"_s, step});
        CHECK(SmtpMail(sink.settings()).send(someMail()).kind == Kind::TryLater);
    }
    SECTION("nobody listens")
    {
        SmtpMail smtp(plainServer(u"127.0.0.1"_s, LoopbackServer::freePort(), 2000));
        CHECK(smtp.send(someMail()).kind == Kind::TryLater);
    }
    SECTION("cut before the text began to leave")
    {
        const QString step = GENERATE(u"mail"_s, u"rcpt"_s, u"data"_s);
        INFO(step);
        const Sink sink({u"-q"_s, step});
        CHECK(SmtpMail(sink.settings()).send(someMail()).kind == Kind::TryLater);
    }
    SECTION("a server without encryption where encryption is required")
    {
        const Sink sink({});
        SmtpSettings settings = sink.settings();
        settings.security = SmtpSettings::Security::StartTls;
        const SendOutcome outcome = SmtpMail(settings).send(someMail());
        CHECK(outcome.kind == Kind::TryLater);
        CHECK(outcome.reason.contains(u"administrator"_s));
    }
    SECTION("a password never travels unencrypted to another machine")
    {
        SmtpSettings settings = plainServer(u"mail.invalid"_s, 25, 2000);
        settings.user = u"u"_s;
        settings.password = u"p"_s;
        SmtpMail smtp(settings);
        CHECK(smtp.send(someMail()).reason.contains(u"unencrypted"_s));
    }
}

TEST_CASE("smtp: silence after the text left", "[carriers][smtp]")
{
    SECTION("a cut is unknown")
    {
        const Sink sink({u"-q"_s, u"."_s});
        CHECK(SmtpMail(sink.settings()).send(someMail()).kind == Kind::Unknown);
    }
    SECTION("a time-out is unknown")
    {
        LoopbackServer server([](QTcpSocket& socket) {
            socket.write("220 mute\r\n");
            for (const char* answer : {"250 mute\r\n", "250 ok\r\n", "250 ok\r\n", "354 go on\r\n"}) {
                socket.waitForReadyRead(3000);
                socket.readAll();
                socket.write(answer);
                socket.waitForBytesWritten(1000);
            }
            while (socket.waitForReadyRead(3000))
                socket.readAll();
        });
        SmtpMail smtp(plainServer(u"127.0.0.1"_s, server.port(), 500));
        CHECK(smtp.send(someMail()).kind == Kind::Unknown);
    }
}

// Not part of ./test, since it measures: handrail_carriers_tests "[smtp-rate]". DESIGN.md's budget is 0.9.
TEST_CASE("smtp: rate beside smtp-source", "[.][smtp-rate]")
{
    constexpr int count = 2000;
    const Sink sink({});
    const OutgoingMail mail = someMail();
    const int size = int(mustHave(writeMail(mail)).size());
    SmtpMail smtp(sink.settings());
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < count; ++i)
        REQUIRE(smtp.send(mail).kind == Kind::Sent);
    const double ours = count * 1000.0 / double(time.elapsed());
    QProcess source;
    time.restart();
    source.start(u"/usr/sbin/smtp-source"_s, {u"-d"_s, u"-s"_s, u"1"_s, u"-m"_s, QString::number(count), u"-l"_s,
                                              QString::number(size), u"127.0.0.1:%1"_s.arg(sink.settings().port)});
    REQUIRE(source.waitForFinished(60'000));
    const double theirs = count * 1000.0 / double(time.elapsed());
    WARN("mails a second over one connection: Handrail " << ours << ", smtp-source " << theirs << ", ratio "
                                                         << ours / theirs);
}
