// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace handrail::server {

/// What the system says of this process; 0: it doesn't.
struct ProcessFacts
{
    qint64 residentBytes = 0;
    qint64 openFiles = 0;
};
ProcessFacts processFacts();

} // namespace handrail::server
