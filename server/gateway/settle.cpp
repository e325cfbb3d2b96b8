// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/settle.h"

#include "server/gateway/deeds.h"
#include "server/gateway/leases.h"

namespace handrail::server {

namespace {

MessageState stateOf(GateDecision::Verdict verdict)
{
    switch (verdict) {
    case GateDecision::Verdict::Cancel:
        return MessageState::Canceled;
    case GateDecision::Verdict::Expire:
        return MessageState::Expired;
    case GateDecision::Verdict::Refuse:
        return MessageState::Refused;
    case GateDecision::Verdict::Send:
    case GateDecision::Verdict::Later:
        break;
    }
    return MessageState::Waiting;
}

} // namespace

Result<void> settle(Records& records, const Environment& environment, const Message& message,
                    const GateDecision& decision)
{
    const QDateTime now = environment.clock.now();
    if (decision.verdict == GateDecision::Verdict::Later) {
        // Asked again soon where the gate names no moment, and never in the same instant.
        const QDateTime soon = now.addSecs(60);
        const bool named = decision.notBefore.isValid() && decision.notBefore > now;
        return postpone(records, message.id, now, named ? decision.notBefore : soon);
    }
    if (auto stepped = step(records, environment, message, {stateOf(decision.verdict), decision.reason}); !stepped)
        return stepped;
    return endLease(records, message.id);
}

} // namespace handrail::server
