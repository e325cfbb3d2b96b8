// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "ui/theme.h"

/// Messages to clients in the worker's words.
namespace handrail::ui {

/// "Waiting", "On Its Way", "Sent", "Delivered", "Failed", "Held", "Expired", "Canceled".
QString messageStateLabel(MessageState state);
/// What the label means, in a sentence for its tool tip.
QString stateMeaning(MessageState state);
/// "First text", "Follow-up email" ...
QString messageInWords(const Message& message);
/// "First message", "Follow-up", where the channel is shown otherwise.
QString kindInWords(MessageKind kind);
/// What its state means for the client and what the worker can do; empty where nothing needs doing.
QString adviceFor(const MessageRow& row, bool optedOut);

PillColors pillColors(MessageState state);

/// Whether a person may order it sent, as far as this desk knows. The server has the last word.
bool maySendAgain(const MessageRow& row);
/// Whether there is something left to call off.
bool mayCancel(const MessageRow& row);

} // namespace handrail::ui
