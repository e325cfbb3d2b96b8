// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/auditreader.h"
#include "server/gateway/facts.h"
#include "server/privacy/eraseclients.h"
#include "server/privacy/exportrecords.h"
#include "server/privacy/retentionworker.h"
#include "server/store/erased.h"
#include "tests/gateway/gatewayworld.h"

#include <QDir>
#include <QSqlRecord>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A client who was sent a text and mail, answered, and opted out of texts; nobody else has the number.
struct ErasureWorld : GatewayWorld
{
    Client maria = addClient(u"Mariaquita"_s);
    SharePlan plan = share(maria, 2, true);

    ErasureWorld()
    {
        REQUIRE(sendAll() > 0);
        receive(u"My secret words"_s);
        poll();
        receive(u"STOP"_s);
        poll();
        receive(u"Hello from before"_s, u"+19375550199"_s);
        poll();
    }
    Erasure erase(const ClientId& client)
    {
        return mustHave(eraseClients(*db, store.agency.id, {client}, store.environment, Actor::user(worker, {})));
    }
    bool isOut(const Address& address)
    {
        RecordReader reader(*db, store.agency.id);
        return mustHave(isOptedOut(reader, address));
    }
    /// Every place of the database in which `text` stands.
    QStringList placesOf(const QString& text)
    {
        QStringList places;
        for (const QString& table : db->sql().tables()) {
            auto rows = mustHave(db->query(u"SELECT * FROM \"%1\""_s.arg(table)));
            while (rows.next())
                for (int i = 0; i < rows.record().count(); ++i)
                    if (rows.value(i).toString().contains(text, Qt::CaseInsensitive))
                        places.append(table + u'.' + rows.record().fieldName(i));
        }
        return places;
    }
    Result<void> mayPush(const Change& change)
    {
        RecordReader reader(*db, store.agency.id);
        return checkNotErased(reader, change);
    }
    Change change(const QString& entity, const QUuid& key, const QJsonObject& fields)
    {
        return {ChangeId(store.ids.next()), entity, key, {1, 0, store.ids.next()}, fields};
    }
};

} // namespace

TEST_CASE("erase: nothing of the client stands anywhere in the database afterwards", "[gateway][privacy]")
{
    ErasureWorld world;
    const QStringList traces = {u"Mariaquita"_s, u"9375550101"_s, u"Maria@client.example"_s, u"secret words"_s};
    for (const QString& trace : traces)
        REQUIRE_FALSE(world.placesOf(trace).isEmpty());
    const Erasure erasure = world.erase(world.maria.id);
    for (const QString& trace : traces)
        CHECK(world.placesOf(trace) == QStringList());
    CHECK(erasure.clients == 1);
    CHECK(erasure.optOutsKept == 1);
    CHECK(erasure.consentProofsKept == 2);
    CHECK(world.count(u"SELECT COUNT(*) FROM message"_s) == 0);
    CHECK(world.count(u"SELECT COUNT(*) FROM link_token"_s) == 0);
    CHECK(world.count(u"SELECT COUNT(*) FROM intent"_s) == 0);
    CHECK_FALSE(world.placesOf(u"Hello from before"_s).isEmpty()); // somebody else's
    const auto audit = mustHave(readAudit(*world.db, world.store.agency.id, {.what = audited::clientErased}));
    REQUIRE(audit.size() == 1);
    CHECK(audit.first().entry.about == world.maria.id.toString());
    CHECK(audit.first().entry.by.who == world.worker.toString());
}

