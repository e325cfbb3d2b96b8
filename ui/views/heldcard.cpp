// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/heldcard.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QAccessible>
#include <QBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

HeldCard::HeldCard(const QString& headline, const QString& reason, QWidget* parent)
    : QFrame(parent)
    , m_words(makeLabel(reason, {}, true))
    , m_problem(makeLabel({}, u"problem"_s, true))
    , m_sendAgain(makeButton(u"sendAgain"_s, tr("Send Again")))
    , m_doNotSend(makeButton(u"doNotSend"_s, tr("Do Not Send")))
{
    setObjectName(u"heldMessage"_s);
    setProperty("role", u"notice"_s);
    setProperty("tone", u"warn"_s);
    setAccessibleName(headline);
    m_words->setObjectName(u"heldReason"_s);
    m_problem->setObjectName(u"heldProblem"_s);
    m_problem->hide();
    // Several cards may stand below each other: a screen reader hears what each button is about.
    m_sendAgain->setAccessibleDescription(headline);
    m_doNotSend->setAccessibleDescription(headline);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(12);
    auto* mark = new QLabel;
    mark->setPixmap(iconPixmap(u"warning"_s, theme().warn, 20, devicePixelRatioF()));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(2);
    auto* head = makeLabel(headline, u"strong"_s, true);
    head->setObjectName(u"heldHeadline"_s);
    lines->addWidget(head);
    lines->addWidget(m_words);
    lines->addWidget(m_problem);
    row->addLayout(lines, 1);
    row->addWidget(m_sendAgain, 0, Qt::AlignVCenter);
    row->addWidget(m_doNotSend, 0, Qt::AlignVCenter);
    connect(m_sendAgain, &QPushButton::clicked, this, &HeldCard::sendAgain);
    connect(m_doNotSend, &QPushButton::clicked, this, &HeldCard::doNotSend);
}

void HeldCard::enable(bool on)
{
    m_sendAgain->setEnabled(on);
    m_doNotSend->setEnabled(on);
}

void HeldCard::setBusy()
{
    enable(false);
    m_problem->hide();
}

void HeldCard::setProblem(const QString& sentence)
{
    enable(true);
    m_problem->setText(sentence);
    m_problem->show();
    QAccessibleEvent event(m_problem, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void HeldCard::setDecided(const QString& sentence)
{
    enable(false);
    m_problem->hide();
    m_words->setText(sentence);
}

} // namespace handrail::ui
