// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/vault.h"
#include "tests/support/catch.h"
#include "tests/support/seededrandom.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr PassphraseCost cheap{1, 8ULL * 1024 * 1024};
const QString passphrase = u"twelve is enough"_s;

struct VaultDesk
{
    QTemporaryDir folder;
    SeededRandom random;
    QString path = folder.filePath(u"vault.json"_s);

    SecureBytes make() { return hasKey(Vault::make(path, passphrase, random, cheap)); }
    SecureBytes unlock(const QString& typed = passphrase) { return hasKey(Vault::unlock(path, typed)); }
    Vault open() { return {path, unlock(), random}; }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void setBytes(const QByteArray& bytes) const
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    static SecureBytes hasKey(Result<SecureBytes> result)
    {
        INFO((result.ok() ? "" : result.error().sentence.toStdString()));
        REQUIRE(result.ok());
        return std::move(result).value();
    }
};

} // namespace

TEST_CASE("vault: where there is no keychain", "[secrets][vault]")
{
    VaultDesk desk;
    desk.make();

    SECTION("secrets come back with the passphrase, after a restart too")
    {
        mustWork(desk.open().write(u"a"_s, QByteArray("\0\xff key", 6)));
        mustWork(desk.open().write(u"b"_s, "second"));
        CHECK(mustHave(desk.open().read(u"a"_s)) == QByteArray("\0\xff key", 6));
        CHECK_FALSE(mustHave(desk.open().read(u"c"_s)).has_value());
        mustWork(desk.open().remove(u"a"_s));
        mustWork(desk.open().remove(u"never there"_s));
        CHECK_FALSE(mustHave(desk.open().read(u"a"_s)).has_value());
        CHECK(mustHave(desk.open().read(u"b"_s)) == QByteArray("second"));
    }
    SECTION("the file holds no key and no secret that can be read, and is its owner's alone")
    {
        mustWork(desk.open().write(u"local-store-key"_s, QByteArray(32, 'K')));
        const QByteArray bytes = desk.bytes();
        const SecureBytes key = desk.unlock();
        for (const QByteArray& secret : {QByteArray(32, 'K'), QByteArray(key.data(), 32), passphrase.toUtf8()})
            for (const QByteArray& form : {secret, secret.toBase64(), secret.toHex()})
                CHECK_FALSE(bytes.contains(form));
        CHECK_FALSE(bytes.contains("local-store-key"));
        CHECK((QFileInfo(desk.path).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)) == 0);
    }
    SECTION("another passphrase opens nothing and changes nothing")
    {
        const QByteArray before = desk.bytes();
        CHECK(Vault::unlock(desk.path, passphrase + u'!').error().code == ErrorCode::Unauthorized);
        CHECK(Vault::unlock(desk.path, {}).error().code == ErrorCode::Unauthorized);
        CHECK(desk.bytes() == before);
    }
    SECTION("a new passphrase replaces the old one, and who has the key goes on")
    {
        Vault agents = desk.open();
        mustWork(agents.write(u"a"_s, "kept"));
        mustWork(Vault::changePassphrase(desk.path, passphrase, u"another dozen!"_s, desk.random, cheap));
        CHECK(Vault::unlock(desk.path, passphrase).error().code == ErrorCode::Unauthorized);
        CHECK(mustHave(Vault(desk.path, desk.unlock(u"another dozen!"_s), desk.random).read(u"a"_s)) == QByteArray("kept"));
        CHECK(mustHave(agents.read(u"a"_s)) == QByteArray("kept"));
    }
    SECTION("a new passphrase needs the old one, and has to be long enough")
    {
        CHECK(Vault::changePassphrase(desk.path, u"wrong wrong wrong"_s, u"another dozen!"_s, desk.random, cheap).error().code ==
              ErrorCode::Unauthorized);
        CHECK(Vault::changePassphrase(desk.path, passphrase, u"short"_s, desk.random, cheap).error().code ==
              ErrorCode::InvalidInput);
        CHECK_FALSE(desk.unlock().isEmpty());
    }
    SECTION("a second one is not made over the first")
    {
        CHECK(Vault::make(desk.path, passphrase, desk.random, cheap).error().code == ErrorCode::Conflict);
    }
    SECTION("a file that was cut, bent, emptied, or wants all memory is refused")
    {
        const QByteArray whole = desk.bytes();
        for (const QByteArray& bytes : {QByteArray(), whole.left(whole.size() / 2), QByteArray("{}"), QByteArray("nonsense"),
                                        QByteArray(whole).replace("8388608", "99999999999999"),
                                        QByteArray(whole).replace("8388608", "1024"), QByteArray(300000, 'x')}) {
            desk.setBytes(bytes);
            CHECK(Vault::unlock(desk.path, passphrase).error().code == ErrorCode::KeyTrouble);
        }
        desk.setBytes(QByteArray(whole).replace("\"version\": 1", "\"version\": 2"));
        CHECK(Vault::unlock(desk.path, passphrase).error().code == ErrorCode::NewerVersion);
    }
    SECTION("secrets under another key are not read as none")
    {
        const SecureBytes wrong(keyBytes);
        CHECK(Vault(desk.path, wrong.copy(), desk.random).read(u"a"_s).error().code == ErrorCode::KeyTrouble);
        CHECK(Vault(desk.path, wrong.copy(), desk.random).write(u"a"_s, "x").error().code == ErrorCode::KeyTrouble);
    }
}

TEST_CASE("vault: too short a passphrase makes none", "[secrets][vault]")
{
    VaultDesk desk;
    CHECK(Vault::make(desk.path, u"elevenchars"_s, desk.random, cheap).error().code == ErrorCode::InvalidInput);
    CHECK_FALSE(QFile::exists(desk.path));
}
