// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/processguard.h"

#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/types.h>

namespace handrail::composition {

void guardProcess()
{
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#ifdef NDEBUG // a developer's debugger may attach to a build for developers
    ::ptrace(PT_DENY_ATTACH, 0, nullptr, 0);
#endif
}

} // namespace handrail::composition
