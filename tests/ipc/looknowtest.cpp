// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ipc/looknowclient.h"
#include "core/ipc/looknowserver.h"
#include "core/ipc/socketname.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;

namespace {

/// Asks once; whether an agent answered.
bool agentAnswers(const QString& profile)
{
    LookNowClient client(profile);
    QSignalSpy answered(&client, &LookNowClient::answered);
    QSignalSpy none(&client, &LookNowClient::noAgent);
    client.lookNow();
    REQUIRE(QTest::qWaitFor([&] { return answered.count() + none.count() > 0; }, 5000));
    return answered.count() == 1;
}

} // namespace

TEST_CASE("look now: the desktop's word", "[ipc]")
{
    const QTemporaryDir profile;
    LookNowServer server(profile.path());
    mustWork(server.listen());
    QSignalSpy heard(&server, &LookNowServer::lookNow);

    SECTION("reaches the agent of the profile, again and again")
    {
        CHECK(agentAnswers(profile.path()));
        CHECK(agentAnswers(profile.path()));
        CHECK(heard.count() == 2);
    }
    SECTION("reaches it whatever way the folder is written")
    {
        CHECK(agentAnswers(profile.path() + u"/../"_s + QDir(profile.path()).dirName() + u'/'));
    }
    SECTION("does not reach the agent of another profile")
    {
        const QTemporaryDir other;
        CHECK_FALSE(agentAnswers(other.path()));
        CHECK(heard.count() == 0);
    }
    SECTION("is not heard in bytes that say something else")
    {
        const QByteArray bytes = GENERATE(QByteArray("nonsense\n"), QByteArray(100000, 'x'));
        QLocalSocket socket;
        socket.connectToServer(agentSocketName(profile.path()));
        QSignalSpy closed(&socket, &QLocalSocket::disconnected);
        REQUIRE(socket.waitForConnected(5000));
        socket.write(bytes);
        REQUIRE(QTest::qWaitFor([&] { return closed.count() > 0; }, 5000));
        CHECK(heard.count() == 0);
        CHECK(agentAnswers(profile.path()));
    }
}

TEST_CASE("look now: an agent that waits for its key", "[ipc]")
{
    const QTemporaryDir profile;
    LookNowServer server(profile.path());
    mustWork(server.listen());
    QSignalSpy heard(&server, &LookNowServer::lookNow);
    QSignalSpy unlocked(&server, &LookNowServer::unlocked);
    const QByteArray key(64, 'a');
    QList<QByteArray> offered;
    server.waitForKey([&](const QByteArray& one) {
        offered.append(one);
        return one == key;
    });
    LookNowClient client(profile.path());
    QSignalSpy answered(&client, &LookNowClient::answered);
    QSignalSpy none(&client, &LookNowClient::noAgent);
    const auto ask = [&] {
        const auto before = answered.count();
        client.lookNow();
        REQUIRE(QTest::qWaitFor([&] { return answered.count() + none.count() > before; }, 5000));
        QTest::qWait(1);
    };

    SECTION("is an agent, so that no second one is started, and hears a desktop that has no key either")
    {
        ask();
        CHECK(none.isEmpty());
        CHECK(offered.isEmpty());
        CHECK(heard.count() == 1);
        CHECK(unlocked.isEmpty());
    }
    SECTION("takes the key that fits, once, and is an agent like any other then")
    {
        client.setKey([&] { return key; });
        ask();
        REQUIRE(QTest::qWaitFor([&] { return unlocked.count() == 1; }, 5000));
        CHECK(offered == QList<QByteArray>{key});
        ask();
        CHECK(offered.size() == 1);
        CHECK(unlocked.count() == 1);
    }
    SECTION("goes on waiting after one that does not fit")
    {
        client.setKey([] { return QByteArray(64, 'b'); });
        ask();
        CHECK(none.isEmpty()); // it is an agent all the same
        CHECK(unlocked.isEmpty());
        CHECK(offered.size() == 1);
        client.setKey([&] { return key; });
        ask();
        REQUIRE(QTest::qWaitFor([&] { return unlocked.count() == 1; }, 5000));
    }
}

TEST_CASE("look now: one agent a profile", "[ipc]")
{
    const QTemporaryDir profile;

    SECTION("a second one is told so, and the first goes on")
    {
        LookNowServer first(profile.path());
        mustWork(first.listen());
        LookNowServer second(profile.path());
        const Result<void> refused = second.listen();
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::Conflict);
        CHECK(agentAnswers(profile.path()));
    }
    SECTION("the next one can start when the first has ended")
    {
        {
            LookNowServer first(profile.path());
            mustWork(first.listen());
        }
        CHECK_FALSE(agentAnswers(profile.path()));
        LookNowServer second(profile.path());
        mustWork(second.listen());
        CHECK(agentAnswers(profile.path()));
    }
    SECTION("a lock and a socket that a killed agent left are taken over")
    {
        {
            QLocalServer left;
            REQUIRE(left.listen(agentSocketName(profile.path())));
            QFile lock(QDir(profile.path()).filePath(u"agent.lock"_s));
            REQUIRE(lock.open(QIODevice::WriteOnly));
            // A process id beyond Linux's largest (2^22): nobody's.
            lock.write("99999999\nhandrail-agent\n" + QSysInfo::machineHostName().toUtf8() + '\n' +
                       QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n');
        }
        LookNowServer next(profile.path());
        mustWork(next.listen());
        CHECK(agentAnswers(profile.path()));
    }
    SECTION("a folder that can't be written to is told apart from a second agent")
    {
        LookNowServer server(profile.path() + u"/missing"_s);
        const Result<void> refused = server.listen();
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().code == ErrorCode::StorageTrouble);
    }
}
