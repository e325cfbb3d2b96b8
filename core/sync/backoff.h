// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/random.h"

namespace handrail::sync {

/// How long to wait after `failuresInARow` (from 1) failed tries, in milliseconds: doubling from 1 s to 5 min, of which
/// the upper half is random, so that a hundred desks don't all knock at the moment their server is back.
qint64 backOffMs(int failuresInARow, Random& random);

} // namespace handrail::sync
