// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/newsthread.h"

#include "core/sync/backoff.h"

#include <algorithm>

namespace handrail::agent {

namespace {

/// Longer than any turn should take; after it the news is looked at again.
constexpr qint64 turnPatienceMs = 120000;
/// A server that answers «no news» at once instead of waiting is asked again after this, not in a tight loop.
constexpr qint64 leastWaitMs = 1000;

} // namespace

NewsThread::NewsThread(const composition::Profile& profile, sync::Session session, Board& board)
    : m_profile(profile)
    , m_session(std::move(session))
    , m_board(board)
{
}

void NewsThread::cancel()
{
    const std::scoped_lock lock(m_mutex);
    if (m_transport != nullptr)
        m_transport->cancel();
}

void NewsThread::run()
{
    QtTransport transport(m_profile.trust());
    const auto announce = [this](QtTransport* now) {
        const std::scoped_lock lock(m_mutex);
        m_transport = now;
    };
    announce(&transport);
    int failures = 0;
    while (!m_board.stopping()) {
        const int goodTurns = m_board.seen().goodTurns;
        failures = waitForNews(transport) ? 0 : failures + 1;
        // A turn that reached the server, the network being back, ends the pause.
        if (failures > 0)
            m_board.waitForGoodTurnAfter(goodTurns, sync::backOffMs(failures, m_profile.random()));
    }
    announce(nullptr);
}

/// One request and what follows from it. False where it is better to pause: trouble, or news that the turns can't take.
bool NewsThread::waitForNews(QtTransport& transport)
{
    m_board.waitForTurnAfter(0, turnPatienceMs); // Before the first turn there is no cursor to wait from.
    const Board::Seen before = m_board.seen();
    if (m_board.stopping() || before.cursor < 0)
        return true;
    const qint64 since = std::max(before.cursor, m_looked);
    sync::ServerLink server(transport, m_session.server, m_board.token());
    const qint64 askedAtMs = m_profile.clock().monotonicMs();
    const auto news = server.pull(since, 1, protocol::maxWaitSeconds, before.sight);
    if (!news)
        return false;
    if (news->changes.isEmpty() && !news->snapshot) {
        m_looked = news->next; // others' clients: no turn for that
        if (m_profile.clock().monotonicMs() - askedAtMs < leastWaitMs)
            m_board.pause(leastWaitMs);
        return true;
    }
    if (news->snapshot)
        m_looked = 0;
    const auto isHere = [&] {
        const Board::Seen now = m_board.seen();
        return news->snapshot ? now.sight != before.sight : now.cursor >= news->next;
    };
    if (isHere())
        return true; // A turn under way has brought it already.
    const int turns = m_board.seen().turns;
    m_board.wake();
    m_board.waitForTurnAfter(turns, turnPatienceMs);
    if (!isHere()) // That turn may have been under way: one more.
        m_board.waitForTurnAfter(turns + 1, turnPatienceMs);
    return isHere();
}

} // namespace handrail::agent
