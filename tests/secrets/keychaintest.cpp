// SPDX-License-Identifier: GPL-3.0-or-later
// withkeyrings.sh runs these once for each state of the keychain, by tag.
#include "core/secrets/keychainsecrets.h"
#include "tests/support/catch.h"
#include "tests/support/tempstore.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <thread>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("keychain: unlocked", "[unlocked]")
{
    KeychainSecrets secrets;
    const QByteArray secret("\0\xff key \n", 8);

    SECTION("says nothing of what it doesn't have")
    {
        CHECK_FALSE(mustHave(secrets.read(u"never written"_s)).has_value());
        mustWork(secrets.remove(u"never written"_s));
    }
    SECTION("gives back every byte, until it is removed")
    {
        mustWork(secrets.write(u"a"_s, secret));
        CHECK(mustHave(secrets.read(u"a"_s)) == secret);
        mustWork(secrets.write(u"a"_s, "another"));
        CHECK(mustHave(secrets.read(u"a"_s)) == QByteArray("another"));
        mustWork(secrets.remove(u"a"_s));
        CHECK_FALSE(mustHave(secrets.read(u"a"_s)).has_value());
    }
    SECTION("keeps profiles apart")
    {
        KeychainSecrets other(u"second"_s);
        mustWork(secrets.write(u"b"_s, secret));
        CHECK_FALSE(mustHave(other.read(u"b"_s)).has_value());
    }
    SECTION("works from several threads, also when the first one has ended")
    {
        const auto work = [&](int n) {
            const QString name = u"thread %1"_s.arg(n);
            return secrets.write(name, QByteArray::number(n)).ok() &&
                   secrets.read(name).value() == QByteArray::number(n);
        };
        bool first = false, second = false, third = false;
        std::thread([&] { first = work(1); }).join();
        std::thread a([&] { second = work(2); });
        std::thread b([&] { third = work(3); });
        a.join();
        b.join();
        CHECK(first);
        CHECK(second);
        CHECK(third);
        CHECK(work(4));
    }
    SECTION("refuses what some system's keychain would cut off")
    {
        CHECK_FALSE(secrets.write(u"c"_s, QByteArray(5000, 'x')).ok());
    }
    SECTION("keeps the key of a local store")
    {
        TempStore fake; // for its clock and ids
        const QString path = fake.folder.filePath(u"real.db"_s);
        const LocalStoreParts parts{secrets, fake.random, fake.clock, fake.ids};
        mustHave(openLocalStore(path, parts));
        CHECK(mustHave(secrets.read(parts.keyName)).value_or(QByteArray()).size() == 32);
        mustHave(openLocalStore(path, parts));
    }
    mustWork(secrets.write(u"left for the locked keyring"_s, secret));
}

TEST_CASE("keychain: locked", "[locked]")
{
    KeychainSecrets secrets;
    SECTION("may say that it has nothing, and takes nothing")
    {
        const auto read = secrets.read(u"left for the locked keyring"_s);
        CHECK_FALSE((read.ok() && read->has_value()));
        const auto written = secrets.write(u"a"_s, "b");
        REQUIRE_FALSE(written.ok());
        CHECK(written.error().code == ErrorCode::KeyTrouble);
        CHECK(written.error().sentence.contains(u"unlock"));
    }
    SECTION("lets no store begin, neither a new one nor one in place of an old one")
    {
        TempStore fake;
        const QString path = fake.folder.filePath(u"real.db"_s);
        const LocalStoreParts parts{secrets, fake.random, fake.clock, fake.ids};
        CHECK(openLocalStore(path, parts).error().code == ErrorCode::KeyTrouble);
        CHECK_FALSE(QFile::exists(path));
        CHECK(openLocalStore(fake.path(), parts).error().code == ErrorCode::KeyTrouble);
    }
}

TEST_CASE("keychain: none", "[nokeychain]")
{
    KeychainSecrets secrets;
    CHECK(secrets.read(u"a"_s).error().code == ErrorCode::KeyTrouble);
    CHECK(secrets.write(u"a"_s, "b").error().code == ErrorCode::KeyTrouble);
    CHECK(secrets.read(u"a"_s).error().sentence.contains(u"keychain"));
}

namespace {

/// Takes every call and answers none.
class SilentService : public QDBusVirtualObject
{
public:
    [[nodiscard]] QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection&) override
    {
        message.setDelayedReply(true);
        return true;
    }
};

} // namespace

TEST_CASE("keychain: silent", "[silent]")
{
    SilentService service;
    auto bus = QDBusConnection::sessionBus();
    REQUIRE(bus.registerVirtualObject(u"/"_s, &service, QDBusConnection::SubPath));
    REQUIRE(bus.registerService(u"org.freedesktop.secrets"_s));

    KeychainSecrets secrets({}, 300);
    QElapsedTimer timer;
    timer.start();
    const auto read = secrets.read(u"a"_s);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().sentence.contains(u"did not answer"));
    CHECK(secrets.write(u"a"_s, "b").error().code == ErrorCode::KeyTrouble);
    CHECK(timer.elapsed() < 5000);
}
