// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dock/basketdock.h"
#include "tests/ui/screens.h"
#include "ui/models/sitelistmodel.h"
#include "ui/views/carddelegate.h"
#include "ui/views/widgets.h"

#include <QLabel>
#include <QListView>
#include <QMainWindow>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

struct BasketScreen
{
    Desktop desktop;
    ui::ChosenClient chosen;
    QMainWindow host; // a dock without one is a window of its own
    std::unique_ptr<ui::BasketDock> page;
    QListView* list = nullptr;

    explicit BasketScreen(int sites)
    {
        desktop.fillBasket(sites);
        page = std::make_unique<ui::BasketDock>(desktop.services, chosen);
        host.addDockWidget(Qt::RightDockWidgetArea, page.get());
        host.resize(1000, 640);
        page->followPage(true);
        host.show();
        list = must<QListView>(page.get(), "basketList");
    }
    void choose()
    {
        chosen.choose(desktop.office.client.id);
        settle();
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            all.append(list->model()->index(row, 0).data().toString().section(u" ("_s, 0, 0));
        }
        return all;
    }
    QString day(int row) const { return list->model()->index(row, 0).data(ui::ThirdLineRole).toString(); }
    QStringList stored()
    {
        QStringList all;
        for (const BasketItem& item : mustHave(desktop.store.baskets().basket(desktop.office.client.id))) {
            all.append(mustHave(desktop.store.directory().site(item.siteId))->serviceName);
        }
        return all;
    }
};

} // namespace

TEST_CASE("basket dock: order and days", "[ui][basket]")
{
    BasketScreen it(3);
    it.choose();
    const QStringList picked = {u"Food Pantry"_s, u"Homeless Shelter"_s, u"Legal Aid"_s};
    REQUIRE(it.names() == picked);
    shot(it.page.get(), "basket-page");

    SECTION("shows the days 7, 8 and 9 from today, Monday October 5th")
    {
        CHECK(it.day(0) == u"Asked on Mon, Oct 12"_s);
        CHECK(it.day(1) == u"Asked on Tue, Oct 13"_s);
        CHECK(it.day(2) == u"Asked on Wed, Oct 14"_s);
    }
    SECTION("moves a resource and not the days, by button, and stores the order")
    {
        it.list->setCurrentIndex(it.list->model()->index(2, 0));
        press(it.page.get(), "moveUp");
        const QStringList moved = {u"Food Pantry"_s, u"Legal Aid"_s, u"Homeless Shelter"_s};
        CHECK(it.names() == moved);
        CHECK(it.stored() == moved);
        CHECK(it.day(1) == u"Asked on Tue, Oct 13"_s);
        CHECK(it.list->currentIndex().row() == 1);
        CHECK(it.desktop.agent.looks > 0);
    }
    SECTION("moves by Alt+Down")
    {
        it.list->setCurrentIndex(it.list->model()->index(0, 0));
        it.list->setFocus();
        QTest::keyClick(it.list, Qt::Key_Down, Qt::AltModifier);
        settle();
        CHECK(it.stored() == QStringList{u"Homeless Shelter"_s, u"Food Pantry"_s, u"Legal Aid"_s});
    }
    SECTION("moves as a drop of the mouse does")
    {
        CHECK(it.list->model()->moveRow({}, 0, {}, 3));
        settle();
        CHECK(it.stored() == QStringList{u"Homeless Shelter"_s, u"Legal Aid"_s, u"Food Pantry"_s});
    }
    SECTION("brings the stored order back where a move could not be stored")
    {
        it.desktop.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
        it.list->setCurrentIndex(it.list->model()->index(2, 0));
        press(it.page.get(), "moveUp");
        CHECK(it.names() == picked);
        CHECK(must<ui::Notice>(it.page.get(), "basketNotice")->sentence() == u"The disk is full."_s);
    }
    SECTION("removes a resource")
    {
        it.list->setCurrentIndex(it.list->model()->index(0, 0));
        press(it.page.get(), "removeFromBasket");
        CHECK(it.stored() == QStringList{u"Homeless Shelter"_s, u"Legal Aid"_s});
        CHECK(must<ui::Notice>(it.page.get(), "basketNotice")->sentence() ==
              u"Food Pantry (Second Harvest) was removed."_s);
    }
    SECTION("undoes a removal at the place where it was, by button and by Ctrl+Z")
    {
        it.list->setCurrentIndex(it.list->model()->index(1, 0));
        QTest::keyClick(it.list, Qt::Key_Delete);
        settle();
        CHECK(it.stored() == QStringList{u"Food Pantry"_s, u"Legal Aid"_s});
        if (GENERATE(true, false))
            press(it.page.get(), "basketNoticeAct");
        else
            QTest::keyClick(it.list, Qt::Key_Z, Qt::ControlModifier);
        settle();
        CHECK(it.stored() == picked);
        CHECK(it.names() == picked);
        CHECK_FALSE(must<ui::Notice>(it.page.get(), "basketNotice")->isVisible());
    }
    SECTION("notes where the client has an open referral to a resource already")
    {
        // Another desk made it: this one's rule would have refused.
        const Referral referral{ReferralId(it.desktop.ids.next()), it.desktop.office.client.id,
                                it.desktop.office.sites[1].id,     ReferralStatus::InReview,
                                it.desktop.office.worker.id,       it.desktop.clock.now()};
        it.desktop.store.put("referral", referral.id.uuid(), referral);
        it.page->refresh();
        settle();
        const QModelIndex row = it.list->model()->index(1, 0);
        CHECK(row.data(ui::WarningRole).toString() == u"Has an open referral to it already"_s);
        CHECK(row.data(Qt::AccessibleDescriptionRole).toString().contains(u"open referral"_s));
        CHECK(it.list->model()->index(0, 0).data(ui::WarningRole).toString().isEmpty());
        shot(it.page.get(), "basket-dock");
    }
    SECTION("hands the sites to the referral dialog in their order")
    {
        QSignalSpy create(it.page.get(), &ui::BasketDock::createReferrals);
        press(it.page.get(), "createReferrals");
        REQUIRE(create.count() == 1);
        CHECK(create.first().first().value<QList<ResourceSiteId>>() == it.desktop.office.siteIds());
    }
}

