// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/edits.h"
#include "core/casework/refusal.h"
#include "core/casework/sharing.h"
#include "core/domain/reasons.h"
#include "core/domain/records/codec.h"
#include "core/domain/sendgate.h"

namespace handrail::casework {

namespace {

constexpr qsizetype maxNoteLength = 2000; // ConsentWithdrawal.note in records/schema.cpp

Result<QList<MessageId>> unsentOf(Desk& desk, const ShareId& share)
{
    const auto messages = desk.store.shares().messagesOf(share);
    if (!messages)
        return messages.error();
    QList<MessageId> unsent;
    for (const Message& message : *messages)
        if (isUnsent(message.state))
            unsent.append(message.id);
    return unsent;
}

Result<Consent> consentToWithdraw(Desk& desk, const ShareId& share)
{
    auto consent = desk.store.shares().consentOf(share);
    if (!consent)
        return consent.error();
    if (!*consent)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "There is no consent to withdraw here."));
    const auto withdrawn = desk.store.shares().isWithdrawn(share);
    if (!withdrawn)
        return withdrawn.error();
    if (*withdrawn)
        return refusal(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Casework", "This consent has been withdrawn already."));
    return std::move(**consent);
}

QList<Activity> withdrawnActivities(Desk& desk, const Share& share, const QString& note)
{
    QList<Activity> activities;
    for (const ReferralId& referral : share.referralIds)
        activities.append({.id = ActivityId(desk.ids.next()),
                           .kind = ActivityKind::ConsentWithdrawn,
                           .clientId = share.clientId,
                           .referralId = referral,
                           .at = desk.clock.now(),
                           .workerId = desk.worker,
                           .text = note});
    return activities;
}

} // namespace

Result<void> withdrawConsent(Desk& desk, const ShareId& id, const QString& note)
{
    if (note.size() > maxNoteLength)
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The note is too long: it may have 2000 characters."));
    const auto consent = consentToWithdraw(desk, id);
    if (!consent)
        return consent.error();
    const auto share = desk.store.shares().share(id);
    if (!share)
        return share.error();
    if (!*share)
        return refusal(ErrorCode::NotFound, QT_TRANSLATE_NOOP("Casework", "This share is no longer there."));
    const auto unsent = unsentOf(desk, id);
    if (!unsent)
        return unsent.error();
    const QDateTime now = desk.clock.now();
    const ConsentWithdrawal withdrawal{desk.ids.next(), consent->id, id, desk.worker, now, note.trimmed()};
    QList<Edit> edits = {records::editOf("consent_withdrawal", withdrawal.id, withdrawal)};
    const char* reason = QT_TRANSLATE_NOOP("Withdrawing", "The client withdrew the consent.");
    edits += cancelingEdits(*unsent, keptReason(reason), now);
    edits += editsOf(withdrawnActivities(desk, **share, withdrawal.note));
    return desk.store.edits().commit(edits);
}

} // namespace handrail::casework
