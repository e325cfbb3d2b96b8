// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/address.h"
#include "core/domain/result.h"

#include <QDateTime>
#include <QJsonObject>

/// What the settings of a desktop ask of the server beside sync: docs/protocol.md has routes and examples.
namespace handrail::protocol {

/// POST /v1/password
struct PasswordRequest
{
    QString oldPassword;
    QString newPassword;
};

/// One way out of the agency's server, as GET /v1/gateway reports it. Counts are of the agency's own messages.
struct CarrierReport
{
    bool joined = false;  ///< The server's configuration names a carrier.
    QString name;         ///< "api.twilio.com"; never a credential.
    QString from;         ///< The agency's sending number or address; empty where it has none.
    int waiting = 0;      ///< Due by now and not yet sent.
    int sentToday = 0;    ///< Taken by the carrier within the last 24 hours.
    int failedToday = 0;  ///< Refused, expired or held within the last 24 hours.
    QDateTime lastSentAt; ///< UTC; null where nothing was sent yet.
    QString lastProblem;  ///< A sentence about the last message that failed within the last 24 hours.
    friend bool operator==(const CarrierReport&, const CarrierReport&) = default;
};
struct GatewayReport
{
    CarrierReport texts;
    CarrierReport mail;
    friend bool operator==(const GatewayReport&, const GatewayReport&) = default;
};

/// POST /v1/gateway/test: a fixed, harmless message to an address that an administrator typed.
struct TestMessageRequest
{
    Channel channel = Channel::Text;
    QString address; ///< E.164, or an email address.
};
struct TestMessageAnswer
{
    bool taken = false; ///< The carrier has it.
    QString sentence;   ///< The carrier's verdict in words.
};

QJsonObject toJson(const PasswordRequest&);
QJsonObject toJson(const GatewayReport&);
QJsonObject toJson(const TestMessageRequest&);
QJsonObject toJson(const TestMessageAnswer&);

Result<PasswordRequest> readPasswordRequest(const QJsonObject&);
Result<GatewayReport> readGatewayReport(const QJsonObject&);
Result<TestMessageRequest> readTestMessageRequest(const QJsonObject&);
Result<TestMessageAnswer> readTestMessageAnswer(const QJsonObject&);

} // namespace handrail::protocol
