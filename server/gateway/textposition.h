// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "server/store/database.h"

namespace handrail::server {

/// From when on the carrier's list of an agency's inbound texts is read: two days before the last moment up to which all of
/// them were kept, since the list has days only and a text may be listed late. However long the server or the carrier was
/// away, nothing falls between (docs/decisions/0262). At most a month back where nothing was ever read.
Result<QDateTime> readTextsFrom(Database& db, const AgencyId& agency, const QDateTime& now);

/// All that was listed at `now` is kept. Written once an hour: an older position only reads more than it needs.
Result<void> keepTextsRead(Database& db, const AgencyId& agency, const QDateTime& now);

} // namespace handrail::server
