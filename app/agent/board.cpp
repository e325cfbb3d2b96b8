// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/board.h"

#include <chrono>

namespace handrail::agent {

using std::chrono::milliseconds;

void Board::wake()
{
    const std::scoped_lock lock(m_mutex);
    m_wanted = true;
    m_changed.notify_all();
}

void Board::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_stopping = true;
    m_changed.notify_all();
}

bool Board::stopping() const
{
    const std::scoped_lock lock(m_mutex);
    return m_stopping;
}

bool Board::waitForWork(qint64 ms)
{
    std::unique_lock lock(m_mutex);
    const bool came = m_changed.wait_for(lock, milliseconds(ms), [this] { return m_wanted || m_stopping; });
    m_wanted = false;
    return came;
}

void Board::pause(qint64 ms)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, milliseconds(ms), [this] { return m_stopping; });
}

void Board::turnEnded(qint64 cursor, const QString& sight, bool well)
{
    const std::scoped_lock lock(m_mutex);
    m_seen = {cursor, sight, m_seen.turns + 1, m_seen.goodTurns + (well ? 1 : 0)};
    m_changed.notify_all();
}

Board::Seen Board::seen() const
{
    const std::scoped_lock lock(m_mutex);
    return m_seen;
}

void Board::waitForTurnAfter(int turns, qint64 ms)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, milliseconds(ms), [this, turns] { return m_seen.turns > turns || m_stopping; });
}

void Board::waitForGoodTurnAfter(int goodTurns, qint64 ms)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, milliseconds(ms),
                       [this, goodTurns] { return m_seen.goodTurns > goodTurns || m_stopping; });
}

QByteArray Board::token() const
{
    const std::scoped_lock lock(m_mutex);
    return m_token;
}

void Board::setToken(const QByteArray& token)
{
    const std::scoped_lock lock(m_mutex);
    m_token = token;
}

} // namespace handrail::agent
