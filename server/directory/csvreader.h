// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/directory/rows.h"

namespace handrail::server::directory {

/// Adds the rows of the CSV file (RFC 4180, header first) to `table`. Rows with more or fewer cells than the header are
/// reported and left out; an error where the file breaks off or has a stray quote.
Result<void> readCsv(const QString& path, const QString& table, Tables& tables, Reports& reports);

} // namespace handrail::server::directory
