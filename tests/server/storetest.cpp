// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/testserverstore.h"

#include <QFile>
#include <QSqlRecord>
#include <atomic>
#include <thread>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

Change clientChange(TestServerStore& world, const QUuid& key, const Stamp& stamp, const QJsonObject& fields)
{
    return {ChangeId(world.ids.next()), u"client"_s, key, stamp, fields};
}

QJsonObject clientOf(TestServerStore& world, Database& db, const QUuid& key)
{
    return mustHave(RecordReader(db, world.agency.id).find(u"client", key)).value_or(QJsonObject());
}

} // namespace

TEST_CASE("server store: records", "[server][store]")
{
    TestServerStore world;
    const QUuid key = world.ids.next();
    const QUuid deviceA = world.ids.next();
    const QUuid deviceB = world.ids.next();

    SECTION("survive a restart, with their numbers and the server's clock")
    {
        {
            auto db = world.open();
            mustHave(world.apply(*db, clientChange(world, key, {5000, 0, deviceA}, {{u"given_name"_s, u"Ana"_s}})));
        }
        auto db = world.open();
        mustWork(db->migrate());
        CHECK(clientOf(world, *db, key)[u"given_name"] == u"Ana"_s);
        const auto changes = mustHave(RecordReader(*db, world.agency.id).changesSince(0, 100));
        REQUIRE(changes.size() == 2);
        CHECK(changes[0].entity == u"agency"_s);
        CHECK(changes[1].seq == 2);
        CHECK(changes[1].stamp == Stamp{5000, 0, deviceA});
        CHECK(mustHave(agencies(*db)) == QList<Agency>{world.agency});
    }
    SECTION("every kind of field comes back as it went in")
    {
        auto db = world.open();
        ResourceSite site{.id = ResourceSiteId(world.ids.next()), .serviceName = u"Food Pantry"_s};
        site.description = u""_s;
        site.latitude = 37.25;
        site.languages = {u"en"_s, u"es"_s};
        site.active = false;
        world.write(*db, {records::editOf("resource_site", site.id.uuid(), site)});
        const auto fields = mustHave(RecordReader(*db, world.agency.id).find(u"resource_site", site.id.uuid())).value();
        CHECK(mustHave(records::readResourceSite(site.id.uuid(), fields)) == site);
        CHECK(fields[u"description"].isString());
        CHECK(fields[u"active"].isBool());
        CHECK_FALSE(fields.contains(u"longitude"));
    }
    SECTION("a change is kept once, whatever is sent again")
    {
        auto db = world.open();
        const Change change = clientChange(world, key, {5000, 0, deviceA}, {{u"given_name"_s, u"Ana"_s}});
        const Applied first = mustHave(world.apply(*db, change));
        const Applied again = mustHave(world.apply(*db, change));
        CHECK_FALSE(first.duplicate);
        CHECK(again.duplicate);
        CHECK(first.seq == again.seq);
        CHECK(mustHave(RecordReader(*db, world.agency.id).lastSeq()) == first.seq);
    }
    SECTION("the last writer wins, field by field, in any order of arrival")
    {
        QList<Change> changes{
            clientChange(world, key, {5000, 0, deviceA}, {{u"given_name"_s, u"Ana"_s}, {u"family_name"_s, u"A"_s}}),
            clientChange(world, key, {6000, 0, deviceB}, {{u"given_name"_s, u"Bea"_s}}),
            clientChange(world, key, {6000, 0, deviceA}, {{u"given_name"_s, u"Cleo"_s}, {u"language"_s, u"es"_s}}),
            clientChange(world, key, {7000, 0, deviceA}, {{u"language"_s, QJsonValue::Null}})};
        auto db = world.open();
        do {
            mustHave(world.apply(*db, changes[0]));
            for (const Change& change : changes)
                mustHave(world.apply(*db, change));
            CHECK(clientOf(world, *db, key) == QJsonObject{{u"given_name"_s, u"Bea"_s}, {u"family_name"_s, u"A"_s}});
            mustHave(db->query(u"DELETE FROM client"_s));
            mustHave(db->query(u"DELETE FROM change_log WHERE entity = 'client'"_s));
        } while (std::next_permutation(changes.begin() + 1, changes.end(),
                                       [](const Change& a, const Change& b) { return a.id < b.id; }));
    }
    SECTION("an append-only record keeps its first words")
    {
        auto db = world.open();
        QJsonObject note{{u"kind"_s, u"note"_s},
                         {u"client_id"_s, key.toString(QUuid::WithoutBraces)},
                         {u"at"_s, 1000},
                         {u"text"_s, u"first"_s}};
        const QUuid id = world.ids.next();
        mustHave(world.apply(*db, {ChangeId(world.ids.next()), u"activity"_s, id, {5000, 0, deviceA}, note}));
        note[u"text"_s] = u"second"_s;
        CHECK(mustHave(world.apply(*db, {ChangeId(world.ids.next()), u"activity"_s, id, {9000, 0, deviceA}, note}))
                  .duplicate);
        CHECK(mustHave(RecordReader(*db, world.agency.id).find(u"activity", id)).value()[u"text"] == u"first"_s);
    }
    SECTION("what can't be right leaves no trace")
    {
        auto db = world.open();
        CHECK_FALSE(world.apply(*db, clientChange(world, key, {5000, 0, deviceA}, {{u"family_name"_s, u"A"_s}})).ok());
        CHECK_FALSE(world.apply(*db, clientChange(world, key, {5000, 0, deviceA}, {{u"given_name"_s, 7}})).ok());
        CHECK(mustHave(RecordReader(*db, world.agency.id).lastSeq()) == 1);
        CHECK(clientOf(world, *db, key).isEmpty());
    }
    SECTION("one agency sees nothing of another")
    {
        auto db = world.open();
        Agency other = world.agency;
        other.id = AgencyId(world.ids.next());
        mustWork(createAgency(*db, other, world.environment));
        mustHave(world.apply(*db, clientChange(world, key, {5000, 0, deviceA}, {{u"given_name"_s, u"Ana"_s}})));
        CHECK_FALSE(mustHave(RecordReader(*db, other.id).find(u"client", key)).has_value());
        CHECK(mustHave(RecordReader(*db, other.id).changesSince(0, 100)).size() == 1);
    }
}

