// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/kanneltexts.h"
#include "core/carriers/kannelhooks.h"
#include "tests/support/catch.h"
#include "tests/support/scriptedtransport.h"

#include <QUrlQuery>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Kind = SendOutcome::Kind;

namespace {

const QString password = u"pass&word=/%"_s;

struct Gateway
{
    ScriptedTransport transport;
    KannelTexts texts{transport,
                      {.sendUrl = QUrl(u"http://127.0.0.1:13013/cgi-bin/sendsms"_s),
                       .user = u"handrail"_s,
                       .password = password,
                       .reportUrl = u"http://127.0.0.1:8080/hooks/kannel/s3cret-s3cret-s3cret/report"_s}};

    SendOutcome send(const QString& body, int validitySeconds = 36000)
    {
        return texts.send({.to = u"+19375550101"_s,
                           .from = u"+19375550100"_s,
                           .body = body,
                           .validitySeconds = validitySeconds,
                           .tryId = u"try-1"_s,
                           .reference = u"agency.message"_s});
    }
    SendOutcome answered(int status, const QByteArray& body)
    {
        transport.answer(status, body);
        return send(u"Hello"_s);
    }
    /// The decoded bytes of a parameter of the last request; null where it has none.
    QByteArray param(const QByteArray& name)
    {
        const QByteArray query = transport.requests.last().url.query(QUrl::FullyEncoded).toLatin1();
        for (const QByteArray& pair : query.split('&'))
            if (pair.startsWith(name + '='))
                return QByteArray::fromPercentEncoding(pair.mid(name.size() + 1));
        return {};
    }
};

} // namespace

TEST_CASE("kannel texts: what is asked", "[carriers][kannel]")
{
    Gateway kannel;
    kannel.transport.answer(202, "0: Accepted for delivery");

    SECTION("has numbers, credentials and the way back, each escaped")
    {
        kannel.send(u"Hello"_s);
        CHECK(kannel.transport.requests.last().method == "GET");
        CHECK(kannel.param("username") == "handrail");
        CHECK(kannel.param("password") == password.toUtf8());
        CHECK(kannel.param("from") == "+19375550100");
        CHECK(kannel.param("to") == "+19375550101");
        CHECK(kannel.param("dlr-mask") == "31");
        CHECK(kannel.param("dlr-url") == "http://127.0.0.1:8080/hooks/kannel/s3cret-s3cret-s3cret/report"
                                         "?id=agency.message&try=try-1&status=%d&answer=%A");
    }
    SECTION("goes in the alphabet of the network where that has all of it")
    {
        kannel.send(u"¿Qué tal, señora? 5 € [1]"_s);
        CHECK(kannel.param("coding") == "0");
        CHECK(kannel.param("charset") == "UTF-8");
        CHECK(kannel.param("text") == u"¿Qué tal"_s.toUtf8() + u", señora? 5 € [1]"_s.toUtf8());
    }
    SECTION("goes as UTF-16 in network order without a charset where it has not")
    {
        kannel.send(u"Así 🙂"_s);
        CHECK(kannel.param("coding") == "2");
        CHECK(kannel.param("charset").isNull());
        CHECK(kannel.param("text").toHex() == "0041007300ed0020d83dde42");
    }
    SECTION("ends with the contact window, in minutes rounded down")
    {
        kannel.send(u"Hello"_s, 119);
        CHECK(kannel.param("validity") == "1");
    }
    SECTION("is not asked in the last minute of the window: Kannel counts in minutes")
    {
        const SendOutcome outcome = kannel.send(u"Hello"_s, 59);
        CHECK(outcome.kind == Kind::TryLater);
        CHECK(kannel.transport.requests.isEmpty());
    }
}

TEST_CASE("kannel texts: what comes back", "[carriers][kannel]")
{
    Gateway kannel;
    SECTION("taken or queued is sent, with our own id for it")
    {
        for (const char* body : {"0: Accepted for delivery", "3: Queued for later delivery", ""}) {
            const SendOutcome outcome = kannel.answered(202, body);
            CHECK(outcome.kind == Kind::Sent);
            CHECK(outcome.carrierId == u"try-1"_s);
        }
    }
    SECTION("a refusal is final, with Kannel's reason")
    {
        const SendOutcome outcome =
            kannel.answered(400, "Number(s) has/have been denied by white- and/or black-lists.");
        CHECK(outcome.kind == Kind::Refused);
        CHECK(outcome.reason.contains(u"denied by white- and/or black-lists"_s));
        CHECK(kannel.answered(403, "Not routable. Do not try again.").kind == Kind::Refused);
        CHECK(kannel.answered(400, "").kind == Kind::Refused);
    }
    SECTION("a wrong password, or another program at that address, is an administrator's matter and refuses nobody")
    {
        const QList<std::pair<int, QByteArray>> answers{
            {403, "Authorization failed for sendsms"}, {401, ""}, {404, "?"}};
        for (const auto& [status, body] : answers) {
            const SendOutcome outcome = kannel.answered(status, body);
            CHECK(outcome.kind == Kind::TryLater);
            CHECK(outcome.administrator);
        }
    }
    SECTION("«try later» and «nobody there» are just that")
    {
        CHECK(kannel.answered(503, "Temporal failure, try again later.").kind == Kind::TryLater);
        kannel.transport.fail(HttpOutcome::Kind::NotSent);
        CHECK(kannel.send(u"Hello"_s).kind == Kind::TryLater);
    }
    SECTION("what says neither yes nor no is unknown: it may be on its way")
    {
        for (const int status : {200, 302, 500, 502, 504})
            CHECK(kannel.answered(status, "?").kind == Kind::Unknown);
        kannel.transport.fail(HttpOutcome::Kind::Unknown);
        CHECK(kannel.send(u"Hello"_s).kind == Kind::Unknown);
    }
    SECTION("never names the password or the client")
    {
        for (const int status : {200, 202, 400, 401, 403, 404, 500, 503}) {
            const SendOutcome outcome = kannel.answered(status, "refused");
            CHECK_FALSE(outcome.reason.contains(password));
            CHECK_FALSE(outcome.reason.contains(u"+1937"_s));
        }
    }
}

