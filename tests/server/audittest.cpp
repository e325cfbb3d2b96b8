// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/auditreader.h"
#include "tests/server/testserverstore.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A store with five entries of an hour each.
struct Audited
{
    Audited()
    {
        for (int i = 0; i < 5; ++i) {
            mustWork(writeAudit(*db, store.agency.id, store.environment,
                                {Actor::user(i % 2 == 0 ? ana : ben, {}), i == 3 ? audited::exported : audited::signIn,
                                 i == 3 ? client.toString(QUuid::WithoutBraces) : QString(), {{u"count"_s, i}}}));
            store.clock.advanceMs(3600LL * 1000);
        }
    }
    AuditCheck verify(const std::optional<AuditMark>& expected = {})
    {
        return mustHave(verifyAudit(*db, store.agency.id, expected));
    }
    /// As somebody does who owns the database: its triggers are no hindrance to them.
    void tamper(const QString& sql)
    {
        for (const QString& trigger : {u"audit_keeps"_s, u"audit_stays"_s})
            mustHave(db->query(u"DROP TRIGGER IF EXISTS %1%2"_s.arg(trigger, db->isPostgres() ? u" ON audit"_s : QString())));
        mustHave(db->query(sql));
    }
    QList<qint64> numbers(const AuditQuery& query)
    {
        QList<qint64> all;
        for (const AuditLine& line : mustHave(readAudit(*db, store.agency.id, query)))
            all.append(line.number);
        return all;
    }

    TestServerStore store;
    UserId ana{store.ids.next()};
    UserId ben{store.ids.next()};
    QUuid client = store.ids.next();
    std::unique_ptr<Database> db = store.open();
};

} // namespace

TEST_CASE("audit: what was written is whole, and is read newest first", "[server][store][audit]")
{
    Audited audit;
    const AuditCheck check = audit.verify();
    CHECK(check.problem.isEmpty());
    CHECK(check.last.number == 5);
    CHECK(audit.numbers({}) == QList<qint64>{5, 4, 3, 2, 1});
    CHECK(audit.numbers({.limit = 2}) == QList<qint64>{5, 4});
    CHECK(audit.numbers({.before = 4, .limit = 2}) == QList<qint64>{3, 2});
    CHECK(audit.numbers({.who = audit.ben.toString()}) == QList<qint64>{4, 2});
    CHECK(audit.numbers({.what = audited::exported}) == QList<qint64>{4});
    CHECK(audit.numbers({.about = audit.client.toString(QUuid::WithoutBraces)}) == QList<qint64>{4});
    const QDateTime second = mustHave(readAudit(*audit.db, audit.store.agency.id, {.before = 3, .limit = 1})).first().at;
    CHECK(audit.numbers({.from = second}) == QList<qint64>{5, 4, 3, 2});
    CHECK(audit.numbers({.to = second}) == QList<qint64>{1});
}

TEST_CASE("audit: the database itself refuses to change or delete an entry", "[server][store][audit]")
{
    Audited audit;
    for (const QString& sql : {u"UPDATE audit SET what = 'sign_out' WHERE number = 3"_s, u"UPDATE audit SET number = 9"_s,
                               u"DELETE FROM audit WHERE number = 3"_s, u"DELETE FROM audit"_s})
        CHECK_FALSE(audit.db->query(sql).ok());
    CHECK(audit.verify().last.number == 5);
    CHECK(audit.verify().problem.isEmpty());
}

TEST_CASE("audit: every kind of tampering shows", "[server][store][audit]")
{
    Audited audit;
    const AuditMark mark = audit.verify().last;

    SECTION("a changed word, time, person or detail")
    {
        const QString change = GENERATE(u"what = 'sign_out'"_s, u"\"at\" = \"at\" + 1"_s, u"who = 'command'"_s,
                                        u"details = '{}'"_s, u"about = 'x'"_s, u"device_id = 'x'"_s);
        audit.tamper(u"UPDATE audit SET %1 WHERE number = 3"_s.arg(change));
        CHECK(audit.verify().problem.contains(u"Entry 3 was changed"_s));
    }
    SECTION("one that was taken out of the middle")
    {
        audit.tamper(u"DELETE FROM audit WHERE number = 3"_s);
        CHECK(audit.verify().problem.contains(u"missing between 2 and 4"_s));
    }
    SECTION("the first one gone")
    {
        audit.tamper(u"DELETE FROM audit WHERE number = 1"_s);
        CHECK(audit.verify().problem.contains(u"missing between 0 and 2"_s));
    }
    SECTION("one taken out and the others numbered anew")
    {
        audit.tamper(u"DELETE FROM audit WHERE number = 3"_s);
        audit.tamper(u"UPDATE audit SET number = 3 WHERE number = 4"_s);
        audit.tamper(u"UPDATE audit SET number = 4 WHERE number = 5"_s);
        CHECK(audit.verify().problem.contains(u"Entry 3 was changed"_s));
    }
    SECTION("the end cut off")
    {
        audit.tamper(u"DELETE FROM audit WHERE number > 3"_s);
        CHECK(audit.verify().problem.contains(u"there were 5, and 3 are here"_s));
    }
    SECTION("the end cut off with its head, by a mark that was noted elsewhere")
    {
        audit.tamper(u"DELETE FROM audit WHERE number > 3"_s);
        audit.tamper(u"UPDATE audit_head SET number = 3, hash = (SELECT hash FROM audit WHERE number = 3)"_s);
        CHECK(audit.verify().problem.isEmpty());
        CHECK(audit.verify(mark).problem.contains(u"the noted one was 5"_s));
    }
    SECTION("all of it made anew, by a mark that was noted elsewhere")
    {
        audit.tamper(u"DELETE FROM audit"_s);
        audit.tamper(u"DELETE FROM audit_head"_s);
        for (int i = 0; i < 6; ++i)
            mustWork(writeAudit(*audit.db, audit.store.agency.id, audit.store.environment,
                                {Actor::command(), audited::signIn, {}, {}}));
        CHECK(audit.verify().problem.isEmpty());
        CHECK(audit.verify(mark).problem.contains(u"Entry 5 is not the one that was noted"_s));
    }
}

TEST_CASE("audit: an entry in a transaction that fails is not kept, and leaves no gap", "[server][store][audit]")
{
    Audited audit;
    const auto failed = audit.db->transaction([&]() -> Result<void> {
        mustWork(writeAudit(*audit.db, audit.store.agency.id, audit.store.environment,
                            {Actor::command(), audited::exported, {}, {}}));
        return Error{ErrorCode::Conflict, u"no"_s};
    });
    CHECK_FALSE(failed.ok());
    CHECK(audit.verify().problem.isEmpty());
    CHECK(audit.verify().last.number == 5);
}

TEST_CASE("audit: a mark is a number and a hash", "[server][audit]")
{
    CHECK_FALSE(AuditMark::fromText(u"5"_s));
    CHECK_FALSE(AuditMark::fromText(u"x:"_s + QString(64, u'a')));
    CHECK_FALSE(AuditMark::fromText(u"5:abc"_s));
    CHECK(AuditMark::fromText(u"5:"_s + QString(64, u'A'))->toText() == u"5:"_s + QString(64, u'a'));
}
