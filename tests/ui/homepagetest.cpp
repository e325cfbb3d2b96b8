// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/homepage.h"
#include "core/casework/sharing.h"
#include "tests/ui/screens.h"
#include "ui/answerwatch.h"
#include "ui/mainwindow.h"
#include "ui/models/pagedmodel.h"
#include "ui/pages/activitypage.h"
#include "ui/systemtray.h"
#include "ui/views/reachbox.h"
#include "ui/views/widgets.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// A tray in the test's hands.
class FakeTray : public ui::Tray
{
public:
    [[nodiscard]] bool isAvailable() const override { return available; }
    void showIcon(int count) override
    {
        shown = true;
        number = count;
    }
    void hideIcon() override { shown = false; }
    void notify(const QString& title, const QString& text) override { notices.append(u"%1|%2"_s.arg(title, text)); }
    bool available = true;
    bool shown = false;
    int number = -1;
    QStringList notices;
};

struct Home
{
    Desktop desktop;
    QList<Referral> referrals = desktop.refer(2);
    ShareId share = shareAll();

    Home() { mustWork(desktop.store.attention().markAllSeen({})); }
    ShareId shareAll()
    {
        casework::Desk desk{desktop.store, desktop.clock, desktop.ids, desktop.phones, desktop.office.worker.id};
        const auto panel =
            mustHave(casework::prepareShare(desk, desktop.office.client.id, {referrals[0].id, referrals[1].id}));
        return mustHave(casework::share(
            desk, panel, {.text = true, .phoneTyped = u"937 555 0101"_s, .emailTyped = {}, .consent = true}));
    }
    Message first()
    {
        for (const Message& message : mustHave(desktop.store.shares().messagesOf(share)))
            if (message.kind == MessageKind::Initial)
                return message;
        FAIL("no initial message");
        throw 0;
    }
    void step(const QString& state, const QString& reason)
    {
        desktop.store.putFields(u"message"_s, first().id.uuid(),
                                {{u"state"_s, state},
                                 {u"reason"_s, reason},
                                 {u"state_at"_s, desktop.clock.now().toMSecsSinceEpoch()}});
    }
    ActivityId answer(ActivityKind kind = ActivityKind::Answered)
    {
        Activity made{.id = ActivityId(desktop.ids.next()), .clientId = desktop.office.client.id};
        made.kind = kind;
        made.referralId = referrals[0].id;
        made.at = desktop.clock.now();
        made.byClient = true;
        made.via = ReplyVia::Text;
        made.answer = Answer::No;
        desktop.store.put("activity", made.id.uuid(), made);
        return made.id;
    }
};

} // namespace

TEST_CASE("home page: what needs you now", "[ui][home]")
{
    Home it;
    Desktop& desktop = it.desktop;
    ui::HomePage page(desktop.services);
    page.resize(1040, 700);
    page.show();
    const auto label = [&](const char* name) { return must<QLabel>(&page, name)->text(); };
    const auto show = [&] {
        page.refresh();
        settle();
    };

    SECTION("is calm where nothing waits")
    {
        waitFor([&] { return label("homeStateHeading") == u"Nothing waits for you"_s; });
        shot(&page, "home-empty");
    }
    SECTION("shows each kind with its count, and opens the right place")
    {
        it.step(u"refused"_s, u"The number can’t be reached."_s);
        it.answer();
        mustWork(desktop.store.drafts().save(
            {u"note/1"_s, u"Note about Maria Lopez"_s, {}, desktop.clock.now()}));
        desktop.clock.advanceDays(8);
        it.step(u"refused"_s, u"The number can’t be reached."_s);
        show();
        waitFor([&] { return label("homeFailedCount") == u"1"_s; });
        CHECK(label("homeAnswersCount") == u"1"_s);
        CHECK(label("homeDueCount") == u"2"_s);
        CHECK(label("homeDraftsCount") == u"1"_s);
        CHECK(must<QWidget>(&page, "homeQuiet")->isVisible());
        CHECK_FALSE(must<QWidget>(&page, "homeHeld")->isVisible());
        shot(&page, "home");

        std::optional<MessageId> opened;
        QObject::connect(&page, &ui::HomePage::openMessage, &page, [&](const MessageId& id) { opened = id; });
        press(&page, qPrintable(u"homeFailedRow-"_s + it.first().id.toString()));
        CHECK(opened == it.first().id);
        QSignalSpy draft(&page, &ui::HomePage::openDraft);
        press(&page, "homeDraftsRow-note/1");
        CHECK(draft.count() == 1);
    }
    SECTION("a failed message is sent again, or marked as seen, on the spot")
    {
        it.step(u"refused"_s, u"The number can’t be reached."_s);
        show();
        press(&page, qPrintable(u"homeFailedAct1-"_s + it.first().id.toString()));
        REQUIRE(desktop.held.decided.size() == 1);
        CHECK(desktop.held.decided.first().second == ui::HeldMessages::Decision::SendAgain);
        desktop.held.answer = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
        press(&page, qPrintable(u"homeFailedAct1-"_s + it.first().id.toString()));
        CHECK(must<ui::Notice>(&page, "homeNotice")->sentence() == u"The server can’t be reached."_s);
        press(&page, qPrintable(u"homeFailedAct0-"_s + it.first().id.toString()));
        waitFor([&] { return label("homeStateHeading") == u"Nothing waits for you"_s; });
    }
    SECTION("a new answer opens its referral and is new no more")
    {
        const ActivityId id = it.answer();
        show();
        std::optional<ReferralId> opened;
        QObject::connect(&page, &ui::HomePage::openReferral, &page, [&](const ReferralId& to) { opened = to; });
        press(&page, qPrintable(u"homeAnswersRow-"_s + id.toString()));
        CHECK(opened == it.referrals[0].id);
        waitFor([&] { return label("homeStateHeading") == u"Nothing waits for you"_s; });
    }
    SECTION("a supervisor sees the team's too, and the choice is kept")
    {
        CHECK_FALSE(must<ui::ReachBox>(&page, "homeReach")->isVisible());
        User user = desktop.office.worker;
        user.role = Role::Supervisor;
        user.teamId = TeamId(desktop.ids.next());
        desktop.store.put("user", user.id.uuid(), user);
        show();
        auto* reach = must<ui::ReachBox>(&page, "homeReach");
        waitFor([&] { return reach->isVisible(); });
        CHECK(reach->count() == 2);
        QTest::keyClick(reach, Qt::Key_Down);
        settle();
        CHECK((mustHave(casework::readPreferences(desktop.store, user.id)).reach == casework::Reach::Team));
    }
}

