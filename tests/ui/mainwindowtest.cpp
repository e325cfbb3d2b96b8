// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"
#include "core/casework/referrals.h"
#include "tests/ui/screens.h"
#include "ui/dialogs/clientdialog.h"
#include "ui/dialogs/sheetdialog.h"
#include "ui/dialogs/withdrawdialog.h"
#include "ui/models/pagedmodel.h"
#include "ui/pages/homepage.h"
#include "ui/pages/settingspage.h"
#include "ui/views/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

struct Window
{
    Desktop desktop;
    ui::MainWindow window{desktop.services, 10};

    Window()
    {
        window.show();
        waitFor([this] { return list("clientsList")->model()->rowCount() > 0; });
    }
    QListView* list(const char* name) { return must<QListView>(&window, name); }
    QString label(const char* name) { return must<QLabel>(&window, name)->text(); }
    void chooseClient()
    {
        list("clientsList")->setCurrentIndex(list("clientsList")->model()->index(0, 0));
        waitFor([this] { return label("workingWith") == u"Working with Maria Lopez"_s; });
    }
    void search(const char* field, const QString& text, const char* results, int expected)
    {
        type(must<QLineEdit>(&window, field), text);
        waitFor([&] { return list(results)->model()->rowCount() == expected; });
    }
    casework::Desk desk()
    {
        return {desktop.store, desktop.clock, desktop.ids, desktop.phones, desktop.office.worker.id};
    }
};

} // namespace

TEST_CASE("main window: the main job with real presses", "[ui][mainwindow]")
{
    Window it;
    CHECK(it.label("workingWith") == u"No client chosen"_s);

    // Without a client the directory says what is missing.
    it.window.goTo(ui::MainWindow::Directory);
    it.search("directorySearch", u"pantry"_s, "directoryList", 1);
    it.list("directoryList")->setCurrentIndex(it.list("directoryList")->model()->index(0, 0));
    waitFor([&] { return it.label("siteName") == u"Food Pantry"_s; });
    press(&it.window, "addToBasket");
    CHECK(must<ui::Notice>(&it.window, "directoryNotice")->sentence() ==
          u"Choose a client first: press Ctrl+2 and select whom this is for."_s);

    it.window.goTo(ui::MainWindow::Clients);
    it.search("clientsSearch", u"mar lop"_s, "clientsList", 1);
    it.chooseClient();
    shot(&it.window, "window-clients");

    it.window.goTo(ui::MainWindow::Directory);
    for (const QString& word : {u"pantry"_s, u"shelter"_s, u"legal"_s}) {
        it.search("directorySearch", word, "directoryList", 1);
        it.list("directoryList")->setCurrentIndex(it.list("directoryList")->model()->index(0, 0));
        waitFor([&] { return it.label("siteName").contains(word, Qt::CaseInsensitive); });
        press(&it.window, "addToBasket");
        CHECK(must<ui::Notice>(&it.window, "directoryNotice")
                  ->sentence()
                  .endsWith(u"is in the basket of Maria Lopez."_s));
    }
    shot(&it.window, "window-directory");
    press(&it.window, "addToBasket");
    CHECK(must<ui::Notice>(&it.window, "directoryNotice")->sentence().contains(u"basket"_s));

    it.window.goTo(ui::MainWindow::Basket);
    waitFor([&] { return it.list("basketList")->model()->rowCount() == 3; });
    shot(&it.window, "window-basket");
    press(&it.window, "createReferrals");
    auto* dialog = must<QDialog>(&it.window, "referralDialog");
    waitFor([&] { return must<QPushButton>(dialog, "confirmCreateReferrals")->isEnabled(); });
    press(dialog, "confirmCreateReferrals");
    press(dialog, "sendText");
    press(dialog, "sendEmail");
    press(dialog, "consent");
    waitFor([&] { return must<QPushButton>(dialog, "shareWithClient")->isEnabled(); });
    press(dialog, "shareWithClient");
    press(dialog, "shareDone");

    auto* table = must<QTableView>(&it.window, "referralsTable");
    waitFor([&] { return table->model()->rowCount() == 3; });
    waitFor([&] { return table->model()->index(0, 3).data().toString() == u"Shared"_s; });
    shot(&it.window, "window-referrals");

    // For the client's purse: the same resource on paper.
    table->selectRow(0);
    waitFor([&] { return must<QPushButton>(&it.window, "printReferral")->isVisible(); });
    press(&it.window, "printReferral");
    waitFor([&] { return it.window.findChild<ui::SheetDialog*>() && !it.desktop.links.orders.isEmpty(); });
    CHECK(it.desktop.links.orders.last().referrals.size() == 1);
    it.window.findChild<ui::SheetDialog*>()->reject();
    settle();

    it.window.goTo(ui::MainWindow::Activity);
    waitFor([&] { return it.list("activityList")->model()->rowCount() >= 6; });
    CHECK(it.list("activityList")
              ->model()
              ->index(0, 0)
              .data()
              .toString()
              .startsWith(u"Dana Reyes shared it with Maria by text and email, with consent. Follow-up on "_s));
    shot(&it.window, "window-activity");
}

