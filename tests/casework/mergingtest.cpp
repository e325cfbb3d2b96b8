// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/merging.h"
#include "core/domain/mergedclients.h"
#include "tests/casework/deskworld.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Maria Lopez of the sample office, and «María Lopes», who is the same person; in any store.
struct TwoRecords
{
    template <typename Records>
    TwoRecords(LocalStore& opened, Records& records)
        : store(opened)
        , office(openSampleOffice(records, ids))
        , desk{opened, clock, ids, phones, office.worker.id}
        , maria(office.client.id)
        , other(mustHave(saveClient(
              desk, {.givenName = u"María"_s,
                     .familyName = u"Lopes"_s,
                     .language = u"es"_s,
                     .timeZone = u"America/Chicago"_s,
                     .birthDate = QDate(1984, 5, 31),
                     .contactPoints = {{.channel = Channel::Text, .typed = u"937 555 0101"_s, .primary = true},
                                       {.channel = Channel::Text, .typed = u"937 555 0102"_s}}})))
    {
        mustHave(createReferrals(desk, other, {office.siteIds()[1]}));
        mustHave(createReferrals(desk, maria, {office.siteIds()[0]}));
    }

    ActivityId merge(const QSet<ProfileValue>& fromGone = {})
    {
        return mustHave(mergeClients(desk, {maria, other, fromGone}));
    }
    QStringList found(const QString& words)
    {
        QStringList names;
        for (const ClientRow& row : mustHave(store.clients().find(words, {})))
            names.append(row.givenName + u' ' + row.familyName);
        return names;
    }
    Client client(const ClientId& id) { return *mustHave(store.clients().client(id)); }
    int activities(const ClientId& id)
    {
        ActivityQuery query;
        query.client = id;
        return mustHave(store.activities().count(query));
    }
    int referrals(const ClientId& id)
    {
        ReferralQuery query;
        query.client = id;
        return mustHave(store.referrals().count(query));
    }
    /// All that is asked about the two, in one text.
    QString everything()
    {
        QStringList lines;
        for (const QString& words : {u""_s, u"lopez"_s, u"lopes"_s, u"5550102"_s, u"1984"_s})
            lines.append(words + u": "_s + found(words).join(u", "_s));
        for (const ClientId& id : {maria, other}) {
            const Client known = client(id);
            QStringList points;
            for (const ContactPoint& point : known.contactPoints)
                points.append(point.address.value() + (point.primary ? u"*"_s : QString()));
            lines.append(u"%1 %2 %3 %4 %5 %6 %7 %8"_s.arg(known.fullName(), known.language, known.timeZone,
                                                          known.birthDate.toString(Qt::ISODate), points.join(u' '))
                             .arg(referrals(id))
                             .arg(mustHave(store.referrals().openReferrals(id, office.siteIds()[1])).size())
                             .arg(mustHave(store.baskets().basket(id)).size()));
        }
        return lines.join(u'\n');
    }

    LocalStore& store;
    ManualClock clock;
    SequentialIds ids;
    SimplePhones phones;
    SampleOffice office;
    Desk desk;
    ClientId maria;
    ClientId other;
};

