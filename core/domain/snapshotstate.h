// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace handrail {

/// How far this device has come with the snapshot that it starts from (docs/protocol.md). Kept in the store with each page.
struct SnapshotState
{
    QString cursor;      ///< What the server gave; empty before the first page.
    qint64 position = 0; ///< Where the pull goes on afterwards.
    QString sight;       ///< What the device says from then on that it sees.
    qint64 clients = 0;  ///< Brought so far.
    qint64 of = 0;       ///< All of them, when it began.
    bool isWhole = false; ///< All pages are here; what was not in them is leaving.

    [[nodiscard]] QString toText() const;
    /// Begins anew where the text is none.
    static SnapshotState fromText(const QString& text);
    friend bool operator==(const SnapshotState&, const SnapshotState&) = default;
};

} // namespace handrail
