// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace handrail::ui {

/// Paints a message's state as a pill; everything else as the style does.
class MessageStateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// How wide a column must be for the widest of all states, in pixels.
    [[nodiscard]] static int widest(const QFontMetrics& metrics);
};

} // namespace handrail::ui
