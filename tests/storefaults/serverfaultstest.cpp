// SPDX-License-Identifier: GPL-3.0-or-later
// The ways in which the server writes its SQLite database, with each call of SQLite to the system failing in turn: what
// is there is one of the states that a commit made, and never one between; whoever asked gets an error.
#include "tests/storefaults/dump.h"
#include "tests/storefaults/rounds.h"
#include "tests/storefaults/serverworld.h"
#include "tests/support/seededrandom.h"

#include <QTemporaryDir>
#include <sqlite3.h>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Set while a path runs well: called before each commit, when the database is as the commit before left it.
std::function<void()> onCommit;

int watchCommits(sqlite3* db, const char**, const void*)
{
    sqlite3_commit_hook(
        db,
        [](void*) {
            if (onCommit)
                onCommit();
            return 0;
        },
        nullptr);
    return SQLITE_OK;
}

class Bench
{
public:
    Bench()
        : m_vfs(FaultVfs::install())
        , m_ground(layServerGround(m_folder.filePath(u"base.db"_s)))
    {
        // The server gives each index that it meets its place on the disk, for ever: the tests have one.
        m_vfs.keepIndexes();
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(&watchCommits));
        QFile base(m_folder.filePath(u"base.db"_s));
        REQUIRE(base.open(QIODevice::ReadOnly));
        m_base = base.readAll();
    }
    ~Bench() { sqlite3_reset_auto_extension(); }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    [[nodiscard]] FaultVfs& vfs() { return m_vfs; }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"server.db"_s); }

    /// `bytes` as the database's file, and a server that has not looked at it yet.
    void putBack(const QByteArray& bytes)
    {
        m_process.reset();
        QFile::remove(path() + u"-wal"_s);
        QFile file(path());
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        REQUIRE(file.write(bytes) == bytes.size());
        file.close();
        start();
        rewind();
    }
    void putBack() { putBack(m_base); }
    void start() { m_process = std::make_unique<ServerProcess>(path(), server::Environment{m_clock, m_ids, m_random}); }
    void stop() { m_process.reset(); }
    void rewind(quint16 world = 77)
    {
        m_ids.startAgain(world);
        m_random = SeededRandom(world);
        m_clock.setWall(m_ground.at);
    }
    Result<void> run(const ServerPath& path) { return path.run(*m_process, m_ground); }
    /// What is looked at with a device's token, or by a client.
    [[nodiscard]] QByteArrayList readPaths(bool signedIn) const
    {
        if (signedIn)
            return {"/v1/changes?since=3", "/v1/devices", "/v1/second-factor"};
        return {m_ground.answerPath.toLatin1(), m_ground.unsubscribePath.toLatin1()};
    }
    server::Response read(const QByteArray& path, bool signedIn)
    {
        const qsizetype mark = path.indexOf('?');
        server::Request request{.method = "GET", .path = mark < 0 ? path : path.left(mark)};
        if (mark >= 0)
            request.query = server::parseForm(path.mid(mark + 1));
        if (signedIn)
            request.headers.emplace_back("Authorization", "Bearer " + m_ground.token);
        return m_process->router.route(request);
    }
    Result<void> openAnew()
    {
        const auto db = server::Database::open({.name = path()});
        return db ? (*db)->migrate() : db.error();
    }
    [[nodiscard]] qsizetype textsTaken() const { return m_process->texts.accepted.size(); }

    [[nodiscard]] Looked look() const { return lookInto(QFile::encodeName(path()), {}); }
    /// As the next process would find it after a kill at this moment.
    [[nodiscard]] Looked lookAfterKill() const
    {
        const QString copy = m_folder.filePath(u"killed.db"_s);
        for (const QString& part : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(copy + part);
            if (part != u"-shm")
                QFile::copy(path() + part, copy + part);
        }
        return lookInto(QFile::encodeName(copy), {});
    }

private:
    FaultVfs& m_vfs;
    QTemporaryDir m_folder{folderTemplate()};
    ManualClock m_clock;
    SequentialIds m_ids;
    SeededRandom m_random;
    ServerGround m_ground;
    QByteArray m_base;
    std::unique_ptr<ServerProcess> m_process;
};

/// The states that a path leads through, from before its first commit to after its last, and what it costs.
struct Course
{
    QList<Dump> states;
    qsizetype texts = 0;
};

/// The path as it is when nothing fails.
std::optional<Course> follow(Bench& bench, const ServerPath& path)
{
    Course course;
    bench.putBack();
    onCommit = [&] {
        onCommit = {}; // looking opens connections too
        course.states.append(bench.look().dump);
        onCommit = [&] { course.states.append(bench.look().dump); };
    };
    const auto done = bench.run(path);
    onCommit = {};
    if (!done) {
        FAIL_CHECK("it does not work at all: " << done.error());
        return std::nullopt;
    }
    course.states.append(bench.look().dump);
    course.texts = bench.textsTaken();
    CHECK(differences(course.states.first(), course.states.last()) != QStringList());
    return course;
}

