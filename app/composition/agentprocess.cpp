// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/agentprocess.h"

#include "app/composition/agentprogram.h"

#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

/// An agent that was just started needs a moment before it listens; one that ends at once must not be started in a
/// tight loop.
constexpr qint64 startPauseMs = 5000;
constexpr int startsWithoutAnswer = 3;

} // namespace

AgentProcess::AgentProcess(const Profile& profile, int pollSeconds, QObject* parent)
    : QObject(parent)
    , m_profile(profile)
    , m_pollSeconds(pollSeconds)
    , m_client(profile.directory())
{
    m_client.setKey([this] { return m_profile.handOver(); });
    connect(&m_client, &LookNowClient::answered, this, [this] {
        m_starts = 0;
        setTrouble({});
    });
    connect(&m_client, &LookNowClient::noAgent, this, &AgentProcess::startAgent);
}

void AgentProcess::lookNow()
{
    m_client.lookNow();
}

void AgentProcess::startAgent()
{
    const qint64 now = m_profile.clock().monotonicMs();
    if (m_startedAtMs >= 0 && now - m_startedAtMs < startPauseMs)
        return;
    m_startedAtMs = now;
    const QString program = agentProgram();
    if (program.isEmpty() || !QProcess::startDetached(program, arguments())) {
        setTrouble(tr("The program handrail-agent can't be started, so nothing is sent or received. Install "
                      "Handrail again; your work on this computer is kept."));
        return;
    }
    if (++m_starts >= startsWithoutAnswer)
        setTrouble(tr("The background agent ends again as soon as it is started, so nothing is sent or received. "
                      "Unlock the keychain or sign in again; your work on this computer is kept."));
}

QStringList AgentProcess::arguments() const
{
    QStringList all = agentArguments(m_profile);
    if (m_pollSeconds > 0)
        all << u"--poll-seconds"_s << QString::number(m_pollSeconds);
    return all;
}

void AgentProcess::setTrouble(const QString& sentence)
{
    if (m_trouble == sentence)
        return;
    m_trouble = sentence;
    Q_EMIT troubleChanged();
}

} // namespace handrail::composition
