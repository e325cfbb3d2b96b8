// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/carrier/trialroutes.h"

#include "app/trial/carrier/maildrop.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail::trial {

namespace {

using server::Request;
using server::Response;

Response answer(const TrialAnswer& given)
{
    QByteArray body = QJsonDocument(given.body).toJson(QJsonDocument::Compact);
    if (given.broken)
        body.truncate(body.size() / 2);
    return Response::json(given.status, body);
}

QUrlQuery queryOf(const QList<std::pair<QByteArray, QByteArray>>& fields)
{
    QUrlQuery query;
    for (const auto& [name, value] : fields)
        query.addQueryItem(QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(name))),
                           QString::fromLatin1(QUrl::toPercentEncoding(QString::fromUtf8(value))));
    return query;
}

TrialAnswer unauthorized()
{
    return {401, {{u"code"_s, 20003}, {u"message"_s, u"Authenticate"_s}, {u"status"_s, 401}}};
}

bool isAuthorized(const Request& request, const TrialPlace& place)
{
    const QByteArray given = request.header("Authorization");
    return given.startsWith("Basic ") &&
           QByteArray::fromBase64(given.mid(6)).startsWith(place.accountSid.toUtf8() + ':');
}

QJsonObject phoneJson(const TrialCarrier& carrier, const Clock& clock, const TrialPlace& place)
{
    QJsonArray texts;
    QStringList numbers;
    for (const TrialText& text : carrier.textsOf({})) {
        texts.append(QJsonObject{{u"from"_s, text.from},
                                 {u"to"_s, text.to},
                                 {u"body"_s, text.body},
                                 {u"inbound"_s, text.inbound},
                                 {u"at"_s, text.at.toMSecsSinceEpoch()}});
        const QString client = text.inbound ? text.from : text.to;
        if (!numbers.contains(client))
            numbers.append(client);
    }
    QJsonArray mails;
    for (const DroppedMail& mail : readMailDrop(place.mailDrop))
        mails.append(QJsonObject{{u"from"_s, mail.from},
                                 {u"to"_s, mail.to},
                                 {u"subject"_s, mail.subject},
                                 {u"text"_s, mail.text},
                                 {u"at"_s, mail.at.toMSecsSinceEpoch()}});
    return {{u"now"_s, clock.now().toMSecsSinceEpoch()},
            {u"numbers"_s, QJsonArray::fromStringList(numbers)},
            {u"texts"_s, texts},
            {u"mails"_s, mails}};
}

std::optional<TrialFault> readFault(const QJsonObject& json)
{
    const QString kind = json[u"kind"].toString();
    TrialFault fault{.code = json[u"code"].toInt(21211), .times = json[u"times"].toInt(1)};
    if (kind == u"refuse")
        fault.kind = TrialFault::Kind::Refuse;
    else if (kind == u"server_error")
        fault.kind = TrialFault::Kind::ServerError;
    else if (kind == u"taken_then_broken")
        fault.kind = TrialFault::Kind::TakenThenBroken;
    else if (kind == u"too_many")
        fault.kind = TrialFault::Kind::TooMany;
    else if (kind == u"undelivered")
        fault.kind = TrialFault::Kind::Undelivered;
    else
        return std::nullopt;
    return fault;
}

} // namespace

void registerTrialRoutes(server::Router& router, TrialCarrier& carrier, const Clock& clock, const TrialPlace& place)
{
    const QByteArray messages = "/2010-04-01/Accounts/" + place.accountSid.toUtf8() + "/Messages.json";
    router.add("POST", messages, [&carrier, place](const Request& request) {
        return answer(isAuthorized(request, place) ? carrier.create(queryOf(request.form())) : unauthorized());
    });
    router.add("GET", messages, [&carrier, place](const Request& request) {
        return answer(isAuthorized(request, place) ? carrier.list(queryOf(request.query)) : unauthorized());
    });
    router.add("GET", "/trial/phone", [&carrier, &clock, place](const Request&) {
        return Response::json(200, QJsonDocument(phoneJson(carrier, clock, place)).toJson(QJsonDocument::Compact));
    });
    router.add("POST", "/trial/text", [&carrier, place](const Request& request) {
        const QJsonObject text = QJsonDocument::fromJson(request.body).object();
        carrier.receive(text[u"from"].toString(), place.sendingNumber, text[u"body"].toString());
        return Response::json(200, "{}");
    });
    router.add("POST", "/trial/fault", [&carrier](const Request& request) {
        const auto fault = readFault(QJsonDocument::fromJson(request.body).object());
        if (!fault)
            return Response::json(400, R"({"sentence":"Unknown kind of fault."})");
        carrier.setFault(*fault);
        return Response::json(200, "{}");
    });
}

} // namespace handrail::trial
