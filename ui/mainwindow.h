// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/preferences.h"
#include "ui/accesslog.h"
#include "ui/chosenclient.h"
#include "ui/services.h"
#include "ui/storewatcher.h"

#include <QMainWindow>
#include <QTimer>

class QButtonGroup;
class QSettings;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace handrail::ui {

class ActivityPage;
class AnswerWatch;
class BasketDock;
class ClientsPage;
class DirectoryPage;
class HelpWindow;
class HomePage;
class Menus;
class MessagesPage;
class Notice;
class ReferralDialog;
class ReferralsPage;
class SecurityServices;
class SettingsPage;
class TeamPage;
class Tray;

/// The worker's window: its pages, the client being worked with above them, the state of sending below.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum Page { Home, Clients, Directory, Basket, Referrals, Messages, Activity, Team, Settings };

    /// `watchMs`: how often the store is asked whether anything has changed.
    explicit MainWindow(Services services, int watchMs = 300, QWidget* parent = nullptr);
    ~MainWindow() override;
    void goTo(Page page);
    /// Shows in the tray how many clients answered, and tells when one does. Without this there is none.
    void useTray(std::unique_ptr<Tray> tray);
    [[nodiscard]] ChosenClient& chosen() { return m_chosen; }
    /// Goes where `before` was: the same client, page and section of the settings.
    void takeOver(MainWindow& before);
    /// From now on the window keeps its place and size in `settings`, which outlives it; what was kept is taken up.
    void remember(QSettings& settings);
    /// Says in the status bar how far sending is.
    void showSyncState();
    /// For Settings: the lock, the passphrase, the key, wiping. Outlives the window.
    void useSecurity(SecurityServices& security);
    /// Whether closing it leaves the program in the tray.
    [[nodiscard]] bool staysInTray() const;
    /// While it is locked the tray says nothing of clients, and no notification leads anywhere.
    void setLocked(bool locked);
    /// Reads anew what is on the screen: the store has changed, by this program or another.
    void refresh();

protected:
    void closeEvent(QCloseEvent* event) override;

Q_SIGNALS:
    /// Another look or language was chosen and kept: the window is to be made anew with it.
    void appearanceChanged();
    /// The worker wants to sign in again, as the server refuses this device.
    void signInWanted();
    void lockWanted();
    /// The worker's own settings, read anew whenever the store changes.
    void preferencesRead(const handrail::casework::Preferences& preferences);

private:
    [[nodiscard]] QWidget* makeNavigation();
    [[nodiscard]] QWidget* makeHeader();
    void makeStatusBar();
    void connectPages();
    void connectHome();
    void openDraft(const QString& name);
    void openWithdrawal(const QString& draft);
    void openEntry(const ActivityRow& row);
    void openReferral(const ReferralId& id);
    void connectMenus();
    void findAnything();
    void newReferral();
    void openHelp(const QString& topic);
    [[nodiscard]] QString helpTopic() const;
    void addPage(QWidget* page, const QString& label, const QString& iconName);
    void readHeader();
    void readPreferences();
    void maskPhones(bool masked);
    void revealPhones(bool revealed);
    void forgetClient();
    void askForSignIn(bool needed);
    /// The navigation's way to the basket, which is no page but stands beside them.
    void addBasketButton();
    void nameBasket();
    void printSheet(const QList<ResourceSiteId>& sites);
    void refer(const QList<ResourceSiteId>& sites);
    void shareReferral(const ClientId& client, const ReferralId& referral);
    void shareReferrals(const ClientId& client, const QList<ReferralId>& referrals);

    Services m_services;
    ChosenClient m_chosen;
    AccessLog m_accesses;
    StoreWatcher m_watcher;
    QString m_clientName;
    AnswerWatch* m_answers = nullptr;

    Menus* m_menus;
    HelpWindow* m_help = nullptr;
    QTimer m_phonesShown;
    QSettings* m_memory = nullptr;
    bool m_onlyIcons = false; ///< At large text the navigation shows no names, which are its tool tips then.
    QVBoxLayout* m_navigation = nullptr;
    QButtonGroup* m_buttons;
    QStackedWidget* m_pages;
    HomePage* m_home;
    ClientsPage* m_clients;
    DirectoryPage* m_directory;
    BasketDock* m_basket;
    QPushButton* m_basketButton = nullptr;
    ReferralsPage* m_referrals;
    MessagesPage* m_messages;
    ActivityPage* m_activity;
    TeamPage* m_team;
    SettingsPage* m_settings;
    QLabel* m_avatar;
    QLabel* m_workingWith;
    QLabel* m_facts;
    QPushButton* m_choose;
    Notice* m_notice;
    QLabel* m_syncIcon;
    QLabel* m_sync;
    QLabel* m_user;
};

} // namespace handrail::ui
