// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <QThread>

namespace handrail::server {

/// Tells this process's News what the other processes on one PostgreSQL commit (LISTEN). On SQLite there is nothing to
/// hear. A lost connection is opened again, and what may have been missed is looked at by all who wait.
class NewsListener
{
public:
    NewsListener(const DatabaseSettings& settings, News& news);
    ~NewsListener();
    NewsListener(const NewsListener&) = delete;
    NewsListener& operator=(const NewsListener&) = delete;

private:
    QThread m_thread;
};

} // namespace handrail::server
