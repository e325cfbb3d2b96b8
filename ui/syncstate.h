// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"

namespace handrail::ui {

/// How far the store and the server are apart.
struct SyncState
{
    int waiting = 0;         ///< Changes made here that the server has not acknowledged.
    int refused = 0;         ///< Changes that the server will never take.
    QDateTime lastSyncAt;    ///< UTC; null before the first time.
    QString lastSyncError;   ///< A sentence; empty while all is well.
    bool everPulled = false; ///< The agency's settings are here.
    QString userName;
    bool signInNeeded = false; ///< The server refuses this device until somebody signs in again.
    QDateTime offlineSince;    ///< UTC; null unless the server can't be reached.
    QDateTime nextTryAt;       ///< UTC; null while all is well.
    int leftToHeadless = 0;    ///< Due messages that the agency leaves to its headless agent.
    qint64 clientsHere = 0;    ///< Of clientsToGet, while a snapshot comes.
    qint64 clientsToGet = 0;   ///< 0: no snapshot is under way.
    QString carrierTrouble;    ///< A reason; empty while the carriers take messages.
};

/// Reads it from the facts that the agent keeps in the store.
Result<SyncState> readSyncState(LocalStore& store);

/// «Everything is sent», «3 changes wait for the server - offline since 14:02» ...
QString syncInWords(const SyncState& state, const QDateTime& now);

/// What is behind it, for who looks closer: the trouble in full, when the server last answered, when it is tried again.
QString syncDetails(const SyncState& state, const QDateTime& now);

/// Whether nothing is in the way of sending and receiving.
bool isWell(const SyncState& state);

} // namespace handrail::ui
