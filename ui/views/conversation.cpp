// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/conversation.h"

#include "ui/messagewords.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QScrollBar>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr qsizetype longestShown = 4000;

} // namespace

Conversation::Conversation(const Clock& clock, QWidget* parent)
    : QScrollArea(parent)
    , m_clock(clock)
{
    auto* content = new QWidget;
    content->setProperty("role", u"scrolled"_s);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(4, 4, 4, 4);
    m_column->setSpacing(4);
    identify(this, u"conversation"_s, tr("Messages with this address"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
    // The latest is at the bottom, as on a phone.
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int bottom) { verticalScrollBar()->setValue(bottom); });
}

void Conversation::showHistory(const QList<casework::Exchange>& history, const Reply& waiting)
{
    setUpdatesEnabled(false);
    clearLayout(m_column);
    m_column->addStretch(1);
    for (const casework::Exchange& exchange : history) {
        if (!(exchange.byClient && exchange.at == waiting.receivedAt && exchange.words == waiting.body)) {
            add(exchange);
        }
    }
    const QString words = waiting.body.trimmed().isEmpty() ? tr("(a message without words)") : waiting.body;
    addBubble(words, timeInWords(waiting.receivedAt, m_clock.now()), true, true);
    setUpdatesEnabled(true);
}

void Conversation::add(const casework::Exchange& exchange)
{
    const QString at = timeInWords(exchange.at, m_clock.now());
    if (exchange.byClient) {
        QString words = exchange.words;
        if (words.trimmed().isEmpty()) {
            words = exchange.answer ? answerInWords(*exchange.answer) : tr("(a message without words)");
        }
        addBubble(words,
                  exchange.answer ? tr("%1 · understood as: %2").arg(at, answerInWords(*exchange.answer)) : at, true,
                  false);
        return;
    }
    const QString words = exchange.kind == MessageKind::FollowUp ? tr("Follow-up about %1").arg(oneLine(exchange.siteName))
                                                                 : tr("First message with the resources");
    addBubble(words, exchange.state ? u"%1 · %2"_s.arg(at, messageStateLabel(*exchange.state)) : at, false, false);
}

void Conversation::addBubble(const QString& words, const QString& below, bool byClient, bool waiting)
{
    auto* bubble = makeFrame(waiting ? u"script"_s : byClient ? u"bubble"_s : u"mail"_s, 10);
    auto* text = makeLabel(words.left(longestShown), {}, true);
    text->setObjectName(waiting ? u"waitingMessage"_s : u"pastMessage"_s);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layoutOf(bubble)->addWidget(text);
    auto* time = makeLabel(below, u"section"_s, true);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(bubble);
    column->addWidget(time);
    auto* row = new QHBoxLayout;
    if (byClient) {
        row->addLayout(column, 4);
        row->addStretch(1);
    } else {
        row->addStretch(1);
        row->addLayout(column, 4);
        time->setAlignment(Qt::AlignTrailing);
    }
    m_column->addLayout(row);
}

} // namespace handrail::ui
