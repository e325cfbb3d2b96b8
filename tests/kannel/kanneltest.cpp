// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/smssegments.h"
#include "tests/kannel/kannelworld.h"

#include <QStringConverter>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray utf16(const QString& text)
{
    QStringEncoder encoder(QStringEncoder::Utf16BE);
    return encoder.encode(text);
}

/// The words of a long text's parts, joined, without their headers.
QByteArray joined(const QList<AirText>& parts)
{
    QByteArray all;
    for (const AirText& part : parts)
        all += AirText::decoded(part.words.mid(part.words.indexOf(" data ") + 6));
    return all;
}

} // namespace

TEST_CASE("kannel: texts on the air", "[kannel]")
{
    KannelWorld world;
    world.startFake();
    const auto send = [&](const QString& body) {
        return world.kannel->send({.to = u"+19375550101"_s, .from = u"+19375550100"_s, .body = body, .tryId = u"t"_s})
            .kind;
    };

    SECTION("are what was written: plain, Spanish with the characters that the network has, and with those of its "
            "extension")
    {
        const QStringList bodies = {u"Hello from Harbor House. Reply STOP to opt out."_s,
                                    u"¿Qué le parece, señora Peña? ¡Responda 1, 2 o 3!"_s, u"5 € [a] {b} ~ ^ | \\"_s,
                                    u"100% & more = ? # +1 / _ @"_s};
        for (const QString& body : bodies)
            REQUIRE(send(body) == SendOutcome::Kind::Sent);
        const auto air = world.waitForAir(bodies.size());
        for (qsizetype i = 0; i < bodies.size(); ++i) {
            CHECK(measureSms(bodies[i]).encoding == SmsSize::Encoding::Gsm7);
            CHECK(air[i].kind == u"text"_s);
            CHECK(QString::fromUtf8(air[i].words) == bodies[i]);
            CHECK(air[i].from == u"+19375550100"_s);
            CHECK(air[i].to == u"+19375550101"_s);
        }
    }
    SECTION("are what was written in characters that the network has not: accents, other scripts, emoji")
    {
        const QStringList bodies = {u"Sí, está más allá: mañana"_s, u"你好，明天见"_s, u"Done 👍🏽 🇲🇽"_s};
        for (const QString& body : bodies)
            REQUIRE(send(body) == SendOutcome::Kind::Sent);
        const auto air = world.waitForAir(bodies.size());
        for (qsizetype i = 0; i < bodies.size(); ++i) {
            CHECK(air[i].kind == u"ucs-2"_s);
            CHECK(air[i].ucs2() == bodies[i]);
        }
    }
    SECTION("are as many parts as the preview counted, which make the text again")
    {
        const QString gsm = QString(u"0123456789"_s).repeated(16) + u"1"_s;      // 161
        const QString border = QString(152, u'a') + u"€"_s + QString(200, u'b'); // an escape at the border
        const QString ucs = QString(u"añí-"_s).repeated(40);                     // 160 units of UCS-2
        qsizetype before = 0;
        for (const QString& body : {gsm, border, ucs}) {
            REQUIRE(send(body) == SendOutcome::Kind::Sent);
            const int segments = measureSms(body).segments;
            REQUIRE(segments > 1);
            const auto parts = world.waitForAir(before + segments).mid(before);
            INFO(body.toStdString());
            CHECK(parts.size() == segments);
            CHECK(parts.first().words.startsWith("%05%00%03"));
            const QByteArray all = joined(parts);
            CHECK(all == (body == ucs ? utf16(body) : body.toUtf8()));
            before += parts.size();
        }
    }
    SECTION("never have a pair of an emoji torn between two parts")
    {
        const QString body = QString(66, u'í') + u"👍"_s + QString(66, u'í');
        REQUIRE(send(body) == SendOutcome::Kind::Sent);
        const auto parts = world.waitForAir(2);
        CHECK(joined(parts) == utf16(body));
        INFO("the preview counts " << measureSms(body).segments);
        CHECK(parts.size() <= measureSms(body).segments);
    }
}

