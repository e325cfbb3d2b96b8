// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/curltransport.h"
#include "core/carriers/twiliosignature.h"
#include "core/carriers/twiliotexts.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <random>

// Run by judges/with-judges.sh, which starts the judges; hidden without it.

using namespace handrail;
using namespace Qt::Literals::StringLiterals;
using Kind = SendOutcome::Kind;

namespace {

const QString account = u"AC"_s + QString(32, u'a');

QUrl named(const char* variable)
{
    const QUrl url(qEnvironmentVariable(variable));
    REQUIRE(url.isValid());
    REQUIRE_FALSE(url.isEmpty());
    return url;
}

struct Line
{
    explicit Line(const char* variable, QString sid = account)
        : base(named(variable))
        , texts(transport, {.baseUrl = base, .accountSid = std::move(sid), .authToken = u"secret"_s})
    {
    }
    HttpResponse ask(const QByteArray& method, const QString& pathAndQuery, const QByteArray& body = {},
                     bool signedIn = true)
    {
        HttpRequest request{.method = method, .url = QUrl(base.toString() + pathAndQuery), .body = body};
        if (signedIn)
            request.headers.emplaceBack("Authorization", "Basic " + (account + u":secret"_s).toUtf8().toBase64());
        if (!body.isEmpty())
            request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
        const HttpOutcome outcome = transport.send(request);
        REQUIRE(outcome.kind == HttpOutcome::Kind::Answered);
        return outcome.response;
    }

    QUrl base;
    CurlTransport transport;
    TwilioTexts texts;
    QString messages = u"/2010-04-01/Accounts/%1/Messages.json"_s.arg(account);
};

OutgoingText aText(const QString& body = u"Harbor House: your resource information"_s)
{
    return {.to = u"+19375550101"_s, .from = u"+19374010653"_s, .body = body, .validitySeconds = 3600};
}

struct Signed
{
    QString token;
    QByteArray signature;
    QString url;
    WebhookParams params;
    [[nodiscard]] bool accepted() const { return isTwilioSignature(signature, token, url, params); }
};

/// What Twilio's own library says of each.
QList<bool> judged(const QList<Signed>& all)
{
    QJsonArray asked;
    for (const Signed& one : all) {
        QJsonObject params;
        for (const auto& [name, value] : one.params) {
            const QJsonValue before = params.value(name);
            if (before.isUndefined())
                params.insert(name, value);
            else {
                QJsonArray values = before.isArray() ? before.toArray() : QJsonArray{before};
                values.append(value);
                params.insert(name, values);
            }
        }
        asked.append(QJsonObject{{u"token"_s, one.token},
                                 {u"signature"_s, QString::fromLatin1(one.signature)},
                                 {u"url"_s, one.url},
                                 {u"params"_s, params}});
    }
    QProcess node;
    node.start(u"node"_s, {qEnvironmentVariable("HANDRAIL_JUDGE_SCRIPTS") + u"/signatures.mjs"_s});
    REQUIRE(node.waitForStarted());
    node.write(QJsonDocument(asked).toJson(QJsonDocument::Compact));
    node.closeWriteChannel();
    REQUIRE(node.waitForFinished(60000));
    INFO(node.readAllStandardError().toStdString());
    QList<bool> verdicts;
    for (const auto& verdict : QJsonDocument::fromJson(node.readAllStandardOutput()).array())
        verdicts.append(verdict.toBool());
    REQUIRE(verdicts.size() == all.size());
    return verdicts;
}

/// A webhook of any shape, signed by us.
Signed someWebhook(std::mt19937& random)
{
    const auto any = [&random](int below) { return int(random() % uint(below)); };
    static const QStringList urls = {u"https://gw.example.org/hooks/twilio/inbound"_s,
                                     u"https://gw.example.org:8443/hooks/twilio/status/a.b"_s,
                                     u"http://gw.example.org/x?y=1&z=%20"_s, u"https://gw.example.org/"_s};
    static const QStringList words = {u"Body"_s, u"From"_s, u"a"_s, u"B"_s, u"Sí, gracias 👍 & a=b"_s, u"+1937"_s,
                                      u""_s,     u" "_s,    u"\n"_s, u"中"_s, u"é"_s, u"%41"_s};
    Signed made{.token = u"token%1"_s.arg(any(1000)), .signature = {}, .url = urls[any(int(urls.size()))], .params = {}};
    for (int i = any(8); i >= 0; --i)
        made.params.emplaceBack(u"%1%2"_s.arg(words[any(4)]).arg(any(3)), words[any(int(words.size()))]);
    made.signature = twilioSignature(made.token, made.url, made.params);
    return made;
}

} // namespace

