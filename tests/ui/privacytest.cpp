// SPDX-License-Identifier: GPL-3.0-or-later
// What others may see on this computer: the clipboard, numbers in lists, the section of the settings.
#include "tests/ui/screens.h"
#include "tests/ui/scriptedsecurity.h"
#include "core/casework/preferences.h"
#include "ui/clipboardguard.h"
#include "ui/mainwindow.h"
#include "ui/models/clientlistmodel.h"
#include "ui/models/pagedmodel.h"
#include "ui/phonemask.h"
#include "ui/settings/securitysection.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

TEST_CASE("clipboard: what was copied here is cleared", "[ui][clipboard]")
{
    const Desktop dressed;
    QClipboard& clipboard = *QGuiApplication::clipboard();
    bool ours = true; // the platform of the tests does not tell whose it is
    auto guard = std::make_unique<ui::ClipboardGuard>(clipboard, nullptr, 100, [&ours] { return ours; });

    SECTION("after a while")
    {
        clipboard.setText(u"(937) 555-0142"_s);
        CHECK(clipboard.text() == u"(937) 555-0142"_s);
        waitFor([&] { return clipboard.text().isEmpty(); });
    }
    SECTION("at once where the screen locks, and where the program ends")
    {
        clipboard.setText(u"(937) 555-0142"_s);
        const bool atLock = GENERATE(true, false);
        if (atLock) {
            guard->clearOurs();
        } else {
            guard.reset();
        }
        CHECK(clipboard.text().isEmpty());
    }
    SECTION("not where another program has copied since, which may not even be told")
    {
        clipboard.setText(u"(937) 555-0142"_s);
        ours = false;
        clipboard.setText(u"a recipe"_s);
        guard->clearOurs();
        CHECK(clipboard.text() == u"a recipe"_s);
        guard.reset();
        CHECK(clipboard.text() == u"a recipe"_s);
    }
    clipboard.clear();
}

TEST_CASE("phones: masked in lists", "[ui][phonemask]")
{
    Desktop desktop;
    casework::Preferences preferences;
    preferences.maskPhones = true;
    mustWork(casework::savePreferences(desktop.store, desktop.services.worker, preferences));
    ui::MainWindow window(desktop.services);
    window.show();
    settle();
    auto* show = window.findChild<QAction*>(u"showPhones"_s);
    REQUIRE(show);
    ui::ClientListModel model(desktop.runner, desktop.phones);
    model.search({});
    settle();
    const auto firstRow = [&] { return model.index(0, 0).data(ui::SubtitleRole).toString(); };
    const QString e164 = u"+19375550142"_s;

    SECTION("all digits but two, and the form stays")
    {
        CHECK(ui::maskedPhone(u"(937) 555-0142"_s) == u"(•••) •••-••42"_s);
        CHECK(ui::maskedPhone(u"+1 937 555 0142"_s) == u"+• ••• ••• ••42"_s);
        CHECK(ui::maskedPhone({}).isEmpty());
        CHECK(ui::PhoneMask::isOn());
        CHECK(show->isVisible());
        CHECK(ui::phoneInList(e164, desktop.phones, u"US"_s) == u"(•••) •••-••42"_s);
        INFO(firstRow().toStdString());
        CHECK(firstRow().contains(u'•'));
    }
    SECTION("shown on demand, until that is over or the screen locks")
    {
        show->trigger();
        settle();
        CHECK_FALSE(firstRow().contains(u'•'));
        window.setLocked(true);
        settle();
        CHECK_FALSE(show->isChecked());
        CHECK(firstRow().contains(u'•'));
    }
    SECTION("whole again where the setting is off")
    {
        preferences.maskPhones = false;
        mustWork(casework::savePreferences(desktop.store, desktop.services.worker, preferences));
        window.refresh();
        settle();
        CHECK_FALSE(show->isVisible());
        CHECK_FALSE(firstRow().contains(u'•'));
    }
    ui::PhoneMask::setOn(false);
}

TEST_CASE("settings: security", "[ui][settings]")
{
    Desktop desktop;
    ui::SecuritySection section(desktop.services);
    section.resize(760, 900);
    section.show();
    section.load();
    settle();
    const auto kept = [&] { return mustHave(casework::readPreferences(desktop.store, desktop.services.worker)); };

    SECTION("shows what holds: ten minutes, numbers whole, no names in notifications")
    {
        CHECK(must<QComboBox>(&section, "lockAfter")->currentData() == 10);
        CHECK_FALSE(must<QCheckBox>(&section, "maskPhones")->isChecked());
        CHECK_FALSE(must<QCheckBox>(&section, "securityNames")->isChecked());
        shot(&section, "settings-security");
    }
    SECTION("keeps what is chosen at once")
    {
        auto* after = must<QComboBox>(&section, "lockAfter");
        after->setCurrentIndex(after->findData(3));
        press(&section, "maskPhones");
        press(&section, "securityNames");
        CHECK(kept().lockAfterMinutes == 3);
        CHECK(kept().maskPhones);
        CHECK(kept().namesInNotifications);
        after->setCurrentIndex(after->findData(0));
        settle();
        CHECK(kept().lockAfterMinutes == 0);
    }
    SECTION("says what the organisation has fixed, which nobody changes here")
    {
        ScriptedSecurity security;
        security.fixedMinutes = 5;
        section.useSecurity(&security);
        section.load();
        settle();
        CHECK_FALSE(must<QComboBox>(&section, "lockAfter")->isEnabled());
        CHECK(must<QLabel>(&section, "lockFixed")->text() == u"Your organization has fixed this: after 5 minutes."_s);
    }
    SECTION("asks before the key of the data is made anew")
    {
        press(&section, "renewKey");
        auto* box = section.findChild<QMessageBox*>(u"renewKeyQuestion"_s);
        REQUIRE(box);
        CHECK(box->isVisible());
        shot(box, "settings-new-key");
        box->reject();
    }
}
