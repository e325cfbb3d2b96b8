// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/lockscreen.h"

#include "ui/views/cardpage.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QLineEdit>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int longestTyped = 500;

} // namespace

LockScreen::LockScreen(SecurityServices& security)
    : m_security(security)
    , m_pages(new QStackedWidget)
    , m_question(new QWidget)
    , m_sentence(makeLabel({}, u"muted"_s, true))
    , m_caption(makeLabel({}))
    , m_typed(new QLineEdit)
    , m_problem(new ProblemLabel(u"unlockProblem"_s, m_typed))
    , m_unlock(makeButton(u"unlock"_s, tr("Unlock"), ButtonKind::Primary))
    , m_signIn(makeButton(u"unlockBySignIn"_s, tr("Sign In Again Instead"), ButtonKind::Quiet))
{
    setObjectName(u"lockScreen"_s);
    setWindowTitle(tr("Handrail"));
    setAccessibleName(tr("Handrail is locked"));
    auto* column = makeCardPage(m_question, tr("Handrail is locked"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setObjectName(u"lockSentence"_s);
    m_typed->setEchoMode(QLineEdit::Password);
    m_typed->setMaxLength(longestTyped);
    m_caption->setBuddy(m_typed);
    m_unlock->setDefault(true);
    column->addWidget(m_sentence);
    column->addSpacing(16);
    column->addWidget(m_caption);
    column->addWidget(m_typed);
    column->addWidget(m_problem);
    column->addSpacing(8);
    column->addWidget(m_unlock);
    column->addWidget(m_signIn, 0, Qt::AlignHCenter);
    m_pages->addWidget(m_question);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->addWidget(m_pages);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &LockScreen::countDown);
    connect(m_unlock, &QPushButton::clicked, this, &LockScreen::submit);
    connect(m_typed, &QLineEdit::returnPressed, this, &LockScreen::submit);
    connect(m_signIn, &QPushButton::clicked, this, &LockScreen::signInWanted);
    ask(SecurityServices::UnlockBy::Password);
}

void LockScreen::begin()
{
    m_typed->clear();
    m_problem->setProblem({});
    m_second.stop();
    m_secondsLeft = 0;
    setBusy(false);
    m_pages->setCurrentWidget(m_question);
    while (m_pages->count() > 1) {
        QWidget* page = m_pages->widget(1);
        m_pages->removeWidget(page);
        page->deleteLater();
    }
    m_security.askUnlockBy(this, [this](SecurityServices::UnlockBy by) { ask(by); });
}

void LockScreen::ask(SecurityServices::UnlockBy by)
{
    using By = SecurityServices::UnlockBy;
    m_byTyping = by != By::SignIn;
    const QString what = by == By::Passphrase ? tr("Passphrase") : tr("Password");
    m_sentence->setText(by == By::Password     ? tr("Type the password of your Handrail account. What you were working on is kept.")
                        : by == By::Passphrase ? tr("Type your passphrase. What you were working on is kept.")
                                               : tr("Sign in again to go on. What you were working on is kept."));
    m_caption->setText(what);
    identify(m_typed, u"unlockTyped"_s, what);
    for (QWidget* part : {static_cast<QWidget*>(m_caption), static_cast<QWidget*>(m_typed)}) {
        part->setVisible(m_byTyping);
    }
    m_unlock->setText(m_byTyping ? tr("Unlock") : tr("Sign In"));
    m_unlock->setAccessibleName(m_unlock->text());
    m_signIn->setVisible(by == By::Password);
    QWidget* first = m_byTyping ? static_cast<QWidget*>(m_typed) : m_unlock;
    setFocusProxy(first);
    first->setFocus();
}

void LockScreen::showSignIn(QWidget* page)
{
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    page->setFocus();
}

void LockScreen::submit()
{
    if (!m_byTyping) {
        Q_EMIT signInWanted();
        return;
    }
    if (!m_unlock->isEnabled()) {
        return;
    }
    if (m_typed->text().isEmpty()) {
        m_problem->setProblem(m_caption->text() == tr("Passphrase") ? tr("Type your passphrase.")
                                                                    : tr("Type your password."));
        return;
    }
    setBusy(true);
    m_security.unlock(m_typed->text(), this, [this](const UnlockAnswer& answer) { hear(answer); });
}

void LockScreen::hear(const UnlockAnswer& answer)
{
    setBusy(false);
    m_typed->clear();
    if (answer.result.ok()) {
        m_problem->setProblem({});
        Q_EMIT unlocked();
        return;
    }
    m_trouble = answer.result.error().sentence;
    m_problem->setProblem(m_trouble);
    if (answer.waitSeconds > 0) {
        wait(answer.waitSeconds);
    } else {
        m_typed->setFocus();
    }
}

void LockScreen::wait(int seconds)
{
    m_secondsLeft = seconds;
    m_typed->setEnabled(false);
    m_unlock->setEnabled(false);
    m_problem->setProblem(m_trouble + u' ' + tr("Try again in %n second(s).", nullptr, m_secondsLeft));
    m_second.start();
}

void LockScreen::countDown()
{
    if (--m_secondsLeft > 0) {
        // Not by setProblem(), which has a screen reader say it every second.
        m_problem->setText(m_trouble + u' ' + tr("Try again in %n second(s).", nullptr, m_secondsLeft));
        return;
    }
    m_second.stop();
    m_problem->setProblem({});
    setBusy(false);
    m_typed->setFocus();
}

void LockScreen::setBusy(bool busy)
{
    m_typed->setEnabled(!busy);
    m_unlock->setEnabled(!busy);
}

void LockScreen::closeEvent(QCloseEvent* event)
{
    // Closing what hides the windows must not show them.
    event->ignore();
    Q_EMIT closeWanted();
}

} // namespace handrail::ui
