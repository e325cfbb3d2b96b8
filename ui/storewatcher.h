// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/storerunner.h"

#include <QTimer>

namespace handrail::ui {

/// Tells when anybody - this window, the agent, another process - has changed the local store. It asks the store's
/// version a few times a second, never twice at once, and never in the GUI thread.
class StoreWatcher : public QObject
{
    Q_OBJECT

public:
    explicit StoreWatcher(StoreRunner& store, int everyMs = 300, QObject* parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void look();

    StoreRunner& m_store;
    QTimer m_timer;
    qint64 m_seen = -1;
    bool m_asking = false;
};

} // namespace handrail::ui
