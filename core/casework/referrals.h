// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/undo.h"

namespace handrail::casework {

/// Refers a client to one site, or to several in basket order, in one transaction: the referrals with their Created
/// activities, and those sites leave the basket. InvalidInput where there is no site or one stands there twice,
/// Conflict where the client has an open referral to one of them, NotFound where client or site is unknown.
Result<QList<Referral>> createReferrals(Desk& desk, const ClientId& client, const QList<ResourceSiteId>& sites);

/// R6: a worker sets a status by hand; completing or canceling cancels the referral's unsent follow-ups. Setting the
/// status that it has changes nothing.
Result<Undoable> changeStatus(Desk& desk, const ReferralId& referral, ReferralStatus to, const QString& reason);
/// The same where nobody will undo it.
Result<void> setStatus(Desk& desk, const ReferralId& referral, ReferralStatus to, const QString& reason);

/// A worker's note in Recent Activity. InvalidInput where it is blank or longer than the record takes.
Result<Undoable> writeNote(Desk& desk, const ReferralId& referral, const QString& text);
/// The same where nobody will undo it.
Result<void> addNote(Desk& desk, const ReferralId& referral, const QString& text);

/// R8: takes an automatic status change, or a worker's reading of a client's message, back, recorded as such.
Result<void> revertChange(Desk& desk, const ActivityId& activity);

} // namespace handrail::casework
