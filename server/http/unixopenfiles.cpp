// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/openfiles.h"

#include <algorithm>
#include <climits>
#include <sys/resource.h>

namespace handrail::server {

int allowOpenFiles(int wanted)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    if (limit.rlim_cur < rlim_t(wanted)) {
        limit.rlim_cur = std::min(rlim_t(wanted), limit.rlim_max);
        setrlimit(RLIMIT_NOFILE, &limit);
        getrlimit(RLIMIT_NOFILE, &limit);
    }
    return int(std::min(limit.rlim_cur, rlim_t(INT_MAX)));
}

} // namespace handrail::server
