// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/records.h"

namespace handrail::server {

/// After a device's change of a record was refused: says the server's truth about the fields again, stamped after the
/// device's, so that its next pull puts right what it shows (docs/decisions/0165). A cancel that came too late is told
/// in Recent Activity too. `current`: the record as the server has it.
Result<void> putDeviceRight(Records& records, const Environment& environment, const Change& refused,
                            const QJsonObject& current);

} // namespace handrail::server
