// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/erasedialog.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QScreen>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// A heading with sentences below it, in a box of its own.
QFrame* makeList(const QString& name, const QString& heading, const QStringList& sentences)
{
    auto* card = makeFrame(u"card"_s, scaled(12));
    card->setObjectName(name);
    auto* column = layoutOf(card);
    column->addWidget(makeLabel(heading, u"strong"_s, true));
    for (const QString& sentence : sentences) {
        column->addWidget(makeLabel(u"• "_s + sentence, {}, true));
    }
    return card;
}

} // namespace

EraseDialog::EraseDialog(const ErasureWords& words, QWidget* parent)
    : QDialog(parent)
    , m_wanted(words.typed.simplified())
    , m_typed(new QLineEdit)
    , m_notice(new Notice(u"eraseNotice"_s))
    , m_erase(makeButton(u"confirmErase"_s, words.verb, ButtonKind::Primary))
{
    setObjectName(u"eraseDialog"_s);
    setWindowTitle(words.title);
    identify(m_typed, u"eraseTyped"_s, words.label);
    auto* caption = makeLabel(words.label, {}, true);
    caption->setBuddy(m_typed);
    auto* cancel = makeButton(u"keepClient"_s, tr("Cancel"));
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_erase);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(16));
    column->setSpacing(scaled(10));
    column->addWidget(makeLabel(words.title, u"title"_s, true));
    column->addWidget(makeLabel(words.question, {}, true));
    column->addWidget(makeList(u"eraseGoes"_s, tr("What goes, on the server and on every device"),
                               {tr("The profile with names, phone numbers and emails"),
                                tr("Referrals, shares, messages, answers and notes, with their history"),
                                tr("Messages that wait, and the links in those that were sent")}));
    column->addWidget(makeList(u"eraseStays"_s, tr("What stays, without a name"),
                               {tr("Opt-outs: whoever said STOP gets no texts from you, now or later"),
                                tr("That consent was given and when, found only by somebody who has the number"),
                                tr("An entry in the audit: who erased, and when")}));
    column->addWidget(makeLabel(tr("This can’t be undone. Numbers in reports change."), u"problem"_s, true));
    column->addWidget(m_notice);
    column->addWidget(caption);
    column->addWidget(m_typed);
    column->addLayout(row);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    fit();
    cancel->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_typed, &QLineEdit::textChanged, this, &EraseDialog::follow);
    connect(m_erase, &QPushButton::clicked, this, [this] {
        m_working = true;
        follow();
        Q_EMIT confirmed();
    });
    m_typed->setFocus();
    follow();
}

/// As high as its sentences are at its width: a dialog asks its layout for the height of one line each.
void EraseDialog::fit()
{
    const QSize room = screen()->availableSize() - QSize(32, 32);
    // Wide enough for a sentence a line where there is room, so that it stays low with large letters too.
    const int wide = std::max(minimumWidth(), std::min(fontMetrics().averageCharWidth() * 80, room.width()));
    setMinimumHeight(std::min(layout()->totalHeightForWidth(wide), room.height()));
    resize(wide, minimumHeight());
}

void EraseDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    fit(); // the style sheet's letters are known now
}

void EraseDialog::follow()
{
    m_erase->setEnabled(!m_working && m_typed->text().simplified().compare(m_wanted, Qt::CaseInsensitive) == 0);
}

void EraseDialog::say(const QString& trouble)
{
    m_working = false;
    m_notice->say(Notice::Tone::Bad, trouble);
    fit();
    follow();
}

} // namespace handrail::ui
