// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/worker/journal.h"

namespace handrail::faults {

/// A local store of which every commit is written into a journal before its caller hears that it worked.
class WatchedStore : public LocalStore, private EditStore
{
public:
    WatchedStore(LocalStore& inner, Journal& journal)
        : m_inner(inner)
        , m_journal(journal)
    {
    }

    ClientStore& clients() override { return m_inner.clients(); }
    DuplicateStore& duplicates() override { return m_inner.duplicates(); }
    DirectoryStore& directory() override { return m_inner.directory(); }
    BasketStore& baskets() override { return m_inner.baskets(); }
    ReferralStore& referrals() override { return m_inner.referrals(); }
    ShareStore& shares() override { return m_inner.shares(); }
    ActivityStore& activities() override { return m_inner.activities(); }
    AgencyStore& agencies() override { return m_inner.agencies(); }
    EditStore& edits() override { return *this; }
    SyncStore& sync() override { return m_inner.sync(); }
    DraftStore& drafts() override { return m_inner.drafts(); }
    FilterStore& filters() override { return m_inner.filters(); }
    MessageStore& messages() override { return m_inner.messages(); }
    ReplyStore& replies() override { return m_inner.replies(); }
    AttentionStore& attention() override { return m_inner.attention(); }
    StatisticsStore& statistics() override { return m_inner.statistics(); }
    qint64 version() override { return m_inner.version(); }

private:
    Result<void> commit(const QList<Edit>& edits) override
    {
        auto committed = m_inner.edits().commit(edits);
        if (committed)
            m_journal.acknowledged(edits);
        return committed;
    }

    LocalStore& m_inner;
    Journal& m_journal;
};

} // namespace handrail::faults
