// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/openfiles.h"

namespace handrail::server {

int allowOpenFiles(int wanted)
{
    return wanted;
}

} // namespace handrail::server
