// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/processguard.h"

#include <sys/resource.h>

namespace handrail::composition {

void guardProcess()
{
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

} // namespace handrail::composition
