// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "core/domain/records/schema.h"
#include "core/storage/database.h"
#include "tests/support/tempstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <algorithm>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using records::editOf;

namespace {

std::unique_ptr<Database> rawDatabase(const TempStore& store)
{
    return mustHave(
        Database::open(store.path(), SecureBytes::take(QByteArray(store.secrets.secrets.first().constData(), 32))));
}

/// All rows of all record tables and derived lists, as text.
QStringList dump(const TempStore& store)
{
    const auto database = rawDatabase(store);
    QStringList all;
    QStringList tables = {u"SELECT id FROM client_list ORDER BY id"_s, u"SELECT id FROM site_list ORDER BY id"_s,
                          u"SELECT id, client_id, status, last_activity_at FROM referral_list ORDER BY id"_s,
                          u"SELECT * FROM share_referral ORDER BY 1, 2"_s};
    for (const records::Entity& entity : records::schema())
        tables.append(u"SELECT * FROM \"%1\" ORDER BY id"_s.arg(QString(entity.name)));
    for (const QString& sql : tables) {
        Statement query = database->statement(sql);
        mustWork(query.run());
        while (query.next()) {
            QStringList row;
            for (int column = 0; query.value(column).isValid(); ++column)
                row.append(query.text(column));
            all.append(row.join(u'|'));
        }
    }
    return all;
}

Change change(Ids& ids, const char* entity, const QUuid& key, qint64 wallMs, const QUuid& device,
              const QJsonObject& fields)
{
    return {.id = ChangeId(ids.next()),
            .entity = QString::fromLatin1(entity),
            .key = key,
            .stamp = {wallMs, 0, device},
            .fields = fields};
}

/// Changes of three devices to a few records, some of them at the same moment.
QList<Change> randomChanges(SeededRandom& random, int count)
{
    SequentialIds ids(99);
    QList<QUuid> devices = {ids.next(), ids.next(), ids.next()}, keys;
    for (int i = 0; i < 12; ++i)
        keys.append(ids.next());
    const auto key = [&](int kind) { return keys[kind * 3 + int(random.below(3))]; };
    const auto id = [&](int kind) { return key(kind).toString(QUuid::WithoutBraces); };
    QList<Change> changes;
    while (changes.size() < count) {
        const qint64 at = 1000 + random.below(60);
        const QUuid device = devices[int(random.below(3))];
        const QString word = QString(QChar(u'A' + char16_t(random.below(26))));
        switch (random.below(7)) {
        case 0:
            changes.append(change(ids, "client", key(0), at, device, {{u"given_name"_s, word}}));
            break;
        case 1:
            changes.append(change(ids, "client", key(0), at, device,
                                  {{u"family_name"_s, word}, {u"language"_s, QJsonValue::Null}}));
            break;
        case 2:
            changes.append(change(ids, "referral", key(1), at, device,
                                  {{u"status"_s, random.below(2) == 0 ? u"canceled"_s : u"in_review"_s},
                                   {u"client_id"_s, id(0)},
                                   {u"site_id"_s, id(2)},
                                   {u"created_by"_s, id(3)},
                                   {u"created_at"_s, 5}}));
            break;
        case 3:
            changes.append(change(ids, "resource_site", key(2), at, device,
                                  {{u"service_name"_s, word}, {u"active"_s, random.below(3) != 0}}));
            break;
        case 4:
            changes.append(change(ids, "activity", key(3), at, device,
                                  {{u"kind"_s, u"note"_s},
                                   {u"client_id"_s, id(0)},
                                   {u"referral_id"_s, id(1)},
                                   {u"at"_s, at},
                                   {u"text"_s, word}}));
            break;
        case 5:
            changes.append(change(ids, "share", key(3), at, device,
                                  {{u"client_id"_s, id(0)},
                                   {u"shared_by"_s, id(3)},
                                   {u"shared_at"_s, at},
                                   {u"referral_ids"_s, QJsonArray{id(1), id(1)}},
                                   {u"addresses"_s, QJsonArray()},
                                   {u"time_zone"_s, u"UTC"_s}}));
            break;
        default:
            changes.append(change(ids, "contact_point", key(3), at, device,
                                  {{u"client_id"_s, id(0)}, {u"removed"_s, random.below(2) == 0}}));
        }
    }
    // A device never gives one stamp twice.
    std::ranges::sort(changes, {}, [](const Change& c) { return std::pair(c.stamp.device, c.stamp.wallMs); });
    for (int i = 1; i < changes.size(); ++i)
        if (changes[i].stamp.device == changes[i - 1].stamp.device &&
            changes[i].stamp.wallMs == changes[i - 1].stamp.wallMs)
            changes[i].stamp.counter = quint16(changes[i - 1].stamp.counter + 1);
    return changes;
}

void shuffle(QList<Change>& changes, SeededRandom& random)
{
    for (int i = int(changes.size()) - 1; i > 0; --i)
        changes.swapItemsAt(i, int(random.below(quint32(i + 1))));
}

} // namespace

