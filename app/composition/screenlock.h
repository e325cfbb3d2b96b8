// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/profile.h"

namespace handrail::composition {

/// Whether Handrail was locked when it last ended: it begins locked then.
Result<bool> isScreenLocked(SyncStore& store);
Result<void> setScreenLocked(SyncStore& store, bool locked);

/// Keeps what can check the account's password without the server, in the encrypted store. Empty: none is known here, as
/// the worker signs in with the organisation's account.
Result<void> keepUnlockPassword(SyncStore& store, const QString& password);
/// The password was right, and a code is still due: kept by keepWaitingPassword() once it came.
Result<void> setWaitingPassword(SyncStore& store, const QString& password);
Result<void> keepWaitingPassword(SyncStore& store);
Result<bool> hasUnlockPassword(SyncStore& store);

struct UnlockTry
{
    Result<void> result;
    int waitSeconds = 0; ///< Until the next one is looked at (core/domain/unlockpause.h).
};
/// Checks the passphrase where the profile has one, else the account's password. Unauthorized: wrong; NotAllowed: too soon
/// after wrong ones. Each try is counted before it is looked at, so ending the program saves none. Takes most of a second.
UnlockTry tryToUnlock(const Profile& profile, SyncStore& store, const QString& typed);

} // namespace handrail::composition
