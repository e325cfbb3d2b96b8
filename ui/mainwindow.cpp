// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "ui/answerwatch.h"
#include "ui/dialogs/aboutdialog.h"
#include "ui/dialogs/finder.h"
#include "ui/dialogs/helpwindow.h"
#include "ui/dialogs/referraldialog.h"
#include "ui/dialogs/sheetdialog.h"
#include "ui/dialogs/withdrawdialog.h"
#include "ui/dock/basketdock.h"
#include "ui/menus.h"
#include "ui/phonemask.h"
#include "ui/pages/activitypage.h"
#include "ui/pages/clientspage.h"
#include "ui/pages/directorypage.h"
#include "ui/pages/homepage.h"
#include "ui/pages/messagespage.h"
#include "ui/pages/referralspage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/teampage.h"
#include "ui/syncstate.h"
#include "ui/theme.h"
#include "ui/tray.h"
#include "ui/views/pagescroll.h"
#include "ui/views/rowdelegate.h"
#include "ui/views/widgets.h"
#include "ui/windowmemory.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QCloseEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QStatusBar>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int hintMs = 8000;
constexpr int phonesShownMs = 60000;
constexpr int navigationWidth = 208;   // at 100 % text
constexpr int widestNavigation = 300; // beyond it the pages need the room more than their names do
constexpr int roomForBasket = 1000;   // at 100 % text; narrower windows show the basket only where it is asked for
constexpr auto basketPinnedKey = "basket/pinned";
constexpr auto basketShownKey = "basket/shownOnDirectory";

} // namespace

MainWindow::MainWindow(Services services, int watchMs, QWidget* parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_accesses(services)
    , m_watcher(services.store, watchMs)
    , m_menus(new Menus(menuBar()))
    , m_buttons(new QButtonGroup(this))
    , m_pages(new QStackedWidget)
    , m_home(new HomePage(services))
    , m_clients(new ClientsPage(services, m_chosen))
    , m_directory(new DirectoryPage(services, m_chosen))
    , m_basket(new BasketDock(services, m_chosen, this))
    , m_referrals(new ReferralsPage(services))
    , m_messages(new MessagesPage(services))
    , m_activity(new ActivityPage(services, m_chosen))
    , m_team(new TeamPage(services))
    , m_settings(new SettingsPage(services))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Handrail"));
    resize(1280, 800);
    m_onlyIcons = scaled(navigationWidth) > widestNavigation;

    auto* right = new QWidget;
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->setSpacing(0);
    rightColumn->addWidget(makeHeader());
    rightColumn->addWidget(m_pages, 1);
    auto* central = new QWidget;
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeNavigation());
    row->addWidget(right, 1);
    setCentralWidget(central);
    // Its areas are not turned by Qt: at the end of the line, away from the navigation.
    addDockWidget(isRightToLeft() ? Qt::LeftDockWidgetArea : Qt::RightDockWidgetArea, m_basket);
    makeStatusBar();
    connectPages();
    connectHome();
    connectMenus();
    goTo(Home);
    readHeader();
    readPreferences();
    showSyncState();
}

MainWindow::~MainWindow() = default;

