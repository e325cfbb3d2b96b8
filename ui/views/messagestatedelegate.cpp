// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/messagestatedelegate.h"

#include "ui/messagewords.h"
#include "ui/models/messagetablemodel.h"

#include <QPainter>
#include <QWidget>

namespace handrail::ui {

void MessageStateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QVariant state = index.data(MessageTableModel::MessageStateRole);
    if (!state.isValid()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem empty = option;
    initStyleOption(&empty, index);
    const QString text = std::exchange(empty.text, QString());
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);

    const PillColors colors = pillColors(MessageState(state.toInt()));
    const int height = option.fontMetrics.height() + 6;
    const int wanted = option.fontMetrics.horizontalAdvance(text) + 2 * height / 2 + 4;
    QRect pill(0, 0, std::min(wanted, option.rect.width() - 12), height);
    pill.moveCenter(option.rect.center());
    pill.moveLeft(option.direction == Qt::RightToLeft ? option.rect.right() - 6 - pill.width()
                                                      : option.rect.left() + 6);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.ground);
    painter->drawRoundedRect(pill, height / 2.0, height / 2.0);
    painter->setPen(colors.text);
    painter->drawText(pill, Qt::AlignCenter,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, pill.width() - height / 2));
    painter->restore();
}

} // namespace handrail::ui
