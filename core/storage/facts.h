// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Facts that the store keeps for itself, in the same table as SyncStore's. Others may read them, not set them.
namespace handrail::facts {

/// This device's id, made with the store: names it to the server and breaks ties between stamps.
inline const QString deviceId = QStringLiteral("device_id");
/// The latest stamp given or seen.
inline const QString lastStamp = QStringLiteral("last_stamp");
/// The last sequence number pulled.
inline const QString cursor = QStringLiteral("cursor");
/// What the server calls what this device sees (core/sync/session.h).
inline const QString sight = QStringLiteral("sight");
/// The snapshot under way, as core/sync keeps it; empty where none is.
inline const QString snapshot = QStringLiteral("snapshot");
/// Entries of Recent Activity from before this moment (milliseconds since 1970 UTC) are no news on this desk.
inline const QString newActivityFrom = QStringLiteral("new_activity_from");
/// The oldest store version that a program must know to work on this file.
inline const QString minCompatibleVersion = QStringLiteral("min_compatible_version");

/// Which derivation of core/storage/searchindex.cpp the lists of clients are of.
inline const QString clientIndex = QStringLiteral("client_index");

inline bool isReserved(const QString& name)
{
    return name == sight || name == snapshot || name == deviceId || name == lastStamp || name == cursor || name == newActivityFrom ||
           name == minCompatibleVersion || name == clientIndex;
}

} // namespace handrail::facts
