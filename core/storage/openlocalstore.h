// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/ids.h"
#include "core/ports/random.h"
#include "core/ports/secretstore.h"
#include "core/ports/stores.h"

#include <memory>

namespace handrail {

/// What a local store is opened with. All of it must outlive the store.
struct LocalStoreParts
{
    SecretStore& secrets;
    Random& random;
    const Clock& clock;
    Ids& ids;
    /// The key's name in the keychain; one per profile (KeychainSecrets adds the profile to it).
    QString keyName = QStringLiteral("local-store-key");
};

/// Opens the encrypted store in the file `path` (its folder must exist), and makes it where there never was one.
///
/// It never makes a new, empty store in place of one that can't be opened: a locked keychain, a wrong key, a damaged,
/// emptied or missing file is an error with a sentence (KeyTrouble, StorageTrouble, NewerVersion), and what is on the
/// disk stays as it is. A file beside the store (markerPath()) remembers that there was one.
///
/// Blocks for the keychain and the disk: not for a GUI thread. The store is used in the thread that opened it.
Result<std::unique_ptr<LocalStore>> openLocalStore(const QString& path, const LocalStoreParts& parts);

/// The file that says: a store was made here.
QString markerPath(const QString& storePath);

} // namespace handrail
