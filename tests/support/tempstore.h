// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/openlocalstore.h"
#include "tests/support/catch.h"
#include "tests/support/manualclock.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/seededrandom.h"
#include "tests/support/sequentialids.h"

#include <QTemporaryDir>

namespace handrail::tests {

/// A real encrypted store in a folder of its own, with the clock, the ids and the keychain in the test's hands.
/// Tests that use it link Handrail::Storage. `world` tells the ids of two stores in one test apart.
class TempStore
{
public:
    explicit TempStore(quint16 world = 1)
        : random(world)
        , ids(world)
    {
        open();
    }

    LocalStore& operator*() { return *store; }
    LocalStore* operator->() { return store.get(); }

    /// What happens at a restart of the program.
    void reopen()
    {
        store.reset();
        open();
    }
    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("store.db")); }
    [[nodiscard]] LocalStoreParts parts() { return {secrets, random, clock, ids}; }

    QTemporaryDir folder;
    ManualClock clock;
    MemorySecretStore secrets;
    SeededRandom random;
    SequentialIds ids;
    std::unique_ptr<LocalStore> store;

private:
    void open() { store = mustHave(openLocalStore(path(), parts())); }
};

} // namespace handrail::tests