TEST_CASE("basket dock: resources dragged from the directory", "[ui][basket]")
{
    BasketScreen it(2);
    it.choose();
    ui::SiteListModel directory(it.desktop.services.store, it.desktop.clock);
    directory.search({});
    settle();
    REQUIRE(directory.rowCount() == 3);
    const std::unique_ptr<QMimeData> dragged(directory.mimeData({directory.index(2, 0)})); // Legal Aid
    CHECK(directory.flags(directory.index(2, 0)).testFlag(Qt::ItemIsDragEnabled));
    QAbstractItemModel* basket = it.list->model();
    REQUIRE(basket->canDropMimeData(dragged.get(), Qt::CopyAction, 1, 0, {}));

    SECTION("land where they are dropped")
    {
        basket->dropMimeData(dragged.get(), Qt::CopyAction, 1, 0, {});
        settle();
        CHECK(it.stored() == QStringList{u"Food Pantry"_s, u"Legal Aid"_s, u"Homeless Shelter"_s});
    }
    SECTION("below the last row: at the end")
    {
        basket->dropMimeData(dragged.get(), Qt::CopyAction, -1, -1, {});
        settle();
        CHECK(it.stored() == QStringList{u"Food Pantry"_s, u"Homeless Shelter"_s, u"Legal Aid"_s});
    }
    SECTION("once more is refused in words")
    {
        const std::unique_ptr<QMimeData> again(directory.mimeData({directory.index(0, 0)}));
        basket->dropMimeData(again.get(), Qt::CopyAction, 0, 0, {});
        settle();
        CHECK(must<ui::Notice>(it.page.get(), "basketNotice")->sentence() ==
              u"This resource is in the basket already."_s);
        CHECK(it.stored().size() == 2);
    }
}

TEST_CASE("basket dock: where it is shown", "[ui][basket]")
{
    BasketScreen it(1);
    it.choose();
    ui::BasketDock& dock = *it.page;
    CHECK(dock.isVisible());
    dock.followPage(false);
    CHECK_FALSE(dock.isVisible());

    SECTION("pinned, it stays on every page")
    {
        dock.toggle();
        CHECK(dock.isVisible());
        CHECK(dock.isPinned());
        CHECK(must<QPushButton>(&dock, "basketPin")->isChecked());
        dock.followPage(true);
        dock.followPage(false);
        CHECK(dock.isVisible());
        press(&dock, "basketHide");
        CHECK_FALSE(dock.isVisible());
        CHECK_FALSE(dock.isPinned());
    }
    SECTION("hidden on the directory, it stays away there until it is asked for")
    {
        dock.followPage(true);
        press(&dock, "basketHide");
        dock.followPage(false);
        dock.followPage(true);
        CHECK_FALSE(dock.isVisible());
        dock.setShown(true);
        CHECK(dock.isVisible());
        CHECK_FALSE(dock.isPinned());
    }
    SECTION("in a narrow window it lies over the page until it is left, and nothing is pinned by that")
    {
        it.host.resize(600, 640);
        dock.open();
        CHECK(dock.isVisible());
        CHECK(dock.isFloating());
        CHECK_FALSE(must<QPushButton>(&dock, "basketPin")->isVisible());
        dock.followPage(false);
        CHECK_FALSE(dock.isVisible());
        dock.open();
        QApplication::setActiveWindow(&dock);
        QTest::keyClick(must<QListView>(&dock, "basketList"), Qt::Key_Escape);
        CHECK_FALSE(dock.isVisible());
        CHECK_FALSE(dock.isFloating());
        CHECK_FALSE(dock.isPinned());
        it.host.resize(1000, 640);
        dock.open();
        CHECK(dock.isVisible());
        CHECK_FALSE(dock.isFloating());
    }
    SECTION("comes back as it was left")
    {
        dock.restore(true, false);
        CHECK(dock.isVisible());
        dock.followPage(true);
        CHECK_FALSE(dock.isVisible());
    }
}

TEST_CASE("basket dock: nothing to show", "[ui][basket]")
{
    BasketScreen it(0);
    auto* sentence = must<QLabel>(it.page.get(), "basketState");

    SECTION("asks for a client first")
    {
        settle();
        CHECK(sentence->text() == u"A basket belongs to one client. Select whom you are working with."_s);
        CHECK(must<QPushButton>(it.page.get(), "basketAction")->text() == u"Choose Client"_s);
    }
    SECTION("says how to fill an empty basket")
    {
        it.choose();
        CHECK(sentence->isVisible());
        CHECK(sentence->text() == u"Press Enter on a resource of the directory, or drag it here."_s);
        shot(it.page.get(), "basket-empty");
    }
}
