// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pull.h"

#include "core/sync/session.h"
#include "core/sync/snapshot.h"

#include <QCoreApplication>
#include <optional>

namespace handrail::sync {

namespace {

constexpr int mostSnapshots = 3;

/// The cursor only goes forward, and a page that promises more must move it: else a confused server would keep us busy
/// for ever, or make us forget what we have seen.
Result<void> checkProgress(qint64 since, const protocol::PullAnswer& page)
{
    if (page.next > since || (page.next == since && page.changes.isEmpty() && !page.more))
        return {};
    return Error{ErrorCode::ServerTrouble,
                 QCoreApplication::translate("Sync", "The server's data is older than what this computer has already "
                                                     "seen. Ask your administrator whether a backup was put back.")};
}

} // namespace

Result<int> pullChanges(SyncStore& store, ServerLink& server)
{
    int count = 0;
    int snapshots = 0;
    while (true) {
        const auto since = store.cursor();
        const auto sight = store.fact(facts::sight);
        const auto isUnderWay = isSnapshotUnderWay(store);
        if (!since || !sight || !isUnderWay)
            return !since ? since.error() : !sight ? sight.error() : isUnderWay.error();
        // A new device starts from a snapshot, not from history.
        bool startsOver = *isUnderWay || sight->isEmpty();
        std::optional<protocol::PullAnswer> page;
        if (!startsOver) {
            const auto pulled = server.pull(*since, protocol::maxChangesPerPull, 0, *sight);
            if (!pulled)
                return pulled.error();
            page = *pulled;
            startsOver = page->snapshot;
        }
        if (startsOver) {
            if (++snapshots > mostSnapshots)
                return count; // who sees what changes all the time just now: the next turn goes on
            const auto taken = takeSnapshot(store, server);
            if (!taken)
                return taken.error();
            count += *taken;
            continue;
        }
        if (auto forward = checkProgress(*since, *page); !forward)
            return forward.error();
        if (page->next > *since)
            if (auto applied = store.apply(page->changes, page->next); !applied)
                return applied.error();
        count += int(page->changes.size());
        if (!page->more)
            return count;
    }
}

} // namespace handrail::sync
