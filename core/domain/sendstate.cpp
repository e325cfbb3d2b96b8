// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sendgate.h"

namespace handrail {

bool isUnsent(MessageState state)
{
    return state == MessageState::Waiting || state == MessageState::Held;
}

bool mayGoAgain(MessageState from)
{
    using S = MessageState;
    return from == S::Sending || from == S::Unknown || from == S::Held || from == S::Sent;
}

std::optional<MessageState> stateAfterReport(MessageState now, std::optional<MessageState> reported, bool neverLeft)
{
    if (reported == MessageState::Refused && neverLeft)
        return mayGoAgain(now) ? std::optional(MessageState::Waiting) : std::nullopt;
    // A word on it, whichever, says that the carrier took it. One that waits is another try's, or was never tried.
    const MessageState next = reported.value_or(MessageState::Sent);
    if (now == MessageState::Waiting || !maySendStateStep(now, next))
        return std::nullopt;
    return next;
}

bool awaitsDecision(MessageState state)
{
    return state == MessageState::Held || state == MessageState::Refused || state == MessageState::Expired;
}

bool maySendStateStep(MessageState from, MessageState to, bool byPerson)
{
    using S = MessageState;
    switch (from) {
    case S::Waiting:
        // Held at once where it can't be written, or nobody is there to carry it.
        return to == S::Sending || to == S::Held || to == S::Refused || to == S::Canceled || to == S::Expired;
    case S::Sending:
        // Back to Waiting only on the carrier's word that it did not take the message (429).
        return to == S::Sent || to == S::Delivered || to == S::Refused || to == S::Unknown || to == S::Waiting;
    case S::Unknown:
        return to == S::Sent || to == S::Delivered || to == S::Refused || to == S::Held;
    case S::Held:
        // Late news of the carrier still counts; what has not arrived may be called off; only a person sends again.
        if (to == S::Sent || to == S::Delivered || to == S::Refused || to == S::Canceled)
            return true;
        return byPerson && (to == S::Waiting || to == S::Sending);
    case S::Sent:
        // A report that it could not be delivered comes as Refused.
        return to == S::Delivered || to == S::Refused;
    case S::Refused:
    case S::Expired:
        // Final for every machine; a person may order it sent once more, or set it aside for good.
        return byPerson && (to == S::Waiting || to == S::Canceled);
    case S::Delivered:
    case S::Canceled:
        return false;
    }
    Q_UNREACHABLE();
    return false;
}

} // namespace handrail
