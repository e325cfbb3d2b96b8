// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"
#include "server/store/news.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>

namespace handrail::server {

/// Answers that the next one who asks the same may have too (Response::keep): mail scanners, previews of links and the
/// client open the same page within a second or two. In memory only, for seconds, and not for longer than the agency
/// has no news. Used by several threads.
class KeptAnswers
{
public:
    using Moment = std::chrono::steady_clock::time_point;

    explicit KeptAnswers(const News& news)
        : m_news(news)
    {
    }
    struct Entry
    {
        std::shared_ptr<const Response> response;
        QByteArray head; ///< As it goes over the wire.
        Moment until;
    };
    /// The answer to a GET of this target (path and query as sent), or nothing.
    std::optional<Entry> find(QByteArrayView target, Moment now);
    /// Where its handler said that it may be kept.
    void keep(const QByteArray& target, const std::shared_ptr<const Response>& response, const QByteArray& head,
              Moment now);

private:
    const News& m_news;
    std::mutex m_mutex; ///< Of the entries.
    QHash<QByteArray, Entry> m_entries;
};

} // namespace handrail::server
