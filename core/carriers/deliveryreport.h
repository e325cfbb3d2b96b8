// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/mailbox.h"

#include <QByteArray>

namespace handrail {

/// The content of a message/delivery-status part (RFC 3464): one report for each recipient, each about the mail of the
/// envelope id in it. At most 20.
QList<DeliveryReport> readDeliveryStatus(const QByteArray& content);

/// A field in lines of headers ("Message-ID: <a@b>"), unfolded; empty where there is none.
QString fieldIn(const QByteArray& headers, const QByteArray& name);

/// An id as it is compared: without blanks, angle brackets and what follows them.
QString bareId(const QString& id);

} // namespace handrail
