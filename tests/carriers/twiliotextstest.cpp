// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliocodes.h"
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
        CHECK(list[0].status.state == MessageState::Refused);
        CHECK(list[0].status.carrierCode == 30005);
        CHECK(list[0].at == QDateTime(QDate(2026, 10, 5), QTime(23, 31), Qt::UTC));
        CHECK_FALSE(list[1].status.state.has_value());
        CHECK(list[2].status.state == MessageState::Delivered);
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

TEST_CASE("twilio codes: each in its group, in plain words", "[carriers][twilio]")
{
    const auto sentenceOf = [](int code) {
        const QString sentence = twilioVerdict(code).sentence;
        INFO(code);
        CHECK(sentence.endsWith(u'.'));
        CHECK_FALSE(sentence.contains(QString::number(code)));
        return sentence;
    };
    SECTION("an address that never gets one")
    {
        for (const int code : {21211, 21214, 21217, 21408, 21612, 21614, 30005, 30006}) {
            sentenceOf(code);
            CHECK(twilioVerdict(code).kind == Kind::Refused);
            CHECK_FALSE(twilioVerdict(code).optedOut);
            CHECK_FALSE(twilioStatus(u"undelivered"_s, code).neverLeft);
        }
    }
    SECTION("opted out, at once or in a status")
    {
        for (const int code : {21610, 30004}) {
            sentenceOf(code);
            CHECK(twilioVerdict(code).kind == Kind::Refused);
            CHECK(twilioVerdict(code).optedOut);
            CHECK(twilioStatus(u"failed"_s, code).optedOut);
        }
    }
    SECTION("later")
    {
        for (const int code : {14107, 20429, 20503, 21611, 30001, 30003, 30008, 30022, 30023, 30027, 30036, 30410, 30500}) {
            sentenceOf(code);
            CHECK(twilioVerdict(code).kind == Kind::TryLater);
            CHECK_FALSE(twilioVerdict(code).administrator);
        }
    }
    SECTION("of these, all of the number's texts wait where the carrier asks for patience")
    {
        for (const int code : {14107, 20429, 20503, 21611})
            CHECK(twilioVerdict(code).slowDown);
        CHECK_FALSE(twilioVerdict(30003).slowDown);
    }
    SECTION("a status brings back only what surely never left the carrier")
    {
        for (const int code : {30001, 30022, 30023, 30027, 30036})
            CHECK(twilioStatus(u"failed"_s, code).neverLeft);
        for (const int code : {30003, 30004, 30005, 30006, 30007, 30008, 30410, 30500, 0, 12345})
            CHECK_FALSE(twilioStatus(u"failed"_s, code).neverLeft);
    }
    SECTION("nothing goes until an administrator acts, who is told what to do")
    {
        for (const int code : {10001, 20003, 21606, 21703, 30002, 30032, 30034}) {
            CHECK(sentenceOf(code).contains(u"administrator"_s));
            CHECK(twilioVerdict(code).kind == Kind::TryLater);
            CHECK(twilioVerdict(code).administrator);
        }
    }
    SECTION("what it says, or its length")
    {
        for (const int code : {21602, 21617, 30007, 30019}) {
            sentenceOf(code);
            CHECK(twilioVerdict(code).kind == Kind::Refused);
        }
    }
}

TEST_CASE("twilio statuses: every word of the carrier's", "[carriers][twilio]")
{
    for (const QString& word : {u"accepted"_s, u"scheduled"_s, u"queued"_s, u"sending"_s, u"partially_delivered"_s,
                                u"receiving"_s, u""_s, u"something new"_s})
        CHECK_FALSE(twilioStatus(word, 0).state.has_value());
    CHECK(twilioStatus(u"sent"_s, 0).state == MessageState::Sent);
    CHECK(twilioStatus(u"delivered"_s, 0).state == MessageState::Delivered);
    CHECK(twilioStatus(u"read"_s, 0).state == MessageState::Delivered);
    for (const QString& word : {u"undelivered"_s, u"failed"_s, u"canceled"_s}) {
        CHECK(twilioStatus(word, 0).state == MessageState::Refused);
        CHECK_FALSE(twilioStatus(word, 0).reason.isEmpty());
    }
    // A code beside a good word is not looked at.
    CHECK(twilioStatus(u"delivered"_s, 30005) == TextStatus{.state = MessageState::Delivered});
}
