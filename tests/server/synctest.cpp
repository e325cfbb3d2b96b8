// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/access.h"
#include "server/audit/auditreader.h"
#include "tests/server/testserver.h"

#include <future>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A signed-in desk that speaks the protocol by hand.
struct Desk
{
    TestServer& server;
    QUuid device = server.store.ids.next();
    User user;
    QByteArray token;
    qint64 wallMs = server.store.clock.now().toMSecsSinceEpoch();

    Desk(TestServer& on, const QString& email)
        : server(on)
        , user(on.addUser(email))
        , token(on.signIn(email, device))
    {
    }
    Change change(const QString& entity, const QUuid& key, const QJsonObject& fields)
    {
        return {ChangeId(server.store.ids.next()), entity, key, {++wallMs, 0, device}, fields};
    }
    QList<protocol::PushResult> push(const QList<Change>& changes)
    {
        return mustHave(protocol::readPushAnswer(
                            server.post("/v1/changes", token, protocol::toJson(protocol::PushRequest{changes})).json()))
            .results;
    }
    bool accepts(const Change& change)
    {
        return push({change}).first().status == protocol::PushResult::Status::Accepted;
    }
    protocol::PullAnswer pull(const QByteArray& query)
    {
        return mustHave(protocol::readPullAnswer(server.send("GET", "/v1/changes?" + query, token).json()));
    }
};

