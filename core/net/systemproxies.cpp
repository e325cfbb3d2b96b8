// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/systemproxies.h"

#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

bool isLoopback(const QUrl& url)
{
    return url.host() == "localhost"_L1 || QHostAddress(url.host()).isLoopback();
}

QList<QNetworkProxy> SystemProxies::queryProxy(const QNetworkProxyQuery& query)
{
    if (isLoopback(query.url()))
        return {QNetworkProxy::NoProxy};
    return systemProxyForQuery(query);
}

} // namespace handrail