void checkWhole(const Looked& looked, const Course& course, bool mustBeLast)
{
    CHECK(looked.integrity == u"ok");
    if (looked.dump == course.states.last() || (!mustBeLast && course.states.contains(looked.dump)))
        return;
    FAIL_CHECK("between two commits; against before: " << differences(looked.dump, course.states.first()).join(u' ')
                                                       << "; against after: "
                                                       << differences(looked.dump, course.states.last()).join(u' '));
}

/// One failure at the nth call of one path.
void failOnce(Bench& bench, const ServerPath& path, const Round& round, int nth, const Course& course)
{
    CAPTURE(path.name, round.name, nth);
    bench.putBack();
    bench.vfs().failAt(nth, round.fault, round.sticky);
    const auto done = bench.run(path);
    const bool failed = bench.vfs().hasFailed();
    bench.vfs().stopFailing();
    const Looked left = bench.lookAfterKill();
    checkWhole(left, course, done.ok());
    if (!done.ok()) {
        REQUIRE(failed);
        CAPTURE(done.error());
        CHECK(done.error().code == ErrorCode::StorageTrouble);
        CHECK(done.error().sentence.endsWith(u'.'));
        // The trouble is over, and it is asked again.
        const bool asBefore = left.dump == course.states.first();
        bench.rewind(asBefore ? 77 : 78);
        const auto again = bench.run(path);
        if (asBefore && !again)
            FAIL_CHECK("the second try failed: " << again.error());
        if (asBefore)
            checkWhole(bench.lookAfterKill(), course, true);
    }
    CHECK(bench.textsTaken() <= course.texts); // I3: whatever failed, the carrier takes it once.
    CHECK(bench.look().integrity == u"ok");
}

} // namespace

TEST_CASE("faults: a path whose disk fails leaves the server's database as one of its commits made it", "[serverfaults]")
{
    Bench bench;
    int trials = 0;
    for (const ServerPath& path : serverPaths()) {
        CAPTURE(path.name);
        const auto course = follow(bench, path);
        if (!course)
            continue;
        for (const Round& round : rounds) {
            bench.putBack();
            bench.vfs().failAt(0, round.fault, false);
            mustWork(bench.run(path));
            for (const int nth : places(bench.vfs().calls(), round, path.everyCall)) {
                failOnce(bench, path, round, nth, *course);
                ++trials;
            }
        }
    }
    CHECK(trials > 150);
}

TEST_CASE("faults: what is read from a disk that fails is an error, and never «gone», «signed out» or a shorter list", "[serverfaults]")
{
    Bench bench;
    for (const bool signedIn : {false, true})
        for (const QByteArray& path : bench.readPaths(signedIn)) {
            bench.putBack();
            const server::Response good = bench.read(path, signedIn);
            CAPTURE(path);
            REQUIRE(good.status == 200);
            for (const Round& round : rounds) {
                if (round.fault == Fault::Full)
                    continue; // Nothing is written.
                bench.putBack();
                bench.vfs().failAt(0, round.fault, false);
                (void)bench.read(path, signedIn);
                for (const int nth : places(bench.vfs().calls(), round, true)) {
                    CAPTURE(round.name, nth);
                    bench.putBack();
                    bench.vfs().failAt(nth, round.fault, round.sticky);
                    const server::Response answer = bench.read(path, signedIn);
                    bench.vfs().stopFailing();
                    if (answer.status == 200)
                        CHECK(answer.body == good.body);
                    else
                        CHECK(answer.status >= 500);
                    // And it is over with the trouble.
                    CHECK(bench.read(path, signedIn).body == good.body);
                }
            }
        }
}

TEST_CASE("faults: a server whose disk fails while it makes its database says so, and the next start finds it whole",
          "[serverfaults]")
{
    Bench bench;
    for (const Round& round : rounds) {
        bench.putBack({});
        bench.vfs().failAt(0, round.fault, false);
        mustWork(bench.openAnew());
        const Dump whole = bench.look().dump;
        for (const int nth : places(bench.vfs().calls(), round)) {
            CAPTURE(round.name, nth);
            bench.putBack({});
            bench.vfs().failAt(nth, round.fault, round.sticky);
            const auto opened = bench.openAnew();
            bench.vfs().stopFailing();
            if (!opened) {
                CAPTURE(opened.error());
                CHECK(opened.error().code == ErrorCode::StorageTrouble);
                CHECK(opened.error().sentence.endsWith(u'.'));
            }
            bench.rewind();
            mustWork(bench.openAnew());
            const Looked found = bench.look();
            CHECK(found.integrity == u"ok");
            CHECK(differences(found.dump, whole) == QStringList());
        }
    }
}
