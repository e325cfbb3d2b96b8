// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lock/passphrasepage.h"

#include "ui/views/cardpage.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

ProblemLabel* addTo(QVBoxLayout* column, QLineEdit* field, const QString& name, const QString& label)
{
    identify(field, name, label);
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(500);
    auto* caption = makeLabel(label, {}, true);
    caption->setBuddy(field);
    auto* problem = new ProblemLabel(name + u"Problem"_s, field);
    column->addWidget(caption);
    column->addWidget(field);
    column->addWidget(problem);
    column->addSpacing(8);
    return problem;
}

} // namespace

PassphrasePage::PassphrasePage(For purpose, Check check)
    : m_for(purpose)
    , m_check(std::move(check))
    , m_typed(new QLineEdit)
    , m_again(nullptr)
    , m_againProblem(nullptr)
{
    const bool choosing = purpose == For::Choosing;
    setObjectName(u"passphrasePage"_s);
    setWindowTitle(tr("Handrail"));
    auto* column = makeCardPage(this, choosing ? tr("Choose a passphrase") : tr("Open your data"));
    auto* words = makeLabel(
        choosing ? tr("This computer has no keychain that could keep the key of your clients’ data. A passphrase takes its "
                      "place: you type it whenever Handrail starts, and nothing is sent before. Take several words, at "
                      "least 12 characters. Nobody can bring a forgotten one back.")
                 : tr("The data on this computer are sealed under your passphrase. Type it to go on; until then nothing is "
                      "sent or received."),
        u"muted"_s, true);
    column->addWidget(words);
    column->addSpacing(16);
    m_problem = addTo(column, m_typed, u"passphrase"_s, tr("Passphrase"));
    if (choosing) {
        m_again = new QLineEdit;
        m_againProblem = addTo(column, m_again, u"passphraseAgain"_s, tr("Once more"));
        connect(m_again, &QLineEdit::returnPressed, this, &PassphrasePage::submit);
    }
    m_go = makeButton(u"passphraseGo"_s, choosing ? tr("Use This Passphrase") : tr("Open"), ButtonKind::Primary);
    m_go->setDefault(true);
    column->addWidget(m_go);
    connect(m_go, &QPushButton::clicked, this, &PassphrasePage::submit);
    connect(m_typed, &QLineEdit::returnPressed, this, &PassphrasePage::submit);
    setFocusProxy(m_typed);
}

void PassphrasePage::submit()
{
    if (!m_go->isEnabled()) {
        return;
    }
    m_problem->setProblem(m_typed->text().isEmpty() ? tr("Type your passphrase.") : QString());
    if (m_againProblem) {
        m_againProblem->setProblem(m_again->text() == m_typed->text() ? QString() : tr("The two differ."));
    }
    if (!m_problem->text().isEmpty() || (m_againProblem && !m_againProblem->text().isEmpty())) {
        return;
    }
    setBusy(true);
    m_check(m_typed->text(), this, [this](const Result<void>& answer) {
        setBusy(false);
        if (answer.ok()) {
            m_typed->clear();
            if (m_again) {
                m_again->clear();
            }
            Q_EMIT opened();
            return;
        }
        m_problem->setProblem(answer.error().sentence);
        m_typed->setFocus();
        m_typed->selectAll();
    });
}

void PassphrasePage::setBusy(bool busy)
{
    m_typed->setEnabled(!busy);
    if (m_again) {
        m_again->setEnabled(!busy);
    }
    m_go->setEnabled(!busy);
    const QString rest = m_for == For::Choosing ? tr("Use This Passphrase") : tr("Open");
    m_go->setText(busy ? tr("One moment…") : rest);
}

void PassphrasePage::closeEvent(QCloseEvent* event)
{
    QWidget::closeEvent(event);
    Q_EMIT closed();
}

} // namespace handrail::ui
