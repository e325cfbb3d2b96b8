// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/wrappingcheckbox.h"

#include <QEvent>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int fewestCharacters = 24; // of a line, at the narrowest

/// Lines no wider than `room`, broken at blanks; a word that is wider stands alone.
QStringList linesOf(const QString& words, const QFontMetrics& metrics, int room)
{
    QStringList lines = {QString()};
    for (const QString& word : words.split(u' ', Qt::SkipEmptyParts)) {
        const QString longer = lines.last().isEmpty() ? word : lines.last() + u' ' + word;
        if (lines.last().isEmpty() || metrics.horizontalAdvance(longer) <= room) {
            lines.last() = longer;
        } else {
            lines.append(word);
        }
    }
    return lines;
}

} // namespace

void WrappingCheckBox::setWords(const QString& words)
{
    m_words = words;
    setAccessibleName(words);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHorizontalStretch(1);
    setSizePolicy(policy);
    wrap();
}

QSize WrappingCheckBox::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * fewestCharacters, QCheckBox::sizeHint().height()};
}

QSize WrappingCheckBox::minimumSizeHint() const
{
    return sizeHint();
}

void WrappingCheckBox::resizeEvent(QResizeEvent* event)
{
    QCheckBox::resizeEvent(event);
    wrap();
}

void WrappingCheckBox::changeEvent(QEvent* event)
{
    QCheckBox::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        wrap();
    }
}

void WrappingCheckBox::wrap()
{
    // The style's own spacing and the stylesheet's padding and border beside the box.
    constexpr int margins = 24;
    const int room = width() - style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this) - margins;
    QString text = linesOf(m_words, fontMetrics(), room).join(u'\n');
    text.replace(u"&"_s, u"&&"_s); // a program's name may have one, and it is no mnemonic
    if (text != QCheckBox::text()) {
        setText(text);
    }
}

} // namespace handrail::ui