/// `valuesChange`: in a store that pulled Maria the pulled values are the later ones.
void checkMerge(TwoRecords& world, bool valuesChange)
{
    auto& store = world.store;
    mustWork(addToBasket(world.desk, world.other, world.office.siteIds()[2]));
    const QString before = world.everything();
    const int entries = world.activities(world.maria) + world.activities(world.other);

    const ActivityId merge = world.merge({ProfileValue::BirthDate, ProfileValue::Language});
    // Every question about either is about both.
    for (const ClientId& id : {world.maria, world.other}) {
        const Client client = world.client(id);
        CHECK(client.id == world.maria);
        CHECK(client.fullName() == u"Maria Lopez"_s);
        CHECK(client.timeZone == u"America/New_York"_s);
        if (valuesChange) {
            CHECK(client.language == u"es"_s);
            CHECK(client.birthDate == QDate(1984, 5, 31));
        }
        CHECK(client.contactPoints.size() == 3); // the shared number once
        CHECK(world.referrals(id) == 2);
        CHECK(world.activities(id) == entries + 1);
        CHECK(mustHave(store.referrals().openReferrals(id, world.office.siteIds()[1])).size() == 1);
        CHECK(mustHave(store.baskets().basket(id)).size() == 1);
        CHECK(mustHave(store.clients().family(id)) == QList<ClientId>{world.maria, world.other});
    }
    // One line in the list, found by both names, with both referrals.
    for (const QString& words : {u""_s, u"lopez"_s, u"lopes"_s, u"5550102"_s})
        CHECK(world.found(words) == QStringList{u"Maria Lopez"_s});
    CHECK(mustHave(store.clients().find(u"lopes"_s, {})).first().openReferrals == 2);
    for (const ReferralRow& row : mustHave(store.referrals().find({}, {})))
        CHECK(row.clientName == u"Maria Lopez"_s);
    CHECK(mustHave(store.referrals().find({.text = u"lopes"_s}, {})).size() == 1);
    // Nothing of the other record was rewritten.
    const Client record = *mustHave(store.clients().record(world.other));
    CHECK(record.fullName() == u"María Lopes"_s);
    CHECK(record.contactPoints.size() == 2);
    CHECK(record.mergedInto == world.maria);
    // What comes now goes to the one that is kept, whichever of the two is named.
    const auto made = mustHave(createReferrals(world.desk, world.other, {world.office.siteIds()[2]}));
    CHECK(made.first().clientId == world.maria);
    CHECK_FALSE(createReferrals(world.desk, world.maria, {world.office.siteIds()[1]}).ok());
    mustWork(setStatus(world.desk, made.first().id, ReferralStatus::Canceled, u"for the test"_s));

    // Days later, and exactly.
    world.clock.advanceDays(9);
    mustWork(undoMerge(world.desk, merge));
    QString after = world.everything();
    CHECK(mustHave(store.activities().activity(merge))->reverted);
    CHECK_FALSE(undoMerge(world.desk, merge).ok());
    // The referral that was made meanwhile stays with whom it was made for.
    CHECK(world.referrals(world.maria) == 2);
    CHECK(world.referrals(world.other) == 1);
    after.replace(u"+19375550101* maria@example.org* 2 0"_s, u"+19375550101* maria@example.org* 1 0"_s);
    after.replace(u"+19375550101* +19375550102 1 1 0"_s, u"+19375550101* +19375550102 1 1 1"_s); // the basket was used
    CHECK(after == before);
}

} // namespace

TEST_CASE("merging: two records are one, and two again", "[casework][merge]")
{
    SECTION("in memory")
    {
        MemoryStore store;
        TwoRecords world(store, store);
        checkMerge(world, true);
    }
    SECTION("in the encrypted store")
    {
        TempStore store;
        PulledRecords pulled(*store);
        TwoRecords world(*store, pulled);
        checkMerge(world, false);
    }
}

