// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/mailplans.h"
#include "core/domain/replyplan.h"
#include "server/store/records.h"

/// What the gateway writes, always under Records::lock() and in the transaction of the decision.
namespace handrail::server {

/// A message's next state, with what the worker should know.
struct StateStep
{
    MessageState to = MessageState::Waiting;
    QString reason;
    QString carrierId = {};
    std::optional<UserId> worker = {}; ///< Who decided it, for a message that waited for a person.
    bool neverLeft = false;            ///< The carrier says that it never left: back to Waiting, its id is forgotten.
    QString rule = {};                 ///< Of the activity.
    QDateTime dueAt = {};              ///< UTC; set where the decision makes it due anew.
};

/// Steps a message on; a state that a worker must hear of becomes an activity of each referral concerned. Conflict
/// where the state machine has no such step.
Result<void> step(Records& records, const Environment& environment, const Message& message, const StateStep& step);

/// A message that can't even be read: held, so that it blocks nobody and is seen.
Result<void> holdUnreadable(Records& records, const Environment& environment, const QUuid& message,
                            const QString& problem);

Result<void> write(Records& records, const Environment& environment, const ReplyPlan& plan);
Result<void> write(Records& records, const Environment& environment, const OptOutPlan& plan);

/// What a mail server reported of a message: its step, and what follows for its address.
Result<void> write(Records& records, const Environment& environment, const Message& message, const MailNewsPlan& plan);

/// R9, R10: an address takes no more messages from now on; what waits for it is canceled. Again is fine.
Result<void> optOut(Records& records, const Environment& environment, const Address& address, OptOut::Source source);

} // namespace handrail::server
