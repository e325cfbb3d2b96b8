// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/httptransport.h"
#include "server/directory/feeds.h"
#include "server/store/databases.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace handrail::server {

/// Fetches the directories that are due.
class DirectoryFeeds
{
public:
    /// All three must outlive it.
    DirectoryFeeds(Databases& databases, HttpTransport& http, const Environment& environment);
    /// Fetches what is due, one feed after the other. The answer: how many were tried. What goes wrong with a feed is
    /// written beside it; its sites stay, and it is tried again after an hour.
    Result<int> round();
    /// From any thread: a round under way ends after its present request.
    void stop() { m_stop = true; }

private:
    Result<void> take(Database& db, DirectoryFeed feed);

    Databases& m_databases;
    HttpTransport& m_http;
    Environment m_environment;
    QString m_holder; ///< This process in the lease.
    std::atomic<bool> m_stop = false;
};

/// Does so in a thread of its own until it is destroyed.
class DirectoryFeedWorker
{
public:
    explicit DirectoryFeedWorker(DirectoryFeeds& feeds, std::chrono::seconds interval = std::chrono::seconds(30));

private:
    void run(const std::stop_token& stop) const;

    DirectoryFeeds& m_feeds;
    std::chrono::seconds m_interval;
    std::jthread m_thread;
};

} // namespace handrail::server
