// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wire.h"
#include "server/store/records.h"

namespace handrail::server {

inline constexpr int maxTextLength = 1600; ///< What a Twilio-compatible carrier takes.

/// What is wrong with what an agent wrote for a message: empty, too long, or without a link of this very message - by
/// which the client answers, and by which the gateway knows the text again at the carrier. Empty where all is well.
Result<QString> problemWith(RecordReader& reader, const Message& message, const protocol::SendRequest& request);

/// Whether `text` has a link of this message in it.
Result<bool> hasLinkOf(RecordReader& reader, const MessageId& message, const QString& text);

} // namespace handrail::server
