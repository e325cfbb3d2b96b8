// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/securityservices.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace handrail::ui {

class ProblemLabel;

/// What stands in place of all windows while Handrail is locked. Names nobody: neither a client nor the worker.
class LockScreen : public QWidget
{
    Q_OBJECT

public:
    explicit LockScreen(SecurityServices& security);
    /// As just locked: empty, and asking for what opens it.
    void begin();
    /// Shows a sign-in in place of the question; owned from now on. What it leads to calls unlocked() by itself.
    void showSignIn(QWidget* page);

Q_SIGNALS:
    void unlocked();
    /// The worker wants to sign in again: see showSignIn().
    void signInWanted();
    void closeWanted();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void ask(SecurityServices::UnlockBy by);
    void submit();
    void hear(const UnlockAnswer& answer);
    void wait(int seconds);
    void countDown();
    void setBusy(bool busy);

    SecurityServices& m_security;
    QStackedWidget* m_pages;
    QWidget* m_question;
    QLabel* m_sentence;
    QLabel* m_caption;
    QLineEdit* m_typed;
    ProblemLabel* m_problem;
    QPushButton* m_unlock;
    QPushButton* m_signIn;
    QTimer m_second;
    QString m_trouble; ///< What was wrong, before the seconds that are left.
    int m_secondsLeft = 0;
    bool m_byTyping = true;
};

} // namespace handrail::ui
