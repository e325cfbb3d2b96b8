// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QStringList>

class QWidget;

namespace handrail::tests {

/// What does not fit in a window that is shown, one sentence each: words wider or higher than the room of their button,
/// label, box, tab, header or field, and widgets that stick out of what they stand in. Words that end in «…» on purpose
/// have a tool tip; they, and what can be scrolled to downwards, are no misfits.
QStringList misfits(QWidget* window);

/// Who wants how much, for a window that wants more than `room`: the widgets inside it, shown or not, whose least size is more
/// than two thirds of it, each with that size.
QStringList greediest(const QWidget* window, const QSize& room);

} // namespace handrail::tests
