// SPDX-License-Identifier: GPL-3.0-or-later
// What may go wrong before a store is open, and that nothing of it ends in a new, empty store.
#include "core/domain/records/codec.h"
#include "core/storage/encryptedsqlitedriver.h"
#include "core/storage/migrations.h"
#include "core/storage/sqllocalstore.h"
#include "tests/support/tempstore.h"

#include <QDir>
#include <QSqlQuery>
#include <thread>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void setContents(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    REQUIRE(file.write(bytes) == bytes.size());
}

Client someClient(Ids& ids, const QString& name = u"Zebulon"_s)
{
    return {.id = ClientId(ids.next()),
            .givenName = name,
            .familyName = u"Quackenbush"_s,
            .timeZone = u"America/New_York"_s};
}

void addClients(TempStore& store, int clients)
{
    QList<Edit> edits;
    for (int i = 0; i < clients; ++i) {
        const Client client = someClient(store.ids);
        edits.append(records::editOf("client", client.id.uuid(), client));
    }
    mustWork(store->edits().commit(edits));
}

/// A store with clients in it, closed, so that all is in the one file.
void fill(TempStore& store, int clients = 200)
{
    addClients(store, clients);
    store.store.reset();
}

/// The error with which opening is refused. The file must be as it was.
Error refusal(TempStore& store)
{
    const QByteArray before = contentsOf(store.path());
    const bool existed = QFile::exists(store.path());
    const auto opened = openLocalStore(store.path(), store.parts());
    REQUIRE_FALSE(opened.ok());
    CHECK(QFile::exists(store.path()) == existed);
    CHECK((contentsOf(store.path()) == before));
    CHECK(opened.error().sentence.size() > 40);
    return opened.error();
}

} // namespace

TEST_CASE("opening: the key", "[storage][opening]")
{
    TempStore store;

    SECTION("is made once, written and read back")
    {
        CHECK(store.secrets.writes == 1);
        CHECK(store.secrets.reads == 2);
        CHECK(store.secrets.secrets.first().size() == 32);
        store.reopen();
        CHECK(store.secrets.writes == 1);
    }
    SECTION("that a locked keychain doesn't give refuses, and the data are there when it is unlocked")
    {
        fill(store, 3);
        store.secrets.locked = true;
        CHECK(refusal(store).code == ErrorCode::KeyTrouble);
        store.secrets.locked = false;
        store.reopen();
        CHECK(mustHave(store->clients().count({})) == 3);
    }
    SECTION("that a broken keychain doesn't give refuses")
    {
        store.store.reset();
        store.secrets.broken = true;
        CHECK(refusal(store).code == ErrorCode::KeyTrouble);
    }
    SECTION("of another store refuses")
    {
        fill(store, 3);
        store.secrets.secrets.first() = QByteArray(32, 'x');
        CHECK(refusal(store).sentence.contains(u"key"));
    }
    SECTION("of a wrong length refuses")
    {
        store.store.reset();
        store.secrets.secrets.first() = "short";
        CHECK(refusal(store).code == ErrorCode::KeyTrouble);
    }
}

TEST_CASE("opening: no store begins with a key that the keychain won't keep", "[storage][opening]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"store.db"_s);
    MemorySecretStore secrets;
    SeededRandom random;
    ManualClock clock;
    SequentialIds ids;
    const LocalStoreParts parts{secrets, random, clock, ids};

    SECTION("a forgetful one")
    {
        secrets.forgetful = true;
    }
    SECTION("a locked one")
    {
        secrets.locked = true;
    }
    SECTION("a broken one")
    {
        secrets.broken = true;
    }
    CHECK(openLocalStore(path, parts).error().code == ErrorCode::KeyTrouble);
    CHECK_FALSE(QFile::exists(path));
    CHECK_FALSE(QFile::exists(markerPath(path)));
}

