// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/worker/journal.h"

#include <unistd.h>

namespace handrail::faults {

bool flushToDisk(QFile& file)
{
    return ::fsync(file.handle()) == 0;
}

} // namespace handrail::faults
