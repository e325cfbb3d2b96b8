// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/domain/referral.h"
#include "tests/domain/vectors.h"
#include "tests/support/sequentialids.h"

namespace handrail::tests {

/// Makes the referrals and messages that rules are asked about.
struct RulesWorld
{
    SequentialIds ids;
    const PhoneNumber phone = PhoneNumber::fromE164(u"+19375550101").value();
    const PhoneNumber otherPhone = PhoneNumber::fromE164(u"+19375550102").value();
    const EmailAddress email = mustHave(EmailAddress::parse(u"Maria@example.org"));
    const UserId worker{ids.next()};
    const ShareId share{ids.next()};
    const ClientId maria{ids.next()};
    const ClientId jon{ids.next()};
    const QDateTime now = at("2026-10-12T18:30:00Z");

    RulesWorld() = default;
    RulesWorld(const RulesWorld&) = delete;

    std::function<QUuid()> newId()
    {
        return [this] { return ids.next(); };
    }
    Referral referral(const ClientId& client, ReferralStatus status = ReferralStatus::Unstarted)
    {
        return {.id = ReferralId(ids.next()),
                .clientId = client,
                .siteId = ResourceSiteId(ids.next()),
                .status = status,
                .createdBy = worker,
                .createdAt = now.addDays(-7)};
    }
    Message followUp(const Referral& about, const Address& address, MessageState state = MessageState::Waiting)
    {
        return {.id = MessageId(ids.next()),
                .shareId = share,
                .clientId = about.clientId,
                .referralId = about.id,
                .kind = MessageKind::FollowUp,
                .address = address,
                .dueAt = now,
                .state = state};
    }
    Message initial(const ClientId& client, const Address& address)
    {
        return {.id = MessageId(ids.next()), .shareId = share, .clientId = client, .address = address, .dueAt = now};
    }
};

} // namespace handrail::tests
