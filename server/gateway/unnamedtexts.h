// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"
#include "server/store/records.h"

namespace handrail::server {

/// The id by which an inbound text is counted once where its carrier gave it none: made of sender, receiver and words.
/// The same again within a minute gets the id of the first, since a carrier that was not answered brings it again;
/// later it is another text, since a client may answer «yes» every week.
Result<QString> idOfUnnamed(Records& records, const InboundText& text, const QDateTime& now);

} // namespace handrail::server
