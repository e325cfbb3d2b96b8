// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliosignature.h"
#include "server/gateway/reference.h"
#include "server/gateway/twiliowebhooks.h"
#include "tests/gateway/gatewayworld.h"

#include <QUrl>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString token = u"12345"_s;
const QString site = u"https://h.example"_s;

QByteArray formOf(const WebhookParams& params)
{
    QByteArrayList pairs;
    for (const auto& [name, value] : params)
        pairs.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value).replace("%20", "+"));
    return pairs.join('&');
}

/// A world whose carrier reaches the server, with a share of three referrals, the first follow-up texted.
struct HookedWorld : GatewayWorld
{
    HookedWorld()
    {
        gateway = std::make_unique<Gateway>(
            databases, Carriers{&texts, &mail},
            GatewaySettings{.publicUrl = site, .statusCallback = site + QLatin1String(twilioStatusPath)},
            store.environment);
        registerTwilioWebhooks(router, *gateway, {.publicUrl = site, .authToken = token});
        share(addClient(u"Maria"_s), 3);
        REQUIRE(sendAll() == 1);
        store.clock.advanceDays(7);
        REQUIRE(sendAll() == 1);
    }
    Request request(const QString& path, const WebhookParams& params)
    {
        return {.method = "POST",
                .path = path.toLatin1(),
                .headers = {{"Content-Type", "application/x-www-form-urlencoded; charset=utf-8"},
                            {"Host", "inside.example:8080"},
                            {"X-Twilio-Signature", twilioSignature(token, site + path, params)}},
                .body = formOf(params)};
    }
    int post(const QString& path, const WebhookParams& params) { return router.route(request(path, params)).status; }
    int inbound(const QString& body, const QString& sid = u"SMin"_s, const WebhookParams& more = {})
    {
        return post(inboundPath, WebhookParams{{u"MessageSid"_s, sid},
                                               {u"From"_s, u"+19375550101"_s},
                                               {u"To"_s, store.agency.sendingNumber},
                                               {u"Body"_s, body},
                                               {u"NumMedia"_s, u"0"_s}} +
                                     more);
    }
    [[nodiscard]] QString statusPath() const
    {
        return QLatin1String(twilioStatusPath) + u'/' + texts.asked.first().reference;
    }
    int status(const QString& word, const QString& code = {})
    {
        return post(statusPath(),
                    {{u"MessageSid"_s, u"SM1"_s}, {u"MessageStatus"_s, word}, {u"ErrorCode"_s, code}});
    }

    Router router;
    QString inboundPath = QString::fromLatin1(twilioInboundPath);
};

} // namespace

TEST_CASE("twilio webhooks: an inbound text", "[gateway][webhooks]")
{
    HookedWorld world;
    SECTION("is applied at once, and answered with no text of ours")
    {
        const Response response = world.router.route(world.request(
            world.inboundPath, {{u"MessageSid"_s, u"SMin"_s},
                                {u"From"_s, u"+19375550101"_s},
                                {u"To"_s, world.store.agency.sendingNumber},
                                {u"Body"_s, u"Sí"_s}}));
        CHECK(response.status == 200);
        CHECK(response.body.endsWith("<Response/>"));
        REQUIRE(world.replies().size() == 1);
        CHECK(world.replies().first().answer == Answer::Yes);
    }
    SECTION("STOP stops at once, without a poll")
    {
        CHECK(world.inbound(u"STOP"_s) == 200);
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out WHERE opted_out = 1"_s) == 1);
        CHECK(world.count(u"SELECT COUNT(*) FROM message WHERE state = 'canceled'"_s) == 2);
    }
    SECTION("that the carrier took as an opt-out is one, whatever word the agency taught it")
    {
        CHECK(world.inbound(u"ARRET"_s, u"SMin"_s, {{u"OptOutType"_s, u"STOP"_s}}) == 200);
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out WHERE opted_out = 1"_s) == 1);
    }
    SECTION("counts once by webhook, webhook again, and poll")
    {
        world.receive(u"1"_s); // IN1 in the carrier's list
        CHECK(world.inbound(u"1"_s, u"IN1"_s) == 200);
        CHECK(world.inbound(u"1"_s, u"IN1"_s) == 200);
        CHECK(world.poll() == 0);
        CHECK(world.replies().size() == 1);
    }
    SECTION("counts once by poll and then webhook")
    {
        world.receive(u"1"_s);
        CHECK(world.poll() == 1);
        CHECK(world.inbound(u"1"_s, u"IN1"_s) == 200);
        CHECK(world.replies().size() == 1);
    }
    SECTION("to a number that nobody here has is said to be so")
    {
        CHECK(world.post(world.inboundPath, {{u"MessageSid"_s, u"SM2"_s},
                                             {u"From"_s, u"+19375550101"_s},
                                             {u"To"_s, u"+19999999999"_s},
                                             {u"Body"_s, u"1"_s}}) == 409);
        CHECK(world.replies().isEmpty());
    }
    SECTION("of any length and any characters is kept, bounded")
    {
        CHECK(world.inbound(QString(5000, u'x') + QChar(0) + u"👍"_s) == 200);
        CHECK(world.replies().first().body.size() == 2000);
    }
    SECTION("without an id or a sender is refused")
    {
        CHECK(world.post(world.inboundPath, {{u"To"_s, world.store.agency.sendingNumber}}) == 400);
    }
}

