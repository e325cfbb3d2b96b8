// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ipc/looknowclient.h"

#include "core/ipc/socketname.h"

namespace handrail {

LookNowClient::LookNowClient(const QString& profileDirectory, QObject* parent)
    : QObject(parent)
    , m_name(agentSocketName(profileDirectory))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(2000);
    connect(&m_patience, &QTimer::timeout, this, [this] { end(false); });
    connect(&m_socket, &QLocalSocket::connected, this, [this] {
        m_turning = false;
        // One word a connection: the key where it was asked for the last time, else «look».
        const QByteArray key = m_keySent && m_key ? m_key() : QByteArray();
        m_socket.write(key.isEmpty() ? QByteArray("look\n") : "key " + key + '\n');
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
        if (m_socket.canReadLine())
            hear(m_socket.readLine(64).trimmed());
    });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, &LookNowClient::lose);
    connect(&m_socket, &QLocalSocket::disconnected, this, &LookNowClient::lose);
}

void LookNowClient::lookNow()
{
    if (m_asking)
        return;
    m_asking = true;
    m_patience.start();
    m_socket.connectToServer(m_name);
}

void LookNowClient::hear(const QByteArray& answer)
{
    const bool locked = answer == "locked";
    if (locked && !m_keySent && m_key && !m_key().isEmpty()) {
        m_keySent = true;
        m_turning = true;
        m_socket.abort();
        // Not from within the signal of the connection that ends here.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_turning)
                    m_socket.connectToServer(m_name);
            },
            Qt::QueuedConnection);
        return;
    }
    // An agent that waits for its key is an agent all the same: another one would wait as well.
    end(locked || answer == "looking");
}

void LookNowClient::lose()
{
    if (!m_turning)
        end(false);
}

void LookNowClient::end(bool heard)
{
    if (!m_asking)
        return;
    m_asking = false;
    m_keySent = false;
    m_turning = false;
    m_patience.stop();
    m_socket.abort();
    if (heard)
        Q_EMIT answered();
    else
        Q_EMIT noAgent();
}

} // namespace handrail
