// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/messagestatedelegate.h"

#include "ui/messagewords.h"
#include "ui/models/messagetablemodel.h"

#include <QPainter>
#include <QWidget>

namespace handrail::ui {

namespace {

constexpr int margin = 6; ///< On both sides of a pill.

int pillHeight(const QFontMetrics& metrics)
{
    return metrics.height() + 6;
}

int pillWidth(const QFontMetrics& metrics, const QString& text)
{
    return metrics.horizontalAdvance(text) + pillHeight(metrics) + 4;
}

} // namespace

int MessageStateDelegate::widest(const QFontMetrics& metrics)
{
    int width = 0;
    for (const MessageState state : {MessageState::Waiting, MessageState::Unknown, MessageState::Held, MessageState::Sent,
                                     MessageState::Delivered, MessageState::Refused, MessageState::Canceled,
                                     MessageState::Expired}) {
        width = std::max(width, pillWidth(metrics, messageStateLabel(state)));
    }
    return width + 2 * margin;
}

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
    const int height = pillHeight(option.fontMetrics);
    const int wanted = pillWidth(option.fontMetrics, text);
    QRect pill(0, 0, std::min(wanted, option.rect.width() - 2 * margin), height);
    pill.moveCenter(option.rect.center());
    pill.moveLeft(option.direction == Qt::RightToLeft ? option.rect.right() - margin - pill.width()
                                                      : option.rect.left() + margin);
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
