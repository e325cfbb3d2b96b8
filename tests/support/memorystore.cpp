// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorystore.h"

#include "core/domain/access.h"
#include "core/domain/mergedclients.h"
#include "core/domain/localtime.h"
#include "core/domain/openinghours.h"
#include "core/domain/records/schema.h"
#include "core/domain/sitefacts.h"
#include "tests/support/memorystatistics.h"
#include "tests/support/sequentialids.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

template <typename T>
using Read = Result<T> (*)(const QUuid&, const QJsonObject&);

template <typename T>
QList<T> all(const MemoryRecords& records, const QString& entity, Read<T> read)
{
    QList<T> values;
    const auto table = records.tables.value(entity);
    for (auto it = table.begin(); it != table.end(); ++it)
        if (auto value = read(it.key(), it.value()))
            values.append(std::move(*value));
    return values;
}

template <typename T>
std::optional<T> one(const MemoryRecords& records, const QString& entity, const QUuid& key, Read<T> read)
{
    const auto table = records.tables.value(entity);
    if (!table.contains(key))
        return std::nullopt;
    auto value = read(key, table.value(key));
    return value ? std::optional(std::move(*value)) : std::nullopt;
}

template <typename T>
QList<T> page(const QList<T>& rows, Page page)
{
    return rows.mid(page.offset, page.limit);
}

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression between(u"[^\\w@.+]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return folded.split(between, Qt::SkipEmptyParts);
}

QString digitsOf(const QString& text)
{
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

/// Every word of `text` begins a word of `hay`, or has digits that are in `phoneDigits`.
bool matches(const QString& text, const QString& hay, const QString& phoneDigits = {})
{
    const QStringList there = wordsOf(hay);
    const QStringList wanted = wordsOf(text);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) {
        const QString digits = digitsOf(word);
        return std::any_of(there.begin(), there.end(), [&](const QString& w) { return w.startsWith(word); }) ||
               (digits.size() >= 3 && phoneDigits.contains(digits));
    });
}

bool isOpen(const Referral& referral)
{
    return referral.status != ReferralStatus::ServiceCompleted && referral.status != ReferralStatus::Canceled;
}

bool isWaiting(const Message& message)
{
    return message.state == MessageState::Waiting || message.state == MessageState::Held;
}

QList<ContactPoint> contactPointsOf(const MemoryRecords& records, const ClientId& id)
{
    QList<ContactPoint> points;
    for (const ContactPoint& point : all(records, u"contact_point"_s, records::readContactPoint))
        if (point.clientId == id && !point.removed)
            points.append(point);
    return points;
}

QString siteNameOf(const MemoryRecords& records, const ResourceSiteId& id)
{
    const auto site = one(records, u"resource_site"_s, id.uuid(), records::readResourceSite);
    return site ? site->displayName() : QString();
}

/// Whom a client stands for, by the domain's own rule.
ClientId keptOf(const MemoryRecords& records, const ClientId& id)
{
    const auto table = records.tables.value(u"client"_s);
    return keptOne(id, [&](const ClientId& one) -> std::optional<ClientId> {
        const auto target = ClientId::fromString(table.value(one.uuid()).value(u"merged_into"_s).toString());
        return target && table.contains(target->uuid()) ? target : std::nullopt;
    });
}

bool sameFamily(const MemoryRecords& records, const ClientId& a, const ClientId& b)
{
    return keptOf(records, a) == keptOf(records, b);
}

QString clientNameOf(const MemoryRecords& records, const ClientId& id)
{
    const auto client = one(records, u"client"_s, keptOf(records, id).uuid(), records::readClient);
    return client ? client->fullName() : QString();
}

