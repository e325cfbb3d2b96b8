// SPDX-License-Identifier: GPL-3.0-or-later
// Every page and dialog, in English and Spanish, at 100 % and 200 % text, on a screen of 1280x800: nothing is cut off, and
// nothing wants more than the screen has.
#include "tests/ui/fits.h"
#include "tests/ui/screens.h"
#include "tests/ui/scriptedsecurity.h"

#include "core/casework/baskets.h"
#include "core/casework/clients.h"
#include "core/casework/sharing.h"
#include "ui/appearance.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/assigndialog.h"
#include "ui/dialogs/clientdialog.h"
#include "ui/dialogs/duplicatesdialog.h"
#include "ui/dialogs/figuredialog.h"
#include "ui/dialogs/finder.h"
#include "ui/dialogs/helpwindow.h"
#include "ui/lock/lockscreen.h"
#include "ui/lock/passphrasepage.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/mergedialog.h"
#include "ui/dialogs/pickclientdialog.h"
#include "ui/dialogs/referraldialog.h"
#include "ui/dialogs/sheetdialog.h"
#include "ui/dialogs/withdrawdialog.h"
#include "ui/mainwindow.h"
#include "ui/models/referraltablemodel.h"
#include "ui/pages/signinpage.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QFile>
#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

const QSize screenRoom(1280 - 8, 800 - 40); // less the frame that window managers put around a window

/// Language and size of text while it lives.
class Look
{
public:
    Look(const QString& language, int percent)
    {
        ui::applyAppearance(*qApp, {ui::Appearance::Scheme::Light, percent, language});
    }
    ~Look() { ui::applyAppearance(*qApp, {ui::Appearance::Scheme::Light, 100, u"en"_s}); }
    Look(const Look&) = delete;
};

class NoSignIn : public ui::SignIn
{
public:
    using Step = std::function<void(Result<ui::SignInStep>)>;
    using Methods = std::function<void(Result<protocol::SignInMethods>)>;
    void signIn(const QString&, const QString&, const QString&, QObject*, Step) override {}
    void sendCode(const QString&, QObject*, Step) override {}
    void askMethods(const QString&, QObject*, Methods) override {}
    void signInByOrganisation(const QString&, QObject*, Step) override {}
};

/// An office where something is everywhere: shared and open referrals, answers, failed and held messages, a message that
/// nobody understood, an opt-out, a basket, a second client who may be the same person, an administrator.
struct BusyOffice
{
    Desktop desktop;
    QList<Referral> referrals = desktop.refer(2);
    QList<ResourceSiteId> more = addSites();
    ShareId share = shareTwo();
    ClientId other = addOther();

