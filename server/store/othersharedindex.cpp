// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sharedindex.h"

namespace handrail::server {

void takeRoomForIndex(const QString&)
{
    // NTFS and APFS have blocks of a page.
}

} // namespace handrail::server