QWidget* MainWindow::makeNavigation()
{
    auto* navigation = makeFrame(u"navigation"_s, 12);
    navigation->setFixedWidth(m_onlyIcons ? scaled(56) : scaled(navigationWidth));
    navigation->setAccessibleName(tr("Navigation"));
    m_navigation = qobject_cast<QVBoxLayout*>(navigation->layout());
    m_navigation->setSpacing(4);
    if (!m_onlyIcons) { // At large text the buttons need the room.
        auto* brand = new QHBoxLayout;
        auto* mark = new QLabel;
        mark->setPixmap(QIcon(u":/handrail/icons/handrail.svg"_s).pixmap(scaled(32), scaled(32)));
        brand->addWidget(mark);
        brand->addWidget(makeLabel(u"Handrail"_s, u"heading"_s), 1);
        brand->setContentsMargins(4, 4, 4, 16);
        m_navigation->addLayout(brand);
    }
    m_buttons->setExclusive(true);
    addPage(m_home, tr("Home"), u"home"_s);
    addPage(m_clients, tr("Clients"), u"clients"_s);
    addPage(m_directory, tr("Directory"), u"directory"_s);
    addBasketButton();
    addPage(m_referrals, tr("Referrals"), u"referrals"_s);
    addPage(m_messages, tr("Messages"), u"messages"_s);
    addPage(m_activity, tr("Recent Activity"), u"activity"_s);
    addPage(m_team, tr("Team"), u"team"_s);
    addPage(m_settings, tr("Settings"), u"settings"_s);
    m_navigation->addStretch(1);
    m_user = makeLabel({}, u"muted"_s, true);
    m_user->setObjectName(u"signedInAs"_s);
    m_user->setVisible(!m_onlyIcons); // Settings say it too.
    m_navigation->addWidget(m_user);
    // Toggled and not clicked: a screen reader toggles.
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int page, bool on) {
        if (on) {
            goTo(Page(page));
        }
    });
    // On a low screen the last buttons are scrolled to, and don't make the window higher.
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(navigation->maximumWidth());
    scroll->setWidget(navigation);
    return scroll;
}

void MainWindow::addPage(QWidget* page, const QString& label, const QString& iconName)
{
    const int number = m_pages->addWidget(new PageScroll(page));
    auto* button = new QPushButton(icon(iconName, theme().accentText), m_onlyIcons ? QString() : label);
    identify(button, u"go"_s + page->objectName(), label);
    button->setProperty("navigation", true);
    button->setProperty("onlyIcon", m_onlyIcons);
    button->setCheckable(true);
    button->setAutoExclusive(true); // So it is a radio button to a screen reader: one of several.
    button->setIconSize({scaled(20), scaled(20)});
    QAction* action = m_menus->addPage(number, label);
    button->setToolTip(u"%1 (%2)"_s.arg(label, action->shortcut().toString(QKeySequence::NativeText)));
    m_buttons->addButton(button, number);
    m_navigation->addWidget(button);
    connect(action, &QAction::triggered, this, [this, number] { goTo(Page(number)); });
}

void MainWindow::addBasketButton()
{
    // An empty page keeps «page number = key number» true for those behind it.
    const int number = m_pages->addWidget(new QWidget);
    m_basketButton = new QPushButton(icon(u"basket"_s, theme().accentText), m_onlyIcons ? QString() : tr("Basket"));
    identify(m_basketButton, u"gobasketDock"_s, tr("Basket"));
    m_basketButton->setProperty("navigation", true);
    m_basketButton->setProperty("onlyIcon", m_onlyIcons);
    m_basketButton->setCheckable(true);
    m_basketButton->setIconSize({scaled(20), scaled(20)});
    QAction* action = m_menus->addPage(number, tr("Basket"));
    m_basketButton->setToolTip(tr("Show the basket beside every page, or hide it (%1, Ctrl+B)")
                                   .arg(action->shortcut().toString(QKeySequence::NativeText)));
    m_navigation->addWidget(m_basketButton);
    // Toggled and not clicked, as a screen reader toggles; not when it only follows what is shown.
    connect(m_basketButton, &QPushButton::toggled, m_basket, [this](bool on) {
        if (on != m_basket->isVisible()) {
            m_basket->setShown(on);
        }
    });
    connect(m_basket, &QDockWidget::visibilityChanged, m_basketButton, &QPushButton::setChecked);
    connect(action, &QAction::triggered, m_basket, &BasketDock::toggle);
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_B), this);
    connect(shortcut, &QShortcut::activated, m_basket, &BasketDock::toggle);
}