    BusyOffice()
    {
        desktop.office.worker.role = Role::Administrator;
        desktop.store.put("user", desktop.office.worker.id.uuid(), desktop.office.worker);
        const Team team{.id = TeamId(desktop.ids.next()), .name = u"Families and Housing"_s};
        desktop.store.put("team", team.id.uuid(), team);
        auto desk = this->desk();
        for (const ResourceSiteId& site : std::as_const(more)) {
            mustWork(casework::addToBasket(desk, desktop.office.client.id, site));
        }
        spoilMessages();
        answer();
    }
    QList<ResourceSiteId> addSites()
    {
        QList<ResourceSiteId> ids = {desktop.office.sites.last().id};
        for (const auto& name : {u"Adult Rehabilitation and Counseling Center"_s, u"Emergency Rental Assistance"_s}) {
            const ResourceSite site{.id = ResourceSiteId(desktop.ids.next()),
                                    .organizationName = u"Miami Valley Community Action Partnership"_s,
                                    .serviceName = name,
                                    .address1 = u"1010 Patterson Boulevard, Suite 200"_s,
                                    .city = u"Huber Heights"_s};
            desktop.store.put("resource_site", site.id.uuid(), site);
            ids.append(site.id);
        }
        return ids;
    }
    ShareId shareTwo()
    {
        auto desk = this->desk();
        const auto panel =
            mustHave(casework::prepareShare(desk, desktop.office.client.id, {referrals[0].id, referrals[1].id}));
        return mustHave(casework::share(desk, panel,
                                        {.text = true,
                                         .phoneTyped = u"937 555 0101"_s,
                                         .email = true,
                                         .emailTyped = u"maria@example.org"_s,
                                         .consent = true}));
    }
    ClientId addOther()
    {
        auto desk = this->desk();
        return mustHave(casework::saveClient(
            desk, {.givenName = u"Mary"_s,
                   .familyName = u"Lopez"_s,
                   .language = u"es"_s,
                   .timeZone = u"America/Los_Angeles"_s,
                   .birthDate = QDate(1984, 5, 31),
                   .contactPoints = {{.channel = Channel::Text, .typed = u"937 555 0101"_s, .primary = true}}}));
    }
    casework::Desk desk()
    {
        return {desktop.store, desktop.clock, desktop.ids, desktop.phones, desktop.office.worker.id};
    }
    void spoilMessages()
    {
        int number = 0;
        for (const Message& message : mustHave(desktop.store.shares().messagesOf(share))) {
            const QString states[] = {u"held"_s, u"refused"_s, u"delivered"_s, u"expired"_s, u"sent"_s};
            desktop.store.putFields(u"message"_s, message.id.uuid(),
                                    {{u"state"_s, states[number++ % 5]},
                                     {u"reason"_s, number < 3 ? u"The number can’t be reached."_s : QString()},
                                     {u"state_at"_s, desktop.clock.now().toMSecsSinceEpoch()}});
        }
    }
    void answer()
    {
        Activity made{.id = ActivityId(desktop.ids.next()), .clientId = desktop.office.client.id};
        made.kind = ActivityKind::Answered;
        made.referralId = referrals[0].id;
        made.at = desktop.clock.now();
        made.byClient = true;
        made.via = ReplyVia::Text;
        made.answer = Answer::No;
        desktop.store.put("activity", made.id.uuid(), made);
        Reply reply{.id = ReplyId(desktop.ids.next()), .clientId = desktop.office.client.id};
        reply.via = ReplyVia::Text;
        reply.body = u"Can I bring my sister?"_s;
        reply.receivedAt = desktop.clock.now();
        reply.from = *PhoneNumber::fromE164(u"+19375550101");
        reply.needsWorker = true;
        desktop.store.put("reply", reply.id.uuid(), reply);
    }
};

/// Shows the window as large as it wants to be, or as the screen allows, and says what does not fit.
void checkFit(QWidget* window, const char* what)
{
    window->show();
    settle();
    settle();
    INFO("at " << what << ", " << window->width() << "x" << window->height());
    shot(window, (QByteArray(what).replace(' ', '-') + "-" + QLocale().name().left(2).toLatin1() + "-" +
                  QByteArray::number(ui::scaled(100)))
                     .constData());
    INFO((window->minimumSizeHint().boundedTo(screenRoom) == window->minimumSizeHint() ? QStringList() : greediest(window, screenRoom)).join(u"\n"_s).toStdString());
    CHECK(window->minimumSizeHint().boundedTo(screenRoom) == window->minimumSizeHint());
    CHECK(window->size().boundedTo(screenRoom) == window->size());
    CHECK(misfits(window).join(u"\n"_s).toStdString() == "");
}

template <typename Dialog, typename... Arguments>
void checkDialog(const char* what, Arguments&&... arguments)
{
    Dialog dialog(std::forward<Arguments>(arguments)...);
    checkFit(&dialog, what);
}

void chooseFirstRow(QWidget* window, const char* list)
{
    auto* view = must<QAbstractItemView>(window, list);
    waitFor([&] { return view->model()->rowCount() > 0; });
    view->setCurrentIndex(view->model()->index(0, 0));
    settle();
}

} // namespace

