// SPDX-License-Identifier: GPL-3.0-or-later
// What comes in by HTTP: heads, forms, forwarded addresses, webhooks, tokens.
#include "core/carriers/kannelhooks.h"
#include "core/carriers/twiliosignature.h"
#include "core/domain/textreply.h"
#include "core/protocol/wire.h"
#include "server/auth/idtoken.h"
#include "server/http/forwarded.h"
#include "server/http/requesthead.h"
#include "server/http/router.h"
#include "tests/fuzz/target.h"

#include <QJsonDocument>
#include <boost/beast/http/string_body.hpp>

using namespace handrail;
using namespace handrail::fuzz;
using namespace handrail::server;
using namespace Qt::Literals::StringLiterals;

namespace {

/// As a connection reads a request: what Beast takes and the server does not refuse has one length and one path, and its
/// body, chunked or not, is never longer than what came.
void readRequest(const QByteArray& bytes)
{
    // However it is cut on its way, its head ends at the same place, and none of it is looked at in vain.
    const qsizetype end = endOfHead(bytes, 0);
    mustHold(end >= 0 && end <= bytes.size());
    for (const qsizetype cut : {bytes.size() / 3, bytes.size() / 2, bytes.size() - 1})
        if (cut > 0 && endOfHead(QByteArrayView(bytes).first(cut), 0) == 0)
            mustHold(endOfHead(bytes, cut) == end);
    const bool folded = isFolded(QByteArrayView(bytes).first(end));
    http::request_parser<http::empty_body> parser;
    parser.header_limit(16 * 1024);
    boost::system::error_code error;
    const size_t used = parser.put(boost::asio::buffer(bytes.constData(), size_t(bytes.size())), error);
    if (error || !parser.is_header_done() || refusalOf(parser))
        return;
    // What Beast takes for a whole head ends where we say; and where we see no folded line, it has not unfolded one.
    mustHold(end > 0 && (folded || qsizetype(used) <= end));
    const auto& head = parser.get();
    mustHold(!head.target().empty() && head.target().front() == '/');
    mustHold(!(head.has_content_length() && parser.chunked()));
    http::request_parser<http::string_body> whole(std::move(parser));
    whole.body_limit(2048);
    whole.eager(true);
    if (!whole.is_done()) // Beast must not be asked to go on after the end.
        whole.put(boost::asio::buffer(bytes.constData() + used, size_t(bytes.size()) - used), error);
    const std::string& body = whole.get().body();
    mustHold(body.size() <= 2048 && body.size() <= size_t(bytes.size()));
    if (!error && whole.is_done())
        (void)protocol::parseObject(QByteArray::fromStdString(body)).ok();
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
    if (target.contains('?'))
        request.query = parseForm(target.mid(target.indexOf('?') + 1));
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

const Registered whole("http-request", readRequest);
const Registered route("http-route", routeRequest);
const Registered form("twilio-form", readTwilioForm);
const Registered kannel("kannel", readKannel);
const Registered forwarded("forwarded", readForwarded);
const Registered token("id-token", readIdToken);

} // namespace