QWidget* MainWindow::makeHeader()
{
    auto* header = new QFrame;
    header->setProperty("role", u"header"_s);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(24, 12, 24, 12);
    m_notice = new Notice(u"mainNotice"_s);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    m_avatar = makeLabel({});
    m_avatar->setFixedSize(scaled(40), scaled(40));
    m_avatar->setAlignment(Qt::AlignCenter);
    m_avatar->setStyleSheet(u"background: %1; color: %2; border-radius: %3px; font-weight: 600;"_s.arg(
        theme().accentSoft.name(), theme().accentText.name(), QString::number(scaled(20))));
    auto* lines = new QVBoxLayout;
    lines->setSpacing(0);
    m_workingWith = makeLabel({}, u"heading"_s);
    m_workingWith->setObjectName(u"workingWith"_s);
    m_facts = makeLabel({}, u"muted"_s);
    m_facts->setObjectName(u"workingWithFacts"_s);
    m_facts->setVisible(!m_onlyIcons); // At large text the page needs the line; the tool tip has it.
    lines->addWidget(m_workingWith);
    lines->addWidget(m_facts);
    m_choose = makeButton(u"chooseClient"_s, tr("Choose Client"), ButtonKind::Quiet);
    row->addWidget(m_avatar);
    row->addLayout(lines, 1);
    row->addWidget(m_choose);
    column->addLayout(row);
    column->addWidget(m_notice);
    connect(m_choose, &QPushButton::clicked, this, [this] { goTo(Clients); });
    return header;
}

void MainWindow::makeStatusBar()
{
    m_syncIcon = new QLabel;
    m_sync = makeLabel({}, u"muted"_s);
    m_sync->setObjectName(u"syncState"_s);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(16, 0, 16, 0);
    statusBar()->addWidget(m_syncIcon);
    statusBar()->addWidget(m_sync, 1);
}

void MainWindow::connectPages()
{
    connect(m_notice, &Notice::acted, this, &MainWindow::signInWanted);
    connect(&m_watcher, &StoreWatcher::changed, this, &MainWindow::refresh);
    connect(&m_chosen, &ChosenClient::changed, this, &MainWindow::readHeader);
    connect(&m_chosen, &ChosenClient::changed, &m_accesses, [this] {
        if (m_chosen.id()) {
            m_accesses.sawClient(*m_chosen.id());
        }
    });
    connect(m_clients, &ClientsPage::searchedClients, &m_accesses, &AccessLog::searchedClients);
    connect(m_clients, &ClientsPage::findResources, this, [this] { goTo(Directory); });
    connect(m_clients, &ClientsPage::shareReferral, this, &MainWindow::shareReferral);
    connect(m_clients, &ClientsPage::openReferral, this, [this](const ReferralId& id) {
        m_referrals->showReferral(id);
        goTo(Referrals);
    });
    connect(m_clients, &ClientsPage::showReferrals, this, [this](const QString& name) {
        m_referrals->filterBy(name);
        goTo(Referrals);
    });
    connect(m_directory, &DirectoryPage::refer, this, [this](const ResourceSiteId& site) { refer({site}); });
    connect(m_directory, &DirectoryPage::printSheet, this, [this](const ResourceSiteId& site) { printSheet({site}); });
    connect(m_basket, &BasketDock::createReferrals, this, &MainWindow::refer);
    connect(m_basket, &BasketDock::printSheet, this, &MainWindow::printSheet);
    connect(m_basket, &BasketDock::findResources, this, [this] { goTo(Directory); });
    connect(m_basket, &BasketDock::chooseClient, this, [this] { goTo(Clients); });
    connect(m_basket->model(), &BasketModel::answered, this, &MainWindow::nameBasket);
    connect(m_referrals, &ReferralsPage::shareReferral, this, &MainWindow::shareReferral);
    connect(m_referrals, &ReferralsPage::shareReferrals, this, &MainWindow::shareReferrals);
    connect(m_referrals, &ReferralsPage::printSheet, this,
            [this](const ClientId& client, const QList<ReferralId>& referrals) {
                openSheet(m_services, {.client = client, .sites = {}, .referrals = referrals}, this);
            });
    connect(m_settings, &SettingsPage::sectionWanted, this, [this](const QString& name) {
        goTo(Settings);
        m_settings->showSection(name);
    });
    connect(m_settings, &SettingsPage::appearanceChanged, this, &MainWindow::appearanceChanged);
    connect(m_team, &TeamPage::availableChanged, m_buttons->button(Team), &QWidget::setVisible);
    connect(m_team, &TeamPage::openReferral, this, &MainWindow::openReferral);
    connect(m_activity, &ActivityPage::openReferral, this, &MainWindow::openReferral);
    connect(m_activity, &ActivityPage::openReply, this, [this](const ReplyId& id) {
        m_messages->showReply(id);
        goTo(Messages);
    });
    connect(m_messages, &MessagesPage::openReferral, this, &MainWindow::openReferral);
}

