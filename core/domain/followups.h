// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/agency.h"

#include <QDateTime>

namespace handrail {

/// R5: the instant (UTC) at which referral number `index` (0-based, basket order) of a share is asked about: the
/// calendar day share day + 7 + index at the share's local wall-clock time in `zone`, moved into `window` without
/// leaving the day: before it opens to the opening, later than 30 minutes before it closes to that. A local time that
/// does not exist is moved forward by the gap; one that exists twice is the first. Preconditions: `sharedAt` and `zone`
/// are valid, index >= 0.
QDateTime followUpDueAt(const QDateTime& sharedAt, int index, const QTimeZone& zone, const ContactWindow& window);

/// Why a follow-up leaves at another time of day than the share did.
enum class FollowUpMove { None, ToOpening, BeforeClosing, ClockChange };
/// For a follow-up that followUpDueAt() put to `dueAt`.
FollowUpMove followUpMove(const QDateTime& sharedAt, const QDateTime& dueAt, const QTimeZone& zone,
                          const ContactWindow& window);

/// What to do with a follow-up that is due, now.
struct FollowUpTiming
{
    enum class Verdict { SendNow, Later, Expired } verdict = Verdict::Later;
    QDateTime notBefore; ///< UTC; with Later: the earliest moment worth asking again.
};

/// R5 for a follow-up whose turn has come or not: never before `dueAt`, never outside the window, never a second one on
/// a calendar day (client's zone) for the share and channel, and expired when later than 14 days. `lastSentAt`: when
/// the last follow-up of the same share and channel left (null: none yet).
FollowUpTiming timeFollowUp(const QDateTime& dueAt, const QDateTime& now, const QDateTime& lastSentAt,
                            const QTimeZone& zone, const ContactWindow& window);

/// Seconds from `now` until the window closes in `zone`, at least 1, at most 36,000 (Twilio's ValidityPeriod, R5).
int secondsUntilWindowCloses(const QDateTime& now, const QTimeZone& zone, const ContactWindow& window);

} // namespace handrail
