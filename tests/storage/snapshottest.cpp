// SPDX-License-Identifier: GPL-3.0-or-later
// What a snapshot's end takes from the store.
#include "core/domain/records/codec.h"
#include "core/storage/database.h"
#include "core/storage/facts.h"
#include "tests/support/tempstore.h"

#include <random>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList kinds = {u"client"_s, u"contact_point"_s, u"referral"_s, u"activity"_s, u"message"_s};

/// A client with a referral, a phone, a note and a message, as changes of the server.
struct Case
{
    Case(TempStore& store, const QString& name)
        : client{.id = ClientId(store.ids.next()), .givenName = name, .familyName = u"Zzyzx"_s + name}
        , site{.id = ResourceSiteId(store.ids.next()), .serviceName = u"Food Pantry"_s}
        , referral{.id = ReferralId(store.ids.next()),
                   .clientId = client.id,
                   .siteId = site.id,
                   .createdBy = UserId(store.ids.next()),
                   .createdAt = store.clock.now()}
        , device(store.ids.next())
    {
        const ContactPoint phone{.id = ContactPointId(store.ids.next()),
                                 .clientId = client.id,
                                 .address = *PhoneNumber::fromE164(u"+19375550101")};
        const Activity note{.id = ActivityId(store.ids.next()),
                            .kind = ActivityKind::Note,
                            .clientId = client.id,
                            .referralId = referral.id,
                            .at = store.clock.now(),
                            .text = u"Secret "_s + name};
        everybodys = {changeOf(records::editOf("resource_site", site.id.uuid(), site))};
        own = {changeOf(records::editOf("client", client.id.uuid(), client)),
               changeOf(records::editOf("contact_point", phone.id.uuid(), phone)),
               changeOf(records::editOf("referral", referral.id.uuid(), referral)),
               changeOf(records::editOf("activity", note.id.uuid(), note))};
    }
    Change changeOf(const Edit& edit) const
    {
        return {ChangeId(edit.key), edit.entity, edit.key, Stamp{1790000000000, 0, device}, edit.fields};
    }

    Client client;
    ResourceSite site;
    Referral referral;
    QUuid device;
    QList<Change> everybodys;
    QList<Change> own;
};

void sweep(SyncStore& sync, qint64 cursor = 100)
{
    while (!mustHave(sync.finishSnapshot(cursor, u"5"_s))) {
    }
}

std::unique_ptr<Database> rawDatabase(TempStore& store)
{
    return mustHave(
        Database::open(store.path(), SecureBytes::take(QByteArray(store.secrets.secrets.first().constData(), 32))));
}

/// Whether the words stand anywhere in a search table, in whatever form it keeps them.
bool searchTableHas(TempStore& store, const QString& table, const QByteArray& words)
{
    auto database = rawDatabase(store);
    Statement blocks = database->statement(u"SELECT block FROM %1_data"_s.arg(table));
    mustWork(blocks.run());
    while (blocks.next())
        if (blocks.value(0).toByteArray().contains(words))
            return true;
    return false;
}

} // namespace

