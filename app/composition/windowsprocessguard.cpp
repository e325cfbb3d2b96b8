// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/processguard.h"

#include <windows.h>

namespace handrail::composition {

void guardProcess()
{
    // No dialog and no dump of Windows Error Reporting when the program fails: a dump would hold clients' names.
    ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX | SEM_NOOPENFILEERRORBOX);
}

} // namespace handrail::composition
