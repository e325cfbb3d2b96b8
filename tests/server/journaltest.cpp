// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/journal.h"
#include "server/store/erased.h"
#include "tests/server/testserverstore.h"

#include <QDir>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A server that keeps a journal, and the copy of its database from before.
struct Journaled
{
    TestServerStore store;
    QString folder = store.folder.filePath(u"journal"_s);
    ChangeJournal journal{folder, store.clock};
    std::unique_ptr<Database> db = store.open();
    /// Stands for the copy: the same agency, in a database that has heard of nothing since.
    DatabaseSettings copySettings = freshDatabase(store.folder.filePath(u"copy.db"_s));
    std::unique_ptr<Database> copy = mustHave(Database::open(copySettings));

    Journaled()
    {
        store.environment.journal = &journal;
        mustWork(copy->migrate());
        mustWork(createAgency(*copy, store.agency, Environment{store.clock, store.ids, store.random}));
    }
    void write(const QList<Edit>& edits) { store.write(*db, edits); }
    Edit optOut(const QString& address)
    {
        return {u"opt_out"_s, store.ids.next(),
                {{u"channel"_s, u"email"_s}, {u"address"_s, address}, {u"opted_out"_s, true}, {u"source"_s, u"email_link"_s},
                 {u"at"_s, store.clock.now().toMSecsSinceEpoch()}}};
    }
    Replay replay() { return mustHave(replayJournal(*copy, folder, store.environment)); }
    qsizetype optOuts(Database& where)
    {
        return mustHave(RecordReader(where, store.agency.id).select(u"opt_out"_s, u"opted_out = 1"_s, {})).size();
    }
    QString today() const
    {
        return QDir(folder).filePath(store.clock.now().date().toString(u"yyyy-MM-dd"_s) + u".jsonl"_s);
    }
};

} // namespace

TEST_CASE("journal: what was committed comes back into a copy, once", "[server][store][journal]")
{
    Journaled it;
    it.write({it.optOut(u"rosa@client.example"_s), it.optOut(u"omar@client.example"_s)});
    it.store.clock.advanceMinutes(24 * 60); // another day, another file
    it.write({it.optOut(u"lena@client.example"_s)});
    CHECK(it.optOuts(*it.copy) == 0);
    CHECK(it.replay().changes == 3);
    CHECK(it.optOuts(*it.copy) == 3);
    CHECK(it.replay().changes == 0);
    CHECK(it.optOuts(*it.copy) == 3);
    CHECK(QFile::permissions(it.today()).testFlag(QFile::ReadGroup) == false);
    CHECK(QFile::permissions(it.today()).testFlag(QFile::ReadOther) == false);
}

TEST_CASE("journal: what was rolled back is not in it", "[server][store][journal]")
{
    Journaled it;
    const auto failed = it.db->transaction([&]() -> Result<void> {
        auto records = Records::lock(*it.db, it.store.agency.id, it.store.environment);
        mustHave(records->write(it.optOut(u"rosa@client.example"_s)));
        return Error{ErrorCode::Conflict, u"no"_s};
    });
    CHECK_FALSE(failed.ok());
    it.write({it.optOut(u"omar@client.example"_s)});
    CHECK(it.replay().changes == 1);
}

TEST_CASE("journal: a torn line, and a stranger's, keep nothing else from coming back", "[server][store][journal]")
{
    Journaled it;
    it.write({it.optOut(u"rosa@client.example"_s)});
    QFile file(it.today());
    REQUIRE(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    QByteArray stranger = whole;
    stranger.replace(it.store.agency.id.toString().toLatin1(), it.store.ids.next().toByteArray(QUuid::WithoutBraces));
    file.write(stranger + whole.left(whole.size() / 2) + '\n');
    file.close();
    it.write({it.optOut(u"omar@client.example"_s)});
    const Replay replay = it.replay();
    CHECK(replay.changes == 2);
    CHECK(replay.refused == 1);
    CHECK(replay.unreadable == 1);
}

TEST_CASE("journal: files of long ago go", "[server][store][journal]")
{
    Journaled it;
    it.write({it.optOut(u"rosa@client.example"_s)});
    const QString old = it.today();
    it.store.clock.advanceSeconds((ChangeJournal::keptDays) * 24LL * 3600);
    it.write({it.optOut(u"omar@client.example"_s)});
    CHECK(QFile::exists(old));
    it.store.clock.advanceSeconds(24LL * 3600);
    it.write({it.optOut(u"lena@client.example"_s)});
    CHECK_FALSE(QFile::exists(old));
}

TEST_CASE("journal: one that can't be written keeps no change from being committed", "[server][store][journal]")
{
    Journaled it;
    QFile inTheWay(it.folder);
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    it.write({it.optOut(u"rosa@client.example"_s)});
    CHECK(it.optOuts(*it.db) == 1);
}
