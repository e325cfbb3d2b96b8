// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/httpserver.h"
#include "server/routes/adminroutes.h"
#include "tests/server/testserverstore.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <deque>

namespace handrail::tests {

struct TestAnswer
{
    int status = 0;
    QByteArray head;
    QByteArray body;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
};

inline void sendTo(QTcpSocket& socket, const QByteArray& bytes)
{
    socket.write(bytes);
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(5000)) {
    }
}

/// One HTTP answer out of the socket (Content-Length only, as our server sends), or status 0 where none came in time.
inline TestAnswer readAnswer(QTcpSocket& socket, int limitMs = 5000, bool isHead = false)
{
    QByteArray bytes;
    QElapsedTimer timer;
    timer.start();
    const auto answer = [&]() -> std::optional<TestAnswer> {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return std::nullopt;
        TestAnswer found{bytes.mid(9, 3).toInt(), bytes.left(end + 2), bytes.mid(end + 4)};
        const qsizetype at = found.head.indexOf("Content-Length: ");
        const qsizetype length =
            at < 0 || isHead ? 0 : found.head.mid(at + 16, found.head.indexOf("\r\n", at) - at - 16).toLongLong();
        return found.body.size() >= length ? std::optional(found) : std::nullopt;
    };
    for (;;) {
        bytes += socket.readAll();
        if (const auto found = answer())
            return *found;
        const int left = limitMs - int(timer.elapsed());
        if (left <= 0 || (!socket.waitForReadyRead(left) && socket.bytesAvailable() == 0))
            return {};
    }
}

/// Whether the server closed the connection within the limit.
inline bool isClosed(QTcpSocket& socket, int limitMs = 5000)
{
    QElapsedTimer timer;
    timer.start();
    while (socket.state() == QAbstractSocket::ConnectedState && timer.elapsed() < limitMs)
        socket.waitForReadyRead(50);
    return socket.state() != QAbstractSocket::ConnectedState;
}

/// The real HTTP server on a free loopback port, with what the test adds to `router` before start().
class TestHttp
{
public:
    explicit TestHttp(server::News& news, server::HttpSettings settings = {})
        : m_server(std::move(settings), router, news)
    {
    }
    void start()
    {
        port = mustHave(m_server.listen());
        m_server.start();
    }
    server::HttpServer& server() { return m_server; }

    std::unique_ptr<QTcpSocket> connect()
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QStringLiteral("127.0.0.1"), port);
        REQUIRE(socket->waitForConnected(5000));
        return socket;
    }
    TestAnswer raw(const QByteArray& bytes, bool isHead = false)
    {
        const auto socket = connect();
        sendTo(*socket, bytes);
        return readAnswer(*socket, 5000, isHead);
    }

    server::Router router;
    quint16 port = 0;

private:
    server::HttpServer m_server;
};

inline QByteArray httpText(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
                           const QByteArray& headers = {})
{
    return method + " " + target + " HTTP/1.1\r\nHost: x\r\n" + headers +
           (body.isEmpty() && method != "POST" ? QByteArray()
                                               : "Content-Length: " + QByteArray::number(body.size()) + "\r\n") +
           "\r\n" + body;
}

/// A whole server: store, accounts, sync, over real HTTP. Several on one store are several processes on one database.
struct TestServer
{
    std::shared_ptr<TestServerStore> shared = std::make_shared<TestServerStore>();
    TestServerStore& store = *shared;
    server::News ownNews;
    server::News& news;
    server::Databases databases{store.settings, news};
    server::RouteContext context{databases, store.environment};
    TestHttp http{news};

    TestServer()
        : news(store.news)
    {
        start();
    }
    explicit TestServer(std::shared_ptr<TestServerStore> on)
        : shared(std::move(on))
        , news(ownNews)
    {
        start();
    }
    void start()
    {
        registerAccountRoutes(http.router, context);
        registerDeviceRoutes(http.router, context);
        registerSecondFactorRoutes(http.router, context);
        registerSyncRoutes(http.router, context);
        registerHealthRoute(http.router, context);
        registerPeopleRoutes(http.router, context);
        registerPrivacyRoutes(http.router, context);
        registerFeedRoutes(http.router, context);
        http.start();
    }
    User addUser(const QString& email, Role role = Role::Worker)
    {
        auto db = store.open();
        const User user{
            .id = UserId(store.ids.next()), .displayName = QStringLiteral("Maria"), .email = email, .role = role};
        mustWork(server::addUser(*db, store.agency.id, user, QStringLiteral("correct horse"), store.environment));
        return user;
    }
    TestAnswer send(const QByteArray& method, const QByteArray& target, const QByteArray& token,
                    const QByteArray& body = {})
    {
        return http.raw(
            httpText(method, target, body, token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token + "\r\n"));
    }
    TestAnswer post(const QByteArray& target, const QByteArray& token, const QJsonObject& body)
    {
        return send("POST", target, token, QJsonDocument(body).toJson(QJsonDocument::Compact));
    }
    TestAnswer signInAnswer(const QString& email, const QString& password, const QUuid& device)
    {
        return post("/v1/sign-in", {},
                    protocol::toJson(protocol::SignInRequest{email, password, device, QStringLiteral("desk")}));
    }
    QByteArray signIn(const QString& email, const QUuid& device)
    {
        return mustHave(protocol::readSignInAnswer(signInAnswer(email, QStringLiteral("correct horse"), device).json()))
            .token;
    }
};

} // namespace handrail::tests
