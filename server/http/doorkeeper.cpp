// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/doorkeeper.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace handrail::server {

namespace {

/// Connections beyond the limit that are told so at the same time.
constexpr int answeredBeyond = 200;

/// One customer of a provider has a whole /64 of IPv6.
QHostAddress groupOf(const QHostAddress& peer)
{
    if (peer.protocol() != QAbstractSocket::IPv6Protocol)
        return peer;
    Q_IPV6ADDR bytes = peer.toIPv6Address();
    std::fill(std::begin(bytes.c) + 8, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes);
}

} // namespace

Doorkeeper::Doorkeeper(const HttpSettings& settings)
    : m_most(settings.maxConnections)
    , m_mostOfOne(settings.maxPerAddress)
    , m_countThisMachine(settings.countThisMachine)
    , m_trusted(settings.trustedProxies)
{
}

bool Doorkeeper::counts(const QHostAddress& peer) const
{
    return m_mostOfOne > 0 && (m_countThisMachine || !peer.isLoopback()) && !m_trusted.has(peer);
}

Doorkeeper::Visit::Visit(Doorkeeper& door, const QHostAddress& peer, bool welcome)
    : m_door(&door)
    , m_peer(peer)
    , m_welcome(welcome)
{
    m_door->came(m_peer, m_welcome);
}

Doorkeeper::Visit::Visit(Visit&& other) noexcept
    : m_door(std::exchange(other.m_door, nullptr))
    , m_peer(other.m_peer)
    , m_welcome(other.m_welcome)
{
}

Doorkeeper::Visit::~Visit()
{
    if (m_door != nullptr)
        m_door->left(m_peer, m_welcome);
}

Doorkeeper::Word Doorkeeper::mayComeIn(const QHostAddress& peer) const
{
    const std::scoped_lock lock(m_mutex);
    if (m_all >= m_most)
        return Word::Full;
    if (counts(peer) && m_byAddress.value(groupOf(peer)) >= m_mostOfOne)
        return Word::TooManyOfOne;
    return Word::ComeIn;
}

bool Doorkeeper::mayBeAnswered() const
{
    const std::scoped_lock lock(m_mutex);
    return m_turnedAway < answeredBeyond;
}

void Doorkeeper::came(const QHostAddress& peer, bool welcome)
{
    const std::scoped_lock lock(m_mutex);
    if (!welcome) {
        ++m_turnedAway;
        return;
    }
    ++m_all;
    if (counts(peer))
        ++m_byAddress[groupOf(peer)];
}

void Doorkeeper::left(const QHostAddress& peer, bool welcome)
{
    const std::scoped_lock lock(m_mutex);
    if (!welcome) {
        --m_turnedAway;
        return;
    }
    --m_all;
    if (const auto found = m_byAddress.find(groupOf(peer)); found != m_byAddress.end() && --found.value() <= 0)
        m_byAddress.erase(found);
}

} // namespace handrail::server