TEST_CASE("kannel: a share, from the desk to the phone and back", "[kannel]")
{
    KannelWorld world;
    world.startFake();
    const auto plan = world.share(world.addClient(u"Maria"_s), 3);
    REQUIRE(world.sendAll() == 1);
    const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text);
    const Message followUp = GatewayWorld::pick(plan, MessageKind::FollowUp, Channel::Text);
    REQUIRE(world.waits([&] { return world.stateOf(initial) == MessageState::Delivered; }));

    SECTION("the text arrives once, and its reports bring it to «delivered», in whichever order they come")
    {
        CHECK(world.air().size() == 1);
        CHECK(world.events(MessageState::Delivered).size() == 3); // one for each referral of the share
    }
    SECTION("YES answers the open question")
    {
        world.store.clock.advanceDays(7);
        REQUIRE(world.sendAll() == 1);
        world.startFake({world.says(u"Yes!"_s)});
        REQUIRE(world.waits([&] { return world.replies().size() == 1; }));
        CHECK(world.replies().first().answer == Answer::Yes);
        CHECK(world.statusOf(*followUp.referralId) == ReferralStatus::ServiceCompleted);
    }
    SECTION("STOP is in the ledger, stops what waits, and is confirmed once on the phone")
    {
        world.startFake({world.says(u"STOP"_s), world.says(u"stop"_s)});
        REQUIRE(world.waits([&] { return world.replies().size() == 2; }));
        const auto air = world.waitForAir(1);
        CHECK(air.first().to == world.phone.e164());
        CHECK(air.first().words.contains("START"));
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out WHERE opted_out = 1"_s) == 1);
        CHECK(world.stateOf(followUp) == MessageState::Canceled);
        world.store.clock.advanceDays(7);
        CHECK(world.claim().isEmpty());
        CHECK(world.air().size() == 1);
    }
    SECTION("HELP is answered once a day, whoever asks again and again")
    {
        world.startFake(QStringList(4, world.says(u"HELP"_s)));
        REQUIRE(world.waits([&] { return world.replies().size() == 4; }));
        CHECK(world.waitForAir(1).first().words.contains("Help: help@harbor.example"));
        REQUIRE(world.waits([&] {
            world.air();
            return world.shown().contains("Reply STOP");
        }));
        world.store.clock.advanceDays(1);
        world.startFake({world.says(u"info"_s)});
        world.waitForAir(1);
        REQUIRE(world.waits([&] { return world.replies().size() == 5; }));
    }
    SECTION("words with accents and an emoji reach the worker as they were")
    {
        const QString words = u"¿Mañana? Sí 👍"_s;
        const QString encoded = QString::fromLatin1(utf16(words).toPercentEncoding({}, "%"));
        world.startFake({world.phone.e164() + u' ' + world.store.agency.sendingNumber + u" ucs2 "_s + encoded});
        REQUIRE(world.waits([&] { return world.replies().size() == 1; }));
        CHECK(world.replies().first().body == words);
    }
}

