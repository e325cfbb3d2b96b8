// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/turnthread.h"

#include "app/agent/agentlog.h"
#include "app/agent/turnloop.h"

namespace handrail::agent {

Turns::Turns(const composition::Profile& profile, composition::OpenedStore& opened, const sync::Session& session,
             Board& board)
    : m_profile(profile)
    , m_opened(opened)
    , m_board(board)
    , m_transport(profile.trust())
    , m_server(m_transport, session.server, board.token())
{
}

sync::CycleReport Turns::take()
{
    const bool maySend = m_profile.options().policy.agentSends.value_or(true);
    sync::CycleReport report = sync::runCycle(*m_opened.store, m_server, m_profile.clock(), maySend);
    log(report);
    if (report.trouble && report.trouble->code == ErrorCode::Unauthorized && renewToken()) {
        report = sync::runCycle(*m_opened.store, m_server, m_profile.clock(), maySend);
        log(report);
    }
    if (report.serverAheadMs)
        m_profile.learnServerTime(m_profile.clock().now().addMSecs(*report.serverAheadMs));
    const auto cursor = m_opened.store->sync().cursor();
    const auto sight = m_opened.store->sync().fact(sync::facts::sight);
    m_board.turnEnded(cursor ? *cursor : 0, sight ? *sight : QString(), !report.trouble);
    return report;
}

/// The worker may have signed in again at the desktop, which leaves a new token in the keychain. Whether there is one.
bool Turns::renewToken()
{
    const auto token = sync::readToken(*m_opened.secrets);
    if (!token || *token == m_board.token())
        return false;
    m_board.setToken(*token);
    m_server.setToken(*token);
    return true;
}

void Turns::willWait(qint64 ms)
{
    if (const auto kept = sync::keepNextTry(m_opened.store->sync(), m_profile.clock(), ms); !kept)
        qCWarning(agentLog, "%s", qUtf8Printable(kept.error().sentence));
}

/// Counts and our own sentences only: no name, address or text of a client ever reaches a log.
void Turns::log(const sync::CycleReport& report)
{
    if (report.didSomething())
        qCInfo(agentLog, "turn: pushed %d, refused %d, pulled %d, handed over %d, released %d, left %d",
               report.pushed.accepted, report.pushed.refused, report.pulled, report.sent.handed, report.sent.released,
               report.sent.lapsed);
    if (!report.trouble && report.sent.leftToHeadless != std::exchange(m_leftToHeadless, report.sent.leftToHeadless))
        qCInfo(agentLog, "messages left to the agency's headless agent: %lld", report.sent.leftToHeadless);
    const QString trouble = report.trouble ? report.trouble->sentence : report.sent.carrierTrouble;
    if (trouble != m_lastTrouble)
        qCInfo(agentLog, "%s", trouble.isEmpty() ? "all is well again" : qUtf8Printable(trouble));
    m_lastTrouble = trouble;
}

TurnThread::TurnThread(const composition::Profile& profile, sync::Session session, Board& board, int pollSeconds)
    : m_profile(profile)
    , m_session(std::move(session))
    , m_board(board)
    , m_pollSeconds(pollSeconds)
{
}

void TurnThread::cancel()
{
    const std::scoped_lock lock(m_mutex);
    if (m_turns != nullptr)
        m_turns->cancel();
}

void TurnThread::run()
{
    auto opened = m_profile.openStore();
    if (!opened) {
        Q_EMIT failed(opened.error().sentence);
        return;
    }
    Turns turns(m_profile, *opened, m_session, m_board);
    const auto announce = [this](Turns* now) {
        const std::scoped_lock lock(m_mutex);
        m_turns = now;
    };
    announce(&turns);
    bool wipe = false;
    TurnLoop loop(m_board, m_profile.clock(), m_profile.random(), {.pollMs = m_pollSeconds * 1000LL});
    qint64 more = 0;
    loop.run(
        [&] {
            const sync::CycleReport report = turns.take();
            more = report.sent.moreInMs;
            if (report.wipeOrdered && !std::exchange(wipe, true))
                Q_EMIT wipeOrdered();
            return !report.trouble;
        },
        [&turns](qint64 ms) { turns.willWait(ms); }, [&more] { return more; });
    announce(nullptr);
}

} // namespace handrail::agent
