// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/ids.h"
#include "core/ports/phonenumbers.h"
#include "core/ports/stores.h"

namespace handrail::casework {

/// What a use case may touch. Made for each job, on the thread that owns the store.
struct Desk
{
    LocalStore& store;
    const Clock& clock;
    Ids& ids;
    const PhoneNumbers& phones;
    UserId worker; ///< Who is signed in and presses the button.
};

} // namespace handrail::casework
