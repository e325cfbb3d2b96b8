// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <utility>

namespace handrail {

/// Form parameters of a webhook, decoded, as received.
using WebhookParams = QList<std::pair<QString, QString>>;

/// X-Twilio-Signature: base64 of HMAC-SHA1(token, url and every name and value sorted by name; a name's repeated values
/// once each, sorted).
QByteArray twilioSignature(const QString& authToken, const QString& url, const WebhookParams& params);

/// Whether a webhook is from the carrier. `url` is the public address that the carrier was given, never rebuilt from
/// the Host header. As Twilio's own libraries do, it is tried with and without its port. Compares in constant time. The
/// signature has no time in it: a repeated webhook is as valid, so the caller counts each message id once.
bool isTwilioSignature(const QByteArray& signature, const QString& authToken, const QString& url,
                       const WebhookParams& params);

} // namespace handrail