void MainWindow::connectHome()
{
    connect(m_home, &HomePage::userKnown, this, [this](const User& user, casework::Reach reach) {
        m_messages->setUser(user, reach);
        m_activity->setUser(user, reach);
    });
    connect(m_home, &HomePage::openReferral, this, &MainWindow::openReferral);
    connect(m_home, &HomePage::openMessage, this, [this](const MessageId& id) {
        m_messages->showMessage(id);
        goTo(Messages);
    });
    connect(m_home, &HomePage::showMessagesToDecide, this, [this] {
        m_messages->showToDecide();
        goTo(Messages);
    });
    connect(m_home, &HomePage::showWaitingMessages, this, [this] {
        m_messages->showWaiting();
        goTo(Messages);
    });
    connect(m_home, &HomePage::openReply, this, [this](const ReplyId& id) {
        m_messages->showReply(id);
        goTo(Messages);
    });
    connect(m_home, &HomePage::showReplies, this, [this] {
        m_messages->showReplies();
        goTo(Messages);
    });
    connect(m_home, &HomePage::showNewAnswers, this, [this] {
        m_activity->showNewAnswers();
        goTo(Activity);
    });
    connect(m_home, &HomePage::openDraft, this, &MainWindow::openDraft);
}

/// Where the form is that a draft belongs to; the form fills itself in.
void MainWindow::openDraft(const QString& name)
{
    const QString kind = name.section(u'/', 0, 0);
    const QString id = name.section(u'/', 1);
    if (const auto referral = ReferralId::fromString(id); referral && kind == u"note"_s) {
        openReferral(*referral);
    } else if (const auto reply = ReplyId::fromString(id); reply && kind == u"reading"_s) {
        m_messages->showReply(*reply);
        goTo(Messages);
    } else if (const auto message = MessageId::fromString(id); message && kind == u"cancel"_s) {
        m_messages->showMessage(*message); // it stands in the question as soon as the message is canceled
        goTo(Messages);
    } else if (kind == u"withdraw"_s) {
        openWithdrawal(name);
    } else if (name == u"settings/templates") {
        m_settings->showSection(u"templateSettings"_s);
        goTo(Settings);
    } else if (name == u"bulk/note") {
        goTo(Referrals); // it stands in its field as soon as several are selected
    } else if (kind == u"client"_s) {
        goTo(Clients);
        if (const auto client = ClientId::fromString(id)) {
            m_clients->editClient(*client);
        } else {
            m_clients->addClient();
        }
    }
}

void MainWindow::openWithdrawal(const QString& draft)
{
    askStore(
        m_services.store, this, [draft](LocalStore& store) { return store.drafts().draft(draft); },
        [this](const Result<std::optional<Draft>>& found) {
            const QList<ShareId> shares = found.ok() && *found ? WithdrawDialog::sharesOf(**found) : QList<ShareId>();
            if (!shares.isEmpty()) {
                auto* dialog = new WithdrawDialog(m_services, shares, this);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                connect(dialog, &WithdrawDialog::withdrawn, this, &MainWindow::refresh);
                dialog->open();
            }
        });
}

void MainWindow::openReferral(const ReferralId& id)
{
    m_referrals->showReferral(id);
    goTo(Referrals);
}

void MainWindow::useTray(std::unique_ptr<Tray> tray)
{
    delete m_answers;
    m_answers = new AnswerWatch(m_services, std::move(tray), this);
    connect(m_answers, &AnswerWatch::openEntry, this, &MainWindow::openEntry);
}

/// What a notification was about.
void MainWindow::openEntry(const ActivityRow& row)
{
    if (row.activity.kind == ActivityKind::ClientMessage && row.activity.replyId) {
        m_messages->showReply(*row.activity.replyId);
        goTo(Messages);
    } else {
        m_activity->showEntry(row.activity.id);
        goTo(Activity);
    }
}

