// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/carrier/trialcarrier.h"

#include "core/domain/address.h"
#include "core/domain/smssegments.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QMutexLocker>

using namespace Qt::Literals::StringLiterals;

namespace handrail::trial {

namespace {

constexpr int maxBodyCharacters = 1600;

/// Twilio's own words, errors 23002 and 23004 in its documentation: a whole message, case and blanks aside.
bool isOneOf(const QString& body, const QStringList& words)
{
    return words.contains(body.trimmed().toUpper());
}

TrialAnswer refusal(int status, int code, const QString& message)
{
    return {status,
            {{u"code"_s, code},
             {u"message"_s, message},
             {u"more_info"_s, u"https://www.twilio.com/docs/errors/%1"_s.arg(code)},
             {u"status"_s, status}}};
}

QString rfc2822(const QDateTime& at)
{
    return QLocale::c().toString(at.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss"_s) + u" +0000"_s;
}

QJsonObject journalLine(const TrialText& text)
{
    return {{u"sid"_s, text.sid},           {u"from"_s, text.from},
            {u"to"_s, text.to},             {u"body"_s, text.body},
            {u"inbound"_s, text.inbound},   {u"from_carrier"_s, text.fromCarrier},
            {u"error_code"_s, text.errorCode},
            {u"at"_s, text.at.toMSecsSinceEpoch()}};
}

TrialText readJournalLine(const QJsonObject& line)
{
    return {line[u"sid"].toString(),
            line[u"from"].toString(),
            line[u"to"].toString(),
            line[u"body"].toString(),
            line[u"inbound"].toBool(),
            line[u"from_carrier"].toBool(),
            line[u"error_code"].toInt(),
            QDateTime::fromMSecsSinceEpoch(line[u"at"].toInteger(), Qt::UTC)};
}

} // namespace

TrialCarrier::TrialCarrier(const Clock& clock, Random& random, QString accountSid, QString journalPath)
    : m_clock(clock)
    , m_random(random)
    , m_accountSid(std::move(accountSid))
    , m_journalPath(std::move(journalPath))
{
    load();
}

void TrialCarrier::load()
{
    QFile journal(m_journalPath);
    if (m_journalPath.isEmpty() || !journal.open(QIODevice::ReadOnly))
        return;
    while (!journal.atEnd()) {
        const QJsonDocument line = QJsonDocument::fromJson(journal.readLine());
        if (!line.isObject())
            continue;
        m_texts.append(readJournalLine(line.object()));
        if (m_texts.last().inbound)
            applyKeyword(m_texts.last());
    }
}

QString TrialCarrier::newSid()
{
    return u"SM"_s + QString::fromLatin1(m_random.bytes(16).toHex());
}

TrialText TrialCarrier::keep(TrialText text)
{
    text.sid = newSid();
    text.at = m_clock.now();
    m_texts.append(text);
    QFile journal(m_journalPath);
    if (!m_journalPath.isEmpty() && journal.open(QIODevice::Append))
        journal.write(QJsonDocument(journalLine(text)).toJson(QJsonDocument::Compact) + '\n');
    return text;
}

TrialAnswer TrialCarrier::create(const QUrlQuery& form)
{
    const QString to = form.queryItemValue(u"To"_s, QUrl::FullyDecoded);
    const QString from = form.queryItemValue(u"From"_s, QUrl::FullyDecoded);
    const QString body = form.queryItemValue(u"Body"_s, QUrl::FullyDecoded);
    const QMutexLocker lock(&m_mutex);
    const bool faulty = m_fault.times > 0;
    if (faulty) {
        --m_fault.times;
        if (m_fault.kind == TrialFault::Kind::Refuse)
            return refusal(400, m_fault.code, u"The trial's carrier was told to refuse this."_s);
        if (m_fault.kind == TrialFault::Kind::ServerError)
            return refusal(500, 20500, u"Internal Server Error"_s);
        if (m_fault.kind == TrialFault::Kind::TooMany)
            return refusal(429, 20429, u"Too Many Requests"_s);
    }
    if (!PhoneNumber::fromE164(to))
        return refusal(400, 21211, u"Invalid 'To' Phone Number"_s);
    if (!PhoneNumber::fromE164(from))
        return refusal(400, 21212, u"Invalid 'From' Phone Number"_s);
    if (body.isEmpty())
        return refusal(400, 21602, u"Message body is required."_s);
    if (body.size() > maxBodyCharacters)
        return refusal(400, 21617, u"The concatenated message body exceeds the 1600 character limit."_s);
    if (m_optedOut.contains(to + u'|' + from))
        return refusal(400, 21610, u"Attempt to send to unsubscribed recipient"_s);
    const bool fails = faulty && m_fault.kind == TrialFault::Kind::Undelivered;
    const TrialText text = keep({.from = from, .to = to, .body = body, .errorCode = fails ? m_fault.code : 0});
    return {201, resource(text), faulty && m_fault.kind == TrialFault::Kind::TakenThenBroken};
}

TrialAnswer TrialCarrier::list(const QUrlQuery& query) const
{
    const QString to = query.queryItemValue(u"To"_s, QUrl::FullyDecoded);
    const QString from = query.queryItemValue(u"From"_s, QUrl::FullyDecoded);
    // The filter has the granularity of a day (UTC), as Twilio's has.
    const QDate notBefore = QDate::fromString(query.queryItemValue(u"DateSent>"_s, QUrl::FullyDecoded).left(10), Qt::ISODate);
    const QDate on = QDate::fromString(query.queryItemValue(u"DateSent"_s, QUrl::FullyDecoded).left(10), Qt::ISODate);
    bool given = false;
    const int askedSize = query.queryItemValue(u"PageSize"_s).toInt(&given);
    const int pageSize = given ? qBound(1, askedSize, 1000) : 50;
    const int page = qMax(0, query.queryItemValue(u"Page"_s).toInt());

    const QMutexLocker lock(&m_mutex);
    QList<TrialText> found;
    for (auto it = m_texts.crbegin(); it != m_texts.crend(); ++it) {
        if ((!to.isEmpty() && it->to != to) || (!from.isEmpty() && it->from != from))
            continue;
        if ((notBefore.isValid() && it->at.date() < notBefore) || (on.isValid() && it->at.date() != on))
            continue;
        found.append(*it);
    }
    QJsonArray messages;
    for (const TrialText& text : found.mid(qsizetype(page) * pageSize, pageSize))
        messages.append(resource(text));
    QJsonValue next = QJsonValue::Null;
    if (found.size() > qsizetype(page + 1) * pageSize) {
        QUrlQuery following(query);
        following.removeAllQueryItems(u"Page"_s);
        following.addQueryItem(u"Page"_s, QString::number(page + 1));
        next = u"/2010-04-01/Accounts/%1/Messages.json?%2"_s.arg(m_accountSid, following.toString(QUrl::FullyEncoded));
    }
    return {200, {{u"messages"_s, messages}, {u"page"_s, page}, {u"page_size"_s, pageSize}, {u"next_page_uri"_s, next}}};
}

void TrialCarrier::receive(const QString& from, const QString& to, const QString& body)
{
    const QMutexLocker lock(&m_mutex);
    const TrialText text = keep({.from = from, .to = to, .body = body, .inbound = true});
    const bool wasOptedOut = m_optedOut.contains(from + u'|' + to);
    applyKeyword(text);
    const bool isOptedOut = m_optedOut.contains(from + u'|' + to);
    if (!wasOptedOut && isOptedOut)
        answerAsCarrier(text, u"You have successfully been unsubscribed. You will not receive any more messages from this "
                              "number. Reply START to resubscribe."_s);
    else if (wasOptedOut && !isOptedOut)
        answerAsCarrier(text, u"You have successfully been re-subscribed to messages from this number. Reply HELP for help. "
                              "Reply STOP to unsubscribe."_s);
    else if (isOneOf(body, {u"HELP"_s, u"INFO"_s}))
        answerAsCarrier(text, u"Reply STOP to unsubscribe. Msg&Data Rates May Apply."_s);
}

void TrialCarrier::applyKeyword(const TrialText& text)
{
    const QString pair = text.from + u'|' + text.to;
    if (isOneOf(text.body, {u"STOP"_s, u"STOPALL"_s, u"UNSUBSCRIBE"_s, u"CANCEL"_s, u"END"_s, u"QUIT"_s, u"REVOKE"_s, u"OPTOUT"_s}))
        m_optedOut.insert(pair);
    else if (isOneOf(text.body, {u"START"_s, u"YES"_s, u"UNSTOP"_s}))
        m_optedOut.remove(pair);
}

void TrialCarrier::answerAsCarrier(const TrialText& toWhat, const QString& body)
{
    keep({.from = toWhat.to, .to = toWhat.from, .body = body, .fromCarrier = true});
}

void TrialCarrier::setFault(const TrialFault& fault)
{
    const QMutexLocker lock(&m_mutex);
    m_fault = fault;
}

QList<TrialText> TrialCarrier::textsOf(const QString& number) const
{
    const QMutexLocker lock(&m_mutex);
    QList<TrialText> found;
    for (const TrialText& text : m_texts)
        if (number.isEmpty() || text.to == number || text.from == number)
            found.append(text);
    return found;
}

QJsonObject TrialCarrier::resource(const TrialText& text) const
{
    const QString direction = text.inbound ? u"inbound"_s : (text.fromCarrier ? u"outbound-reply"_s : u"outbound-api"_s);
    return {{u"sid"_s, text.sid},
            {u"account_sid"_s, m_accountSid},
            {u"api_version"_s, u"2010-04-01"_s},
            {u"from"_s, text.from},
            {u"to"_s, text.to},
            {u"body"_s, text.body},
            {u"status"_s, text.inbound ? u"received"_s : text.errorCode != 0 ? u"undelivered"_s : u"delivered"_s},
            {u"direction"_s, direction},
            {u"num_segments"_s, QString::number(measureSms(text.body).segments)},
            {u"num_media"_s, u"0"_s},
            {u"error_code"_s, text.errorCode != 0 ? QJsonValue(text.errorCode) : QJsonValue::Null},
            {u"error_message"_s, QJsonValue::Null},
            {u"date_created"_s, rfc2822(text.at)},
            {u"date_sent"_s, rfc2822(text.at)},
            {u"date_updated"_s, rfc2822(text.at)},
            {u"price"_s, QJsonValue::Null},
            {u"price_unit"_s, u"USD"_s},
            {u"messaging_service_sid"_s, QJsonValue::Null},
            {u"uri"_s, u"/2010-04-01/Accounts/%1/Messages/%2.json"_s.arg(m_accountSid, text.sid)},
            {u"subresource_uris"_s, QJsonObject{}}};
}

} // namespace handrail::trial
