// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/accountlink.h"
#include "app/composition/agentprocess.h"
#include "app/composition/browsersignin.h"
#include "app/composition/profile.h"
#include "app/composition/storethread.h"
#include "app/composition/systemloginstart.h"
#include "app/desktop/adminlink.h"
#include "app/desktop/securitylink.h"
#include "app/desktop/session/sessionwatch.h"
#include "core/sync/session.h"
#include "ui/services.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QPointer>
#include <QSettings>
#include <QTimer>
#include <QUrl>
#include <QWidget>

namespace handrail::ui {
class ClipboardGuard;
class MainWindow;
class ScreenLocker;
}

namespace handrail::casework {
struct Preferences;
}

namespace handrail::desktop {

struct Options
{
    composition::ProfileOptions profile;
    QString server;      ///< Fills the sign-in in.
    int pollSeconds = 0; ///< For the agent; 0: its own default.
    QUrl enrol;          ///< Where nobody is signed in: the server, with email and one-time code before its host.
};

/// From the start of the program to the main window: opens the store, asks for a sign-in where there was none, starts
/// the agent. Trouble with store or keychain is told and can be tried again; it never makes a new, empty store.
class Desktop : public QObject,
                private ui::SignIn,
                private ui::AgentNudge,
                private ui::HeldMessages,
                private ui::PrintedLinks,
                private ui::AccountServices
{
    Q_OBJECT

public:
    Desktop(std::unique_ptr<composition::Profile> profile, Options options);
    ~Desktop() override;
    void start();

private:
    void openStore();
    /// Where the computer has no keychain: asks for the passphrase, or has one chosen.
    void askPassphrase(bool choosing);
    void readSession();
    void tellTrouble(const Error& error);
    /// The lock screen, ready for the windows to come.
    void prepareLock();
    void signInAtLock();
    void follow(const casework::Preferences& preferences);
    /// The server, or another window, wants this computer wiped.
    void endIfWipeAsked();
    void showSignIn(const QString& server = {}, const QString& email = {});
    /// Signs in with the one-time code of such an address (`handrail --enrol`).
    void enrol(const QUrl& address);
    [[nodiscard]] const Policy& policy() const { return m_profile->options().policy; }
    /// The token is refused: the same worker signs in again, over the main window.
    void signInAgain();
    void showSignInAgain(const QString& server, const QString& email);
    void showMainWindow(const sync::Session& session, bool locked = false);
    /// Another look or language: the same window, made anew.
    void remakeMainWindow();
    void showSignedOut();
    /// A new process begins where nothing of the old data is open any more.
    void startOver();
    void startOverSoon();

    void signIn(const QString& server, const QString& email, const QString& password, QObject* context,
                std::function<void(Result<ui::SignInStep>)> done) override;
    void sendCode(const QString& code, QObject* context, std::function<void(Result<ui::SignInStep>)> done) override;
    void askMethods(const QString& server, QObject* context,
                    std::function<void(Result<protocol::SignInMethods>)> done) override;
    void signInByOrganisation(const QString& server, QObject* context,
                              std::function<void(Result<ui::SignInStep>)> done) override;
    /// The lock opens by the word of the server that this desk knows, not of one that somebody types.
    [[nodiscard]] QString serverAtLock(const QString& typed) const;
    Result<ui::SignInStep> stepOf(const Result<sync::SignInProgress>& progress);
    void decide(const MessageId& id, Decision decision, const QString& reason, QObject* context,
                std::function<void(Result<void>)> done) override;
    void askLink(const ui::PrintedLinkOrder& order, QObject* context,
                 std::function<void(Result<QString>)> done) override;
    void listLinks(const ClientId& client, QObject* context,
                   std::function<void(Result<QList<protocol::PrintedLink>>)> done) override;
    void revokeLink(const QString& id, QObject* context,
                    std::function<void(Result<protocol::PrintedLink>)> done) override;
    void changePassword(const QString& oldPassword, const QString& newPassword, QObject* context,
                        std::function<void(Result<void>)> done) override;
    void signOut(LocalData data, QObject* context, std::function<void(Result<void>)> done) override;
    void askDevices(QObject* context, std::function<void(Result<protocol::DevicesAnswer>)> done) override;
    void revokeDevice(const DeviceId& device, QObject* context, std::function<void(Result<void>)> done) override;
    void askSecondFactor(QObject* context, std::function<void(Result<protocol::SecondFactorReport>)> done) override;
    void setUpSecondFactor(const QString& password, QObject* context,
                           std::function<void(Result<protocol::SetUpAnswer>)> done) override;
    void confirmSecondFactor(const QString& code, QObject* context,
                             std::function<void(Result<protocol::RecoveryCodesAnswer>)> done) override;
    void turnOffSecondFactor(const QString& password, const QString& code, QObject* context,
                             std::function<void(Result<void>)> done) override;
    void askGateway(QObject* context, std::function<void(Result<protocol::GatewayReport>)> done) override;
    void sendTest(const protocol::TestMessageRequest& request, QObject* context,
                  std::function<void(Result<protocol::TestMessageAnswer>)> done) override;
    void lookNow() override;
    [[nodiscard]] QString trouble() const override;

    // Windows go before the thread that answers them, the thread before the profile that it stands on.
    std::unique_ptr<composition::Profile> m_profile;
    Options m_options;
    QSettings m_windows; ///< Where windows stood: nothing of a client, so that it may stand outside the store.
    composition::StoreThread m_store;
    composition::AccountLink m_account;
    AdminLink m_admin;
    SecurityLink m_security;
    composition::AgentProcess m_agent;
    std::unique_ptr<LoginStart> m_loginStart;
    QTimer m_agentCheck; ///< An agent that died is started again though nobody presses anything.
    std::unique_ptr<QWidget> m_signIn;
    QPointer<QWidget> m_signInAgain;
    std::optional<sync::Session> m_session;
    sync::SignInForm m_form; ///< Of the sign-in that is under way, without the password.
    QByteArray m_challenge;  ///< Its second step.
    std::unique_ptr<composition::BrowserSignIn> m_browser;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<QWidget> m_passphrase;
    std::unique_ptr<ui::ScreenLocker> m_locker;
    std::unique_ptr<SessionWatch> m_sessionWatch;
    std::unique_ptr<ui::ClipboardGuard> m_clipboard;
    bool m_startsOver = false;
    QFileSystemWatcher m_profileWatch; ///< For the mark that the agent leaves when the server orders a wipe.
};

} // namespace handrail::desktop
