// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliotexts.h"
#include "tests/support/catch.h"
#include "tests/support/scriptedtransport.h"

#include <QUrlQuery>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Kind = SendOutcome::Kind;

namespace {

const QString sid = u"AC"_s + QString(32, u'a');

TwilioSettings settings()
{
    return {.baseUrl = QUrl(u"https://carrier.example/"_s), .accountSid = sid, .authToken = u"secret"_s};
}

OutgoingText aText()
{
    return {.to = u"+19375550101"_s,
            .from = u"+19374010653"_s,
            .body = u"¿Recibió ayuda? & = + 👍"_s,
            .statusCallback = u"https://handrail.example/s?a=b"_s,
            .validitySeconds = 90000};
}

QByteArray refusalOf(int code)
{
    return "{\"code\":" + QByteArray::number(code) + ",\"message\":\"No\",\"status\":400}";
}

QByteArray pageOf(const QByteArray& messages, const QByteArray& next = "null")
{
    return "{\"messages\":[" + messages + "],\"next_page_uri\":" + next + "}";
}

} // namespace

TEST_CASE("twilio texts: the request", "[carriers][twilio]")
{
    ScriptedTransport transport;
    TwilioTexts texts(transport, settings());
    transport.answer(201, R"({"sid":"SM1","status":"queued"})");
    const SendOutcome outcome = texts.send(aText());
    CHECK(outcome.kind == Kind::Sent);
    CHECK(outcome.carrierId == u"SM1"_s);
    REQUIRE(transport.requests.size() == 1);
    const HttpRequest& request = transport.requests.first();
    SECTION("goes to the account's messages, form-encoded, with the account's key")
    {
        CHECK(request.method == "POST");
        CHECK(request.url == QUrl(u"https://carrier.example/2010-04-01/Accounts/%1/Messages.json"_s.arg(sid)));
        HttpResponse headers{.headers = request.headers};
        CHECK(headers.header("Authorization") == "Basic " + (sid + u":secret"_s).toUtf8().toBase64());
        CHECK(headers.header("Content-Type").startsWith("application/x-www-form-urlencoded"));
    }
    SECTION("carries every character of the body, and a validity the carrier takes")
    {
        const QUrlQuery form(QString::fromLatin1(request.body));
        CHECK(form.queryItemValue(u"Body"_s, QUrl::FullyDecoded) == aText().body);
        CHECK(form.queryItemValue(u"To"_s, QUrl::FullyDecoded) == aText().to);
        CHECK(form.queryItemValue(u"From"_s, QUrl::FullyDecoded) == aText().from);
        CHECK(form.queryItemValue(u"StatusCallback"_s, QUrl::FullyDecoded) == aText().statusCallback);
        CHECK(form.queryItemValue(u"ValidityPeriod"_s, QUrl::FullyDecoded) == u"36000"_s);
    }
}

TEST_CASE("twilio texts: refusals", "[carriers][twilio]")
{
    ScriptedTransport transport;
    TwilioTexts texts(transport, settings());
    SECTION("21610 is an opt-out")
    {
        transport.answer(400, refusalOf(21610));
        const SendOutcome outcome = texts.send(aText());
        CHECK(outcome.kind == Kind::Refused);
        CHECK(outcome.optedOut);
        CHECK(outcome.carrierCode == 21610);
        CHECK_FALSE(outcome.reason.isEmpty());
    }
    SECTION("a number that can't be right is refused for good, in words")
    {
        const int code = GENERATE(21211, 21214, 21217, 21612, 21614, 99999);
        transport.answer(400, refusalOf(code));
        const SendOutcome outcome = texts.send(aText());
        CHECK(outcome.kind == Kind::Refused);
        CHECK_FALSE(outcome.optedOut);
        CHECK(outcome.carrierCode == code);
        CHECK_FALSE(outcome.reason.isEmpty());
    }
}

TEST_CASE("twilio texts: what was surely not processed", "[carriers][twilio]")
{
    ScriptedTransport transport;
    TwilioTexts texts(transport, settings());
    SECTION("the carrier could not be reached")
    {
        transport.fail(HttpOutcome::Kind::NotSent);
        CHECK(texts.send(aText()).kind == Kind::TryLater);
    }
    SECTION("429 says when")
    {
        transport.answer(429, refusalOf(20429), {{"retry-after", "17"}});
        const SendOutcome outcome = texts.send(aText());
        CHECK(outcome.kind == Kind::TryLater);
        CHECK(outcome.retryAfterSeconds == 17);
    }
    SECTION("a wrong key alerts an administrator")
    {
        transport.answer(401, refusalOf(20003));
        const SendOutcome outcome = texts.send(aText());
        CHECK(outcome.kind == Kind::TryLater);
        CHECK(outcome.reason.contains(u"administrator"_s));
    }
    SECTION("a number that isn't registered alerts an administrator")
    {
        transport.answer(400, refusalOf(30034));
        const SendOutcome outcome = texts.send(aText());
        CHECK(outcome.kind == Kind::TryLater);
        CHECK(outcome.reason.contains(u"administrator"_s));
    }
}

