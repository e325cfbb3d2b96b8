// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/preferences.h"
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("preferences: of one worker at this desk", "[casework][preferences]")
{
    DeskWorld world;
    const UserId me = world.office.worker.id;
    const UserId other(world.ids.next());

    SECTION("are the defaults at first: discreet, and closing the window ends the program")
    {
        const Preferences usual = mustHave(readPreferences(world.store, me));
        CHECK((usual == Preferences()));
        CHECK(usual.reminders == QList<Reminder>{Reminder::AfterWeek, Reminder::AfterMonth});
        CHECK_FALSE(usual.namesInNotifications);
        CHECK_FALSE(usual.closeToTray);
    }
    SECTION("come back as they were saved, and leave others' alone")
    {
        const Preferences mine{.reminders = {Reminder::AfterDay, Reminder::AfterTwoDays},
                               .trayIcon = false,
                               .notifyOfAnswers = false,
                               .namesInNotifications = true,
                               .closeToTray = true,
                               .reach = Reach::Team};
        mustWork(savePreferences(world.store, me, mine));
        CHECK((mustHave(readPreferences(world.store, me)) == mine));
        CHECK((mustHave(readPreferences(world.store, other)) == Preferences()));
        mustWork(savePreferences(world.store, me, {.reminders = {}}));
        CHECK(mustHave(readPreferences(world.store, me)).reminders.isEmpty());
    }
    SECTION("are the defaults again where what was saved is damaged")
    {
        mustWork(world.store.sync().setFact(u"preferences."_s + me.toString(), u"{\"reach\": 99, \"tray_icon\": \"x\""_s));
        CHECK((mustHave(readPreferences(world.store, me)) == Preferences()));
        mustWork(world.store.sync().setFact(u"preferences."_s + me.toString(), u"{\"reach\": 99, \"tray_icon\": 7}"_s));
        const Preferences read = mustHave(readPreferences(world.store, me));
        CHECK((read.reach == Reach::Everyone));
        CHECK(read.trayIcon);
    }
}
