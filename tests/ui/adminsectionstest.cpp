// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/notingadmin.h"
#include "tests/ui/screens.h"
#include "ui/dialogs/devicesdialog.h"
#include "ui/dialogs/erasedialog.h"
#include "ui/dialogs/passworddialog.h"
#include "ui/dialogs/persondialog.h"
#include "ui/models/auditmodel.h"
#include "ui/pages/clientspage.h"
#include "ui/pages/settingspage.h"
#include "ui/views/widgets.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// The settings of an administrator, or of somebody else, with a server that answers what the test says.
struct AdminDesk
{
    Desktop desktop;
    NotingAdmin admin;
    std::unique_ptr<ui::SettingsPage> page;
    User ana{.id = UserId(desktop.ids.next()), .displayName = u"Ana Ruiz"_s};

    explicit AdminDesk(Role role = Role::Administrator)
    {
        desktop.office.worker.role = role;
        desktop.store.put("user", desktop.office.worker.id.uuid(), desktop.office.worker);
        ana.email = u"ana@harbor.example"_s;
        admin.people = protocol::PeopleAnswer{{{ana, 0, {}}, {desktop.office.worker, 2, desktop.clock.now()}}};
        desktop.services.admin = &admin;
        page = std::make_unique<ui::SettingsPage>(desktop.services);
        page->resize(1060, 760);
        page->show();
        settle();
    }
    void go(const char* section)
    {
        page->showSection(QString::fromLatin1(section));
        settle();
    }
    template <typename T>
    T* the(const char* name)
    {
        return must<T>(page.get(), name);
    }
    void choose(int row)
    {
        auto* list = the<QListView>("peopleList");
        list->setCurrentIndex(list->model()->index(row, 0));
        settle();
    }
    QString row(const char* list, int number, int role = Qt::DisplayRole)
    {
        return the<QListView>(list)->model()->index(number, 0).data(role).toString();
    }
    template <typename T>
    T* dialog()
    {
        settle();
        T* found = page->findChild<T*>();
        REQUIRE(found);
        return found;
    }
};

protocol::AuditItem entry(qint64 number, const QString& who, const QString& what)
{
    return {number, QDateTime(QDate(2026, 10, 5), QTime(14, 0), Qt::UTC), who, {}, what, {}, {{u"records"_s, 12}}};
}

} // namespace

TEST_CASE("people: an administrator sees and searches those who sign in", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.go("peopleSettings");
    auto* list = desk.the<QListView>("peopleList");
    REQUIRE(list->model()->rowCount() == 2);
    CHECK(desk.row("peopleList", 0) == u"Ana Ruiz"_s);
    CHECK_FALSE(desk.the<QPushButton>("editPerson")->isEnabled());
    shot(desk.page.get(), "settings-people");
    type(desk.the<QLineEdit>("peopleSearch"), u"dana"_s);
    settle();
    CHECK(list->model()->rowCount() == 1);
    type(desk.the<QLineEdit>("peopleSearch"), u"nobody"_s);
    settle();
    CHECK(desk.the<QLabel>("peopleStateHeading")->isVisible());
}

TEST_CASE("people: somebody's lost device is wiped", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.admin.people = protocol::PeopleAnswer{{{desk.ana, 1, desk.desktop.clock.now(), false}}};
    const DeviceId laptop(desk.desktop.ids.next());
    desk.admin.devices = protocol::DevicesAnswer{
        {{laptop, u"Ana's laptop"_s, desk.desktop.clock.now(), desk.desktop.clock.now(), false}}};
    desk.go("peopleSettings");
    CHECK_FALSE(desk.the<QPushButton>("personDevices")->isEnabled());
    desk.choose(0);
    press(desk.page.get(), "personDevices");
    settle();
    auto* dialog = desk.dialog<ui::DevicesDialog>();
    CHECK(desk.admin.askedDevicesOf == QList<UserId>{desk.ana.id});
    shot(dialog, "settings-people-devices");
    CHECK_FALSE(dialog->windowTitle().contains(u"Ana"_s));
    press(dialog, (u"revoke-"_s + laptop.toString()).toLatin1().constData());
    auto* box = must<QMessageBox>(dialog, "revokeQuestion");
    shot(box, "settings-people-wipe-device");
    CHECK(box->defaultButton() == box->button(QMessageBox::Cancel));
    box->reject();
}

