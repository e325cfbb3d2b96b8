// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/directorypage.h"
#include "tests/ui/screens.h"
#include "ui/views/carddelegate.h"
#include "ui/views/optionfield.h"
#include "ui/views/widgets.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// A directory in which each filter has something to find. The clock stands on Monday, October 5th, 2026, 11:00 in New
/// York.
struct DirectoryScreen
{
    Desktop desktop;
    ui::ChosenClient chosen;
    std::unique_ptr<ui::DirectoryPage> page;
    QListView* list = nullptr;

    DirectoryScreen()
    {
        ResourceSite pantry = desktop.office.sites[0];
        pantry.description = u"Groceries for a week for everybody who lives in the county."_s;
        pantry.categories = {u"Food"_s, u"Emergency Food"_s};
        pantry.languages = {u"es"_s, u"English"_s};
        pantry.cost = u"Free"_s;
        pantry.accessibility = u"wheelchair, ramp"_s;
        pantry.requiredDocuments = u"A letter with your address"_s;
        pantry.eligibility = u"Everybody in Montgomery County"_s;
        pantry.alert = u"Closed on November 26th for Thanksgiving."_s;
        pantry.phones = {{u"937 555-0100"_s, {}, u"voice"_s, u"Front desk"_s}, {u"937 555-0101"_s, {}, u"fax"_s, {}}};
        pantry.website = u"pantry.example.org"_s;
        pantry.verifiedOn = QDate(2026, 9, 1);
        pantry.postalCode = u"45402"_s;
        pantry.latitude = 39.76;
        pantry.longitude = -84.19;
        SiteHours week{.weekdays = {1, 2, 3, 4, 5}, .opens = QTime(9, 0), .closes = QTime(17, 0)};
        SiteHours saturday{.weekdays = {6}, .opens = QTime(10, 0), .closes = QTime(12, 0)};
        saturday.monthWeeks = {1, 3};
        pantry.hours = {week, saturday};
        put(pantry);
        ResourceSite shelter = desktop.office.sites[1];
        shelter.categories = {u"Shelter"_s};
        shelter.city = u"Xenia"_s;
        shelter.hours = {{.weekdays = {1, 2, 3, 4, 5, 6, 7}, .opens = QTime(18, 0), .closes = QTime(7, 0)}};
        shelter.latitude = 39.68;
        shelter.longitude = -83.93;
        put(shelter);
        page = std::make_unique<ui::DirectoryPage>(desktop.services, chosen);
        page->resize(780, 720);
        page->show();
        list = must<QListView>(page.get(), "directoryList");
        settle();
    }
    void put(const ResourceSite& site) { desktop.store.put("resource_site", site.id.uuid(), site); }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all.append(list->model()->index(row, 0).data().toString());
        return all;
    }
    void choose(int row)
    {
        list->setCurrentIndex(list->model()->index(row, 0));
        settle();
    }
    void fill(const char* field, const QString& text)
    {
        auto* line = must<ui::OptionField>(page.get(), field)->lineEdit();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        settle();
    }
    QString label(const char* name) { return must<QLabel>(page.get(), name)->text(); }
};

const QStringList all = {u"Food Pantry"_s, u"Homeless Shelter"_s, u"Legal Aid"_s};

} // namespace

