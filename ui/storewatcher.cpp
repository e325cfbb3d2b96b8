// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/storewatcher.h"

namespace handrail::ui {

StoreWatcher::StoreWatcher(StoreRunner& store, int everyMs, QObject* parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&m_timer, &QTimer::timeout, this, &StoreWatcher::look);
    m_timer.start(everyMs);
}

void StoreWatcher::look()
{
    if (m_asking) {
        return;
    }
    m_asking = true;
    askStore(
        m_store, this, [](LocalStore& store) { return store.version(); },
        [this](qint64 version) {
            m_asking = false;
            const bool news = m_seen != version;
            m_seen = version;
            if (news) {
                Q_EMIT changed();
            }
        });
}

} // namespace handrail::ui
