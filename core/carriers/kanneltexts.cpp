// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/kanneltexts.h"

#include "core/domain/smssegments.h"

#include <QCoreApplication>
#include <QStringEncoder>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Kannel)
};

/// Delivered 1, undeliverable 2, buffered 4, taken by the SMS center 8, rejected by it 16.
constexpr int allReports = 1 | 2 | 4 | 8 | 16;
constexpr int leastValiditySeconds = 60; ///< Kannel counts in minutes.

QByteArray pair(const char* name, const QByteArray& value)
{
    return QByteArray(name) + '=' + value.toPercentEncoding();
}

/// GSM-7 goes as UTF-8, which Kannel turns into the alphabet of the network. All else goes as what the network wants,
/// since versions of Kannel differ in what they take for the charset of `coding=2`.
QByteArrayList textPairs(const QString& body)
{
    if (measureSms(body).encoding == SmsSize::Encoding::Gsm7)
        return {"coding=0", "charset=UTF-8", pair("text", body.toUtf8())};
    QStringEncoder encoder(QStringEncoder::Utf16BE);
    return {"coding=2", pair("text", encoder.encode(body))};
}

/// What stands in a short answer, fit for a sentence: printable, one line, bounded.
QString inOneLine(const QByteArray& body)
{
    QString line = QString::fromUtf8(body.left(200)).simplified();
    while (line.endsWith(u'.'))
        line.chop(1);
    return line;
}

SendOutcome later(const QString& reason)
{
    return {.kind = SendOutcome::Kind::TryLater, .reason = reason};
}

/// Not about this text: the next one would fare the same now.
SendOutcome slowDown(const QString& reason)
{
    return {.kind = SendOutcome::Kind::TryLater, .reason = reason, .slowDown = true};
}

/// An administrator's matter: the next text would fare the same, and none of them went anywhere.
SendOutcome stopped(const QString& reason)
{
    return {.kind = SendOutcome::Kind::TryLater, .reason = reason, .administrator = true, .retryAfterSeconds = 300};
}

SendOutcome unknown()
{
    return {.kind = SendOutcome::Kind::Unknown,
            .reason = Words::tr("The text gateway did not say whether it took the text.")};
}

SendOutcome outcomeOf(const HttpResponse& response, const QString& tryId)
{
    // «0: Accepted for delivery» and «3: Queued for later delivery» are both Kannel's promise to go on with it.
    if (response.status == 202)
        return {.kind = SendOutcome::Kind::Sent, .carrierId = tryId};
    if (response.status == 503)
        return slowDown(Words::tr("The text gateway asks to try later."));
    if (response.status < 400 || response.status > 499)
        return unknown();
    const QString said = inOneLine(response.body);
    if (response.status == 401 || said.startsWith("Authorization failed"_L1))
        return stopped(
            Words::tr("The text gateway does not accept the agency's user name and password. An administrator "
                      "must check them."));
    if (response.status == 404)
        return stopped(
            Words::tr("The text gateway is not at the address that is set. An administrator must check it."));
    if (response.status == 408 || response.status == 429)
        return slowDown(Words::tr("The text gateway asks to try later."));
    return {.kind = SendOutcome::Kind::Refused,
            .carrierCode = response.status,
            .reason = said.isEmpty() ? Words::tr("The text gateway refused the text.")
                                     : Words::tr("The text gateway refused the text: %1.").arg(said)};
}

} // namespace

KannelTexts::KannelTexts(HttpTransport& transport, KannelSettings settings)
    : m_transport(transport)
    , m_settings(std::move(settings))
{
}

QByteArray KannelTexts::queryOf(const OutgoingText& text) const
{
    QByteArrayList pairs = {pair("username", m_settings.user.toUtf8()), pair("password", m_settings.password.toUtf8()),
                            pair("from", text.from.toUtf8()), pair("to", text.to.toUtf8()),
                            pair("validity", QByteArray::number(text.validitySeconds / 60))};
    pairs += textPairs(text.body);
    if (!m_settings.smsc.isEmpty())
        pairs.append(pair("smsc", m_settings.smsc.toUtf8()));
    if (!m_settings.reportUrl.isEmpty() && !text.reference.isEmpty()) {
        pairs.append(pair("dlr-mask", QByteArray::number(allReports)));
        // Kannel puts its report's value for %d, and what the SMS center said for %A.
        pairs.append(pair("dlr-url", m_settings.reportUrl.toUtf8() + "?id=" + text.reference.toUtf8() +
                                         "&try=" + text.tryId.toUtf8() + "&status=%d&answer=%A"));
    }
    return pairs.join('&');
}

SendOutcome KannelTexts::send(const OutgoingText& text)
{
    if (text.validitySeconds < leastValiditySeconds)
        return later(Words::tr("The contact hours end before the text could leave."));
    HttpRequest get;
    get.url = m_settings.sendUrl;
    get.url.setQuery(QString::fromLatin1(queryOf(text)), QUrl::StrictMode);
    get.timeoutMs = m_settings.timeoutMs;
    get.maxResponseBytes = 64 * 1024;
    const HttpOutcome outcome = m_transport.send(get);
    switch (outcome.kind) {
    case HttpOutcome::Kind::NotSent:
        return slowDown(Words::tr("The text gateway can't be reached."));
    case HttpOutcome::Kind::Unknown:
        return unknown();
    case HttpOutcome::Kind::Answered:
        return outcomeOf(outcome.response, text.tryId);
    }
    return unknown();
}

Result<QList<CarrierText>> KannelTexts::sentTo(const QString& /*to*/, const QDateTime& /*since*/)
{
    return QList<CarrierText>();
}

Result<QList<CarrierText>> KannelTexts::sentFrom(const QString& /*number*/, const QDateTime& /*since*/)
{
    return QList<CarrierText>();
}

Result<QList<InboundText>> KannelTexts::inbound(const QString& /*number*/, const QDateTime& /*since*/)
{
    return QList<InboundText>();
}

} // namespace handrail