TEST_CASE("directory page: filters narrow the list and combine", "[ui][directory]")
{
    DirectoryScreen it;
    REQUIRE(it.names() == all);

    SECTION("each toggle")
    {
        press(it.page.get(), "filterOpen");
        CHECK(it.names() == QStringList{u"Food Pantry"_s});
        press(it.page.get(), "filterOpen");
        CHECK(it.names() == all);
        press(it.page.get(), "filterLowCost");
        CHECK(it.names() == QStringList{u"Food Pantry"_s});
        press(it.page.get(), "filterLowCost");
        press(it.page.get(), "filterWheelchair");
        CHECK(it.names() == QStringList{u"Food Pantry"_s});
    }
    SECTION("a value is typed, in any case, or taken from the list with its count")
    {
        auto* city = must<ui::OptionField>(it.page.get(), "filterCity");
        REQUIRE(city->count() == 2);
        CHECK(city->itemText(0) == u"Dayton"_s);
        CHECK(city->itemData(0, ui::AsideRole).toString() == u"2"_s);
        it.fill("filterCity", u"xen"_s);
        CHECK(it.names() == all); // a beginning narrows nothing yet
        it.fill("filterCity", u"xenia"_s);
        CHECK(it.names() == QStringList{u"Homeless Shelter"_s});
        it.fill("filterCategory", u"food"_s);
        CHECK(it.names().isEmpty());
        CHECK(it.label("directoryState").contains(u"fits all of this"_s));
        press(it.page.get(), "directoryAction"); // Clear Filters
        CHECK(it.names() == all);
    }
    SECTION("the list's own button takes everything back")
    {
        press(it.page.get(), "filterLowCost");
        type(must<QLineEdit>(it.page.get(), "directorySearch"), u"pantry"_s);
        press(it.page.get(), "filterClear");
        CHECK(it.names() == QStringList{u"Food Pantry"_s}); // the words stay
        CHECK_FALSE(must<QPushButton>(it.page.get(), "filterClear")->isVisible());
    }
    SECTION("near a ZIP code the nearest come first, and a place that nobody knows is said")
    {
        auto* place = must<QLineEdit>(it.page.get(), "filterNear");
        type(place, u"45402"_s);
        CHECK(it.names() == all);
        CHECK(it.list->model()->index(1, 0).data(ui::AsideRole).toString() == u"15 mi"_s);
        CHECK(it.list->model()->index(2, 0).data(ui::AsideRole).toString() == u"place not known"_s);
        CHECK(it.label("filterNearFound").startsWith(u"Nearest to 45402 first"_s));
        type(place, u"Xenia"_s);
        CHECK(it.names().first() == u"Homeless Shelter"_s);
        type(place, u"Atlantis"_s);
        CHECK(it.names() == all);
        CHECK(it.label("filterNearFound").startsWith(u"No resource of the directory is at this place"_s));
    }
    SECTION("the place is kept for each client")
    {
        it.chosen.choose(it.desktop.office.client.id);
        auto* place = must<QLineEdit>(it.page.get(), "filterNear");
        type(place, u"Xenia"_s);
        it.chosen.choose(ClientId(it.desktop.ids.next()));
        settle();
        CHECK(place->text().isEmpty());
        it.chosen.choose(it.desktop.office.client.id);
        settle();
        CHECK(place->text() == u"Xenia"_s);
        CHECK(it.names().first() == u"Homeless Shelter"_s);
    }
    SECTION("a row says whether the resource is open")
    {
        const auto line = [&](int row) { return it.list->model()->index(row, 0).data(ui::ThirdLineRole).toString(); };
        CHECK(line(0) == u"Open until 5:00 PM"_s);
        CHECK(line(1) == u"Closed, opens at 6:00 PM"_s);
        CHECK(line(2) == u"Hours not known"_s);
        CHECK(it.list->model()->index(0, 0).data(Qt::AccessibleDescriptionRole).toString().contains(u"Open until"_s));
    }
}

