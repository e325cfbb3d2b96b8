// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <QDateTime>

namespace handrail {

/// The five statuses, any order; shown as `Unstarted`, `In-Review`, `Service In-Progress`, `Service Completed`,
/// `Canceled`.
enum class ReferralStatus { Unstarted, InReview, ServiceInProgress, ServiceCompleted, Canceled };

/// The status in the words of DESIGN.md section 1, which are not translated in the store (the UI translates them).
QString statusLabel(ReferralStatus status);

/// One client to one resource site.
struct Referral
{
    ReferralId id;
    ClientId clientId;
    ResourceSiteId siteId;
    ReferralStatus status = ReferralStatus::Unstarted;
    UserId createdBy;
    QDateTime createdAt; ///< UTC
    friend bool operator==(const Referral&, const Referral&) = default;
};

} // namespace handrail
