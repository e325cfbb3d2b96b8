// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/carriers.h"

namespace handrail {

/// What an error code of a Twilio-compatible carrier means for a message. Its wording may change, so only the code
/// counts. Unknown codes refuse: the carrier has said no and named a reason, and repeating would text again and again.
struct TwilioVerdict
{
    SendOutcome::Kind kind = SendOutcome::Kind::Refused;
    bool optedOut = false;
    bool administrator = false; ///< Nothing goes out until an administrator has acted.
    QString sentence;
};
TwilioVerdict twilioVerdict(int code);

} // namespace handrail
