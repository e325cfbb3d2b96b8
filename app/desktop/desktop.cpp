// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/composition/screenlock.h"
#include "app/composition/signin.h"
#include "app/desktop/session/screencapture.h"
#include "core/casework/preferences.h"
#include "core/sync/serveraddress.h"
#include "ui/appearance.h"
#include "ui/clipboardguard.h"
#include "ui/desksettings.h"
#include "ui/lock/passphrasepage.h"
#include "ui/lock/screenlocker.h"
#include "ui/mainwindow.h"
#include "ui/pages/signinpage.h"
#include "ui/systemtray.h"
#include "ui/views/widgets.h"

#include <QApplication>
#include <QClipboard>
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
    , m_security(*m_profile, m_store, m_account, [this] { startOverSoon(); })
    , m_agent(*m_profile, m_options.pollSeconds)
    , m_loginStart(composition::systemLoginStart(composition::agentAtLogin(*m_profile)))
{
    if (const auto fixed = policy().agentAtLogin; fixed && m_loginStart->isOn() != *fixed && m_profile->isUsual()) {
        if (const auto done = m_loginStart->set(*fixed); !done) {
            qWarning("%s", qUtf8Printable(done.error().sentence));
        }
    }
    composition::refresh(*m_loginStart);
    const int seconds = m_options.pollSeconds > 0 ? m_options.pollSeconds * agentChecksAPoll : agentCheckSeconds;
    m_agentCheck.setInterval(seconds * 1000);
    connect(&m_agentCheck, &QTimer::timeout, &m_agent, &composition::AgentProcess::lookNow);
    m_profileWatch.addPath(m_profile->directory());
    connect(&m_profileWatch, &QFileSystemWatcher::directoryChanged, this, &Desktop::endIfWipeAsked);
}

Desktop::~Desktop() = default;

void Desktop::start()
{
    if (m_profile->passphrase() == composition::Profile::Passphrase::Wanted && !m_profile->isWipeAsked()) {
        askPassphrase(false);
    } else {
        openStore();
    }
}

void Desktop::askPassphrase(bool choosing)
{
    using ui::PassphrasePage;
    auto page = std::make_unique<PassphrasePage>(
        choosing ? PassphrasePage::For::Choosing : PassphrasePage::For::Opening,
        [this, choosing](const QString& typed, QObject* asker, std::function<void(Result<void>)> done) {
            m_store.runBeforeOpen(
                asker,
                [profile = m_profile.get(), choosing, typed] {
                    return choosing ? profile->choosePassphrase(typed) : profile->typePassphrase(typed);
                },
                std::move(done));
        });
    ui::resizeOnScreen(page.get(), {720, 640});
    connect(page.get(), &PassphrasePage::opened, this, [this] {
        m_passphrase.release()->deleteLater();
        openStore();
    });
    page->show();
    page->setFocus();
    m_passphrase = std::move(page);
}

void Desktop::openStore()
{
    m_store.open(this, [this](const Result<void>& opened) {
        if (opened.ok()) {
            readSession();
        } else {
            tellTrouble(opened.error());
        }
    });
}

void Desktop::readSession()
{
    askStore(
        m_store, this,
        [](LocalStore& store) {
            const auto out = store.sync().fact(sync::facts::signedOut);
            // What can't be read is taken for locked.
            const auto locked = composition::isScreenLocked(store.sync());
            return std::tuple(sync::readSession(store.sync()), out.ok() && !out->isEmpty(), !locked.ok() || *locked);
        },
        [this](const std::tuple<Result<std::optional<sync::Session>>, bool, bool>& read) {
            const auto& [session, signedOut, locked] = read;
            if (!session.ok()) {
                tellTrouble(session.error());
            } else if (*session && signedOut) {
                showSignedOut();
            } else if (*session) {
                // Who has just signed in has shown who they are.
                showMainWindow(**session, locked && !m_signIn);
            } else if (const QUrl address = std::exchange(m_options.enrol, {}); !address.isEmpty()) {
                enrol(address);
            } else {
                showSignIn(m_options.server);
            }
        });
}

