// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/flowlayout.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace handrail::ui {

FlowLayout::FlowLayout(int spacing, QWidget* parent)
    : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void FlowLayout::addFilling(QWidget* widget)
{
    m_filling = widget;
    addWidget(widget);
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    const QRect inner = rect.marginsRemoved(contentsMargins());
    int y = inner.top();
    for (const Line& line : linesFor(inner.width())) {
        place(line, QRect(inner.left(), y, inner.width(), line.height));
        y += line.height + spacing();
    }
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins around = contentsMargins();
    int height = -spacing();
    for (const Line& line : linesFor(width - around.left() - around.right())) {
        height += line.height + spacing();
    }
    return std::max(0, height) + around.top() + around.bottom();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items) {
        size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

/// All in one line, which is what a layout around this one gives where it has the room.
QSize FlowLayout::sizeHint() const
{
    const QList<Line> lines = linesFor(QWIDGETSIZE_MAX);
    return (lines.isEmpty() ? QSize(0, 0) : QSize(lines.first().width, lines.first().height)).grownBy(contentsMargins());
}

QSize FlowLayout::sizeOf(const QLayoutItem* item, int width) const
{
    const QSize wanted = item->sizeHint().expandedTo(item->minimumSize());
    return {std::min(wanted.width(), width), wanted.height()};
}

QList<FlowLayout::Line> FlowLayout::linesFor(int width) const
{
    QList<Line> lines;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty()) {
            continue;
        }
        const QSize size = sizeOf(item, width);
        if (lines.isEmpty() || lines.last().width + spacing() + size.width() > width) {
            lines.append({{}, -spacing(), 0});
        }
        Line& line = lines.last();
        line.items.append(item);
        line.width += spacing() + size.width();
        line.height = std::max(line.height, size.height());
    }
    return lines;
}

void FlowLayout::place(const Line& line, const QRect& rect)
{
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int x = rect.left();
    for (QLayoutItem* item : line.items) {
        QSize size = sizeOf(item, rect.width());
        if (m_filling && item->widget() == m_filling) {
            size.rwidth() += rect.width() - line.width;
        }
        const QPoint at(x, rect.top() + (rect.height() - size.height()) / 2);
        item->setGeometry(QStyle::visualRect(direction, rect, QRect(at, size)));
        x += size.width() + spacing();
    }
}

} // namespace handrail::ui
