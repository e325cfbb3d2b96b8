// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace handrail::ui {

class CodeForm;
class ProblemLabel;
class RecoveryCodesView;

/// The worker's second factor: whether it is on, setting it up step by step, and turning it off.
class SecondFactorBox : public QWidget
{
    Q_OBJECT

public:
    explicit SecondFactorBox(Services services);
    void load();

Q_SIGNALS:
    void changed(const QString& sentence);

private:
    enum class Step { State, Password, Code, Codes };
    void go(Step step);
    void show(const protocol::SecondFactorReport& report);
    void sendPassword();
    void sendCode(const QString& code);
    void turnOff(const QString& code);

    Services m_services;
    protocol::SecondFactorReport m_report;
    QString m_typedPassword; ///< For turning off, until the code is there.
    QLabel* m_state;
    QPushButton* m_begin;
    QWidget* m_ask;
    QLineEdit* m_password;
    ProblemLabel* m_passwordProblem;
    QPushButton* m_next;
    CodeForm* m_code;
    RecoveryCodesView* m_codes;
    QPushButton* m_cancel;
};

} // namespace handrail::ui
