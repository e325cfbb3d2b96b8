// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/composition/signin.h"
#include "core/sync/serveraddress.h"
#include "ui/appearance.h"
#include "ui/desksettings.h"
#include "ui/mainwindow.h"
#include "ui/pages/signinpage.h"
#include "ui/systemtray.h"
#include "ui/views/widgets.h"

#include <QApplication>
#include <QDesktopServices>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSysInfo>

using namespace Qt::Literals::StringLiterals;

namespace handrail::desktop {

namespace {

constexpr int agentCheckSeconds = 60;
constexpr int startOverMs = 1500;   ///< For the agent to let go of the store.
constexpr int agentChecksAPoll = 5; ///< Where the polling was set, for a trial or a test.

} // namespace

Desktop::Desktop(std::unique_ptr<composition::Profile> profile, Options options)
    : m_profile(std::move(profile))
    , m_options(std::move(options))
    , m_windows(m_profile->directory() + u"/windows.ini"_s, QSettings::IniFormat)
    , m_store(*m_profile)
    , m_account(*m_profile, m_store)
    , m_admin(m_account)
    , m_agent(*m_profile, m_options.pollSeconds)
    , m_loginStart(composition::systemLoginStart(composition::agentAtLogin(*m_profile)))
{
    composition::refresh(*m_loginStart);
    const int seconds = m_options.pollSeconds > 0 ? m_options.pollSeconds * agentChecksAPoll : agentCheckSeconds;
    m_agentCheck.setInterval(seconds * 1000);
    connect(&m_agentCheck, &QTimer::timeout, &m_agent, &composition::AgentProcess::lookNow);
}

Desktop::~Desktop() = default;

void Desktop::start()
{
    openStore();
}

void Desktop::openStore()
{
    m_store.open(this, [this](const Result<void>& opened) {
        if (opened.ok()) {
            readSession();
        } else {
            tellTrouble(opened.error().sentence);
        }
    });
}

void Desktop::readSession()
{
    askStore(
        m_store, this,
        [](LocalStore& store) {
            const auto out = store.sync().fact(sync::facts::signedOut);
            return std::pair(sync::readSession(store.sync()), out.ok() && !out->isEmpty());
        },
        [this](const std::pair<Result<std::optional<sync::Session>>, bool>& read) {
            const auto& [session, signedOut] = read;
            if (!session.ok()) {
                tellTrouble(session.error().sentence);
            } else if (*session && signedOut) {
                showSignedOut();
            } else if (*session) {
                showMainWindow(**session);
            } else {
                showSignIn(m_options.server);
            }
        });
}

void Desktop::tellTrouble(const QString& sentence)
{
    auto* box = new QMessageBox(QMessageBox::Critical, tr("Handrail"), tr("Handrail can’t open its data."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"storeTrouble"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(sentence + u"\n\n"_s + tr("Nothing was changed or deleted."));
    QPushButton* again = box->addButton(tr("Try Again"), QMessageBox::AcceptRole);
    box->addButton(tr("Quit"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, again](const QAbstractButton* pressed) {
        if (pressed == again) {
            openStore();
        } else {
            QCoreApplication::exit(1);
        }
    });
    box->open();
}

void Desktop::showSignIn(const QString& server, const QString& email)
{
    auto page = std::make_unique<ui::SignInPage>(static_cast<ui::SignIn&>(*this), server, email);
    page->setWindowTitle(tr("Handrail"));
    ui::resizeOnScreen(page.get(), {720, 640});
    connect(page.get(), &ui::SignInPage::signedIn, this, [this] {
        composition::turnOnAtFirstSignIn(*m_profile, *m_loginStart);
        readSession();
    });
    page->show();
    page->setFocus();
    m_signIn = std::move(page);
}

void Desktop::signInAgain()
{
    if (m_signInAgain) {
        m_signInAgain->raise();
        m_signInAgain->activateWindow();
        return;
    }
    askStore(
        m_store, this,
        [](LocalStore& store) {
            const auto server = store.sync().fact(sync::facts::serverUrl);
            const auto email = store.sync().fact(sync::facts::userEmail);
            // What can't be read is left for the worker to type.
            return std::pair(server.ok() ? *server : QString(), email.ok() ? *email : QString());
        },
        [this](const std::pair<QString, QString>& known) { showSignInAgain(known.first, known.second); });
}

void Desktop::showSignInAgain(const QString& server, const QString& email)
{
    if (m_signInAgain) {
        return;
    }
    auto* page = new ui::SignInPage(static_cast<ui::SignIn&>(*this), server, email, m_window.get());
    page->setWindowFlag(Qt::Dialog);
    page->setWindowModality(Qt::WindowModal);
    page->setAttribute(Qt::WA_DeleteOnClose);
    page->setWindowTitle(tr("Sign In Again"));
    ui::resizeOnScreen(page, {560, 640});
    connect(page, &ui::SignInPage::signedIn, this, [this, page] {
        page->close();
        m_window->showSyncState();
        m_agent.lookNow();
    });
    m_signInAgain = page;
    page->show();
    page->setFocus();
}

void Desktop::showMainWindow(const sync::Session& session)
{
    const ui::Services services{m_store,
                                m_profile->clock(),
                                m_profile->ids(),
                                m_profile->phones(),
                                *this,
                                *this,
                                *this,
                                session.user,
                                m_loginStart.get(),
                                this,
                                &m_admin};
    m_session = session;
    m_window = std::make_unique<ui::MainWindow>(services);
    m_window->remember(m_windows);
    connect(&m_agent, &composition::AgentProcess::troubleChanged, m_window.get(), &ui::MainWindow::showSyncState);
    connect(m_window.get(), &ui::MainWindow::signInWanted, this, &Desktop::signInAgain);
    m_window->useTray(std::make_unique<ui::SystemTray>());
    // Queued: the window that asks for it goes.
    connect(m_window.get(), &ui::MainWindow::appearanceChanged, this, &Desktop::remakeMainWindow, Qt::QueuedConnection);
    m_window->show();
    if (m_signIn) {
        m_signIn.release()->deleteLater();
    }
    m_agent.lookNow();
    m_agentCheck.start();
}

void Desktop::remakeMainWindow()
{
    ui::applyAppearance(*qApp, ui::readAppearance(*ui::deskSettings()));
    const std::unique_ptr<ui::MainWindow> before = std::move(m_window);
    const QByteArray geometry = before->saveGeometry();
    showMainWindow(*m_session);
    m_window->restoreGeometry(geometry);
    m_window->takeOver(*before);
}

void Desktop::showSignedOut()
{
    askStore(
        m_store, this,
        [](LocalStore& store) {
            const auto server = store.sync().fact(sync::facts::serverUrl);
            const auto email = store.sync().fact(sync::facts::userEmail);
            // What can't be read is left for the worker to type.
            return std::pair(server.ok() ? *server : QString(), email.ok() ? *email : QString());
        },
        [this](const std::pair<QString, QString>& known) { showSignIn(known.first, known.second); });
}

void Desktop::startOver()
{
    QProcess::startDetached(QCoreApplication::applicationFilePath(), QCoreApplication::arguments().mid(1));
    QCoreApplication::quit();
}

void Desktop::signOut(LocalData data, QObject* context, std::function<void(Result<void>)> done)
{
    QPointer<QObject> asker(context);
    composition::signOutHere(m_account, *m_profile, m_store, this,
                             [this, data, asker, done = std::move(done)](const Result<void>& out) {
                                 Result<void> result = out;
                                 if (result.ok() && data == LocalData::Wipe) {
                                     result = m_profile->askToWipe();
                                 }
                                 if (!result.ok()) {
                                     if (asker) {
                                         done(result);
                                     }
                                     return;
                                 }
                                 m_agentCheck.stop();
                                 if (data == LocalData::Wipe) {
                                     m_agent.lookNow(); // It ends as soon as it looks.
                                     QTimer::singleShot(startOverMs, this, &Desktop::startOver);
                                     m_window->hide();
                                 } else {
                                     showSignedOut();
                                     m_window.release()->deleteLater();
                                 }
                             });
}

void Desktop::changePassword(const QString& oldPassword, const QString& newPassword, QObject* context,
                             std::function<void(Result<void>)> done)
{
    m_account.ask<void>(
        context,
        [request = protocol::PasswordRequest{oldPassword, newPassword}](sync::ServerLink& server) {
            return server.changePassword(request);
        },
        std::move(done));
}

void Desktop::askGateway(QObject* context, std::function<void(Result<protocol::GatewayReport>)> done)
{
    m_account.ask<protocol::GatewayReport>(
        context, [](sync::ServerLink& server) { return server.gatewayReport(); }, std::move(done));
}

void Desktop::sendTest(const protocol::TestMessageRequest& request, QObject* context,
                       std::function<void(Result<protocol::TestMessageAnswer>)> done)
{
    m_account.ask<protocol::TestMessageAnswer>(
        context, [request](sync::ServerLink& server) { return server.sendTest(request); }, std::move(done));
}

Result<ui::SignInStep> Desktop::stepOf(const Result<sync::SignInProgress>& progress)
{
    if (!progress.ok()) {
        return progress.error();
    }
    if (!progress->next) {
        m_challenge.clear();
        return ui::SignInStep{.recoveryCodes = progress->recoveryCodes};
    }
    m_challenge = progress->next->challenge;
    return ui::SignInStep{.codeNeeded = true, .secret = progress->next->secret, .uri = progress->next->uri};
}

void Desktop::signIn(const QString& server, const QString& email, const QString& password, QObject* context,
                     std::function<void(Result<ui::SignInStep>)> done)
{
    const sync::SignInForm form{server, email, password, QSysInfo::machineHostName()};
    m_form = form;
    m_form.password.clear();
    composition::signIn(
        *m_profile, m_store, form, context,
        [this, done = std::move(done)](const Result<sync::SignInProgress>& progress) { done(stepOf(progress)); });
}

void Desktop::sendCode(const QString& code, QObject* context, std::function<void(Result<ui::SignInStep>)> done)
{
    composition::sendCode(
        *m_profile, m_store, m_form, {m_challenge, code}, context,
        [this, done = std::move(done)](const Result<sync::SignInProgress>& progress) { done(stepOf(progress)); });
}

void Desktop::askMethods(const QString& server, QObject* context,
                         std::function<void(Result<protocol::SignInMethods>)> done)
{
    // Asked unbidden, so not where the store's answers would wait for a server that can't be reached.
    if (const auto address = sync::readServerAddress(server)) {
        m_account.askAt<protocol::SignInMethods>(
            *address, context, [](sync::ServerLink& link) { return link.signInMethods(); }, std::move(done));
    }
}

void Desktop::signInByOrganisation(const QString& server, QObject* context,
                                   std::function<void(Result<ui::SignInStep>)> done)
{
    m_browser = std::make_unique<composition::BrowserSignIn>();
    composition::BrowserSignIn* const browser = m_browser.get();
    const QPointer<QObject> asker(context);
    connect(browser, &composition::BrowserSignIn::refused, context, [done] {
        done(Error{ErrorCode::NotAllowed, tr("Signing in was canceled in the browser.")});
    });
    connect(browser, &composition::BrowserSignIn::timedOut, context, [done] {
        done(Error{ErrorCode::NotAllowed, tr("Nobody came back from the browser in time. Sign in again.")});
    });
    connect(browser, &composition::BrowserSignIn::answered, this,
            [this, server, asker, done](const protocol::SingleSignOnFinish& finish) {
                if (!asker) {
                    return;
                }
                composition::finishSingleSignOn(
                    *m_profile, m_store, server, finish, asker,
                    [this, done](const Result<sync::SignInProgress>& progress) { done(stepOf(progress)); });
            });
    const protocol::SingleSignOnRequest request{
        browser->redirectUri(), browser->codeChallenge(), {}, QSysInfo::machineHostName()};
    composition::startSingleSignOn(
        *m_profile, m_store, server, request, browser,
        [asker, browser, done](const Result<protocol::SingleSignOnStart>& start) {
            if (!asker) {
                return;
            }
            if (!start.ok()) {
                done(start.error());
                return;
            }
            const QUrl address = browser->address(*start);
            if (!address.isValid() || !QDesktopServices::openUrl(address)) {
                done(Error{ErrorCode::NotAllowed, tr("The browser could not be opened for signing in.")});
            }
        });
}

void Desktop::askDevices(QObject* context, std::function<void(Result<protocol::DevicesAnswer>)> done)
{
    m_account.ask<protocol::DevicesAnswer>(
        context, [](sync::ServerLink& server) { return server.devices(); }, std::move(done));
}

void Desktop::revokeDevice(const DeviceId& device, QObject* context, std::function<void(Result<void>)> done)
{
    m_account.ask<void>(
        context, [device](sync::ServerLink& server) { return server.revokeDevice(device); }, std::move(done));
}

void Desktop::askSecondFactor(QObject* context, std::function<void(Result<protocol::SecondFactorReport>)> done)
{
    m_account.ask<protocol::SecondFactorReport>(
        context, [](sync::ServerLink& server) { return server.secondFactor(); }, std::move(done));
}

void Desktop::setUpSecondFactor(const QString& password, QObject* context,
                                std::function<void(Result<protocol::SetUpAnswer>)> done)
{
    m_account.ask<protocol::SetUpAnswer>(
        context, [password](sync::ServerLink& server) { return server.setUpSecondFactor({password}); },
        std::move(done));
}

void Desktop::confirmSecondFactor(const QString& code, QObject* context,
                                  std::function<void(Result<protocol::RecoveryCodesAnswer>)> done)
{
    m_account.ask<protocol::RecoveryCodesAnswer>(
        context, [code](sync::ServerLink& server) { return server.confirmSecondFactor({code}); }, std::move(done));
}

void Desktop::turnOffSecondFactor(const QString& password, const QString& code, QObject* context,
                                  std::function<void(Result<void>)> done)
{
    m_account.ask<void>(
        context,
        [password, code](sync::ServerLink& server) {
            return server.turnOffSecondFactor({password, code});
        },
        std::move(done));
}

void Desktop::decide(const MessageId& id, Decision decision, const QString& reason, QObject* context,
                     std::function<void(Result<void>)> done)
{
    using Wire = protocol::DecisionRequest::Decision;
    composition::decideHeldMessage(*m_profile, m_store, id,
                                   {decision == Decision::SendAgain ? Wire::SendAgain : Wire::GiveUp, reason}, context,
                                   std::move(done));
}

void Desktop::askLink(const ui::PrintedLinkOrder& order, QObject* context, std::function<void(Result<QString>)> done)
{
    composition::askPrintedLink(*m_profile, m_store,
                                {order.client, order.referrals, order.language, order.withFirstName}, context,
                                [done = std::move(done)](const Result<protocol::PrintedLinkAnswer>& answer) {
                                    done(answer.ok() ? Result<QString>(answer->link) : answer.error());
                                });
}

void Desktop::listLinks(const ClientId& client, QObject* context,
                        std::function<void(Result<QList<protocol::PrintedLink>>)> done)
{
    composition::listPrintedLinks(*m_profile, m_store, client, context,
                                  [done = std::move(done)](const Result<protocol::PrintedLinkList>& list) {
                                      done(list.ok() ? Result<QList<protocol::PrintedLink>>(list->links)
                                                     : list.error());
                                  });
}

void Desktop::revokeLink(const QString& id, QObject* context, std::function<void(Result<protocol::PrintedLink>)> done)
{
    composition::revokePrintedLink(*m_profile, m_store, id, context, std::move(done));
}

void Desktop::lookNow()
{
    m_agent.lookNow();
}

QString Desktop::trouble() const
{
    return m_agent.trouble();
}

} // namespace handrail::desktop
