// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/sharing.h"
#include "core/casework/merging.h"
#include "core/casework/referrals.h"
#include "tests/ui/paper.h"
#include "tests/ui/screens.h"
#include "ui/dialogs/assigndialog.h"
#include "ui/dialogs/clientdialog.h"
#include "ui/dialogs/duplicatesdialog.h"
#include "ui/dialogs/mergedialog.h"
#include "ui/pages/clientspage.h"
#include "ui/print/profilesheet.h"
#include "ui/views/widgets.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

struct ProfileWorld
{
    ProfileWorld()
    {
        page.resize(1072, 640);
        page.show();
        settle();
    }
    casework::Desk desk() { return {desktop.store, desktop.clock, desktop.ids, desktop.phones, desktop.office.worker.id}; }
    void choose(const ClientId& id)
    {
        chosen.choose(id);
        settle();
    }
    void tab(int index)
    {
        must<QTabWidget>(&page, "clientTabs")->setCurrentIndex(index);
        settle();
    }
    int rows(const char* list) { return must<QAbstractItemView>(&page, list)->model()->rowCount(); }
    QString row(const char* list, int number)
    {
        return must<QAbstractItemView>(&page, list)->model()->index(number, 0).data().toString();
    }
    ClientId addMaria()
    {
        casework::Desk here = desk();
        const ClientId id = mustHave(casework::saveClient(
            here, {.givenName = u"María"_s,
                   .familyName = u"Lopes"_s,
                   .language = u"es"_s,
                   .timeZone = u"America/Chicago"_s,
                   .birthDate = QDate(1984, 5, 31),
                   .contactPoints = {{.channel = Channel::Text, .typed = u"937 555 0101"_s, .primary = true}}}));
        page.refresh();
        settle();
        return id;
    }

    Desktop desktop;
    ui::ChosenClient chosen;
    ui::ClientsPage page{desktop.services, chosen};
};

template <typename T>
T* openDialog(QWidget* parent)
{
    settle();
    T* dialog = parent->findChild<T*>();
    REQUIRE(dialog);
    waitFor([&] { return dialog->isVisible(); });
    settle();
    return dialog;
}

} // namespace

