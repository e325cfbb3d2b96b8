// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "core/domain/referral.h"
#include "core/domain/result.h"

#include <QDate>
#include <QJsonObject>
#include <QList>

namespace handrail {

/// By what a list of referrals can be put in order.
enum class ReferralSort { LastActivity, Client, Site, Status, Created, NextFollowUp };

/// What a worker keeps as a saved filter. What depends on the day or on who is signed in stays relative («mine», «the
/// last 30 days»), so that the filter means the same tomorrow.
struct ReferralFilter
{
    enum class Answered { Any, Waiting, Yes, No, NoLongerInterested };

    QString text;                   ///< Words in client's or site's name.
    QList<ReferralStatus> statuses; ///< Any of them; empty: all.
    bool mine = false;              ///< Of the worker who is signed in; wins over `worker`.
    std::optional<UserId> worker;   ///< The client's worker, or who made the referral where the client has none.
    std::optional<TeamId> team;     ///< The client's team, or that worker's.
    std::optional<ResourceSiteId> site;
    std::optional<bool> shared;
    Answered answered = Answered::Any; ///< Waiting: a follow-up left, the referral is open and nobody has answered.
    QDate createdFrom;                 ///< First day, in the worker's calendar; null: no bound.
    QDate createdTo;                   ///< Last day.
    int createdLastDays = 0;           ///< Made today or on the so many days before; 0: no bound.
    int quietDays = 0;                 ///< Nothing has happened for so many days; 0: no bound.
    ReferralSort sort = ReferralSort::LastActivity;
    bool descending = true;
    friend bool operator==(const ReferralFilter&, const ReferralFilter&) = default;
};

/// Neither completed nor canceled.
const QList<ReferralStatus>& openStatuses();

/// The filters that everybody has, in the order in which they are offered; `key` names one for ever.
struct BuiltInFilter
{
    QString key; ///< "all", "mine", "open", "waiting", "answered_no", "quiet", "not_shared"
    ReferralFilter filter;
};
const QList<BuiltInFilter>& builtInReferralFilters();

/// The filter as a saved filter's record keeps it.
QJsonObject savedForm(const ReferralFilter& filter);
/// Back again. InvalidInput where it is no filter, or one with conditions that this version does not know: showing
/// other rows than the name promises would mislead.
Result<ReferralFilter> readReferralFilter(const QJsonObject& saved);

} // namespace handrail
