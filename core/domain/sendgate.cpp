// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sendgate.h"

#include "core/domain/followups.h"
#include "core/domain/localtime.h"

#include <QCoreApplication>
#include <algorithm>

namespace handrail {

namespace {

using Verdict = GateDecision::Verdict;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SendGate)
};

GateDecision refuse(const QString& reason)
{
    return {Verdict::Refuse, reason, {}};
}

GateDecision cancel(const QString& reason)
{
    return {Verdict::Cancel, reason, {}};
}

bool covers(const Consent& consent, const Message& message)
{
    const bool same = consent.shareId == message.shareId && consent.clientId == message.clientId;
    return same && std::any_of(consent.addresses.begin(), consent.addresses.end(), [&](const Address& address) {
               return address.channel() == message.channel() && address.ledgerKey() == message.address.ledgerKey();
           });
}

/// R3, R9, R10: what holds for every message.
std::optional<GateDecision> checkRight(const SendGateContext& context)
{
    if (!context.consent || !covers(*context.consent, context.message))
        return refuse(Words::tr("There is no consent for this address and channel."));
    if (context.consentWithdrawn)
        return cancel(Words::tr("The client’s consent was withdrawn."));
    if (context.optedOut)
        return refuse(context.message.channel() == Channel::Text
                          ? Words::tr("The client has opted out of texts to this number.")
                          : Words::tr("The client has unsubscribed from emails to this address."));
    if (!context.bounced.isEmpty())
        return refuse(Words::tr("Emails to this address come back: %1").arg(context.bounced));
    if (!context.now.isValid() || !context.message.dueAt.isValid())
        return refuse(Words::tr("It is not known when this message is due."));
    return std::nullopt;
}

/// R6: what makes a follow-up needless.
std::optional<GateDecision> checkNeed(const SendGateContext& context)
{
    if (!context.message.referralId || !context.referralStatus)
        return refuse(Words::tr("The referral that this follow-up asks about is not known."));
    if (context.answered)
        return cancel(Words::tr("Not needed any more: the client answered."));
    if (*context.referralStatus == ReferralStatus::ServiceCompleted)
        return cancel(Words::tr("Not needed any more: the service is completed."));
    if (*context.referralStatus == ReferralStatus::Canceled)
        return cancel(Words::tr("Not needed any more: the referral was canceled."));
    return std::nullopt;
}

/// R5: day, window, one a day, 14 days.
GateDecision checkTime(const SendGateContext& context)
{
    const auto zone = zoneNamed(context.timeZone);
    if (!zone)
        return refuse(Words::tr("The client’s time zone is not known, so no hour is safe for a follow-up."));
    const ContactWindow& window = context.window;
    if (!window.opens.isValid() || !window.closes.isValid() || window.opens >= window.closes)
        return refuse(Words::tr("The agency’s contact hours make no sense, so no hour is safe for a follow-up."));
    const FollowUpTiming timing =
        timeFollowUp(context.message.dueAt, context.now, context.lastFollowUpSentAt, *zone, window);
    switch (timing.verdict) {
    case FollowUpTiming::Verdict::SendNow:
        return {Verdict::Send, {}, {}};
    case FollowUpTiming::Verdict::Later:
        return {Verdict::Later, Words::tr("It waits for its day and the contact hours."), timing.notBefore};
    case FollowUpTiming::Verdict::Expired:
        return {Verdict::Expire, Words::tr("More than 14 days late, so it was not sent any more."), {}};
    }
    Q_UNREACHABLE();
    return {};
}

} // namespace

GateDecision passSendGate(const SendGateContext& context)
{
    if (const auto decision = checkRight(context))
        return *decision;
    if (!isUnsent(context.message.state))
        return refuse(Words::tr("This message has been dealt with already."));
    if (context.message.kind == MessageKind::Initial) {
        // R4: at once, whatever the hour.
        if (context.now < context.message.dueAt)
            return {Verdict::Later, Words::tr("It is not due yet."), context.message.dueAt.toUTC()};
        return {Verdict::Send, {}, {}};
    }
    if (const auto decision = checkNeed(context))
        return *decision;
    return checkTime(context);
}

Result<QDateTime> dueWhenSentAgain(const SendGateContext& context)
{
    const Message& message = context.message;
    if (!awaitsDecision(message.state))
        return Error{ErrorCode::Conflict, Words::tr("This message has moved on: there is nothing to decide any more.")};
    auto against = checkRight(context);
    if (!against && message.kind == MessageKind::FollowUp)
        against = checkNeed(context);
    if (against)
        return Error{ErrorCode::NotAllowed, against->reason};
    return message.kind == MessageKind::FollowUp ? std::max(message.dueAt, context.now).toUTC() : message.dueAt;
}

} // namespace handrail
