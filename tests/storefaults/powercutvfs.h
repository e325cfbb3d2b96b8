// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace handrail::tests {

/// A disk in memory that loses its power: what SQLite wrote and did not sync is there, gone, or torn, sector by sector
/// (512 bytes), in any order. What was synced stays. Names of files made and removed are kept at once: it does not
/// lose directory entries. One process, one thread.
class PowerCutVfs
{
public:
    using Files = QHash<QByteArray, QByteArray>;
    /// Becomes the default of this process's SQLite. Once a process.
    static PowerCutVfs& install();

    /// A disk with these files, synced, and under power for `calls` writes and syncs; 0: for good.
    void powerOn(const Files& files, int calls, quint64 seed);
    /// Every call from here on fails. What the disk kept is in files().
    void cut();
    [[nodiscard]] bool isDead() const;
    /// What is on the disk: after a cut what it kept, else all.
    [[nodiscard]] Files files() const;
    /// Writes and syncs since powerOn().
    [[nodiscard]] int calls() const;
    /// A disk that says «synced» and is not: nothing survives that, and the test must see it.
    void lieAboutSyncs(bool lies);
};

} // namespace handrail::tests
