// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/undo.h"

#include <QObject>

namespace handrail::ui {

/// What this desk did since it was opened and can take back, last first. It only remembers; the page runs the undo.
class UndoStack : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    void push(const casework::Undoable& deed);
    [[nodiscard]] bool isEmpty() const { return m_deeds.isEmpty(); }
    /// What undoing would take back, in words; empty where there is nothing.
    [[nodiscard]] QString words() const { return isEmpty() ? QString() : m_deeds.last().words; }
    casework::Undoable take();

Q_SIGNALS:
    void changed();

private:
    QList<casework::Undoable> m_deeds;
};

} // namespace handrail::ui
