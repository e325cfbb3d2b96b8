// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/loopbackserver.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace handrail::tests {

LoopbackServer::LoopbackServer(Script script)
{
    auto* server = new QTcpServer;
    server->listen(QHostAddress::LocalHost);
    m_port = server->serverPort();
    server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    QObject::connect(server, &QTcpServer::newConnection, server, [this, server, script] {
        QTcpSocket* socket = server->nextPendingConnection();
        if (script.atOnce)
            socket->write(script.answer);
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, script] {
            const std::scoped_lock lock(m_mutex);
            m_received += socket->readAll();
            if (script.atOnce || !m_received.contains("\r\n\r\n"))
                return;
            socket->write(script.answer);
            if (script.close)
                socket->disconnectFromHost();
        });
    });
    m_thread.start();
}

LoopbackServer::~LoopbackServer()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl LoopbackServer::url(const QString& path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path));
}

QByteArray LoopbackServer::received() const
{
    const std::scoped_lock lock(m_mutex);
    return m_received;
}

} // namespace handrail::tests
