// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/ids.h"
#include "core/ports/random.h"

namespace handrail::server {

class ChangeJournal;
class WorkMeter;

/// What the server takes from the world. Shared by all threads of the pool, so all must be safe for that.
struct Environment
{
    const Clock& clock;
    Ids& ids;
    Random& random;
    WorkMeter* meter = nullptr; ///< Where there is one: what the parts do is counted.
    ChangeJournal* journal = nullptr; ///< Where there is one: what is committed is kept there, too.
};

} // namespace handrail::server
