// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/phone/messagelist.h"

#include <QLabel>
#include <QRegularExpression>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace handrail::trial {

namespace {

constexpr int bubbleWidth = 268; // Padding left out; about three quarters of the phone.
constexpr int bubblePadding = 12;

/// Markup with links; a line may break behind each slash of an address, or it would be wider than the phone.
QString linked(const QString& plain, const QString& color)
{
    static const QRegularExpression url(u"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%\\[\\]-]+[A-Za-z0-9/_-]"_s);
    QString html;
    qsizetype done = 0;
    for (auto found = url.globalMatch(plain); found.hasNext();) {
        const auto match = found.next();
        const QString address = match.captured().toHtmlEscaped();
        html += plain.mid(done, match.capturedStart() - done).toHtmlEscaped();
        html += u"<a href=\"%1\" style=\"color:%2\">%3</a>"_s.arg(address, color,
                                                                  QString(address).replace(u"/"_s, u"/&#8203;"_s));
        done = match.capturedEnd();
    }
    html += plain.mid(done).toHtmlEscaped();
    return html.replace(u"\n"_s, u"<br>"_s);
}

QLabel* makeWords(const QString& plain, const QString& linkColor)
{
    auto* label = new QLabel(linked(plain, linkColor));
    label->setTextFormat(Qt::RichText);
    label->setWordWrap(true);
    label->setOpenExternalLinks(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setAccessibleName(plain);
    return label;
}

QLabel* makeQuiet(const QString& plain, Qt::Alignment alignment)
{
    auto* label = new QLabel(plain);
    label->setProperty("role", u"quiet"_s);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(alignment);
    return label;
}

} // namespace

MessageList::MessageList(const QString& name, QWidget* parent)
    : QScrollArea(parent)
{
    setAccessibleName(name);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setObjectName(u"messages"_s);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(12, 8, 12, 12);
    m_column->setSpacing(4);
    setWidget(content);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this](int, int end) {
        if (m_showEnd)
            verticalScrollBar()->setValue(end);
    });
    // From where a person scrolls to, nothing takes them away until the next message.
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_showEnd = false; });
}

void MessageList::clear()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_showEnd = false;
}

void MessageList::addLine(const QString& words)
{
    m_column->addSpacing(8);
    m_column->addWidget(makeQuiet(words, Qt::AlignHCenter));
    m_column->addSpacing(4);
}

void MessageList::addBubble(const QString& words, const QString& stamp, bool fromClient)
{
    auto* bubble = makeWords(words, fromClient ? u"#ffffff"_s : u"#185c58"_s);
    bubble->setProperty("role", fromClient ? u"sent"_s : u"received"_s);
    const Qt::Alignment side = fromClient ? Qt::AlignRight : Qt::AlignLeft;
    m_column->addWidget(bubble, 0, side);
    // Its size needs its style, and that the window it stands in. A wrapping label alone takes any width.
    bubble->ensurePolished();
    const QRect wrapped = bubble->fontMetrics().boundingRect(QRect(0, 0, bubbleWidth, 1 << 20),
                                                             Qt::TextWordWrap | Qt::TextWrapAnywhere, words);
    const int width = std::min(bubbleWidth, wrapped.width() + 4) + 2 * bubblePadding;
    bubble->setFixedSize(width, bubble->heightForWidth(width));
    m_column->addWidget(makeQuiet(stamp, side));
    m_column->addSpacing(4);
}

void MessageList::addMail(const QString& subject, const QString& about, const QString& words)
{
    auto* card = new QFrame;
    card->setProperty("role", u"mail"_s);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(4);
    auto* head = new QLabel(subject);
    head->setProperty("role", u"subject"_s);
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    column->addWidget(head);
    column->addWidget(makeQuiet(about, Qt::AlignLeft));
    column->addSpacing(6);
    column->addWidget(makeWords(words, u"#185c58"_s));
    m_column->addWidget(card);
    m_column->addSpacing(8);
}

void MessageList::showStart()
{
    m_column->addStretch(1);
    verticalScrollBar()->setValue(0);
}

void MessageList::showEnd()
{
    m_column->addStretch(1);
    m_showEnd = true;
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

} // namespace handrail::trial