TEST_CASE("sync store: the order of arrival makes no difference", "[storage][sync]")
{
    const auto seed = GENERATE(range(1U, 9U));
    CAPTURE(seed);
    SeededRandom random(seed);
    QList<Change> changes = randomChanges(random, 150);
    TempStore first(1), second(2);
    shuffle(changes, random);
    mustWork(first->sync().apply(changes, 150));
    shuffle(changes, random);
    for (qsizetype from = 0; from < changes.size(); from += 7)
        mustWork(second->sync().apply(changes.mid(from, 7), from));
    mustWork(second->sync().apply(changes.mid(0, 40), 150)); // and once more, some of them
    const QStringList one = dump(first), other = dump(second);
    for (qsizetype i = 0; i < std::max(one.size(), other.size()); ++i)
        CHECK(one.value(i) == other.value(i));
    CHECK(one.size() > 10);
}

TEST_CASE("sync store: edits", "[storage][sync]")
{
    TempStore store;
    SequentialIds ids(7);
    const Client client{.id = ClientId(ids.next()), .givenName = u"José"_s, .familyName = u"Núñez"_s};
    const QUuid key = client.id.uuid(), peer = ids.next();
    mustWork(store->edits().commit({editOf("client", key, client)}));
    const Change queued = mustHave(store->sync().outgoing(10)).first();
    const auto name = [&] { return mustHave(store->clients().client(client.id))->givenName; };
    const qint64 now = store.clock.now().toMSecsSinceEpoch();

    SECTION("are queued as they were made, oldest first, and survive a restart")
    {
        CHECK(queued.entity == u"client");
        CHECK(queued.fields == records::fieldsOf(client));
        mustWork(store->edits().commit({{u"client"_s, key, {{u"given_name"_s, u"Pepe"_s}}}}));
        store.reopen();
        const auto all = mustHave(store->sync().outgoing(10));
        REQUIRE(all.size() == 2);
        CHECK(all[0] == queued);
        CHECK(all[1].stamp > all[0].stamp);
        CHECK(mustHave(store->sync().outgoing(1)).size() == 1);
    }
    SECTION("that come back from the server change nothing")
    {
        mustWork(store->sync().apply({queued}, 5));
        CHECK(mustHave(store->sync().cursor()) == 5);
        CHECK(mustHave(store->sync().outgoingCount()) == 1);
        CHECK(name() == u"José");
    }
    SECTION("lose to a later change of a peer and win over an earlier one, field by field")
    {
        mustWork(store->sync().apply({change(ids, "client", key, now - 10, peer, {{u"given_name"_s, u"Early"_s}})}, 1));
        CHECK(name() == u"José");
        mustWork(store->sync().apply({change(ids, "client", key, now + 10, peer, {{u"given_name"_s, u"Later"_s}})}, 2));
        CHECK(name() == u"Later");
        CHECK(mustHave(store->clients().client(client.id))->familyName == u"Núñez");
    }
    SECTION("made after seeing a peer whose clock is ahead win over what was seen")
    {
        mustWork(
            store->sync().apply({change(ids, "client", key, now + 60000, peer, {{u"given_name"_s, u"Ahead"_s}})}, 1));
        mustWork(store->edits().commit({{u"client"_s, key, {{u"given_name"_s, u"Mine"_s}}}}));
        CHECK(name() == u"Mine");
    }
    SECTION("made after seeing a peer whose clock is a year ahead win, too, and that clock is not followed")
    {
        const qint64 year = 365LL * 24 * 3600 * 1000;
        mustWork(store->sync().apply({change(ids, "client", key, now + year, peer, {{u"given_name"_s, u"Ahead"_s}})}, 1));
        mustWork(store->edits().commit({{u"client"_s, key, {{u"given_name"_s, u"Mine"_s}}}}));
        CHECK(name() == u"Mine");
        mustWork(store->edits().commit({{u"client"_s, key, {{u"given_name"_s, u"Mine again"_s}}}}));
        CHECK(name() == u"Mine again");
        mustWork(store->edits().commit({editOf("client", ids.next(), client)}));
        CHECK(mustHave(store->sync().outgoing(10)).last().stamp.wallMs < now + year / 2);
    }
    SECTION("keep their order when the clock goes back")
    {
        store.clock.setWall(store.clock.now().addDays(-3));
        mustWork(store->edits().commit({{u"client"_s, key, {{u"given_name"_s, u"Back"_s}}}}));
        CHECK(name() == u"Back");
        CHECK(mustHave(store->sync().outgoing(10)).last().stamp > queued.stamp);
    }
    SECTION("that the server refuses are kept and shown")
    {
        mustWork(store->sync().setRefused(queued.id, u"Not allowed."_s));
        CHECK(mustHave(store->sync().outgoingCount()) == 0);
        const auto refused = mustHave(store->sync().refused());
        REQUIRE(refused.size() == 1);
        CHECK(refused.first().change == queued);
        CHECK(refused.first().sentence == u"Not allowed.");
    }
    SECTION("of an append-only record count once")
    {
        const QUuid note = ids.next();
        const QJsonObject fields{{u"kind"_s, u"note"_s}, {u"client_id"_s, client.id.toString()}, {u"at"_s, 5}};
        mustWork(store->edits().commit({{u"activity"_s, note, fields}, {u"activity"_s, note, fields}}));
        CHECK(mustHave(store->sync().outgoingCount()) == 2); // the client and one note
    }
}

