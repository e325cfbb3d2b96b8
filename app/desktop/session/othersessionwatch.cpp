// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session/sessionwatch.h"

namespace handrail::desktop {

std::unique_ptr<SessionWatch> makeSessionWatch()
{
    return std::make_unique<SessionWatch>();
}

} // namespace handrail::desktop