TEST_CASE("main window: follows the store by itself", "[ui][mainwindow]")
{
    Window it;
    const Referral referral = it.desktop.refer(2).first();
    it.window.goTo(ui::MainWindow::Referrals);
    auto* table = must<QTableView>(&it.window, "referralsTable");
    waitFor([&] { return table->model()->rowCount() == 2; });
    int row = 0;
    while (table->model()->index(row, 0).data(ui::KeyRole).toUuid() != referral.id.uuid()) {
        ++row;
    }
    table->selectRow(row);
    waitFor([&] { return it.label("referralSite") == u"Food Pantry (Second Harvest)"_s; });

    SECTION("a status that somebody else set shows without a press, and the selection stays")
    {
        auto desk = it.desk();
        it.desktop.clock.advanceMinutes(1);
        mustWork(casework::setStatus(desk, referral.id, ReferralStatus::InReview, u"called them"_s));
        const auto selected = [&] { return table->currentIndex().siblingAtColumn(2).data().toString(); };
        waitFor([&] { return selected() == u"In-Review"_s; });
        CHECK(table->currentIndex().data(ui::KeyRole).toUuid() == referral.id.uuid());
        waitFor([&] { return must<QComboBox>(&it.window, "status")->currentText() == u"In-Review"_s; });
        auto* activity = it.list("referralActivity");
        waitFor([&] { return activity->model()->rowCount() == 2; });
        CHECK(activity->model()->index(0, 0).data().toString() ==
              u"Dana Reyes changed the status from Unstarted to In-Review: called them"_s);
        shot(&it.window, "window-referral-details");
    }
    SECTION("a status can be set with its reason, and a note added")
    {
        must<QComboBox>(&it.window, "status")->setCurrentIndex(2);
        type(must<QLineEdit>(&it.window, "reason"), u"first visit"_s);
        press(&it.window, "changeStatus");
        CHECK(mustHave(it.desktop.store.referrals().referral(referral.id))->status ==
              ReferralStatus::ServiceInProgress);
        QTest::keyClicks(must<QPlainTextEdit>(&it.window, "note"), u"Brought papers"_s);
        press(&it.window, "addNote");
        waitFor([&] { return it.list("referralActivity")->model()->rowCount() == 3; });
    }
    SECTION("the list filters by status and text")
    {
        press(&it.window, "moreFilters");
        press(&it.window, "statusFilter4");
        waitFor([&] { return table->model()->rowCount() == 0; });
        CHECK(it.label("referralsState") == u"No referral fits this search and filter."_s);
        press(&it.window, "statusFilter4");
        waitFor([&] { return table->model()->rowCount() == 2; });
        type(must<QLineEdit>(&it.window, "referralsSearch"), u"shelter"_s);
        waitFor([&] { return table->model()->rowCount() == 1; });
    }
    SECTION("an unshared referral can be shared later")
    {
        press(&it.window, "share");
        auto* dialog = must<QDialog>(&it.window, "referralDialog");
        CHECK(dialog->isVisible());
        CHECK(dialog->windowTitle() == u"Share with Client"_s);
    }
}

