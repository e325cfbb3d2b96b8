// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agent/httpfront.h"

#include <QTcpSocket>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

/// A whole request out of `bytes`, or nothing yet. Only what our own programs send.
std::optional<HttpRequest> parse(const QByteArray& bytes, const QString& address)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    HttpRequest request;
    const QList<QByteArray> lines = bytes.first(end).split('\n');
    const QList<QByteArray> words = lines.first().split(' ');
    request.method = words.value(0);
    request.url = QUrl(address + QString::fromLatin1(words.value(1)));
    qsizetype length = 0;
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplaceBack(line.first(colon), line.mid(colon + 1).trimmed());
        if (line.first(colon).toLower() == "content-length")
            length = line.mid(colon + 1).trimmed().toLongLong();
    }
    request.body = bytes.mid(end + 4);
    return request.body.size() < length ? std::nullopt : std::optional(request);
}

} // namespace

HttpFront::HttpFront(FakeServer& server)
    : m_server(server)
{
    m_listener.listen(QHostAddress::LocalHost);
    connect(&m_listener, &QTcpServer::newConnection, this, [this] {
        QTcpSocket* socket = m_listener.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_held.removeIf([socket](const Held& held) { return held.socket == socket; });
            socket->deleteLater();
        });
    });
    m_look.setInterval(20);
    connect(&m_look, &QTimer::timeout, this, &HttpFront::answerHeld);
    m_look.start();
}

QString HttpFront::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_listener.serverPort());
}

void HttpFront::read(QTcpSocket* socket)
{
    const QByteArray bytes = socket->property("bytes").toByteArray() + socket->readAll();
    socket->setProperty("bytes", bytes);
    const auto request = parse(bytes, address());
    if (!request)
        return;
    socket->setProperty("bytes", QByteArray());
    const QUrlQuery query(request->url);
    const qint64 since = query.queryItemValue(u"since"_s).toLongLong();
    if (query.hasQueryItem(u"wait"_s) && since >= m_server.log().size())
        m_held.append({socket, *request, since});
    else
        answer(socket, *request);
}

void HttpFront::answer(QTcpSocket* socket, const HttpRequest& request)
{
    const HttpResponse response = m_server.answer(request);
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + " -\r\n";
    for (const auto& [name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    socket->write(head + "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n\r\n" + response.body);
}

void HttpFront::answerHeld()
{
    for (const Held& held : QList<Held>(m_held)) {
        if (m_server.log().size() <= held.seen)
            continue;
        m_held.removeIf([&](const Held& other) { return other.socket == held.socket; });
        answer(held.socket, held.request);
    }
}

} // namespace handrail::tests