TEST_CASE("snapshot's end: what was not in it leaves the store", "[storage][snapshot]")
{
    TempStore store;
    SyncStore& sync = store->sync();
    const Case stays(store, u"Anastasia"_s), leaves(store, u"Wilhelmina"_s);
    mustWork(sync.apply(stays.everybodys + stays.own + leaves.everybodys + leaves.own, 50));
    mustWork(store->drafts().save({u"note/"_s + leaves.referral.id.toString(), u"Note"_s, {}, store.clock.now()}));
    mustWork(store->drafts().save({u"client/"_s + leaves.client.id.toString(), u"Client"_s, {}, store.clock.now()}));
    mustWork(store->drafts().save({u"client/new"_s, u"A new client"_s, {}, store.clock.now()}));
    mustWork(store->drafts().save({u"note/"_s + stays.referral.id.toString(), u"Note"_s, {}, store.clock.now()}));
    REQUIRE(searchTableHas(store, u"client_search"_s, "zzyzxwilhelmina"));

    mustWork(sync.beginSnapshot(u"{\"cursor\":\"\"}"_s));
    mustWork(sync.mergeSnapshot(stays.everybodys + stays.own, u"{\"cursor\":\"a\"}"_s));

    SECTION("its rows, its place in the search, drafts about it; the rest stays")
    {
        sweep(sync);
        CHECK_FALSE(mustHave(store->clients().client(leaves.client.id)).has_value());
        CHECK(mustHave(store->clients().count(u"wilhelmina"_s)) == 0);
        CHECK(mustHave(store->clients().count(u"anastasia"_s)) == 1);
        CHECK(mustHave(store->referrals().find({}, {})).size() == 1);
        CHECK(mustHave(store->activities().count({})) == 1);
        QStringList drafts;
        for (const Draft& draft : mustHave(store->drafts().drafts()))
            drafts.append(draft.name);
        drafts.sort();
        CHECK(drafts == QStringList{u"client/new"_s, u"note/"_s + stays.referral.id.toString()});
        auto database = rawDatabase(store);
        for (const QString& kind : kinds) {
            CAPTURE(kind.toStdString());
            CHECK(mustHave(database->single(u"SELECT count(*) FROM \"%1\" WHERE id IN ('%2', '%3')"_s.arg(
                               kind, leaves.client.id.toString(), leaves.referral.id.toString())))
                      .toInt() == 0);
        }
        CHECK(mustHave(database->single(u"SELECT count(*) FROM activity WHERE text LIKE 'Secret W%'"_s)).toInt() == 0);
        CHECK(mustHave(database->single(u"SELECT count(*) FROM snapshot_seen"_s)).toInt() == 0);
        CHECK(mustHave(database->single(u"PRAGMA secure_delete"_s)).toInt() == 1);
    }
    SECTION("not even words of its name remain in the search tables")
    {
        sweep(sync);
        CHECK_FALSE(searchTableHas(store, u"client_search"_s, "zzyzxwilhelmina"));
        CHECK_FALSE(searchTableHas(store, u"referral_search"_s, "zzyzxwilhelmina"));
        CHECK(searchTableHas(store, u"client_search"_s, "zzyzxanastasia"));
    }
    SECTION("the cursor and the sight are set with it, not before")
    {
        CHECK(mustHave(sync.cursor()) == 50);
        sweep(sync, 77);
        CHECK(mustHave(sync.cursor()) == 77);
        CHECK(mustHave(sync.fact(u"sight"_s)) == u"5");
        CHECK(mustHave(sync.fact(u"snapshot"_s)).isEmpty());
        CHECK_FALSE(sync.setFact(u"sight"_s, u"6"_s).ok());
    }
    SECTION("what was made here and waits for the server stays, sent in the middle or not")
    {
        const QUuid waiting = store.ids.next(), sent = store.ids.next();
        mustWork(store->edits().commit({{u"client"_s, waiting, {{u"given_name"_s, u"Waiting"_s}}}}));
        mustWork(store->edits().commit({{u"client"_s, sent, {{u"given_name"_s, u"Sent"_s}}}}));
        for (const Change& change : mustHave(sync.outgoing(10)))
            if (change.key == sent)
                mustWork(sync.acknowledge({change.id}));
        sweep(sync);
        CHECK(mustHave(store->clients().client(ClientId(waiting))).has_value());
        CHECK(mustHave(store->clients().client(ClientId(sent))).has_value());
        CHECK(mustHave(sync.outgoingCount()) == 1);
    }
    SECTION("a program that ends in the middle goes on at the next start")
    {
        store.reopen();
        CHECK(mustHave(store->sync().fact(u"snapshot"_s)) == u"{\"cursor\":\"a\"}");
        mustHave(store->sync().finishSnapshot(100, u"5"_s)); // removed, not yet ended
        store.reopen();
        CHECK_FALSE(mustHave(store->sync().fact(u"snapshot"_s)).isEmpty());
        sweep(store->sync());
        CHECK(mustHave(store->clients().count(u"wilhelmina"_s)) == 0);
        CHECK(mustHave(store->clients().count(u"anastasia"_s)) == 1);
    }
    SECTION("who comes back is as they are at the server, whatever this desk had")
    {
        sweep(sync);
        mustWork(sync.beginSnapshot(u"{}"_s));
        mustWork(sync.mergeSnapshot(stays.everybodys + stays.own + leaves.everybodys + leaves.own, u"{}"_s));
        sweep(sync);
        CHECK(mustHave(store->clients().count(u"wilhelmina"_s)) == 1);
        CHECK(mustHave(store->referrals().find({}, {})).size() == 2);
    }
}

TEST_CASE("snapshot's end: leaves each search table in one segment, a part at a time", "[storage][snapshot][search]")
{
    TempStore store;
    SyncStore& sync = store->sync();
    mustWork(sync.beginSnapshot(u"{}"_s));
    for (int page = 0; page < 7; ++page) {
        const Case one(store, u"Anastasia"_s + QChar(u'a' + page));
        mustWork(sync.mergeSnapshot(one.everybodys + one.own, u"{}"_s));
    }
    const auto segments = [&](const QString& table) {
        auto database = rawDatabase(store);
        return mustHave(database->single(u"SELECT count(DISTINCT segid) FROM %1_idx"_s.arg(table))).toInt();
    };
    const QStringList tables = {u"client_search"_s, u"site_search"_s, u"referral_search"_s};
    for (const QString& table : tables)
        CHECK(segments(table) > 1);
    CHECK_FALSE(mustHave(sync.finishSnapshot(100, u"5"_s)));
    CHECK_FALSE(mustHave(sync.fact(u"snapshot"_s)).isEmpty());
    sweep(sync);
    for (const QString& table : tables) {
        CAPTURE(table.toStdString());
        CHECK(segments(table) == 1);
    }
    CHECK(mustHave(store->clients().count(u"anastasia"_s)) == 7);
    CHECK(mustHave(store->directory().count(u"pantry"_s)) == 7);
}

TEST_CASE("snapshot's end: looks at the records once, by their keys", "[storage][snapshot]")
{
    TempStore store;
    auto database = rawDatabase(store);
    for (const QString& kind : kinds) {
        Statement plan = database->statement(
            u"EXPLAIN QUERY PLAN SELECT id FROM \"%1\" e WHERE id > ? AND NOT EXISTS (SELECT 1 FROM snapshot_seen s WHERE "
            "s.entity = ? AND s.key = e.id) ORDER BY id LIMIT ?"_s.arg(kind));
        mustWork(plan.bind(u"a"_s).bind(kind).bind(10).run());
        QStringList steps;
        while (plan.next())
            steps.append(plan.text(3));
        CAPTURE(steps.join(u'|').toStdString());
        CHECK(steps.filter(u"SCAN"_s).isEmpty());
        CHECK(steps.filter(u"TEMP B-TREE"_s).isEmpty());
    }
}
