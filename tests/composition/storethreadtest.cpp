// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/storethread.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::composition;

namespace {

struct Fixture
{
    Fixture()
    {
        QDir(folder.path()).mkdir(u"credentials"_s);
        QFile::setPermissions(folder.filePath(u"credentials"_s),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        profile = mustHave(Profile::make({folder.filePath(u"profile"_s), {}, folder.filePath(u"credentials"_s)}));
    }

    QTemporaryDir folder;
    std::unique_ptr<Profile> profile;
    QObject context;
};

} // namespace

TEST_CASE("store thread: jobs", "[composition][store-thread]")
{
    Fixture f;
    std::optional<Result<void>> opened;
    const auto open = [&](StoreThread& thread) {
        thread.open(&f.context, [&](const Result<void>& result) { opened = result; });
    };

    SECTION("run one after the other on a thread that is not this one, and answer on this one")
    {
        StoreThread thread(*f.profile);
        open(thread);
        QList<int> order;
        QThread* const here = QThread::currentThread();
        for (int i = 0; i < 100; ++i)
            askStore(
                thread, &f.context, [here, i](LocalStore&) { return QThread::currentThread() == here ? -1 : i; },
                [&, here](int n) { order.append(QThread::currentThread() == here ? n : -2); });
        REQUIRE(QTest::qWaitFor([&] { return order.size() == 100; }, 10000));
        for (int i = 0; i < 100; ++i)
            CHECK(order[i] == i);
        REQUIRE(opened);
        mustWork(*opened);
    }
    SECTION("that come before the store is open wait for it")
    {
        StoreThread thread(*f.profile);
        std::optional<qint64> cursor;
        askStore(
            thread, &f.context, [](LocalStore& store) { return mustHave(store.sync().cursor()); },
            [&](qint64 n) { cursor = n; });
        open(thread);
        REQUIRE(QTest::qWaitFor([&] { return cursor.has_value(); }, 10000));
        CHECK(*cursor == 0);
    }
    SECTION("given before the end are done at the end")
    {
        std::atomic<int> done = 0;
        {
            StoreThread thread(*f.profile);
            open(thread);
            for (int i = 0; i < 50; ++i)
                thread.run([&](LocalStore&) { ++done; });
        }
        CHECK(done == 50);
    }
    SECTION("answer nobody whose window has closed")
    {
        StoreThread thread(*f.profile);
        open(thread);
        bool answered = false;
        std::atomic<bool> ran = false;
        {
            QObject window;
            askStore(
                thread, &window, [&](LocalStore&) { return ran = true; }, [&](bool) { answered = true; });
        }
        REQUIRE(QTest::qWaitFor([&] { return ran.load(); }, 10000));
        std::optional<int> after;
        askStore(
            thread, &f.context, [](LocalStore&) { return 1; }, [&](int n) { after = n; });
        REQUIRE(QTest::qWaitFor([&] { return after.has_value(); }, 10000));
        CHECK_FALSE(answered);
    }
}

TEST_CASE("store thread: a store that can't be opened", "[composition][store-thread]")
{
    Fixture f;
    const QString credentials = f.folder.filePath(u"credentials"_s);
    QFile::setPermissions(credentials, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther);
    StoreThread thread(*f.profile);
    std::optional<Result<void>> opened;
    const auto open = [&] {
        opened.reset();
        thread.open(&f.context, [&](const Result<void>& result) { opened = result; });
        REQUIRE(QTest::qWaitFor([&] { return opened.has_value(); }, 10000));
    };

    SECTION("says why, and is opened by a second try when the reason is gone")
    {
        open();
        CHECK(opened->error().code == ErrorCode::KeyTrouble);
        QFile::setPermissions(credentials, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        open();
        mustWork(*opened);
    }
}

TEST_CASE("profile: what is asked to be wiped is gone before anybody opens the store again", "[composition][wipe]")
{
    Fixture f;
    const QString store = f.profile->directory() + u"/store.db"_s;
    const auto keyOf = [&] { return mustHave(mustHave(f.profile->openSecrets())->read(u"local-store-key"_s)); };
    {
        const auto opened = mustHave(f.profile->openStore());
        mustWork(opened.store->sync().setFact(u"secret"_s, u"a client"_s));
    }
    const auto key = keyOf();
    REQUIRE(key);
    mustWork(f.profile->askToWipe());
    CHECK(f.profile->isWipeAsked());
    CHECK(QFile::exists(store));

    const auto opened = mustHave(f.profile->openStore());
    CHECK_FALSE(f.profile->isWipeAsked());
    CHECK(mustHave(opened.store->sync().fact(u"secret"_s)).isEmpty());
    CHECK(keyOf() != key);
}