TEST_CASE("profile: what is known of a client, in tabs", "[ui][clients]")
{
    ProfileWorld world;
    Desktop& desktop = world.desktop;
    const auto referrals = desktop.refer(2);
    casework::Desk desk = world.desk();
    const auto panel =
        mustHave(casework::prepareShare(desk, desktop.office.client.id, {referrals[0].id, referrals[1].id}));
    mustHave(casework::share(desk, panel, {true, u"(937) 555-0101"_s, true, u"maria@example.org"_s, true}));
    const OptOut optOut{.id = OptOutId(desktop.ids.next()),
                        .address = *EmailAddress::parse(u"maria@example.org"_s),
                        .source = OptOut::Source::EmailLink,
                        .at = desktop.clock.now()};
    desktop.store.put("opt_out", optOut.id.uuid(), optOut);
    const auto messages = mustHave(desktop.store.shares().unsentTo(*PhoneNumber::fromE164(u"+19375550101")));
    desktop.store.putFields(u"message"_s, messages.first().id.uuid(),
                            {{u"state"_s, u"refused"_s}, {u"reason"_s, u"The number does not exist."_s}});
    desktop.store.putFields(u"client"_s, desktop.office.client.id.uuid(),
                            {{u"birth_date"_s, u"1984-05-31"_s}, {u"time_zone_guessed"_s, true}});
    world.choose(desktop.office.client.id);
    shot(&world.page, "profile-overview");

    SECTION("overview: addresses with opt-outs and bounces, language, time zone and how it is known, worker")
    {
        QStringList said;
        for (const QLabel* label : world.page.findChildren<QLabel*>())
            said.append(label->text());
        const QString all = said.join(u'\n');
        CHECK(all.contains(u"by the unsubscribe link of an email"_s));
        CHECK(all.contains(u"The number does not exist."_s));
        CHECK(must<QLabel>(&world.page, "factTimeZone")->text() ==
              u"Eastern Time (America/New_York), guessed from the number"_s);
        CHECK(must<QLabel>(&world.page, "factWorker")->text() == u"Dana Reyes"_s);
        CHECK(must<QLabel>(&world.page, "clientFacts")->text().contains(u"client of Dana Reyes"_s));
    }
    SECTION("referrals with their status; sharing again names the referral")
    {
        world.tab(1);
        CHECK(world.rows("clientReferralsTable") == 2);
        QSignalSpy share(&world.page, &ui::ClientsPage::shareReferral);
        must<QTableView>(&world.page, "clientReferralsTable")->selectRow(0);
        settle();
        shot(&world.page, "profile-referrals");
        press(&world.page, "shareAgain");
        CHECK(share.count() == 1);
    }
    SECTION("consents with their words; withdrawing one")
    {
        world.tab(2);
        REQUIRE(world.rows("consentsList") == 1);
        CHECK(world.row("consentsList", 0) == u"Agreed to texts and emails"_s);
        auto* list = must<QListView>(&world.page, "consentsList");
        list->setCurrentIndex(list->model()->index(0, 0));
        settle();
        CHECK(must<QLabel>(&world.page, "consentAbout")->text().contains(u"My Client Consents"_s));
        shot(&world.page, "profile-consents");
        press(&world.page, "withdrawClientConsent");
        auto* dialog = openDialog<QInputDialog>(&world.page);
        dialog->setTextValue(u"Not any more"_s);
        dialog->accept();
        settle();
        CHECK(must<QLabel>(&world.page, "consentAbout")->text().contains(u"Not any more"_s));
        CHECK_FALSE(must<QPushButton>(&world.page, "withdrawClientConsent")->isEnabled());
        CHECK(mustHave(desktop.store.shares().unsentTo(*PhoneNumber::fromE164(u"+19375550101"))).isEmpty());
    }
    SECTION("timeline: everything of the client")
    {
        world.tab(3);
        CHECK(world.rows("timelineList") >= 4);
        shot(&world.page, "profile-timeline");
    }
    SECTION("the printed profile has it all, and nothing of it is markup")
    {
        desktop.store.putFields(u"client"_s, desktop.office.client.id.uuid(), {{u"family_name"_s, u"<b>Lopez"_s}});
        const auto details = mustHave(ui::readClientDetails(desktop.store, desktop.office.client.id));
        const auto sheet = mustHave(ui::readProfileSheet(desktop.store, *details));
        const QString html = ui::profileHtml(sheet, desktop.phones, desktop.clock);
        CHECK(html.contains(u"Maria &lt;b&gt;Lopez"_s));
        CHECK(html.contains(u"Food Pantry"_s));
        CHECK(html.contains(u"(937) 555-0101"_s));
    }
    SECTION("the profile is printed, on as many pages as its timeline needs")
    {
        const QTemporaryDir folder;
        const auto print = [&](const QString& name) {
            world.page.refresh();
            settle();
            must<QAction>(&world.page, "actionPrint")->trigger();
            settle();
            const QString path = folder.filePath(name);
            printTo(&world.page, path);
            settle();
            return path;
        };
        const QString small = print(u"small.pdf"_s);
        CHECK(pdfPages(small) == 1);
        for (const QString& words : {u"Maria Lopez"_s, u"Food Pantry"_s, u"(937) 555-0101"_s})
            CHECK(pdfText(small).contains(words));

        casework::Desk here = world.desk();
        const ReferralId referral = mustHave(desktop.store.referrals().find({}, {})).first().referral.id;
        for (int i = 0; i < 80; ++i)
            mustWork(casework::addNote(here, referral, u"Note number %1."_s.arg(i)));
        const QString large = print(u"large.pdf"_s);
        CHECK(pdfPages(large) > 1);
        CHECK(pdfText(large).contains(u"Note number 79."_s));
    }
}

