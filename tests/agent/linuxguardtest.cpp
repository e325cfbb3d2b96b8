// SPDX-License-Identifier: GPL-3.0-or-later
// What the kernel says of a real agent that waits for its passphrase: no core dump, and nobody looks into its memory.
#include "app/composition/processguard.h"
#include "app/composition/profile.h"
#include "core/ipc/looknowclient.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;

namespace {

constexpr int patienceMs = 20000;
const QString words = u"a horse in the battery"_s;

/// An agent of a profile whose key is sealed under a passphrase; where the tests are root's, it is nobody's (65534), as
/// root may look into everything.
struct WaitingAgent
{
    WaitingAgent()
    {
        for (const char* name : {"DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"})
            qunsetenv(name);
        QFile::setPermissions(folder.path(), QFile::Permissions(0x7755)); // for the way to it
        desk = mustHave(composition::Profile::make({.directory = folder.filePath(u"profile"_s)}));
        mustWork(desk->choosePassphrase(words));
        mustHave(desk->openStore());
        QStringList command{QStringLiteral(HANDRAIL_AGENT), u"--profile"_s, folder.filePath(u"profile"_s)};
        if (::geteuid() == 0) {
            uid = 65534;
            mustChown(folder.filePath(u"profile"_s));
            for (const QFileInfo& file : QDir(folder.filePath(u"profile"_s)).entryInfoList(QDir::Files | QDir::Hidden))
                mustChown(file.filePath());
            command = QStringList{u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s} + command;
        }
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(command.takeFirst(), command);
        REQUIRE(QTest::qWaitFor(
            [this] {
                said += process.readAll();
                return said.contains("waiting for the passphrase") || process.state() == QProcess::NotRunning;
            },
            patienceMs));
        INFO(said.toStdString());
        REQUIRE(process.state() == QProcess::Running);
    }
    ~WaitingAgent()
    {
        process.kill();
        process.waitForFinished();
    }
    static void mustChown(const QString& path) { REQUIRE(::chown(QFile::encodeName(path).constData(), 65534, 65534) == 0); }
    [[nodiscard]] QString procFile(const QString& name) const
    {
        return u"/proc/%1/%2"_s.arg(process.processId()).arg(name);
    }

    QTemporaryDir folder;
    std::unique_ptr<composition::Profile> desk;
    QProcess process;
    QByteArray said;
    uint uid = ::geteuid();
};

} // namespace

TEST_CASE("guard: a real agent", "[agent][guard]")
{
    WaitingAgent agent;

    SECTION("writes no core dump, and the kernel keeps it from its own user")
    {
        QFile limits(agent.procFile(u"limits"_s));
        REQUIRE(limits.open(QIODevice::ReadOnly));
        const QByteArray line = [&] {
            for (const QByteArray& one : limits.readAll().split('\n'))
                if (one.startsWith("Max core file size"))
                    return one.simplified();
            return QByteArray();
        }();
        CHECK(line.startsWith("Max core file size 0 0"));
        // proc(5): the files of a process that is not dumpable are root's.
        CHECK(QFileInfo(agent.procFile(u"mem"_s)).ownerId() == 0);
        CHECK(QFileInfo(agent.procFile(u"environ"_s)).ownerId() == 0);
        CHECK(agent.uid != 0);
        QProcess reader; // another process of the same user
        QStringList command{u"cat"_s, agent.procFile(u"environ"_s)};
        if (::geteuid() == 0)
            command = QStringList{u"setpriv"_s, u"--reuid=65534"_s, u"--regid=65534"_s, u"--clear-groups"_s} + command;
        reader.start(command.takeFirst(), command);
        REQUIRE(reader.waitForFinished(patienceMs));
        CHECK(reader.exitCode() != 0);
        CHECK(reader.readAllStandardOutput().isEmpty());
    }
    SECTION("opens its store as soon as the desktop hands it the key, and not before")
    {
        LookNowClient client(agent.folder.filePath(u"profile"_s));
        QSignalSpy answered(&client, &LookNowClient::answered);
        client.lookNow(); // a desktop that has no key yet: it waits on
        REQUIRE(QTest::qWaitFor([&] { return answered.count() == 1; }, patienceMs));
        CHECK(agent.process.state() == QProcess::Running);
        client.setKey([] { return QByteArray(64, 'a'); }); // of another profile: it waits on
        client.lookNow();
        REQUIRE(QTest::qWaitFor([&] { return answered.count() == 2; }, patienceMs));
        CHECK(agent.process.state() == QProcess::Running);
        client.setKey([&] { return agent.desk->handOver(); });
        client.lookNow();
        // It has the key: it opens the store, finds nobody signed in, and says so.
        REQUIRE(QTest::qWaitFor([&] { return agent.process.state() == QProcess::NotRunning; }, patienceMs));
        agent.said += agent.process.readAll();
        INFO(agent.said.toStdString());
        CHECK(agent.process.exitCode() == 4);
        CHECK(agent.said.contains("Nobody is signed in"));
        CHECK_FALSE(agent.said.contains(agent.desk->handOver()));
    }
    SECTION("ends when it is told to, though it waits")
    {
        agent.process.terminate();
        REQUIRE(agent.process.waitForFinished(patienceMs));
        CHECK(agent.process.exitCode() == 0);
    }
}

TEST_CASE("guard: its words to the kernel", "[agent][guard]")
{
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        composition::guardProcess();
        rlimit core = {1, 1};
        ::getrlimit(RLIMIT_CORE, &core);
        const bool dumpable = ::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0;
        ::_exit(core.rlim_cur == 0 && core.rlim_max == 0 && !dumpable ? 0 : 1);
    }
    int status = -1;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
}