void MainWindow::connectMenus()
{
    m_menus->edit->insertAction(m_menus->findAnything, m_referrals->undoAction());
    m_menus->edit->insertSeparator(m_menus->findAnything);
    connect(m_menus->newReferral, &QAction::triggered, this, &MainWindow::newReferral);
    connect(m_menus->addClient, &QAction::triggered, this, [this] {
        goTo(Clients);
        m_clients->addClient();
    });
    connect(m_menus->importClients, &QAction::triggered, this, [this] {
        goTo(Clients);
        m_clients->importClients();
    });
    connect(m_menus->duplicates, &QAction::triggered, this, [this] {
        goTo(Clients);
        m_clients->showDuplicates();
    });
    connect(m_menus->lock, &QAction::triggered, this, &MainWindow::lockWanted);
    connect(m_menus->showPhones, &QAction::toggled, this, &MainWindow::revealPhones);
    m_phonesShown.setSingleShot(true);
    m_phonesShown.setInterval(phonesShownMs);
    connect(&m_phonesShown, &QTimer::timeout, this, [this] { m_menus->showPhones->setChecked(false); });
    connect(m_menus->quit, &QAction::triggered, this, [this] {
        // Quitting is no closing: the tray keeps nothing back.
        if (m_answers) {
            m_answers->quit();
        } else {
            close();
        }
    });
    connect(m_menus->findAnything, &QAction::triggered, this, &MainWindow::findAnything);
    connect(m_menus->findHere, &QAction::triggered, this,
            [this] { m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason); });
    connect(m_menus->contents, &QAction::triggered, this, [this] { openHelp(helpTopic()); });
    connect(m_menus->keys, &QAction::triggered, this, [this] { openHelp(u"keyboard"_s); });
    connect(m_menus->about, &QAction::triggered, this, [this] {
        auto* dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void MainWindow::findAnything()
{
    auto* finder = new Finder(m_services.store, m_services.phones, m_menus->commands() + m_settings->commands(), this);
    finder->setAttribute(Qt::WA_DeleteOnClose);
    connect(finder, &Finder::clientFound, this, [this](const ClientId& id) {
        m_chosen.choose(id);
        goTo(Clients);
    });
    connect(finder, &Finder::referralFound, this, &MainWindow::openReferral);
    connect(finder, &Finder::siteFound, this, [this](const ResourceSiteId& id) {
        m_directory->showSite(id);
        goTo(Directory);
    });
    finder->QDialog::open();
}

/// Leads to whatever is missing yet: a client, then resources, then the dialog.
void MainWindow::newReferral()
{
    const QList<ResourceSiteId> sites = m_basket->model()->sites();
    if (!m_chosen.id()) {
        goTo(Clients);
        statusBar()->showMessage(tr("Choose the client whom the referral is for."), hintMs);
    } else if (sites.isEmpty()) {
        goTo(Directory);
        statusBar()->showMessage(tr("Find a resource and press Enter to put it into the basket."), hintMs);
    } else {
        refer(sites);
    }
}

QString MainWindow::helpTopic() const
{
    switch (Page(m_pages->currentIndex())) {
    case Clients:
        return u"clients"_s;
    case Directory:
    case Basket:
        return u"directory"_s;
    case Referrals:
        return u"sharing"_s;
    case Messages:
    case Activity:
        return u"answers"_s;
    case Team:
        return u"supervisors"_s;
    case Settings:
        return u"settings"_s;
    case Home:
        break;
    }
    return u"first-day"_s;
}

void MainWindow::openHelp(const QString& topic)
{
    if (!m_help) {
        m_help = new HelpWindow(this);
    }
    m_help->open(topic);
}

void MainWindow::remember(QSettings& settings)
{
    m_memory = &settings;
    WindowMemory(settings).restore(*this);
    m_basket->restore(settings.value(basketPinnedKey, false).toBool(), settings.value(basketShownKey, true).toBool());
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (m_memory) {
        WindowMemory(*m_memory).save(*this);
        m_memory->setValue(basketPinnedKey, m_basket->isPinned());
        m_memory->setValue(basketShownKey, m_basket->isWantedOnDirectory());
    }
    if (m_answers && m_answers->hideInstead()) {
        event->ignore();
        return;
    }
    const bool quitting = m_answers && m_answers->isQuitting();
    if (!m_settings->mayLeave([this, quitting] { quitting ? m_answers->quit() : void(close()); })) {
        event->ignore();
        // Quitting by the tray, the window may be hidden: the question must be seen.
        show();
        raise();
        activateWindow();
        return;
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::goTo(Page page)
{
    if (page == Basket) {
        m_basket->open();
        return;
    }
    if (page != Settings && m_pages->currentIndex() == Settings &&
        !m_settings->mayLeave([this, page] { goTo(page); })) {
        m_buttons->button(Settings)->setChecked(true);
        return;
    }
    // By arrow keys from button to button the focus stays with the buttons. Asked first: a page or dock that goes hands
    // the focus on to the next best widget, which may be one of them.
    const bool amongButtons = m_navigation->parentWidget()->isAncestorOf(focusWidget());
    m_pages->setCurrentIndex(page);
    if (page == Team) {
        m_accesses.sawReport();
    }
    // The window is as large as the page that is shown needs, not as the greediest of those that are not.
    for (int i = 0; i < m_pages->count(); ++i) {
        const auto policy = i == page ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_pages->widget(i)->setSizePolicy(policy, policy);
    }
    m_buttons->button(page)->setChecked(true);
    m_basket->followPage(page == Directory && width() >= scaled(roomForBasket));
    if (!amongButtons) {
        m_pages->currentWidget()->setFocus(Qt::ShortcutFocusReason);
    }
}

void MainWindow::takeOver(MainWindow& before)
{
    if (before.m_chosen.id()) {
        m_chosen.choose(*before.m_chosen.id());
    }
    m_settings->showSection(before.m_settings->currentSection());
    goTo(Page(before.m_pages->currentIndex()));
}

void MainWindow::refresh()
{
    m_home->refresh();
    m_clients->refresh();
    m_directory->refresh();
    m_basket->refresh();
    m_referrals->refresh();
    m_messages->refresh();
    m_activity->refresh();
    m_team->refresh();
    m_settings->refresh();
    if (m_answers) {
        m_answers->refresh();
    }
    readHeader();
    readPreferences();
    showSyncState();
}

void MainWindow::readPreferences()
{
    askStore(
        m_services.store, this,
        [worker = m_services.worker](LocalStore& store) { return casework::readPreferences(store, worker); },
        [this](const Result<casework::Preferences>& read) {
            // What can't be read stands on every page already; what held before goes on.
            if (read.ok()) {
                maskPhones(read->maskPhones);
                Q_EMIT preferencesRead(*read);
            }
        });
}

void MainWindow::maskPhones(bool masked)
{
    m_menus->showPhones->setVisible(masked);
    if (masked == PhoneMask::isOn()) {
        return;
    }
    PhoneMask::setOn(masked);
    m_menus->showPhones->setChecked(false);
    refresh();
}

void MainWindow::revealPhones(bool revealed)
{
    if (revealed) {
        m_phonesShown.start();
    } else {
        m_phonesShown.stop();
    }
    PhoneMask::reveal(revealed);
    refresh();
}

void MainWindow::useSecurity(SecurityServices& security)
{
    m_settings->useSecurity(security);
}

bool MainWindow::staysInTray() const
{
    return m_answers && m_answers->hidesOnClose();
}

void MainWindow::setLocked(bool locked)
{
    if (locked) {
        m_menus->showPhones->setChecked(false);
    }
    if (m_answers) {
        m_answers->setLocked(locked);
    }
}

/// The client that was being worked with left this computer: given to another team, or erased.
void MainWindow::forgetClient()
{
    m_clientName.clear();
    m_choose->setText(tr("Choose Client"));
    m_choose->setAccessibleName(tr("Choose Client"));
    m_workingWith->setToolTip({});
    m_directory->setClientName({});
    m_basket->setClientName({});
    m_activity->setClientName({});
    m_chosen.forget();
}

void MainWindow::readHeader()
{
    if (!m_chosen.id()) {
        m_avatar->hide();
        m_workingWith->setText(tr("No client chosen"));
        m_facts->setText(tr("Select a client to work with"));
        return;
    }
    askStore(
        m_services.store, this, [id = *m_chosen.id()](LocalStore& store) { return store.clients().client(id); },
        [this](const Result<std::optional<Client>>& client) {
            if (client.ok() && !*client && !m_clientName.isEmpty()) {
                forgetClient();
            }
            if (!client.ok() || !*client) {
                return;
            }
            m_clientName = (**client).fullName();
            m_avatar->setText(initialsOf(m_clientName));
            m_avatar->show();
            m_workingWith->setText(tr("Working with %1").arg(oneLine(m_clientName)));
            m_facts->setText(
                u"%1 · %2"_s.arg(languageInWords((**client).language), timeZoneInWords((**client).timeZone)));
            m_workingWith->setToolTip(
                u"%1<br>%2"_s.arg(m_clientName.left(300).toHtmlEscaped(), m_facts->text().toHtmlEscaped()));
            m_choose->setText(tr("Change Client"));
            m_choose->setAccessibleName(tr("Change Client"));
            m_directory->setClientName(m_clientName);
            m_basket->setClientName(m_clientName);
            m_activity->setClientName(m_clientName);
        });
}

void MainWindow::nameBasket()
{
    const int count = m_basket->model()->rowCount();
    // The accessible name stays «Basket»; the number is for the eye.
    if (!m_onlyIcons) {
        m_basketButton->setText(count > 0 ? tr("Basket (%1)").arg(count) : tr("Basket"));
    }
}

void MainWindow::showSyncState()
{
    askStore(m_services.store, this, readSyncState, [this](const Result<SyncState>& state) {
        const Theme& now = theme();
        const bool well = state.ok() && isWell(*state) && m_services.agent.trouble().isEmpty();
        m_syncIcon->setPixmap(
            iconPixmap(well ? u"cloud"_s : u"offline"_s, well ? now.ok : now.warn, 18, devicePixelRatioF()));
        if (!state.ok()) {
            m_sync->setText(state.error().sentence);
            return;
        }
        askForSignIn(state->signInNeeded);
        m_home->showArriving(state->clientsHere, state->clientsToGet);
        const QString words = state->everPulled || state->signInNeeded || !state->lastSyncError.isEmpty() || state->clientsToGet > 0
                                  ? syncInWords(*state, m_services.clock.now())
                                  : tr("Getting your agency’s data from the server…");
        const QString trouble = m_services.agent.trouble();
        m_sync->setText(trouble.isEmpty() ? words : u"%1 - %2"_s.arg(words, trouble));
        m_sync->setToolTip(syncDetails(*state, m_services.clock.now()));
        m_sync->setAccessibleName(m_sync->text());
        m_user->setText(state->userName.isEmpty() ? QString() : tr("Signed in as %1").arg(oneLine(state->userName)));
    });
}

void MainWindow::askForSignIn(bool needed)
{
    if (needed && !m_notice->isVisibleTo(this)) {
        m_notice->ask(
            Notice::Tone::Warn,
            tr("The server doesn’t know this computer any more, so nothing is sent or received. Sign in again to "
               "go on; your work here is kept."),
            tr("Sign In Again"));
    } else if (!needed) {
        m_notice->hide();
    }
}

void MainWindow::refer(const QList<ResourceSiteId>& sites)
{
    if (!m_chosen.id() || sites.isEmpty()) {
        return;
    }
    auto* dialog = new ReferralDialog(m_services, *m_chosen.id(), sites, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReferralDialog::created, this, [this](const QList<ReferralId>& ids) {
        refresh();
        m_referrals->showReferral(ids.first());
        goTo(Referrals);
    });
    connect(dialog, &ReferralDialog::shared, this, &MainWindow::refresh);
    dialog->open();
}

void MainWindow::printSheet(const QList<ResourceSiteId>& sites)
{
    openSheet(m_services, {.client = m_chosen.id(), .sites = sites, .referrals = {}}, this);
}

void MainWindow::shareReferral(const ClientId& client, const ReferralId& referral)
{
    shareReferrals(client, {referral});
}

void MainWindow::shareReferrals(const ClientId& client, const QList<ReferralId>& referrals)
{
    auto* dialog = ReferralDialog::forSharing(m_services, client, referrals, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReferralDialog::shared, this, &MainWindow::refresh);
    dialog->open();
}

} // namespace handrail::ui
