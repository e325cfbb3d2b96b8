// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QThread>
#include <QUrl>
#include <mutex>

namespace handrail::tests {

/// A server on a free loopback port, in a thread of its own, that answers every request with the same bytes.
class LoopbackServer
{
public:
    struct Script
    {
        QByteArray answer;   ///< Written as it is.
        bool close = true;   ///< Close after the answer; otherwise keep the connection open and silent.
        bool atOnce = false; ///< Speak first, as a mail server does, instead of waiting for the request.
    };

    explicit LoopbackServer(Script script);
    ~LoopbackServer();

    [[nodiscard]] QUrl url(const QString& path = QStringLiteral("/")) const;
    /// All bytes received so far.
    [[nodiscard]] QByteArray received() const;

private:
    QThread m_thread;
    quint16 m_port = 0;
    mutable std::mutex m_mutex;
    QByteArray m_received;
};

} // namespace handrail::tests
