// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

namespace handrail::casework {

/// A basket holds at most so many sites: every one is a follow-up on a day of its own (R5).
inline constexpr int maxBasketItems = 30;

/// Puts a resource site at the end of a client's basket. Conflict where it is in the basket already, or where the
/// client has an open referral to it; the sentence says which.
Result<void> addToBasket(Desk& desk, const ClientId& client, const ResourceSiteId& site);

/// The same, and moves it to that place (0-based): what a drop of the mouse means.
Result<void> insertIntoBasket(Desk& desk, const ClientId& client, const ResourceSiteId& site, int place);

/// Puts an item back where it was before it was removed: undo.
Result<void> restoreToBasket(Desk& desk, const ClientId& client, const BasketItemId& item, int place);

/// Takes an item out of its basket; once more does no harm.
Result<void> removeFromBasket(Desk& desk, const BasketItemId& item);

/// Puts the basket in this order, which decides the days of the follow-ups (R5). Conflict where `order` does not name
/// each item of the basket once: it was changed meanwhile.
Result<void> orderBasket(Desk& desk, const ClientId& client, const QList<BasketItemId>& order);

} // namespace handrail::casework
