// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/front.h"

namespace handrail::sim {

ServerNode& Front::any()
{
    if (nodes.size() == 1)
        return *nodes.front();
    return *nodes[size_t(m_stage.plan.dice("front").below(qint64(nodes.size())))];
}

void Front::serve(const server::Request& request, std::function<void(const Reached&)> done)
{
    ServerNode* chosen = &any();
    if (!chosen->isUp() && m_stage.plan.dice("front.health").chance(0.8))
        for (const auto& node : nodes)
            if (node->isUp())
                chosen = node.get();
    if (nodes.size() > 1)
        m_stage.trace.saw("request to " + chosen->name + " of two servers");
    chosen->serve(request, std::move(done));
}

void Front::round()
{
    for (const auto& node : nodes)
        node->round();
}

void Front::fillDisk(bool full)
{
    for (const auto& node : nodes)
        node->fillDisk(full);
}

} // namespace handrail::sim