TEST_CASE("erase: an opt-out goes on working, and comes back with its address", "[gateway][privacy]")
{
    ErasureWorld world;
    world.erase(world.maria.id);
    CHECK(world.isOut(world.phone));
    CHECK_FALSE(world.isOut(world.email));
    CHECK_FALSE(world.isOut(*PhoneNumber::fromE164(u"+19375550102")));

    SECTION("the same person, entered anew, gets no text")
    {
        const Client again = world.addClient(u"Maria"_s);
        const SharePlan plan = world.share(again, 1);
        world.texts.asked.clear();
        world.sendAll();
        CHECK(world.texts.asked.isEmpty());
        CHECK(world.stateOf(GatewayWorld::pick(plan, MessageKind::Initial, Channel::Text)) == MessageState::Refused);
    }
    SECTION("START opts in again")
    {
        world.store.clock.advanceMinutes(1);
        world.receive(u"START"_s);
        world.poll();
        CHECK_FALSE(world.isOut(world.phone));
    }
    SECTION("the ledger has a record of it again where somebody has the address")
    {
        mustWork(world.db->transaction([&]() -> Result<void> {
            auto records = Records::lock(*world.db, world.store.agency.id, world.store.environment);
            return bringBackOptOut(*records, world.phone, world.store.environment);
        }));
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out"_s) == 1);
        CHECK(world.count(u"SELECT COUNT(*) FROM erased_opt_out"_s) == 0);
        CHECK(world.isOut(world.phone));
    }
}

TEST_CASE("erase: a number of a household keeps its opt-out as it is", "[gateway][privacy]")
{
    ErasureWorld world;
    const Client pedro = world.addClient(u"Pedro"_s);
    CHECK(world.erase(world.maria.id).optOutsKept == 0);
    CHECK(world.count(u"SELECT COUNT(*) FROM opt_out"_s) == 1);
    CHECK(world.isOut(world.phone));
}

TEST_CASE("erase: merged records go with the one that was kept, whichever is named", "[gateway][privacy]")
{
    ErasureWorld world;
    const Client double_ = world.addClient(u"Mariaquitta"_s);
    world.store.write(*world.db, {Edit{u"client"_s, double_.id.uuid(), {{u"merged_into"_s, world.maria.id.toString()}}}});
    const bool byTheMerged = GENERATE(true, false);
    CHECK(world.erase(byTheMerged ? double_.id : world.maria.id).clients == 1);
    CHECK(world.count(u"SELECT COUNT(*) FROM client"_s) == 0);
    CHECK(world.isOut(world.phone));
}

TEST_CASE("erase: a device that was away doesn't bring the client back", "[gateway][privacy]")
{
    ErasureWorld world;
    const QUuid referral = world.plan.share.referralIds.first().uuid();
    world.erase(world.maria.id);
    const QString id = world.maria.id.toString();
    CHECK_FALSE(world.mayPush(world.change(u"client"_s, world.maria.id.uuid(), {{u"given_name"_s, u"M"_s}})).ok());
    CHECK_FALSE(world.mayPush(world.change(u"activity"_s, world.store.ids.next(), {{u"client_id"_s, id}})).ok());
    CHECK_FALSE(world.mayPush(world.change(u"referral"_s, referral, {{u"status"_s, u"canceled"_s}})).ok());
    CHECK_FALSE(world.mayPush(world.change(u"consent_withdrawal"_s, world.store.ids.next(),
                                           {{u"share_id"_s, world.plan.share.id.toString()}}))
                    .ok());
    CHECK_FALSE(world.mayPush(world.change(u"client"_s, world.store.ids.next(), {{u"merged_into"_s, id}})).ok());
    CHECK(world.mayPush(world.change(u"client"_s, world.store.ids.next(), {{u"given_name"_s, u"Ana"_s}})).ok());
}

TEST_CASE("erase: is refused while a message is on its way, and for nobody", "[gateway][privacy]")
{
    ErasureWorld world;
    mustHave(world.db->query(u"UPDATE message SET state = 'sending' WHERE kind = 'initial'"_s));
    const auto refused =
        eraseClients(*world.db, world.store.agency.id, {world.maria.id}, world.store.environment, Actor::command());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(world.count(u"SELECT COUNT(*) FROM client"_s) == 1);
    const auto nobody = eraseClients(*world.db, world.store.agency.id, {ClientId(world.store.ids.next())},
                                     world.store.environment, Actor::command());
    REQUIRE_FALSE(nobody.ok());
    CHECK(nobody.error().code == ErrorCode::NotFound);
}

