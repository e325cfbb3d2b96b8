// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is killed in the middle of its commits: what it said was saved is there.
#include "core/domain/records/codec.h"
#include "tests/support/tempstore.h"

#include <QCoreApplication>
#include <QProcess>
#include <cstdio>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using records::editOf;

namespace {

constexpr auto storePath = "HANDRAIL_CRASH_STORE";
const QByteArray crashKey(32, 'c');

} // namespace

// Not a test of its own: the process that gets killed.
TEST_CASE("crash: the writer", "[.writer]")
{
    MemorySecretStore secrets;
    const QString path = qEnvironmentVariable(storePath);
    SeededRandom random;
    ManualClock clock;
    SequentialIds ids(quint16(qEnvironmentVariableIntValue("HANDRAIL_CRASH_WORLD")));
    const LocalStoreParts parts{secrets, random, clock, ids};
    secrets.secrets.insert(parts.keyName, crashKey);
    const auto store = mustHave(openLocalStore(path, parts));
    for (;;) {
        const Client client{.id = ClientId(ids.next()), .givenName = u"A"_s, .familyName = u"B"_s};
        mustWork(store->edits().commit({editOf("client", client.id.uuid(), client)}));
        std::printf("saved %s\n", client.id.toString().toLatin1().constData());
        std::fflush(stdout);
    }
}

TEST_CASE("crash: what was acknowledged survives kill -9, and the next program goes on", "[storage][crash]")
{
    TempStore store;
    store.store.reset();
    QFile::remove(store.path());
    QFile::remove(markerPath(store.path()));
    store.secrets.secrets.first() = crashKey;

    QList<ClientId> acknowledged;
    for (int round = 1; round <= 4; ++round) {
        QProcess writer;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(storePath), store.path());
        environment.insert(u"HANDRAIL_CRASH_WORLD"_s, QString::number(100 + round));
        writer.setProcessEnvironment(environment);
        writer.start(QCoreApplication::applicationFilePath(), {u"[.writer]"_s});
        QByteArray output;
        const int enough = 5 + round * 7;
        while (output.count('\n') < enough && writer.waitForReadyRead(30000))
            output += writer.readAllStandardOutput();
        writer.kill(); // SIGKILL: no destructor, no checkpoint
        writer.waitForFinished(30000);
        output += writer.readAllStandardOutput();
        for (const QByteArray& line : output.split('\n'))
            if (line.startsWith("saved ") && line.size() == 6 + 36)
                acknowledged.append(*ClientId::fromString(QString::fromLatin1(line.mid(6))));
        CAPTURE(output);
        REQUIRE(output.count('\n') >= enough);

        store.reopen();
        for (const ClientId& id : acknowledged)
            REQUIRE(mustHave(store->clients().client(id)).has_value());
        const int count = mustHave(store->clients().count({}));
        CHECK(count >= acknowledged.size());
        CHECK(mustHave(store->sync().outgoingCount()) == count);
        CHECK(mustHave(store->clients().find(u"b a"_s, {.limit = 1000})).size() == count);
        store.store.reset();
    }
    CHECK(acknowledged.size() >= 60);
}

TEST_CASE("two programs write at the same time, and neither loses an edit", "[storage][crash]")
{
    TempStore store;
    store.store.reset();
    QFile::remove(store.path());
    QFile::remove(markerPath(store.path()));
    store.secrets.secrets.first() = crashKey;
    store.reopen();

    QProcess agent;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(storePath), store.path());
    environment.insert(u"HANDRAIL_CRASH_WORLD"_s, u"200"_s);
    agent.setProcessEnvironment(environment);
    agent.start(QCoreApplication::applicationFilePath(), {u"[.writer]"_s});
    REQUIRE(agent.waitForReadyRead(30000));
    constexpr int own = 40;
    for (int i = 0; i < own; ++i) {
        const Client client{.id = ClientId(store.ids.next()), .givenName = u"Own"_s};
        mustWork(store->edits().commit({editOf("client", client.id.uuid(), client)}));
    }
    agent.kill();
    agent.waitForFinished(30000);
    const auto theirs = int(agent.readAllStandardOutput().count("saved "));
    CHECK(theirs > 0);
    CHECK(mustHave(store->clients().count(u"own"_s)) == own);
    CHECK(mustHave(store->clients().count({})) >= own + theirs);
    const auto queue = mustHave(store->sync().outgoing(100000));
    for (qsizetype i = 1; i < queue.size(); ++i)
        REQUIRE(queue[i].stamp > queue[i - 1].stamp); // one clock for both programs
}
