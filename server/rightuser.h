// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace handrail::server {

/// The user that a command should run as, where root runs it and `databaseUrl` is an SQLite database in somebody else's
/// folder: files that root made there the server could not write. Nothing where all is well.
std::optional<QString> rightUserFor(const QString& databaseUrl);

} // namespace handrail::server
