// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screens.h"
#include "ui/pages/clientspage.h"
#include "ui/views/widgets.h"

#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

bool shows(QWidget* page, const QString& beginning)
{
    for (const QLabel* label : page->findChildren<QLabel*>()) {
        if (label->isVisible() && label->text().startsWith(beginning)) {
            return true;
        }
    }
    return false;
}

} // namespace

TEST_CASE("opt-out told to the worker", "[ui][clients][optout]")
{
    Desktop desktop;
    ui::ChosenClient chosen;
    ui::ClientsPage page(desktop.services, chosen);
    page.resize(1000, 700);
    page.show();
    chosen.choose(desktop.office.client.id);
    waitFor([&] { return page.findChild<QPushButton*>(u"recordTextOptOut"_s); });
    const Address phone = desktop.office.client.contactPoints[0].address;
    const Address email = desktop.office.client.contactPoints[1].address;
    const auto optedOut = [&](const Address& address) { return mustHave(desktop.store.shares().optedOut({address})); };

    SECTION("of texts is recorded with the client's words, shown, and told to the agent at once")
    {
        press(&page, "recordTextOptOut");
        auto* dialog = must<QInputDialog>(&page, "optOutDialog");
        CHECK(dialog->labelText().contains(u"will get no more texts"_s));
        dialog->setTextValue(u"Please stop the texts"_s);
        shot(dialog, "opt-out-dialog");
        dialog->accept();
        settle();
        REQUIRE(optedOut(phone).size() == 1);
        CHECK(optedOut(phone).first().words == u"Please stop the texts"_s);
        CHECK(optedOut(email).isEmpty());
        CHECK(desktop.agent.looks == 1);
        waitFor([&] { return shows(&page, u"Opted out of texts since"_s); });
        // What is on its way out of the page has been hidden already.
        for (const QPushButton* button : page.findChildren<QPushButton*>(u"recordTextOptOut"_s)) {
            CHECK_FALSE(button->isVisible());
        }
        shot(&page, "opt-out-shown");
    }
    SECTION("of emails says that it is for good")
    {
        press(&page, "recordEmailOptOut");
        auto* dialog = must<QInputDialog>(&page, "optOutDialog");
        CHECK(dialog->labelText().contains(u"This can’t be undone."_s));
        dialog->accept();
        waitFor([&] { return shows(&page, u"Unsubscribed from emails since"_s); });
        CHECK(optedOut(email).size() == 1);
    }
    SECTION("is not recorded where the worker presses Cancel")
    {
        press(&page, "recordTextOptOut");
        must<QInputDialog>(&page, "optOutDialog")->reject();
        settle();
        CHECK(optedOut(phone).isEmpty());
        CHECK(desktop.agent.looks == 0);
    }
    SECTION("words that are too long are refused in words, and nothing is recorded")
    {
        press(&page, "recordTextOptOut");
        auto* dialog = must<QInputDialog>(&page, "optOutDialog");
        dialog->setTextValue(QString(2001, u'x'));
        dialog->accept();
        settle();
        CHECK(optedOut(phone).isEmpty());
        CHECK(must<ui::Notice>(&page, "clientNotice")->sentence().startsWith(u"The client's words are too long"_s));
    }
}
