// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/sharing.h"
#include "core/domain/followups.h"
#include "core/domain/messagetext.h"
#include "core/domain/smssegments.h"

namespace handrail::casework {

/// A message as it will be written if the button is pressed now.
struct MessagePreview
{
    MessageKind kind = MessageKind::Initial;
    Channel channel = Channel::Text;
    QDateTime dueAt; ///< UTC
    MessageText text;
    std::optional<SmsSize> size; ///< Texts only.
    QString siteName;            ///< Of a follow-up; empty for an initial message.
    FollowUpMove move = FollowUpMove::None;
};

/// The messages of the ticked channels in the order in which they go out, with sample
/// links as long as real ones. An error where a template of the agency can't be used.
Result<QList<MessagePreview>> previewMessages(Desk& desk, const SharePanel& panel, const ShareForm& form);

} // namespace handrail::casework