TEST_CASE("main window: opens with Home, which leads on", "[ui][home]")
{
    Home it;
    it.step(u"held"_s, u"Not known."_s);
    ui::MainWindow window(it.desktop.services, 10);
    window.show();
    CHECK(must<QWidget>(&window, "homePage")->isVisible());
    waitFor([&] { return must<QWidget>(&window, "homeHeld")->isVisible(); });
    shot(&window, "window-home");
    press(&window, qPrintable(u"homeHeldRow-"_s + it.first().id.toString()));
    CHECK(must<QWidget>(&window, "messagesPage")->isVisible());
    waitFor([&] { return must<QLabel>(&window, "messageState")->text() == u"Held"_s; });
    shot(&window, "window-messages");
}

TEST_CASE("recent activity: an administrator looks at one team", "[ui][activity]")
{
    Home it;
    const Team families{.id = TeamId(it.desktop.ids.next()), .name = u"Families"_s};
    const Team housing{.id = TeamId(it.desktop.ids.next()), .name = u"Housing"_s};
    for (const Team& team : {families, housing})
        it.desktop.store.put("team", team.id.uuid(), team);
    Client client = it.desktop.office.client;
    client.teamId = families.id;
    it.desktop.store.put("client", client.id.uuid(), client);
    User boss{.id = UserId(it.desktop.ids.next()), .displayName = u"Alex"_s, .role = Role::Administrator};
    ui::ChosenClient chosen;
    ui::ActivityPage page(it.desktop.services, chosen);
    page.setUser(boss, casework::Reach::Everyone);
    page.show();
    auto* reach = must<QComboBox>(&page, "activityReach");
    auto* list = must<QListView>(&page, "activityList");
    waitFor([&] { return reach->findText(u"Team: Housing"_s) > 0; });
    waitFor([&] { return list->model()->rowCount() > 0; });
    const int all = list->model()->rowCount();
    const auto choose = [&](const QString& entry) {
        reach->setCurrentIndex(reach->findText(entry));
        Q_EMIT reach->activated(reach->currentIndex());
    };
    choose(u"Team: Housing"_s);
    waitFor([&] { return list->model()->rowCount() == 0; });
    page.setUser(boss, casework::Reach::Everyone); // what the home page reads again changes no choice
    CHECK(reach->currentText() == u"Team: Housing"_s);
    choose(u"Team: Families"_s);
    waitFor([&] { return list->model()->rowCount() == all; });
}

