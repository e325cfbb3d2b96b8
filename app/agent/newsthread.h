// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/agent/board.h"
#include "app/composition/profile.h"
#include "core/net/qttransport.h"
#include "core/sync/session.h"

#include <QThread>

namespace handrail::agent {

/// Only waits for news at the server, by one long request after the other, and wakes the turns: a client's answer is at
/// the desk within a second, without polling every second. Touches neither store nor keychain.
class NewsThread : public QThread
{
    Q_OBJECT
public:
    NewsThread(const composition::Profile& profile, sync::Session session, Board& board);
    /// Ends the request under way. Call board.stop() first.
    void cancel();

protected:
    void run() override;

private:
    bool waitForNews(QtTransport& transport);

    const composition::Profile& m_profile;
    sync::Session m_session;
    Board& m_board;
    qint64 m_looked = 0; ///< Up to here there was nothing for this user.
    std::mutex m_mutex;
    QtTransport* m_transport = nullptr;
};

} // namespace handrail::agent
