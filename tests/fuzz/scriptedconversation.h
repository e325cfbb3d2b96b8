// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fuzz/target.h"

namespace handrail::fuzz {

/// All that the mail server of the next conversation says, whatever is said to it.
QByteArray& whatTheMailServerSays();

} // namespace handrail::fuzz
