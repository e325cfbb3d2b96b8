// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"

#include <QSet>

/// Two records of one person become one, and two again where that was wrong (docs/decisions/0135).
namespace handrail::casework {

/// A value of the profile that a merge lets a worker choose.
enum class ProfileValue { Name, Language, TimeZone, BirthDate, Worker };

struct MergeForm
{
    ClientId kept; ///< Whose record goes on.
    ClientId gone; ///< Who is from now on found under the other.
    QSet<ProfileValue> fromGone; ///< The values that the kept one takes over.
};

/// One of the two, as the dialog shows it.
struct MergeSide
{
    Client client;
    QString workerName;
    int referrals = 0;
};

/// Both, with the one first that should rather be kept: more referrals, else the older record. NotFound where one is
/// not here, Conflict where they are one already.
Result<QList<MergeSide>> prepareMerge(Desk& desk, const ClientId& a, const ClientId& b);

/// The id of the activity by which it can be taken back. Errors as in prepareMerge.
Result<ActivityId> mergeClients(Desk& desk, const MergeForm& form);

/// Takes back the merge that `activity` tells of: two clients again, and the values that the merge changed as before,
/// but for those that were edited since. Conflict where that was done already or another merge came over it.
Result<void> undoMerge(Desk& desk, const ActivityId& activity);

/// They resemble each other and are two people: the pair is not shown again, at no desk.
Result<void> sayTheyAreTwo(Desk& desk, const ClientId& a, const ClientId& b);

} // namespace handrail::casework