void Desktop::tellTrouble(const Error& error)
{
    const QString sentence = error.sentence;
    auto* box = new QMessageBox(QMessageBox::Critical, tr("Handrail"), tr("Handrail can’t open its data."));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"storeTrouble"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(sentence + u"\n\n"_s + tr("Nothing was changed or deleted."));
    QPushButton* again = box->addButton(tr("Try Again"), QMessageBox::AcceptRole);
    // Only before there are data: a keychain that is locked today must not lead to a second, empty store.
    const bool mayChoose = error.code == ErrorCode::KeyTrouble &&
                           m_profile->passphrase() == composition::Profile::Passphrase::MayBeSet;
    const QPushButton* choose =
        mayChoose ? box->addButton(tr("Use a Passphrase Instead…"), QMessageBox::ActionRole) : nullptr;
    box->addButton(tr("Quit"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::buttonClicked, this, [this, again, choose](const QAbstractButton* pressed) {
        if (pressed == again) {
            openStore();
        } else if (choose && pressed == choose) {
            askPassphrase(true);
        } else {
            QCoreApplication::exit(1);
        }
    });
    box->open();
}

void Desktop::showSignIn(const QString& server, const QString& email)
{
    auto page = std::make_unique<ui::SignInPage>(static_cast<ui::SignIn&>(*this), server, email);
    page->fix(policy());
    page->setWindowTitle(tr("Handrail"));
    ui::resizeOnScreen(page.get(), {720, 640});
    connect(page.get(), &ui::SignInPage::signedIn, this, [this] {
        if (!policy().agentAtLogin) {
            composition::turnOnAtFirstSignIn(*m_profile, *m_loginStart);
        }
        readSession();
    });
    page->show();
    page->setFocus();
    m_signIn = std::move(page);
}

void Desktop::enrol(const QUrl& address)
{
    QUrl server = address;
    server.setUserInfo({});
    showSignIn(server.toString());
    static_cast<ui::SignInPage&>(*m_signIn).enrol(address.userName(QUrl::FullyDecoded),
                                                  address.password(QUrl::FullyDecoded));
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

void Desktop::signInAtLock()
{
    askStore(
        m_store, this,
        [](LocalStore& store) {
            const auto server = store.sync().fact(sync::facts::serverUrl);
            return server.ok() ? *server : QString();
        },
        [this](const QString& server) {
            // The email is left for the worker to type: the lock screen names nobody.
            auto* page = new ui::SignInPage(static_cast<ui::SignIn&>(*this), server, {});
            page->fix({.signIn = policy().signIn}); // The address is that of the data here.
            connect(page, &ui::SignInPage::signedIn, m_locker.get(), &ui::ScreenLocker::unlock);
            connect(page, &ui::SignInPage::signedIn, this, [this] {
                m_window->showSyncState();
                m_agent.lookNow();
            });
            m_locker->screen().showSignIn(page);
        });
}

void Desktop::prepareLock()
{
    if (m_locker) {
        return;
    }
    m_locker = std::make_unique<ui::ScreenLocker>(m_security, m_profile->clock());
    m_clipboard = std::make_unique<ui::ClipboardGuard>(*QGuiApplication::clipboard());
    m_sessionWatch = makeSessionWatch();
    connect(m_sessionWatch.get(), &SessionWatch::locking, m_locker.get(), [this] {
        if (m_window) {
            m_locker->lock();
        }
    });
    connect(m_locker.get(), &ui::ScreenLocker::locked, this, [this] {
        m_clipboard->clearOurs();
        m_window->setLocked(true);
    });
    connect(m_locker.get(), &ui::ScreenLocker::unlocked, this, [this] { m_window->setLocked(false); });
    connect(&m_locker->screen(), &ui::LockScreen::signInWanted, this, &Desktop::signInAtLock);
    connect(&m_locker->screen(), &ui::LockScreen::closeWanted, this, [this] {
        if (m_window->staysInTray()) {
            m_locker->screen().hide();
        } else {
            // Not quit(), which asks each window whether it may close. Drafts are kept as they are typed.
            QCoreApplication::exit(0);
        }
    });
}

void Desktop::follow(const casework::Preferences& preferences)
{
    // In a trial weeks pass in minutes, and the story goes on in other windows.
    const bool isTrial = !m_profile->options().clockFile.isEmpty();
    m_locker->setIdleMinutes(isTrial ? 0 : m_security.fixedLockMinutes().value_or(preferences.lockAfterMinutes));
    for (QWidget* window : QApplication::topLevelWidgets()) {
        if (window->isVisible()) {
            hideFromCapture(*window, preferences.hideFromScreenshots);
        }
    }
}

void Desktop::endIfWipeAsked()
{
    // The agent may have been done with it before this window looked.
    if (m_window && (m_profile->isWipeAsked() || !m_profile->hasStore())) {
        if (m_locker) {
            m_locker->screen().hide();
        }
        m_window->hide();
        startOverSoon();
    }
}

void Desktop::showSignInAgain(const QString& server, const QString& email)
{
    if (m_signInAgain) {
        return;
    }
    auto* page = new ui::SignInPage(static_cast<ui::SignIn&>(*this), server, email, m_window.get());
    page->fix({.signIn = policy().signIn});
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

void Desktop::showMainWindow(const sync::Session& session, bool locked)
{
    prepareLock();
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
                                &m_admin,
                                policy()};
    m_session = session;
    m_window = std::make_unique<ui::MainWindow>(services);
    m_window->remember(m_windows);
    connect(&m_agent, &composition::AgentProcess::troubleChanged, m_window.get(), &ui::MainWindow::showSyncState);
    connect(m_window.get(), &ui::MainWindow::signInWanted, this, &Desktop::signInAgain);
    m_window->useSecurity(m_security);
    m_window->useTray(std::make_unique<ui::SystemTray>());
    connect(m_window.get(), &ui::MainWindow::lockWanted, m_locker.get(), &ui::ScreenLocker::lock);
    connect(m_window.get(), &ui::MainWindow::preferencesRead, this, &Desktop::follow);
    // Queued: the window that asks for it goes.
    connect(m_window.get(), &ui::MainWindow::appearanceChanged, this, &Desktop::remakeMainWindow, Qt::QueuedConnection);
    if (locked) {
        m_locker->lock(); // before anything is on the screen
    }
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

void Desktop::startOverSoon()
{
    if (std::exchange(m_startsOver, true)) {
        return;
    }
    m_agentCheck.stop();
    m_agent.lookNow(); // It ends as soon as it looks.
    QTimer::singleShot(startOverMs, this, &Desktop::startOver);
}

void Desktop::startOver()
{
    QProcess::startDetached(QCoreApplication::applicationFilePath(), QCoreApplication::arguments().mid(1));
    QCoreApplication::exit(0); // quit() would ask the windows, and the lock screen says no
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
                                     m_window->hide();
                                     startOverSoon();
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
        [this, newPassword, done = std::move(done)](const Result<void>& changed) {
            if (changed.ok()) {
                // The lock screen takes the new one from now on.
                m_store.run([newPassword](LocalStore& store) {
                    if (const auto kept = composition::keepUnlockPassword(store.sync(), newPassword); !kept) {
                        qWarning("%s", qUtf8Printable(kept.error().sentence));
                    }
                });
            }
            done(changed);
        });
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

QString Desktop::serverAtLock(const QString& typed) const
{
    const bool locked = m_locker && m_locker->isLocked() && m_session;
    return locked ? m_session->server.toString() : typed;
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
    const sync::SignInForm form{serverAtLock(server), email, password, QSysInfo::machineHostName()};
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
            [this, server = serverAtLock(server), asker, done](const protocol::SingleSignOnFinish& finish) {
                if (!asker) {
                    return;
                }
                composition::finishSingleSignOn(
                    *m_profile, m_store, server, finish, asker,
                    [this, done](const Result<sync::SignInProgress>& progress) { done(stepOf(progress)); });
            });
    const QString address = serverAtLock(server);
    const protocol::SingleSignOnRequest request{
        browser->redirectUri(), browser->codeChallenge(), {}, QSysInfo::machineHostName()};
    composition::startSingleSignOn(
        *m_profile, m_store, address, request, browser,
        [asker, browser, done](const Result<protocol::SingleSignOnStart>& start) {
            if (!asker) {
                return;
            }
            if (!start.ok()) {
                done(start.error());
                return;
            }
            const QUrl page = browser->address(*start);
            if (!page.isValid() || !QDesktopServices::openUrl(page)) {
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
