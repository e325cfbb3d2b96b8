// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/clientdialog.h"
#include "tests/ui/screens.h"
#include "ui/views/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

TEST_CASE("client dialog: adding a client", "[ui][clients]")
{
    Desktop desktop;
    ui::ClientDialog dialog(desktop.services, std::nullopt);
    dialog.show();
    settle();
    QSignalSpy saved(&dialog, &ui::ClientDialog::saved);

    SECTION("says beside the number that it can't be right, and keeps the dialog open")
    {
        type(must<QLineEdit>(&dialog, "givenName"), u"Jo"_s);
        type(must<QLineEdit>(&dialog, "phone1"), u"12"_s);
        press(&dialog, "saveClient");
        CHECK(must<ui::ProblemLabel>(&dialog, "phone1Problem")->text() == u"This phone number can't be right."_s);
        CHECK(must<ui::ProblemLabel>(&dialog, "phone1Problem")->isVisible());
        CHECK(saved.isEmpty());
        CHECK(dialog.isVisible());
        shot(&dialog, "client-problem");

        // From now on the problem follows the typing.
        type(must<QLineEdit>(&dialog, "phone1"), u"937 555 0177"_s);
        CHECK_FALSE(must<ui::ProblemLabel>(&dialog, "phone1Problem")->isVisible());
    }
    SECTION("stores several phones and emails, one of them primary")
    {
        type(must<QLineEdit>(&dialog, "givenName"), u"Jo"_s);
        type(must<QLineEdit>(&dialog, "familyName"), u"Brown"_s);
        type(must<QLineEdit>(&dialog, "phone1"), u"937 555 0177"_s);
        press(&dialog, "addPhone");
        type(must<QLineEdit>(&dialog, "phone2"), u"937 555 0178"_s);
        must<QCheckBox>(&dialog, "phone2MayText")->setChecked(false);
        press(&dialog, "addEmail");
        type(must<QLineEdit>(&dialog, "email1"), u"jo@example.org"_s);
        press(&dialog, "saveClient");
        REQUIRE(saved.count() == 1);
        const auto id = *static_cast<const ClientId*>(saved.first().first().constData());
        const Client client = *mustHave(desktop.store.clients().client(id));
        CHECK(client.fullName() == u"Jo Brown"_s);
        CHECK(client.timeZone == u"America/New_York"_s);
        REQUIRE(client.contactPoints.size() == 3);
        CHECK(desktop.agent.looks == 1);
        int primaries = 0;
        int noTexts = 0;
        for (const ContactPoint& point : client.contactPoints) {
            primaries += point.primary;
            noTexts += !point.mayText;
        }
        CHECK(primaries == 2);
        CHECK(noTexts == 1);
    }
    SECTION("leaves out a row that was never filled in")
    {
        type(must<QLineEdit>(&dialog, "givenName"), u"Jo"_s);
        press(&dialog, "saveClient");
        CHECK(saved.count() == 1);
    }
    SECTION("refuses a time zone that does not exist, beside the field")
    {
        type(must<QLineEdit>(&dialog, "givenName"), u"Jo"_s);
        type(must<QComboBox>(&dialog, "timeZone"), u"Mars/Olympus"_s);
        press(&dialog, "saveClient");
        CHECK_FALSE(must<ui::ProblemLabel>(&dialog, "timeZoneProblem")->text().isEmpty());
        CHECK(saved.isEmpty());
    }
    SECTION("says in a sentence that the store could not take it, and loses nothing")
    {
        desktop.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
        type(must<QLineEdit>(&dialog, "givenName"), u"Jo"_s);
        press(&dialog, "saveClient");
        CHECK(must<ui::Notice>(&dialog, "clientNotice")->sentence() == u"The disk is full."_s);
        CHECK(must<QLineEdit>(&dialog, "givenName")->text() == u"Jo"_s);
        press(&dialog, "saveClient");
        CHECK(saved.count() == 1);
    }
}

TEST_CASE("client dialog: editing a client", "[ui][clients]")
{
    Desktop desktop;
    const Client before = *mustHave(desktop.store.clients().client(desktop.office.client.id));
    ui::ClientDialog dialog(desktop.services, before);
    dialog.show();
    settle();
    shot(&dialog, "client-edit");

    SECTION("shows what is known and marks a removed phone as removed")
    {
        CHECK(must<QLineEdit>(&dialog, "phone1")->text() == u"(937) 555-0101"_s);
        CHECK(must<QLineEdit>(&dialog, "phone1")->accessibleName() == u"Phone 1"_s);
        press(&dialog, "phone1Remove");
        press(&dialog, "saveClient");
        const Client after = *mustHave(desktop.store.clients().client(before.id));
        REQUIRE(after.contactPoints.size() == 1);
        CHECK(after.contactPoints.first().address.channel() == Channel::Email);
    }
}

TEST_CASE("client dialog: what was typed survives a kill, and Cancel throws it away", "[ui][clients][drafts]")
{
    Desktop desktop;
    const auto drafts = [&] { return mustHave(desktop.store.drafts().drafts()).size(); };
    {
        ui::ClientDialog dialog(desktop.services, std::nullopt);
        dialog.show();
        settle();
        CHECK(drafts() == 0);
        type(must<QLineEdit>(&dialog, "givenName"), u"Jo"_s);
        type(must<QLineEdit>(&dialog, "phone1"), u"937 555 0177"_s);
        waitFor([&] { return drafts() == 1; });
        // The program is killed here.
    }
    {
        ui::ClientDialog dialog(desktop.services, std::nullopt);
        dialog.show();
        settle();
        CHECK(must<QLineEdit>(&dialog, "givenName")->text() == u"Jo"_s);
        CHECK(must<QLineEdit>(&dialog, "phone1")->text() == u"937 555 0177"_s);
        CHECK(must<ui::Notice>(&dialog, "clientNotice")->sentence().startsWith(u"This is what you typed"_s));
        press(&dialog, "cancel");
        CHECK(drafts() == 0);
    }
    ui::ClientDialog dialog(desktop.services, std::nullopt);
    dialog.show();
    settle();
    CHECK(must<QLineEdit>(&dialog, "givenName")->text().isEmpty());
    type(must<QLineEdit>(&dialog, "givenName"), u"Jo"_s);
    press(&dialog, "saveClient");
    settle();
    CHECK(drafts() == 0);
}
