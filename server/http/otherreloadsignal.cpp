// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/reloadsignal.h"

namespace handrail::server {

int reloadSignal()
{
    return 0;
}

} // namespace handrail::server