TEST_CASE("opening: a file that is not what it was", "[storage][opening]")
{
    TempStore store;
    fill(store);
    const QByteArray whole = contentsOf(store.path());
    REQUIRE(whole.size() > 100000);

    SECTION("gone")
    {
        QFile::remove(store.path());
        CHECK(refusal(store).code == ErrorCode::StorageTrouble);
    }
    SECTION("emptied")
    {
        setContents(store.path(), {});
        CHECK(refusal(store).code == ErrorCode::StorageTrouble);
    }
    SECTION("cut off")
    {
        const int size = GENERATE(1, 15, 16, 100, 4095, 4096, 4097, 8192, 12288, 40000, 100000);
        CAPTURE(size);
        setContents(store.path(), whole.left(size));
        CHECK(refusal(store).code == ErrorCode::StorageTrouble);
    }
    SECTION("cut off by its last page")
    {
        setContents(store.path(), whole.left(whole.size() - 4096));
        CHECK(refusal(store).code == ErrorCode::StorageTrouble);
    }
    SECTION("replaced by something else")
    {
        setContents(store.path(), QByteArray(50000, 'x'));
        CHECK(refusal(store).code == ErrorCode::StorageTrouble);
    }
    SECTION("one bit flipped anywhere: an error here or at the first check, never a wrong or an empty answer")
    {
        const double where = GENERATE(0.0, 0.01, 0.03, 0.2, 0.4, 0.6, 0.8, 0.999);
        const auto at = qsizetype(double(whole.size() - 1) * where);
        CAPTURE(at);
        QByteArray flipped = whole;
        flipped[at] = char(flipped[at] ^ 0x10);
        setContents(store.path(), flipped);
        const auto opened = openLocalStore(store.path(), store.parts());
        if (opened.ok()) {
            auto& local = dynamic_cast<SqlLocalStore&>(**opened);
            CHECK_FALSE(local.checkWhole().ok());
        } else {
            CHECK(opened.error().code == ErrorCode::StorageTrouble);
        }
    }
    setContents(store.path(), whole);
    store.reopen();
    CHECK(mustHave(store->clients().count({})) == 200);
    mustWork(dynamic_cast<SqlLocalStore&>(*store.store).checkWhole());
}

TEST_CASE("opening: an interrupted first start goes on", "[storage][opening]")
{
    TempStore store;
    store.store.reset();
    QFile::remove(markerPath(store.path()));

    SECTION("the file was made, the marker wasn't") {}
    SECTION("only the empty file was made")
    {
        setContents(store.path(), {});
    }
    SECTION("only the key was written")
    {
        QFile::remove(store.path());
    }
    store.reopen();
    CHECK(QFile::exists(markerPath(store.path())));
    CHECK(store.secrets.writes == 1);
}

namespace {

void runOn(const TempStore& store, const QString& sql)
{
    auto database = mustHave(
        Database::open(store.path(), SecureBytes::take(QByteArray(store.secrets.secrets.first().constData(), 32))));
    mustWork(database->execute(sql));
}

} // namespace

TEST_CASE("opening: versions", "[storage][opening]")
{
    TempStore store;
    fill(store, 2);

    SECTION("a newer one that this program can't work on is refused with a sentence")
    {
        runOn(store, u"PRAGMA user_version = 999"_s);
        runOn(store, u"UPDATE fact SET value = '999' WHERE name = 'min_compatible_version'"_s);
        const auto opened = openLocalStore(store.path(), store.parts());
        REQUIRE_FALSE(opened.ok());
        CHECK(opened.error().code == ErrorCode::NewerVersion);
        CHECK(opened.error().sentence.contains(u"newer version"));
    }
    SECTION("a newer one that says that this program may is opened")
    {
        runOn(store, u"PRAGMA user_version = 999"_s);
        store.reopen();
        CHECK(mustHave(store->clients().count({})) == 2);
    }
}

TEST_CASE("opening: two programs at the same moment make one store with one key", "[storage][opening]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"store.db"_s);
    MemorySecretStore secrets;
    std::atomic<int> opened{0};
    std::vector<std::thread> programs;
    for (quint16 n = 1; n <= 3; ++n)
        programs.emplace_back([&, n] {
            SeededRandom random(n);
            ManualClock clock;
            SequentialIds ids(n);
            opened += openLocalStore(path, {secrets, random, clock, ids}).ok() ? 1 : 0;
        });
    for (std::thread& program : programs)
        program.join();
    CHECK(opened == 3);
    CHECK(secrets.writes == 1);
}

TEST_CASE("on disk: nothing can be read without the key", "[storage][disk]")
{
    TempStore store;
    addClients(store, 300);
    const auto noPlainText = [&] {
        int files = 0;
        for (const QString& name : QDir(store.folder.path()).entryList(QDir::Files | QDir::Hidden)) {
            if (!name.startsWith(u"store.db") || name.endsWith(u".made") || name.endsWith(u".lock"))
                continue;
            ++files;
            const QByteArray bytes = contentsOf(store.folder.filePath(name));
            CAPTURE(name);
            for (const char* known : {"Zebulon", "zebulon", "Quackenbush", "America/New_York", "CREATE TABLE",
                                      "client_search", "SQLite format 3"})
                CHECK_FALSE(bytes.contains(known));
            CHECK_FALSE(bytes.contains(QByteArray("Q\0u\0a\0c\0k", 9)));
            CHECK_FALSE(bytes.contains(store.secrets.secrets.first()));
        }
        return files;
    };
    CHECK(noPlainText() >= 2); // the file and its write-ahead log
    store.store.reset();
    CHECK(noPlainText() == 1);
    CHECK(contentsOf(store.path()).size() > 100000);
}
