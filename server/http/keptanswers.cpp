// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/keptanswers.h"

namespace handrail::server {

/// A page has less than 20 KB: ten megabytes at the most.
constexpr qsizetype mostEntries = 500;

std::optional<KeptAnswers::Entry> KeptAnswers::find(QByteArrayView target, Moment now)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_entries.constFind(QByteArray::fromRawData(target.data(), target.size()));
    if (found == m_entries.constEnd())
        return {};
    const Keep& keep = *found->response->keep;
    if (now < found->until && m_news.count(keep.topic) == keep.seen)
        return *found;
    m_entries.erase(found);
    return {};
}

void KeptAnswers::keep(const QByteArray& target, const std::shared_ptr<const Response>& response,
                       const QByteArray& head, Moment now)
{
    if (!response->keep || response->status != 200)
        return;
    const std::scoped_lock lock(m_mutex);
    if (m_entries.size() >= mostEntries)
        m_entries.removeIf([now](const auto& entry) { return entry.value().until <= now; });
    if (m_entries.size() < mostEntries)
        m_entries.insert(target, {response, head, now + std::chrono::seconds(response->keep->seconds)});
}

} // namespace handrail::server
