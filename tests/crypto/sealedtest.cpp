// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/sealed.h"
#include "tests/support/catch.h"
#include "tests/support/seededrandom.h"

using namespace handrail;
using namespace handrail::tests;

namespace {

SecureBytes bytesOf(const QByteArray& bytes)
{
    return SecureBytes::take(QByteArray(bytes.constData(), bytes.size()));
}

QByteArray textOf(const SecureBytes& bytes)
{
    return {bytes.data(), qsizetype(bytes.size())};
}

} // namespace

TEST_CASE("sealed bytes", "[crypto]")
{
    SeededRandom random;
    const SecureBytes key = bytesOf(QByteArray(32, 'k'));
    const QByteArray sealed = seal(bytesOf("Zebulon"), key, "context", random);

    SECTION("open with the same key and context, and hold nothing that can be read")
    {
        CHECK_FALSE(sealed.contains("Zebulon"));
        const auto opened = unseal(sealed, key, "context");
        REQUIRE(opened);
        CHECK(textOf(*opened) == "Zebulon");
        const auto empty = unseal(seal(SecureBytes(), key, {}, random), key, {});
        REQUIRE(empty);
        CHECK(empty->isEmpty());
    }
    SECTION("look different each time")
    {
        CHECK(seal(bytesOf("Zebulon"), key, "context", random) != sealed);
    }
    SECTION("don't open with another key or for another context")
    {
        CHECK_FALSE(unseal(sealed, bytesOf(QByteArray(32, 'l')), "context"));
        CHECK_FALSE(unseal(sealed, bytesOf("short"), "context"));
        CHECK_FALSE(unseal(sealed, key, "another"));
    }
    SECTION("don't open where any bit was changed, or a part is missing")
    {
        for (qsizetype i = 0; i < sealed.size(); ++i) {
            QByteArray bent = sealed;
            bent[i] = char(bent[i] ^ 1);
            CHECK_FALSE(unseal(bent, key, "context"));
            CHECK_FALSE(unseal(sealed.left(i), key, "context"));
        }
    }
}
