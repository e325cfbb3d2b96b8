// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/protocol/wiresignin.h"

#include <QOAuthHttpServerReplyHandler>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <chrono>

namespace handrail::composition {

/// The browser's part of a sign-in with the organisation's account (RFC 8252): the system's browser, an answer on a
/// free port of loopback, PKCE with S256, a state of our own. The server has the other half (docs/decisions/0182).
class BrowserSignIn : public QObject
{
    Q_OBJECT

public:
    /// Listens from now on, for so long: the server's half of a sign-in is over by then (server/auth/singlesignon.cpp).
    explicit BrowserSignIn(std::chrono::milliseconds patience = std::chrono::minutes(10), QObject* parent = nullptr);

    /// What POST /v1/sign-in/oidc/start needs of us; empty where no port could be taken.
    [[nodiscard]] QString redirectUri() const;
    [[nodiscard]] QString codeChallenge() const;
    /// Where the browser goes: the provider's address with all that it has to be asked. Invalid where the server named
    /// one that is neither https nor on this machine.
    QUrl address(const protocol::SingleSignOnStart& start);

Q_SIGNALS:
    /// The browser came back with what POST /v1/sign-in/oidc takes.
    void answered(const protocol::SingleSignOnFinish& finish);
    /// The person, or the provider, said no.
    void refused();
    /// Nobody came back: the browser was closed, or forgotten.
    void timedOut();

private:
    void take(const QVariantMap& values);

    QOAuthHttpServerReplyHandler m_handler;
    QString m_verifier;
    QString m_state;
    QByteArray m_attempt;
    QTimer m_timer;
};

} // namespace handrail::composition