TEST_CASE("recent activity: by kind and time, new until seen", "[ui][activity]")
{
    Home it;
    const ActivityId id = it.answer();
    ui::MainWindow window(it.desktop.services, 10);
    window.show();
    window.goTo(ui::MainWindow::Activity);
    auto* list = must<QListView>(&window, "activityList");
    waitFor([&] { return list->model()->rowCount() == 5; });
    const auto isNew = [&] { return list->model()->index(0, 0).data(ui::NewRole).toBool(); };
    CHECK(isNew());
    CHECK(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"New: Maria answered"_s));
    shot(&window, "window-activity-new");

    SECTION("only new ones, only of a kind, only today's")
    {
        must<QCheckBox>(&window, "onlyNew")->click();
        waitFor([&] { return list->model()->rowCount() == 1; });
        must<QCheckBox>(&window, "onlyNew")->click();
        must<QComboBox>(&window, "activityKind")->setCurrentIndex(5);
        waitFor([&] { return list->model()->rowCount() == 2; });
        it.desktop.clock.advanceDays(2);
        must<QComboBox>(&window, "activityPeriod")->setCurrentIndex(1);
        waitFor([&] { return list->model()->rowCount() == 0; });
        press(&window, "activityAction");
        waitFor([&] { return list->model()->rowCount() == 5; });
    }
    SECTION("opening an entry marks it as seen")
    {
        list->setFocus();
        list->setCurrentIndex(list->model()->index(0, 0));
        QTest::keyClick(list, Qt::Key_Return);
        settle();
        CHECK(must<QWidget>(&window, "referralsPage")->isVisible());
        CHECK_FALSE(mustHave(it.desktop.store.activities().activity(id))->isNew);
    }
    SECTION("an automatic change is taken back here too")
    {
        auto* revert = must<QPushButton>(&window, "activityRevert");
        CHECK_FALSE(revert->isEnabled());
        Activity yes{.id = ActivityId(it.desktop.ids.next()), .clientId = it.desktop.office.client.id};
        yes.kind = ActivityKind::Answered;
        yes.referralId = it.referrals[0].id;
        yes.at = it.desktop.clock.now().addSecs(60);
        yes.byClient = true;
        yes.fromStatus = ReferralStatus::Unstarted;
        yes.toStatus = ReferralStatus::ServiceCompleted;
        yes.answer = Answer::Yes;
        it.desktop.store.put("activity", yes.id.uuid(), yes);
        it.desktop.store.putFields(u"referral"_s, it.referrals[0].id.uuid(), {{u"status"_s, u"service_completed"_s}});
        waitFor([&] { return list->model()->rowCount() == 6; });
        list->setCurrentIndex(list->model()->index(0, 0));
        waitFor([&] { return revert->isEnabled(); });
        press(&window, "activityRevert");
        CHECK(mustHave(it.desktop.store.referrals().referral(it.referrals[0].id))->status == ReferralStatus::Unstarted);
    }
    SECTION("all are marked at once")
    {
        press(&window, "markAllSeen");
        waitFor([&] { return !isNew(); });
    }
    SECTION("what could not be marked stays new and says why")
    {
        it.desktop.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full. Nothing was changed."_s});
        press(&window, "markAllSeen");
        auto* notice = must<ui::Notice>(&window, "activityNotice");
        waitFor([&] { return notice->isVisible(); });
        CHECK(notice->sentence() == u"The disk is full. Nothing was changed."_s);
        settle();
        CHECK(isNew());
        press(&window, "markAllSeen");
        waitFor([&] { return !isNew(); });
    }
}

