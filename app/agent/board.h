// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <condition_variable>
#include <mutex>

namespace handrail::agent {

/// What the agent's threads tell each other; every function may be called from any of them. Real time is right here: it
/// bounds waiting, and decides nothing.
class Board
{
public:
    explicit Board(QByteArray token)
        : m_token(std::move(token))
    {
    }

    /// Somebody wants a turn now: the desktop, or news at the server.
    void wake();
    void stop();
    [[nodiscard]] bool stopping() const;

    /// Waits for wake() or stop(), at most `ms`; whether one came. A wake() from before counts once.
    bool waitForWork(qint64 ms);
    /// Waits for stop(), at most `ms`.
    void pause(qint64 ms);

    /// A turn has ended with the store at `cursor`, seeing `sight` (core/sync/session.h); `well`: without trouble.
    void turnEnded(qint64 cursor, const QString& sight, bool well);
    struct Seen
    {
        qint64 cursor = -1; ///< -1 before the first turn.
        QString sight;
        int turns = 0;
        int goodTurns = 0;
    };
    [[nodiscard]] Seen seen() const;
    /// Waits for the end of the turn after the first `turns`, or stop(), at most `ms`.
    void waitForTurnAfter(int turns, qint64 ms);
    /// The same for turns without trouble: the server is there again.
    void waitForGoodTurnAfter(int goodTurns, qint64 ms);

    [[nodiscard]] QByteArray token() const;
    void setToken(const QByteArray& token);

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    QByteArray m_token;
    Seen m_seen;
    bool m_wanted = false;
    bool m_stopping = false;
};

} // namespace handrail::agent
