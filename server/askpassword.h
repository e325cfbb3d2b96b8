// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace handrail::server {

/// The first line of stdin, trimmed; empty where there is none. Where a person sits at stdin, `prompt` is shown on
/// stderr and what is typed is not; a pipe or a file is read in silence.
QString askPassword(const QString& prompt);

} // namespace handrail::server
