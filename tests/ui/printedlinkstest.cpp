// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/printedlinksdialog.h"
#include "tests/ui/screens.h"
#include "ui/models/pagedmodel.h"
#include "ui/pages/clientspage.h"
#include "ui/views/widgets.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QMessageBox>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// Maria has two sheets: one of this morning, and one of last winter that opens nothing any more.
struct Sheets
{
    Desktop desktop;
    QList<Referral> referrals = desktop.refer(2);
    std::unique_ptr<ui::PrintedLinksDialog> dialog;

    Sheets()
    {
        const QDateTime now = desktop.clock.now();
        const UserId dana = desktop.office.worker.id;
        desktop.links.given = QList<protocol::PrintedLink>{
            {u"aa"_s, {referrals[0].id, referrals[1].id}, u"es"_s, dana, now.addSecs(-3600), now.addDays(90), false},
            {u"bb"_s, {ReferralId(desktop.ids.next())}, u"es"_s, dana, now.addDays(-100), now.addDays(-10), false}};
    }
    void open()
    {
        dialog = std::make_unique<ui::PrintedLinksDialog>(desktop.services, desktop.office.client.id, u"Maria Lopez"_s);
        dialog->show();
        settle();
    }
    QAbstractItemModel* model() { return must<QListView>(dialog.get(), "printedLinksList")->model(); }
    QString row(int number, int role = Qt::DisplayRole) { return model()->index(number, 0).data(role).toString(); }
    void choose(int number)
    {
        must<QListView>(dialog.get(), "printedLinksList")->setCurrentIndex(model()->index(number, 0));
    }
    QPushButton* revoke() { return must<QPushButton>(dialog.get(), "revokeLink"); }
    QString notice() { return must<ui::Notice>(dialog.get(), "printedLinksNotice")->sentence(); }
    int notes()
    {
        ActivityQuery query;
        query.kinds = {ActivityKind::Note};
        return mustHave(desktop.store.activities().count(query));
    }
};

} // namespace

TEST_CASE("printed sheets: are listed with what is on them, by whom and until when, and can be revoked", "[ui][printed]")
{
    Sheets it;
    it.open();
    REQUIRE(it.desktop.links.asked == QList<ClientId>{it.desktop.office.client.id});
    REQUIRE(it.model()->rowCount() == 2);
    CHECK(it.row(0) == u"Food Pantry (Second Harvest), Homeless Shelter (St. Vincent)"_s);
    CHECK(it.row(0, ui::SubtitleRole).contains(u"by Dana Reyes"_s));
    CHECK(it.row(0, ui::SubtitleRole).contains(u"opens its page until"_s));
    CHECK(it.row(0, ui::AsideRole) == u"Works"_s);
    // Of a referral that is not at this desk the number is known.
    CHECK(it.row(1) == u"1 resource"_s);
    CHECK(it.row(1, ui::AsideRole) == u"Expired"_s);
    shot(it.dialog.get(), "printed-links");

    it.choose(1);
    CHECK_FALSE(it.revoke()->isEnabled());
    it.choose(0);
    CHECK(it.revoke()->isEnabled());
    press(it.dialog.get(), "revokeLink");
    auto* sure = must<QMessageBox>(it.dialog.get(), "revokeQuestion");
    SECTION("after a word on it, and the referrals' activity says so")
    {
        press(sure, "revokeYes");
        settle();
        CHECK(it.row(0, ui::AsideRole) == u"Revoked"_s);
        CHECK(it.notice() == u"The code on that sheet opens nothing any more."_s);
        CHECK_FALSE(it.revoke()->isEnabled());
        CHECK(it.notes() == 2);
    }
    SECTION("not where the worker thinks better of it")
    {
        sure->reject();
        settle();
        CHECK(it.row(0, ui::AsideRole) == u"Works"_s);
        CHECK(it.notes() == 0);
    }
    SECTION("offline it says that the code still works")
    {
        it.desktop.links.given = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
        press(sure, "revokeYes");
        settle();
        CHECK(it.notice().startsWith(u"The code still works."_s));
        CHECK(it.notes() == 0);
    }
}

TEST_CASE("printed sheets: without the server, and without any", "[ui][printed]")
{
    Sheets it;
    SECTION("offline it says so, and asks again on a press")
    {
        const auto given = it.desktop.links.given;
        it.desktop.links.given = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
        it.open();
        CHECK(must<QLabel>(it.dialog.get(), "printedLinksState")->text() == u"The server can’t be reached."_s);
        CHECK_FALSE(it.revoke()->isEnabled());
        shot(it.dialog.get(), "printed-links-offline");
        it.desktop.links.given = given;
        press(it.dialog.get(), "printedLinksAction");
        settle();
        CHECK(it.model()->rowCount() == 2);
    }
    SECTION("an empty list says how one comes")
    {
        it.desktop.links.given = QList<protocol::PrintedLink>();
        it.open();
        CHECK(must<QLabel>(it.dialog.get(), "printedLinksState")->text().startsWith(u"When a sheet is printed"_s));
        CHECK_FALSE(it.revoke()->isEnabled());
    }
}

TEST_CASE("printed sheets: are opened from the client's profile", "[ui][printed]")
{
    Sheets it;
    ui::ChosenClient chosen;
    ui::ClientsPage page(it.desktop.services, chosen);
    page.resize(1072, 640);
    page.show();
    chosen.choose(it.desktop.office.client.id);
    settle();
    must<QAction>(&page, "actionPrinted")->trigger();
    settle();
    auto* dialog = must<ui::PrintedLinksDialog>(&page, "printedLinksDialog");
    CHECK(dialog->windowTitle() == u"Printed Sheets"_s);
}