TEST_CASE("sync store: a server that was put back from a backup gets what it lost", "[storage][sync]")
{
    TempStore temp;
    TempStore& store = temp;
    SyncStore& sync = store->sync();
    const QUuid client = temp.ids.next();
    const QUuid message = temp.ids.next();
    const QUuid kept = temp.ids.next();
    const QUuid theirs = temp.ids.next();
    const QUuid other = temp.ids.next();
    const QString share = temp.ids.next().toString(QUuid::WithoutBraces);
    mustWork(store->edits().commit({{u"client"_s, client, {{u"given_name"_s, u"José"_s}}},
                                    {u"client"_s, kept, {{u"given_name"_s, u"Ana"_s}}},
                                    {u"message"_s,
                                     message,
                                     {{u"share_id"_s, share},
                                      {u"client_id"_s, client.toString(QUuid::WithoutBraces)},
                                      {u"kind"_s, u"initial"_s},
                                      {u"channel"_s, u"text"_s},
                                      {u"address"_s, u"+19375550101"_s},
                                      {u"due_at"_s, 1000},
                                      {u"state"_s, u"waiting"_s}}}}));
    const QList<Change> pushed = mustHave(sync.outgoing(100));
    QList<ChangeId> ids;
    for (const Change& one : pushed)
        ids.append(one.id);
    mustWork(sync.acknowledge(ids));
    const qint64 later = pushed.last().stamp.wallMs + 1000;
    mustWork(sync.apply({change(temp.ids, "message", message, later, other, {{u"state"_s, u"sent"_s}}),
                         change(temp.ids, "client", theirs, later, other, {{u"given_name"_s, u"Ben"_s}})},
                        500));
    QList<Change> backup = {change(temp.ids, "client", kept, 5, other, {{u"given_name"_s, u"Ana"_s}})};
    backup.first().stamp = pushed[1].stamp;
    const auto takeSnapshot = [&](qint64 position) {
        mustWork(sync.beginSnapshot(u"1"_s));
        mustWork(sync.mergeSnapshot(backup, u"2"_s));
        while (!mustHave(sync.finishSnapshot(position, u"1"_s))) {
        }
    };

    SECTION("which is all that was made here and is not there; a message as it was made")
    {
        takeSnapshot(100);
        const QList<Change> again = mustHave(sync.outgoing(100));
        REQUIRE(again.size() == 2);
        CHECK(again[0].key == client);
        CHECK(again[0].stamp == pushed[0].stamp);
        CHECK(again[0].fields[u"given_name"] == u"José"_s);
        CHECK(again[1].key == message);
        CHECK(again[1].fields[u"state"] == u"waiting"_s);
        CHECK_FALSE(again[1].fields.contains(u"state_at"_s));
        CHECK(mustHave(store->shares().message(MessageId(message)))->state == MessageState::Waiting);
    }
    SECTION("also what was said here later of a record that it has as it was before; and that a message was called off")
    {
        mustWork(store->edits().commit({{u"client"_s, kept, {{u"given_name"_s, u"Anna"_s}}},
                                        {u"message"_s, message, {{u"state"_s, u"canceled"_s}, {u"state_at"_s, 2000}}}}));
        QList<ChangeId> said;
        for (const Change& one : mustHave(sync.outgoing(100)))
            said.append(one.id);
        mustWork(sync.acknowledge(said));
        takeSnapshot(100);
        const QList<Change> again = mustHave(sync.outgoing(100));
        REQUIRE(again.size() == 4);
        CHECK(again[1].key == kept);
        CHECK(again[1].fields == QJsonObject{{u"given_name"_s, u"Anna"_s}});
        CHECK(again[1].stamp > pushed[1].stamp);
        CHECK(again[2].fields[u"state"] == u"waiting"_s);
        CHECK(again[3].fields[u"state"] == u"canceled"_s);
        CHECK(again[3].stamp > again[2].stamp);
    }
    SECTION("and what it or others said after the backup is forgotten here, too: it says it again, or it is gone")
    {
        backup.append(change(temp.ids, "message", message, pushed[2].stamp.wallMs, other, {{u"state"_s, u"waiting"_s}}));
        CHECK(mustHave(store->shares().message(MessageId(message)))->state == MessageState::Sent);
        takeSnapshot(100);
        CHECK(mustHave(store->shares().message(MessageId(message)))->state == MessageState::Waiting);
    }
    SECTION("and one that only shows less gets nothing")
    {
        takeSnapshot(500);
        CHECK(mustHave(sync.outgoingCount()) == 0);
    }
}