TEST_CASE("server store: the server's own word", "[server][store]")
{
    TestServerStore world;
    auto db = world.open();
    const QUuid key = world.ids.next();
    const QUuid device = world.ids.next();
    const qint64 nowMs = world.clock.now().toMSecsSinceEpoch();

    SECTION("comes after what it has seen, even when its own clock went back")
    {
        world.write(*db, {{u"client"_s, key, {{u"given_name"_s, u"Ana"_s}}}});
        world.clock.setWall(world.clock.now().addDays(-3));
        db.reset();
        db = world.open();
        world.write(*db, {{u"client"_s, key, {{u"given_name"_s, u"Bea"_s}}}});
        CHECK(clientOf(world, *db, key)[u"given_name"] == u"Bea"_s);
        const auto changes = mustHave(RecordReader(*db, world.agency.id).changesSince(1, 10));
        CHECK(changes[1].stamp > changes[0].stamp);
    }
    SECTION("wins over a device whose clock is a year ahead, and does not follow it")
    {
        const Stamp ahead{nowMs + 365LL * 24 * 3600 * 1000, 0, device};
        mustHave(world.apply(*db, clientChange(world, key, ahead, {{u"given_name"_s, u"Ana"_s}})));
        world.write(*db, {{u"client"_s, key, {{u"given_name"_s, u"Bea"_s}}}});
        CHECK(clientOf(world, *db, key)[u"given_name"] == u"Bea"_s);
        world.write(*db, {{u"client"_s, world.ids.next(), {{u"given_name"_s, u"Cleo"_s}}}});
        const auto changes = mustHave(RecordReader(*db, world.agency.id).changesSince(0, 10));
        CHECK(changes.last().stamp.wallMs < nowMs + 24LL * 3600 * 1000);
    }
    SECTION("wins each time over a device whose clock is ahead, however often it speaks")
    {
        // Which field's stamp is met first hangs on the hash: several fields, several runs of it.
        const Stamp ahead{nowMs + 8LL * 24 * 3600 * 1000, 0, device};
        const QStringList fields{u"given_name"_s, u"family_name"_s, u"language"_s};
        mustHave(world.apply(*db, clientChange(world, key, ahead, {{u"given_name"_s, u"A"_s}, {u"family_name"_s, u"A"_s}, {u"language"_s, u"en"_s}})));
        for (int i = 0; i < 6; ++i)
            for (const QString& field : fields) {
                const QString word = u"%1"_s.arg(i);
                world.write(*db, {{u"client"_s, key, {{field, word}}}});
                CHECK(clientOf(world, *db, key)[field] == word);
            }
    }
    SECTION("is news to who waits, and only once it is kept")
    {
        const QByteArray topic = world.agency.id.toString().toLatin1();
        const quint64 before = world.news.count(topic);
        const auto failed = db->transaction([&]() -> Result<void> {
            auto records = Records::lock(*db, world.agency.id, world.environment);
            mustHave(records->write(Edit{u"client"_s, key, {{u"given_name"_s, u"Ana"_s}}}));
            return Error{ErrorCode::Conflict, u"no"_s};
        });
        CHECK(failed.error().sentence == u"no"_s);
        CHECK(world.news.count(topic) == before);
        CHECK(clientOf(world, *db, key).isEmpty());
        world.write(*db, {{u"client"_s, key, {{u"given_name"_s, u"Ana"_s}}}});
        CHECK(world.news.count(topic) == before + 1);
    }
}