class Clients : public ClientStore
{
public:
    explicit Clients(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<QList<ClientRow>> find(const ClientQuery& query, Page window) override { return page(rows(query), window); }
    Result<int> count(const ClientQuery& query) override { return int(rows(query).size()); }
    Result<std::optional<Client>> record(const ClientId& id) override
    {
        auto client = one(m_records, u"client"_s, id.uuid(), records::readClient);
        if (client)
            client->contactPoints = contactPointsOf(m_records, id);
        return client;
    }
    Result<QList<ClientId>> family(const ClientId& id) override
    {
        const ClientId kept = keptOf(m_records, id);
        QList<ClientId> members = {kept};
        for (const Client& client : all(m_records, u"client"_s, records::readClient))
            if (client.id != kept && keptOf(m_records, client.id) == kept)
                members.append(client.id);
        return members;
    }
    Result<std::optional<Client>> client(const ClientId& id) override
    {
        auto client = one(m_records, u"client"_s, keptOf(m_records, id).uuid(), records::readClient);
        if (!client)
            return client;
        for (const ClientId& member : family(id).value())
            unite(client->contactPoints, contactPointsOf(m_records, member));
        return client;
    }
    QList<ClientRow> rows(const ClientQuery& query)
    {
        QList<ClientRow> rows;
        for (const Client& kept : all(m_records, u"client"_s, records::readClient)) {
            if (keptOf(m_records, kept.id) != kept.id)
                continue;
            const Client client = *client_(kept.id);
            QString hay;
            QString digits;
            for (const ClientId& member : family(client.id).value()) {
                const Client own = *one(m_records, u"client"_s, member.uuid(), records::readClient);
                hay += own.givenName + u' ' + own.familyName + u' ' + own.birthDate.toString(u"yyyy MM dd M d "_s);
            }
            ClientRow row{client.id, client.givenName, client.familyName, client.language, {}, {}, 0};
            for (const ContactPoint& point : client.contactPoints) {
                const bool text_ = point.address.channel() == Channel::Text;
                (text_ ? digits : hay) += u' ' + point.address.value();
                QString& best = text_ ? row.phone : row.email;
                if (best.isEmpty() || point.primary)
                    best = point.address.value();
            }
            for (const Referral& referral : all(m_records, u"referral"_s, records::readReferral))
                row.openReferrals += sameFamily(m_records, referral.clientId, client.id) && isOpen(referral) ? 1 : 0;
            const bool filtered = (query.worker && client.assignedWorkerId != query.worker) ||
                                  (query.team && client.teamId != query.team) ||
                                  (!query.language.isEmpty() && client.language != query.language) ||
                                  (query.openReferrals && row.openReferrals == 0);
            if (!filtered && matches(query.text, hay, digits))
                rows.append(row);
        }
        std::ranges::sort(rows, [](const ClientRow& a, const ClientRow& b) {
            return std::pair(a.familyName.toCaseFolded(), a.givenName.toCaseFolded()) <
                   std::pair(b.familyName.toCaseFolded(), b.givenName.toCaseFolded());
        });
        return rows;
    }

private:
    std::optional<Client> client_(const ClientId& id) { return client(id).value(); }
    MemoryRecords& m_records;
};

/// Compares everybody with everybody, each time.
class Duplicates : public DuplicateStore
{
public:
    Duplicates(MemoryRecords& records, Clients& clients)
        : m_records(records)
        , m_clients(clients)
    {
    }
    Result<QList<AlikeClient>> alike(const PersonFacts& facts, const std::optional<ClientId>& except,
                                     Search search) override
    {
        QHash<ClientId, QList<Address>> addresses;
        for (const ContactPoint& point : all(m_records, u"contact_point"_s, records::readContactPoint))
            if (!point.removed)
                addresses[keptOf(m_records, point.clientId)].append(point.address);
        QList<AlikeClient> found;
        for (const Client& client : all(m_records, u"client"_s, records::readClient)) {
            if (client.id == except || keptOf(m_records, client.id) != client.id)
                continue;
            const Resemblance resemblance =
                compare(facts, factsOf(client.givenName, client.familyName, client.birthDate, addresses.value(client.id)));
            if (resemblance.score >= (search == Search::Wide ? 30 : possiblyTheSame))
                found.append({{client.id, client.givenName, client.familyName, client.language, {}, {}, 0}, resemblance});
        }
        std::ranges::stable_sort(found, [](const AlikeClient& a, const AlikeClient& b) {
            return a.resemblance.score > b.resemblance.score;
        });
        return found.mid(0, 20);
    }
    Result<QList<PossibleDuplicate>> pairs(Page window) override { return page(all_(), window); }
    Result<int> pairCount() override { return int(all_().size()); }
    Result<int> uncompared() override { return 0; }
    Result<void> compareMore(int) override { return {}; }

private:
    QList<PossibleDuplicate> all_()
    {
        QSet<QSet<QUuid>> decided;
        for (const QJsonObject& said : m_records.tables.value(u"different_people"_s))
            decided.insert({QUuid::fromString(said[u"client_id"].toString()),
                            QUuid::fromString(said[u"other_id"].toString())});
        QList<PossibleDuplicate> found;
        const QList<ClientRow> rows = m_clients.rows({});
        for (const ClientRow& first : rows) {
            for (const ClientRow& second : rows) {
                if (!(first.id < second.id) || decided.contains({first.id.uuid(), second.id.uuid()}))
                    continue;
                const Resemblance resemblance =
                    compare(factsOf(**m_clients.client(first.id)), factsOf(**m_clients.client(second.id)));
                if (resemblance.score >= possiblyTheSame)
                    found.append({first, second, resemblance});
            }
        }
        std::ranges::stable_sort(found, [](const PossibleDuplicate& a, const PossibleDuplicate& b) {
            return a.resemblance.score > b.resemblance.score;
        });
        return found;
    }
    MemoryRecords& m_records;
    Clients& m_clients;
};

class Directory : public DirectoryStore
{
public:
    explicit Directory(MemoryRecords& records)
        : m_records(records)
    {
    }
    using DirectoryStore::count;
    using DirectoryStore::find;
    Result<QList<SiteRow>> find(const SiteQuery& query, Page window) override { return page(rows(query), window); }
    Result<int> count(const SiteQuery& query) override { return int(rows(query).size()); }
    Result<QList<SiteOption>> options(SiteFacet facet) override
    {
        QMap<QString, int> counts;
        for (const ResourceSite& site : activeSites())
            for (const QString& name : valuesOf(site, facet))
                ++counts[name];
        QList<SiteOption> all;
        for (auto it = counts.cbegin(); it != counts.cend(); ++it)
            all.append({it.key(), it.value()});
        std::ranges::stable_sort(all, [](const SiteOption& a, const SiteOption& b) { return a.sites > b.sites; });
        return all;
    }
    Result<bool> isFavourite(const UserId& user, const ResourceSiteId& site) override
    {
        return among({.user = user}, SiteQuery::Among::Favourites).contains(site);
    }
    Result<std::optional<NearPlace>> place(const QString& typed) override
    {
        for (const QString& part : placeParts(typed)) {
            QList<GeoPoint> points;
            if (wordsOf(part).isEmpty())
                continue;
            for (const ResourceSite& site : activeSites())
                if (pointOf(site) && matches(part, isPostalCode(part) ? site.postalCode : site.addressLine()))
                    points.append(*pointOf(site));
            if (points.isEmpty())
                continue;
            NearPlace place{.point = middleOf(points), .sites = int(points.size()), .matched = part};
            for (const GeoPoint& point : points)
                place.spreadKm = std::max(place.spreadKm, distanceKm(place.point, point));
            return std::optional(place);
        }
        return std::optional<NearPlace>();
    }
    Result<std::optional<ResourceSite>> site(const ResourceSiteId& id) override
    {
        return one(m_records, u"resource_site"_s, id.uuid(), records::readResourceSite);
    }
    Result<QList<ResourceSite>> sites(const QList<ResourceSiteId>& ids) override
    {
        QList<ResourceSite> found;
        for (const ResourceSiteId& id : ids)
            if (auto known = one(m_records, u"resource_site"_s, id.uuid(), records::readResourceSite))
                found.append(*known);
        return found;
    }

private:
    QList<ResourceSite> activeSites() const
    {
        QList<ResourceSite> sites = all(m_records, u"resource_site"_s, records::readResourceSite);
        sites.removeIf([](const ResourceSite& site) { return !site.active; });
        return sites;
    }
    static QStringList valuesOf(const ResourceSite& site, SiteFacet facet)
    {
        QStringList values;
        if (facet == SiteFacet::City)
            values.append(site.city.simplified());
        else if (facet == SiteFacet::Category)
            values = site.categories;
        else
            for (const QString& language : site.languages)
                values.append(languageName(language));
        values.removeAll(QString());
        values.removeDuplicates();
        return values;
    }
    static bool hasValue(const ResourceSite& site, SiteFacet facet, const QString& wanted)
    {
        return wanted.isEmpty() || valuesOf(site, facet).contains(wanted, Qt::CaseInsensitive);
    }
    /// The user's favourite sites, or those that the user referred somebody to with the time of the last referral.
    QHash<ResourceSiteId, qint64> among(const SiteQuery& query, SiteQuery::Among kind) const
    {
        QHash<ResourceSiteId, qint64> found;
        if (kind == SiteQuery::Among::Favourites) {
            for (const Favourite& favourite : all(m_records, u"favourite"_s, records::readFavourite))
                if (favourite.userId == query.user && !favourite.removed)
                    found.insert(favourite.siteId, 0);
        } else {
            for (const Referral& referral : all(m_records, u"referral"_s, records::readReferral))
                if (referral.createdBy == query.user)
                    found[referral.siteId] =
                        std::max(found.value(referral.siteId), referral.createdAt.toMSecsSinceEpoch());
        }
        return found;
    }
    bool fits(const ResourceSite& s, const SiteQuery& query) const
    {
        if (!query.text.trimmed().isEmpty() && wordsOf(query.text).isEmpty())
            return false;
        const SiteCost cost = costOf(s.cost);
        const bool open =
            !query.openAt ||
            openingAt(s.hours, *query.openAt, zoneNamed(query.timeZone).value_or(QTimeZone::utc())).state ==
                Opening::State::Open;
        QStringList texts = {s.serviceName, s.organizationName, s.locationName, s.description, s.city, s.eligibility};
        texts += s.categories + s.languages + valuesOf(s, SiteFacet::Language);
        return matches(query.text, texts.join(u' ')) && hasValue(s, SiteFacet::Category, query.category) &&
               hasValue(s, SiteFacet::City, query.city) && hasValue(s, SiteFacet::Language, query.language) && open &&
               (!query.freeOrLowCost || cost == SiteCost::Free || cost == SiteCost::Low) &&
               (!query.wheelchair || hasWheelchairAccess(s.accessibility));
    }
    QList<SiteRow> rows(const SiteQuery& query) const
    {
        const auto favourites = among(query, SiteQuery::Among::Favourites);
        const auto recent = among(query, SiteQuery::Among::Recent);
        QList<SiteRow> rows;
        for (const ResourceSite& s : activeSites()) {
            if (!fits(s, query) || (query.among == SiteQuery::Among::Favourites && !favourites.contains(s.id)) ||
                (query.among == SiteQuery::Among::Recent && !recent.contains(s.id)))
                continue;
            SiteRow row{s.id, s.serviceName, s.organizationName, s.city, s.addressLine(), s.hours};
            row.favourite = favourites.contains(s.id);
            row.hasPosition = pointOf(s).has_value();
            if (query.nearTo && row.hasPosition)
                row.distanceKm = distanceKm(*query.nearTo, *pointOf(s));
            rows.append(row);
        }
        std::ranges::sort(rows, {}, [&](const SiteRow& row) {
            const bool latest = query.among == SiteQuery::Among::Recent && !query.nearTo;
            return std::tuple(query.nearTo ? row.distanceKm.value_or(1e9) : 0.0, latest ? -recent.value(row.id) : 0,
                              row.serviceName.toCaseFolded());
        });
        return rows;
    }
    MemoryRecords& m_records;
};

class Baskets : public BasketStore
{
public:
    explicit Baskets(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<QList<BasketItem>> basket(const ClientId& id) override
    {
        QList<BasketItem> items;
        for (const BasketItem& item : all(m_records, u"basket_item"_s, records::readBasketItem))
            if (sameFamily(m_records, item.clientId, id) && !item.removed)
                items.append(item);
        std::ranges::stable_sort(items, {}, &BasketItem::position);
        QSet<ResourceSiteId> seen;
        items.removeIf([&seen](const BasketItem& item) {
            const bool again = seen.contains(item.siteId);
            seen.insert(item.siteId);
            return again;
        });
        return items;
    }

private:
    MemoryRecords& m_records;
};

class Referrals : public ReferralStore
{
public:
    explicit Referrals(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<QList<ReferralRow>> find(const ReferralQuery& query, Page window) override
    {
        return page(rows(query), window);
    }
    Result<int> count(const ReferralQuery& query) override { return int(rows(query).size()); }
    Result<std::optional<Referral>> referral(const ReferralId& id) override
    {
        return one(m_records, u"referral"_s, id.uuid(), records::readReferral);
    }
    Result<QList<Referral>> referrals(const QList<ReferralId>& ids) override
    {
        QList<Referral> found;
        for (const ReferralId& id : ids)
            if (auto known = one(m_records, u"referral"_s, id.uuid(), records::readReferral))
                found.append(*known);
        return found;
    }
    Result<QList<Referral>> openReferrals(const ClientId& client, const ResourceSiteId& site) override
    {
        QList<Referral> open;
        for (const Referral& referral : all(m_records, u"referral"_s, records::readReferral))
            if (sameFamily(m_records, referral.clientId, client) && referral.siteId == site && isOpen(referral))
                open.append(referral);
        return open;
    }

private:
    /// A row, and what it is filtered by beside.
    struct Known
    {
        ReferralRow row;
        std::optional<TeamId> team;
        bool asked = false;
        QString ownName; ///< Of the record that it was made for, where that was merged into another.
        std::pair<QString, QString> client; ///< Family and given name, folded.
    };

    bool isReverted(const Activity& activity) const
    {
        const auto others = all(m_records, u"activity"_s, records::readActivity);
        return std::ranges::any_of(others, [&](const Activity& other) { return other.revertsId == activity.id; });
    }
    void addMessages(Known& known) const
    {
        ReferralRow& row = known.row;
        for (const Message& message : all(m_records, u"message"_s, records::readMessage)) {
            if (message.referralId != row.referral.id)
                continue;
            known.asked |= message.state == MessageState::Sent || message.state == MessageState::Delivered;
            if (message.state == MessageState::Waiting &&
                (row.nextFollowUp.isNull() || message.dueAt < row.nextFollowUp))
                row.nextFollowUp = message.dueAt;
        }
    }
    void addActivities(ReferralRow& row) const
    {
        QDateTime answeredAt;
        for (const Activity& activity : all(m_records, u"activity"_s, records::readActivity)) {
            if (activity.referralId != row.referral.id)
                continue;
            row.lastActivityAt = std::max(row.lastActivityAt, activity.at);
            if (activity.answer && (answeredAt.isNull() || activity.at >= answeredAt) && !isReverted(activity)) {
                row.lastAnswer = activity.answer;
                answeredAt = activity.at;
            }
        }
    }
    Known rowOf(const Referral& referral) const
    {
        Known known{.row = {.referral = referral,
                            .clientName = clientNameOf(m_records, referral.clientId),
                            .siteName = siteNameOf(m_records, referral.siteId),
                            .lastActivityAt = referral.createdAt,
                            .workerId = referral.createdBy}};
        if (const auto own = one(m_records, u"client"_s, referral.clientId.uuid(), records::readClient))
            known.ownName = own->fullName();
        if (const auto client = one(m_records, u"client"_s, keptOf(m_records, referral.clientId).uuid(), records::readClient)) {
            known.client = {client->familyName.toCaseFolded(), client->givenName.toCaseFolded()};
            known.team = client->teamId;
            if (client->assignedWorkerId)
                known.row.workerId = client->assignedWorkerId;
        }
        if (const auto user = one(m_records, u"user"_s, known.row.workerId->uuid(), records::readUser)) {
            known.row.workerName = user->displayName;
            if (!known.team)
                known.team = user->teamId;
        }
        for (const Share& share : all(m_records, u"share"_s, records::readShare))
            known.row.shared |= share.referralIds.contains(referral.id);
        addMessages(known);
        addActivities(known.row);
        return known;
    }
    bool fits(const Known& known, const ReferralQuery& query) const
    {
        const Referral& referral = known.row.referral;
        const bool isWaiting = known.asked && !known.row.lastAnswer && isOpen(referral);
        QList<ReferralStatus> statuses = query.statuses;
        if (query.status)
            statuses.append(*query.status);
        return (!query.client || sameFamily(m_records, referral.clientId, *query.client)) &&
               (statuses.isEmpty() || statuses.contains(referral.status)) &&
               (!query.worker || known.row.workerId == query.worker) && (!query.team || known.team == query.team) &&
               (!query.site || referral.siteId == *query.site) && (!query.shared || known.row.shared == *query.shared) &&
               (!query.answer || known.row.lastAnswer == query.answer) && (!query.waitingForAnswer || isWaiting) &&
               (query.createdFrom.isNull() || referral.createdAt >= query.createdFrom) &&
               (query.createdBefore.isNull() || referral.createdAt < query.createdBefore) &&
               (query.quietSince.isNull() || known.row.lastActivityAt <= query.quietSince) &&
               matches(query.text, known.row.clientName + u' ' + known.ownName + u' ' + known.row.siteName);
    }
    static bool before(const Known& a, const Known& b, ReferralSort sort)
    {
        switch (sort) {
        case ReferralSort::Client:
            return a.client < b.client;
        case ReferralSort::Site:
            return a.row.siteName.toCaseFolded() < b.row.siteName.toCaseFolded();
        case ReferralSort::Status:
            return a.row.referral.status < b.row.referral.status;
        case ReferralSort::Created:
            return a.row.referral.createdAt < b.row.referral.createdAt;
        case ReferralSort::NextFollowUp:
            return a.row.nextFollowUp < b.row.nextFollowUp;
        case ReferralSort::LastActivity:
            break;
        }
        return a.row.lastActivityAt < b.row.lastActivityAt;
    }
    QList<ReferralRow> rows(const ReferralQuery& query) const
    {
        QList<Known> found;
        for (const Referral& referral : all(m_records, u"referral"_s, records::readReferral))
            if (const Known known = rowOf(referral); fits(known, query))
                found.append(known);
        const bool byFollowUp = query.sort == ReferralSort::NextFollowUp;
        // Places go by time, latest first, and turn round with the order.
        std::ranges::stable_sort(found, [](const Known& a, const Known& b) { return before(b, a, {}); });
        if (query.sort != ReferralSort::LastActivity && query.descending)
            std::ranges::reverse(found);
        std::ranges::stable_sort(found, [&](const Known& a, const Known& b) {
            if (byFollowUp && a.row.nextFollowUp.isNull() != b.row.nextFollowUp.isNull())
                return b.row.nextFollowUp.isNull();
            return query.descending ? before(b, a, query.sort) : before(a, b, query.sort);
        });
        QList<ReferralRow> rows;
        for (const Known& known : found)
            rows.append(known.row);
        return rows;
    }
    MemoryRecords& m_records;
};

class Shares : public ShareStore
{
public:
    explicit Shares(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<std::optional<Share>> share(const ShareId& id) override
    {
        return one(m_records, u"share"_s, id.uuid(), records::readShare);
    }
    Result<QList<Share>> sharesOf(const ReferralId& id) override
    {
        QList<Share> shares;
        for (const Share& share : all(m_records, u"share"_s, records::readShare))
            if (share.referralIds.contains(id))
                shares.append(share);
        std::ranges::stable_sort(shares, std::ranges::greater(), &Share::sharedAt);
        return shares;
    }
    Result<std::optional<Consent>> consentOf(const ShareId& id) override
    {
        for (const Consent& consent : all(m_records, u"consent"_s, records::readConsent))
            if (consent.shareId == id)
                return std::optional(consent);
        return std::optional<Consent>();
    }
    Result<QList<ConsentRow>> consents(const ClientId& client, Page window) override
    {
        return page(consentRows(client), window);
    }
    Result<int> consentCount(const ClientId& client) override { return int(consentRows(client).size()); }
    Result<QList<Message>> undelivered(const QList<Address>& addresses) override
    {
        QList<Message> found;
        for (const Address& address : addresses) {
            std::optional<Message> latest;
            for (const Message& message : all(m_records, u"message"_s, records::readMessage)) {
                const bool ended = message.state == MessageState::Sent || message.state == MessageState::Delivered ||
                                   message.state == MessageState::Refused;
                if (ended && message.channel() == address.channel() &&
                    message.address.ledgerKey() == address.ledgerKey() &&
                    (!latest || endOf(message) >= endOf(*latest)))
                    latest = message;
            }
            if (latest && latest->state == MessageState::Refused)
                found.append(*latest);
        }
        return found;
    }
    Result<bool> isWithdrawn(const ShareId& id) override
    {
        const auto withdrawals = all(m_records, u"consent_withdrawal"_s, records::readConsentWithdrawal);
        return std::any_of(withdrawals.begin(), withdrawals.end(), [&](const auto& w) { return w.shareId == id; });
    }
    Result<std::optional<Message>> message(const MessageId& id) override
    {
        return one(m_records, u"message"_s, id.uuid(), records::readMessage);
    }
    Result<QList<Message>> messagesOf(const ShareId& id) override
    {
        return messages([&](const Message& message) { return message.shareId == id; });
    }
    Result<QList<Message>> unsentFollowUps(const ReferralId& id) override
    {
        return messages([&](const Message& message) { return message.referralId == id && isWaiting(message); });
    }
    Result<QList<Message>> unsentTo(const Address& address) override
    {
        return messages([&](const Message& message) {
            return isWaiting(message) && message.channel() == address.channel() &&
                   message.address.ledgerKey() == address.ledgerKey();
        });
    }
    Result<QList<OptOut>> optedOut(const QList<Address>& addresses) override
    {
        QList<OptOut> out;
        for (const Address& address : addresses)
            if (const auto word = latestWordOn(address); word && word->optedOut)
                out.append(*word);
        return out;
    }
    Result<QList<Bounce>> bounces(const ClientId& client) override
    {
        QList<Activity> told;
        for (const Activity& activity : all(m_records, u"activity"_s, records::readActivity))
            if (sameFamily(m_records, activity.clientId, client) && (activity.rule == bounceRule || activity.rule == bounceResetRule))
                told.append(activity);
        std::ranges::stable_sort(told, {}, &Activity::at);
        QList<BounceEvent> events;
        for (const Activity& activity : std::as_const(told))
            if (const auto about = activity.messageId ? *message(*activity.messageId) : std::nullopt)
                events.append({{about->address, about->id, activity.referralId, activity.text, activity.at},
                               activity.rule == bounceResetRule});
        return standingBounces(events);
    }
    Result<std::optional<Address>> lastAnswered(const ClientId& client, Channel channel) override
    {
        std::optional<Address> address;
        QDateTime at;
        for (const Reply& reply : all(m_records, u"reply"_s, records::readReply)) {
            const auto from = addressOf(reply);
            if (reply.clientId && sameFamily(m_records, *reply.clientId, client) && reply.answer && from && from->channel() == channel &&
                (at.isNull() || reply.receivedAt >= at)) {
                address = from;
                at = reply.receivedAt;
            }
        }
        return address;
    }

private:
    static QDateTime endOf(const Message& message) { return message.stateAt.isValid() ? message.stateAt : message.dueAt; }
    QList<ConsentRow> consentRows(const ClientId& client) const
    {
        QList<ConsentRow> rows;
        for (const Consent& consent : all(m_records, u"consent"_s, records::readConsent)) {
            if (!sameFamily(m_records, consent.clientId, client))
                continue;
            ConsentRow row{.consent = consent};
            if (const auto user = one(m_records, u"user"_s, consent.workerId.uuid(), records::readUser))
                row.workerName = user->displayName;
            if (const auto share = one(m_records, u"share"_s, consent.shareId.uuid(), records::readShare))
                for (const ReferralId& id : share->referralIds)
                    if (const auto referral = one(m_records, u"referral"_s, id.uuid(), records::readReferral))
                        row.siteNames.append(siteNameOf(m_records, referral->siteId));
            for (const auto& withdrawal : all(m_records, u"consent_withdrawal"_s, records::readConsentWithdrawal)) {
                if (withdrawal.shareId == consent.shareId) {
                    row.withdrawnAt = withdrawal.withdrawnAt;
                    row.withdrawalNote = withdrawal.note;
                }
            }
            rows.append(row);
        }
        std::ranges::stable_sort(rows, [](const ConsentRow& a, const ConsentRow& b) {
            return a.consent.givenAt > b.consent.givenAt;
        });
        return rows;
    }
    template <typename Wanted>
    QList<Message> messages(Wanted wanted) const
    {
        QList<Message> found;
        for (const Message& message : all(m_records, u"message"_s, records::readMessage))
            if (wanted(message))
                found.append(message);
        std::ranges::stable_sort(found, {}, &Message::dueAt);
        return found;
    }
    std::optional<OptOut> latestWordOn(const Address& address) const
    {
        std::optional<OptOut> latest;
        for (const OptOut& word : all(m_records, u"opt_out"_s, records::readOptOut))
            if (word.address.channel() == address.channel() && word.address.ledgerKey() == address.ledgerKey() &&
                (!latest || word.at >= latest->at))
                latest = word;
        return latest;
    }
    std::optional<Address> addressOf(const Reply& reply) const
    {
        if (reply.from || !reply.messageId)
            return reply.from;
        const auto message = one(m_records, u"message"_s, reply.messageId->uuid(), records::readMessage);
        return message ? std::optional(message->address) : std::nullopt;
    }
    MemoryRecords& m_records;
};

/// The clients of a worker's scope: assigned, referred or shared with; of merged ones the kept one's assignment counts,
/// and referrals and shares of all.
bool isClientOf(const MemoryRecords& records, const ClientId& client, const std::function<bool(const UserId&)>& ours)
{
    const auto known = one(records, u"client"_s, keptOf(records, client).uuid(), records::readClient);
    if (known && known->assignedWorkerId && ours(*known->assignedWorkerId))
        return true;
    for (const Referral& referral : all(records, u"referral"_s, records::readReferral))
        if (sameFamily(records, referral.clientId, client) && ours(referral.createdBy))
            return true;
    for (const Share& share : all(records, u"share"_s, records::readShare))
        if (sameFamily(records, share.clientId, client) && ours(share.sharedBy))
            return true;
    return false;
}

bool inScope(const MemoryRecords& records, const ClientId& client, const Scope& scope)
{
    if (scope.worker && !isClientOf(records, client, [&](const UserId& user) { return user == *scope.worker; }))
        return false;
    if (!scope.team)
        return true;
    const auto known = one(records, u"client"_s, keptOf(records, client).uuid(), records::readClient);
    if (known && known->teamId == scope.team)
        return true;
    return isClientOf(records, client, [&](const UserId& id) {
        const auto user = one(records, u"user"_s, id.uuid(), records::readUser);
        return user && user->teamId == scope.team;
    });
}

bool inPeriod(const QDateTime& at, const QDateTime& from, const QDateTime& to)
{
    return (!from.isValid() || at >= from) && (!to.isValid() || at < to);
}

class Activities : public ActivityStore
{
public:
    explicit Activities(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<QList<ActivityRow>> find(const ActivityQuery& query, Page window) override
    {
        return page(rows(query), window);
    }
    Result<int> count(const ActivityQuery& query) override { return int(rows(query).size()); }
    Result<std::optional<ActivityRow>> activity(const ActivityId& id) override
    {
        const auto found = one(m_records, u"activity"_s, id.uuid(), records::readActivity);
        return found ? std::optional(rowOf(*found)) : std::nullopt;
    }

private:
    ActivityRow rowOf(const Activity& activity) const
    {
        ActivityRow row{.activity = activity, .clientName = clientNameOf(m_records, activity.clientId)};
        if (activity.referralId)
            if (const auto referral = one(m_records, u"referral"_s, activity.referralId->uuid(), records::readReferral))
                row.siteName = siteNameOf(m_records, referral->siteId);
        if (activity.workerId)
            if (const auto user = one(m_records, u"user"_s, activity.workerId->uuid(), records::readUser))
                row.workerName = user->displayName;
        if (activity.messageId) {
            if (const auto message = one(m_records, u"message"_s, activity.messageId->uuid(), records::readMessage)) {
                row.messageKind = message->kind;
                row.messageAt = message->stateAt.isValid() ? message->stateAt : message->dueAt;
            }
        }
        for (const Activity& other : all(m_records, u"activity"_s, records::readActivity))
            row.reverted |= other.revertsId == activity.id;
        row.isNew = m_records.newActivities.contains(activity.id.uuid());
        return row;
    }
    bool fits(const Activity& activity, const ActivityQuery& query) const
    {
        return (!query.client || sameFamily(m_records, activity.clientId, *query.client)) &&
               (!query.referral || activity.referralId == *query.referral) &&
               (!query.message || activity.messageId == *query.message) &&
               (!query.by || activity.workerId == *query.by) &&
               (query.kinds.isEmpty() || query.kinds.contains(activity.kind)) &&
               inPeriod(activity.at, query.from, query.to) &&
               (!query.onlyNew || m_records.newActivities.contains(activity.id.uuid())) &&
               inScope(m_records, activity.clientId, query.scope);
    }
    QList<ActivityRow> rows(const ActivityQuery& query) const
    {
        QList<Activity> found;
        for (const Activity& activity : all(m_records, u"activity"_s, records::readActivity))
            if (fits(activity, query))
                found.append(activity);
        std::ranges::stable_sort(
            found, [](const Activity& a, const Activity& b) { return a.at != b.at ? a.at > b.at : b.id < a.id; });
        QList<ActivityRow> rows;
        for (const Activity& activity : found)
            rows.append(rowOf(activity));
        return rows;
    }
    MemoryRecords& m_records;
};

class Messages : public MessageStore
{
public:
    explicit Messages(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<QList<MessageRow>> find(const MessageQuery& query, Page window) override
    {
        return page(rows(query), window);
    }
    Result<int> count(const MessageQuery& query) override { return int(rows(query).size()); }
    Result<std::optional<MessageRow>> message(const MessageId& id) override
    {
        const auto found = one(m_records, u"message"_s, id.uuid(), records::readMessage);
        return found ? std::optional(rowOf(*found)) : std::nullopt;
    }

private:
    MessageRow rowOf(const Message& message) const
    {
        MessageRow row{.message = message, .clientName = clientNameOf(m_records, message.clientId), .siteName = {}};
        if (message.referralId)
            if (const auto referral = one(m_records, u"referral"_s, message.referralId->uuid(), records::readReferral))
                row.siteName = siteNameOf(m_records, referral->siteId);
        for (const auto& withdrawal : all(m_records, u"consent_withdrawal"_s, records::readConsentWithdrawal))
            row.consentWithdrawn |= withdrawal.shareId == message.shareId;
        return row;
    }
    bool isSetAside(const Message& message) const
    {
        const QDateTime at = m_records.setAside.value(message.id.uuid());
        return at.isValid() && (!message.stateAt.isValid() || at >= message.stateAt);
    }
    bool fits(const Message& message, const MessageQuery& query) const
    {
        return (query.states.isEmpty() || query.states.contains(message.state)) &&
               (!query.channel || message.channel() == *query.channel) && (!query.kind || message.kind == *query.kind) &&
               inPeriod(message.dueAt, query.from, query.to) &&
               (!query.changedSince.isValid() ||
                (message.stateAt.isValid() && message.stateAt >= query.changedSince)) &&
               (!query.address || (query.address->channel() == message.channel() &&
                                   query.address->ledgerKey() == message.address.ledgerKey())) &&
               (!query.withoutSetAside || !isSetAside(message)) && inScope(m_records, message.clientId, query.scope) &&
               textFits(message.clientId, query.text);
    }
    bool textFits(const ClientId& client, const QString& text) const
    {
        QString hay = clientNameOf(m_records, client);
        QString digits;
        for (const ContactPoint& point : contactPointsOf(m_records, client))
            (point.address.channel() == Channel::Text ? digits : hay) += u' ' + point.address.value();
        return matches(text, hay, digits);
    }
    QList<MessageRow> rows(const MessageQuery& query) const
    {
        QList<MessageRow> rows;
        for (const Message& message : all(m_records, u"message"_s, records::readMessage))
            if (fits(message, query))
                rows.append(rowOf(message));
        std::ranges::stable_sort(rows, [&](const MessageRow& a, const MessageRow& b) {
            const auto key = [](const MessageRow& row) { return std::pair(row.message.dueAt, row.message.id); };
            return query.nextFirst ? key(a) < key(b) : key(b) < key(a);
        });
        return rows;
    }
    MemoryRecords& m_records;
};

class Replies : public ReplyStore
{
public:
    explicit Replies(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<QList<ReplyRow>> waiting(const Scope& scope, Page window) override { return page(rows(scope), window); }
    Result<int> countWaiting(const Scope& scope) override { return int(rows(scope).size()); }
    Result<std::optional<ReplyRow>> reply(const ReplyId& id) override
    {
        const auto found = one(m_records, u"reply"_s, id.uuid(), records::readReply);
        return found ? std::optional(rowOf(*found)) : std::nullopt;
    }
    Result<std::optional<ReplyReading>> readingOf(const ReplyId& id) override { return holding(id); }
    Result<QList<Reply>> from(const Address& address, Page window) override
    {
        QList<Reply> replies;
        for (const Reply& reply : all(m_records, u"reply"_s, records::readReply))
            if (reply.from && reply.from->channel() == address.channel() &&
                reply.from->ledgerKey() == address.ledgerKey())
                replies.append(reply);
        std::ranges::stable_sort(replies, std::ranges::greater(), &Reply::receivedAt);
        return page(replies, window);
    }

private:
    std::optional<ReplyReading> holding(const ReplyId& id) const
    {
        std::optional<ReplyReading> latest;
        for (const ReplyReading& reading : all(m_records, u"reply_reading"_s, records::readReplyReading))
            if (reading.replyId == id && !isReverted(reading) && (!latest || reading.at >= latest->at))
                latest = reading;
        return latest;
    }
    bool isReverted(const ReplyReading& reading) const
    {
        const auto activities = all(m_records, u"activity"_s, records::readActivity);
        return std::any_of(activities.begin(), activities.end(), [&](const Activity& activity) {
            return activity.revertsId && activity.revertsId->uuid() == reading.id.uuid();
        });
    }
    ReplyRow rowOf(const Reply& reply) const
    {
        ReplyRow row{.reply = reply, .clients = {}, .clientNames = {}};
        QList<Client> clients;
        for (const Client& client : all(m_records, u"client"_s, records::readClient))
            if (reply.clientId == client.id || hasMessage(reply, client.id))
                clients.append(client);
        std::ranges::stable_sort(clients, {}, [](const Client& c) { return std::pair(c.familyName, c.givenName); });
        for (const Client& client : clients) {
            row.clients.append(client.id);
            row.clientNames.append(client.fullName());
        }
        return row;
    }
    bool hasMessage(const Reply& reply, const ClientId& client) const
    {
        const auto activities = all(m_records, u"activity"_s, records::readActivity);
        return std::any_of(activities.begin(), activities.end(), [&](const Activity& activity) {
            return activity.kind == ActivityKind::ClientMessage && activity.replyId == reply.id &&
                   activity.clientId == client;
        });
    }
    QList<ReplyRow> rows(const Scope& scope) const
    {
        QList<ReplyRow> rows;
        for (const Reply& reply : all(m_records, u"reply"_s, records::readReply)) {
            if (!reply.needsWorker || holding(reply.id))
                continue;
            const ReplyRow row = rowOf(reply);
            const bool ours = std::any_of(row.clients.begin(), row.clients.end(),
                                          [&](const ClientId& client) { return inScope(m_records, client, scope); });
            if (ours || row.clients.isEmpty())
                rows.append(row);
        }
        std::ranges::stable_sort(rows, {}, [](const ReplyRow& row) { return row.reply.receivedAt; });
        return rows;
    }
    MemoryRecords& m_records;
};

class Attention : public AttentionStore
{
public:
    Attention(MemoryRecords& records, Referrals& referrals, Activities& activities)
        : m_records(records)
        , m_referrals(referrals)
        , m_activities(activities)
    {
    }
    Result<QList<QuietRow>> quiet(const QuietQuery& query, Page window) override { return page(rows(query), window); }
    Result<int> countQuiet(const QuietQuery& query) override { return int(rows(query).size()); }
    Result<void> setAside(Matter, const QList<QUuid>& ids, const QDateTime& at) override
    {
        for (const QUuid& id : ids)
            m_records.setAside.insert(id, at);
        ++m_records.version;
        return {};
    }
    Result<void> markSeen(const QList<ActivityId>& ids) override
    {
        for (const ActivityId& id : ids)
            m_records.newActivities.remove(id.uuid());
        ++m_records.version;
        return {};
    }
    Result<void> markAllSeen(const ActivityQuery& query) override
    {
        if (m_records.nextCommitFails)
            return *std::exchange(m_records.nextCommitFails, std::nullopt);
        const auto rows = m_activities.find(query, Page{0, 1000000});
        for (const ActivityRow& row : *rows)
            m_records.newActivities.remove(row.activity.id.uuid());
        ++m_records.version;
        return {};
    }

private:
    QList<QuietRow> rows(const QuietQuery& query) const
    {
        QList<QuietRow> rows;
        const auto referrals = m_referrals.find({}, Page{0, 1000000});
        for (const ReferralRow& row : *referrals) {
            const auto due = dueReminder({.status = row.referral.status,
                                          .lastActivityAt = row.lastActivityAt,
                                          .seenAt = m_records.setAside.value(row.referral.id.uuid()),
                                          .reminders = query.reminders,
                                          .now = query.now});
            if (due && inScope(m_records, row.referral.clientId, query.scope))
                rows.append({row, *due});
        }
        std::ranges::stable_sort(rows, {}, [](const QuietRow& row) {
            return std::pair(row.row.lastActivityAt, row.row.referral.id);
        });
        return rows;
    }
    MemoryRecords& m_records;
    Referrals& m_referrals;
    Activities& m_activities;
};

class Agencies : public AgencyStore
{
public:
    explicit Agencies(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<std::optional<Agency>> agency() override
    {
        const auto agencies = all(m_records, u"agency"_s, records::readAgency);
        return agencies.isEmpty() ? std::nullopt : std::optional(agencies.first());
    }
    Result<std::optional<User>> user(const UserId& id) override
    {
        return one(m_records, u"user"_s, id.uuid(), records::readUser);
    }
    Result<QList<User>> users() override
    {
        QList<User> found = all(m_records, u"user"_s, records::readUser);
        found.removeIf([](const User& user) { return user.disabled || user.role == Role::Agent; });
        std::ranges::sort(found, {}, [](const User& user) { return user.displayName.toCaseFolded(); });
        return found;
    }
    Result<QList<Team>> teams() override
    {
        QList<Team> found = all(m_records, u"team"_s, records::readTeam);
        found.removeIf([](const Team& team) { return team.removed; });
        std::ranges::sort(found, {}, [](const Team& team) { return team.name.toCaseFolded(); });
        return found;
    }

private:
    MemoryRecords& m_records;
};

class Filters : public FilterStore
{
public:
    explicit Filters(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<QList<SavedFilter>> filters(const UserId& user, const QString& list) override
    {
        QList<SavedFilter> found;
        for (const SavedFilter& filter : all(m_records, u"saved_filter"_s, records::readSavedFilter))
            if (filter.userId == user && filter.list == list && !filter.removed)
                found.append(filter);
        std::ranges::stable_sort(found, {}, [](const SavedFilter& filter) { return filter.name.toCaseFolded(); });
        return found;
    }
    Result<std::optional<SavedFilter>> filter(const SavedFilterId& id) override
    {
        return one(m_records, u"saved_filter"_s, id.uuid(), records::readSavedFilter);
    }

private:
    MemoryRecords& m_records;
};

class Drafts : public DraftStore
{
public:
    explicit Drafts(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<void> save(const Draft& draft) override
    {
        m_records.drafts.insert(draft.name, draft);
        return {};
    }
    Result<void> discard(const QString& name) override
    {
        m_records.drafts.remove(name);
        return {};
    }
    Result<std::optional<Draft>> draft(const QString& name) override
    {
        const auto found = m_records.drafts.constFind(name);
        return found == m_records.drafts.cend() ? std::nullopt : std::optional(*found);
    }
    Result<QList<Draft>> drafts() override
    {
        QList<Draft> found = m_records.drafts.values();
        std::ranges::stable_sort(found, std::greater(), &Draft::savedAt);
        return found;
    }

private:
    MemoryRecords& m_records;
};

bool merge(MemoryRecords& records, const QString& entity, const QUuid& key, const QJsonObject& fields)
{
    auto& table = records.tables[entity];
    const bool isNew = !table.contains(key);
    if (!isNew && records::findEntity(entity)->appendOnly)
        return false;
    QJsonObject& record = table[key];
    for (auto it = fields.begin(); it != fields.end(); ++it)
        record.insert(it.key(), it.value());
    if (isNew && entity == u"activity"_s &&
        (record.value(u"worker_id"_s).toString().isEmpty() ||
         record.value(u"worker_id"_s).toString() != records.facts.value(u"user_id"_s)))
        records.newActivities.insert(key);
    return true;
}

class Edits : public EditStore
{
public:
    explicit Edits(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<void> commit(const QList<Edit>& edits) override
    {
        if (m_records.nextCommitFails)
            return *std::exchange(m_records.nextCommitFails, std::nullopt);
        const auto isAccess = [](const Edit& edit) { return edit.entity == accessEntity; };
        std::ranges::copy_if(edits, std::back_inserter(m_records.accesses), isAccess);
        if (std::ranges::all_of(edits, isAccess))
            return {};
        QHash<QString, QSet<QUuid>> made;
        for (const Edit& edit : edits) {
            const bool isNew =
                !m_records.tables.value(edit.entity).contains(edit.key) && !made.value(edit.entity).contains(edit.key);
            if (auto valid = records::validate(edit.entity, edit.fields, isNew); !valid)
                return valid;
            made[edit.entity].insert(edit.key);
        }
        for (const Edit& edit : edits) {
            if (!merge(m_records, edit.entity, edit.key, edit.fields))
                continue;
            m_last = nextStamp(m_last, m_last.wallMs, m_last.device);
            m_records.outgoing.append({ChangeId(m_ids.next()), edit.entity, edit.key, m_last, edit.fields});
        }
        ++m_records.commits;
        ++m_records.version;
        return {};
    }

private:
    MemoryRecords& m_records;
    SequentialIds m_ids{0xfffe};
    Stamp m_last{1, 0, SequentialIds(0xfffd).next()};
};

class Sync : public SyncStore
{
public:
    explicit Sync(MemoryRecords& records)
        : m_records(records)
    {
    }
    Result<QList<Change>> outgoing(int limit) override { return m_records.outgoing.mid(0, limit); }
    Result<int> outgoingCount() override { return int(m_records.outgoing.size()); }
    Result<void> acknowledge(const QList<ChangeId>& ids) override
    {
        m_records.outgoing.removeIf([&](const Change& change) { return ids.contains(change.id); });
        return {};
    }
    Result<void> setRefused(const ChangeId& id, const QString& sentence) override
    {
        for (const Change& change : m_records.outgoing)
            if (change.id == id)
                m_records.refused.append({change, sentence});
        return acknowledge({id});
    }
    Result<QList<RefusedChange>> refused() override { return m_records.refused; }
    Result<void> apply(const QList<Change>& changes, qint64 cursor) override
    {
        for (const Change& change : changes)
            merge(m_records, change.entity, change.key, change.fields);
        m_records.cursor = cursor;
        ++m_records.version;
        return {};
    }
    Result<qint64> cursor() override { return m_records.cursor; }
    Result<void> beginSnapshot(const QString& state) override
    {
        m_seen.clear();
        return setFact(u"snapshot"_s, state);
    }
    Result<void> mergeSnapshot(const QList<Change>& records, const QString& state) override
    {
        for (const Change& change : records)
            m_seen.insert(change.key);
        if (auto applied = apply(records, m_records.cursor); !applied)
            return applied;
        return setFact(u"snapshot"_s, state);
    }
    Result<bool> finishSnapshot(qint64 cursor, const QString& sight) override
    {
        for (const Change& change : m_records.outgoing)
            m_seen.insert(change.key);
        for (auto& table : m_records.tables)
            table.removeIf([&](const QMap<QUuid, QJsonObject>::iterator& record) { return !m_seen.contains(record.key()); });
        m_records.cursor = cursor;
        m_records.facts[u"sight"_s] = sight;
        m_records.facts.remove(u"snapshot"_s);
        ++m_records.version;
        return true;
    }
    Result<QString> fact(const QString& name) override { return m_records.facts.value(name); }
    Result<void> setFact(const QString& name, const QString& value) override
    {
        m_records.facts[name] = value;
        return {};
    }

private:
    MemoryRecords& m_records;
    QSet<QUuid> m_seen;
};

} // namespace

struct MemoryStore::Parts
{
    explicit Parts(MemoryRecords& records)
        : clients(records)
        , duplicates(records, clients)
        , directory(records)
        , baskets(records)
        , referrals(records)
        , shares(records)
        , activities(records)
        , agencies(records)
        , messages(records)
        , replies(records)
        , attention(records, referrals, activities)
        , edits(records)
        , sync(records)
        , drafts(records)
        , filters(records)
        , statistics(records)
    {
    }
    Clients clients;
    Duplicates duplicates;
    Directory directory;
    Baskets baskets;
    Referrals referrals;
    Shares shares;
    Activities activities;
    Agencies agencies;
    Messages messages;
    Replies replies;
    Attention attention;
    Edits edits;
    Sync sync;
    Drafts drafts;
    Filters filters;
    MemoryStatistics statistics;
};

MemoryStore::MemoryStore()
    : m_parts(std::make_unique<Parts>(m_records))
{
}
MemoryStore::~MemoryStore() = default;

ClientStore& MemoryStore::clients()
{
    return m_parts->clients;
}
DuplicateStore& MemoryStore::duplicates()
{
    return m_parts->duplicates;
}
DirectoryStore& MemoryStore::directory()
{
    return m_parts->directory;
}
BasketStore& MemoryStore::baskets()
{
    return m_parts->baskets;
}
ReferralStore& MemoryStore::referrals()
{
    return m_parts->referrals;
}
ShareStore& MemoryStore::shares()
{
    return m_parts->shares;
}
ActivityStore& MemoryStore::activities()
{
    return m_parts->activities;
}
AgencyStore& MemoryStore::agencies()
{
    return m_parts->agencies;
}
MessageStore& MemoryStore::messages()
{
    return m_parts->messages;
}
ReplyStore& MemoryStore::replies()
{
    return m_parts->replies;
}
AttentionStore& MemoryStore::attention()
{
    return m_parts->attention;
}
EditStore& MemoryStore::edits()
{
    return m_parts->edits;
}
SyncStore& MemoryStore::sync()
{
    return m_parts->sync;
}
FilterStore& MemoryStore::filters()
{
    return m_parts->filters;
}
DraftStore& MemoryStore::drafts()
{
    return m_parts->drafts;
}
StatisticsStore& MemoryStore::statistics()
{
    return m_parts->statistics;
}
qint64 MemoryStore::version()
{
    return m_records.version;
}

void MemoryStore::putFields(const QString& entity, const QUuid& key, const QJsonObject& fields)
{
    merge(m_records, entity, key, fields);
    ++m_records.version;
}

} // namespace handrail::tests
