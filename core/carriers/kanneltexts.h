// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"
#include "core/ports/httptransport.h"

namespace handrail {

struct KannelSettings
{
    QUrl sendUrl; ///< The smsbox's: http://127.0.0.1:13013/cgi-bin/sendsms
    QString user;
    QString password;
    QString smsc;      ///< The id of the SMS center to send by; empty: Kannel chooses.
    QString reportUrl; ///< Where delivery reports go, without a query, of letters that no URL escapes; empty: nowhere.
    int timeoutMs = 15000;
};

/// Texts through Kannel's sendsms interface (its user guide, «Using the SMS gateway»). Its answer names no message, so
/// ours is named in the address that its delivery reports go to. It can't be asked for anything: reports and inbound
/// texts are pushed (core/carriers/kannelhooks.h), and a text that it may have taken waits for its report. The password
/// travels in the URL, which no log of ours has.
class KannelTexts : public TextGateway
{
public:
    KannelTexts(HttpTransport& transport, KannelSettings settings);

    SendOutcome send(const OutgoingText& text) override;
    Result<QList<CarrierText>> sentTo(const QString& to, const QDateTime& since) override;
    Result<QList<CarrierText>> sentFrom(const QString& number, const QDateTime& since) override;
    Result<QList<InboundText>> inbound(const QString& number, const QDateTime& since) override;
    [[nodiscard]] bool hasLists() const override { return false; }
    [[nodiscard]] bool answersKeywords() const override { return false; }

private:
    [[nodiscard]] QByteArray queryOf(const OutgoingText& text) const;

    HttpTransport& m_transport;
    KannelSettings m_settings;
};

} // namespace handrail