TEST_CASE("export: a client's document has every record, its history and its links", "[gateway][privacy]")
{
    ErasureWorld world;
    const QJsonObject document = mustHave(
        exportClient(*world.db, world.store.agency.id, world.maria.id, world.store.environment, Actor::command()));
    const QJsonObject kinds = document[u"records"].toObject();
    CHECK(kinds[u"client"].toArray().size() == 1);
    CHECK(kinds[u"referral"].toArray().size() == 2);
    CHECK(kinds[u"message"].toArray().size() == world.plan.messages.size());
    CHECK(kinds[u"consent"].toArray().size() == 1);
    CHECK(kinds[u"opt_out"].toArray().size() == 1);
    CHECK(kinds[u"reply"].toArray().size() == 2);
    CHECK(document[u"history"].toArray().size() >= 10);
    CHECK_FALSE(document[u"links"].toArray().isEmpty());
    CHECK_FALSE(document[u"tries"].toArray().isEmpty());
    CHECK(mustHave(readAudit(*world.db, world.store.agency.id, {.what = audited::exported})).size() == 1);
}

TEST_CASE("export: files are for the owner alone, in a folder that was empty", "[gateway][privacy]")
{
    ErasureWorld world;
    QTemporaryDir folder;
    const auto form = GENERATE(ExportForm::Json, ExportForm::Csv);
    const QString to = folder.filePath(u"out"_s);
    const qint64 count = mustHave(
        exportToFolder(*world.db, world.store.agency.id, {}, form, to, world.store.environment, Actor::command()));
    CHECK(count > 10);
    const QFileInfoList files = QDir(to).entryInfoList(QDir::Files);
    CHECK(files.size() == qsizetype(records::schema().size()));
    for (const QFileInfo& file : files)
        CHECK((file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)) == 0);
    QFile clients(QDir(to).filePath(form == ExportForm::Json ? u"client.json"_s : u"client.csv"_s));
    REQUIRE(clients.open(QIODevice::ReadOnly));
    CHECK(clients.readAll().contains("Mariaquita"));
    const auto again =
        exportToFolder(*world.db, world.store.agency.id, {}, form, to, world.store.environment, Actor::command());
    REQUIRE_FALSE(again.ok());
    CHECK(again.error().code == ErrorCode::Conflict);
}

TEST_CASE("retention: only those with whom nothing happened for so long are erased", "[gateway][privacy]")
{
    GatewayWorld world;
    const Client old = world.addClient(u"Old"_s);
    world.share(old, 1);
    world.store.clock.advanceDays(100);
    const Client fresh = world.addClient(u"Fresh"_s);
    const AgencyId agency = world.store.agency.id;
    const auto idle = [&](int days) { return mustHave(idleClients(*world.db, agency, days, world.store.clock.now())); };

    REQUIRE(idle(90).size() == 1);
    CHECK(idle(90).first().id == old.id);
    CHECK(idle(90).first().name == u"Old Lopez"_s);
    CHECK(idle(94).isEmpty()); // the follow-up was due on the seventh day
    CHECK_FALSE(idleClients(*world.db, agency, 29, world.store.clock.now()).ok());

    SECTION("applied, others stay, and the audit has it")
    {
        CHECK(mustHave(applyRetention(*world.db, agency, 90, world.store.environment, Actor::command())).clients == 1);
        CHECK(idle(90).isEmpty());
        CHECK(world.count(u"SELECT COUNT(*) FROM client"_s) == 1);
        CHECK(mustHave(readAudit(*world.db, agency, {.what = audited::retentionApplied})).size() == 1);
        CHECK(mustHave(applyRetention(*world.db, agency, 90, world.store.environment, Actor::command())).clients == 0);
        CHECK(mustHave(readAudit(*world.db, agency, {.what = audited::retentionApplied})).size() == 1);
    }
    SECTION("on its own, in every agency")
    {
        RetentionWorker::applyEverywhere(world.databases, world.store.environment, 90);
        CHECK(world.count(u"SELECT COUNT(*) FROM client"_s) == 1);
    }
    SECTION("a record merged into one that is in use is in use")
    {
        world.store.write(*world.db, {Edit{u"client"_s, old.id.uuid(), {{u"merged_into"_s, fresh.id.toString()}}}});
        CHECK(idle(90).isEmpty());
    }
}
