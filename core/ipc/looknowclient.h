// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalSocket>
#include <QObject>
#include <QTimer>
#include <functional>

namespace handrail {

/// The desktop's end of the local socket. Never blocks. One question at a time: a second lookNow() while one is under
/// way is answered together with it.
class LookNowClient : public QObject
{
    Q_OBJECT
public:
    explicit LookNowClient(const QString& profileDirectory, QObject* parent = nullptr);

    /// What hands the agent the key that it may wait for, as hex; empty while there is none here either.
    void setKey(std::function<QByteArray()> key) { m_key = std::move(key); }

    /// Tells the agent of the profile to look at the store now. Ends in answered() or in noAgent().
    void lookNow();

Q_SIGNALS:
    void answered();
    /// Nobody listens, or what listens does not speak within two seconds.
    void noAgent();

private:
    void hear(const QByteArray& answer);
    void lose();
    void end(bool heard);

    QString m_name;
    QLocalSocket m_socket;
    QTimer m_patience;
    std::function<QByteArray()> m_key;
    bool m_asking = false;
    bool m_keySent = false;
    bool m_turning = false; ///< Between the connection that heard «locked» and the one that brings the key.
};

} // namespace handrail
