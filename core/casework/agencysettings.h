// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/clients.h"
#include "core/domain/messagetext.h"
#include "core/domain/smssegments.h"

namespace handrail::casework {

/// The agency's settings (R12) as the form has them: number and address as they were typed.
struct AgencyDraft
{
    QString programName;
    QString sendingNumber;
    QString sendingAddress;
    QString timeZone;
    QTime opens;
    QTime closes;
    QStringList languages; ///< BCP 47, the first is the default.
    SendingAgents sendingAgents = SendingAgents::Any;
    int resendAfterHours = 0; ///< 0: held until a worker decides.
    QJsonObject templates;    ///< As in Agency; a blank one goes back to the built-in text.
    friend bool operator==(const AgencyDraft&, const AgencyDraft&) = default;
};

inline constexpr int maxResendAfterHours = 168;

AgencyDraft draftOf(const Agency& agency, const PhoneNumbers& phones);

/// All that keeps the draft from being saved, in the order of the form. Fields: "program_name", "sending_number",
/// "sending_address", "time_zone", "window", "languages", "resend_after_hours", "templates[initial.text.en]", "templates[neutral.name]".
QList<FieldProblem> checkAgency(const AgencyDraft& draft, const PhoneNumbers& phones, const QString& phoneRegion);

/// An administrator's edit: only fields that changed are written, and every desk pulls them. NotAllowed for everybody
/// else, InvalidInput with the first problem of checkAgency, NotFound before the first pull.
Result<void> saveAgency(Desk& desk, const AgencyDraft& draft);

/// A message as it will be written with a template that may not be kept yet, for a made-up client.
struct TemplatePreview
{
    MessageText text;
    std::optional<SmsSize> size; ///< Texts only.
};
/// `language`: of the sample client. An error where it can't be written so.
Result<TemplatePreview> previewTemplate(const Agency& agency, MessageKind kind, Channel channel,
                                        const QString& language);

/// A new team, or a new name for one. An administrator's edit; the name is 1 to 80 characters and no other team's.
Result<TeamId> saveTeam(Desk& desk, const std::optional<TeamId>& id, const QString& name);

} // namespace handrail::casework
