// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/screens.h"
#include "tests/ui/scriptedsecurity.h"
#include "ui/lock/passphrasepage.h"
#include "ui/lock/screenlocker.h"
#include "ui/mainwindow.h"
#include "ui/pages/settingspage.h"
#include "ui/theme.h"
#include "ui/translations.h"
#include "ui/tray.h"
#include "ui/views/widgets.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;
using By = ui::SecurityServices::UnlockBy;

namespace {

struct LockedDesk
{
    Desktop desktop;
    ScriptedSecurity security;
    std::unique_ptr<ui::MainWindow> window;
    ui::ScreenLocker locker{security, desktop.clock};

    LockedDesk()
    {
        window = std::make_unique<ui::MainWindow>(desktop.services);
        window->useSecurity(security);
        window->resize(1280, 800);
        QObject::connect(window.get(), &ui::MainWindow::lockWanted, &locker, &ui::ScreenLocker::lock);
        QObject::connect(&locker, &ui::ScreenLocker::locked, window.get(), [this] { window->setLocked(true); });
        QObject::connect(&locker, &ui::ScreenLocker::unlocked, window.get(), [this] { window->setLocked(false); });
        window->show();
        settle();
    }
    void lock()
    {
        locker.lock();
        settle();
    }
    void unlock(const QString& typed = u"correct horse"_s)
    {
        type(must<QLineEdit>(&locker.screen(), "unlockTyped"), typed);
        press(&locker.screen(), "unlock");
        settle();
    }
    QString problem() { return must<ui::ProblemLabel>(&locker.screen(), "unlockProblem")->text(); }
};

/// Every window that can be seen, but for the lock screen.
QStringList othersOnScreen(const ui::ScreenLocker& locker)
{
    QStringList names;
    for (const QWidget* window : QApplication::topLevelWidgets()) {
        if (window->isVisible() && window != &const_cast<ui::ScreenLocker&>(locker).screen()) {
            names.append(window->objectName() + u'/' + QString::fromLatin1(window->metaObject()->className()));
        }
    }
    return names;
}

/// All that a screen reader finds below an object.
QStringList spokenBy(QAccessibleInterface* one)
{
    QStringList all;
    if (!one || one->state().invisible) {
        return all;
    }
    for (const auto what : {QAccessible::Name, QAccessible::Value, QAccessible::Description}) {
        all.append(one->text(what));
    }
    for (int i = 0; i < one->childCount(); ++i) {
        all += spokenBy(one->child(i));
    }
    return all;
}

class NotingTray : public ui::Tray
{
public:
    [[nodiscard]] bool isAvailable() const override { return true; }
    void showIcon(int count) override { counts.append(count); }
    void hideIcon() override {}
    void notify(const QString& title, const QString& text) override { told.append(title + u'|' + text); }
    QList<int> counts;
    QStringList told;
};

} // namespace

