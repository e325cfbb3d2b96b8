// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/securebytes.h"
#include "tests/support/catch.h"

#include <QFile>
#include <QRegularExpression>

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What Linux says of the pages at that address: proc_pid_smaps(5).
QByteArray pagesAt(const void* address)
{
    QFile maps(u"/proc/self/smaps"_s);
    if (!maps.open(QIODevice::ReadOnly))
        return {};
    QByteArray found;
    bool inside = false;
    for (const QByteArray& line : maps.readAll().split('\n')) {
        static const QRegularExpression range(u"^([0-9a-f]+)-([0-9a-f]+) "_s);
        const auto match = range.match(QString::fromLatin1(line));
        if (match.hasMatch())
            inside = quintptr(address) >= match.captured(1).toULongLong(nullptr, 16) &&
                     quintptr(address) < match.captured(2).toULongLong(nullptr, 16);
        if (inside)
            found += line + '\n';
    }
    return found;
}

} // namespace

TEST_CASE("a key in memory", "[crypto]")
{
    SecureBytes key = SecureBytes::take(QByteArray("0123456789abcdef0123456789abcdef"));

    SECTION("moves and leaves nothing behind")
    {
        SecureBytes moved = std::move(key);
        CHECK(moved.equals("0123456789abcdef0123456789abcdef"));
        CHECK(key.isEmpty()); // NOLINT(bugprone-use-after-move): that is the point
        moved = SecureBytes();
        CHECK(moved.isEmpty());
    }
    SECTION("is copied only where that is asked for")
    {
        const SecureBytes second = key.copy();
        CHECK(second.data() != key.data());
        CHECK(second.equals(QByteArray(key.data(), 32)));
        CHECK(QByteArray(key.toHex().data()).startsWith("30313233"));
    }
    SECTION("is wiped out of what it was taken from")
    {
        QByteArray given("secret of somebody");
        const char* place = given.constData();
        CHECK(SecureBytes::take(std::move(given)).equals("secret of somebody"));
        CHECK(given.isEmpty()); // NOLINT(bugprone-use-after-move)
        Q_UNUSED(place)
    }
#ifdef Q_OS_LINUX
    SECTION("stands in locked pages that no core dump takes")
    {
        const QByteArray pages = pagesAt(key.data());
        INFO(pages.toStdString());
        REQUIRE(pages.contains("VmFlags:"));
        static const QRegularExpression locked(u"Locked:\\s+([1-9]\\d*) kB"_s);
        CHECK(locked.match(QString::fromLatin1(pages)).hasMatch());
        const QByteArray flags = pages.mid(pages.indexOf("VmFlags:")).split('\n').first();
        CHECK(flags.contains(" lo")); // locked: mlock(2), so not in the swap
        CHECK(flags.contains(" dd")); // do not dump: madvise(2)
    }
#endif
}
