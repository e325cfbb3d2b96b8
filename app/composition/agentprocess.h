// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/profile.h"
#include "core/ipc/looknowclient.h"

#include <QObject>

namespace handrail::composition {

/// The background agent as the desktop sees it: told to look, and started as a process of its own where none answers.
/// It outlives the desktop, since follow-ups must go out in the evening too.
class AgentProcess : public QObject
{
    Q_OBJECT
public:
    /// `pollSeconds` 0: the agent's own default.
    explicit AgentProcess(const Profile& profile, int pollSeconds = 0, QObject* parent = nullptr);

    /// Never blocks. Call it after sign-in, at start, and whenever something waits for the server.
    void lookNow();
    /// A sentence where the agent can't be started; empty while all is well.
    [[nodiscard]] const QString& trouble() const { return m_trouble; }

Q_SIGNALS:
    void troubleChanged();

private:
    void startAgent();
    [[nodiscard]] QStringList arguments() const;
    void setTrouble(const QString& sentence);

    const Profile& m_profile;
    int m_pollSeconds;
    LookNowClient m_client;
    qint64 m_startedAtMs = -1;
    int m_starts = 0; ///< Since an agent last answered.
    QString m_trouble;
};

} // namespace handrail::composition