TEST_CASE("fits: the check itself sees what is cut off", "[ui][fits]")
{
    const Look look(u"en"_s, 100);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    const auto found = [&] {
        window.show();
        settle();
        return misfits(&window).join(u"\n"_s);
    };
    SECTION("nothing where all has its room")
    {
        column->addWidget(new QPushButton(u"Share with Client"_s));
        column->addWidget(new QLabel(u"Phone Number"_s));
        auto* box = new QComboBox;
        box->addItems({u"All workers"_s, u"Me"_s});
        column->addWidget(box);
        CHECK(found().toStdString() == "");
    }
    SECTION("a button that is too small")
    {
        auto* button = new QPushButton(u"Share with Client"_s);
        button->setFixedWidth(60);
        column->addWidget(button);
        CHECK(found().contains(u"Share with Client"_s));
    }
    SECTION("a label on one line that is too long, unless a tool tip says it")
    {
        auto* label = new QLabel(u"Everything that was ever said about this client"_s);
        label->setFixedWidth(80);
        column->addWidget(label);
        CHECK(found().contains(u"Everything"_s));
        label->setToolTip(label->text());
        CHECK(found().toStdString() == "");
    }
    SECTION("a label that wraps and is not high enough")
    {
        auto* label = new QLabel(u"Clients will receive one immediate message with resource information"_s);
        label->setWordWrap(true);
        label->setFixedSize(120, 20);
        column->addWidget(label);
        CHECK(found().contains(u"immediate"_s));
    }
    SECTION("a box whose entry is wider")
    {
        auto* box = new QComboBox;
        box->addItem(u"All workers of all teams"_s);
        box->setFixedWidth(90);
        column->addWidget(box);
        CHECK(found().contains(u"All workers"_s));
    }
    SECTION("a tab and a header section")
    {
        auto* tabs = new QTabBar;
        tabs->addTab(u"Recent Activity"_s);
        tabs->addTab(u"Consents and opt-outs"_s);
        tabs->setFixedWidth(140);
        column->addWidget(tabs);
        CHECK(found().contains(u"beyond the edge"_s));
    }
    SECTION("a pill that is wider than its column")
    {
        Desktop desktop;
        desktop.refer(1);
        auto* model = new ui::ReferralTableModel(desktop.services.store, desktop.clock, &window);
        model->show({});
        auto* table = new QTableView;
        table->setModel(model);
        table->horizontalHeader()->setDefaultSectionSize(400);
        column->addWidget(table);
        waitFor([&] { return model->rowCount() == 1; });
        CHECK_FALSE(found().contains(u"pill"_s));
        table->setColumnWidth(ui::ReferralTableModel::Status, 70);
        CHECK(found().contains(u"the widest pill"_s));
    }
    SECTION("a placeholder")
    {
        auto* line = new QLineEdit;
        line->setPlaceholderText(u"Search by client, phone or email"_s);
        line->setFixedWidth(100);
        column->addWidget(line);
        CHECK(found().contains(u"Search by client"_s));
    }
    SECTION("what sticks out of the window")
    {
        auto* button = new QPushButton(u"OK"_s, &window);
        button->move(280, 0);
        window.setFixedSize(300, 200);
        CHECK(found().contains(u"sticks out"_s));
    }
}

TEST_CASE("fits: every page, in both languages, at 100 and 200 % text", "[ui][fits]")
{
    const QString language = GENERATE(u"en"_s, u"es"_s);
    const int percent = GENERATE(100, 200);
    INFO(language.toStdString() << " at " << percent << " %");
    BusyOffice office;
    const Look look(language, percent);
    using Page = ui::MainWindow::Page;
    ui::MainWindow window(office.desktop.services, 10);
    window.resize(screenRoom);
    window.show();
    settle();

    SECTION("with nothing chosen")
    {
        const std::pair<Page, const char*> pages[] = {
            {Page::Home, "home"},         {Page::Clients, "clients empty"},   {Page::Directory, "directory empty"},
            {Page::Referrals, "referrals list"}, {Page::Messages, "messages list"}, {Page::Activity, "activity"},
            {Page::Team, "team"}};
        for (const auto& [page, name] : pages) {
            window.goTo(page);
            checkFit(&window, name);
        }
    }
    SECTION("with a client chosen and rows selected")
    {
        window.chosen().choose(office.desktop.office.client.id);
        window.goTo(Page::Clients);
        auto* tabs = must<QTabWidget>(&window, "clientTabs");
        for (const auto& name : {"client overview", "client referrals", "client consents", "client timeline"}) {
            checkFit(&window, name);
            tabs->setCurrentIndex((tabs->currentIndex() + 1) % tabs->count());
        }
        window.goTo(Page::Directory);
        chooseFirstRow(&window, "directoryList");
        checkFit(&window, "directory");
        window.goTo(Page::Basket);
        checkFit(&window, "directory with basket");
        if (auto* basket = must<QDockWidget>(&window, "basketDock"); basket->isFloating()) {
            checkFit(basket, "basket");
        }
        window.goTo(Page::Referrals);
        chooseFirstRow(&window, "referralsTable");
        tabs = must<QTabWidget>(&window, "referralTabs");
        for (const auto& name : {"referral activity", "referral messages", "referral consent"}) {
            checkFit(&window, name);
            tabs->setCurrentIndex((tabs->currentIndex() + 1) % tabs->count());
        }
        must<QTableView>(&window, "referralsTable")->selectAll();
        checkFit(&window, "referrals bulk");
        must<QPushButton>(&window, "moreFilters")->setChecked(true);
        checkFit(&window, "referrals filters");
        window.goTo(Page::Messages);
        chooseFirstRow(&window, "messagesTable");
        checkFit(&window, "messages");
        must<QTableView>(&window, "messagesTable")->selectAll();
        checkFit(&window, "messages bulk");
        must<QTabBar>(&window, "messagesTabs")->setCurrentIndex(1);
        checkFit(&window, "messages from clients");
        window.goTo(Page::Team);
        auto* period = must<QComboBox>(&window, "teamPeriod");
        period->setCurrentIndex(period->count() - 1);
        checkFit(&window, "team period");
    }
    SECTION("settings")
    {
        window.goTo(Page::Settings);
        settle();
        auto* sections = must<QComboBox>(&window, "settingsSection");
        for (int section = 0; section < sections->count(); ++section) {
            sections->setCurrentIndex(section);
            checkFit(&window, ("settings " + std::to_string(section)).c_str());
        }
    }
}

