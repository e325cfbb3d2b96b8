// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>
#include <utility>

namespace handrail::server {

/// Addresses and networks (10.0.0.0/8, ::1) of proxies that are believed.
class TrustedProxies
{
public:
    TrustedProxies() = default;
    /// What is no address or network in `list` is left out; whyNot() names it before.
    explicit TrustedProxies(const QStringList& list);
    /// The first entry that is no address or network; empty: all are.
    static QString whyNot(const QStringList& list);
    [[nodiscard]] bool has(const QHostAddress& address) const;

private:
    QList<std::pair<QHostAddress, int>> m_subnets;
};

/// An address as it stands in X-Forwarded-For: with or without port and brackets; IPv4 in IPv6 is IPv4.
std::optional<QHostAddress> forwardedAddress(const QByteArray& text);

/// Whose request it is. `forwarded`: all X-Forwarded-For headers, in order. Read from the right: each entry was written
/// by the one behind it, so it counts only while all behind it are trusted; anything that is no address ends it.
QString clientOf(const QHostAddress& peer, const QList<QByteArray>& forwarded, const TrustedProxies& trusted);

} // namespace handrail::server