TEST_CASE("twilio texts: what may have been taken", "[carriers][twilio]")
{
    ScriptedTransport transport;
    TwilioTexts texts(transport, settings());
    SECTION("no answer")
    {
        transport.fail(HttpOutcome::Kind::Unknown);
    }
    SECTION("a server error")
    {
        transport.answer(GENERATE(500, 502, 503), "<html>Sorry</html>");
    }
    SECTION("a success that can't be read")
    {
        transport.answer(201, GENERATE("", "<html>", "{\"sid\":", "{}", "[]"));
    }
    SECTION("a refusal that can't be read")
    {
        transport.answer(GENERATE(400, 403, 404, 408), "<html>Proxy</html>");
    }
    SECTION("a redirect")
    {
        transport.answer(302, "");
    }
    const SendOutcome outcome = texts.send(aText());
    CHECK(outcome.kind == Kind::Unknown);
    CHECK_FALSE(outcome.reason.isEmpty());
}

TEST_CASE("twilio texts: lists", "[carriers][twilio]")
{
    ScriptedTransport transport;
    TwilioTexts texts(transport, settings());
    const QDateTime since(QDate(2026, 10, 5), QTime(23, 30), Qt::UTC);
    SECTION("follow the pages and read each text")
    {
        transport.answer(200, pageOf(R"({"sid":"SM1","direction":"outbound-api","to":"+1","from":"+2","body":"a",
            "status":"undelivered","error_code":30005,"date_sent":"Mon, 05 Oct 2026 23:31:00 +0000"},
            {"sid":"SM2","direction":"inbound","body":"b"})",
                                     "\"/2010-04-01/next?Page=1\""));
        transport.answer(200, pageOf(R"({"sid":"SM3","direction":"outbound-api","status":"queued","error_code":null},
            {"sid":"SM4","direction":"outbound-api","status":"delivered"})"));
        const auto list = mustHave(texts.sentTo(u"+19375550101"_s, since));
        REQUIRE(list.size() == 3);
        CHECK(list[0].carrierId == u"SM1"_s);
        CHECK(list[0].state == MessageState::Refused);
        CHECK(list[0].carrierCode == 30005);
        CHECK(list[0].at == QDateTime(QDate(2026, 10, 5), QTime(23, 31), Qt::UTC));
        CHECK_FALSE(list[1].state.has_value());
        CHECK(list[2].state == MessageState::Delivered);
        REQUIRE(transport.requests.size() == 2);
        CHECK(transport.requests[0].url.toEncoded().endsWith(
            "/Messages.json?To=%2B19375550101&DateSent%3E=2026-10-05&PageSize=1000"));
        CHECK(transport.requests[1].url == QUrl(u"https://carrier.example/2010-04-01/next?Page=1"_s));
    }
    SECTION("give inbound texts only")
    {
        transport.answer(200, pageOf(R"({"sid":"SM1","direction":"outbound-api"},
            {"sid":"SM2","direction":"inbound","from":"+1","to":"+2","body":"Sí",
             "date_sent":"Mon, 05 Oct 2026 23:31:00 +0000"},{"direction":"inbound"},7)"));
        const auto list = mustHave(texts.inbound(u"+19374010653"_s, since));
        REQUIRE(list.size() == 1);
        CHECK(list[0].body == u"Sí"_s);
        CHECK(list[0].receivedAt.isValid());
    }
    SECTION("never take the key to another address")
    {
        const QByteArray next = GENERATE("\"https://evil.example/\"", "\"//evil.example/\"", "\"@evil.example/\"");
        transport.answer(200, pageOf("", next));
        CHECK_FALSE(texts.inbound(u"+19374010653"_s, since).ok());
        CHECK(transport.requests.size() == 1);
    }
    SECTION("end, even where the carrier's don't")
    {
        transport.otherwise = [](const HttpRequest&) {
            return HttpOutcome{.kind = HttpOutcome::Kind::Answered, .response = {200, {}, pageOf("", "\"/again\"")}};
        };
        CHECK(texts.inbound(u"+19374010653"_s, since).error().code == ErrorCode::ServerTrouble);
        CHECK(transport.requests.size() == 50);
    }
    SECTION("are an error, not empty, where there is none")
    {
        transport.answer(GENERATE(200, 500), GENERATE("<html>", "{}", ""));
        CHECK_FALSE(texts.sentTo(u"+19375550101"_s, since).ok());
    }
}
