// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/options.h"
#include "app/composition/agentprocess.h"
#include "app/composition/loginfile.h"
#include "app/composition/profile.h"
#include "app/composition/systemloginstart.h"
#include "core/ipc/looknowclient.h"
#include "core/sync/session.h"
#include "core/system/systemclock.h"
#include "tests/agent/httpfront.h"
#include "tests/sync/fakeworld.h"

#include <QDir>
#include <QLockFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;
using namespace handrail::agent;

namespace {

constexpr int patienceMs = 20000;

/// A host of its own: profile, credentials, and the real program against the server in memory.
class Host
{
public:
    Host()
        : front(world.server)
    {
        world.clock.setWall(SystemClock().now()); // The program has the machine's clock.
        QDir(m_folder.path()).mkdir(u"credentials"_s);
        QFile::setPermissions(credentials(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QFile password(m_folder.filePath(u"password"_s));
        REQUIRE(password.open(QIODevice::WriteOnly));
        password.write(world.server.password.toUtf8() + '\n');
    }
    ~Host()
    {
        if (process.state() != QProcess::NotRunning) {
            process.kill();
            process.waitForFinished();
        }
    }

    /// Named as people name folders.
    [[nodiscard]] QString profile() const { return m_folder.filePath(u"Ana's 100% \"$HOME\" profile"_s); }
    [[nodiscard]] QString credentials() const { return m_folder.filePath(u"credentials"_s); }
    [[nodiscard]] QStringList signIn() const
    {
        return {u"--server"_s,        front.address(),
                u"--email"_s,         u"dana@agency.example"_s,
                u"--password-file"_s, m_folder.filePath(u"password"_s)};
    }

    void start(QProcess& which, const QStringList& more)
    {
        const QStringList own{u"--profile"_s, profile(),           u"--credentials"_s,
                              credentials(),  u"--poll-seconds"_s, u"3600"_s};
        which.setProcessChannelMode(QProcess::MergedChannels);
        which.start(QStringLiteral(HANDRAIL_AGENT), own + more);
    }
    /// Runs the program to its end while the server answers.
    int run(const QStringList& more)
    {
        QProcess once;
        start(once, more);
        REQUIRE(QTest::qWaitFor([&] { return once.state() == QProcess::NotRunning; }, patienceMs));
        output = QString::fromUtf8(once.readAll());
        return once.exitStatus() == QProcess::NormalExit ? once.exitCode() : -1;
    }
    /// Opens the store as the desktop does, for a moment.
    template <typename Use>
    auto atDesk(Use use)
    {
        const auto own = mustHave(composition::Profile::make({profile(), {}, credentials()}));
        const auto opened = mustHave(own->openStore());
        return use(*opened.store);
    }
    [[nodiscard]] QString fact(QLatin1String name)
    {
        return atDesk([&](LocalStore& store) { return mustHave(store.sync().fact(name)); });
    }
    bool lookNow()
    {
        LookNowClient client(profile());
        QSignalSpy answered(&client, &LookNowClient::answered);
        QSignalSpy none(&client, &LookNowClient::noAgent);
        client.lookNow();
        REQUIRE(QTest::qWaitFor([&] { return answered.count() + none.count() > 0; }, patienceMs));
        return answered.count() > 0;
    }

    FakeWorld world;
    HttpFront front;
    QProcess process;
    QString output;

private:
    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("agent options: the command line", "[agent][options]")
{
    const auto read = [](const QStringList& arguments) {
        return readOptions(QStringList{u"handrail-agent"_s} + arguments);
    };

    SECTION("has its defaults")
    {
        const Options options = mustHave(read({}));
        CHECK_FALSE(options.once);
        CHECK(options.pollSeconds == 30);
        CHECK_FALSE(options.signIn);
    }
    SECTION("is refused with a sentence where it can't be right")
    {
        const QStringList wrong =
            GENERATE(QStringList{u"--nonsense"_s}, QStringList{u"extra"_s}, QStringList{u"--poll-seconds"_s, u"0"_s},
                     QStringList{u"--poll-seconds"_s, u"soon"_s}, QStringList{u"--poll-seconds"_s, u"3601"_s},
                     QStringList{u"--server"_s, u"https://h.example"_s}, QStringList{u"--profile"_s});
        const auto refused = read(wrong);
        REQUIRE_FALSE(refused.ok());
        CHECK_FALSE(refused.error().sentence.isEmpty());
    }
}

TEST_CASE("agent program: exit codes", "[agent][program]")
{
    Host host;

    SECTION("say that the command line is wrong")
    {
        CHECK(host.run({u"--nonsense"_s}) == BadUsage);
    }
    SECTION("say that nobody is signed in")
    {
        CHECK(host.run({u"--once"_s}) == NotSignedIn);
        CHECK(host.output.contains(u"Nobody is signed in"_s));
    }
    SECTION("say that the password is wrong, in the server's words")
    {
        host.world.server.password = u"another"_s;
        CHECK(host.run(QStringList{u"--once"_s} + host.signIn()) == NotSignedIn);
        CHECK(host.output.contains(u"password is wrong"_s));
    }
    SECTION("say that the key is gone, and leave the store as it is")
    {
        CHECK(host.run(QStringList{u"--once"_s} + host.signIn()) == Fine);
        QFile store(QDir(host.profile()).filePath(u"store.db"_s));
        REQUIRE(store.open(QIODevice::ReadOnly));
        const QByteArray before = store.readAll();
        REQUIRE(QFile::remove(QDir(host.credentials()).filePath(u"store-key"_s)));
        CHECK(host.run({u"--once"_s}) == NoStore);
        store.seek(0);
        CHECK(store.readAll() == before);
    }
    SECTION("say that the credentials can be read by others")
    {
        QFile::setPermissions(host.credentials(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                      QFile::ReadGroup | QFile::ExeGroup);
        CHECK(host.run({u"--once"_s}) == NoStore);
        CHECK(host.output.contains(u"0700"_s));
    }
    SECTION("say that an agent is running already")
    {
        host.start(host.process, host.signIn());
        REQUIRE(QTest::qWaitFor([&] { return host.front.waiting() == 1; }, patienceMs));
        CHECK(host.run({u"--once"_s}) == AlreadyRunning);
    }
    SECTION("say that the turn had trouble")
    {
        CHECK(host.run(QStringList{u"--once"_s} + host.signIn()) == Fine);
        host.world.server.protocolVersion = protocol::version + 1;
        CHECK(host.run({u"--once"_s}) == TurnFailed);
        CHECK(host.output.contains(u"newer version"_s));
    }
    SECTION("say that the device was signed out at the server")
    {
        CHECK(host.run(QStringList{u"--once"_s} + host.signIn()) == Fine);
        host.world.server.token = "revoked";
        CHECK(host.run({u"--once"_s}) == NotSignedIn);
        CHECK(host.fact(sync::facts::lastSyncError).contains(u"Sign in again"_s));
    }
}

TEST_CASE("agent program: --once", "[agent][program]")
{
    Host host;
    REQUIRE(host.run(QStringList{u"--once"_s} + host.signIn()) == Fine);

    SECTION("takes the desk's share to the gateway and brings back what became of it")
    {
        const auto shared = host.atDesk([&](LocalStore& store) { return SharedReferral(host.world, store.edits()); });
        CHECK(host.run({u"--once"_s}) == Fine);
        CHECK(host.world.server.timesCarried(shared.text) == 1);
        CHECK(host.world.server.timesCarried(shared.email) == 1);
        const auto message =
            host.atDesk([&](LocalStore& store) { return mustHave(store.shares().message(shared.text)); });
        REQUIRE(message);
        CHECK(message->state == MessageState::Sent);
    }
    SECTION("logs no name, address or text of a client")
    {
        host.atDesk([&](LocalStore& store) { return SharedReferral(host.world, store.edits()); });
        CHECK(host.run({u"--once"_s}) == Fine);
        CHECK(host.output.contains(u"handed over 2"_s));
        for (const auto& secret : {u"Ana"_s, u"Ruiz"_s, u"+1937"_s, u"mail.example"_s, u"good-token"_s, u"Food"_s})
            CHECK_FALSE(host.output.contains(secret));
    }
    SECTION("goes on with the sign-in of before where the server can't be reached for a new one")
    {
        QStringList away = host.signIn();
        away[1] = u"http://127.0.0.1:9"_s; // The discard port: nobody listens.
        CHECK(host.run(QStringList{u"--once"_s} + away) == Fine);
    }
}

TEST_CASE("agent program: --headless", "[agent][program]")
{
    Host host;
    const auto run = [&](const QStringList& more, const QString& systemdFolder = {}) {
        QProcess once;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        if (!systemdFolder.isEmpty())
            environment.insert(u"CREDENTIALS_DIRECTORY"_s, systemdFolder);
        once.setProcessEnvironment(environment);
        once.start(QStringLiteral(HANDRAIL_AGENT),
                   QStringList{u"--headless"_s, u"--once"_s, u"--profile"_s, host.profile()} + more);
        REQUIRE(QTest::qWaitFor([&] { return once.state() == QProcess::NotRunning; }, patienceMs));
        return once.exitCode();
    };

    SECTION("keeps its secrets in a folder of the profile that is its owner's alone")
    {
        CHECK(run({}) == NotSignedIn);
        CHECK(run(host.signIn()) == Fine);
        const QFileInfo folder(QDir(host.profile()).filePath(u"credentials"_s));
        CHECK((folder.permissions() & (QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther)) == 0);
        CHECK(QFile::exists(QDir(folder.filePath()).filePath(u"device-token"_s)));
        CHECK(run({}) == Fine);
    }
    SECTION("takes them where systemd hands them over, or where --credentials says")
    {
        CHECK(run(host.signIn(), host.credentials()) == Fine);
        CHECK(QFile::exists(QDir(host.credentials()).filePath(u"device-token"_s)));
        CHECK(run({u"--credentials"_s, host.credentials()}) == Fine);
    }
}

TEST_CASE("agent program: two people of one computer", "[agent][program]")
{
    Host ana;
    Host bea;
    SECTION("have an agent each, which hears its own desktop")
    {
        ana.start(ana.process, ana.signIn());
        bea.start(bea.process, bea.signIn());
        REQUIRE(QTest::qWaitFor([&] { return ana.front.waiting() == 1 && bea.front.waiting() == 1; }, patienceMs));
        const int claimsOfBea = bea.world.server.claims();
        const int claimsOfAna = ana.world.server.claims();
        CHECK(ana.lookNow());
        CHECK(QTest::qWaitFor([&] { return ana.world.server.claims() > claimsOfAna; }, patienceMs));
        CHECK(bea.world.server.claims() == claimsOfBea);
    }
}

TEST_CASE("agent process: the desktop", "[agent][process]")
{
    Host host;
    REQUIRE(host.run(QStringList{u"--once"_s} + host.signIn()) == Fine);
    const auto profile = mustHave(composition::Profile::make({host.profile(), {}, host.credentials()}));
    const auto agentPid = [&]() -> qint64 {
        qint64 pid = 0;
        QString machine;
        QString program;
        const bool known =
            QLockFile(QDir(host.profile()).filePath(u"agent.lock"_s)).getLockInfo(&pid, &machine, &program);
        return known ? pid : 0;
    };

    SECTION("starts an agent where none answers, and leaves it running when the desktop closes")
    {
        {
            composition::AgentProcess process(*profile, 3600);
            process.lookNow();
            REQUIRE(QTest::qWaitFor([&] { return host.front.waiting() == 1; }, patienceMs));
            CHECK(process.trouble().isEmpty());
        }
        CHECK(host.lookNow());
        const qint64 pid = agentPid();
        REQUIRE(pid > 0);
        REQUIRE(::kill(pid_t(pid), SIGTERM) == 0);
        CHECK(QTest::qWaitFor([&] { return !host.lookNow(); }, patienceMs));
    }
    SECTION("is started at login by what the desktop wrote, as a Linux desktop environment reads it")
    {
        const QTemporaryDir autostart;
        const QString path = autostart.filePath(u"org.handrail.Agent.desktop"_s);
        composition::LoginFile login(path, composition::xdgAutostart(composition::agentAtLogin(*profile)),
                                     &composition::xdgAutostartIsOn);
        mustWork(login.set(true));
        QProcess session;
        session.start(u"gio"_s, {u"launch"_s, path});
        if (!session.waitForStarted()) {
            WARN("skipped: gio is not installed (package libglib2.0-bin)");
            return;
        }
        REQUIRE(QTest::qWaitFor([&] { return host.front.waiting() == 1; }, patienceMs));
        const qint64 pid = agentPid();
        REQUIRE(pid > 0);
        CHECK(host.lookNow());
        REQUIRE(::kill(pid_t(pid), SIGTERM) == 0);
        CHECK(QTest::qWaitFor([&] { return !host.lookNow(); }, patienceMs));
    }
    SECTION("tells the agent that runs, and starts no second one")
    {
        host.start(host.process, {});
        REQUIRE(QTest::qWaitFor([&] { return host.front.waiting() == 1; }, patienceMs));
        composition::AgentProcess process(*profile, 3600);
        const int claims = host.world.server.claims();
        process.lookNow();
        CHECK(QTest::qWaitFor([&] { return host.world.server.claims() > claims; }, patienceMs));
        CHECK(agentPid() == host.process.processId());
    }
}

TEST_CASE("agent program: running", "[agent][program]")
{
    Host host;
    host.start(host.process, host.signIn());
    REQUIRE(QTest::qWaitFor([&] { return host.front.waiting() == 1; }, patienceMs));

    SECTION("sends what is shared as soon as the desktop says «look now»")
    {
        const auto shared = host.atDesk([&](LocalStore& store) { return SharedReferral(host.world, store.edits()); });
        CHECK(host.lookNow());
        CHECK(QTest::qWaitFor([&] { return host.world.server.timesCarried(shared.email) == 1; }, patienceMs));
        CHECK(host.world.server.timesCarried(shared.text) == 1);
    }
    SECTION("brings news to the desk without being asked")
    {
        const QUuid client = host.world.ids.next();
        host.world.server.put(u"client"_s, client, {{u"given_name"_s, u"Ana"_s}});
        const auto arrived = [&] {
            return host.atDesk(
                [&](LocalStore& store) { return mustHave(store.clients().client(ClientId(client))).has_value(); });
        };
        CHECK(QTest::qWaitFor(arrived, patienceMs));
    }
    SECTION("ends by itself when asked to, though a request is under way")
    {
        REQUIRE(::kill(pid_t(host.process.processId()), SIGTERM) == 0);
        REQUIRE(QTest::qWaitFor([&] { return host.process.state() == QProcess::NotRunning; }, patienceMs));
        CHECK(host.process.exitStatus() == QProcess::NormalExit);
        CHECK(host.process.exitCode() == Fine);
    }
    SECTION("is started again after kill -9 and goes on")
    {
        host.process.kill();
        REQUIRE(QTest::qWaitFor([&] { return host.process.state() == QProcess::NotRunning; }, patienceMs));
        CHECK_FALSE(host.lookNow());
        const auto shared = host.atDesk([&](LocalStore& store) { return SharedReferral(host.world, store.edits()); });
        host.start(host.process, {});
        CHECK(QTest::qWaitFor([&] { return host.world.server.timesCarried(shared.email) == 1; }, patienceMs));
        CHECK(host.lookNow());
    }
    SECTION("takes the token of a new sign-in when its own is refused")
    {
        host.world.server.token = "new-token";
        CHECK(host.lookNow());
        REQUIRE(QTest::qWaitFor([&] { return !host.fact(sync::facts::lastSyncError).isEmpty(); }, patienceMs));
        QFile token(QDir(host.credentials()).filePath(u"device-token"_s));
        REQUIRE(token.open(QIODevice::WriteOnly | QIODevice::Truncate));
        token.write("new-token");
        token.close();
        const auto well = [&] {
            host.lookNow();
            return host.fact(sync::facts::lastSyncError).isEmpty();
        };
        CHECK(QTest::qWaitFor(well, patienceMs));
    }
}
