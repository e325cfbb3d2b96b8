// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/forwarded.h"
#include "server/http/httpserver.h"

#include <QHash>

namespace handrail::server {

/// Who may come in: counts connections, in all and of each address, so that nobody takes everybody's room. Belongs to
/// one thread.
class Doorkeeper
{
public:
    enum class Word { ComeIn, Full, TooManyOfOne };

    explicit Doorkeeper(const HttpSettings& settings);
    [[nodiscard]] Word mayComeIn(const QHostAddress& peer) const;
    /// Whether there is room to answer somebody who may not come in.
    [[nodiscard]] bool mayBeAnswered() const;
    /// `welcome`: it may stay; else it is only told why not.
    void came(const QHostAddress& peer, bool welcome);
    void left(const QHostAddress& peer, bool welcome);

private:
    [[nodiscard]] bool counts(const QHostAddress& peer) const;

    int m_most;
    int m_mostOfOne;
    bool m_countThisMachine;
    TrustedProxies m_trusted;
    int m_all = 0;
    int m_turnedAway = 0; ///< Of those that are being told so now.
    QHash<QHostAddress, int> m_byAddress;
};

} // namespace handrail::server
