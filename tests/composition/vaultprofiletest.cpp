// SPDX-License-Identifier: GPL-3.0-or-later
// A profile on a computer without a keychain: this process has no bus, so QtKeychain finds none.
#include "app/composition/profile.h"
#include "app/composition/screenlock.h"
#include "core/sync/session.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::composition;
using Passphrase = Profile::Passphrase;

namespace {

const QString words = u"a horse in the battery"_s;

struct VaultHost
{
    VaultHost()
    {
        for (const char* name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"})
            qunsetenv(name);
    }
    std::unique_ptr<Profile> start() { return mustHave(Profile::make({.directory = folder.filePath(u"profile"_s)})); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(folder.filePath(u"profile"_s)).entryList(QDir::Files | QDir::Hidden);
    }
    [[nodiscard]] QByteArray allBytes() const
    {
        QByteArray all;
        for (const QString& name : files()) {
            QFile file(folder.filePath(u"profile/"_s + name));
            if (file.open(QIODevice::ReadOnly))
                all += file.readAll();
        }
        return all;
    }
    QTemporaryDir folder;
};

} // namespace

TEST_CASE("profile without a keychain", "[composition][vault]")
{
    VaultHost host;
    auto profile = host.start();
    REQUIRE(profile->passphrase() == Passphrase::MayBeSet);
    CHECK(profile->openStore().error().code == ErrorCode::KeyTrouble); // no keychain: nothing is made
    CHECK_FALSE(profile->hasStore());
    mustWork(profile->choosePassphrase(words));
    CHECK(profile->passphrase() == Passphrase::Typed);
    {
        const auto opened = mustHave(profile->openStore());
        mustWork(opened.store->sync().setFact(u"marker"_s, u"here"_s));
        mustWork(opened.secrets->write(QString::fromLatin1(sync::deviceTokenSecret), "a-token-of-this-device"));
    }

    SECTION("opens after a restart with the passphrase, and with nothing else")
    {
        profile = host.start();
        CHECK(profile->passphrase() == Passphrase::Wanted);
        CHECK(profile->openStore().error().code == ErrorCode::KeyTrouble);
        CHECK(profile->typePassphrase(words + u'!').error().code == ErrorCode::Unauthorized);
        CHECK(profile->openStore().error().code == ErrorCode::KeyTrouble);
        CHECK(profile->handOver().isEmpty());
        mustWork(profile->typePassphrase(words));
        const auto opened = mustHave(profile->openStore());
        CHECK(mustHave(opened.store->sync().fact(u"marker"_s)) == u"here"_s);
    }
    SECTION("keeps no key, token or passphrase in any file")
    {
        const auto opened = mustHave(profile->openStore());
        const QByteArray storeKey = mustHave(opened.secrets->read(u"local-store-key"_s)).value();
        REQUIRE(storeKey.size() == 32);
        const QByteArray bytes = host.allBytes();
        for (const QByteArray& secret : {storeKey, QByteArray::fromHex(profile->handOver()), words.toUtf8(),
                                         QByteArray("a-token-of-this-device")})
            for (const QByteArray& form : {secret, secret.toHex(), secret.toBase64()})
                CHECK_FALSE(bytes.contains(form));
    }
    SECTION("hands the agent what opens it, which takes nothing else")
    {
        const auto agents = host.start();
        CHECK_FALSE(agents->takeOver({}));
        CHECK_FALSE(agents->takeOver(QByteArray(64, '0')));
        CHECK_FALSE(agents->takeOver("nonsense"));
        CHECK(agents->passphrase() == Passphrase::Wanted);
        CHECK(agents->takeOver(profile->handOver()));
        const auto opened = mustHave(agents->openStore());
        CHECK(mustHave(opened.store->sync().fact(u"marker"_s)) == u"here"_s);
    }
    SECTION("changes its passphrase")
    {
        CHECK(profile->changePassphrase(u"not that one"_s, u"quite another one"_s).error().code == ErrorCode::Unauthorized);
        mustWork(profile->changePassphrase(words, u"quite another one"_s));
        profile = host.start();
        CHECK_FALSE(profile->typePassphrase(words).ok());
        mustWork(profile->typePassphrase(u"quite another one"_s));
        mustHave(profile->openStore());
    }
    SECTION("gets a new key for its store, at the next opening")
    {
        const QByteArray before = mustHave(mustHave(profile->openSecrets())->read(u"local-store-key"_s)).value();
        mustWork(profile->askForNewKey());
        const auto opened = mustHave(profile->openStore());
        CHECK_FALSE(profile->isNewKeyAsked());
        CHECK(mustHave(opened.secrets->read(u"local-store-key"_s)).value() != before);
        CHECK(mustHave(opened.store->sync().fact(u"marker"_s)) == u"here"_s);
    }
    SECTION("waits for the new key while somebody has the store open, and opens all the same")
    {
        const auto first = mustHave(profile->openStore());
        mustWork(profile->askForNewKey());
        const auto second = mustHave(profile->openStore());
        CHECK(profile->isNewKeyAsked());
        CHECK(mustHave(second.store->sync().fact(u"marker"_s)) == u"here"_s);
    }
    SECTION("unlocks its screen by the passphrase")
    {
        const auto opened = mustHave(profile->openStore());
        CHECK(tryToUnlock(*profile, opened.store->sync(), u"wrong"_s).result.error().code == ErrorCode::Unauthorized);
        mustWork(tryToUnlock(*profile, opened.store->sync(), words).result);
    }
    SECTION("is wiped without the passphrase: store, log, key, drafts, places of windows, and nothing that is not ours")
    {
        for (const auto& name : {u"windows.ini"_s, u"desk.ini"_s, u"a-letter.txt"_s, u"store.db-wal"_s, u"store.db-shm"_s}) {
            QFile file(host.folder.filePath(u"profile/"_s + name));
            REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Append));
        }
        profile = host.start();
        REQUIRE(profile->passphrase() == Passphrase::Wanted);
        mustWork(profile->askToWipe());
        mustWork(profile->wipeIfAsked());
        CHECK_FALSE(profile->isWipeAsked());
        CHECK_FALSE(profile->hasStore());
        for (const QString& left : host.files())
            CHECK((left == u"a-letter.txt"_s || left.startsWith(u"server-clock"_s)));
        CHECK(host.files().contains(u"a-letter.txt"_s));
        CHECK(profile->passphrase() == Passphrase::MayBeSet);
    }
}

TEST_CASE("an agency's own certificate authority", "[composition][tls]")
{
    const QTemporaryDir folder;
    const QString good = QStringLiteral(HANDRAIL_TEST_CA);
    const ProfileOptions plain{.directory = folder.filePath(u"p"_s)};

    SECTION("that the command line names is kept: later starts trust it alone")
    {
        ProfileOptions named = plain;
        named.authorityFile = good;
        CHECK(mustHave(Profile::make(named))->trust().isPinned());
        CHECK(mustHave(Profile::make(plain))->trust().isPinned());
    }
    SECTION("that can't be read keeps Handrail from starting, and is not taken for none")
    {
        ProfileOptions named = plain;
        named.authorityFile = folder.filePath(u"none.pem"_s);
        CHECK_FALSE(Profile::make(named).ok());
        mustHave(Profile::make(plain));
        QFile broken(folder.filePath(u"p/authority.pem"_s));
        REQUIRE(broken.open(QIODevice::WriteOnly));
        broken.close();
        CHECK_FALSE(Profile::make(plain).ok());
    }
    SECTION("is none where nobody named one")
    {
        CHECK_FALSE(mustHave(Profile::make(plain))->trust().isPinned());
    }
}