TEST_CASE("merging: whose clients they are is asked of both records", "[casework][merge]")
{
    for (const bool inMemory : {true, false}) {
        CAPTURE(inMemory);
        MemoryStore memory;
        TempStore real;
        PulledRecords pulled(*real);
        std::optional<TwoRecords> world;
        if (inMemory)
            world.emplace(memory, memory);
        else
            world.emplace(*real, pulled);
        LocalStore& store = world->store;
        const User ben{.id = UserId(world->ids.next()),
                       .displayName = u"Ben"_s,
                       .email = u"ben@example.org"_s,
                       .teamId = TeamId(world->ids.next())};
        const auto put = [&](const QString& entity, const QUuid& key, const QJsonObject& fields) {
            inMemory ? memory.putFields(entity, key, fields) : pulled.putFields(entity, key, fields);
        };
        put(u"user"_s, ben.id.uuid(), records::fieldsOf(ben));
        const auto seen = [&](const Scope& scope) {
            ActivityQuery query;
            query.scope = scope;
            return mustHave(store.activities().count(query));
        };
        const int all = seen({});
        const Scope bens{.worker = ben.id}, bensTeam{.worker = {}, .team = ben.teamId};

        // Ben referred the record that goes: what belongs to either is of his clients afterwards, and not before.
        const Referral his{.id = ReferralId(world->ids.next()),
                           .clientId = world->other,
                           .siteId = world->office.siteIds()[2],
                           .createdBy = ben.id,
                           .createdAt = world->clock.now()};
        put(u"referral"_s, his.id.uuid(), records::fieldsOf(his));
        CHECK(seen(bens) > 0);
        CHECK(seen(bens) < all);
        const int before = seen(bens);
        const ActivityId merge = world->merge();
        CHECK(seen(bens) == all + 1);
        CHECK(seen(bensTeam) == all + 1);
        mustWork(undoMerge(world->desk, merge));
        CHECK(seen(bens) < seen({}));
        CHECK(seen(bens) >= before);

        // Of two who are one, the kept one says who is assigned.
        const User eve{.id = UserId(world->ids.next()), .displayName = u"Eve"_s, .email = u"eve@example.org"_s};
        put(u"user"_s, eve.id.uuid(), records::fieldsOf(eve));
        put(u"client"_s, world->other.uuid(), {{u"assigned_worker_id"_s, eve.id.toString()}});
        CHECK(seen({.worker = eve.id}) > 0);
        world->merge();
        CHECK(seen({.worker = eve.id}) == 0);
        put(u"client"_s, world->maria.uuid(), {{u"assigned_worker_id"_s, eve.id.toString()}});
        CHECK(seen({.worker = eve.id}) == seen({}));
    }
}

TEST_CASE("merging: what was edited since stays when a merge is taken back", "[casework][merge]")
{
    MemoryStore store;
    TwoRecords world(store, store);
    const ActivityId merge = world.merge({ProfileValue::Name, ProfileValue::Language, ProfileValue::TimeZone});
    CHECK(world.client(world.maria).fullName() == u"María Lopes"_s);
    store.putFields(u"client"_s, world.maria.uuid(), {{u"language"_s, u"fr"_s}});
    mustWork(undoMerge(world.desk, merge));
    const Client maria = world.client(world.maria);
    CHECK(maria.fullName() == u"Maria Lopez"_s);
    CHECK(maria.timeZone == u"America/New_York"_s);
    CHECK(maria.language == u"fr"_s);
}

TEST_CASE("merging: at two desks at once", "[casework][merge]")
{
    MemoryStore store;
    TwoRecords world(store, store);

    SECTION("in opposite directions: still one, and one undo makes two")
    {
        const ActivityId merge = world.merge();
        store.putFields(u"client"_s, world.maria.uuid(), {{u"merged_into"_s, world.other.toString()}});
        CHECK(world.found({}).size() == 1);
        CHECK(world.client(world.other).id == world.client(world.maria).id);
        CHECK_FALSE(mergeClients(world.desk, {world.maria, world.other, {}}).ok());
        mustWork(undoMerge(world.desk, merge));
        CHECK(world.found({}).size() == 2);
    }
    SECTION("into another one: the later holds, and the earlier has nothing to undo")
    {
        const ActivityId merge = world.merge();
        const ClientId third = mustHave(saveClient(
            world.desk, {.givenName = u"Mary"_s, .language = u"en"_s, .timeZone = u"America/New_York"_s}));
        store.putFields(u"client"_s, world.other.uuid(), {{u"merged_into"_s, third.toString()}});
        CHECK(world.client(world.other).id == third);
        CHECK(undoMerge(world.desk, merge).error().code == ErrorCode::Conflict);
    }
    SECTION("into somebody whom this desk doesn't have: the record stays in sight")
    {
        store.putFields(u"client"_s, world.other.uuid(), {{u"merged_into"_s, QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).toString(QUuid::WithoutBraces)}});
        CHECK(world.found({}).size() == 2);
        CHECK(world.client(world.other).id == world.other);
    }
}

