// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

namespace handrail::server {

/// The files of `folder` in a new ZIP file that its owner alone can read. StorageTrouble where it can't be written, or
/// is there already; nothing is left of it then.
Result<void> writeZip(const QString& folder, const QString& path);

} // namespace handrail::server