TEST_CASE("people: a second factor is reset after a question, and only where there is one", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.admin.people = protocol::PeopleAnswer{
        {{desk.ana, 1, desk.desktop.clock.now(), true}, {desk.desktop.office.worker, 2, desk.desktop.clock.now(), true}}};
    desk.go("peopleSettings");
    auto* reset = desk.the<QPushButton>("resetSecondFactor");
    CHECK_FALSE(reset->isEnabled());
    desk.choose(1); // oneself: with a code, under Account
    CHECK_FALSE(reset->isEnabled());
    desk.choose(0);
    REQUIRE(reset->isEnabled());
    CHECK(desk.row("peopleList", 0, ui::SubtitleRole).contains(u"Second factor"_s));
    shot(desk.page.get(), "settings-people-second-factor");

    press(desk.page.get(), "resetSecondFactor");
    shot(desk.dialog<QMessageBox>(), "settings-people-reset-second-factor");
    CHECK(desk.admin.factorResets.isEmpty());
    SECTION("kept where the answer is no")
    {
        desk.dialog<QMessageBox>()->reject();
        settle();
        CHECK(desk.admin.factorResets.isEmpty());
    }
    SECTION("done after a yes, and said")
    {
        desk.admin.people = protocol::PeopleAnswer{{{desk.ana, 1, desk.desktop.clock.now(), false}}};
        press(desk.dialog<QMessageBox>(), "resetSecondFactorNow");
        settle();
        CHECK(desk.admin.factorResets == QList<UserId>{desk.ana.id});
        CHECK_FALSE(reset->isEnabled());
        CHECK_FALSE(desk.row("peopleList", 0, ui::SubtitleRole).contains(u"Second factor"_s));
    }
    SECTION("refused: the reason stands there")
    {
        desk.admin.factorReset = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
        press(desk.dialog<QMessageBox>(), "resetSecondFactorNow");
        settle();
        CHECK(reset->isEnabled());
        CHECK(desk.the<QLabel>("peopleSettingsNoticeText")->text() == u"The server can’t be reached."_s);
    }
}

TEST_CASE("people: somebody new gets a password that is shown once", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.go("peopleSettings");
    press(desk.page.get(), "addPerson");
    auto* dialog = desk.dialog<ui::PersonDialog>();
    CHECK_FALSE(must<QPushButton>(dialog, "savePerson")->isEnabled());
    type(must<QLineEdit>(dialog, "personName"), u"Cora Lee"_s);
    type(must<QLineEdit>(dialog, "personEmail"), u"cora"_s);
    press(dialog, "savePerson");
    settle();
    CHECK(desk.admin.saved.isEmpty()); // no address
    type(must<QLineEdit>(dialog, "personEmail"), u"cora@harbor.example"_s);
    shot(dialog, "settings-person");
    User cora{.id = UserId(desk.desktop.ids.next()), .displayName = u"Cora Lee"_s};
    cora.email = u"cora@harbor.example"_s;
    desk.admin.person = protocol::PersonAnswer{cora, u"k7m2p9qrstuvwxyz2345"_s};
    press(dialog, "savePerson");
    auto* shown = desk.dialog<ui::PasswordDialog>();
    CHECK(must<QLineEdit>(shown, "newPassword")->text() == u"k7m2p9qrstuvwxyz2345"_s);
    shot(shown, "settings-password");
    REQUIRE(desk.admin.saved.size() == 1);
    CHECK_FALSE(desk.admin.saved.first().first);
    CHECK(desk.admin.saved.first().second.role == Role::Worker);
}

TEST_CASE("people: only what differs is sent, and a refusal stays in the dialog", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.go("peopleSettings");
    desk.choose(0);
    press(desk.page.get(), "editPerson");
    auto* dialog = desk.dialog<ui::PersonDialog>();
    auto* role = must<QComboBox>(dialog, "personRole");
    role->setCurrentIndex(role->findData(int(Role::Supervisor)));
    press(dialog, "savePerson");
    settle();
    REQUIRE(desk.admin.saved.size() == 1);
    CHECK(desk.admin.saved.first().first == desk.ana.id);
    CHECK(desk.admin.saved.first().second.role == Role::Supervisor);
    CHECK_FALSE(desk.admin.saved.first().second.name);
    CHECK_FALSE(desk.admin.saved.first().second.team);
    CHECK(dialog->isVisible());
    CHECK(must<QWidget>(dialog, "personNotice")->isVisible());
}

