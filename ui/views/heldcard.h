// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace handrail::ui {

/// A message that may or may not have arrived, and the worker's two ways out of it.
class HeldCard : public QFrame
{
    Q_OBJECT

public:
    /// `headline`: what is the matter; `reason`: why, and what to think of, in the server's words.
    HeldCard(const QString& headline, const QString& reason, QWidget* parent = nullptr);
    /// The decision is under way: nothing can be pressed twice.
    void setBusy();
    void setProblem(const QString& sentence);
    /// The server knows the decision; the message's new state is on its way here.
    void setDecided(const QString& sentence);

Q_SIGNALS:
    void sendAgain();
    void doNotSend();

private:
    void enable(bool on);

    QLabel* m_words;
    QLabel* m_problem;
    QPushButton* m_sendAgain;
    QPushButton* m_doNotSend;
};

} // namespace handrail::ui
