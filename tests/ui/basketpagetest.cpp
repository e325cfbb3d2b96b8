// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/basketpage.h"
#include "tests/ui/screens.h"
#include "ui/views/widgets.h"

#include <QLabel>
#include <QListView>
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
    std::unique_ptr<ui::BasketPage> page;
    QListView* list = nullptr;

    explicit BasketScreen(int sites)
    {
        desktop.fillBasket(sites);
        page = std::make_unique<ui::BasketPage>(desktop.services, chosen);
        page->resize(900, 600);
        page->show();
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
    QString day(int row) const { return list->model()->index(row, 0).data(ui::AsideRole).toString(); }
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

TEST_CASE("basket page: order and days", "[ui][basket]")
{
    BasketScreen it(3);
    it.choose();
    const QStringList picked = {u"Food Pantry"_s, u"Homeless Shelter"_s, u"Legal Aid"_s};
    REQUIRE(it.names() == picked);
    shot(it.page.get(), "basket-page");

    SECTION("shows the days 7, 8 and 9 from today, Monday October 5th")
    {
        CHECK(it.day(0) == u"Follow-up on Mon, Oct 12"_s);
        CHECK(it.day(1) == u"Follow-up on Tue, Oct 13"_s);
        CHECK(it.day(2) == u"Follow-up on Wed, Oct 14"_s);
    }
    SECTION("moves a resource and not the days, by button, and stores the order")
    {
        it.list->setCurrentIndex(it.list->model()->index(2, 0));
        press(it.page.get(), "moveUp");
        const QStringList moved = {u"Food Pantry"_s, u"Legal Aid"_s, u"Homeless Shelter"_s};
        CHECK(it.names() == moved);
        CHECK(it.stored() == moved);
        CHECK(it.day(1) == u"Follow-up on Tue, Oct 13"_s);
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
    }
    SECTION("hands the sites to the referral dialog in their order")
    {
        QSignalSpy create(it.page.get(), &ui::BasketPage::createReferrals);
        press(it.page.get(), "createReferrals");
        REQUIRE(create.count() == 1);
        CHECK(create.first().first().value<QList<ResourceSiteId>>() == it.desktop.office.siteIds());
    }
}

TEST_CASE("basket page: nothing to show", "[ui][basket]")
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
        CHECK(sentence->text() == u"Find resources in the directory and press «Add to Basket»."_s);
        shot(it.page.get(), "basket-empty");
    }
}
