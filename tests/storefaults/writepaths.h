// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/sharing.h"
#include "core/casework/undo.h"
#include "tests/support/manualclock.h"
#include "tests/support/sampleoffice.h"
#include "tests/support/simplephones.h"

#include <functional>

namespace handrail::tests {

/// What a store in use holds, with the names of what the write paths work on.
struct Ground
{
    SampleOffice office;
    ClientId lookalike{QUuid()}; ///< Who may be the sample client.
    ClientId stranger{QUuid()};  ///< Who was merged into `lookalike`, by `merge`.
    ActivityId merge{QUuid()};
    QList<Referral> referrals; ///< The sample client's; the first two are shared.
    ShareId share{QUuid()};
    MessageId waiting{QUuid()};     ///< A follow-up that has not gone out.
    MessageId failed{QUuid()};      ///< One that was refused.
    ReplyId reply{QUuid()};         ///< Waits for a worker.
    ActivityId reading{QUuid()};    ///< What a worker said another one means.
    QList<ResourceSiteId> others; ///< Sites that nobody was referred to.
    QList<ChangeId> outgoing;
    QList<BasketItemId> basket;
    BasketItemId removedItem{QUuid()};
    SavedFilterId filter{QUuid()};
    casework::Undoable deed;
    QList<Change> pulled; ///< Changes of the server that are new here.
    QDateTime at;         ///< The clock when all of this was done.
};

/// Does at a desk what fills a store. The same each time.
Ground layGround(LocalStore& store, ManualClock& clock, SequentialIds& ids);

/// One way in which the local store is written, and the names of the functions that it goes by.
struct WritePath
{
    const char* name;
    QStringList functions;
    std::function<Result<void>(casework::Desk&, const Ground&)> run; ///< All or nothing.
    std::function<Result<void>(casework::Desk&, const Ground&)> before = {}; ///< Done whole, first.
};

/// Every write method of core/ports/stores.h and every use case that writes: storefaultstest.cpp holds the list to the
/// headers.
const QList<WritePath>& writePaths();

/// What stands in the same headers and only reads.
const QStringList& readers();

} // namespace handrail::tests