TEST_CASE("directory page: what is known of a resource", "[ui][directory]")
{
    DirectoryScreen it;
    it.choose(0);
    auto* details = must<QWidget>(it.page.get(), "siteDetails");
    shot(it.page.get(), "directory-page");

    QStringList texts;
    for (const QLabel* label : details->findChildren<QLabel*>())
        texts.append(label->text());
    CHECK(it.label("siteOpening") == u"Open until 5:00 PM"_s);
    CHECK(must<QWidget>(details, "siteAlert")->isVisible());
    CHECK(it.label("siteVerified") == u"The directory had this checked on Tuesday, September 1, 2026."_s);
    for (const QString& text :
         {u"Closed on November 26th for Thanksgiving."_s, u"A letter with your address"_s,
          u"Everybody in Montgomery County"_s, u"Spanish, English"_s, u"10:00 AM – 12:00 PM (1st, 3rd of the month)"_s,
          u"937 555-0101 (fax)"_s, u"https://pantry.example.org"_s}) {
        INFO(text.toStdString());
        CHECK(texts.contains(text));
    }
    CHECK(texts.count(u"9:00 AM – 5:00 PM"_s) == 5);
    CHECK(texts.count(u"Closed"_s) == 1); // Sunday

    SECTION("a phone can be called and copied, a fax only copied")
    {
        QPushButton* call = nullptr;
        QPushButton* copy = nullptr;
        for (QPushButton* button : details->findChildren<QPushButton*>()) {
            if (button->accessibleName().startsWith(u"Call: 937 555-0100"_s))
                call = button;
            if (button->accessibleName().startsWith(u"Copy 937 555-0100"_s))
                copy = button;
            CHECK_FALSE(button->accessibleName().startsWith(u"Call: 937 555-0101"_s));
        }
        REQUIRE(call);
        CHECK(call->property("link").toString() == u"tel:9375550100"_s);
        REQUIRE(copy);
        copy->click();
        CHECK(QApplication::clipboard()->text() == u"937 555-0100 (Front desk)"_s);
        CHECK(must<ui::Notice>(it.page.get(), "directoryNotice")->sentence().startsWith(u"Copied"_s));
    }
    SECTION("nothing known is said, not left blank")
    {
        it.choose(2);
        CHECK(it.label("siteOpening") == u"Hours not known"_s);
        CHECK(it.label("siteVerified").startsWith(u"The directory doesn’t say"_s));
    }
}

TEST_CASE("directory page: favourites, recently used, basket by keys", "[ui][directory]")
{
    DirectoryScreen it;
    it.choose(1);

    SECTION("Ctrl+D gives a star, which is found again and can be taken back")
    {
        QTest::keyClick(it.list, Qt::Key_D, Qt::ControlModifier);
        settle();
        CHECK(must<QPushButton>(it.page.get(), "favouriteSite")->isChecked());
        CHECK(it.list->model()->index(1, 0).data(ui::StarRole).toBool());
        CHECK(it.desktop.agent.looks > 0);
        press(it.page.get(), "filterFavourites");
        CHECK(it.names() == QStringList{u"Homeless Shelter"_s});
        press(it.page.get(), "favouriteSite");
        CHECK(it.names().isEmpty());
        CHECK(it.label("directoryState").contains(u"fits all of this"_s));
    }
    SECTION("recently used are those that I referred to, the latest first; only one of the two lists at a time")
    {
        it.desktop.refer(2);
        press(it.page.get(), "filterFavourites");
        press(it.page.get(), "filterRecent");
        CHECK_FALSE(must<QPushButton>(it.page.get(), "filterFavourites")->isChecked());
        CHECK(it.names().size() == 2);
    }
    SECTION("Enter adds to the basket, with a client")
    {
        it.list->setFocus();
        QTest::keyClick(it.list, Qt::Key_Return);
        settle();
        CHECK(must<ui::Notice>(it.page.get(), "directoryNotice")->sentence().startsWith(u"Choose a client first"_s));
        it.chosen.choose(it.desktop.office.client.id);
        it.page->setClientName(u"Maria Lopez"_s);
        QTest::keyClick(it.list, Qt::Key_Return);
        settle();
        CHECK(mustHave(it.desktop.store.baskets().basket(it.desktop.office.client.id)).size() == 1);
    }
    SECTION("the context menu has the same actions")
    {
        it.chosen.choose(it.desktop.office.client.id);
        const QPoint at = it.list->visualRect(it.list->model()->index(1, 0)).center();
        Q_EMIT it.list->customContextMenuRequested(at);
        auto* menu = must<QMenu>(it.page.get(), "siteMenu");
        REQUIRE(menu->actions().size() == 5);
        menu->actions().first()->trigger();
        settle();
        CHECK(mustHave(it.desktop.store.baskets().basket(it.desktop.office.client.id)).size() == 1);
        menu->close();
    }
}
