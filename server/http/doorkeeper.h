// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/forwarded.h"
#include "server/http/httpserver.h"

#include <QHash>
#include <mutex>

namespace handrail::server {

/// Who may come in: counts connections, in all and of each address, so that nobody takes everybody's room. One thread
/// lets in; visits may end on any.
class Doorkeeper
{
public:
    enum class Word { ComeIn, Full, TooManyOfOne };

    /// One connection's place, from the door until it is destroyed.
    class Visit
    {
    public:
        Visit(Doorkeeper& door, const QHostAddress& peer, bool welcome);
        ~Visit();
        Visit(Visit&& other) noexcept;
        Visit& operator=(Visit&&) = delete;
        Visit(const Visit&) = delete;
        Visit& operator=(const Visit&) = delete;
        [[nodiscard]] const QHostAddress& peer() const { return m_peer; }

    private:
        Doorkeeper* m_door; ///< Null: moved away.
        QHostAddress m_peer;
        bool m_welcome; ///< It may stay; else it is only told why not.
    };

    explicit Doorkeeper(const HttpSettings& settings);
    [[nodiscard]] Word mayComeIn(const QHostAddress& peer) const;
    /// Whether there is room to answer somebody who may not come in.
    [[nodiscard]] bool mayBeAnswered() const;

private:
    void came(const QHostAddress& peer, bool welcome);
    void left(const QHostAddress& peer, bool welcome);
    [[nodiscard]] bool counts(const QHostAddress& peer) const;

    int m_most;
    int m_mostOfOne;
    bool m_countThisMachine;
    TrustedProxies m_trusted;
    mutable std::mutex m_mutex; ///< Of the counts.
    int m_all = 0;
    int m_turnedAway = 0; ///< Of those that are being told so now.
    QHash<QHostAddress, int> m_byAddress;
};

} // namespace handrail::server
