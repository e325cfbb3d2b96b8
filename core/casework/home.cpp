// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/home.h"

#include <algorithm>

namespace handrail::casework {

namespace {

constexpr int daysShownAsFailed = 30;
constexpr int batch = 1000;

Result<User> userOf(Desk& desk)
{
    const auto user = desk.store.agencies().user(desk.worker);
    if (!user)
        return user.error();
    return user->value_or(User{.id = desk.worker, .displayName = {}, .email = {}});
}

/// Counts, and reads the first rows only where there are some.
template <typename Row, typename Count, typename Find>
Result<void> fill(HomeList<Row>& list, Count count, Find find)
{
    const Result<int> counted = count();
    if (!counted)
        return counted.error();
    list.count = *counted;
    if (list.count == 0)
        return {};
    auto rows = find();
    if (!rows)
        return rows.error();
    list.rows = std::move(*rows);
    return {};
}

Result<void> fillMessages(HomeList<MessageRow>& list, MessageStore& store, const MessageQuery& query, int rows)
{
    return fill(
        list, [&] { return store.count(query); }, [&] { return store.find(query, Page{0, rows}); });
}

Result<void> fillDrafts(HomeBoard& board, DraftStore& store, int rows)
{
    const auto drafts = store.drafts();
    if (!drafts)
        return drafts.error();
    board.drafts.count = int(drafts->size());
    board.drafts.rows = drafts->first(std::min<qsizetype>(rows, drafts->size()));
    return {};
}

QuietQuery quietQuery(const HomeBoard& board, const QDateTime& now)
{
    return {.scope = scopeOf(board.user, board.reach), .reminders = board.preferences.reminders, .now = now};
}

Result<void> fillBoard(Desk& desk, HomeBoard& board, int rows)
{
    const Scope scope = scopeOf(board.user, board.reach);
    const QDateTime now = desk.clock.now();
    MessageStore& messages = desk.store.messages();
    ReplyStore& replies = desk.store.replies();
    ActivityStore& activities = desk.store.activities();
    AttentionStore& attention = desk.store.attention();
    const Page page{0, rows};
    const ActivityQuery answers = newAnswersQuery(scope);
    const QuietQuery quiet = quietQuery(board, now);
    for (const Result<void>& done :
         {fillMessages(board.held, messages, heldQuery(scope), rows),
          fillMessages(board.failed, messages, failedQuery(scope, now), rows),
          fillMessages(board.dueToday, messages, dueTodayQuery(scope, now), rows),
          fill(
              board.toRead, [&] { return replies.countWaiting(scope); }, [&] { return replies.waiting(scope, page); }),
          fill(
              board.answers, [&] { return activities.count(answers); }, [&] { return activities.find(answers, page); }),
          fill(
              board.quiet, [&] { return attention.countQuiet(quiet); }, [&] { return attention.quiet(quiet, page); }),
          fillDrafts(board, desk.store.drafts(), rows)})
        if (!done)
            return done;
    return {};
}

template <typename Row, typename Id, typename Find>
Result<QList<QUuid>> allIds(Find find, Id idOf)
{
    QList<QUuid> ids;
    for (int offset = 0;; offset += batch) {
        const Result<QList<Row>> rows = find(Page{offset, batch});
        if (!rows)
            return rows.error();
        for (const Row& row : *rows)
            ids.append(idOf(row));
        if (rows->size() < batch)
            return ids;
    }
}

} // namespace

Reach widestReach(const User& user)
{
    switch (user.role) {
    case Role::Administrator:
        return Reach::Everyone;
    case Role::Supervisor:
        return user.teamId ? Reach::Team : Reach::Mine;
    case Role::Worker:
    case Role::Agent:
        break;
    }
    return Reach::Mine;
}

Scope scopeOf(const User& user, Reach reach)
{
    switch (std::min(reach, widestReach(user))) {
    case Reach::Everyone:
        return {};
    case Reach::Team:
        // An administrator without a team has no team to look at.
        if (user.teamId)
            return {.worker = std::nullopt, .team = user.teamId};
        break;
    case Reach::Mine:
        break;
    }
    return {.worker = user.id, .team = std::nullopt};
}

bool HomeBoard::isEmpty() const
{
    return held.count + failed.count + toRead.count + answers.count + dueToday.count + quiet.count + drafts.count == 0;
}

MessageQuery heldQuery(const Scope& scope)
{
    MessageQuery query;
    query.states = {MessageState::Held};
    query.scope = scope;
    query.nextFirst = true;
    return query;
}

MessageQuery failedQuery(const Scope& scope, const QDateTime& now)
{
    MessageQuery query;
    query.states = {MessageState::Refused, MessageState::Expired};
    query.scope = scope;
    query.changedSince = now.addDays(-daysShownAsFailed);
    query.withoutSetAside = true;
    return query;
}

MessageQuery dueTodayQuery(const Scope& scope, const QDateTime& now)
{
    MessageQuery query;
    query.states = {MessageState::Waiting};
    query.kind = MessageKind::FollowUp;
    query.scope = scope;
    query.to = now.toLocalTime().date().addDays(1).startOfDay().toUTC();
    query.nextFirst = true;
    return query;
}

ActivityQuery newAnswersQuery(const Scope& scope)
{
    ActivityQuery query;
    query.kinds = {ActivityKind::Answered};
    query.scope = scope;
    query.onlyNew = true;
    return query;
}

Result<HomeBoard> readHome(Desk& desk, Reach reach, int rows)
{
    const auto user = userOf(desk);
    if (!user)
        return user.error();
    const auto preferences = readPreferences(desk.store, desk.worker);
    if (!preferences)
        return preferences.error();
    const auto agency = desk.store.agencies().agency();
    if (!agency)
        return agency.error();
    HomeBoard board{.user = *user, .preferences = *preferences, .phoneRegion = {}};
    board.reach = std::min(reach, widestReach(*user));
    if (*agency)
        board.phoneRegion = (*agency)->phoneRegion;
    const auto filled = fillBoard(desk, board, rows);
    return filled ? Result<HomeBoard>(std::move(board)) : filled.error();
}

Result<void> setAllAside(Desk& desk, Reach reach, AttentionStore::Matter matter)
{
    const auto board = readHome(desk, reach, 0);
    if (!board)
        return board.error();
    const QDateTime now = desk.clock.now();
    const Scope scope = scopeOf(board->user, board->reach);
    const auto ids = matter == AttentionStore::Matter::FailedMessage
                         ? allIds<MessageRow>(
                               [&](Page page) { return desk.store.messages().find(failedQuery(scope, now), page); },
                               [](const MessageRow& row) { return row.message.id.uuid(); })
                         : allIds<QuietRow>(
                               [&](Page page) { return desk.store.attention().quiet(quietQuery(*board, now), page); },
                               [](const QuietRow& row) { return row.row.referral.id.uuid(); });
    return ids ? desk.store.attention().setAside(matter, *ids, now) : ids.error();
}

} // namespace handrail::casework