TEST_CASE("people: disabling and new passwords are asked about first, and never offered for oneself",
          "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.go("peopleSettings");
    desk.choose(1);
    CHECK_FALSE(desk.the<QPushButton>("togglePerson")->isEnabled());
    CHECK_FALSE(desk.the<QPushButton>("newPersonPassword")->isEnabled());
    desk.choose(0);
    desk.admin.person = protocol::PersonAnswer{desk.ana, {}};
    press(desk.page.get(), "togglePerson");
    settle();
    CHECK(desk.admin.saved.isEmpty());
    press(desk.dialog<QMessageBox>(), "disableNow");
    settle();
    REQUIRE(desk.admin.saved.size() == 1);
    CHECK(desk.admin.saved.first().second.disabled == true);
    desk.choose(0);
    desk.admin.person = protocol::PersonAnswer{desk.ana, u"k7m2p9qrstuvwxyz2345"_s};
    press(desk.page.get(), "newPersonPassword");
    settle();
    press(must<QMessageBox>(desk.page.get(), "askNewPassword"), "giveNewPassword");
    CHECK(must<QLineEdit>(desk.dialog<ui::PasswordDialog>(), "newPassword")->text() == u"k7m2p9qrstuvwxyz2345"_s);
}

TEST_CASE("audit: entries say who did what in words, by period and person, page by page", "[ui][settings][admin]")
{
    AdminDesk desk;
    const QString dana = desk.desktop.office.worker.id.toString();
    desk.admin.audit = protocol::AuditAnswer{
        {entry(9, dana, u"exported"_s), entry(8, u"command"_s, u"user_added"_s), entry(7, dana, u"from_the_future"_s)}, true};
    desk.go("auditSettings");
    auto* list = desk.the<QListView>("auditList");
    REQUIRE(list->model()->rowCount() >= 3);
    CHECK(desk.row("auditList", 0) == u"Data exported"_s);
    CHECK(desk.row("auditList", 0, ui::SubtitleRole).contains(u"Dana Reyes"_s));
    CHECK(desk.row("auditList", 1, ui::SubtitleRole).contains(u"command line"_s));
    CHECK(desk.row("auditList", 2) == u"from_the_future"_s);
    shot(desk.page.get(), "settings-audit");
    CHECK(desk.admin.queries.first().contains(u"from="_s));
    auto* who = desk.the<QComboBox>("auditWho");
    who->setCurrentIndex(who->findData(dana));
    settle();
    CHECK(desk.admin.queries.last().contains(u"who="_s + dana));
    desk.admin.audit = protocol::AuditAnswer{{entry(6, dana, u"sign_in"_s)}, false};
    const int before = list->model()->rowCount();
    while (list->model()->canFetchMore({})) {
        list->model()->fetchMore({});
        settle();
    }
    CHECK(list->model()->rowCount() == before + 1);
    desk.the<QComboBox>("auditPeriod")->setCurrentIndex(4);
    settle();
    CHECK_FALSE(desk.admin.queries.last().contains(u"from="_s));
}

TEST_CASE("audit and people: say what is wrong while the server can't be reached, and try again", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.admin.people = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
    desk.admin.audit = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
    desk.go("peopleSettings");
    CHECK(desk.the<QLabel>("peopleState")->text() == u"The server can’t be reached."_s);
    shot(desk.page.get(), "settings-people-offline");
    desk.admin.people = protocol::PeopleAnswer{{{desk.ana, 0, {}}}};
    press(desk.page.get(), "peopleAction");
    settle();
    CHECK(desk.the<QListView>("peopleList")->model()->rowCount() == 1);
    desk.go("auditSettings");
    CHECK(desk.the<QLabel>("auditState")->text() == u"The server can’t be reached."_s);
    press(desk.page.get(), "auditAction");
    settle();
    CHECK(desk.admin.queries.size() >= 2);
}

TEST_CASE("records: old clients are shown, and erased after their number was typed", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.go("recordsSettings");
    CHECK_FALSE(desk.the<QPushButton>("eraseIdle")->isEnabled());
    desk.admin.idle = protocol::RetentionAnswer{
        2,
        {{ClientId(desk.desktop.ids.next()), u"Old Client"_s, QDateTime(QDate(2017, 3, 1), QTime(12, 0), Qt::UTC)},
         {ClientId(desk.desktop.ids.next()), u"Older Client"_s, QDateTime(QDate(2018, 3, 1), QTime(12, 0), Qt::UTC)}}};
    press(desk.page.get(), "showIdle");
    settle();
    CHECK(desk.admin.askedDays == 7 * 365 + 1);
    CHECK(desk.row("idleList", 0).startsWith(u"Old Client"_s));
    shot(desk.page.get(), "settings-records");
    press(desk.page.get(), "eraseIdle");
    auto* dialog = desk.dialog<ui::EraseDialog>();
    CHECK_FALSE(must<QPushButton>(dialog, "confirmErase")->isEnabled());
    type(must<QLineEdit>(dialog, "eraseTyped"), u"2"_s);
    press(dialog, "confirmErase");
    settle();
    REQUIRE(desk.admin.applied.size() == 1);
    CHECK(desk.admin.applied.first() == std::pair<int, qint64>(7 * 365 + 1, 2));
    CHECK_FALSE(desk.the<QPushButton>("eraseIdle")->isEnabled());
}

