// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

namespace handrail::server::directory {

/// Unpacks the .csv and .json files of the ZIP at `path` into `folder`, whatever folders they stand in. An error where
/// it is no whole ZIP, two files have one name, or it would be too large (1,000 files, 256 MB each, 1 GB in all; what
/// the archive says of its sizes counts for nothing).
Result<void> unpackZip(const QString& path, const QString& folder);

} // namespace handrail::server::directory