TEST_CASE("lock: what it hides", "[ui][lock]")
{
    LockedDesk it;
    it.window->chosen().choose(it.desktop.office.client.id);
    settle();

    SECTION("the main window, its dialogs and their dialogs, and they come back with what was typed")
    {
        auto* dialog = new QDialog(it.window.get());
        dialog->setObjectName(u"first"_s);
        auto* note = new QPlainTextEdit(dialog);
        note->setPlainText(u"half a sentence about Maria"_s);
        dialog->open();
        auto* second = new QDialog(dialog);
        second->setObjectName(u"second"_s);
        second->open();
        settle();
        it.lock();
        CHECK(othersOnScreen(it.locker) == QStringList());
        CHECK(it.locker.screen().isVisible());
        shot(&it.locker.screen(), "lock");
        it.unlock();
        CHECK_FALSE(it.locker.screen().isVisible());
        CHECK(it.window->isVisible());
        CHECK(dialog->isVisible());
        CHECK(dialog->isModal());
        CHECK(second->isVisible());
        CHECK(note->toPlainText() == u"half a sentence about Maria"_s);
        CHECK(dialog->result() != QDialog::Rejected + 100);
    }
    SECTION("what comes up meanwhile: a dialog that an answer opens, the window that the tray brings back")
    {
        it.lock();
        auto* late = new QDialog(it.window.get());
        late->open();
        CHECK(late->testAttribute(Qt::WA_DontShowOnScreen)); // not even for a moment
        settle();
        CHECK_FALSE(late->isVisible());
        it.window->show();
        settle();
        CHECK(othersOnScreen(it.locker) == QStringList());
        CHECK(it.locker.screen().isVisible());
        it.unlock();
        CHECK(late->isVisible());
        CHECK_FALSE(late->testAttribute(Qt::WA_DontShowOnScreen));
    }
    SECTION("open menus, which are closed")
    {
        QMenu menu;
        menu.addAction(u"Maria"_s);
        menu.popup(QPoint(0, 0));
        REQUIRE(menu.isVisible());
        it.lock();
        CHECK_FALSE(menu.isVisible());
        it.unlock();
        CHECK_FALSE(menu.isVisible());
    }
    SECTION("names: of clients, and of who works here; the screen reader finds none either")
    {
        it.lock();
        QStringList spoken;
        for (QWidget* window : QApplication::topLevelWidgets()) {
            if (window->isVisible()) {
                spoken += spokenBy(QAccessible::queryAccessibleInterface(window));
                spoken.append(window->windowTitle());
            }
        }
        const QString all = spoken.join(u' ');
        INFO(all.toStdString());
        CHECK(all.contains(u"Handrail is locked"_s));
        for (const QString& name : {it.desktop.office.client.givenName, it.desktop.office.client.familyName,
                                    it.desktop.office.worker.displayName, it.desktop.office.worker.email}) {
            CHECK_FALSE(all.contains(name));
        }
    }
    SECTION("the number in the tray and what notifications say")
    {
        auto tray = std::make_unique<NotingTray>();
        NotingTray* noted = tray.get();
        it.window->useTray(std::move(tray));
        settle();
        it.lock();
        it.window->refresh();
        settle();
        REQUIRE_FALSE(noted->counts.isEmpty());
        CHECK(noted->counts.last() == 0);
    }
}

