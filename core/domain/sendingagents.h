// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"

namespace handrail {

/// Whether the agent of such an account may send the agency's messages. Where the agency leaves sending to its headless
/// agent, a desk's gets none, whoever is signed in at it (an administrator's desk is a desk).
constexpr bool maySend(Role role, SendingAgents agents)
{
    return agents == SendingAgents::Any || role == Role::Agent;
}

} // namespace handrail
