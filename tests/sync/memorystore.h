// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/ids.h"
#include "core/ports/stores.h"
#include "tests/sync/mergedrecords.h"

#include <functional>

namespace handrail::tests {

/// A local store in memory: what core/sync asks of one, and an error for every other question. What a killed process
/// leaves behind is this object; `beforeWrite` lets a test kill it there.
class MemoryStore : public LocalStore,
                    private ClientStore,
                    private DuplicateStore,
                    private BasketStore,
                    private ReferralStore,
                    private ShareStore,
                    private ActivityStore,
                    private AgencyStore,
                    private EditStore,
                    private SyncStore
{
public:
    MemoryStore(const Clock& clock, Ids& ids)
        : m_clock(clock)
        , m_ids(ids)
        , m_device(ids.next())
    {
    }

    ClientStore& clients() override { return *this; }
    DuplicateStore& duplicates() override { return *this; }
    DirectoryStore& directory() override { return m_directory; }
    BasketStore& baskets() override { return *this; }
    ReferralStore& referrals() override { return *this; }
    ShareStore& shares() override { return *this; }
    ActivityStore& activities() override { return *this; }
    AgencyStore& agencies() override { return *this; }
    MessageStore& messages() override { return m_unused; }
    ReplyStore& replies() override { return m_unused; }
    AttentionStore& attention() override { return m_unused; }
    EditStore& edits() override { return *this; }
    SyncStore& sync() override { return *this; }
    DraftStore& drafts() override { return m_drafts; }
    FilterStore& filters() override { return m_filters; }
    StatisticsStore& statistics() override { return m_statistics; }
    qint64 version() override { return m_version; }

    [[nodiscard]] const MergedRecords& records() const { return m_records; }
    [[nodiscard]] const QList<Change>& outbox() const { return m_outgoing; }
    /// Puts a change into the outbox past all checks, as an older program might have left it there.
    void smuggle(const Change& change) { m_outgoing.append(change); }

    std::function<void()> beforeWrite;
    std::optional<Error> broken; ///< Every write fails with it.

private:
    Result<QList<ClientRow>> find(const ClientQuery&, Page) override { return unused(); }
    Result<int> count(const ClientQuery&) override { return unused(); }
    Result<std::optional<Client>> client(const ClientId& id) override;
    Result<std::optional<Client>> record(const ClientId& id) override { return client(id); }
    Result<QList<ClientId>> family(const ClientId& id) override { return QList<ClientId>{id}; }
    Result<QList<AlikeClient>> alike(const PersonFacts&, const std::optional<ClientId>&, Search) override
    {
        return unused();
    }
    Result<QList<PossibleDuplicate>> pairs(Page) override { return unused(); }
    Result<int> pairCount() override { return unused(); }
    Result<int> uncompared() override { return unused(); }
    Result<void> compareMore(int) override { return unused(); }
    Result<QList<ConsentRow>> consents(const ClientId&, Page) override { return unused(); }
    Result<int> consentCount(const ClientId&) override { return unused(); }
    Result<QList<Message>> undelivered(const QList<Address>&) override { return unused(); }
    Result<QList<BasketItem>> basket(const ClientId&) override { return unused(); }
    Result<QList<ReferralRow>> find(const ReferralQuery&, Page) override { return unused(); }
    Result<int> count(const ReferralQuery&) override { return unused(); }
    Result<std::optional<Referral>> referral(const ReferralId&) override { return unused(); }
    Result<QList<Referral>> referrals(const QList<ReferralId>& ids) override;
    Result<QList<Referral>> openReferrals(const ClientId&, const ResourceSiteId&) override { return unused(); }
    Result<std::optional<Share>> share(const ShareId& id) override;
    Result<QList<Share>> sharesOf(const ReferralId&) override { return unused(); }
    Result<std::optional<Consent>> consentOf(const ShareId&) override { return unused(); }
    Result<bool> isWithdrawn(const ShareId& id) override;
    Result<std::optional<Message>> message(const MessageId& id) override;
    Result<QList<Message>> messagesOf(const ShareId&) override { return unused(); }
    Result<QList<Message>> unsentFollowUps(const ReferralId&) override { return unused(); }
    Result<QList<Message>> unsentTo(const Address&) override { return unused(); }
    Result<QList<Bounce>> bounces(const ClientId&) override { return unused(); }
    Result<QList<OptOut>> optedOut(const QList<Address>&) override { return unused(); }
    Result<std::optional<Address>> lastAnswered(const ClientId&, Channel) override { return unused(); }
    Result<QList<ActivityRow>> find(const ActivityQuery&, Page) override { return unused(); }
    Result<int> count(const ActivityQuery&) override { return unused(); }
    Result<std::optional<ActivityRow>> activity(const ActivityId&) override { return unused(); }
    Result<std::optional<Agency>> agency() override;
    Result<std::optional<User>> user(const UserId& id) override;
    Result<QList<User>> users() override { return unused(); }
    Result<QList<Team>> teams() override { return unused(); }
    Result<void> commit(const QList<Edit>& edits) override;
    Result<QList<Change>> outgoing(int limit) override;
    Result<int> outgoingCount() override { return int(m_outgoing.size()); }
    Result<void> acknowledge(const QList<ChangeId>& ids) override;
    Result<void> setRefused(const ChangeId& id, const QString& sentence) override;
    Result<QList<RefusedChange>> refused() override { return m_refused; }
    Result<void> apply(const QList<Change>& changes, qint64 cursor) override;
    Result<qint64> cursor() override { return m_cursor; }
    Result<void> beginSnapshot(const QString& state) override;
    Result<void> mergeSnapshot(const QList<Change>& records, const QString& state) override;
    Result<bool> finishSnapshot(qint64 cursor, const QString& sight) override;
    Result<QString> fact(const QString& name) override { return m_facts.value(name); }
    Result<void> setFact(const QString& name, const QString& value) override;

    static Error unused() { return {ErrorCode::Internal, QStringLiteral("The fake store does not know this.")}; }
    Result<void> write();

    /// Apart, since it shares a signature with the clients.
    struct Directory : DirectoryStore
    {
        explicit Directory(const MergedRecords& all)
            : records(all)
        {
        }
        Result<QList<SiteRow>> find(const SiteQuery&, Page) override { return unused(); }
        Result<int> count(const SiteQuery&) override { return unused(); }
        Result<QList<SiteOption>> options(SiteFacet) override { return unused(); }
        Result<bool> isFavourite(const UserId&, const ResourceSiteId&) override { return unused(); }
        Result<std::optional<NearPlace>> place(const QString&) override { return unused(); }
        Result<std::optional<ResourceSite>> site(const ResourceSiteId&) override { return unused(); }
        Result<QList<ResourceSite>> sites(const QList<ResourceSiteId>& ids) override;
        const MergedRecords& records;
    };

    /// What sync never asks.
    struct Unused : MessageStore, ReplyStore, AttentionStore
    {
        Result<QList<MessageRow>> find(const MessageQuery&, Page) override { return unused(); }
        Result<int> count(const MessageQuery&) override { return unused(); }
        Result<std::optional<MessageRow>> message(const MessageId&) override { return unused(); }
        Result<QList<ReplyRow>> waiting(const Scope&, Page) override { return unused(); }
        Result<int> countWaiting(const Scope&) override { return unused(); }
        Result<std::optional<ReplyRow>> reply(const ReplyId&) override { return unused(); }
        Result<std::optional<ReplyReading>> readingOf(const ReplyId&) override { return unused(); }
        Result<QList<Reply>> from(const Address&, Page) override { return unused(); }
        Result<QList<QuietRow>> quiet(const QuietQuery&, Page) override { return unused(); }
        Result<int> countQuiet(const QuietQuery&) override { return unused(); }
        Result<void> setAside(Matter, const QList<QUuid>&, const QDateTime&) override { return unused(); }
        Result<void> markSeen(const QList<ActivityId>&) override { return unused(); }
        Result<void> markAllSeen(const ActivityQuery&) override { return unused(); }
    };

    const Clock& m_clock;
    Ids& m_ids;
    QUuid m_device;
    Stamp m_last;
    MergedRecords m_records;
    /// Sync has nothing to do with drafts.
    struct Drafts : DraftStore
    {
        Result<void> save(const Draft&) override { return unused(); }
        Result<void> discard(const QString&) override { return unused(); }
        Result<std::optional<Draft>> draft(const QString&) override { return unused(); }
        Result<QList<Draft>> drafts() override { return unused(); }
    };

    class Statistics : public StatisticsStore
    {
        Result<QList<BucketCount>> counts(Measure, const StatisticsQuery&) override { return unused(); }
        Result<QList<FigureRow>> rows(const Figure&, int, int) override { return unused(); }
        Result<int> rowCount(const Figure&) override { return unused(); }
    };

    Drafts m_drafts;
    /// Nor with saved filters.
    struct Filters : FilterStore
    {
        Result<QList<SavedFilter>> filters(const UserId&, const QString&) override { return unused(); }
        Result<std::optional<SavedFilter>> filter(const SavedFilterId&) override { return unused(); }
    };
    Filters m_filters;
    Statistics m_statistics;
    Directory m_directory{m_records};
    Unused m_unused;
    QList<Change> m_outgoing;
    QList<RefusedChange> m_refused;
    QMap<QString, QString> m_facts;
    QSet<QUuid> m_inSnapshot;
    qint64 m_cursor = 0;
    qint64 m_version = 0;
};

} // namespace handrail::tests
