// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

namespace handrail::agent {

/// From what a system says of its network to the moment at which it is back.
class NetworkEdge
{
public:
    explicit NetworkEdge(bool reachable)
        : m_reachable(reachable)
    {
    }
    /// True where the network was gone before.
    bool nowReachable(bool reachable);

private:
    bool m_reachable;
};

/// Calls `back` in `context`'s thread when the network is back, where the system tells (QNetworkInformation). Where
/// not, the next try after trouble finds out.
void onNetworkBack(QObject* context, std::function<void()> back);

} // namespace handrail::agent
