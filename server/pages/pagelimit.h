// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "server/http/router.h"

#include <QHash>
#include <mutex>

namespace handrail::server {

/// How often the client's pages may be asked for within a minute, so that nobody holds them up for the others or tries
/// links. Generous: a mobile network, a shelter and a mail scanner each stand behind one address (docs/decisions/0231).
/// Counted in this process's memory; this machine itself is not counted. Safe to use from any thread.
class PageLimit
{
public:
    static constexpr int ofAddress = 3000; ///< Pages that are looked at.
    static constexpr int unknown = 300;    ///< Links that lead nowhere, of an address.
    static constexpr int ofLink = 120;     ///< Of one link, by anybody.

    explicit PageLimit(const Clock& clock)
        : m_clock(clock)
    {
    }
    /// Counts the request. False: it is one too many. An answer or an unsubscribing is counted by its link alone: big
    /// mail providers send everybody's one-click unsubscribing from a few addresses.
    bool mayAsk(const Request& request, const QByteArray& token);
    /// The link that was asked for leads nowhere.
    void wasUnknown(const Request& request);

private:
    int& counter(const char* what, const QByteArray& whose);

    const Clock& m_clock;
    std::mutex m_mutex;
    QHash<QByteArray, int> m_counts; ///< Under hashes, of the present minute.
    qint64 m_minute = 0;
    int m_over = 0;
};

} // namespace handrail::server
