// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/address.h"
#include "core/domain/id.h"

#include <QDateTime>

namespace handrail {

enum class MessageKind { Initial, FollowUp };

/// Where a message stands. Final ones: Delivered, Refused, Canceled, Expired. Held waits for a worker's decision.
/// DESIGN.md section 3 «Sending»; the allowed steps are in sendstate.h.
enum class MessageState {
    Waiting,   ///< Due now or later; nothing has been tried.
    Sending,   ///< The intent is committed; the carrier is being called.
    Unknown,   ///< The carrier may or may not have it; it is being looked up.
    Held,      ///< Not found at the carrier; a person decides.
    Sent,      ///< The carrier took it and gave its id.
    Delivered, ///< The carrier says that it arrived.
    Refused,   ///< It will not go out, with a reason: opted out, invalid number, blocked ...
    Canceled,  ///< Withdrawn, answered or canceled before it went out.
    Expired,   ///< More than 14 days late (R5).
};

/// One text or one email to one address.
struct Message
{
    MessageId id;
    ShareId shareId;
    ClientId clientId;
    std::optional<ReferralId> referralId; ///< Set for a follow-up, empty for an initial message.
    MessageKind kind = MessageKind::Initial;
    Address address;
    QDateTime dueAt; ///< UTC
    QString language;

    // What follows is the server's to say; a desktop may only cancel a waiting one.
    MessageState state = MessageState::Waiting;
    QString reason;    ///< A sentence for the worker where the state needs one.
    QString carrierId; ///< The carrier's id (Twilio: SM..., mail: the Message-ID).
    QDateTime stateAt; ///< UTC; null while nothing has happened.

    [[nodiscard]] Channel channel() const { return address.channel(); }
    friend bool operator==(const Message&, const Message&) = default;
};

} // namespace handrail
