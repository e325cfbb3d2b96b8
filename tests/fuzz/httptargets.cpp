// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in by HTTP: heads, forms, forwarded addresses, webhooks, tokens.
#include "core/carriers/kannelhooks.h"
#include "core/carriers/twiliosignature.h"
#include "core/carriers/twiliotexts.h"
#include "core/domain/textreply.h"
#include "server/auth/idtoken.h"
#include "server/http/forwarded.h"
#include "server/http/requesthead.h"
#include "server/http/router.h"
#include "tests/fuzz/target.h"
#include "tests/support/scriptedtransport.h"

#include <QJsonDocument>

using namespace handrail;
using namespace handrail::fuzz;
using namespace handrail::server;
using namespace Qt::Literals::StringLiterals;

namespace {

/// As a connection reads a head: what Beast takes and the server does not refuse has one length and one path.
void readHead(const QByteArray& bytes)
{
    http::request_parser<http::empty_body> parser;
    parser.header_limit(16 * 1024);
    boost::system::error_code error;
    parser.put(boost::asio::buffer(bytes.constData(), size_t(bytes.size())), error);
    if (error || !parser.is_header_done() || refusalOf(parser))
        return;
    const auto& head = parser.get();
    mustHold(!head.target().empty() && head.target().front() == '/');
    mustHold(!(head.has_content_length() && parser.chunked()));
}

/// The path, query and form of a request, through a router that has routes.
void routeRequest(const QByteArray& bytes)
{
    static const Router router = [] {
        Router made;
        const auto answer = [](const Request& request) {
            (void)request.queryValue("since"), (void)request.formValue("answer"), (void)request.header("Authorization");
            return Response::text(200, "ok");
        };
        made.add("GET", "/r/{token}", answer);
        made.add("POST", "/f/{token}", answer);
        made.add("POST", "/v1/messages/{id}/send", answer);
        return made;
    }();
    const qsizetype end = bytes.indexOf('\n');
    const QByteArray target = bytes.left(end);
    Request request;
    request.method = bytes.size() % 2 == 0 ? "GET" : "POST";
    request.path = target.left(target.indexOf('?'));
    request.query = target.contains('?') ? target.mid(target.indexOf('?') + 1) : QByteArray();
    request.body = end < 0 ? QByteArray() : bytes.mid(end + 1);
    (void)router.route(request);
}

/// Forms of Twilio's webhooks, and their signature.
void readTwilioForm(const QByteArray& bytes)
{
    QMap<QString, QString> params;
    for (const auto& [name, value] : parseForm(bytes))
        params.insert(QString::fromUtf8(name), QString::fromUtf8(value));
    (void)readTextReply(params.value(u"Body"_s), false);
    (void)readTextReply(params.value(u"Body"_s), true);
}

void readKannel(const QByteArray& bytes)
{
    const KannelParams params = parseForm(bytes);
    (void)readKannelInbound(params).ok(), (void)readKannelReport(params).ok();
}

/// Twilio's lists and answers: whatever it says, the reader comes to an end.
void readTwilioAnswers(const QByteArray& bytes)
{
    tests::ScriptedTransport transport;
    int left = 3;
    transport.otherwise = [&](const HttpRequest&) {
        return left-- > 0 ? HttpOutcome{.kind = HttpOutcome::Kind::Answered, .response = {200, {}, bytes}, .trouble = {}}
                          : HttpOutcome{.kind = HttpOutcome::Kind::Answered, .response = {404, {}, bytes}, .trouble = {}};
    };
    TwilioSettings settings;
    settings.accountSid = u"AC"_s + QString(32, u'a');
    TwilioTexts texts(transport, settings);
    const QDateTime since = QDateTime::fromMSecsSinceEpoch(1790000000000, Qt::UTC);
    (void)texts.sentTo(u"+19375550101"_s, since).ok();
    left = 1;
    (void)texts.inbound(u"+19374010653"_s, since).ok();
    left = 1;
    (void)texts.send({.to = u"+19375550101"_s, .from = u"+19374010653"_s, .body = u"x"_s, .statusCallback = {}});
    left = 0;
    (void)texts.send({.to = u"+19375550101"_s, .from = u"+19374010653"_s, .body = u"x"_s, .statusCallback = {}});
}

void readForwarded(const QByteArray& bytes)
{
    static const TrustedProxies trusted({u"10.0.0.0/8"_s, u"127.0.0.1"_s, u"fd00::/8"_s});
    (void)forwardedAddress(bytes);
    const QString client = clientOf(QHostAddress(u"127.0.0.1"_s), bytes.split('\n'), trusted);
    mustHold(!client.isEmpty());
    const QStringList list = QString::fromUtf8(bytes).split(u',');
    (void)TrustedProxies::whyNot(list);
    (void)TrustedProxies(list).has(QHostAddress(u"10.1.2.3"_s));
}

/// What an identity provider says: its keys and its token, one on the first line and one on the second.
void readIdToken(const QByteArray& bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QJsonArray keys = QJsonDocument::fromJson(bytes.left(end)).object().value(u"keys"_s).toArray();
    const QByteArray token = end < 0 ? bytes : bytes.mid(end + 1);
    IdTokenWish wish;
    wish.issuer = u"https://id.example.org"_s;
    wish.clientId = u"handrail"_s;
    wish.nonce = u"n"_s;
    wish.now = QDateTime::fromMSecsSinceEpoch(1790000000000, Qt::UTC);
    (void)keyIdOf(token);
    // Nobody here can sign: a token that passes is a hole.
    mustHold(!verifyIdToken(token, keys, wish).ok() || keys.size() > 0);
}

const Registered head("http-head", readHead);
const Registered route("http-route", routeRequest);
const Registered form("twilio-form", readTwilioForm);
const Registered kannel("kannel", readKannel);
const Registered answers("twilio-answers", readTwilioAnswers);
const Registered forwarded("forwarded", readForwarded);
const Registered token("id-token", readIdToken);

} // namespace
