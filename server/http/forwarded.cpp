// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/forwarded.h"

#include <algorithm>

namespace handrail::server {

namespace {

QHostAddress plain(const QHostAddress& address)
{
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    QHostAddress result = isV4 ? QHostAddress(v4) : address;
    result.setScopeId({});
    return result;
}

std::pair<QHostAddress, int> subnetOf(const QString& entry)
{
    const QString text = entry.trimmed();
    if (text.contains(u'/'))
        return QHostAddress::parseSubnet(text);
    const QHostAddress address = plain(QHostAddress(text));
    if (address.isNull())
        return {{}, -1};
    return {address, address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128};
}

} // namespace

TrustedProxies::TrustedProxies(const QStringList& list)
{
    for (const QString& entry : list)
        if (const auto subnet = subnetOf(entry); subnet.second >= 0)
            m_subnets.append(subnet);
}

QString TrustedProxies::whyNot(const QStringList& list)
{
    const auto wrong = std::ranges::find_if(list, [](const QString& entry) { return subnetOf(entry).second < 0; });
    return wrong == list.end() ? QString() : *wrong;
}

bool TrustedProxies::has(const QHostAddress& address) const
{
    const QHostAddress asked = plain(address);
    return std::ranges::any_of(m_subnets, [&](const auto& subnet) {
        return subnet.first.protocol() == asked.protocol() && asked.isInSubnet(subnet);
    });
}

std::optional<QHostAddress> forwardedAddress(const QByteArray& text)
{
    QByteArray host = text.trimmed();
    if (host.size() > 64)
        return std::nullopt;
    if (host.startsWith('[')) {
        const qsizetype end = host.indexOf(']');
        if (end < 0)
            return std::nullopt;
        host = host.mid(1, end - 1);
    } else if (host.count(':') == 1) {
        host = host.left(host.indexOf(':'));
    }
    const QHostAddress address(QString::fromLatin1(host));
    // QHostAddress takes "1" for 0.0.0.1.
    if (address.isNull() || (address.protocol() == QAbstractSocket::IPv4Protocol && host.count('.') != 3))
        return std::nullopt;
    return plain(address);
}

QString clientOf(const QHostAddress& peer, const QList<QByteArray>& forwarded, const TrustedProxies& trusted)
{
    QHostAddress client = plain(peer);
    const QList<QByteArray> hops = forwarded.join(',').split(',');
    for (auto hop = hops.rbegin(); hop != hops.rend() && trusted.has(client); ++hop) {
        const auto address = forwardedAddress(*hop);
        if (!address)
            break;
        client = *address;
    }
    return client.toString();
}

} // namespace handrail::server
