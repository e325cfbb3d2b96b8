// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/board.h"
#include "app/composition/profile.h"
#include "core/net/qttransport.h"
#include "core/sync/agentcycle.h"
#include "core/sync/session.h"

#include <QThread>

namespace handrail::agent {

/// What --once runs and what the thread repeats: one turn with its line in the log.
class Turns
{
public:
    /// All of it must outlive the object; for one thread.
    Turns(const composition::Profile& profile, composition::OpenedStore& opened, const sync::Session& session,
          Board& board);

    sync::CycleReport take();
    /// There was trouble; the next one is at most so far away.
    void willWait(qint64 ms);
    /// Ends a request that is under way, from any thread.
    void cancel() { m_transport.cancel(); }

private:
    bool renewToken();
    void log(const sync::CycleReport& report);

    const composition::Profile& m_profile;
    composition::OpenedStore& m_opened;
    Board& m_board;
    QtTransport m_transport;
    sync::ServerLink m_server;
    QString m_lastTrouble;
    qint64 m_leftToHeadless = 0;
};

/// The agent's worker: owns a connection to the store and takes turns (app/agent/turnloop.h).
class TurnThread : public QThread
{
    Q_OBJECT
public:
    TurnThread(const composition::Profile& profile, sync::Session session, Board& board, int pollSeconds);
    /// Ends the turn under way at the next point where that is harmless. Call board.stop() first.
    void cancel();

Q_SIGNALS:
    /// The store can't be opened (any more); the thread ends.
    void failed(const QString& sentence);
    /// The server wants this computer's data removed.
    void wipeOrdered();

protected:
    void run() override;

private:
    const composition::Profile& m_profile;
    sync::Session m_session;
    Board& m_board;
    int m_pollSeconds;
    std::mutex m_mutex;
    Turns* m_turns = nullptr;
};

} // namespace handrail::agent
