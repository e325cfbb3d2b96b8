// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QWidget>
#include <functional>

class QLineEdit;
class QPushButton;

namespace handrail::ui {

class ProblemLabel;

/// Before the data are open, on a computer without a keychain: asks for the worker's passphrase, or has them choose one.
class PassphrasePage : public QWidget
{
    Q_OBJECT

public:
    enum class For { Choosing, Opening };
    /// `check`: gets what was typed and answers later on `page`'s thread, unless it died.
    using Check = std::function<void(const QString& typed, QObject* page, std::function<void(Result<void>)> done)>;
    PassphrasePage(For purpose, Check check);

Q_SIGNALS:
    void opened();
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void submit();
    void setBusy(bool busy);

    For m_for;
    Check m_check;
    QLineEdit* m_typed;
    QLineEdit* m_again;
    ProblemLabel* m_problem;
    ProblemLabel* m_againProblem;
    QPushButton* m_go;
};

} // namespace handrail::ui
