// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/snapshot.h"

#include "core/domain/snapshotstate.h"
#include "core/sync/session.h"

#include <QCoreApplication>
#include <algorithm>

namespace handrail::sync {

namespace {

qint64 clientsIn(const QList<Change>& records)
{
    QUuid last;
    return std::ranges::count_if(records, [&](const Change& change) {
        const bool isNext = change.entity == QLatin1String("client") && change.key != last;
        last = change.key;
        return isNext;
    });
}

/// What a page leads to.
SnapshotState after(const SnapshotState& before, const protocol::SnapshotAnswer& page)
{
    SnapshotState next = before;
    next.cursor = page.cursor;
    next.position = page.position;
    next.sight = page.sight;
    next.clients += clientsIn(page.records);
    next.of = std::max(page.clients.value_or(before.of), next.clients);
    next.isWhole = !page.more;
    return next;
}

Result<SnapshotState> begin(SyncStore& store)
{
    const SnapshotState first;
    const auto begun = store.beginSnapshot(first.toText());
    return begun ? Result<SnapshotState>(first) : begun.error();
}

/// The one under way, else a new one.
Result<SnapshotState> resume(SyncStore& store)
{
    const auto kept = store.fact(facts::snapshot);
    if (!kept)
        return kept.error();
    return kept->isEmpty() ? begin(store) : SnapshotState::fromText(*kept);
}

Result<void> finish(SyncStore& store, const SnapshotState& state)
{
    while (true) {
        const auto done = store.finishSnapshot(state.position, state.sight);
        if (!done)
            return done.error();
        if (*done)
            return {};
    }
}

} // namespace

Result<bool> isSnapshotUnderWay(SyncStore& store)
{
    const auto kept = store.fact(facts::snapshot);
    return kept ? Result<bool>(!kept->isEmpty()) : kept.error();
}

Result<int> takeSnapshot(SyncStore& store, ServerLink& server)
{
    int count = 0;
    auto state = resume(store);
    while (state && !state->isWhole) {
        const auto page = server.snapshot(state->cursor);
        // The server does not know this place any more: a backup was put back, or a newer version has other ones.
        if (!page && page.error().code == ErrorCode::InvalidInput && !state->cursor.isEmpty()) {
            state = begin(store);
            continue;
        }
        if (!page)
            return page.error();
        if (page->more && page->cursor == state->cursor)
            return Error{ErrorCode::ServerTrouble,
                         QCoreApplication::translate("Sync", "The server gave the same page of your clients twice. "
                                                             "Nothing is lost; Handrail tries again by itself.")};
        const SnapshotState next = after(*state, *page);
        if (auto merged = store.mergeSnapshot(page->records, next.toText()); !merged)
            return merged.error();
        count += int(page->records.size());
        state = next;
    }
    if (!state)
        return state.error();
    const auto finished = finish(store, *state);
    return finished ? Result<int>(count) : finished.error();
}

} // namespace handrail::sync
