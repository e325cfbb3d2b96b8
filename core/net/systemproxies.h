// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxyFactory>
#include <QUrl>

namespace handrail {

/// Whether `url` names this machine: localhost, 127.0.0.0/8 or ::1.
bool isLoopback(const QUrl& url);

/// The system's proxy settings, which offices often need; never for this machine itself.
class SystemProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;
};

} // namespace handrail
