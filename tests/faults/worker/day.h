// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"
#include "tests/support/seededrandom.h"

namespace handrail::faults {

/// A worker's day by a seed: new clients with referrals that are shared, notes, statuses, edits, withdrawn consents,
/// drafts. Each step is a use case of core/casework, as the desktop calls it.
class Day
{
public:
    Day(casework::Desk& desk, quint32 seed);

    /// One thing that a worker does, chosen by chance. An error is what the worker would read.
    Result<void> step();

private:
    Result<void> newClient();
    Result<void> shareAgain();
    Result<void> note();
    Result<void> status();
    Result<void> rename();
    Result<void> withdraw();
    Result<void> draft();
    Result<void> shareWith(const Client& client, const QList<ResourceSiteId>& sites);
    Result<QList<ResourceSiteId>> someSites();
    Result<std::optional<ClientId>> someClient();
    Result<std::optional<Referral>> someReferral();

    casework::Desk& m_desk;
    tests::SeededRandom m_random;
};

} // namespace handrail::faults
