// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/servernode.h"

#include <vector>

namespace handrail::sim {

/// The servers of one installation on one database, behind what spreads requests over them: one, or two that know
/// nothing of each other.
class Front
{
public:
    explicit Front(Stage stage)
        : m_stage(stage)
    {
    }
    /// By one that runs, as a load balancer does that asks after their health; seldom by one that does not.
    void serve(const server::Request& request, std::function<void(const Reached&)> done);
    /// A carrier's webhook.
    void report(const QString& reference, const TextReport& report) { any().report(reference, report); }
    /// A round of every server's worker.
    void round();
    void fillDisk(bool full);
    ServerNode& any();

    std::vector<std::unique_ptr<ServerNode>> nodes;

private:
    Stage m_stage;
};

} // namespace handrail::sim