TEST_CASE("server store: many writers get numbers without gaps, in the order of their commits", "[server][store]")
{
    TestServerStore world;
    constexpr int writers = 4;
    constexpr int each = 25;
    std::atomic<bool> done = false;
    std::atomic<int> failures = 0;
    std::vector<qint64> seen;
    std::thread reader([&] {
        auto db = std::move(Database::open(world.settings)).value();
        RecordReader records(*db, world.agency.id);
        for (bool last = false; !last;) {
            last = done;
            const auto changes = records.changesSince(seen.empty() ? 0 : seen.back(), 1000);
            if (!changes) {
                ++failures;
                break;
            }
            for (const Change& change : *changes)
                seen.push_back(change.seq);
        }
    });
    std::vector<std::thread> threads;
    for (int w = 0; w < writers; ++w)
        threads.emplace_back([&] {
            auto opened = Database::open(world.settings);
            for (int i = 0; i < each && opened; ++i)
                if (!world.apply(**opened, clientChange(world, world.ids.next(), {5000, 0, world.ids.next()},
                                                        {{u"given_name"_s, u"Ana"_s}})))
                    ++failures;
            if (!opened)
                ++failures;
        });
    for (std::thread& thread : threads)
        thread.join();
    done = true;
    reader.join();
    CHECK(failures == 0);
    REQUIRE(seen.size() == size_t(writers * each + 1));
    for (size_t i = 0; i < seen.size(); ++i)
        CHECK(seen[i] == qint64(i + 1));
}

TEST_CASE("server store: schema", "[server][store]")
{
    TestServerStore world;
    auto db = world.open();

    SECTION("the tables follow the one description of the records")
    {
        for (const records::Entity& entity : records::schema()) {
            INFO(QString(entity.name));
            const QSqlRecord columns = db->sql().record(QString(entity.name));
            CHECK(columns.count() == int(entity.fields.size()) + 3);
            for (const records::Field& field : entity.fields) {
                INFO(QString(field.name));
                CHECK(columns.contains(QString(field.name)));
            }
        }
    }
    SECTION("bringing up a schema that is up to date changes nothing")
    {
        mustWork(db->migrate());
        mustWork(db->checkVersion());
        CHECK(mustHave(RecordReader(*db, world.agency.id).lastSeq()) == 1);
    }
    SECTION("a newer one is refused and left as it is")
    {
        mustHave(db->query(u"UPDATE server_fact SET value = '99' WHERE name = 'schema_version'"_s));
        CHECK(db->migrate().error().code == ErrorCode::NewerVersion);
        CHECK(db->checkVersion().error().code == ErrorCode::NewerVersion);
        CHECK(mustHave(RecordReader(*db, world.agency.id).lastSeq()) == 1);
    }
}

TEST_CASE("server store: the file of SQLite", "[server][sqlite]")
{
    TestServerStore world;
    auto db = world.open();

    SECTION("its file is for its owner alone")
    {
        const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        for (const QString& name : {u"server.db"_s, u"server.db-wal"_s})
            CHECK_FALSE(QFile::permissions(world.folder.filePath(name)).testAnyFlags(others));
    }
    SECTION("a file that is no database is refused and left as it is")
    {
        const QString path = world.folder.filePath(u"letter.txt"_s);
        const QByteArray letter("Dear Sir or Madam, this is not a database, however long one looks at it.");
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(letter);
        file.close();
        auto opened = Database::open({.name = path});
        const Result<void> refused = opened ? (*opened)->migrate() : opened.error();
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().sentence.contains(u"is no database, or damaged"_s));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == letter);
    }
}

TEST_CASE("server store: the address of the database", "[server][store]")
{
    const auto postgres = mustHave(DatabaseSettings::fromText(u"postgresql://hr:s%40crt@db.example:5433/handrail"_s));
    CHECK(postgres.driver == u"QPSQL"_s);
    CHECK(postgres.name == u"handrail"_s);
    CHECK(postgres.password == u"s@crt"_s);
    CHECK(postgres.port == 5433);
    CHECK(mustHave(DatabaseSettings::fromText(u"postgresql:///hr?host=/run/pg"_s)).host == u"/run/pg"_s);
    CHECK(mustHave(DatabaseSettings::fromText(u"/var/lib/handrail/server.db"_s)).driver == u"QSQLITE"_s);
    CHECK_FALSE(DatabaseSettings::fromText(u""_s).ok());
    CHECK_FALSE(DatabaseSettings::fromText(u"mysql://x/y"_s).ok());

    SECTION("on another machine is reached by TLS, and by nothing less")
    {
        const auto tls = [](const QString& address) { return mustHave(DatabaseSettings::fromText(address)).tls; };
        CHECK(postgres.tls == u"sslmode=require"_s);
        CHECK(tls(u"postgresql://db.example/hr?sslmode=verify-full&sslrootcert=/etc/ca.pem"_s) ==
              u"sslmode=verify-full;sslrootcert=/etc/ca.pem"_s);
        for (const QString& here : {u"postgresql:///hr?host=/run/pg"_s, u"postgresql://localhost/hr"_s,
                                    u"postgresql://127.0.0.1:5433/hr"_s, u"postgresql://[::1]/hr"_s})
            CHECK(tls(here).isEmpty());
        CHECK(tls(u"postgresql://127.0.0.1.evil.example/hr"_s) == u"sslmode=require"_s);
        for (const QString& weak : {u"disable"_s, u"allow"_s, u"prefer"_s, u"require;host=evil"_s})
            CHECK_FALSE(DatabaseSettings::fromText(u"postgresql://db/hr?sslmode="_s + weak).ok());
    }
}
