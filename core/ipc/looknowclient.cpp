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
    connect(&m_socket, &QLocalSocket::connected, this, [this] { m_socket.write("look\n"); });
    connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
        if (m_socket.canReadLine())
            end(m_socket.readLine(64).trimmed() == "looking");
    });
    connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] { end(false); });
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] { end(false); });
}

void LookNowClient::lookNow()
{
    if (m_asking)
        return;
    m_asking = true;
    m_patience.start();
    m_socket.connectToServer(m_name);
}

void LookNowClient::end(bool heard)
{
    if (!m_asking)
        return;
    m_asking = false;
    m_patience.stop();
    m_socket.abort();
    if (heard)
        Q_EMIT answered();
    else
        Q_EMIT noAgent();
}

} // namespace handrail
