// SPDX-License-Identifier: GPL-3.0-or-later
// Every write path of the encrypted local store, with each call of SQLite to the system failing in turn: the store is
// as it was before or as it should be after, and whoever pressed the button is told in a sentence.
#include "core/storage/openlocalstore.h"
#include "tests/storefaults/dump.h"
#include "tests/storefaults/rounds.h"
#include "tests/storefaults/writepaths.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/seededrandom.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A store in a file, opened and put back again and again.
class Bench
{
public:
    Bench()
        : m_vfs(FaultVfs::install())
    {
        m_secrets.secrets.insert(LocalStoreParts{m_secrets, m_random, m_clock, m_ids}.keyName, m_key);
        open();
        m_ground = layGround(*m_store, m_clock, m_ids);
        close();
        REQUIRE(QFile::copy(path(), base()));
        m_before = look(path());
        REQUIRE(m_before.integrity == u"ok");
    }

    [[nodiscard]] FaultVfs& vfs() { return m_vfs; }
    [[nodiscard]] const Dump& groundDump() const { return m_before.dump; }
    [[nodiscard]] QString path() const { return m_folder.filePath(u"store.db"_s); }

    /// The store of the ground, opened by the product's own way, and a desk at it.
    void putBack()
    {
        close();
        for (const QString& part : {u""_s, u"-wal"_s, u"-shm"_s})
            QFile::remove(path() + part);
        QFile::copy(base(), path());
        open();
        rewind();
    }
    void rewind()
    {
        m_ids.startAgain(77);
        m_clock.setWall(m_ground->at);
    }
    Result<void> run(const WritePath& path)
    {
        Desk desk{*m_store, m_clock, m_ids, m_phones, m_ground->office.worker.id};
        return path.run(desk, *m_ground);
    }
    void prepare(const WritePath& path)
    {
        Desk desk{*m_store, m_clock, m_ids, m_phones, m_ground->office.worker.id};
        if (path.before)
            mustWork(path.before(desk, *m_ground));
    }
    Result<void> tryToOpen()
    {
        auto opened = openLocalStore(path(), {m_secrets, m_random, m_clock, m_ids});
        if (!opened)
            return opened.error();
        m_store = std::move(*opened);
        return {};
    }
    void close() { m_store.reset(); }

    /// As another program sees the store now.
    Looked look() { return look(path()); }
    /// As the next program would find it after a kill at this moment: the log is recovered from the file alone.
    Looked lookAfterKill()
    {
        const QString copy = m_folder.filePath(u"killed.db"_s);
        for (const QString& part : {u""_s, u"-wal"_s, u"-shm"_s}) {
            QFile::remove(copy + part);
            if (part != u"-shm")
                QFile::copy(path() + part, copy + part);
        }
        return look(copy);
    }

private:
    [[nodiscard]] QString base() const { return m_folder.filePath(u"base.db"_s); }
    Looked look(const QString& file) const { return lookInto(QFile::encodeName(file), m_key); }
    void open() { mustWork(tryToOpen()); }

    const QByteArray m_key = QByteArray(32, 'f'); ///< That of tests/data/stores.
    FaultVfs& m_vfs;
    QTemporaryDir m_folder{folderTemplate()};
    ManualClock m_clock;
    MemorySecretStore m_secrets;
    SeededRandom m_random{1};
    SequentialIds m_ids{1};
    SimplePhones m_phones;
    std::optional<Ground> m_ground;
    Looked m_before;
    std::unique_ptr<LocalStore> m_store;
};

/// What happened and what it means, then what to do.
bool tellsWhatToDo(const Error& error)
{
    static const QRegularExpression whole(u"[.:;] ?.*([Pp]lease|[Tt]ry) .*\\.$"_s);
    return whole.match(error.sentence).hasMatch();
}

/// Without the parts of search tables: one that is made anew twice has its words in other places.
Dump withoutSearch(Dump dump)
{
    dump.removeIf([](Dump::iterator table) { return table.key().contains("_search"_L1); });
    return dump;
}

void checkWhole(const Looked& looked, const Dump& before, const Dump& after, bool mustBeAfter)
{
    CHECK(looked.integrity == u"ok");
    if (looked.dump == after || (!mustBeAfter && looked.dump == before))
        return;
    FAIL_CHECK("neither before nor after; against before: " << differences(looked.dump, before).join(u' ')
                                                      << "; against after: " << differences(looked.dump, after).join(u' '));
}