TEST_CASE("lock: how it opens", "[ui][lock]")
{
    LockedDesk it;

    SECTION("by what is asked for, and the next start knows that it was locked in between")
    {
        it.lock();
        CHECK(it.security.kept == QList<bool>{true});
        it.unlock();
        CHECK(it.security.kept == QList<bool>{true, false});
        CHECK_FALSE(it.locker.isLocked());
        CHECK(must<QLineEdit>(&it.locker.screen(), "unlockTyped")->text().isEmpty());
    }
    SECTION("not by anything else, which is said and forgotten")
    {
        it.lock();
        it.unlock(u"wrong"_s);
        CHECK(it.problem() == u"That was not right."_s);
        CHECK(it.locker.isLocked());
        CHECK(must<QLineEdit>(&it.locker.screen(), "unlockTyped")->text().isEmpty());
        CHECK(othersOnScreen(it.locker) == QStringList());
        it.unlock();
        CHECK_FALSE(it.locker.isLocked());
    }
    SECTION("not by nothing, which is not even asked")
    {
        it.lock();
        press(&it.locker.screen(), "unlock");
        CHECK(it.problem() == u"Type your password."_s);
        CHECK(it.security.tries.isEmpty());
    }
    SECTION("not at once after too many guesses, and it says for how long")
    {
        it.security.waitSeconds = 1;
        it.lock();
        it.unlock(u"wrong"_s);
        CHECK(it.problem() == u"That was not right. Try again in 1 second."_s);
        CHECK_FALSE(must<QLineEdit>(&it.locker.screen(), "unlockTyped")->isEnabled());
        CHECK_FALSE(must<QPushButton>(&it.locker.screen(), "unlock")->isEnabled());
        shot(&it.locker.screen(), "lock-wait");
        waitFor([&] { return must<QLineEdit>(&it.locker.screen(), "unlockTyped")->isEnabled(); });
        CHECK(it.problem().isEmpty());
    }
    SECTION("with the keyboard alone: the field has the focus, Enter opens")
    {
        it.lock();
        auto* field = must<QLineEdit>(&it.locker.screen(), "unlockTyped");
        CHECK(it.locker.screen().focusWidget() == field);
        QTest::keyClicks(field, u"correct horse"_s);
        QTest::keyClick(field, Qt::Key_Return);
        settle();
        CHECK_FALSE(it.locker.isLocked());
    }
    SECTION("not by closing it, nor by Escape")
    {
        it.lock();
        QSignalSpy close(&it.locker.screen(), &ui::LockScreen::closeWanted);
        it.locker.screen().close();
        QTest::keyClick(&it.locker.screen(), Qt::Key_Escape);
        settle();
        CHECK(close.count() == 1);
        CHECK(it.locker.isLocked());
        CHECK(it.locker.screen().isVisible());
    }
    SECTION("by signing in again, where that is wanted or nothing else is known")
    {
        it.security.by = By::SignIn;
        it.lock();
        CHECK_FALSE(must<QLineEdit>(&it.locker.screen(), "unlockTyped")->isVisible());
        shot(&it.locker.screen(), "lock-signin");
        QSignalSpy wanted(&it.locker.screen(), &ui::LockScreen::signInWanted);
        press(&it.locker.screen(), "unlock");
        CHECK(wanted.count() == 1);
        it.locker.screen().showSignIn(new QLabel(u"the sign-in"_s));
        it.locker.unlock();
        CHECK_FALSE(it.locker.isLocked());
        it.lock();
        CHECK(must<QPushButton>(&it.locker.screen(), "unlock")->isVisible());
    }
    SECTION("by the passphrase, on a computer without a keychain")
    {
        it.security.by = By::Passphrase;
        it.lock();
        CHECK(must<QLineEdit>(&it.locker.screen(), "unlockTyped")->accessibleName() == u"Passphrase"_s);
        CHECK_FALSE(must<QPushButton>(&it.locker.screen(), "unlockBySignIn")->isVisible());
        shot(&it.locker.screen(), "lock-passphrase");
    }
}

TEST_CASE("lock: when it comes", "[ui][lock]")
{
    LockedDesk it;

    SECTION("by Ctrl+L")
    {
        QTest::keyClick(it.window.get(), Qt::Key_L, Qt::ControlModifier);
        settle();
        auto* action = it.window->findChild<QAction*>(u"lock"_s);
        REQUIRE(action);
        CHECK(action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_L));
        action->trigger();
        settle();
        CHECK(it.locker.isLocked());
    }
    SECTION("after so many minutes without a touch, and not before")
    {
        it.locker.setIdleMinutes(10);
        it.desktop.clock.advanceMinutes(9);
        it.locker.idleWatch().look();
        CHECK_FALSE(it.locker.isLocked());
        QTest::mouseMove(it.window.get(), QPoint(5, 5));
        QTest::keyClick(it.window.get(), Qt::Key_Shift);
        it.desktop.clock.advanceMinutes(9);
        it.locker.idleWatch().look();
        CHECK_FALSE(it.locker.isLocked());
        it.desktop.clock.advanceMinutes(2);
        it.locker.idleWatch().look();
        CHECK(it.locker.isLocked());
    }
    SECTION("not by itself where that was chosen")
    {
        it.locker.setIdleMinutes(0);
        it.desktop.clock.advanceMinutes(6000);
        it.locker.idleWatch().look();
        CHECK_FALSE(it.locker.isLocked());
    }
    SECTION("only once: a second lock while it is locked changes nothing")
    {
        it.lock();
        it.lock();
        CHECK(it.security.kept == QList<bool>{true});
        it.unlock();
        CHECK(it.window->isVisible());
    }
    SECTION("before the first window, where the program ended locked")
    {
        it.window->hide();
        it.locker.lock();
        CHECK_FALSE(it.locker.screen().isVisible());
        it.window->show();
        settle();
        CHECK(it.locker.screen().isVisible());
        CHECK_FALSE(it.window->isVisible());
        it.unlock();
        CHECK(it.window->isVisible());
    }
}

