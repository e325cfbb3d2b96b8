// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"
#include "core/casework/preferences.h"

namespace handrail::casework {

/// The widest reach that a role allows: a worker their own clients, a supervisor with a team that team, an
/// administrator everybody.
Reach widestReach(const User& user);

/// What `reach` means for this user; one beyond the role is cut to what the role allows.
Scope scopeOf(const User& user, Reach reach);

/// One card of Home: how many there are, and the first few.
template <typename Row>
struct HomeList
{
    int count = 0; ///< Exact up to 10,000.
    QList<Row> rows;
};

/// What needs the worker now.
struct HomeBoard
{
    User user;
    Reach reach = Reach::Mine; ///< The one shown; cut to what the role allows.
    Preferences preferences;
    QString phoneRegion;
    HomeList<MessageRow> held;     ///< They wait for a decision.
    HomeList<MessageRow> failed;   ///< Refused or expired within 30 days, and not set aside.
    HomeList<ReplyRow> toRead;     ///< What clients wrote and no rule understood, longest waiting first.
    HomeList<ActivityRow> answers; ///< Answers that the worker has not seen, latest first.
    HomeList<MessageRow> dueToday; ///< Follow-ups that go out today or are late, next first.
    HomeList<QuietRow> quiet;      ///< Referrals gone quiet, longest first.
    HomeList<Draft> drafts;        ///< Latest first.

    [[nodiscard]] bool isEmpty() const;
};

/// The questions behind the cards: a list that shows all of a card asks them too.
MessageQuery heldQuery(const Scope& scope);
MessageQuery failedQuery(const Scope& scope, const QDateTime& now);
/// Until the end of the day in the desk's own time zone.
MessageQuery dueTodayQuery(const Scope& scope, const QDateTime& now);
ActivityQuery newAnswersQuery(const Scope& scope);

/// Reads it; `rows`: how many of each card. Without a user record (before the first pull) it is empty.
Result<HomeBoard> readHome(Desk& desk, Reach reach, int rows = 3);

/// Sets every failed message, or every reminder of a quiet referral, aside that the reach has now.
Result<void> setAllAside(Desk& desk, Reach reach, AttentionStore::Matter matter);

} // namespace handrail::casework