TEST_CASE("twilio judge: no request of ours breaks the public API description", "[.][judges]")
{
    SECTION("a text as it is sent")
    {
        Line line("HANDRAIL_TWILIO_MOCK");
        CHECK(line.texts.send(aText()).kind == Kind::Sent);
    }
    SECTION("with a status callback, every kind of character, and the longest validity")
    {
        Line line("HANDRAIL_TWILIO_MOCK");
        OutgoingText text = aText(u"¿Recibió ayuda? & = + 👍\n"_s + QString(1500, u'x'));
        text.statusCallback = u"https://handrail.example/hooks/twilio/status/01890a5d-ac96-774b-bcce-b302099a8057."
                              "01890a5d-ac96-774b-bcce-b302099a8058"_s;
        text.validitySeconds = 90000;
        CHECK(line.texts.send(text).kind == Kind::Sent);
        text.validitySeconds = 0;
        CHECK(line.texts.send(text).kind == Kind::Sent);
    }
    SECTION("the lists, with what they answer")
    {
        Line line("HANDRAIL_TWILIO_PROXY");
        const SendOutcome sent = line.texts.send(aText());
        REQUIRE(sent.kind == Kind::Sent);
        const QDateTime since = QDateTime::currentDateTimeUtc().addDays(-2);
        const auto to = mustHave(line.texts.sentTo(u"+19375550101"_s, since));
        const auto from = mustHave(line.texts.sentFrom(u"+19374010653"_s, since));
        CHECK(std::ranges::any_of(to, [&](const CarrierText& text) { return text.carrierId == sent.carrierId; }));
        CHECK(std::ranges::any_of(from, [&](const CarrierText& text) { return text.carrierId == sent.carrierId; }));
        CHECK(line.texts.inbound(u"+19374010653"_s, since).ok());
    }
}

TEST_CASE("twilio judge: a wrong request is refused", "[.][judges]")
{
    Line line("HANDRAIL_TWILIO_MOCK");
    SECTION("without To")
    {
        CHECK(line.ask("POST", line.messages, "From=%2B15005550006&Body=Hi").status == 422);
    }
    SECTION("with a validity that is none, a page too long, a callback that is no address")
    {
        CHECK(line.ask("POST", line.messages, "To=%2B1&From=%2B1&Body=Hi&ValidityPeriod=soon").status == 422);
        CHECK(line.ask("GET", line.messages + u"?PageSize=99999"_s).status == 422);
    }
    SECTION("without a key")
    {
        CHECK(line.ask("GET", line.messages, {}, false).status == 401);
    }
    SECTION("of an account that can't be one: ours says so, and sends nothing again")
    {
        Line wrong("HANDRAIL_TWILIO_MOCK", u"ACxyz"_s);
        CHECK(wrong.texts.send(aText()).kind == Kind::Unknown);
        CHECK_FALSE(wrong.texts.inbound(u"+19374010653"_s, QDateTime::currentDateTimeUtc()).ok());
    }
}

TEST_CASE("twilio judge: signatures are what Twilio's own library makes of them", "[.][judges]")
{
    QList<Signed> all;
    QList<bool> expected;
    QFile file(QString::fromLatin1(HANDRAIL_TEST_DATA "/vectors/twilio_signatures.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    for (const auto& value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject vector = value.toObject();
        Signed one{vector.value("auth_token"_L1).toString(),
                   vector.value("signature"_L1).toString().toUtf8(),
                   vector.value("url"_L1).toString(),
                   {}};
        const QJsonObject params = vector.value("params"_L1).toObject();
        for (auto it = params.begin(); it != params.end(); ++it) {
            if (!it.value().isArray())
                one.params.emplaceBack(it.key(), it.value().toString());
            for (const auto& item : it.value().toArray())
                one.params.emplaceBack(it.key(), item.toString());
        }
        all.append(one);
        expected.append(vector.value("valid"_L1).toBool());
    }
    const qsizetype vectors = all.size();
    REQUIRE(vectors >= 20);
    std::mt19937 random(1);
    for (int i = 0; i < 300; ++i) {
        Signed made = someWebhook(random);
        if (i % 3 == 1)
            made.params.emplaceBack(u"Added"_s, u"1"_s);
        if (i % 3 == 2)
            made.token += u'x';
        all.append(made);
    }
    const QList<bool> verdicts = judged(all);
    int accepted = 0;
    for (qsizetype i = 0; i < all.size(); ++i) {
        INFO(i << " " << all[i].url.toStdString());
        CHECK(verdicts[i] == all[i].accepted());
        if (i < vectors)
            CHECK(verdicts[i] == expected[i]);
        accepted += verdicts[i] ? 1 : 0;
    }
    CHECK(accepted >= 100);
    CHECK(accepted < all.size());
}
