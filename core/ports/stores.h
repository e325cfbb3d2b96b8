// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/activity.h"
#include "core/domain/agency.h"
#include "core/domain/bounce.h"
#include "core/domain/client.h"
#include "core/domain/duplicates.h"
#include "core/domain/geo.h"
#include "core/domain/records/change.h"
#include "core/domain/referralfilter.h"
#include "core/domain/reminders.h"
#include "core/domain/resourcesite.h"
#include "core/domain/share.h"
#include "core/domain/workerslists.h"
#include "core/ports/statisticsstore.h"

namespace handrail {

/// A window on a long list. Stores give at most 1,000 rows at once; their count() stops at 10,000, for «more than».
struct Page
{
    int offset = 0;
    int limit = 100;
};

/// Whose matters a question is about; everybody's where both are empty.
struct Scope
{
    /// Clients assigned to this worker, or whom this worker has referred or shared with.
    std::optional<UserId> worker = {};
    /// Clients of this team, and the clients, as above, of all its workers.
    std::optional<TeamId> team = {};
    friend bool operator==(const Scope&, const Scope&) = default;
};

struct ClientRow
{
    ClientId id;
    QString givenName;
    QString familyName;
    QString language;
    QString phone; ///< E.164 of the best number, may be empty.
    QString email;
    int openReferrals = 0; ///< Neither completed nor canceled.
};

/// Which clients to list. Those merged into another are never listed; the kept one is found by all names.
struct ClientQuery
{
    ClientQuery(const QString& words = {}) // NOLINT(google-explicit-constructor): most questions are words alone
        : text(words)
    {
    }
    QString text; ///< Word beginnings of names and emails, digits of a phone anywhere, numbers of the date of birth.
    std::optional<UserId> worker; ///< Assigned to.
    std::optional<TeamId> team;
    QString language; ///< BCP 47; empty: any.
    bool openReferrals = false;
    friend bool operator==(const ClientQuery&, const ClientQuery&) = default;
};

class ClientStore
{
public:
    virtual ~ClientStore() = default;
    /// Clients that fit all of the query, by family name.
    virtual Result<QList<ClientRow>> find(const ClientQuery& query, Page page) = 0;
    virtual Result<int> count(const ClientQuery& query) = 0;
    /// The kept one where `id` was merged into another (docs/decisions/0135), with the contact points of all whom it
    /// stands for: each address once, removed ones left out.
    virtual Result<std::optional<Client>> client(const ClientId& id) = 0;
    /// The client as its own record says, merged or not, with its own contact points.
    virtual Result<std::optional<Client>> record(const ClientId& id) = 0;
    /// The kept one first, then all that were merged into it; `id` alone where it was never merged.
    virtual Result<QList<ClientId>> family(const ClientId& id) = 0;
};

/// A client who resembles somebody.
struct AlikeClient
{
    ClientRow client;
    Resemblance resemblance;
};

struct PossibleDuplicate
{
    ClientRow first;
    ClientRow second;
    Resemblance resemblance;
};

/// Clients who may be one person (docs/decisions/0136).
class DuplicateStore
{
public:
    virtual ~DuplicateStore() = default;
    /// How far to look: a similar name alone is found by looking at everyone with one of its words.
    enum class Search { Wide, Strong };
    /// Who may be the person, most alike first; at most 20.
    virtual Result<QList<AlikeClient>> alike(const PersonFacts& facts, const std::optional<ClientId>& except,
                                             Search search) = 0;
    /// Pairs found so far that nobody said are different people, most alike first.
    virtual Result<QList<PossibleDuplicate>> pairs(Page page) = 0;
    virtual Result<int> pairCount() = 0;
    /// How many clients are new or changed and wait to be compared.
    virtual Result<int> uncompared() = 0;
    /// Compares at most `limit` of them with the others, in one transaction.
    virtual Result<void> compareMore(int limit) = 0;
};

struct SiteRow
{
    ResourceSiteId id;
    QString serviceName;
    QString organizationName;
    QString city;
    QString addressLine;
    QList<SiteHours> hours;
    bool favourite = false;           ///< Of the user asked for.
    bool hasPosition = false;         ///< Its coordinates are known.
    std::optional<double> distanceKm; ///< From SiteQuery::nearTo, where both positions are known.
};

/// Which resource sites: all that it names must fit. Names of options are those that options() gave.
struct SiteQuery
{
    QString
        text; ///< Each word begins a word of name, organisation, description, category, city, eligibility, language.
    QString category;
    QString city;
    QString language;
    bool freeOrLowCost = false;
    bool wheelchair = false;
    std::optional<QDateTime> openAt; ///< Sure to be open at that moment, by the hours' clock in `timeZone`.
    QString timeZone;                ///< IANA.
    enum class Among { All, Favourites, Recent } among = Among::All; ///< Recent: referred to by `user`, latest first.
    std::optional<UserId> user;                                      ///< Whose favourites and referrals.
    std::optional<GeoPoint> nearTo; ///< Nearest first; sites without coordinates at the end.
    friend bool operator==(const SiteQuery&, const SiteQuery&) = default;
};

enum class SiteFacet { Category, City, Language };
/// One value that a filter may take, with the number of sites in the whole directory.
struct SiteOption
{
    QString name;
    int sites = 0;
};

/// Where a ZIP code, a city or an address is, judged by the directory's own sites there.
struct NearPlace
{
    GeoPoint point; ///< The middle of those sites.
    int sites = 0;
    double spreadKm = 0; ///< The farthest of them from the middle: large where a name means several places.
    QString matched;     ///< The part of what was typed that was found.
};

class DirectoryStore
{
public:
    virtual ~DirectoryStore() = default;
    /// Active sites that fit, by name unless the query says otherwise.
    virtual Result<QList<SiteRow>> find(const SiteQuery& query, Page page) = 0;
    virtual Result<int> count(const SiteQuery& query) = 0;
    Result<QList<SiteRow>> find(const QString& text, Page page) { return find(SiteQuery{.text = text}, page); }
    Result<int> count(const QString& text) { return count(SiteQuery{.text = text}); }
    /// What there is to filter by, most frequent first, at most 2,000.
    virtual Result<QList<SiteOption>> options(SiteFacet facet) = 0;
    virtual Result<bool> isFavourite(const UserId& user, const ResourceSiteId& site) = 0;
    /// Nothing where no site with coordinates is at such a place.
    virtual Result<std::optional<NearPlace>> place(const QString& typed) = 0;
    virtual Result<std::optional<ResourceSite>> site(const ResourceSiteId& id) = 0;
    /// In the order asked for; unknown ones are left out.
    virtual Result<QList<ResourceSite>> sites(const QList<ResourceSiteId>& ids) = 0;
};

class BasketStore
{
public:
    virtual ~BasketStore() = default;
    /// In order, removed ones left out.
    virtual Result<QList<BasketItem>> basket(const ClientId& id) = 0;
};

struct ReferralRow
{
    Referral referral;
    QString clientName;
    QString siteName; ///< ResourceSite::displayName()
    bool shared = false;
    QDateTime nextFollowUp; ///< UTC; null where none is waiting.
    std::optional<Answer> lastAnswer;
    QDateTime lastActivityAt;       ///< UTC
    std::optional<UserId> workerId; ///< The client's worker, or who made the referral where the client has none.
    QString workerName;
};

struct ReferralQuery
{
    std::optional<ClientId> client;
    std::optional<ReferralStatus> status;
    QString text;                   ///< Words in client's or site's name.
    QList<ReferralStatus> statuses; ///< Any of them; empty: all.
    std::optional<UserId> worker;   ///< ReferralRow::workerId
    std::optional<TeamId> team;     ///< The client's team, or the worker's where the client has none.
    std::optional<ResourceSiteId> site;
    std::optional<bool> shared;
    std::optional<Answer> answer;  ///< The latest that stands.
    bool waitingForAnswer = false; ///< A follow-up left, nobody has answered, and the referral is open.
    QDateTime createdFrom;         ///< UTC; null: no bound.
    QDateTime createdBefore;
    QDateTime quietSince; ///< Nothing has happened after this instant.
    ReferralSort sort = ReferralSort::LastActivity;
    bool descending = true; ///< Rows without a next follow-up come last either way.
};

class ReferralStore
{
public:
    virtual ~ReferralStore() = default;
    /// In the query's order, latest activity first where nothing else was asked. A search for a word that more than
    /// 10,000 referrals have puts those with the latest activity in order.
    virtual Result<QList<ReferralRow>> find(const ReferralQuery& query, Page page) = 0;
    virtual Result<int> count(const ReferralQuery& query) = 0;
    virtual Result<std::optional<Referral>> referral(const ReferralId& id) = 0;
    /// In the order asked for; unknown ones are left out.
    virtual Result<QList<Referral>> referrals(const QList<ReferralId>& ids) = 0;
    /// Open (neither completed nor canceled) referrals of a client to a site: for «the same resource twice».
    virtual Result<QList<Referral>> openReferrals(const ClientId& client, const ResourceSiteId& site) = 0;
};

/// A consent with what became of it.
struct ConsentRow
{
    Consent consent;
    QString workerName;
    QStringList siteNames;  ///< Of the share's referrals, in basket order.
    QDateTime withdrawnAt;  ///< UTC; null where it holds.
    QString withdrawalNote; ///< The client's words, where the worker kept them.
};

class ShareStore
{
public:
    virtual ~ShareStore() = default;
    /// All consents of a client, latest first.
    virtual Result<QList<ConsentRow>> consents(const ClientId& client, Page page) = 0;
    virtual Result<int> consentCount(const ClientId& client) = 0;
    /// Of each of `addresses` the latest message that reached an end, where that end was «refused».
    /// What mail servers say later is in bounces().
    virtual Result<QList<Message>> undelivered(const QList<Address>& addresses) = 0;
    virtual Result<std::optional<Share>> share(const ShareId& id) = 0;
    /// The shares that a referral is part of, latest first.
    virtual Result<QList<Share>> sharesOf(const ReferralId& id) = 0;
    virtual Result<std::optional<Consent>> consentOf(const ShareId& id) = 0;
    virtual Result<bool> isWithdrawn(const ShareId& id) = 0;
    virtual Result<std::optional<Message>> message(const MessageId& id) = 0;
    /// By due time.
    virtual Result<QList<Message>> messagesOf(const ShareId& id) = 0;
    /// Waiting or held follow-ups of a referral, every channel.
    virtual Result<QList<Message>> unsentFollowUps(const ReferralId& id) = 0;
    /// Waiting or held messages to an address.
    virtual Result<QList<Message>> unsentTo(const Address& address) = 0;
    /// The ledger's latest word on each of `addresses` that is opted out now.
    virtual Result<QList<OptOut>> optedOut(const QList<Address>& addresses) = 0;
    /// What came back of mail to the client's addresses and no worker has set aside, by time (bounceOf()).
    virtual Result<QList<Bounce>> bounces(const ClientId& client) = 0;
    /// The address that the client answered from last on that channel.
    virtual Result<std::optional<Address>> lastAnswered(const ClientId& client, Channel channel) = 0;
};

struct ActivityRow
{
    Activity activity;
    QString clientName;
    QString siteName;   ///< Empty where it is about the client as a whole.
    QString workerName; ///< Empty for the client and for Handrail.
    bool reverted = false;
    std::optional<MessageKind> messageKind; ///< Of the message that the entry names.
    QDateTime messageAt;                    ///< UTC; when that message left, or is due.
    bool isNew = false; ///< It came from elsewhere and was not marked as seen on this desk yet.
};

struct ActivityQuery
{
    std::optional<ClientId> client = {};
    std::optional<ReferralId> referral = {};
    std::optional<MessageId> message = {}; ///< What is about this message.
    Scope scope = {};
    std::optional<UserId> by = {};   ///< What this worker did.
    QList<ActivityKind> kinds = {};  ///< Any where empty.
    QDateTime from = {};             ///< UTC; from then on.
    QDateTime to = {};               ///< UTC; before then.
    bool onlyNew = false;
    friend bool operator==(const ActivityQuery&, const ActivityQuery&) = default;
};

class ActivityStore
{
public:
    virtual ~ActivityStore() = default;
    /// Latest first.
    virtual Result<QList<ActivityRow>> find(const ActivityQuery& query, Page page) = 0;
    virtual Result<int> count(const ActivityQuery& query) = 0;
    virtual Result<std::optional<ActivityRow>> activity(const ActivityId& id) = 0;
};

struct MessageRow
{
    Message message;
    QString clientName;
    QString siteName; ///< Of a follow-up.
    bool consentWithdrawn = false;
};

struct MessageQuery
{
    QList<MessageState> states = {}; ///< Any where empty.
    std::optional<Channel> channel = {};
    std::optional<MessageKind> kind = {};
    QDateTime from = {};         ///< UTC; due from then on.
    QDateTime to = {};           ///< UTC; due before then.
    QDateTime changedSince = {}; ///< UTC; in its state since then or later.
    Scope scope = {};
    std::optional<Address> address = {};
    QString text = {};            ///< Words in the client's name, phones or emails.
    bool withoutSetAside = false; ///< Without those that AttentionStore::setAside() was told of since their last step.
    bool nextFirst = false;       ///< By due time, the next first; otherwise the latest first.
    friend bool operator==(const MessageQuery&, const MessageQuery&) = default;
};

/// Messages over all shares: outbox and history. Those of one share are ShareStore's.
class MessageStore
{
public:
    virtual ~MessageStore() = default;
    virtual Result<QList<MessageRow>> find(const MessageQuery& query, Page page) = 0;
    virtual Result<int> count(const MessageQuery& query) = 0;
    virtual Result<std::optional<MessageRow>> message(const MessageId& id) = 0;
};

struct ReplyRow
{
    Reply reply;
    QList<ClientId> clients; ///< Whose it may be: several where they share the number, none where nobody has it.
    QStringList clientNames; ///< Of `clients`, in the same order.
};

class ReplyStore
{
public:
    virtual ~ReplyStore() = default;
    /// What clients wrote and no rule decided, and no worker has read yet; the one that waits longest first. One that
    /// is from nobody we know is in every scope.
    virtual Result<QList<ReplyRow>> waiting(const Scope& scope, Page page) = 0;
    virtual Result<int> countWaiting(const Scope& scope) = 0;
    virtual Result<std::optional<ReplyRow>> reply(const ReplyId& id) = 0;
    /// The latest reading that was not taken back.
    virtual Result<std::optional<ReplyReading>> readingOf(const ReplyId& id) = 0;
    /// What came from an address, latest first.
    virtual Result<QList<Reply>> from(const Address& address, Page page) = 0;
};

struct QuietQuery
{
    Scope scope = {};
    QList<Reminder> reminders = {};
    QDateTime now = {}; ///< UTC
};

struct QuietRow
{
    ReferralRow row;
    Reminder reminder = Reminder::AfterDay;
};

/// What waits for the worker of this desk, and what that worker has seen. Not synced.
class AttentionStore
{
public:
    enum class Matter { FailedMessage, QuietReferral };
    virtual ~AttentionStore() = default;
    /// Open referrals for which dueReminder() has one, the longest quiet first.
    virtual Result<QList<QuietRow>> quiet(const QuietQuery& query, Page page) = 0;
    virtual Result<int> countQuiet(const QuietQuery& query) = 0;
    /// Until a message's next step, or a referral's next reminder.
    virtual Result<void> setAside(Matter matter, const QList<QUuid>& ids, const QDateTime& at) = 0;
    /// Entries of Recent Activity are no news any more.
    virtual Result<void> markSeen(const QList<ActivityId>& ids) = 0;
    virtual Result<void> markAllSeen(const ActivityQuery& query) = 0;
};

class AgencyStore
{
public:
    virtual ~AgencyStore() = default;
    /// Nothing before the first pull.
    virtual Result<std::optional<Agency>> agency() = 0;
    virtual Result<std::optional<User>> user(const UserId& id) = 0;
    /// Those that were not disabled, by name, without the accounts of headless agents.
    virtual Result<QList<User>> users() = 0;
    /// Those that were not removed, by name.
    virtual Result<QList<Team>> teams() = 0;
};

class FilterStore
{
public:
    virtual ~FilterStore() = default;
    /// A worker's saved filters of a list, by name, removed ones left out.
    virtual Result<QList<SavedFilter>> filters(const UserId& user, const QString& list) = 0;
    virtual Result<std::optional<SavedFilter>> filter(const SavedFilterId& id) = 0;
};

/// Writes what a use case decided: all edits or none, stamped and queued for the server in the same transaction.
class EditStore
{
public:
    virtual ~EditStore() = default;
    virtual Result<void> commit(const QList<Edit>& edits) = 0;
};

/// A change that the server refused for good: kept and shown, never dropped.
struct RefusedChange
{
    Change change;
    QString sentence;
};

/// What core/sync needs of the local store.
class SyncStore
{
public:
    virtual ~SyncStore() = default;
    /// Changes made here that the server has not acknowledged, oldest first.
    virtual Result<QList<Change>> outgoing(int limit) = 0;
    virtual Result<int> outgoingCount() = 0;
    /// The server has them.
    virtual Result<void> acknowledge(const QList<ChangeId>& ids) = 0;
    /// The server will never take it.
    virtual Result<void> setRefused(const ChangeId& id, const QString& sentence) = 0;
    virtual Result<QList<RefusedChange>> refused() = 0;
    /// Merges pulled changes (last writer wins by field, append-only kept once) and moves the cursor, in one
    /// transaction.
    virtual Result<void> apply(const QList<Change>& changes, qint64 cursor) = 0;
    /// The last sequence number applied; 0 on a new device.
    virtual Result<qint64> cursor() = 0;
    /// A snapshot begins, in place of one that was under way: `state` (core/domain/snapshotstate.h) is kept as the fact
    /// "snapshot".
    virtual Result<void> beginSnapshot(const QString& state) = 0;
    /// Merges a page of it and keeps the state after it, in one transaction.
    virtual Result<void> mergeSnapshot(const QList<Change>& records, const QString& state) = 0;
    /// All pages are here: what was in none of them leaves this store with all that was derived from it, drafts about it
    /// included; what waits for the server stays. A part at a time, each a transaction: call it until it says true. Then
    /// the cursor and the fact "sight" are set, and the fact "snapshot" is empty.
    virtual Result<bool> finishSnapshot(qint64 cursor, const QString& sight) = 0;
    /// Small facts of this device and its agent ("last_sync_at", "last_sync_error", "server_url" ...). Not synced.
    virtual Result<QString> fact(const QString& name) = 0;
    virtual Result<void> setFact(const QString& name, const QString& value) = 0;
};

/// Text that somebody typed and did not save yet. It stays on this desk, in the encrypted store, and outlives a kill.
struct Draft
{
    QString name;  ///< What it is a draft of, unique: "note/<referral>", "client/new" ...
    QString title; ///< For the list of drafts, in the worker's words: «Note about Maria Lopez».
    QJsonObject content;
    QDateTime savedAt; ///< UTC
    friend bool operator==(const Draft&, const Draft&) = default;
};

class DraftStore
{
public:
    virtual ~DraftStore() = default;
    /// In place of an older one of that name.
    virtual Result<void> save(const Draft& draft) = 0;
    /// Harmless where there is none.
    virtual Result<void> discard(const QString& name) = 0;
    virtual Result<std::optional<Draft>> draft(const QString& name) = 0;
    /// Latest first.
    virtual Result<QList<Draft>> drafts() = 0;
};

/// The local store, one connection of it: used in one thread at a time.
class LocalStore
{
public:
    virtual ~LocalStore() = default;
    virtual ClientStore& clients() = 0;
    virtual DuplicateStore& duplicates() = 0;
    virtual DirectoryStore& directory() = 0;
    virtual BasketStore& baskets() = 0;
    virtual ReferralStore& referrals() = 0;
    virtual ShareStore& shares() = 0;
    virtual ActivityStore& activities() = 0;
    virtual AgencyStore& agencies() = 0;
    virtual EditStore& edits() = 0;
    virtual SyncStore& sync() = 0;
    virtual DraftStore& drafts() = 0;
    virtual FilterStore& filters() = 0;
    virtual MessageStore& messages() = 0;
    virtual ReplyStore& replies() = 0;
    virtual AttentionStore& attention() = 0;
    virtual StatisticsStore& statistics() = 0;
    /// Grows whenever anybody, another process included, commits to the store: a cheap «has anything changed?».
    virtual qint64 version() = 0;
};

} // namespace handrail
