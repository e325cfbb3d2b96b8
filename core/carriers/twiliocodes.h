// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"

namespace handrail {

/// What an error code of a Twilio-compatible carrier means for a message. Its wording may change, so only the code
/// counts. Unknown codes refuse: the carrier has said no and named a reason, and repeating would text again and again.
struct TwilioVerdict
{
    SendOutcome::Kind kind = SendOutcome::Kind::Refused; ///< Of a create that was answered with the code.
    bool optedOut = false;
    bool administrator = false; ///< Nothing goes out until an administrator has acted.
    bool slowDown = false;      ///< Of a create: SendOutcome::slowDown.
    bool neverLeft = false;     ///< In a status: TextStatus::neverLeft.
    QString sentence;
};
TwilioVerdict twilioVerdict(int code);

/// What a message's `status` and `error_code` say (Twilio's enum: accepted, scheduled, queued, sending, sent, delivered,
/// undelivered, failed, canceled, read ...). Words that we don't know say nothing.
TextStatus twilioStatus(const QString& status, int code);

} // namespace handrail
