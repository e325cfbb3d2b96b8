// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <atomic>
#include <functional>
#include <future>
#include <thread>

namespace handrail::tests {

/// A server of the test's own on a free loopback port, or on `wanted`: `talk` has each connection, one after the other.
class LoopbackServer
{
public:
    explicit LoopbackServer(std::function<void(QTcpSocket&)> talk, quint16 wanted = 0)
    {
        std::promise<quint16> port;
        auto listening = port.get_future();
        m_thread = std::thread([this, talk = std::move(talk), &port, wanted] {
            QTcpServer server;
            server.listen(QHostAddress::LocalHost, wanted);
            port.set_value(server.serverPort());
            while (!m_stop) {
                server.waitForNewConnection(20);
                const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
                if (!socket)
                    continue;
                ++connections;
                talk(*socket);
            }
        });
        m_port = listening.get();
    }
    ~LoopbackServer()
    {
        m_stop = true;
        m_thread.join();
    }
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url(const QString& scheme, const QString& path) const
    {
        return QUrl(scheme + QStringLiteral("://127.0.0.1:") + QString::number(m_port) + path);
    }

    /// What came until the blank line that ends a request's headers.
    static QByteArray readHead(QTcpSocket& socket)
    {
        QByteArray head;
        while (!head.contains("\r\n\r\n") && socket.waitForReadyRead(5000))
            head += socket.readAll();
        return head;
    }
    static void reply(QTcpSocket& socket, const QByteArray& bytes)
    {
        socket.write(bytes);
        socket.waitForBytesWritten(5000);
        socket.disconnectFromHost();
        if (socket.state() != QAbstractSocket::UnconnectedState)
            socket.waitForDisconnected(5000);
    }
    /// A port on which nobody listens.
    static quint16 freePort()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return server.serverPort();
    }

    std::atomic<int> connections = 0;

private:
    std::thread m_thread;
    std::atomic<bool> m_stop = false;
    quint16 m_port = 0;
};

} // namespace handrail::tests