TEST_CASE("people, records and audit: nothing is shown to others than administrators", "[ui][settings][admin]")
{
    AdminDesk desk(GENERATE(Role::Worker, Role::Supervisor));
    for (const char* section : {"peopleSettings", "signInSettings", "feedSettings", "recordsSettings", "auditSettings"})
        desk.go(section);
    CHECK(desk.admin.queries.isEmpty());
    CHECK_FALSE(desk.the<QListView>("auditList")->isVisible());
    CHECK_FALSE(desk.the<QPushButton>("addPerson")->isVisible());
    CHECK_FALSE(desk.the<QPushButton>("showIdle")->isVisible());
    CHECK_FALSE(desk.the<QCheckBox>("secondFactorForAll")->isVisible());
}

TEST_CASE("signing in: an administrator says what is asked of everybody", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.admin.rule = ui::SignInRuleReading{{}, u"Harbor County"_s};
    desk.go("signInSettings");
    auto* factor = desk.the<QCheckBox>("secondFactorForAll");
    auto* off = desk.the<QCheckBox>("passwordOff");
    CHECK(off->accessibleName() == u"No passwords: everybody signs in with Harbor County"_s);
    CHECK(off->accessibleDescription().contains(u"Harbor County"_s));
    CHECK_FALSE(desk.the<QPushButton>("saveSettings")->isVisible());
    factor->click();
    shot(desk.page.get(), "settings-signin");
    press(desk.page.get(), "saveSettings");
    settle();
    REQUIRE(desk.admin.rules.size() == 1);
    CHECK(desk.admin.rules.first() == protocol::SignInRule{true, false});
    CHECK_FALSE(desk.the<QPushButton>("saveSettings")->isVisible());
    CHECK(factor->isChecked());

    SECTION("what the server refuses stays to be saved, with its reason")
    {
        desk.admin.ruleAnswer = Error{ErrorCode::Conflict, u"Sign in with it once yourself first."_s};
        off->click();
        press(desk.page.get(), "saveSettings");
        settle();
        CHECK(desk.the<ui::Notice>("signInSettingsNotice")->sentence() == u"Sign in with it once yourself first."_s);
        CHECK(desk.the<QPushButton>("saveSettings")->isVisible());
        press(desk.page.get(), "discardSettings");
        CHECK_FALSE(off->isChecked());
        CHECK(factor->isChecked());
    }
}

TEST_CASE("directory: an administrator says where it is fetched from, and sees what came of it", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.go("feedSettings");
    CHECK_FALSE(desk.the<QPushButton>("saveFeed")->isEnabled());
    CHECK_FALSE(desk.the<QPushButton>("fetchFeed")->isVisible());
    shot(desk.page.get(), "settings-directory-none");
    type(desk.the<QLineEdit>("feedUrl"), u"https://directory.example.org/services"_s);
    protocol::Feed feed{.source = u"directory"_s, .url = u"https://directory.example.org/services"_s, .everyHours = 24};
    feed.outcome = u"held"_s;
    feed.summary = u"22 of the directory's 40 sites are no longer in it."_s;
    feed.triedAt = QDateTime(QDate(2026, 10, 5), QTime(14, 0), Qt::UTC);
    feed.remarks = {u"services.json, row 3: no name; left out"_s};
    desk.admin.feeds = protocol::FeedsAnswer{{feed}};
    press(desk.page.get(), "saveFeed");
    settle();
    CHECK(desk.admin.feedDeeds == QStringList{u"subscribe directory https://directory.example.org/services 24"_s});
    CHECK(desk.the<QLabel>("feedState")->text().contains(u"22 of the directory's 40"_s));
    CHECK(desk.row("feedRemarks", 0).contains(u"row 3"_s));
    shot(desk.page.get(), "settings-directory");
    press(desk.page.get(), "acceptFeed");
    settle();
    press(desk.page.get(), "fetchFeed");
    settle();
    desk.admin.feeds = protocol::FeedsAnswer{};
    press(desk.page.get(), "removeFeed");
    settle();
    CHECK(desk.admin.feedDeeds.mid(1) == QStringList{u"accept directory"_s, u"fetch directory"_s, u"remove directory"_s});
    CHECK_FALSE(desk.the<QPushButton>("fetchFeed")->isVisible());
    desk.admin.feeds = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
    press(desk.page.get(), "go-peopleSettings");
    desk.go("feedSettings");
    CHECK(desk.the<ui::Notice>("feedSettingsNotice")->sentence() == u"The server can’t be reached."_s);
}

