// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/twiliotexts.h"

#include "core/carriers/twiliocodes.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// 1,000 texts a page; an agency that gets 50,000 texts in two days needs webhooks, not a longer list.
constexpr int maxPages = 50;

QString tr(const char* source)
{
    return QCoreApplication::translate("Twilio", source);
}

QByteArray formPair(const char* name, const QString& value)
{
    return QUrl::toPercentEncoding(QString::fromLatin1(name)) + '=' + QUrl::toPercentEncoding(value);
}

QByteArray formOf(const OutgoingText& text)
{
    QByteArrayList pairs = {formPair("To", text.to), formPair("From", text.from), formPair("Body", text.body),
                            formPair("ValidityPeriod", QString::number(qBound(1, text.validitySeconds, 36000)))};
    if (!text.statusCallback.isEmpty())
        pairs.append(formPair("StatusCallback", text.statusCallback));
    return pairs.join('&');
}

SendOutcome tryLater(const QString& reason, int code = 0, int afterSeconds = 60)
{
    return {
        .kind = SendOutcome::Kind::TryLater, .carrierCode = code, .reason = reason, .retryAfterSeconds = afterSeconds};
}

/// Nothing was sent, and nothing will be until somebody has mended it.
SendOutcome administrator(int code)
{
    SendOutcome outcome = tryLater(twilioVerdict(code).sentence, code, 300);
    outcome.administrator = true;
    return outcome;
}

/// Not about this text: the sender's others wait too.
SendOutcome slowDown(const QString& reason, int code, int afterSeconds)
{
    SendOutcome outcome = tryLater(reason, code, afterSeconds);
    outcome.slowDown = true;
    return outcome;
}

SendOutcome unknown(int code = 0)
{
    return {.kind = SendOutcome::Kind::Unknown,
            .carrierCode = code,
            .reason = tr("The text carrier did not say whether it took the text.")};
}

QJsonObject objectIn(const QByteArray& body)
{
    return QJsonDocument::fromJson(body).object();
}

int retryAfter(const HttpResponse& response, int otherwise = 60)
{
    const int seconds = response.header("Retry-After").toInt();
    return seconds > 0 ? qMin(seconds, 3600) : otherwise;
}

/// A 4xx whose error code we can read is a definite «no»; one without may come from anything between us and the
/// carrier.
SendOutcome refusal(const HttpResponse& response)
{
    const int code = objectIn(response.body).value("code"_L1).toInt();
    if (response.status == 429)
        return slowDown(twilioVerdict(20429).sentence, code, retryAfter(response, 5));
    if (response.status == 401)
        return administrator(20003);
    if (code == 0 || response.status == 408)
        return unknown(code);
    const TwilioVerdict verdict = twilioVerdict(code);
    return {.kind = verdict.kind,
            .carrierCode = code,
            .reason = verdict.sentence,
            .optedOut = verdict.optedOut,
            .administrator = verdict.administrator,
            .slowDown = verdict.slowDown,
            .retryAfterSeconds = verdict.administrator ? 300 : retryAfter(response)};
}

SendOutcome outcomeOf(const HttpResponse& response)
{
    if (response.status >= 400 && response.status < 500)
        return refusal(response);
    if (response.status != 200 && response.status != 201)
        return unknown();
    const QString sid = objectIn(response.body).value("sid"_L1).toString();
    if (sid.isEmpty() || sid.size() > 64)
        return unknown();
    return {.kind = SendOutcome::Kind::Sent, .carrierId = sid};
}

QDateTime dateIn(const QJsonObject& object)
{
    for (const auto name : {"date_sent"_L1, "date_created"_L1})
        if (const QDateTime at = QDateTime::fromString(object.value(name).toString(), Qt::RFC2822Date); at.isValid())
            return at.toUTC();
    return {};
}

CarrierText textIn(const QJsonObject& object)
{
    return {.carrierId = object.value("sid"_L1).toString(),
            .to = object.value("to"_L1).toString(),
            .from = object.value("from"_L1).toString(),
            .body = object.value("body"_L1).toString(),
            .status = twilioStatus(object.value("status"_L1).toString(), object.value("error_code"_L1).toInt()),
            .at = dateIn(object)};
}

/// The path of the next page: on our carrier, or nothing. An address elsewhere would get our credentials.
Result<QString> nextPage(const QJsonObject& page)
{
    const QString next = page.value("next_page_uri"_L1).toString();
    if (next.isEmpty() || (next.startsWith(u'/') && !next.startsWith("//"_L1) && next.size() < 2000))
        return next;
    return Error{ErrorCode::ServerTrouble, tr("The text carrier's list goes on at an address that can't be right.")};
}

} // namespace