QString text(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace

TEST_CASE("sync: changes travel from desk to desk in order, once", "[server][sync]")
{
    TestServer server;
    Desk ana(server, u"ana@example.org"_s);
    Desk ben(server, u"ben@example.org"_s);
    const qint64 start = ben.pull("since=0").next;
    const QUuid client = server.store.ids.next();
    const Change first = ana.change(u"client"_s, client, {{u"given_name"_s, u"José"_s}});
    const Change second = ana.change(u"client"_s, client, {{u"language"_s, u"es"_s}});
    CHECK(ana.accepts(first));
    CHECK(ana.push({first, second}).size() == 2);

    const auto pulled = ben.pull("since=" + QByteArray::number(start));
    REQUIRE(pulled.changes.size() == 2);
    CHECK(pulled.changes[0].id == first.id);
    CHECK(pulled.changes[0].fields == first.fields);
    CHECK(pulled.changes[1].seq == pulled.changes[0].seq + 1);
    CHECK(pulled.next == pulled.changes[1].seq);
    CHECK_FALSE(pulled.more);
    CHECK(pulled.serverTime == server.store.clock.now());

    const auto page = ben.pull("since=0&limit=1");
    CHECK(page.changes.size() == 1);
    CHECK(page.more);
    CHECK(ben.pull("since=999999").changes.size() == pulled.next);
}

TEST_CASE("sync: a pull waits for news without holding a thread", "[server][sync]")
{
    TestServer server;
    Desk ana(server, u"ana@example.org"_s);
    Desk ben(server, u"ben@example.org"_s);
    const QByteArray since = QByteArray::number(ben.pull("since=0").next);
    const auto socket = server.http.connect();
    sendTo(*socket,
           httpText("GET", "/v1/changes?wait=20&since=" + since, {}, "Authorization: Bearer " + ben.token + "\r\n"));
    CHECK_FALSE(socket->waitForReadyRead(100));
    CHECK(ana.accepts(ana.change(u"client"_s, server.store.ids.next(), {{u"given_name"_s, u"José"_s}})));
    const auto answer = mustHave(protocol::readPullAnswer(readAnswer(*socket).json()));
    CHECK(answer.changes.size() == 1);
}

TEST_CASE("sync: what a device may not write is refused with a sentence, and holds up nothing else", "[server][sync]")
{
    TestServer server;
    Desk ana(server, u"ana@example.org"_s);
    const QUuid client = server.store.ids.next();
    const auto results =
        ana.push({ana.change(u"client"_s, client, {{u"given_name"_s, u"José"_s}}),
                  ana.change(u"agency"_s, server.store.agency.id.uuid(), {{u"program_name"_s, u"Mine"_s}}),
                  ana.change(u"client"_s, client, {{u"given_name"_s, 7}}),
                  ana.change(u"client"_s, client, {{u"family_name"_s, u"Núñez"_s}})});
    REQUIRE(results.size() == 4);
    CHECK(results[0].status == protocol::PushResult::Status::Accepted);
    CHECK(results[1].status == protocol::PushResult::Status::Refused);
    CHECK_FALSE(results[1].sentence.isEmpty());
    CHECK(results[2].status == protocol::PushResult::Status::Refused);
    CHECK(results[3].status == protocol::PushResult::Status::Accepted);
    auto db = server.store.open();
    const auto agency =
        mustHave(RecordReader(*db, server.store.agency.id).find(u"agency", server.store.agency.id.uuid()));
    CHECK(agency.value()[u"program_name"] == u"Harbor House"_s);
}

TEST_CASE("sync: the audit has whose records were changed, from which device", "[server][sync][audit]")
{
    TestServer server;
    Desk ana(server, u"ana@example.org"_s);
    const QUuid rosa = server.store.ids.next();
    const QUuid omar = server.store.ids.next();
    const auto entriesOf = [&](const AuditQuery& query) {
        auto db = server.store.open();
        return mustHave(readAudit(*db, server.store.agency.id, query));
    };
    const Change point = ana.change(u"contact_point"_s, server.store.ids.next(),
                                    {{u"client_id"_s, text(rosa)}, {u"channel"_s, u"text"_s}, {u"address"_s, u"+19375550101"_s}});
    ana.push({ana.change(u"client"_s, rosa, {{u"given_name"_s, u"Rosa"_s}}), point});
    ana.push({point}); // told before
    const auto one = entriesOf({.what = audited::recordsChanged, .about = text(rosa)});
    REQUIRE(one.size() == 1);
    CHECK(one[0].entry.by.who == ana.user.id.toString());
    CHECK(one[0].entry.by.device == DeviceId(ana.device));
    CHECK(one[0].entry.details == QJsonObject{{u"client"_s, 1}, {u"contact_point"_s, 1}});

    SECTION("one push about several clients is one entry, found by each of them")
    {
        ana.push({ana.change(u"client"_s, rosa, {{u"language"_s, u"es"_s}}),
                  ana.change(u"client"_s, omar, {{u"given_name"_s, u"Omar"_s}})});
        CHECK(entriesOf({.about = text(omar)}).size() == 1);
        CHECK(entriesOf({.what = audited::recordsChanged, .about = text(rosa)}).size() == 2);
        CHECK(entriesOf({.what = audited::recordsChanged}).size() == 2);
    }
    SECTION("sharing is an entry of its own")
    {
        const Change share = ana.change(u"share"_s, server.store.ids.next(),
                                        {{u"client_id"_s, text(rosa)},
                                         {u"shared_by"_s, ana.user.id.toString()},
                                         {u"shared_at"_s, 1},
                                         {u"referral_ids"_s, QJsonArray{text(server.store.ids.next())}},
                                         {u"addresses"_s, QJsonArray{QJsonObject{{u"channel"_s, u"text"_s},
                                                                                 {u"address"_s, u"+19375550101"_s}}}},
                                         {u"time_zone"_s, u"UTC"_s}});
        REQUIRE(ana.accepts(share));
        const auto shared = entriesOf({.what = audited::shared, .about = text(rosa)});
        REQUIRE(shared.size() == 1);
        CHECK(shared[0].entry.details[u"channels"] == u"text"_s);
        CHECK(shared[0].entry.details[u"referrals"] == 1);
    }
    SECTION("nothing of it names anybody")
    {
        for (const AuditLine& line : entriesOf({}))
            for (const QString& secret : {u"Rosa"_s, u"9375550101"_s})
                CHECK_FALSE(QJsonDocument(line.entry.details).toJson().contains(secret.toUtf8()));
    }
}

TEST_CASE("sync: what was looked at at a desk stands in the audit, once, and nowhere else", "[server][sync][audit]")
{
    TestServer server;
    Desk ana(server, u"ana@example.org"_s);
    Desk ben(server, u"ben@example.org"_s);
    const ClientId rosa(server.store.ids.next());
    const qint64 start = ben.pull("since=0").next;
    const auto told = [&](const Access& access) {
        const Edit edit = editOf(access, server.store.ids.next());
        return ana.change(edit.entity, edit.key, edit.fields);
    };
    const QDateTime at = server.store.clock.now().addSecs(-3600);
    const Change opened = told({Access::Deed::ClientOpened, rosa, at});
    const Change searched = told({Access::Deed::ClientsSearched, {}, at});
    CHECK(ana.accepts(opened));
    CHECK(ana.accepts(searched));
    CHECK(ana.accepts(opened)); // the answer was lost
    CHECK(ana.accepts(searched));
    Change bad = searched;
    bad.id = ChangeId(server.store.ids.next());
    bad.fields.insert(u"deed"_s, u"client_erased"_s);
    CHECK_FALSE(ana.accepts(bad));

    auto db = server.store.open();
    const auto entries = [&](const AuditQuery& query) { return mustHave(readAudit(*db, server.store.agency.id, query)); };
    const auto mine = entries({.what = audited::clientOpened, .about = rosa.toString()});
    REQUIRE(mine.size() == 1);
    CHECK(mine[0].entry.by.who == ana.user.id.toString());
    CHECK(mine[0].entry.by.device == DeviceId(ana.device));
    CHECK(mine[0].at == server.store.clock.now());
    CHECK(mine[0].entry.details[u"at_the_desk"] == at.toString(Qt::ISODate));
    CHECK(entries({.what = audited::clientsSearched}).size() == 1);
    CHECK(entries({.what = audited::clientErased}).isEmpty());
    CHECK(ben.pull("since=" + QByteArray::number(start)).changes.isEmpty());
    CHECK(mustHave(verifyAudit(*db, server.store.agency.id)).problem.isEmpty());
}

TEST_CASE("sync: messages", "[server][sync]")
{
    TestServer server;
    Desk ana(server, u"ana@example.org"_s);
    const QUuid key = server.store.ids.next();
    const QUuid other = server.store.ids.next();
    const Change made = ana.change(u"message"_s, key,
                                   {{u"share_id"_s, text(other)},
                                    {u"client_id"_s, text(other)},
                                    {u"kind"_s, u"initial"_s},
                                    {u"channel"_s, u"text"_s},
                                    {u"address"_s, u"+19375550101"_s},
                                    {u"due_at"_s, 1000},
                                    {u"state"_s, u"waiting"_s}});
    CHECK(ana.accepts(made));
    auto db = server.store.open();
    const auto state = [&] {
        return mustHave(RecordReader(*db, server.store.agency.id).find(u"message", key)).value()[u"state"].toString();
    };

    SECTION("one that was sent is not taken back by the device saying again what it said")
    {
        server.store.write(*db, {{u"message"_s, key, {{u"state"_s, u"sent"_s}}}});
        CHECK(ana.accepts(made));
        CHECK(state() == u"sent"_s);
        CHECK_FALSE(
            ana.accepts(ana.change(u"message"_s, key, {{u"state"_s, u"canceled"_s}, {u"reason"_s, u"withdrawn"_s}})));
        CHECK(state() == u"sent"_s);
    }
    SECTION("a cancel that comes too late is answered with the truth, and told in the activity")
    {
        const QUuid referral = server.store.ids.next();
        server.store.write(*db, {{u"share"_s,
                                  other,
                                  {{u"client_id"_s, text(other)},
                                   {u"shared_by"_s, text(ana.user.id.uuid())},
                                   {u"shared_at"_s, 1000},
                                   {u"referral_ids"_s, QJsonArray{text(referral)}},
                                   {u"addresses"_s, QJsonArray{u"+19375550101"_s}},
                                   {u"language"_s, u"en"_s},
                                   {u"time_zone"_s, u"America/New_York"_s}}}});
        server.store.write(*db, {{u"message"_s, key, {{u"state"_s, u"sent"_s}, {u"state_at"_s, 2000}}}});
        const qint64 before = ana.pull("since=0&limit=500").next;
        ana.wallMs += GENERATE(0, 3600 * 1000); // this device's clock may be ahead of the server's
        const Change late = ana.change(
            u"message"_s, key, {{u"state"_s, u"canceled"_s}, {u"reason"_s, u"She calls"_s}, {u"state_at"_s, 3000}});
        CHECK_FALSE(ana.accepts(late));
        CHECK(state() == u"sent"_s);

        const auto told = ana.pull("limit=500&since=" + QByteArray::number(before)).changes;
        REQUIRE(told.size() == 2);
        CHECK(told[0].key == key);
        CHECK(told[0].stamp > late.stamp);
        CHECK(told[0].fields[u"state"] == u"sent"_s);
        CHECK(told[0].fields[u"state_at"] == 2000);
        CHECK(told[0].fields[u"reason"].toString().isEmpty());
        CHECK(told[1].entity == u"activity"_s);
        CHECK(told[1].fields[u"kind"] == u"message_event"_s);
        CHECK(told[1].fields[u"rule"] == u"late_cancel"_s);
        CHECK(told[1].fields[u"message_state"] == u"sent"_s);
        CHECK(told[1].fields[u"referral_id"] == text(referral));
        // Nobody's name on it: it is new to whoever canceled.
        CHECK(told[1].fields[u"worker_id"].toString().isEmpty());
    }
    SECTION("a cancel holds, even from a device whose clock is behind")
    {
        server.store.write(*db, {{u"message"_s, key, {{u"state"_s, u"held"_s}, {u"reason"_s, u"lost"_s}}}});
        ana.wallMs -= 3600 * 1000;
        CHECK(ana.accepts(ana.change(u"message"_s, key, {{u"state"_s, u"canceled"_s}, {u"reason"_s, u"withdrawn"_s}})));
        CHECK(state() == u"canceled"_s);
        CHECK(ana.pull("since=0").changes.last().fields[u"reason"] == u"withdrawn"_s);
    }
}

TEST_CASE("sync: one agency's device sees and touches nothing of another", "[server][sync]")
{
    TestServer server;
    Desk ana(server, u"ana@example.org"_s);
    Agency other = server.store.agency;
    other.id = AgencyId(server.store.ids.next());
    auto db = server.store.open();
    mustWork(createAgency(*db, other, server.store.environment));
    const User stranger{.id = UserId(server.store.ids.next()), .displayName = u"S"_s, .email = u"s@example.org"_s};
    mustWork(addUser(*db, other.id, stranger, u"correct horse"_s, server.store.environment));
    const QUuid client = server.store.ids.next();
    CHECK(ana.accepts(ana.change(u"client"_s, client, {{u"given_name"_s, u"José"_s}})));

    const QByteArray token = server.signIn(stranger.email, server.store.ids.next());
    CHECK_FALSE(server.send("GET", "/v1/changes?since=0", token).body.contains("Jos"));
    CHECK_FALSE(mustHave(RecordReader(*db, other.id).find(u"client", client)).has_value());
}

TEST_CASE("sync: requests that can't be right are refused clearly", "[server][sync]")
{
    TestServer server;
    Desk ana(server, u"ana@example.org"_s);
    const auto status = [&](const QByteArray& method, const QByteArray& target, const QByteArray& body) {
        const TestAnswer answer = server.send(method, target, ana.token, body);
        CHECK_FALSE(protocol::readError(answer.json()).sentence.isEmpty());
        return answer.status;
    };
    CHECK(status("POST", "/v1/changes", "") == 400);
    CHECK(status("POST", "/v1/changes", "{\"changes\": [") == 400);
    CHECK(status("POST", "/v1/changes", "{\"changes\": 7}") == 400);
    CHECK(status("POST", "/v1/changes", "{\"changes\": [{}]}") == 400);
    CHECK(status("POST", "/v1/changes", QByteArray(100000, '[')) == 400);
    CHECK(status("POST", "/v1/changes", "{\"changes\": [" + QByteArray("0,").repeated(500) + "0]}") == 400);
    CHECK(status("GET", "/v1/changes?since=-1", {}) == 400);
    CHECK(status("GET", "/v1/changes?since=x", {}) == 400);
    CHECK(status("GET", "/v1/changes?limit=100000", {}) == 400);
    CHECK(status("GET", "/v1/changes?wait=3600", {}) == 400);
    CHECK(server.send("GET", "/v1/changes", {}).status == 401);
    CHECK(server.send("GET", "/v1/changes", "wrong").status == 401);
    CHECK(server.http.raw(httpText("GET", "/healthz")).status == 200);
}