TEST_CASE("signing in: without an organisation's accounts, passwords stay the way in", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.go("signInSettings");
    CHECK_FALSE(desk.the<QCheckBox>("passwordOff")->isEnabled());
    CHECK(desk.the<QCheckBox>("passwordOff")->accessibleDescription().contains(u"OpenID Connect"_s));
    shot(desk.page.get(), "settings-signin-alone");
}

TEST_CASE("signing in: a server that is not reached can be asked again", "[ui][settings][admin]")
{
    AdminDesk desk;
    desk.admin.rule = Error{ErrorCode::Offline, u"The server can’t be reached."_s};
    desk.go("signInSettings");
    CHECK_FALSE(desk.the<QCheckBox>("secondFactorForAll")->isVisible());
    CHECK(desk.the<QLabel>("signInRuleState")->text() == u"The server can’t be reached."_s);
    shot(desk.page.get(), "settings-signin-offline");
    desk.admin.rule = ui::SignInRuleReading{{true, false}, {}};
    press(desk.page.get(), "signInRuleAgain");
    settle();
    CHECK(desk.the<QCheckBox>("secondFactorForAll")->isChecked());
}

TEST_CASE("people, records and audit: fit with letters of twice the size", "[ui][settings][admin]")
{
    const BigFont big;
    AdminDesk desk;
    desk.admin.audit = protocol::AuditAnswer{{entry(9, u"command"_s, u"exported"_s)}, false};
    for (const char* section : {"peopleSettings", "signInSettings", "feedSettings", "recordsSettings", "auditSettings"}) {
        desk.go(section);
        CHECK(desk.page->minimumSizeHint().width() <= 1280);
        shot(desk.page.get(), qPrintable(u"big-%1"_s.arg(QLatin1String(section))));
    }
    ui::EraseDialog dialog({u"Erase Client"_s, u"Erase Maria Lopez for good?"_s, u"Maria Lopez"_s,
                            u"Type the client’s name to confirm: Maria Lopez"_s, u"Erase for Good"_s});
    dialog.show();
    settle();
    shot(&dialog, "big-erase");
    CHECK(dialog.minimumSizeHint().width() <= 1280);
}

TEST_CASE("client profile: an administrator erases a client by typing their name", "[ui][client][admin]")
{
    Desktop desktop;
    NotingAdmin admin;
    const auto role = GENERATE(Role::Administrator, Role::Worker);
    desktop.office.worker.role = role;
    desktop.store.put("user", desktop.office.worker.id.uuid(), desktop.office.worker);
    desktop.services.admin = &admin;
    ui::ChosenClient chosen;
    ui::ClientsPage page(desktop.services, chosen);
    page.resize(1072, 640);
    page.show();
    settle();
    chosen.choose(desktop.office.client.id);
    settle();
    auto* erase = page.findChild<QAction*>(u"actionEraseClient"_s);
    REQUIRE(erase);
    CHECK(erase->isVisible() == (role == Role::Administrator));
    if (role != Role::Administrator)
        return;
    erase->trigger();
    settle();
    auto* dialog = page.findChild<ui::EraseDialog*>();
    REQUIRE(dialog);
    shot(dialog, "client-erase");
    auto* button = must<QPushButton>(dialog, "confirmErase");
    CHECK_FALSE(button->isEnabled());
    type(must<QLineEdit>(dialog, "eraseTyped"), desktop.office.client.fullName().toLower());
    CHECK(button->isEnabled());

    SECTION("and is told where that fails")
    {
        admin.erasure = Error{ErrorCode::Conflict, u"A message to this client is on its way."_s};
        press(dialog, "confirmErase");
        settle();
        CHECK(dialog->isVisible());
        CHECK(button->isEnabled());
    }
    SECTION("and it is done")
    {
        press(dialog, "confirmErase");
        settle();
        CHECK(admin.erased == QList{desktop.office.client.id});
        CHECK(desktop.agent.looks > 0);
    }
}
