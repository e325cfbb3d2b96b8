// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/client.h"
#include "core/domain/records/change.h"
#include "core/domain/resourcesite.h"
#include "tests/support/seededrandom.h"
#include "tests/support/sequentialids.h"

namespace handrail::bench {

/// A made-up agency of any size, as the changes that a server would send; the same in each run. Names are put together
/// from few syllables, so that beginnings of words are as crowded as in a real list.
class MadeUpAgency
{
public:
    explicit MadeUpAgency(quint16 world = 1);

    /// The agency's settings, its workers and `sites` resource sites.
    QList<Change> beginning(int sites);
    /// `count` more clients with a phone number and an email address, and one referral each with its first activity.
    /// Every tenth was shared by text: with consent, an initial message that arrived and a follow-up that waits.
    QList<Change> clients(int count);

    [[nodiscard]] const UserId& worker() const { return m_worker; }
    [[nodiscard]] const QList<ResourceSiteId>& sites() const { return m_sites; }
    /// Of the clients made so far, the latest 1,000.
    [[nodiscard]] const QList<ClientId>& latestClients() const { return m_clients; }
    [[nodiscard]] const QList<ReferralId>& latestReferrals() const { return m_referrals; }
    [[nodiscard]] qint64 seq() const { return m_seq; }
    static QString name(tests::SeededRandom& random);

private:
    template <typename T>
    void add(QList<Change>& changes, const char* entity, const QUuid& key, const T& value);
    void addClient(QList<Change>& changes);
    void addShare(QList<Change>& changes, const Client& client, const ReferralId& referral, const QDateTime& at);
    ResourceSite site();

    tests::SeededRandom m_random;
    tests::SequentialIds m_ids;
    QUuid m_device;
    UserId m_worker;
    QList<UserId> m_workers;
    QList<ResourceSiteId> m_sites;
    QList<ClientId> m_clients;
    QList<ReferralId> m_referrals;
    qint64 m_seq = 0;
    int m_made = 0;
};

} // namespace handrail::bench