TEST_CASE("main window: an automatic change", "[ui][mainwindow]")
{
    Window it;
    const Referral referral = it.desktop.refer(1).first();
    Activity answer{.id = ActivityId(it.desktop.ids.next()), .clientId = referral.clientId};
    answer.kind = ActivityKind::Answered;
    answer.referralId = referral.id;
    answer.at = it.desktop.clock.now().addSecs(60);
    answer.byClient = true;
    answer.channel = Channel::Text;
    answer.via = ReplyVia::Text;
    answer.rule = u"R6"_s;
    answer.fromStatus = ReferralStatus::Unstarted;
    answer.toStatus = ReferralStatus::ServiceCompleted;
    answer.answer = Answer::Yes;
    it.desktop.store.put("activity", answer.id.uuid(), answer);
    Referral completed = referral;
    completed.status = ReferralStatus::ServiceCompleted;
    it.desktop.store.put("referral", referral.id.uuid(), completed);

    it.window.goTo(ui::MainWindow::Referrals);
    auto* table = must<QTableView>(&it.window, "referralsTable");
    waitFor([&] { return table->model()->rowCount() == 1; });
    table->selectRow(0);
    auto* activity = it.list("referralActivity");
    waitFor([&] { return activity->model()->rowCount() == 2; });

    SECTION("reads as a sentence")
    {
        CHECK(activity->model()->index(0, 0).data().toString() ==
              u"Maria answered by text: Yes, I’ve received services - Service Completed"_s);
    }
    SECTION("is taken back in one step")
    {
        CHECK_FALSE(must<QPushButton>(&it.window, "revert")->isEnabled());
        activity->setCurrentIndex(activity->model()->index(0, 0));
        press(&it.window, "revert");
        CHECK(mustHave(it.desktop.store.referrals().referral(referral.id))->status == ReferralStatus::Unstarted);
        waitFor([&] { return activity->model()->rowCount() == 3; });
        waitFor([&] { return !must<QPushButton>(&it.window, "revert")->isEnabled(); });
    }
}

TEST_CASE("main window: a draft on Home opens where it was written, filled in", "[ui][mainwindow][drafts]")
{
    Window it;
    const QList<Referral> referrals = it.desktop.refer(1);
    const ReplyId reply(it.desktop.ids.next());
    Reply written{.id = reply, .via = ReplyVia::Text, .from = *PhoneNumber::fromE164(u"+19375550101")};
    written.clientId = it.desktop.office.client.id;
    written.body = u"they were so kind to us"_s;
    written.receivedAt = it.desktop.clock.now();
    written.needsWorker = true;
    it.desktop.store.put("reply", reply.uuid(), written);
    const auto keep = [&](const QString& name, const QJsonObject& content) {
        mustWork(it.desktop.store.drafts().save(
            {.name = name, .title = u"Draft"_s, .content = content, .savedAt = it.desktop.clock.now()}));
    };
    const auto open = [&](const QString& name) {
        it.window.goTo(ui::MainWindow::Home);
        auto* home = must<ui::HomePage>(&it.window, "homePage");
        home->refresh();
        const QByteArray row = "homeDraftsRow-" + name.toLatin1();
        waitFor([&] {
            auto* button = home->findChild<QPushButton*>(QString::fromLatin1(row));
            return button && button->isVisible();
        });
        press(home, row.constData());
    };

    SECTION("a note on a referral")
    {
        const QString name = u"note/"_s + referrals[0].id.toString();
        keep(name, {{u"text"_s, u"Call on Friday"_s}});
        open(name);
        auto* page = must<QWidget>(&it.window, "referralsPage");
        CHECK(page->isVisible());
        waitFor([&] { return must<QPlainTextEdit>(page, "note")->toPlainText() == u"Call on Friday"_s; });
    }
    SECTION("the reason of a status that was not saved")
    {
        const QString name = u"note/"_s + referrals[0].id.toString();
        keep(name, {{u"reason"_s, u"Moved to Ohio"_s}});
        open(name);
        auto* page = must<QWidget>(&it.window, "referralsPage");
        waitFor([&] { return must<QLineEdit>(page, "reason")->text() == u"Moved to Ohio"_s; });
        CHECK(must<QPlainTextEdit>(page, "note")->toPlainText().isEmpty());
    }
    SECTION("words about a consent that was being withdrawn")
    {
        const ShareId share(it.desktop.ids.next());
        const QString name = u"withdraw/"_s + share.toString();
        keep(name, {{u"text"_s, u"Her phone is shared"_s}, {u"shares"_s, QJsonArray{share.toString()}}});
        open(name);
        waitFor([&] {
            auto* dialog = it.window.findChild<ui::WithdrawDialog*>();
            return dialog && must<QPlainTextEdit>(dialog, "withdrawNote")->toPlainText() == u"Her phone is shared"_s;
        });
        it.window.findChild<ui::WithdrawDialog*>()->reject();
        waitFor([&] { return !mustHave(it.desktop.store.drafts().draft(name)); });
    }
    SECTION("what a worker noted while reading a client's message")
    {
        const QString name = u"reading/"_s + reply.toString();
        keep(name, {{u"note"_s, u"She means the pantry"_s}});
        open(name);
        auto* page = must<QWidget>(&it.window, "messagesPage");
        CHECK(page->isVisible());
        waitFor([&] { return must<QPlainTextEdit>(page, "triageNote")->toPlainText() == u"She means the pantry"_s; });
    }
    SECTION("a new client")
    {
        keep(u"client/new"_s, {{u"given_name"_s, u"Ana"_s}, {u"family_name"_s, u"Cruz"_s}});
        open(u"client/new"_s);
        auto* page = must<QWidget>(&it.window, "clientsPage");
        CHECK(page->isVisible());
        waitFor([&] {
            auto* dialog = page->findChild<ui::ClientDialog*>();
            return dialog && must<QLineEdit>(dialog, "givenName")->text() == u"Ana"_s;
        });
    }
    SECTION("texts of messages, and a note for several referrals")
    {
        keep(u"settings/templates"_s, {{u"templates"_s, QJsonObject()}});
        open(u"settings/templates"_s);
        CHECK(must<ui::SettingsPage>(&it.window, "settingsPage")->isVisible());
        CHECK(must<ui::SettingsPage>(&it.window, "settingsPage")->currentSection() == u"templateSettings"_s);
        keep(u"bulk/note"_s, {{u"text"_s, u"Called all."_s}});
        open(u"bulk/note"_s);
        CHECK(must<QWidget>(&it.window, "referralsPage")->isVisible());
    }
    SECTION("changes to a client")
    {
        const QString name = u"client/"_s + it.desktop.office.client.id.toString();
        keep(name, {{u"given_name"_s, u"Marisol"_s}, {u"family_name"_s, u"Lopez"_s}});
        open(name);
        auto* page = must<QWidget>(&it.window, "clientsPage");
        CHECK(page->isVisible());
        waitFor([&] {
            auto* dialog = page->findChild<ui::ClientDialog*>();
            return dialog && must<QLineEdit>(dialog, "givenName")->text() == u"Marisol"_s;
        });
        CHECK(it.window.chosen().id() == it.desktop.office.client.id);
    }
}