TEST_CASE("answer watch: tells when a client answers", "[ui][tray]")
{
    Home it;
    Desktop& desktop = it.desktop;
    QWidget window;
    window.show();
    auto owned = std::make_unique<FakeTray>();
    FakeTray& tray = *owned;
    const auto prefer = [&](const casework::Preferences& preferences) {
        mustWork(casework::savePreferences(desktop.store, desktop.office.worker.id, preferences));
    };

    SECTION("with a number until it is seen, and without a client's data")
    {
        it.answer();
        ui::AnswerWatch watch(desktop.services, std::move(owned), &window);
        settle();
        // What came before the start is counted and not told.
        CHECK(tray.number == 1);
        CHECK(tray.notices.isEmpty());
        desktop.clock.advanceMinutes(1);
        const ActivityId id = it.answer();
        watch.refresh();
        settle();
        CHECK(tray.number == 2);
        CHECK(tray.notices == QStringList{u"A client answered|"_s});
        watch.refresh();
        settle();
        CHECK(tray.notices.size() == 1);

        std::optional<ActivityId> opened;
        QObject::connect(&watch, &ui::AnswerWatch::openEntry, &watch,
                         [&](const ActivityRow& row) { opened = row.activity.id; });
        Q_EMIT tray.notificationPressed();
        CHECK(opened == id);
        mustWork(desktop.store.attention().markAllSeen({}));
        watch.refresh();
        settle();
        CHECK(tray.number == 0);
    }
    SECTION("with names, or not at all, by setting")
    {
        casework::Preferences preferences;
        preferences.namesInNotifications = true;
        prefer(preferences);
        ui::AnswerWatch watch(desktop.services, std::move(owned), &window);
        settle();
        it.answer(ActivityKind::ClientMessage);
        watch.refresh();
        settle();
        REQUIRE(tray.notices.size() == 1);
        CHECK(tray.notices.first().startsWith(u"A client wrote|Maria"_s));
        preferences.notifyOfAnswers = false;
        prefer(preferences);
        desktop.clock.advanceMinutes(1);
        it.answer();
        watch.refresh();
        settle();
        CHECK(tray.notices.size() == 1);
        CHECK(tray.number == 2);
        preferences.trayIcon = false;
        prefer(preferences);
        watch.refresh();
        settle();
        CHECK_FALSE(tray.shown);
    }
    SECTION("closing ends the program unless the worker wants the tray, and there is one")
    {
        ui::AnswerWatch watch(desktop.services, std::move(owned), &window);
        settle();
        CHECK_FALSE(watch.hideInstead());
        CHECK(window.isVisible());
        casework::Preferences preferences;
        preferences.closeToTray = true;
        prefer(preferences);
        watch.refresh();
        settle();
        tray.available = false;
        CHECK_FALSE(watch.hideInstead());
        tray.available = true;
        CHECK(watch.hideInstead());
        CHECK_FALSE(window.isVisible());
        Q_EMIT tray.activated();
        CHECK(window.isVisible());
        // A tray that goes away gives the window back.
        CHECK(watch.hideInstead());
        tray.available = false;
        waitFor([&] { return window.isVisible(); });
    }
}

TEST_CASE("answer watch: tray and task bar count what is new until it is marked as seen", "[ui][tray]")
{
    Home it;
    ui::MainWindow window(it.desktop.services, 10);
    auto owned = std::make_unique<FakeTray>();
    FakeTray& tray = *owned;
    window.useTray(std::move(owned));
    window.show();
    window.goTo(ui::MainWindow::Activity);
    const auto taskBar = [&] { return window.windowIcon().pixmap(32, 32).toImage(); };
    const auto counted = [](int count) { return ui::countedIcon(count).pixmap(32, 32).toImage(); };
    waitFor([&] { return tray.number == 0; });
    it.answer();
    waitFor([&] { return tray.number == 1; });
    CHECK(taskBar() == counted(1));
    it.desktop.clock.advanceMinutes(1);
    it.answer(ActivityKind::ClientMessage);
    waitFor([&] { return tray.number == 2; });
    CHECK(taskBar() == counted(2));

    it.desktop.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
    press(&window, "markAllSeen");
    waitFor([&] { return must<ui::Notice>(&window, "activityNotice")->isVisible(); });
    settle();
    CHECK(tray.number == 2);
    press(&window, "markAllSeen");
    waitFor([&] { return tray.number == 0; });
    CHECK(taskBar() == counted(0));
}

TEST_CASE("tray icon: shows the number, up to 99", "[ui][tray]")
{
    const auto picture = [](int count) { return ui::countedIcon(count).pixmap(32, 32).toImage(); };
    CHECK(picture(1) != picture(0));
    CHECK(picture(1) != picture(2));
    CHECK(picture(12) != picture(1));
    CHECK(picture(100) == picture(150));
}

TEST_CASE("system tray: does no harm where there is none", "[ui][tray]")
{
    Home it;
    ui::MainWindow window(it.desktop.services, 10);
    window.useTray(std::make_unique<ui::SystemTray>());
    window.show();
    it.answer();
    settle();
    CHECK(window.close());
    CHECK_FALSE(ui::countedIcon(3).isNull());
    CHECK_FALSE(ui::countedIcon(0).isNull());
}

TEST_CASE("home: a new computer says how many clients have come, and not that nothing waits", "[ui][home]")
{
    Desktop desktop;
    ui::HomePage page(desktop.services);
    page.resize(1000, 700);
    page.show();
    page.showArriving(12300, 40000);
    settle();
    CHECK(must<QFrame>(&page, "homeArriving")->isVisible());
    CHECK(must<QLabel>(&page, "homeArrivingNumbers")->text().contains(u"12,300 of 40,000"_s));
    CHECK(must<QLabel>(&page, "homeStateHeading")->text() == u"Not all is here yet"_s);
    shot(&page, "home-arriving");
    page.showArriving(0, 0);
    settle();
    CHECK_FALSE(must<QFrame>(&page, "homeArriving")->isVisible());
    CHECK(must<QLabel>(&page, "homeStateHeading")->text() != u"Not all is here yet"_s);
}
