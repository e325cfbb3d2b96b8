// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/reloadsignal.h"

#include <csignal>

namespace handrail::server {

int reloadSignal()
{
    return SIGHUP;
}

} // namespace handrail::server
