// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/replyplan.h"

namespace handrail {

/// What Handrail itself texts back where the carrier does not: the confirmation of STOP, the answer to HELP (R9). In
/// the client's language, in one segment of GSM-7 for a program name of up to 40 characters; empty for None. The
/// agency's own words under "stop_confirmation.text.<language>" and "help.text.<language>" come first; {program} and
/// {email} stand for its name and sending address.
QString autoText(ReplyPlan::AutoReply reply, const Agency& agency, const QString& language);

} // namespace handrail
