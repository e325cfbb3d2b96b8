// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/accesses.h"

namespace handrail::casework {

Result<void> noteAccess(Desk& desk, Access::Deed deed, const std::optional<ClientId>& client)
{
    return desk.store.edits().commit({editOf({deed, client, desk.clock.now()}, desk.ids.next())});
}

} // namespace handrail::casework
