// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/domain/statistics.h"

namespace handrail {

/// One entry of the list behind a number: a referral, a message, an opt-out or an entry of Recent Activity.
struct FigureRow
{
    QUuid key; ///< Of the record.
    QString bucket;
    QDateTime at; ///< UTC; the moment that put it into the period.
    std::optional<ClientId> clientId;
    std::optional<ReferralId> referralId;
    QString clientName;
    QString siteName;   ///< Empty where it is about no one site.
    QString workerName; ///< Whom it counts for; empty: nobody.
    std::optional<ReferralStatus> status;
    std::optional<Channel> channel;
    std::optional<Answer> answer;
    std::optional<MessageState> messageState;
    QString reason; ///< A message's, for its state.
};

/// Supervisors' numbers and the lists behind them, as core/domain/statistics.h defines them, of what this desk has.
class StatisticsStore
{
public:
    virtual ~StatisticsStore() = default;
    /// How many of a measure's list are in each bucket; buckets without any are left out. The largest first.
    virtual Result<QList<BucketCount>> counts(Measure measure, const StatisticsQuery& query) = 0;
    /// What was counted, latest first: over all pages exactly as many as the counts of the figure's buckets.
    virtual Result<QList<FigureRow>> rows(const Figure& figure, int offset, int limit) = 0;
    virtual Result<int> rowCount(const Figure& figure) = 0;
};

} // namespace handrail
