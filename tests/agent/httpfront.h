// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sync/fakeserver.h"

#include <QTcpServer>
#include <QTimer>

class QTcpSocket;

namespace handrail::tests {

/// Gives the server in memory a loopback port, for programs that are processes of their own. Lives on the test's event
/// loop; a request that waits for news is held until there is some.
class HttpFront : public QObject
{
    Q_OBJECT
public:
    explicit HttpFront(FakeServer& server);
    [[nodiscard]] QString address() const;
    /// Requests that are held, waiting for news.
    [[nodiscard]] int waiting() const { return int(m_held.size()); }

private:
    struct Held
    {
        QTcpSocket* socket;
        HttpRequest request;
        qint64 seen;
    };
    void read(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const HttpRequest& request);
    void answerHeld();

    FakeServer& m_server;
    QList<Held> m_held; ///< Outlives the sockets, which belong to the listener.
    QTcpServer m_listener;
    QTimer m_look;
};

} // namespace handrail::tests