TEST_CASE("merging: refusals are sentences", "[casework][merge]")
{
    MemoryStore store;
    TwoRecords world(store, store);
    const ClientId nobody(world.ids.next());
    CHECK(mergeClients(world.desk, {world.maria, nobody, {}}).error().code == ErrorCode::NotFound);
    CHECK(mergeClients(world.desk, {world.maria, world.maria, {}}).error().code == ErrorCode::Conflict);
    CHECK(prepareMerge(world.desk, world.maria, world.maria).error().code == ErrorCode::Conflict);
    CHECK(undoMerge(world.desk, ActivityId(world.ids.next())).error().code == ErrorCode::NotFound);
    CHECK(store.records().tables[u"client"_s].size() == 2);
    // The one with more referrals is offered to be kept.
    mustHave(createReferrals(world.desk, world.other, {world.office.siteIds()[2]}));
    CHECK(mustHave(prepareMerge(world.desk, world.maria, world.other)).first().client.id == world.other);
}

TEST_CASE("merging: a united profile is edited without rewriting the merged record", "[casework][merge]")
{
    MemoryStore store;
    TwoRecords world(store, store);
    world.merge();
    const Client client = world.client(world.maria);
    ClientDraft draft{.id = client.id,
                      .givenName = client.givenName,
                      .familyName = client.familyName,
                      .language = client.language,
                      .timeZone = client.timeZone,
                      .contactPoints = {}};
    for (const ContactPoint& point : client.contactPoints)
        if (point.address.value() != u"+19375550101"_s)
            draft.contactPoints.append(
                {point.id, point.address.channel(), point.address.value(), u"Work"_s, point.primary, point.mayText});
    mustHave(saveClient(world.desk, draft));
    // The shared number is gone from both records, the label is on the record that the number belongs to.
    CHECK(world.client(world.maria).contactPoints.size() == 2);
    const Client other = *mustHave(store.clients().record(world.other));
    REQUIRE(other.contactPoints.size() == 1);
    CHECK(other.contactPoints.first().label == u"Work"_s);
    CHECK(other.contactPoints.first().clientId == world.other);
}

TEST_CASE("merging: who are said to be two people are not shown again", "[casework][duplicates]")
{
    for (const bool inMemory : {true, false}) {
        MemoryStore memory;
        TempStore real;
        PulledRecords pulled(*real);
        std::optional<TwoRecords> world;
        if (inMemory)
            world.emplace(memory, memory);
        else
            world.emplace(*real, pulled);
        auto& duplicates = world->store.duplicates();
        mustWork(duplicates.compareMore(100));
        REQUIRE(mustHave(duplicates.pairs({})).size() == 1);
        CHECK(mustHave(duplicates.pairs({})).first().resemblance.reasons ==
              QList<Likeness>{Likeness::SamePhone, Likeness::SimilarName});
        mustWork(sayTheyAreTwo(world->desk, world->maria, world->other));
        CHECK(mustHave(duplicates.pairs({})).isEmpty());
        CHECK(mustHave(duplicates.pairCount()) == 0);
    }
}

TEST_CASE("assigning: a client goes to a worker and a team, and the timeline says so", "[casework][clients]")
{
    MemoryStore store;
    TwoRecords world(store, store);
    const User worker{.id = UserId(world.ids.next()), .displayName = u"Sam Ortiz"_s, .teamId = TeamId(world.ids.next())};
    store.put("user", worker.id.uuid(), worker);
    mustWork(assignClient(world.desk, world.maria, worker.id, std::nullopt));
    CHECK(world.client(world.maria).assignedWorkerId == worker.id);
    CHECK(world.client(world.maria).teamId == worker.teamId);
    ActivityQuery query;
    query.client = world.maria;
    CHECK(mustHave(store.activities().find(query, {})).first().activity.text == u"Assigned to Sam Ortiz."_s);
    CHECK(assignClient(world.desk, world.maria, UserId(world.ids.next()), std::nullopt).error().code ==
          ErrorCode::NotFound);
    mustWork(assignClient(world.desk, world.maria, std::nullopt, std::nullopt));
    CHECK_FALSE(world.client(world.maria).assignedWorkerId);
}
