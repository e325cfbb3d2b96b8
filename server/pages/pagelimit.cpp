// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/pagelimit.h"

#include <QCryptographicHash>
#include <QHostAddress>

namespace handrail::server {

namespace {

constexpr qint64 minuteMs = 60LL * 1000;
constexpr qsizetype mostCounters = 200'000; ///< Some 20 MB; whoever comes then is not counted.

/// An address, or the /64 of IPv6 that one subscriber has.
QByteArray networkOf(const Request& request)
{
    const QHostAddress address(request.remoteAddress);
    bool isV4 = false;
    address.toIPv4Address(&isV4);
    if (isV4 || address.protocol() != QAbstractSocket::IPv6Protocol)
        return request.remoteAddress.toLatin1();
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char*>(bytes.c), 8);
}

bool isCounted(const Request& request)
{
    return !QHostAddress(request.remoteAddress).isLoopback();
}

} // namespace

int& PageLimit::counter(const char* what, const QByteArray& whose)
{
    const qint64 minute = m_clock.monotonicMs() / minuteMs;
    if (minute != m_minute) {
        m_counts.clear();
        m_minute = minute;
    }
    const QByteArray named = QByteArray(what) + whose;
    const QByteArray key = QCryptographicHash::hash(named, QCryptographicHash::Blake2s_256).first(16);
    const auto found = m_counts.find(key);
    if (found != m_counts.end())
        return *found;
    if (m_counts.size() >= mostCounters)
        return m_over = 0;
    return *m_counts.insert(key, 0);
}

bool PageLimit::mayAsk(const Request& request, const QByteArray& token)
{
    if (!isCounted(request))
        return true;
    const std::lock_guard lock(m_mutex);
    if (++counter("link ", token) > ofLink)
        return false;
    if (request.method == "POST")
        return true;
    const QByteArray address = networkOf(request);
    return counter("unknown ", address) < unknown && ++counter("address ", address) <= ofAddress;
}

void PageLimit::wasUnknown(const Request& request)
{
    const std::lock_guard lock(m_mutex);
    if (isCounted(request))
        ++counter("unknown ", networkOf(request));
}

} // namespace handrail::server
