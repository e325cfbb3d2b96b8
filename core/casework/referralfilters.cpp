// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/referralfilters.h"

#include "core/domain/localtime.h"

namespace handrail::casework {

namespace {

/// When a day begins in a zone; where midnight does not exist, with the first moment that does.
QDateTime startOf(const QDate& day, const QTimeZone& zone)
{
    return resolveLocal(day, QTime(0, 0), zone).instant;
}

std::optional<Answer> answerOf(ReferralFilter::Answered answered)
{
    switch (answered) {
    case ReferralFilter::Answered::Yes:
        return Answer::Yes;
    case ReferralFilter::Answered::No:
        return Answer::No;
    case ReferralFilter::Answered::NoLongerInterested:
        return Answer::NoLongerInterested;
    case ReferralFilter::Answered::Any:
    case ReferralFilter::Answered::Waiting:
        break;
    }
    return std::nullopt;
}

} // namespace

ReferralQuery queryOf(const ReferralFilter& filter, const UserId& worker, const QDateTime& now, const QTimeZone& zone)
{
    ReferralQuery query;
    query.text = filter.text;
    query.statuses = filter.statuses;
    query.worker = filter.mine ? std::optional(worker) : filter.worker;
    query.team = filter.team;
    query.site = filter.site;
    query.shared = filter.shared;
    query.answer = answerOf(filter.answered);
    query.waitingForAnswer = filter.answered == ReferralFilter::Answered::Waiting;
    const QDate today = wallClockAt(now, zone).date();
    QDate from = filter.createdFrom;
    if (filter.createdLastDays > 0)
        from = std::max(from, today.addDays(-filter.createdLastDays));
    if (from.isValid())
        query.createdFrom = startOf(from, zone);
    if (filter.createdTo.isValid())
        query.createdBefore = startOf(filter.createdTo.addDays(1), zone);
    if (filter.quietDays > 0)
        query.quietSince = now.addDays(-filter.quietDays);
    query.sort = filter.sort;
    query.descending = filter.descending;
    return query;
}

} // namespace handrail::casework