TEST_CASE("lock: at twice the size of text, dark, in Spanish", "[ui][lock][pictures]")
{
    const ui::Theme before = ui::theme();
    for (const bool dark : {false, true}) {
        for (const auto& language : {u"en"_s, u"es"_s}) {
            for (const int percent : {100, 200}) {
                LockedDesk it; // dresses up first
                ui::installTranslations(*qApp, language);
                ui::applyTheme(*qApp, dark ? ui::Theme::darkened() : ui::Theme::light(), percent);
                const std::string variant = language.toStdString() + (dark ? "-dark-" : "-light-") + std::to_string(percent);
                INFO(variant);
                ui::LockScreen lock(it.security);
                lock.resize(1280, 800);
                lock.begin();
                lock.show();
                settle();
                auto* field = must<QLineEdit>(&lock, "unlockTyped");
                CHECK(field->isVisible());
                CHECK(lock.minimumSizeHint().width() <= 1280);
                shot(&lock, ("lock-" + variant).c_str());
                ui::PassphrasePage choose(ui::PassphrasePage::For::Choosing, {});
                choose.resize(1280, 800);
                choose.show();
                settle();
                shot(&choose, ("passphrase-" + variant).c_str());
                ui::SettingsPage settings(it.desktop.services);
                settings.useSecurity(it.security);
                settings.resize(1072, 760);
                settings.show();
                settings.showSection(u"securitySettings"_s);
                settle();
                shot(&settings, ("security-" + variant).c_str());
            }
        }
    }
    ui::installTranslations(*qApp, u"en"_s);
    ui::applyTheme(*qApp, before);
}

TEST_CASE("passphrase: the page before the data are open", "[ui][lock]")
{
    const Desktop dressed;
    QStringList asked;
    Result<void> answer;
    const auto check = [&](const QString& typed, QObject* page, std::function<void(Result<void>)> done) {
        asked.append(typed);
        QMetaObject::invokeMethod(page, [done, answer] { done(answer); }, Qt::QueuedConnection);
    };

    SECTION("opens with what was typed, and says what is wrong beside the field")
    {
        ui::PassphrasePage page(ui::PassphrasePage::For::Opening, check);
        page.resize(720, 640);
        page.show();
        QSignalSpy opened(&page, &ui::PassphrasePage::opened);
        press(&page, "passphraseGo");
        CHECK(asked.isEmpty());
        answer = Error{ErrorCode::Unauthorized, u"This is not the passphrase."_s};
        type(must<QLineEdit>(&page, "passphrase"), u"wrong"_s);
        press(&page, "passphraseGo");
        CHECK(must<ui::ProblemLabel>(&page, "passphraseProblem")->text() == u"This is not the passphrase."_s);
        CHECK(opened.isEmpty());
        answer = {};
        shot(&page, "passphrase-open");
        type(must<QLineEdit>(&page, "passphrase"), u"right"_s);
        press(&page, "passphraseGo");
        CHECK(opened.count() == 1);
        CHECK(must<QLineEdit>(&page, "passphrase")->text().isEmpty());
        CHECK(asked == QStringList{u"wrong"_s, u"right"_s});
    }
    SECTION("takes a new one typed twice alike")
    {
        ui::PassphrasePage page(ui::PassphrasePage::For::Choosing, check);
        page.resize(720, 640);
        page.show();
        type(must<QLineEdit>(&page, "passphrase"), u"four words and more"_s);
        type(must<QLineEdit>(&page, "passphraseAgain"), u"four words and mere"_s);
        press(&page, "passphraseGo");
        CHECK(asked.isEmpty());
        CHECK(must<ui::ProblemLabel>(&page, "passphraseAgainProblem")->text() == u"The two differ."_s);
        shot(&page, "passphrase-choose");
        type(must<QLineEdit>(&page, "passphraseAgain"), u"four words and more"_s);
        press(&page, "passphraseGo");
        CHECK(asked == QStringList{u"four words and more"_s});
    }
}
