// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"
#include "core/ports/httptransport.h"

#include <QJsonObject>
#include <functional>

namespace handrail {

struct TwilioSettings
{
    QUrl baseUrl = QUrl(QStringLiteral("https://api.twilio.com"));
    QString accountSid;
    QString authToken;
    int timeoutMs = 15000;
};

/// Texts through Twilio's REST API (2010-04-01) or one that is compatible with it. Its «create message» has no
/// idempotency key, so what can't be proven unsent is Unknown and must be looked up. As safe among threads as its
/// transport.
class TwilioTexts : public TextGateway
{
public:
    TwilioTexts(HttpTransport& transport, TwilioSettings settings);

    SendOutcome send(const OutgoingText& text) override;
    Result<QList<CarrierText>> sentTo(const QString& to, const QDateTime& since) override;
    Result<QList<CarrierText>> sentFrom(const QString& number, const QDateTime& since) override;
    Result<QList<InboundText>> inbound(const QString& number, const QDateTime& since) override;
    [[nodiscard]] bool answersKeywords() const override { return true; }

private:
    [[nodiscard]] HttpRequest request(const QByteArray& method, const QString& pathAndQuery) const;
    Result<void> list(const char* filter, const QString& number, const QDateTime& since,
                      const std::function<void(const QJsonObject&)>& take);
    Result<QList<CarrierText>> outbound(const char* filter, const QString& number, const QDateTime& since);
    [[nodiscard]] QString messagesPath() const;

    HttpTransport& m_transport;
    TwilioSettings m_settings;
};

} // namespace handrail
