// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/passphrase.h"
#include "core/domain/unlockpause.h"
#include "tests/support/catch.h"
#include "tests/support/seededrandom.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Quick, for tests.
constexpr PassphraseCost cheap{1, 8ULL * 1024 * 1024};

QByteArray keyOf(const QString& passphrase, const QByteArray& salt = QByteArray(saltBytes, 's'))
{
    const auto key = keyFromPassphrase(passphrase, salt, cheap);
    REQUIRE(key.ok());
    return {key->data(), qsizetype(key->size())};
}

} // namespace

TEST_CASE("passphrase: the key that comes of it", "[crypto]")
{
    SECTION("is what it was when this was written: a vault of today opens in ten years")
    {
        CHECK(keyOf(u"correct horse"_s).toHex() == "ae6ea64231b20ceb7411c7904ed1f0b75f0504432caa0442cbc0cad26bb69d4e");
    }
    SECTION("is the same each time, and another one for another passphrase or salt")
    {
        CHECK(keyOf(u"correct horse"_s) == keyOf(u"correct horse"_s));
        CHECK(keyOf(u"correct horse"_s) != keyOf(u"correct horse "_s));
        CHECK(keyOf(u"correct horse"_s) != keyOf(u"correct horse"_s, QByteArray(saltBytes, 't')));
        CHECK(keyOf(u"x"_s).size() == keyBytes);
    }
    SECTION("is the same whichever way an accent is typed")
    {
        CHECK(keyOf(u"caf\u00e9 con leche"_s) == keyOf(u"cafe\u0301 con leche"_s));
    }
    SECTION("takes a salt of the right length alone")
    {
        CHECK_FALSE(keyFromPassphrase(u"correct horse"_s, "short", cheap).ok());
    }
    SECTION("costs a guess a quarter of a gigabyte and three passes, where nothing else is said")
    {
        CHECK(PassphraseCost{}.memoryBytes == 256ULL * 1024 * 1024);
        CHECK(PassphraseCost{}.passes == 3);
    }
}

TEST_CASE("password: what checks it later", "[crypto]")
{
    const auto verifier = mustHave(passwordVerifier(u"correct horse"_s));
    CHECK(verifier.startsWith(u"$argon2id$"_s));
    CHECK_FALSE(verifier.contains(u"correct"_s));
    CHECK(mustHave(passwordVerifier(u"correct horse"_s)) != verifier); // a salt of its own
    CHECK(fitsVerifier(verifier, u"correct horse"_s));
    CHECK_FALSE(fitsVerifier(verifier, u"correct horsf"_s));
    CHECK_FALSE(fitsVerifier(verifier, {}));
    CHECK_FALSE(fitsVerifier({}, {}));
    CHECK_FALSE(fitsVerifier(u"nonsense"_s, u"nonsense"_s));
    CHECK_FALSE(fitsVerifier(QString(5000, u'x'), u"x"_s));
}

TEST_CASE("unlocking: guesses are slowed", "[crypto]")
{
    CHECK(pauseAfterWrongGuesses(0) == 0);
    CHECK(pauseAfterWrongGuesses(2) == 0);
    CHECK(pauseAfterWrongGuesses(3) == 5);
    CHECK(pauseAfterWrongGuesses(4) == 10);
    CHECK(pauseAfterWrongGuesses(8) == 160);
    CHECK(pauseAfterWrongGuesses(9) == 300);
    CHECK(pauseAfterWrongGuesses(1000000) == 300);
    int seconds = 0;
    int guesses = 0;
    for (; seconds < 24 * 3600; ++guesses)
        seconds += pauseAfterWrongGuesses(guesses);
    CHECK(guesses < 300);
}
