// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/processguard.h"

#include <QtGlobal>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace handrail::composition {

void guardProcess()
{
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    // Also what systemd-coredump and the like are given (a pipe takes no limit), ptrace(2) and /proc/PID/mem. Portals of
    // Flatpak and Snap have to look at /proc/PID to know whom they serve; they stand between processes by themselves.
    if (!qEnvironmentVariableIsSet("FLATPAK_ID") && !qEnvironmentVariableIsSet("SNAP"))
        ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

} // namespace handrail::composition
