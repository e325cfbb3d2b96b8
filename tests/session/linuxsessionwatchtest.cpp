// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/session/screencapture.h"
#include "app/desktop/session/sessionwatch.h"
#include "tests/support/catch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>
#include <QVariantMap>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;

namespace {

/// Another process's connection to the bus, under the name of the one who speaks.
QDBusConnection speaker(const QString& name)
{
    QDBusConnection bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"speaker "_s + name);
    REQUIRE(bus.isConnected());
    bus.registerService(name);
    return bus;
}

void say(const QString& who, const QString& path, const QString& interface, const QString& what, const QVariantList& with)
{
    QDBusMessage message = QDBusMessage::createSignal(path, interface, what);
    message.setArguments(with);
    REQUIRE(speaker(who).send(message));
}

const QString logind = u"org.freedesktop.login1"_s;
const QString session = u"/org/freedesktop/login1/session/_31"_s;

} // namespace

TEST_CASE("session: what the system says", "[session]")
{
    const auto watch = desktop::makeSessionWatch();
    QSignalSpy locking(watch.get(), &desktop::SessionWatch::locking);
    const auto heard = [&] { return QTest::qWaitFor([&] { return locking.count() > 0; }, 5000); };
    (void)speaker(logind); // its name is known before it says something

    SECTION("«Lock» of a session locks")
    {
        say(logind, session, u"org.freedesktop.login1.Session"_s, u"Lock"_s, {});
        CHECK(heard());
    }
    SECTION("LockedHint that became true locks")
    {
        say(logind, session, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s,
            {u"org.freedesktop.login1.Session"_s, QVariantMap{{u"LockedHint"_s, true}}, QStringList()});
        CHECK(heard());
    }
    SECTION("going to sleep locks")
    {
        say(logind, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, {true});
        CHECK(heard());
    }
    SECTION("a screen saver that begins locks, whichever desktop it is of")
    {
        const QString name = GENERATE(u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s);
        say(name, u"/org/freedesktop/ScreenSaver"_s, name, u"ActiveChanged"_s, {true});
        CHECK(heard());
    }
    SECTION("waking up, a screen saver that ends, and other properties don't")
    {
        say(logind, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, {false});
        say(u"org.gnome.ScreenSaver"_s, u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, {false});
        say(logind, session, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s,
            {u"org.freedesktop.login1.Session"_s, QVariantMap{{u"IdleHint"_s, true}}, QStringList()});
        // What comes after them on the same connections has come: so had they.
        say(logind, session, u"org.freedesktop.login1.Session"_s, u"Lock"_s, {});
        REQUIRE(heard());
        CHECK(locking.count() == 1);
    }
}

TEST_CASE("screenshots: Linux has no way to keep a window out of them, and Handrail says so", "[session]")
{
    CHECK_FALSE(desktop::canHideFromCapture());
}
