// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

namespace handrail::casework {

/// Marks a resource site with the worker's star, or takes it away; once more does no harm. The record's id follows from
/// worker and site, so that two desks of one worker make one record.
Result<void> setFavourite(Desk& desk, const ResourceSiteId& site, bool wanted);

} // namespace handrail::casework
