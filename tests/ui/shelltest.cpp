// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the pages: find anything, new referral, help, its place on the screen.
#include "tests/ui/screens.h"
#include "ui/accessiblescrollarea.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/finder.h"
#include "ui/dialogs/helpwindow.h"
#include "ui/mainwindow.h"
#include "ui/pages/settingspage.h"
#include "ui/models/findermodel.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QScrollArea>
#include <QSettings>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTextBrowser>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

struct Shell
{
    Desktop desktop;
    ui::MainWindow window{desktop.services, 10};

    Shell()
    {
        window.show();
        QApplication::setActiveWindow(&window);
        settle();
    }
    ui::Finder* openFinder()
    {
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        auto* finder = must<ui::Finder>(&window, "finder");
        waitFor([&] { return rows(finder)->rowCount() > 0; });
        return finder;
    }
    static QAbstractItemModel* rows(ui::Finder* finder) { return must<QListView>(finder, "finderList")->model(); }
    static QString first(ui::Finder* finder) { return rows(finder)->index(0, 0).data().toString(); }
    bool onPage(const char* name) { return must<QWidget>(&window, name)->isVisible(); }
};

} // namespace

TEST_CASE("find anything: from the keyboard alone", "[ui][shell]")
{
    Shell it;
    ui::Finder* finder = it.openFinder();
    auto* field = must<QLineEdit>(finder, "finderField");

    SECTION("a client by a few letters; Enter chooses the person and opens the page")
    {
        type(field, u"mar lop"_s);
        waitFor([&] { return Shell::first(finder) == u"Maria Lopez"_s; });
        CHECK(field->accessibleDescription() == u"Maria Lopez, Client"_s);
        QTest::keyClick(field, Qt::Key_Return);
        waitFor([&] { return must<QLabel>(&it.window, "workingWith")->text() == u"Working with Maria Lopez"_s; });
        CHECK(it.onPage("clientsPage"));
    }
    SECTION("a resource, reached with the arrow keys")
    {
        type(field, u"pantry"_s);
        waitFor([&] { return Shell::first(finder).contains(u"Pantry"_s); });
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Up);
        QTest::keyClick(field, Qt::Key_Return);
        CHECK(it.onPage("directoryPage"));
    }
    SECTION("a referral")
    {
        it.desktop.refer(1);
        type(field, u"maria"_s);
        auto kind = [&](int row) { return Shell::rows(finder)->index(row, 0).data(ui::IconRole).toString(); };
        waitFor([&] { return Shell::rows(finder)->rowCount() >= 2 && kind(1) == u"referral"_s; });
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        CHECK(it.onPage("referralsPage"));
    }
    SECTION("something to do")
    {
        type(field, u"settings"_s);
        waitFor([&] { return Shell::first(finder) == u"Settings"_s; });
        QTest::keyClick(field, Qt::Key_Return);
        CHECK(it.onPage("settingsPage"));
    }
    SECTION("a section of the settings, of those that this worker is offered")
    {
        type(field, u"reminders"_s);
        waitFor([&] { return Shell::first(finder) == u"Settings: Reminders"_s; });
        type(field, u"audit"_s);
        waitFor([&] { return Shell::rows(finder)->rowCount() == 0; });
        type(field, u"reminders"_s);
        waitFor([&] { return Shell::first(finder) == u"Settings: Reminders"_s; });
        QTest::keyClick(field, Qt::Key_Return);
        CHECK(it.onPage("settingsPage"));
        CHECK(must<ui::SettingsPage>(&it.window, "settingsPage")->currentSection() == u"reminderSettings"_s);
    }
    SECTION("nothing found says so, and Escape leaves all as it was")
    {
        type(field, u"zzzzqqq"_s);
        waitFor([&] { return Shell::rows(finder)->rowCount() == 0; });
        QTest::keyClick(field, Qt::Key_Return);
        CHECK(finder->isVisible());
        QTest::keyClick(field, Qt::Key_Escape);
        CHECK_FALSE(finder->isVisible());
    }
    SECTION("a paste of a megabyte is cut")
    {
        field->setText(QString(1'000'000, u'x'));
        waitFor([&] { return Shell::rows(finder)->rowCount() == 0; });
    }
}

