// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/carddelegate.h"

#include "ui/models/pagedmodel.h"
#include "ui/theme.h"
#include "ui/views/rowdelegate.h"
#include "ui/words.h"

#include <QPainter>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int margin = 12;
constexpr int gap = 8;

QFont titleFont(const QFont& font)
{
    QFont title = font;
    title.setWeight(QFont::DemiBold);
    return title;
}

QFont quietFont(const QFont& font)
{
    QFont quiet = font;
    quiet.setPointSizeF(font.pointSizeF() * 0.92);
    return quiet;
}

void paintGround(QPainter* painter, const QStyleOptionViewItem& option)
{
    const Theme& now = theme();
    const QRect ground = option.rect.adjusted(2, 1, -2, -1);
    if (option.state & QStyle::State_Selected) {
        painter->setBrush(now.accentSoft);
        painter->setPen(option.state & QStyle::State_HasFocus ? QPen(now.accent, 1.5) : Qt::NoPen);
        painter->drawRoundedRect(ground, 6, 6);
        return;
    }
    if (option.state & QStyle::State_MouseOver) {
        painter->setBrush(now.hover);
        painter->setPen(Qt::NoPen);
        painter->drawRoundedRect(ground, 6, 6);
    }
    painter->setPen(now.line);
    painter->drawLine(ground.bottomLeft() + QPoint(8, 1), ground.bottomRight() + QPoint(-8, 1));
}

/// Draws in the part of `line` that a right-to-left layout would use, cut where it is too long.
void drawLine(QPainter* painter, const QStyleOptionViewItem& option, const QRect& line, const QString& text)
{
    const QRect place = QStyle::visualRect(option.direction, option.rect, line);
    painter->drawText(place,
                      QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
}

QColor colourOf(CardTone tone)
{
    const Theme& now = theme();
    return tone == CardTone::Good ? now.ok : tone == CardTone::Warn ? now.warn : now.muted;
}

} // namespace

CardDelegate::CardDelegate(bool numbered, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_numbered(numbered)
{
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const int lines =
        QFontMetrics(titleFont(option.font)).lineSpacing() + 2 * QFontMetrics(quietFont(option.font)).lineSpacing();
    return {160, lines + 2 * gap};
}

bool CardDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                             const QModelIndex& index)
{
    return showWholeRow(event, view, index, {Qt::DisplayRole, SubtitleRole, ThirdLineRole}) ||
           QStyledItemDelegate::helpEvent(event, view, option, index);
}

void CardDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& now = theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(painter, option);
    const QFontMetrics titleMetrics(titleFont(option.font));
    const QFontMetrics quietMetrics(quietFont(option.font));
    QRect box = option.rect.adjusted(margin, gap, -margin, -gap);

    if (m_numbered) {
        const int size = titleMetrics.height() + 6;
        const QRect disc = QStyle::visualRect(option.direction, option.rect, QRect(box.left(), box.top(), size, size));
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state & QStyle::State_Selected ? now.surface : now.accentSoft);
        painter->drawEllipse(disc);
        painter->setFont(titleFont(option.font));
        painter->setPen(now.accentText);
        painter->drawText(disc, Qt::AlignCenter, QLocale().toString(index.row() + 1));
        box.setLeft(box.left() + size + gap);
    }

    QRect line(box.left(), box.top(), box.width(), titleMetrics.lineSpacing());
    if (index.data(StarRole).toBool()) {
        const int size = titleMetrics.ascent();
        const QRect place =
            QStyle::visualRect(option.direction, option.rect,
                               QRect(line.right() - size, line.top() + (line.height() - size) / 2, size, size));
        painter->drawPixmap(place, iconPixmap(u"star-full"_s, now.warn, size, painter->device()->devicePixelRatioF()));
        line.setRight(line.right() - size - gap);
    }
    painter->setFont(quietFont(option.font));
    if (const QString aside = index.data(AsideRole).toString(); !aside.isEmpty()) {
        const int width = quietMetrics.horizontalAdvance(aside);
        painter->setPen(now.muted);
        drawLine(painter, option, QRect(line.right() - width, line.top(), width + 1, line.height()), aside);
        line.setRight(line.right() - width - gap);
    }
    painter->setFont(titleFont(option.font));
    painter->setPen(now.text);
    drawLine(painter, option, line, oneLine(index.data(Qt::DisplayRole).toString()));

    painter->setFont(quietFont(option.font));
    line = QRect(box.left(), box.top() + titleMetrics.lineSpacing(), box.width(), quietMetrics.lineSpacing());
    const QString warning = index.data(WarningRole).toString();
    painter->setPen(warning.isEmpty() ? now.muted : now.warn);
    drawLine(painter, option, line, warning.isEmpty() ? oneLine(index.data(SubtitleRole).toString()) : warning);

    line.translate(0, quietMetrics.lineSpacing());
    const auto tone = CardTone(index.data(ThirdToneRole).toInt());
    painter->setPen(colourOf(tone));
    drawLine(painter, option, line, index.data(ThirdLineRole).toString());
    painter->restore();
}

} // namespace handrail::ui