TEST_CASE("profile: assigning a client", "[ui][clients]")
{
    ProfileWorld world;
    const Team team{TeamId(world.desktop.ids.next()), u"North"_s, false};
    const User sam{.id = UserId(world.desktop.ids.next()), .displayName = u"Sam Ortiz"_s, .teamId = team.id};
    world.desktop.store.put("team", team.id.uuid(), team);
    world.desktop.store.put("user", sam.id.uuid(), sam);
    world.choose(world.desktop.office.client.id);
    press(&world.page, "assignClient");
    auto* dialog = openDialog<ui::AssignDialog>(&world.page);
    auto* worker = must<QComboBox>(dialog, "assignWorker");
    worker->setCurrentIndex(worker->findText(u"Sam Ortiz"_s));
    Q_EMIT worker->activated(worker->currentIndex());
    CHECK(must<QComboBox>(dialog, "assignTeam")->currentText() == u"North"_s);
    // Who gives the client away is told that they lose sight of them.
    auto* leaves = must<QLabel>(dialog, "assignLeaves");
    CHECK(leaves->isVisibleTo(dialog));
    CHECK(leaves->text().contains(u"leave this computer"_s));
    shot(dialog, "assign");
    worker->setCurrentIndex(0);
    must<QComboBox>(dialog, "assignTeam")->setCurrentIndex(0);
    CHECK(leaves->text().startsWith(u"Everybody in your agency"_s));
    worker->setCurrentIndex(worker->findText(u"Sam Ortiz"_s));
    Q_EMIT worker->activated(worker->currentIndex());
    press(dialog, "assign");
    settle();
    CHECK(must<QLabel>(&world.page, "factWorker")->text() == u"Sam Ortiz"_s);
    CHECK(must<QLabel>(&world.page, "factTeam")->text() == u"North"_s);
}

TEST_CASE("clients: filters narrow the list, and an empty result says how to widen it", "[ui][clients]")
{
    ProfileWorld world;
    world.addMaria();
    const auto pick = [&](const char* name, const QString& text) {
        auto* box = must<QComboBox>(&world.page, name);
        const int index = box->findText(text, Qt::MatchStartsWith);
        REQUIRE(index >= 0);
        box->setCurrentIndex(index);
        settle();
    };
    CHECK(world.rows("clientsList") == 2);
    pick("clientsLanguage", u"Spanish"_s);
    CHECK(world.rows("clientsList") == 1);
    pick("clientsWhose", u"My clients"_s);
    CHECK(world.rows("clientsList") == 1);
    must<QCheckBox>(&world.page, "clientsOpen")->setChecked(true);
    settle();
    CHECK(world.rows("clientsList") == 0);
    CHECK(must<QLabel>(&world.page, "clientsState")->text() ==
          u"Nobody fits these filters. Clear them to see all clients."_s);
    press(&world.page, "clientsAction");
    CHECK(world.rows("clientsList") == 2);
    type(must<QLineEdit>(&world.page, "clientsSearch"), u"5/31/1984"_s);
    CHECK(world.rows("clientsList") == 1);
}

TEST_CASE("duplicates: adding somebody who is here already", "[ui][duplicates]")
{
    ProfileWorld world;
    press(&world.page, "addClient");
    auto* dialog = openDialog<ui::ClientDialog>(&world.page);
    auto* notice = must<ui::Notice>(dialog, "clientDuplicate");
    CHECK_FALSE(notice->isVisible());
    type(must<QLineEdit>(dialog, "givenName"), u"Maria"_s);
    type(must<QLineEdit>(dialog, "familyName"), u"Lopes"_s);
    waitFor([&] { return notice->isVisible(); });
    CHECK(notice->sentence() == u"Is it Maria Lopez, who is here already? Names differ by a letter or two."_s);
    type(must<QLineEdit>(dialog, "phone1"), u"937 555 0101"_s);
    waitFor([&] { return notice->sentence().startsWith(u"Maria Lopez is here already. Same phone number"_s); });
    shot(dialog, "client-duplicate");
    press(dialog, "clientDuplicateAct");
    CHECK(world.chosen.id() == world.desktop.office.client.id);
    CHECK(mustHave(world.desktop.store.clients().count({})) == 1);
}

TEST_CASE("client dialog: the time zone is guessed from the number until somebody chooses", "[ui][clients]")
{
    ProfileWorld world;
    press(&world.page, "addClient");
    auto* dialog = openDialog<ui::ClientDialog>(&world.page);
    type(must<QLineEdit>(dialog, "givenName"), u"Jo"_s);
    type(must<QLineEdit>(dialog, "phone1"), u"213 555 0101"_s);
    auto* zone = must<QComboBox>(dialog, "timeZone");
    waitFor([&] { return zone->currentData().toString() == u"America/Los_Angeles"_s; });
    CHECK(must<QLabel>(dialog, "timeZoneHint")->isVisible());
    press(dialog, "saveClient");
    settle();
    REQUIRE(world.chosen.id());
    CHECK(mustHave(world.desktop.store.clients().client(*world.chosen.id()))->timeZoneGuessed);
}

