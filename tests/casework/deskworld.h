// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/baskets.h"
#include "core/casework/clients.h"
#include "core/casework/optouts.h"
#include "core/casework/previews.h"
#include "core/casework/referrals.h"
#include "core/casework/sharing.h"
#include "tests/support/catch.h"
#include "tests/support/manualclock.h"
#include "tests/support/sampleoffice.h"
#include "tests/support/simplephones.h"

namespace handrail::tests {

/// A desk with a sample office on Monday, 5 October 2026, 11:00 in New York.
struct DeskWorld
{
    MemoryStore store;
    ManualClock clock;
    SequentialIds ids;
    SimplePhones phones;
    SampleOffice office = openSampleOffice(store, ids);
    casework::Desk desk{store, clock, ids, phones, office.worker.id};

    QList<Referral> refer() { return mustHave(casework::createReferrals(desk, office.client.id, office.siteIds())); }

    casework::SharePanel panelFor(const QList<Referral>& referrals)
    {
        QList<ReferralId> wanted;
        for (const Referral& referral : referrals)
            wanted.append(referral.id);
        return mustHave(casework::prepareShare(desk, office.client.id, wanted));
    }

    /// Both channels ticked, the client's own addresses, consent given.
    static casework::ShareForm fullForm()
    {
        return {true, QStringLiteral("(937) 555-0101"), true, QStringLiteral("maria@example.org"), true};
    }

    QList<Message> messagesOf(const ShareId& share) { return mustHave(store.shares().messagesOf(share)); }

    QList<Activity> activitiesOf(const ReferralId& referral)
    {
        QList<Activity> activities;
        const auto rows = mustHave(store.activities().find({std::nullopt, referral}, Page{0, 1000}));
        for (const ActivityRow& row : rows)
            activities.prepend(row.activity);
        return activities;
    }
};

} // namespace handrail::tests