TEST_CASE("kannel hooks: a text that came in", "[carriers][kannel]")
{
    const auto read = [](const KannelParams& params) { return readKannelInbound(params); };
    const KannelParams base{{"from", "+19375550101"}, {"to", "+19375550100"}, {"id", "8cea0a36"}};

    SECTION("is read in the charset that is named, and in UTF-16 where the coding says so")
    {
        CHECK(mustHave(read(base + KannelParams{{"coding", "0"}, {"charset", "UTF-8"}, {"text", "S\xc3\xad"}})).body ==
              u"Sí"_s);
        CHECK(mustHave(read(base + KannelParams{{"coding", "0"}, {"charset", "ISO-8859-1"}, {"text", "S\xed"}})).body ==
              u"Sí"_s);
        CHECK(mustHave(read(base + KannelParams{{"coding", "0"}, {"text", "S\xed"}})).body == u"Sí"_s);
        const QByteArray utf16 = QByteArray::fromHex("005300edd83dde42");
        CHECK(mustHave(read(base + KannelParams{{"coding", "2"}, {"charset", "UTF-16BE"}, {"text", utf16}})).body ==
              u"Sí🙂"_s);
    }
    SECTION("has Kannel's id for its own, or none")
    {
        CHECK(mustHave(read(base + KannelParams{{"text", "1"}})).carrierId == u"kannel-8cea0a36"_s);
        CHECK(mustHave(read({{"from", "+19375550101"}, {"text", "1"}})).carrierId.isEmpty());
    }
    SECTION("may be empty, but must be from somebody and have words")
    {
        CHECK(mustHave(read(base + KannelParams{{"text", ""}})).body.isEmpty());
        CHECK_FALSE(read(base).ok());
        CHECK_FALSE(read({{"text", "1"}}).ok());
        CHECK_FALSE(read({}).ok());
    }
    SECTION("of any bytes and any length is read, bounded")
    {
        const auto text =
            mustHave(read({{"from", QByteArray(500, '9')}, {"coding", "2"}, {"text", QByteArray(100001, '\xd8')}}));
        CHECK(text.from.size() == 40);
        CHECK(text.body.size() <= 4001);
    }
}

TEST_CASE("kannel hooks: a delivery report", "[carriers][kannel]")
{
    const auto read = [](const QByteArray& status, const QByteArray& answer = {}) {
        return mustHave(
            readKannelReport({{"id", "agency.message"}, {"try", "t1"}, {"status", status}, {"answer", answer}}));
    };
    SECTION("says one of five things")
    {
        CHECK(read("1").report.status.state == MessageState::Delivered);
        CHECK(read("2").report.status.state == MessageState::Refused);
        CHECK(read("4").report.status.state == MessageState::Sent);
        CHECK(read("8", "ACK/").report.status.state == MessageState::Sent);
        CHECK(read("16", "NACK/Not routable").report.status.state == MessageState::Refused);
        CHECK(read("1").reference == u"agency.message"_s);
        CHECK(read("1").report.carrierId == u"t1"_s);
        CHECK_FALSE(read("2").report.status.reason.isEmpty());
    }
    SECTION("that its validity ended before it left means that it may go again")
    {
        const auto status = read("16", "NACK/validity expired").report.status;
        CHECK(status.neverLeft);
        CHECK(status.state == MessageState::Refused);
        CHECK_FALSE(read("2", "stat:EXPIRED").report.status.neverLeft);
    }
    SECTION("of a kind that nobody knows is told apart, and one without its parts is refused")
    {
        for (const char* unknown : {"0", "3", "32", "64", "-1"})
            CHECK_FALSE(read(unknown).known);
        CHECK_FALSE(readKannelReport({{"id", "a"}}).ok());
        CHECK_FALSE(readKannelReport({{"id", "a"}, {"status", "delivered"}}).ok());
        CHECK_FALSE(readKannelReport({{"status", "1"}}).ok());
    }
}
