// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/database.h"

#include <map>
#include <mutex>
#include <thread>

namespace handrail::server {

/// A connection for each thread that asks, opened when it first does and closed with this object, which must outlive
/// the threads.
class Databases
{
public:
    Databases(DatabaseSettings settings, News& news)
        : m_settings(std::move(settings))
        , m_news(news)
    {
    }
    /// This thread's connection; the pointer is never null and must stay in this thread.
    Result<Database*> here();
    [[nodiscard]] News& news() const { return m_news; }
    [[nodiscard]] const DatabaseSettings& settings() const { return m_settings; }
    /// How many connections are open.
    [[nodiscard]] int open() const;

private:
    DatabaseSettings m_settings;
    News& m_news;
    mutable std::mutex m_mutex;
    std::map<std::thread::id, std::unique_ptr<Database>> m_connections;
};

} // namespace handrail::server
