// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"
#include "core/domain/client.h"
#include "core/domain/message.h"
#include "core/domain/resourcesite.h"

namespace handrail {

/// What a message says is made of.
struct MessageTextContext
{
    Agency agency;
    MessageKind kind = MessageKind::Initial;
    Channel channel = Channel::Text;
    QString language;
    QString clientGivenName;
    QString workerName;
    QList<ResourceSite> sites; ///< The share's, basket order; exactly one for a follow-up.
    QString link;              ///< https://.../r/<token> or /f/<token>
    QString unsubscribeLink;   ///< Email only: https://.../u/<token>
};

struct MessageText
{
    QString subject; ///< Empty for a text.
    QString body;    ///< Plain text; reads well alone.
    QString html;    ///< Empty for a text; everything inserted is escaped.
    friend bool operator==(const MessageText&, const MessageText&) = default;
};

/// R4, R5, R12: writes a message in the client's language (the agency's first where it has no template in that one).
/// Texts: program name first, link, how to opt out ("Reply STOP to opt out, HELP for help"), the numbered choices 1, 2,
/// 3 in a follow-up; no detail of the person's need, no CANCEL as a choice (R8). The English initial text with a
/// program name of up to 30 characters and a 60-character link stays within 160 GSM-7 characters. Emails carry the
/// unsubscribe link (R10). An agency with neutral wording (core/domain/neutral.h) has texts of their own for it, which
/// name nobody and nothing. An error names a template that has an unknown placeholder or lacks {link}.
Result<MessageText> writeMessage(const MessageTextContext& context);

/// The built-in template ("initial.text.en"), for settings and previews; empty where there is none.
QString builtInTemplate(const QString& key);

} // namespace handrail