TEST_CASE("duplicates: compared side by side, merged, and taken back from the timeline", "[ui][duplicates][merge]")
{
    ProfileWorld world;
    const ClientId other = world.addMaria();
    world.page.showDuplicates();
    auto* dialog = openDialog<ui::DuplicatesDialog>(&world.page);
    auto* list = must<QListView>(dialog, "duplicatesList");
    waitFor([&] { return list->model()->rowCount() == 1; });
    list->setCurrentIndex(list->model()->index(0, 0));
    settle();
    shot(dialog, "duplicates");
    press(dialog, "mergePair");
    auto* merge = openDialog<ui::MergeDialog>(dialog);
    CHECK(must<QRadioButton>(merge, "secondBirthDate")->isChecked()); // the known one is proposed
    must<QRadioButton>(merge, "secondLanguage")->setChecked(true);
    shot(merge, "merge");
    press(merge, "mergeClients");
    settle();
    CHECK(list->model()->rowCount() == 0);
    CHECK(world.rows("clientsList") == 1);
    const Client kept = *mustHave(world.desktop.store.clients().client(other));
    CHECK(kept.id == world.desktop.office.client.id);
    CHECK(kept.language == u"es"_s);
    CHECK(kept.birthDate == QDate(1984, 5, 31));
    dialog->accept();

    world.choose(kept.id);
    CHECK(must<QLabel>(&world.page, "clientFacts")->text().contains(u"also María Lopes"_s));
    world.tab(3);
    auto* timeline = must<QListView>(&world.page, "timelineList");
    CHECK(world.row("timelineList", 0) == u"Dana Reyes merged María Lopes into Maria Lopez: one person"_s);
    timeline->setCurrentIndex(timeline->model()->index(0, 0));
    settle();
    shot(&world.page, "merged-timeline");
    press(&world.page, "undoMerge");
    world.page.refresh(); // as the window does when the store has changed
    settle();
    CHECK(world.rows("clientsList") == 2);
    CHECK_FALSE(must<QPushButton>(&world.page, "undoMerge")->isVisible());
    CHECK(mustHave(world.desktop.store.clients().client(kept.id))->language == u"en"_s);
}

TEST_CASE("duplicates: two people who only look alike are kept apart", "[ui][duplicates]")
{
    ProfileWorld world;
    world.addMaria();
    world.page.showDuplicates();
    auto* dialog = openDialog<ui::DuplicatesDialog>(&world.page);
    auto* list = must<QListView>(dialog, "duplicatesList");
    waitFor([&] { return list->model()->rowCount() == 1; });
    list->setCurrentIndex(list->model()->index(0, 0));
    settle();
    press(dialog, "keepApart");
    CHECK(list->model()->rowCount() == 0);
    CHECK(must<QLabel>(dialog, "duplicatesStateHeading")->text() == u"No possible duplicates"_s);
}

TEST_CASE("merge dialog: the chosen client merges with one that is picked; refusals are said", "[ui][merge]")
{
    ProfileWorld world;
    const ClientId other = world.addMaria();
    ui::MergeDialog same(world.desktop.services, other, other);
    same.show();
    settle();
    CHECK(must<QLabel>(&same, "mergeState")->text() == u"These two are one client already."_s);
    CHECK_FALSE(must<QPushButton>(&same, "mergeClients")->isEnabled());

    ui::MergeDialog dialog(world.desktop.services, world.desktop.office.client.id, other);
    dialog.show();
    settle();
    must<QRadioButton>(&dialog, "keepSecond")->setChecked(true);
    world.desktop.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
    press(&dialog, "mergeClients");
    CHECK(must<ui::Notice>(&dialog, "mergeNotice")->sentence() == u"The disk is full."_s);
    press(&dialog, "mergeClients");
    CHECK(mustHave(world.desktop.store.clients().client(other))->id == other);
}
