// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <memory>

namespace handrail {

/// The agent's end of the local socket: hears «look now» from the desktop. Also what makes the agent the only one of
/// its profile: a lock file in the profile's directory decides (it survives kill -9, since it names the process), the
/// socket only speaks. Nobody but the user may connect.
class LookNowServer : public QObject
{
    Q_OBJECT
public:
    explicit LookNowServer(QString profileDirectory, QObject* parent = nullptr);
    ~LookNowServer() override;

    /// Conflict where another agent has this profile; StorageTrouble where the lock or the socket can't be made.
    Result<void> listen();

Q_SIGNALS:
    void lookNow();

private:
    void greet();

    QString m_directory;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
};

} // namespace handrail