TEST_CASE("new referral: Ctrl+N leads to what is missing", "[ui][shell]")
{
    Shell it;
    const auto ctrlN = [&] { QTest::keyClick(&it.window, Qt::Key_N, Qt::ControlModifier); };
    it.window.goTo(ui::MainWindow::Activity);
    ctrlN();
    CHECK(it.onPage("clientsPage"));
    CHECK(it.window.statusBar()->currentMessage() == u"Choose the client whom the referral is for."_s);

    it.window.chosen().choose(it.desktop.office.client.id);
    settle();
    ctrlN();
    CHECK(it.onPage("directoryPage"));

    it.desktop.fillBasket(2);
    auto* basket = must<QListView>(&it.window, "basketList");
    waitFor([&] { return basket->model()->rowCount() == 2; });
    ctrlN();
    auto* dialog = it.window.findChild<QDialog*>();
    REQUIRE(dialog);
    CHECK(dialog->windowTitle() == u"Create Referrals"_s);
}

TEST_CASE("help: F1 explains the page one is on, offline", "[ui][shell]")
{
    Shell it;
    it.window.goTo(ui::MainWindow::Referrals);
    QTest::keyClick(&it.window, Qt::Key_F1);
    auto* help = must<ui::HelpWindow>(&it.window, "helpWindow");
    auto* text = must<QTextBrowser>(help, "helpText");
    CHECK(text->toPlainText().startsWith(u"Sharing with a client"_s));
    SECTION("every chapter is there, and its links lead to chapters")
    {
        for (const ui::HelpTopic& topic : ui::HelpWindow::topics()) {
            CAPTURE(topic.file);
            help->open(topic.file);
            CHECK(text->toPlainText().size() > 300);
            CHECK_FALSE(text->toPlainText().contains(u"missing from this copy"_s));
        }
        help->open(u"sharing"_s);
        Q_EMIT text->anchorClicked(QUrl(u"opting-out.md"_s));
        CHECK(text->toPlainText().startsWith(u"Opting out"_s));
    }
    SECTION("Escape closes it")
    {
        QApplication::setActiveWindow(help);
        QTest::keyClick(text, Qt::Key_Escape);
        CHECK_FALSE(help->isVisible());
    }
}

TEST_CASE("about: version and licences", "[ui][shell]")
{
    QCoreApplication::setApplicationVersion(u"9.8.7"_s);
    ui::AboutDialog about(nullptr);
    const auto labels = about.findChildren<QLabel*>();
    CHECK(std::ranges::any_of(labels, [](const QLabel* label) { return label->text().contains(u"9.8.7"_s); }));
    CHECK(must<QTextBrowser>(&about, "licences")->toPlainText().contains(u"SQLite3 Multiple Ciphers"_s));
}

TEST_CASE("main window: comes back where it was", "[ui][shell]")
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
    Desktop desktop;
    QSize size;
    {
        ui::MainWindow window(desktop.services, 10);
        window.remember(settings);
        window.resize(1111, 777);
        window.show();
        settle();
        size = window.size();
        window.close();
    }
    ui::MainWindow again(desktop.services, 10);
    again.remember(settings);
    again.show();
    settle();
    CHECK(again.size() == size);
}

TEST_CASE("menus: every action has a name, a tip and no key twice", "[ui][shell]")
{
    Shell it;
    QStringList keys;
    int actions = 0;
    for (const QAction* menu : it.window.menuBar()->actions()) {
        REQUIRE(menu->menu());
        for (const QAction* action : menu->menu()->actions()) {
            if (action->isSeparator()) {
                continue;
            }
            ++actions;
            CHECK_FALSE(action->text().isEmpty());
            CHECK_FALSE(action->toolTip().isEmpty());
            if (!action->shortcut().isEmpty()) {
                keys.append(action->shortcut().toString());
            }
        }
    }
    CHECK(actions > 15);
    CHECK(keys.removeDuplicates() == 0);
}

TEST_CASE("screen reader: a scroll area can be asked for a child that is gone", "[ui][shell]")
{
    ui::useSafeScrollAreas();
    ui::useSafeScrollAreas();
    QScrollArea area;
    area.setWidget(new QLabel(u"inside"_s));
    QAccessibleInterface* read = QAccessible::queryAccessibleInterface(&area);
    REQUIRE(read != nullptr);
    CHECK(read->role() == QAccessible::Client);
    REQUIRE(read->childCount() > 0);
    CHECK(read->child(0) != nullptr);
    CHECK(read->child(read->childCount()) == nullptr);
    CHECK(read->child(1000) == nullptr);
    CHECK(read->child(-1) == nullptr);
}
