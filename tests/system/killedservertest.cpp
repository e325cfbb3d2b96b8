// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/realprograms.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

constexpr int clientCount = 1600;

/// The line between a computer and the server. Of page number `cutAt` of a snapshot a part arrives; then the server is
/// killed.
class DyingLine
{
public:
    DyingLine(RealServer& server, int cutAt)
        : m_server(server)
        , m_cutAt(cutAt)
    {
        REQUIRE(m_door.listen(QHostAddress::LocalHost));
        QObject::connect(&m_door, &QTcpServer::newConnection, &m_door, [this] {
            while (QTcpSocket* near = m_door.nextPendingConnection())
                join(near);
        });
    }
    [[nodiscard]] QString address() const { return u"http://127.0.0.1:%1"_s.arg(m_door.serverPort()); }
    QList<QByteArray> pages; ///< First lines of the requests for one.

private:
    void join(QTcpSocket* near)
    {
        auto* far = new QTcpSocket(near);
        far->connectToHost(u"127.0.0.1"_s, quint16(QUrl(m_server.address).port()));
        QObject::connect(near, &QTcpSocket::disconnected, near, &QObject::deleteLater);
        QObject::connect(far, &QTcpSocket::disconnected, near, [near] { near->disconnectFromHost(); });
        QObject::connect(near, &QTcpSocket::readyRead, far, [this, near, far] {
            const QByteArray sent = near->readAll();
            if (sent.startsWith("GET /v1/snapshot"))
                pages.append(sent.left(sent.indexOf('\r')));
            far->write(sent);
        });
        QObject::connect(far, &QTcpSocket::readyRead, near, [this, near, far] {
            const QByteArray answer = far->readAll();
            if (pages.size() != m_cutAt) {
                near->write(answer);
                return;
            }
            m_cutAt = -1;
            near->write(answer.left(answer.size() / 2));
            near->flush();
            m_server.kill();
            near->abort();
        });
    }

    RealServer& m_server;
    int m_cutAt;
    QTcpServer m_door;
};

/// Not waitForFinished(): the line needs its events.
int endOf(QProcess& agent)
{
    const bool ended = QTest::qWaitFor([&] { return agent.state() == QProcess::NotRunning; }, 2 * patienceMs);
    INFO(agent.readAll().toStdString());
    REQUIRE(ended);
    return agent.exitCode();
}

int clientsOn(Computer& computer)
{
    return computer.atDesk([&](casework::Desk& desk) { return mustHave(desk.store.clients().count(QString())); });
}

} // namespace

TEST_CASE("a server that is killed in the middle of a snapshot: the device goes on and gets everything", "[system][sight]")
{
    RealServer server;
    server.addUser(u"ana@opendoor.example"_s, u"worker"_s);
    QByteArray csv = "First name,Last name,Phone\n";
    for (int i = 0; i < clientCount; ++i)
        csv += "Client,Number " + QByteArray::number(i) + ",+1937555" + QByteArray::number(2000 + i) + '\n';
    server.write(u"clients.csv"_s, csv);
    server.command({u"client"_s, u"import"_s, u"--agency"_s, u"Open Door"_s, server.path(u"clients.csv"_s), u"--worker"_s,
                    u"ana@opendoor.example"_s, u"--apply"_s});
    DyingLine line(server, 3);
    Computer anas(server, u"ana@opendoor.example"_s, Computer::Unsigned{});

    QProcess first;
    anas.startTurn(first, anas.signIn(line.address()));
    CHECK(endOf(first) == 1); // The turn had trouble.
    REQUIRE(line.pages.size() == 3);
    const int arrived = clientsOn(anas);
    CHECK(arrived > 0);
    CHECK(arrived < clientCount);

    server.serve();
    QProcess second;
    anas.startTurn(second);
    CHECK(endOf(second) == 0);
    CHECK(clientsOn(anas) == clientCount);
    // It went on with the page that was lost, not from the beginning.
    REQUIRE(line.pages.size() > 3);
    CHECK(line.pages[3] == line.pages[2]);
}
