// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ipc/looknowserver.h"

#include "core/ipc/socketname.h"
#include "core/ports/diskroom.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocalSocket>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr qint64 longestWordBytes = 128; // «key » and 64 hex digits
constexpr int patienceMs = 5000;

} // namespace

LookNowServer::LookNowServer(QString profileDirectory, QObject* parent)
    : QObject(parent)
    , m_directory(std::move(profileDirectory))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(8);
    connect(&m_server, &QLocalServer::newConnection, this, &LookNowServer::greet);
}

LookNowServer::~LookNowServer() = default;

Result<void> LookNowServer::listen()
{
    m_lock = std::make_unique<QLockFile>(QDir(m_directory).filePath(u"agent.lock"_s));
    m_lock->setStaleLockTime(0); // However old: stale only when its process is gone.
    if (!m_lock->tryLock()) {
        // A killed agent's lock can't be taken over then, and looks like one that is held.
        if (isDiskFull(m_directory))
            return Error{ErrorCode::StorageTrouble,
                         tr("The disk is full, so the agent can't run. Nothing was lost: free some space, and sending goes on.")};
        if (m_lock->error() == QLockFile::LockFailedError)
            return Error{ErrorCode::Conflict, tr("An agent is already running for this profile.")};
        return Error{ErrorCode::StorageTrouble,
                     tr("The profile's folder can't be written to, so the agent can't run there.")};
    }
    const QString name = agentSocketName(m_directory);
    QLocalServer::removeServer(name); // We have the lock, so a socket that is there was left by a killed agent.
    if (!m_server.listen(name))
        return Error{ErrorCode::StorageTrouble,
                     tr("The agent's local socket can't be opened: %1").arg(m_server.errorString())};
    return {};
}

void LookNowServer::waitForKey(std::function<bool(const QByteArray&)> take)
{
    m_takeKey = std::move(take);
}

/// Nothing where the word is none of ours.
QByteArray LookNowServer::answerTo(const QByteArray& word)
{
    const bool isKey = word.startsWith("key ");
    if (word != "look" && !isKey)
        return {};
    if (m_takeKey && isKey && m_takeKey(word.mid(4))) {
        m_takeKey = nullptr;
        // After the answer has left: what follows opens the store, which takes a moment.
        QMetaObject::invokeMethod(this, &LookNowServer::unlocked, Qt::QueuedConnection);
        return "looking";
    }
    if (!m_takeKey)
        QMetaObject::invokeMethod(this, &LookNowServer::lookNow, Qt::QueuedConnection);
    else if (!isKey)
        Q_EMIT lookNow(); // a wipe is heard of without a key
    return m_takeKey ? "locked" : "looking";
}

void LookNowServer::greet()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        socket->setReadBufferSize(longestWordBytes);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(patienceMs, socket, [socket] { socket->abort(); });
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() >= longestWordBytes)
                    socket->abort();
                return;
            }
            if (const QByteArray answer = answerTo(socket->readLine(longestWordBytes).trimmed()); !answer.isEmpty())
                socket->write(answer + '\n');
            socket->disconnectFromServer();
        });
    }
}

} // namespace handrail
