// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/networkback.h"

#include <QNetworkInformation>
#include <memory>
#include <utility>

namespace handrail::agent {

namespace {

/// Everything but «certainly none»: a server on this very network needs no way to the internet.
bool isReachable(QNetworkInformation::Reachability reachability)
{
    return reachability != QNetworkInformation::Reachability::Disconnected;
}

} // namespace

bool NetworkEdge::nowReachable(bool reachable)
{
    return !std::exchange(m_reachable, reachable) && reachable;
}

void onNetworkBack(QObject* context, std::function<void()> back)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    auto* information = QNetworkInformation::instance();
    auto edge = std::make_shared<NetworkEdge>(isReachable(information->reachability()));
    QObject::connect(information, &QNetworkInformation::reachabilityChanged, context,
                     [edge, back = std::move(back)](QNetworkInformation::Reachability now) {
                         if (edge->nowReachable(isReachable(now)))
                             back();
                     });
}

} // namespace handrail::agent
