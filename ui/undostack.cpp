// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undostack.h"

namespace handrail::ui {

namespace {

constexpr qsizetype mostDeeds = 50;

} // namespace

void UndoStack::push(const casework::Undoable& deed)
{
    if (deed.size() == 0) {
        return;
    }
    m_deeds.append(deed);
    if (m_deeds.size() > mostDeeds) {
        m_deeds.removeFirst();
    }
    Q_EMIT changed();
}

casework::Undoable UndoStack::take()
{
    const casework::Undoable deed = m_deeds.takeLast();
    Q_EMIT changed();
    return deed;
}

} // namespace handrail::ui