/// One failure at the nth call of one write path.
void failOnce(Bench& bench, const WritePath& path, const Round& round, int nth, const Dump& before, const Dump& after)
{
    CAPTURE(path.name, round.name, nth);
    bench.putBack();
    bench.prepare(path);
    bench.rewind();
    bench.vfs().failAt(nth, round.fault, round.sticky);
    const auto done = bench.run(path);
    const bool failed = bench.vfs().hasFailed();
    if (round.sticky && nth % 2 == 0)
        bench.close(); // the disk stays broken to the end
    bench.vfs().stopFailing();
    checkWhole(bench.lookAfterKill(), before, after, done.ok());
    if (done.ok())
        return;
    REQUIRE(failed);
    CAPTURE(done.error());
    CHECK(tellsWhatToDo(done.error()));
    if (round.sticky && nth % 2 == 0)
        return;
    // The trouble is over, and the button is pressed again.
    if (bench.look().dump == before) {
        bench.rewind();
        if (const auto again = bench.run(path); !again)
            FAIL_CHECK("the second press failed: " << again.error());
    }
    bench.close();
    checkWhole(bench.look(), before, after, true);
}

QSet<QString> namesIn(const QString& file, const QString& pattern)
{
    QFile source(u"" HANDRAIL_SOURCE_DIR "/"_s + file);
    REQUIRE(source.open(QIODevice::ReadOnly));
    QSet<QString> names;
    auto found = QRegularExpression(pattern, QRegularExpression::MultilineOption)
                     .globalMatch(QString::fromUtf8(source.readAll()));
    while (found.hasNext())
        names.insert(found.next().captured(1));
    return names;
}

} // namespace

TEST_CASE("faults: every function that writes the local store is in the list of write paths", "[faults]")
{
    QSet<QString> known(readers().begin(), readers().end());
    for (const WritePath& path : writePaths())
        known += QSet<QString>(path.functions.begin(), path.functions.end());
    QSet<QString> there = namesIn(u"core/ports/stores.h"_s, u"virtual Result<(?:void|bool)> (\\w+)\\("_s);
    REQUIRE(there.size() > 10);
    for (const QString& header : QDir(u"" HANDRAIL_SOURCE_DIR "/core/casework"_s).entryList({u"*.h"_s}))
        there += namesIn(u"core/casework/"_s + header, u"^Result<.*> (\\w+)\\((?:Desk& desk|LocalStore& store)"_s);
    const QSet<QString> missing = there - known, gone = known - there;
    for (const QString& name : missing)
        FAIL_CHECK(name << " is neither in writePaths() nor in readers() of tests/storefaults/writepaths.cpp");
    for (const QString& name : gone)
        FAIL_CHECK(name << " is no more: take it out of tests/storefaults/writepaths.cpp");
}

TEST_CASE("faults: a write path whose disk fails leaves the store as before or as after", "[faults]")
{
    Bench bench;
    int trials = 0;
    for (const WritePath& path : writePaths()) {
        bench.putBack();
        bench.prepare(path);
        const Dump before = bench.look().dump;
        bench.rewind();
        CAPTURE(path.name);
        if (const auto done = bench.run(path); !done) {
            FAIL_CHECK("it does not work at all: " << done.error());
            continue;
        }
        const Dump after = bench.look().dump;
        CHECK(differences(before, after) != QStringList());
        for (const Round& round : rounds) {
            bench.putBack();
            bench.prepare(path);
            bench.rewind();
            bench.vfs().failAt(0, round.fault, false);
            mustWork(bench.run(path));
            for (const int nth : places(bench.vfs().calls(), round)) {
                failOnce(bench, path, round, nth, before, after);
                ++trials;
            }
        }
    }
    CHECK(trials > 400);
}

TEST_CASE("faults: opening a store whose disk fails tells so, and the next start finds it whole", "[faults]")
{
    Bench bench;
    for (const bool old : {false, true})
        for (const Round& round : rounds) {
            const auto layOut = [&] {
                bench.putBack();
                bench.close();
                if (!old)
                    return;
                // One that an older Handrail made: it is upgraded on the way.
                QFile::remove(bench.path());
                REQUIRE(QFile::copy(QString::fromLatin1(HANDRAIL_TEST_DATA) + u"/stores/version-1.db"_s, bench.path()));
                QFile(bench.path()).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            };
            layOut();
            bench.rewind();
            bench.vfs().failAt(0, round.fault, false);
            mustWork(bench.tryToOpen());
            const Dump whole = bench.look().dump;
            const int calls = bench.vfs().calls();
            for (const int nth : places(calls, round)) {
                CAPTURE(old, round.name, nth, calls);
                layOut();
                bench.rewind();
                bench.vfs().failAt(nth, round.fault, round.sticky);
                const auto opened = bench.tryToOpen();
                bench.vfs().stopFailing();
                if (!opened) {
                    CAPTURE(opened.error());
                    CHECK(tellsWhatToDo(opened.error()));
                }
                bench.close();
                bench.rewind();
                mustWork(bench.tryToOpen());
                const Looked found = bench.look();
                checkWhole({withoutSearch(found.dump), found.integrity}, withoutSearch(whole), withoutSearch(whole), true);
            }
        }
}
