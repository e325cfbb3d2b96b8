// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <functional>
#include <memory>

namespace handrail {

/// The agent's end of the local socket: hears «look now» from the desktop. Also what makes the agent the only one of
/// its profile: a lock file in the profile's directory decides (it survives kill -9, since it names the process), the
/// socket only speaks. Nobody but the user may connect. Where the agent has no key yet (core/secrets/vault.h) it answers
/// «locked», and hears the key from the desktop into which it was typed.
class LookNowServer : public QObject
{
    Q_OBJECT
public:
    explicit LookNowServer(QString profileDirectory, QObject* parent = nullptr);
    ~LookNowServer() override;

    /// Conflict where another agent has this profile; StorageTrouble where the lock or the socket can't be made.
    Result<void> listen();

    /// Gives what takes a key and says whether it fits; called until one does. Without this no key is asked for.
    void waitForKey(std::function<bool(const QByteArray& key)> take);

Q_SIGNALS:
    void lookNow();
    /// A key that fitted was taken.
    void unlocked();

private:
    void greet();
    [[nodiscard]] QByteArray answerTo(const QByteArray& word);

    QString m_directory;
    std::function<bool(const QByteArray&)> m_takeKey;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer m_server;
};

} // namespace handrail
