// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "tests/simulation/process.h"

namespace handrail::sim {

/// The real local store, whose process may die before and after each thing that it writes, and whose disk may be full.
class FragileStore : public LocalStore, private EditStore, private SyncStore
{
public:
    FragileStore(Process& process, std::unique_ptr<LocalStore> store, const bool& full)
        : m_process(process)
        , m_store(std::move(store))
        , m_full(full)
    {
    }
    ClientStore& clients() override { return m_store->clients(); }
    DuplicateStore& duplicates() override { return m_store->duplicates(); }
    DirectoryStore& directory() override { return m_store->directory(); }
    BasketStore& baskets() override { return m_store->baskets(); }
    ReferralStore& referrals() override { return m_store->referrals(); }
    ShareStore& shares() override { return m_store->shares(); }
    ActivityStore& activities() override { return m_store->activities(); }
    AgencyStore& agencies() override { return m_store->agencies(); }
    EditStore& edits() override { return *this; }
    SyncStore& sync() override { return *this; }
    DraftStore& drafts() override { return m_store->drafts(); }
    FilterStore& filters() override { return m_store->filters(); }
    MessageStore& messages() override { return m_store->messages(); }
    ReplyStore& replies() override { return m_store->replies(); }
    AttentionStore& attention() override { return m_store->attention(); }
    StatisticsStore& statistics() override { return m_store->statistics(); }
    qint64 version() override { return m_store->version(); }

private:
    /// One transaction of the store.
    template <class Write>
    auto fragile(Write write) -> decltype(write())
    {
        m_process.mayDie("beforewrite", 0.0005);
        if (m_full && !m_process.stage.plan.quiet) {
            m_process.stage.trace.saw("a desk can't write: its disk is full");
            return Error{ErrorCode::StorageTrouble, QStringLiteral("The disk is full: nothing was saved.")};
        }
        auto written = write();
        m_process.mayDie("afterwrite", 0.001);
        return written;
    }
    Result<void> commit(const QList<Edit>& edits) override
    {
        return fragile([&] { return m_store->edits().commit(edits); });
    }
    Result<QList<Change>> outgoing(int limit) override { return m_store->sync().outgoing(limit); }
    Result<int> outgoingCount() override { return m_store->sync().outgoingCount(); }
    Result<void> acknowledge(const QList<ChangeId>& ids) override
    {
        return fragile([&] { return m_store->sync().acknowledge(ids); });
    }
    Result<void> setRefused(const ChangeId& id, const QString& sentence) override
    {
        return fragile([&] { return m_store->sync().setRefused(id, sentence); });
    }
    Result<QList<RefusedChange>> refused() override { return m_store->sync().refused(); }
    Result<void> apply(const QList<Change>& changes, qint64 cursor) override
    {
        return fragile([&] { return m_store->sync().apply(changes, cursor); });
    }
    Result<qint64> cursor() override { return m_store->sync().cursor(); }
    Result<void> beginSnapshot(const QString& state) override
    {
        return fragile([&] { return m_store->sync().beginSnapshot(state); });
    }
    Result<void> mergeSnapshot(const QList<Change>& records, const QString& state) override
    {
        return fragile([&] { return m_store->sync().mergeSnapshot(records, state); });
    }
    Result<bool> finishSnapshot(qint64 cursor, const QString& sight) override
    {
        return fragile([&] { return m_store->sync().finishSnapshot(cursor, sight); });
    }
    Result<QString> fact(const QString& name) override { return m_store->sync().fact(name); }
    Result<void> setFact(const QString& name, const QString& value) override
    {
        return fragile([&] { return m_store->sync().setFact(name, value); });
    }

    Process& m_process;
    std::unique_ptr<LocalStore> m_store;
    const bool& m_full;
};

} // namespace handrail::sim