TEST_CASE("main window: navigation and state", "[ui][mainwindow]")
{
    Window it;
    auto* pages = it.window.findChild<QStackedWidget*>();
    REQUIRE(pages);

    SECTION("Ctrl+1 to Ctrl+9 change the page")
    {
        QApplication::setActiveWindow(&it.window);
        for (int page = ui::MainWindow::Settings; page >= ui::MainWindow::Home; --page) {
            QTest::keyClick(&it.window, Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
            CHECK(must<QWidget>(&it.window, "homePage")->isVisible() == (page == ui::MainWindow::Home));
            CHECK(must<QWidget>(&it.window, "clientsPage")->isVisible() == (page == ui::MainWindow::Clients));
            CHECK(must<QWidget>(&it.window, "activityPage")->isVisible() == (page == ui::MainWindow::Activity));
            CHECK(must<QWidget>(&it.window, "settingsPage")->isVisible() == (page == ui::MainWindow::Settings));
        }
    }
    SECTION("the buttons change the page, and a screen reader's toggle does so too")
    {
        press(&it.window, "goreferralsPage");
        CHECK(must<QWidget>(&it.window, "referralsPage")->isVisible());
        must<QPushButton>(&it.window, "gobasketDock")->toggle();
        CHECK(must<QWidget>(&it.window, "basketDock")->isVisible());
        CHECK(must<QWidget>(&it.window, "referralsPage")->isVisible());
        must<QPushButton>(&it.window, "gobasketDock")->toggle();
        CHECK_FALSE(must<QWidget>(&it.window, "basketDock")->isVisible());
    }
    SECTION("the basket stands beside the directory, and beside other pages when asked for")
    {
        auto* dock = must<QWidget>(&it.window, "basketDock");
        auto* button = must<QPushButton>(&it.window, "gobasketDock");
        CHECK_FALSE(dock->isVisible());
        it.window.goTo(ui::MainWindow::Directory);
        CHECK(dock->isVisible());
        CHECK(button->isChecked());
        it.window.goTo(ui::MainWindow::Referrals);
        CHECK_FALSE(dock->isVisible());
        CHECK_FALSE(button->isChecked());
        QApplication::setActiveWindow(&it.window);
        QTest::keyClick(&it.window, Qt::Key_B, Qt::ControlModifier);
        CHECK(dock->isVisible());
        it.window.goTo(ui::MainWindow::Messages);
        CHECK(dock->isVisible());
    }
    SECTION("a row that a screen reader selects is the one worked with")
    {
        auto* list = it.list("clientsList");
        list->selectionModel()->select(list->model()->index(0, 0), QItemSelectionModel::ClearAndSelect);
        waitFor([&] { return it.label("workingWith") == u"Working with Maria Lopez"_s; });
    }
    SECTION("says in words how far sending is")
    {
        waitFor([&] { return it.label("syncState") == u"Everything is sent"_s; });
        const Referral referral = it.desktop.refer(1).first();
        waitFor([&] { return it.label("syncState").endsWith(u"changes wait for the server"_s); });
        mustWork(it.desktop.store.sync().setFact(u"last_sync_error"_s, u"The server can’t be reached."_s));
        mustWork(it.desktop.store.sync().setFact(
            u"offline_since"_s, QString::number(it.desktop.clock.now().addSecs(-3600).toMSecsSinceEpoch())));
        mustWork(it.desktop.store.sync().setFact(
            u"last_sync_at"_s, QString::number(it.desktop.clock.now().addSecs(-3600).toMSecsSinceEpoch())));
        auto desk = it.desk();
        mustWork(casework::addNote(desk, referral.id, u"called"_s));
        waitFor([&] { return it.label("syncState").endsWith(u"offline since 2:00 PM"_s); });
    }
    SECTION("says in words what the agent knows: a carrier that stopped, messages left to another agent, no server")
    {
        SyncStore& facts = it.desktop.store.sync();
        const auto says = [&](const QString& words) {
            it.window.showSyncState();
            waitFor([&] { return it.label("syncState") == words; });
        };
        mustWork(facts.setFact(u"left_to_headless"_s, u"3"_s));
        says(u"3 messages wait for the agent on your agency’s server"_s);
        mustWork(facts.setFact(u"carrier_trouble"_s, u"The account is suspended."_s));
        says(u"Messages are stopped: The account is suspended."_s);
        mustWork(facts.setFact(u"last_sync_error"_s, u"The server has trouble of its own (500)."_s));
        mustWork(
            facts.setFact(u"next_try_at"_s, QString::number(it.desktop.clock.now().addSecs(120).toMSecsSinceEpoch())));
        says(u"Everything is sent - The server has trouble of its own (500)."_s);
        CHECK(must<QLabel>(&it.window, "syncState")->toolTip().contains(u"tried again at"_s));
    }
    SECTION("asks to sign in again where the server refuses this device, until that is done")
    {
        auto* notice = must<ui::Notice>(&it.window, "mainNotice");
        QSignalSpy wanted(&it.window, &ui::MainWindow::signInWanted);
        const auto say = [&](const QString& needed) {
            mustWork(it.desktop.store.sync().setFact(u"sign_in_needed"_s, needed));
            it.window.showSyncState();
        };
        say(u"yes"_s);
        waitFor([&] { return notice->isVisible(); });
        CHECK(notice->sentence().startsWith(u"The server doesn’t know this computer any more"_s));
        CHECK(it.label("syncState") == u"Signed out at the server"_s);
        CHECK_FALSE(must<QPushButton>(notice, "mainNoticeClose")->isVisible());
        CHECK(must<QPushButton>(notice, "mainNoticeAct")->accessibleName() == u"Sign In Again"_s);
        shot(&it.window, "window-sign-in-again");
        press(notice, "mainNoticeAct");
        CHECK(wanted.count() == 1);
        CHECK(notice->isVisible());

        say({});
        waitFor([&] { return !notice->isVisible(); });
        CHECK(it.label("syncState") == u"Everything is sent"_s);
    }
    SECTION("every control has an accessible name")
    {
        for (QWidget* widget : it.window.findChildren<QWidget*>()) {
            const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QComboBox*>(widget) ||
                                 qobject_cast<QAbstractItemView*>(widget);
            const bool ofQt = widget->objectName().startsWith(u"qt_"_s) || qobject_cast<QComboBox*>(widget->parent()) ||
                              QByteArray(widget->metaObject()->className()).startsWith("QTable") ||
                              QByteArray(widget->metaObject()->className()).startsWith("QHeader") ||
                              QByteArray(widget->metaObject()->className()).contains("QComboBox") ||
                              QByteArray(widget->metaObject()->className()) == "QLineEditIconButton";
            if (control && !ofQt && widget->objectName() != u"referralsTable"_s && widget->isVisible()) {
                INFO(widget->metaObject()->className() << " " << widget->objectName());
                CHECK_FALSE(widget->accessibleName().isEmpty());
                CHECK_FALSE(widget->objectName().isEmpty());
            }
        }
    }
}
