// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"

#include <QByteArray>

namespace handrail {

/// The parameters of a request that Kannel makes, decoded to bytes, as received.
using KannelParams = QList<std::pair<QByteArray, QByteArray>>;

/// What Kannel pushes for a text that came in, by a get-url of its sms-service group with the parameters from=%p,
/// to=%P, id=%I, coding=%c, charset=%C and text=%b. The sender is as the SMS center gave it; no time: when it is
/// received counts. An id of Kannel's is a carrier id "kannel-<id>"; without one it is empty. InvalidInput where sender
/// or text is missing.
Result<InboundText> readKannelInbound(const KannelParams& params);

/// A delivery report about the text of our `reference`.
struct KannelReport
{
    QString reference;
    TextReport report;
    bool known = true; ///< False: Kannel said something that this version does not know; to be logged and left alone.
};
/// From id=<reference>, try=<tryId>, status=<%d> and answer=<%A>. InvalidInput where one is missing or no such thing.
Result<KannelReport> readKannelReport(const KannelParams& params);

} // namespace handrail