TEST_CASE("fits: every dialog, in both languages, at 100 and 200 % text", "[ui][fits]")
{
    const QString language = GENERATE(u"en"_s, u"es"_s);
    const int percent = GENERATE(100, 200);
    INFO(language.toStdString() << " at " << percent << " %");
    BusyOffice office;
    const Look look(language, percent);
    const ui::Services& services = office.desktop.services;
    const ClientId client = office.desktop.office.client.id;

    SECTION("sharing")
    {
        ui::ReferralDialog dialog(services, client, office.more);
        checkFit(&dialog, "create referrals");
        press(&dialog, "confirmCreateReferrals");
        checkFit(&dialog, "share");
        for (const char* box : {"sendText", "sendEmail", "consent"}) {
            must<QCheckBox>(&dialog, box)->setChecked(true);
        }
        waitFor([&] { return must<QPushButton>(&dialog, "shareWithClient")->isEnabled(); });
        checkFit(&dialog, "share ready");
        press(&dialog, "shareWithClient");
        checkFit(&dialog, "shared");
    }
    SECTION("consent and sheet")
    {
        checkDialog<ui::WithdrawDialog>("withdraw consent", services, QList<ShareId>{office.share});
        checkDialog<ui::SheetDialog>("printed sheet", services,
                                     ui::SheetOrder{.client = client, .sites = {}, .referrals = {office.referrals[0].id}});
    }
    SECTION("clients")
    {
        checkDialog<ui::ClientDialog>("add client", services, std::nullopt);
        checkDialog<ui::ClientDialog>("edit client", services, office.desktop.office.client);
        checkDialog<ui::AssignDialog>("assign client", services, office.desktop.office.client);
        checkDialog<ui::DuplicatesDialog>("possible duplicates", services);
        checkDialog<ui::MergeDialog>("merge clients", services, client, office.other);
        checkDialog<ui::PickClientDialog>("pick client", services, u"Merge Clients"_s,
                                          u"Who is the same person as Maria Lopez?"_s, client);
    }
    SECTION("import")
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"people.csv"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("First Name,Last Name,Cell Phone,Email\nAna,Diaz,614-555-0200,ana@example.org\nJo,Brown,123,\n");
        file.close();
        ui::ImportDialog dialog(services);
        checkFit(&dialog, "import");
        dialog.open(file.fileName());
        waitFor([&] { return must<QTableView>(&dialog, "importRows")->model()->rowCount() > 0; });
        checkFit(&dialog, "import preview");
    }
    SECTION("the rest")
    {
        NoSignIn signIn;
        ui::SignInPage page(signIn, u"https://handrail.example.org"_s);
        ui::resizeOnScreen(&page, {720, 640}); // as the program does
        checkFit(&page, "sign in");
        ScriptedSecurity security;
        ui::LockScreen lock(security);
        ui::resizeOnScreen(&lock, {1280, 800});
        checkFit(&lock, "lock");
        for (const auto purpose : {ui::PassphrasePage::For::Choosing, ui::PassphrasePage::For::Opening}) {
            ui::PassphrasePage passphrase(purpose, {});
            ui::resizeOnScreen(&passphrase, {720, 640});
            checkFit(&passphrase, "passphrase");
        }
        checkDialog<ui::AboutDialog>("about", nullptr);
        checkDialog<ui::Finder>("find anything", services.store, services.phones, QList<QAction*>{}, nullptr);
        checkDialog<ui::FigureDialog>("figure", services, Figure{}, u"Referrals made"_s);
        ui::HelpWindow help;
        help.open(u"sharing"_s);
        checkFit(&help, "help");
    }
}
