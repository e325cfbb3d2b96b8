// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pull.h"

#include <QCoreApplication>

namespace handrail::sync {

namespace {

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
    while (true) {
        const auto since = store.cursor();
        if (!since)
            return since.error();
        const auto page = server.pull(*since, protocol::maxChangesPerPull);
        if (!page)
            return page.error();
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
