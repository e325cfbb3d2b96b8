// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/storage/openlocalstore.h"

namespace handrail {

/// The key of that name; nothing where the keychain has none, or says so. KeyTrouble where what it has is no key.
Result<std::optional<SecureBytes>> readKey(const LocalStoreParts& parts, const QString& name);

/// A new random key under that name, which the keychain was seen to give back: only such a one may lock anything.
Result<SecureBytes> writeNewKey(const LocalStoreParts& parts, const QString& name);

/// The open file with the key that the keychain has; where its key was being changed when the computer died, with the
/// one that fits, which is the only one afterwards. KeyTrouble where none opens it, or there is none.
Result<std::unique_ptr<Database>> openWithKeptKey(const QString& path, const LocalStoreParts& parts);

/// `next` opens the store: from now on it is the key.
Result<void> takeOverNextKey(const LocalStoreParts& parts, const SecureBytes& next);

/// The sentence for a file that doesn't open: SQLite can't tell a wrong key from damage.
Error unreadableStore();

} // namespace handrail