TEST_CASE("twilio webhooks: a status", "[gateway][webhooks]")
{
    HookedWorld world;
    SECTION("is asked for with each text, at the public address")
    {
        CHECK(world.texts.asked.first().statusCallback == site + world.statusPath());
        CHECK(readReference(world.texts.asked.first().reference).has_value());
    }
    SECTION("delivered, and what comes late or again changes nothing")
    {
        CHECK(world.status(u"delivered"_s) == 204);
        CHECK(world.status(u"delivered"_s) == 204);
        CHECK(world.status(u"sent"_s) == 204);
        CHECK(world.count(u"SELECT COUNT(*) FROM message WHERE state = 'delivered'"_s) == 1);
    }
    SECTION("failed, with the reason in words")
    {
        CHECK(world.status(u"undelivered"_s, u"30006"_s) == 204);
        CHECK(world.count(u"SELECT COUNT(*) FROM message WHERE state = 'refused' AND reason LIKE '%landline%'"_s) == 1);
    }
    SECTION("opted out at the carrier")
    {
        CHECK(world.status(u"failed"_s, u"21610"_s) == 204);
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out WHERE source = 'carrier_status'"_s) == 1);
    }
    SECTION("of a message that is not ours")
    {
        CHECK(world.post(QLatin1String(twilioStatusPath) + u"/x"_s,
                         {{u"MessageSid"_s, u"SM1"_s}, {u"MessageStatus"_s, u"sent"_s}}) == 404);
    }
}

TEST_CASE("twilio webhooks: nobody else's", "[gateway][webhooks]")
{
    HookedWorld world;
    Request request = world.request(world.inboundPath, {{u"MessageSid"_s, u"SMin"_s},
                                                        {u"From"_s, u"+19375550101"_s},
                                                        {u"To"_s, world.store.agency.sendingNumber},
                                                        {u"Body"_s, u"STOP"_s}});
    int expected = 403;
    SECTION("without a signature")
    {
        request.headers.removeLast();
    }
    SECTION("with a wrong one")
    {
        request.headers.last().second = "AAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    }
    SECTION("with another word in the form")
    {
        request.body.replace("STOP", "HELP");
    }
    SECTION("with a word more")
    {
        request.body += "&OptOutType=STOP";
    }
    SECTION("with a query that was not signed")
    {
        request.query = {{"a", "b"}};
    }
    SECTION("signed for the address that the request itself names")
    {
        request.headers.last().second =
            twilioSignature(token, u"https://inside.example:8080"_s + world.inboundPath, {{u"a"_s, u"b"_s}});
        request.body = "a=b";
    }
    SECTION("signed for another of our addresses")
    {
        request.path = world.statusPath().toLatin1();
    }
    SECTION("with another kind of body")
    {
        request.headers.first().second = "application/json";
        expected = 415;
    }
    CHECK(world.router.route(request).status == expected);
    CHECK(world.replies().isEmpty());
    CHECK(world.count(u"SELECT COUNT(*) FROM opt_out"_s) == 0);
}

TEST_CASE("twilio webhooks: bodies are bounded", "[gateway][webhooks]")
{
    HookedWorld world;
    CHECK(world.router.limitsOf("POST", world.inboundPath.toLatin1()).maxBodyBytes == 64 * 1024);
    CHECK(world.router.limitsOf("POST", world.statusPath().toLatin1()).maxBodyBytes == 64 * 1024);
}