TEST_CASE("sync store: what a newer server sends is no trouble", "[storage][sync]")
{
    TempStore store;
    SequentialIds ids(7);
    const QUuid key = ids.next(), device = ids.next();
    mustWork(store->sync().apply(
        {change(ids, "holiday", ids.next(), 5, device, {{u"name"_s, u"New Year"_s}}),
         change(ids, "client", key, 5, device, {{u"given_name"_s, u"A"_s}, {u"favourite_colour"_s, u"blue"_s}}),
         change(ids, "client", ids.next(), 5, device, {{u"favourite_colour"_s, u"red"_s}})},
        3));
    CHECK(mustHave(store->clients().count({})) == 1);
    CHECK(mustHave(store->clients().client(ClientId(key)))->givenName == u"A");
}

TEST_CASE("sync store: parts of a record may come before the rest", "[storage][sync]")
{
    TempStore store;
    SequentialIds ids(7);
    const QUuid referral = ids.next(), device = ids.next(), client = ids.next(), site = ids.next();
    mustWork(store->sync().apply({change(ids, "referral", referral, 9, device, {{u"status"_s, u"canceled"_s}})}, 1));
    CHECK_FALSE(mustHave(store->referrals().referral(ReferralId(referral))).has_value());
    CHECK(mustHave(store->referrals().find({}, {})).isEmpty());
    mustWork(store->sync().apply({change(ids, "referral", referral, 5, device,
                                         {{u"client_id"_s, client.toString(QUuid::WithoutBraces)},
                                          {u"site_id"_s, site.toString(QUuid::WithoutBraces)},
                                          {u"status"_s, u"unstarted"_s},
                                          {u"created_by"_s, client.toString(QUuid::WithoutBraces)},
                                          {u"created_at"_s, 5}})},
                                 2));
    CHECK(mustHave(store->referrals().referral(ReferralId(referral)))->status == ReferralStatus::Canceled);
    CHECK(mustHave(store->referrals().find({}, {})).size() == 1);
}