TEST_CASE("kannel: a text that fails", "[kannel]")
{
    SECTION("at the SMS center says so at the worker's, by its report")
    {
        // What is behind this SMS center refuses all; Kannel had taken the text before.
        const LoopbackServer upstream(
            [](QTcpSocket& socket) {
                LoopbackServer::readHead(socket);
                LoopbackServer::reply(socket, "HTTP/1.1 403 Forbidden\r\nContent-Length: 12\r\n\r\nNot routable");
            },
            kannelPort("HANDRAIL_KANNEL_UPSTREAM_PORT"));
        KannelWorld world([](KannelSettings& settings) { settings.smsc = u"refuses"_s; });
        const auto plan = world.share(world.addClient(u"Maria"_s), 1);
        REQUIRE(world.sendAll() == 1);
        const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text);
        REQUIRE(world.waits([&] { return world.stateOf(initial) == MessageState::Refused; }));
        CHECK(world.message(initial.id).reason.contains(u"phone company"_s));
    }
    SECTION("since the password is wrong refuses nobody: texts wait, and it is said why")
    {
        KannelWorld world([](KannelSettings& settings) { settings.password = u"another"_s; });
        const auto plan = world.share(world.addClient(u"Maria"_s), 1);
        CHECK(world.sendAll() == 0);
        const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text);
        CHECK(world.stateOf(initial) == MessageState::Waiting);
        CHECK(world.message(initial.id).reason.contains(u"user name and password"_s));
    }
    SECTION("since the smsbox is down waits, and goes out once when it is back")
    {
        KannelWorld world;
        world.stopSmsbox();
        const auto plan = world.share(world.addClient(u"Maria"_s), 1);
        CHECK(world.sendAll() == 0);
        const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text);
        CHECK(world.stateOf(initial) == MessageState::Waiting);
        world.startSmsbox();
        world.startFake();
        world.store.clock.advanceMinutes(10);
        CHECK(world.sendAll() == 1);
        REQUIRE(world.waits([&] { return world.stateOf(initial) == MessageState::Delivered; }));
        CHECK(world.air().size() == 1);
    }
}

TEST_CASE("kannel: an answer that got lost", "[kannel]")
{
    // Between server and smsbox: brings the request there, and loses the answer.
    const LoopbackServer loses([](QTcpSocket& socket) {
        const QByteArray head = LoopbackServer::readHead(socket);
        QTcpSocket smsbox;
        smsbox.connectToHost(u"127.0.0.1"_s, kannelPort("HANDRAIL_KANNEL_SEND_PORT"));
        if (smsbox.waitForConnected(5000)) {
            smsbox.write(head);
            smsbox.waitForReadyRead(10000);
        }
        socket.abort();
    });
    const bool reports = GENERATE(true, false);
    KannelWorld world([&](KannelSettings& settings) {
        settings.sendUrl = loses.url(u"http"_s, u"/cgi-bin/sendsms"_s);
        if (!reports)
            settings.reportUrl.clear();
    });
    world.startFake();
    const auto plan = world.share(world.addClient(u"Maria"_s), 1);
    const Message initial = GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text);
    world.sendAll();
    world.waitForAir(1);

    if (reports) {
        INFO("the delivery report settles it");
        REQUIRE(world.waits([&] { return world.stateOf(initial) == MessageState::Delivered; }));
        world.store.clock.advanceMinutes(30);
        CHECK(world.reconcile() == 0);
    } else {
        INFO("no report comes: it is held after ten minutes, and a worker decides");
        CHECK(world.stateOf(initial) == MessageState::Unknown);
        world.store.clock.advanceMinutes(11);
        CHECK(world.reconcile() == 1);
        CHECK(world.stateOf(initial) == MessageState::Held);
    }
    CHECK(world.claim().isEmpty());
    CHECK(world.air().size() == 1);
}

TEST_CASE("kannel: its logs and ours", "[kannel]")
{
    SECTION("none of ours has the password or the secret of the hooks")
    {
        // What this process logs while it sends and is called.
        static QByteArray logged;
        logged.clear();
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext&, const QString& text) { logged += text.toUtf8() + '\n'; });
        {
            KannelWorld world;
            world.startFake({world.says(u"hello"_s)});
            world.share(world.addClient(u"Maria"_s), 1);
            world.sendAll();
            CHECK(world.waits([&] { return world.replies().size() == 1; }));
            world.stopSmsbox();
            world.share(world.addClient(u"Luis"_s), 1);
            world.sendAll();
        }
        qInstallMessageHandler(before);
        CHECK_FALSE(logged.contains("kannel-password"));
        CHECK_FALSE(logged.contains(KannelWorld::secret));
        CHECK_FALSE(logged.contains("+1937"));
    }
}