TwilioTexts::TwilioTexts(HttpTransport& transport, TwilioSettings settings)
    : m_transport(transport)
    , m_settings(std::move(settings))
{
}

QString TwilioTexts::messagesPath() const
{
    return u"/2010-04-01/Accounts/"_s + QString::fromLatin1(QUrl::toPercentEncoding(m_settings.accountSid)) +
           u"/Messages.json"_s;
}

HttpRequest TwilioTexts::request(const QByteArray& method, const QString& pathAndQuery) const
{
    QString base = m_settings.baseUrl.toString(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    HttpRequest request;
    request.method = method;
    request.url = QUrl(base + pathAndQuery, QUrl::StrictMode);
    request.timeoutMs = m_settings.timeoutMs;
    request.headers.emplaceBack("Accept", "application/json");
    request.headers.emplaceBack("Authorization",
                                "Basic " + (m_settings.accountSid + u':' + m_settings.authToken).toUtf8().toBase64());
    return request;
}

SendOutcome TwilioTexts::send(const OutgoingText& text)
{
    HttpRequest post = request("POST", messagesPath());
    post.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
    post.body = formOf(text);
    const HttpOutcome outcome = m_transport.send(post);
    switch (outcome.kind) {
    case HttpOutcome::Kind::NotSent:
        return slowDown(tr("The text carrier can't be reached."), 0, 60);
    case HttpOutcome::Kind::Unknown:
        return unknown();
    case HttpOutcome::Kind::Answered:
        return outcomeOf(outcome.response);
    }
    return unknown();
}

Result<void> TwilioTexts::list(const char* filter, const QString& number, const QDateTime& since,
                               const std::function<void(const QJsonObject&)>& take)
{
    // «DateSent>» has the granularity of a day, in UTC; the day itself is in.
    QString next =
        messagesPath() +
        QString::fromLatin1("?" + formPair(filter, number) + '&' +
                            formPair("DateSent>", since.toUTC().date().toString(Qt::ISODate)) + "&PageSize=1000");
    for (int page = 0; page < maxPages; ++page) {
        const HttpOutcome outcome = m_transport.send(request("GET", next));
        if (outcome.kind != HttpOutcome::Kind::Answered)
            return Error{ErrorCode::Offline, tr("The text carrier can't be reached.")};
        if (outcome.response.status == 401)
            return Error{ErrorCode::Unauthorized, twilioVerdict(20003).sentence};
        const QJsonObject object = objectIn(outcome.response.body);
        if (outcome.response.status != 200 || !object.value("messages"_L1).isArray())
            return Error{ErrorCode::ServerTrouble, tr("The text carrier did not give its list of texts.")};
        for (const auto& message : object.value("messages"_L1).toArray())
            if (!message.toObject().value("sid"_L1).toString().isEmpty())
                take(message.toObject());
        auto following = nextPage(object);
        if (!following)
            return following.error();
        if (following->isEmpty())
            return {};
        next = *following;
    }
    return Error{ErrorCode::ServerTrouble, tr("The text carrier's list of texts does not end.")};
}

Result<QList<CarrierText>> TwilioTexts::outbound(const char* filter, const QString& number, const QDateTime& since)
{
    QList<CarrierText> texts;
    const auto listed = list(filter, number, since, [&](const QJsonObject& object) {
        if (object.value("direction"_L1).toString() != "inbound"_L1)
            texts.append(textIn(object));
    });
    if (!listed)
        return listed.error();
    return texts;
}

Result<QList<CarrierText>> TwilioTexts::sentTo(const QString& to, const QDateTime& since)
{
    return outbound("To", to, since);
}

Result<QList<CarrierText>> TwilioTexts::sentFrom(const QString& number, const QDateTime& since)
{
    return outbound("From", number, since);
}

Result<QList<InboundText>> TwilioTexts::inbound(const QString& number, const QDateTime& since)
{
    QList<InboundText> texts;
    const auto listed = list("To", number, since, [&](const QJsonObject& object) {
        if (object.value("direction"_L1).toString() != "inbound"_L1)
            return;
        texts.append(InboundText{.carrierId = object.value("sid"_L1).toString(),
                                 .from = object.value("from"_L1).toString(),
                                 .to = object.value("to"_L1).toString(),
                                 .body = object.value("body"_L1).toString(),
                                 .receivedAt = dateIn(object)});
    });
    if (!listed)
        return listed.error();
    return texts;
}

} // namespace handrail