TEST_CASE("local store: tables are as the schema says", "[storage]")
{
    TempStore store;
    const auto database = rawDatabase(store);
    for (const records::Entity& entity : records::schema()) {
        CAPTURE(QString(entity.name));
        QMap<QString, QString> types;
        Statement query = database->statement(u"PRAGMA table_info(\"%1\")"_s.arg(QString(entity.name)));
        mustWork(query.run());
        while (query.next())
            types.insert(query.text(1), query.text(2));
        CHECK(types.value(u"id"_s) == u"TEXT");
        CHECK(types.contains(u"stamps"_s));
        CHECK(size_t(types.size()) == entity.fields.size() + 2);
        for (const records::Field& field : entity.fields) {
            using records::FieldType;
            const QMap<FieldType, QString> columns = {
                {FieldType::Text, u"TEXT"_s},        {FieldType::Uuid, u"TEXT"_s},
                {FieldType::Integer, u"BIGINT"_s},   {FieldType::Real, u"DOUBLE PRECISION"_s},
                {FieldType::Boolean, u"SMALLINT"_s}, {FieldType::Instant, u"BIGINT"_s},
                {FieldType::Json, u"TEXT"_s}};
            CHECK(types.value(field.name) == columns.value(field.type));
        }
    }
}

TEST_CASE("local store: hot questions use an index and sort nothing", "[storage]")
{
    TempStore store;
    const auto database = rawDatabase(store);
    const QString sql = GENERATE(
        u"SELECT place FROM client_list ORDER BY place LIMIT 100"_s,
        u"SELECT rowid FROM client_search WHERE client_search MATCH '\"a\"*' ORDER BY rowid LIMIT 100"_s,
        u"SELECT l.place FROM referral_list l WHERE l.client_id = 'x' ORDER BY l.place LIMIT 100"_s,
        u"SELECT l.place FROM referral_list l WHERE l.status_rank = 1 ORDER BY l.place LIMIT 100"_s,
        u"SELECT l.place FROM referral_search JOIN referral_list l ON l.place = referral_search.rowid "
        "WHERE referral_search MATCH '\"a\"*' AND +l.status_rank = 1 ORDER BY referral_search.rowid LIMIT 100"_s,
        u"SELECT s.rowid, l.week FROM site_search s CROSS JOIN site_list l ON l.place = s.rowid "
        "WHERE site_search MATCH '\"a\"* AND \"b\"' ORDER BY s.rowid"_s,
        u"SELECT l.place FROM json_each('[1]') j CROSS JOIN site_search s ON s.rowid = j.value "
        "CROSS JOIN site_list l ON l.place = j.value WHERE site_search MATCH '\"a\"*'"_s,
        u"SELECT name, sites FROM site_option WHERE kind = 'k' AND sites > 0 ORDER BY sites DESC, name LIMIT 2000"_s,
        u"SELECT 1 FROM favourite f WHERE f.user_id = 'x' AND f.site_id = 'y' AND coalesce(f.removed, 0) = 0"_s,
        u"SELECT site_id FROM referral WHERE created_by = 'x' ORDER BY created_at DESC LIMIT 1000"_s,
        u"SELECT * FROM activity a WHERE a.client_id = 'x' ORDER BY a.at DESC, a.id DESC LIMIT 100"_s,
        u"SELECT * FROM activity a WHERE a.referral_id = 'x' ORDER BY a.at DESC, a.id DESC LIMIT 100"_s,
        u"SELECT * FROM activity a ORDER BY a.at DESC, a.id DESC LIMIT 100"_s,
        u"SELECT * FROM message WHERE referral_id = 'x' AND state IN ('waiting', 'held')"_s,
        u"SELECT * FROM message WHERE lower(address) = 'x' AND channel = 'text' AND state IN ('waiting', 'held')"_s,
        u"SELECT * FROM opt_out WHERE lower(address) = 'x' AND channel = 'text'"_s,
        u"SELECT * FROM message m ORDER BY m.due_at DESC, m.id DESC LIMIT 100"_s,
        u"SELECT * FROM message m WHERE m.state IN ('waiting') ORDER BY m.due_at, m.id LIMIT 100"_s,
        u"SELECT * FROM message m WHERE m.client_id = 'x' ORDER BY m.due_at DESC, m.id DESC LIMIT 100"_s,
        u"SELECT * FROM reply y WHERE y.needs_worker = 1 ORDER BY y.received_at, y.id LIMIT 100"_s,
        u"SELECT * FROM reply WHERE lower(from_address) = 'x' AND channel = 'text' ORDER BY received_at DESC"_s,
        u"SELECT * FROM activity a WHERE a.kind IN ('answered') ORDER BY a.at DESC, a.id DESC LIMIT 100"_s,
        u"SELECT * FROM activity a WHERE a.worker_id = 'x' ORDER BY a.at DESC, a.id DESC LIMIT 100"_s,
        u"SELECT * FROM activity a WHERE a.message_id = 'x' ORDER BY a.at DESC, a.id DESC LIMIT 100"_s,
        u"SELECT * FROM referral_list l WHERE l.status NOT IN ('service_completed', 'canceled') "
        "AND l.last_activity_at <= 1 ORDER BY l.last_activity_at, l.id LIMIT 100"_s,
        u"SELECT id FROM client WHERE assigned_worker_id = 'x'"_s,
        u"SELECT client_id FROM referral WHERE created_by = 'x'"_s, u"SELECT client_id FROM share WHERE shared_by = 'x'"_s,
        u"SELECT id FROM outgoing WHERE refused IS NULL ORDER BY position LIMIT 500"_s);
    CAPTURE(sql);
    Statement query = database->statement(u"EXPLAIN QUERY PLAN "_s + sql);
    mustWork(query.run());
    QStringList plan;
    while (query.next())
        plan.append(query.text(3));
    CAPTURE(plan.join(u" / "));
    CHECK_FALSE(plan.isEmpty());
    CHECK_FALSE(plan.join(u' ').contains(u"TEMP B-TREE"));
    // A scan is right only where the list itself is walked in its order, or by the search table.
    for (const QString& step : plan)
        CHECK((step.contains(u"SEARCH") || step.contains(u"VIRTUAL TABLE") || step.contains(u"USING INDEX") ||
               step == u"SCAN client_list" || step == u"SCAN outgoing"));
}
