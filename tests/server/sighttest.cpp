// SPDX-License-Identifier: GPL-3.0-or-later
// Who sees what at the server, and snapshots. Runs on SQLite and PostgreSQL (tag [sync]).
#include "server/store/sight.h"
#include "server/store/snapshot.h"
#include "tests/server/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <cstdio>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const QUuid& id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// A signed-in desk that keeps what it was given.
struct Desk
{
    TestServer& server;
    QUuid device = server.store.ids.next();
    User user;
    QByteArray token;
    qint64 wallMs = server.store.clock.now().toMSecsSinceEpoch();
    QString sight;
    qint64 since = 0;

    Desk(TestServer& on, const QString& email, Role role, const std::optional<TeamId>& team)
        : server(on)
        , user(on.addUser(email, role))
        , token(on.signIn(email, device))
    {
        if (team)
            setTeam(*team);
    }
    void setTeam(const TeamId& team)
    {
        server.store.write(*server.store.open(), {{u"user"_s, user.id.uuid(), {{u"team_id"_s, team.toString()}}}});
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
    protocol::SnapshotAnswer page(const QString& cursor = {})
    {
        return mustHave(protocol::readSnapshotAnswer(
            server.send("GET", "/v1/snapshot?cursor=" + cursor.toLatin1(), token).json()));
    }
    /// Ids of all records of a whole snapshot; afterwards pull() goes on.
    QStringList snapshot()
    {
        QStringList keys;
        QString cursor;
        for (bool more = true; more;) {
            const auto answer = page(cursor);
            for (const Change& change : answer.records)
                keys.append(text(change.key));
            cursor = answer.cursor;
            more = answer.more;
            sight = answer.sight;
            since = answer.position;
        }
        keys.removeDuplicates();
        return keys;
    }
    protocol::PullAnswer pull()
    {
        const auto answer = mustHave(protocol::readPullAnswer(
            server
                .send("GET", "/v1/changes?since=" + QByteArray::number(since) + "&sight=" + sight.toLatin1(), token)
                .json()));
        since = answer.next;
        return answer;
    }
    bool mustStartOver() { return pull().snapshot; }
    bool sees(const QUuid& key) { return snapshot().contains(text(key)); }
};

/// Two teams with a worker and a supervisor each, and an administrator.
struct Office
{
    TestServer server;
    TeamId north{server.store.ids.next()}, south{server.store.ids.next()};
    Desk ana{server, u"ana@example.org"_s, Role::Worker, north};
    Desk abe{server, u"abe@example.org"_s, Role::Worker, north};
    Desk ben{server, u"ben@example.org"_s, Role::Worker, south};
    Desk nora{server, u"nora@example.org"_s, Role::Supervisor, north};
    Desk sue{server, u"sue@example.org"_s, Role::Supervisor, south};
    Desk ada{server, u"ada@example.org"_s, Role::Administrator, std::nullopt};
    QList<Desk*> all{&ana, &abe, &ben, &nora, &sue, &ada};

    QUuid addClient(const std::optional<UserId>& worker, const std::optional<TeamId>& team)
    {
        const QUuid key = server.store.ids.next();
        QJsonObject fields{{u"given_name"_s, u"José"_s}};
        if (worker)
            fields.insert(u"assigned_worker_id"_s, worker->toString());
        if (team)
            fields.insert(u"team_id"_s, team->toString());
        server.store.write(*server.store.open(), {{u"client"_s, key, fields}});
        return key;
    }
    void set(const QUuid& client, const QJsonObject& fields)
    {
        server.store.write(*server.store.open(), {{u"client"_s, client, fields}});
    }
    /// Who is told to start over, by their first letters; all have caught up before.
    QStringList toldBy(const std::function<void()>& deed)
    {
        for (Desk* desk : all)
            desk->snapshot();
        deed();
        QStringList told;
        for (Desk* desk : all)
            if (desk->mustStartOver())
                told.append(desk->user.email.section(u'@', 0, 0));
        return told;
    }
};

} // namespace

TEST_CASE("sight: what is pulled is what may be seen, from the beginning of the log", "[server][sync][sight]")
{
    Office office;
    for (Desk* desk : office.all)
        desk->snapshot();
    const QUuid anas = office.addClient(office.ana.user.id, office.north);
    const QUuid norths = office.addClient({}, office.north);
    const QUuid nobodys = office.addClient({}, {});
    const auto pulled = [&](Desk& desk) {
        QStringList keys;
        for (const Change& change : desk.pull().changes)
            keys.append(text(change.key));
        return keys;
    };
    CHECK(pulled(office.ana) == QStringList{text(anas), text(norths), text(nobodys)});
    CHECK(pulled(office.abe) == QStringList{text(norths), text(nobodys)});
    CHECK(pulled(office.ben) == QStringList{text(nobodys)});
    CHECK(pulled(office.nora) == QStringList{text(anas), text(norths), text(nobodys)});
    CHECK(pulled(office.sue) == QStringList{text(nobodys)});
    CHECK(pulled(office.ada) == QStringList{text(anas), text(norths), text(nobodys)});
    for (Desk* desk : office.all)
        CHECK_FALSE(desk->pull().more);
    // By hand, from the beginning, as a program of before would.
    CHECK_FALSE(office.server.send("GET", "/v1/changes?since=0", office.ben.token).body.contains(text(anas).toLatin1()));
}

TEST_CASE("sight: the condition in SQL says what the rule says", "[server][sync][sight]")
{
    Office office;
    auto db = office.server.store.open();
    const AgencyId agency = office.server.store.agency.id;
    const std::optional<UserId> workers[] = {std::nullopt, office.ana.user.id, office.ben.user.id, office.nora.user.id};
    const std::optional<TeamId> teams[] = {std::nullopt, office.north, office.south};
    const auto teamOf = [&](const std::optional<UserId>& worker) -> std::optional<TeamId> {
        if (!worker)
            return std::nullopt;
        return worker == office.ben.user.id ? office.south : office.north;
    };
    for (const auto& worker : workers)
        for (const auto& team : teams) {
            const QUuid client = office.addClient(worker, team);
            for (const auto& user : workers)
                for (const auto& usersTeam : teams)
                    for (const Role role : {Role::Worker, Role::Supervisor, Role::Administrator, Role::Agent}) {
                        const Viewer viewer{user.value_or(office.sue.user.id), role, usersTeam};
                        const bool rule = maySee(viewer, {worker, team, teamOf(worker)});
                        CHECK(mustHave(maySeeClient(*db, agency, viewer, ClientId(client))) == rule);
                        const Condition seen = seenBy(viewer, u"l.agency_id"_s, u"l.owner_id"_s);
                        auto row = mustHave(db->query(u"SELECT COUNT(*) FROM change_log l WHERE l.agency_id = ? AND "
                                                      "l.record_id = ? AND "_s + seen.sql,
                                                      QVariantList{bound(agency), bound(client)} + seen.values));
                        CHECK((row.next() && row.value(0).toInt() == 1) == rule);
                    }
        }
}

TEST_CASE("sight: a client who moves is news for those alone who see them no more, or only now", "[server][sync][sight]")
{
    Office office;
    const QUuid client = office.addClient(office.ana.user.id, office.north);
    const auto give = [&](const std::optional<UserId>& worker, const std::optional<TeamId>& team) {
        return office.toldBy([&] {
            office.set(client, {{u"assigned_worker_id"_s, worker ? QJsonValue(worker->toString()) : QJsonValue::Null},
                                {u"team_id"_s, team ? QJsonValue(team->toString()) : QJsonValue::Null}});
        });
    };
    SECTION("to a colleague of the same team")
    {
        CHECK(give(office.abe.user.id, office.north) == QStringList{u"ana"_s, u"abe"_s});
        CHECK_FALSE(office.ana.sees(client));
        CHECK(office.abe.sees(client));
    }
    SECTION("to another team")
    {
        CHECK(give(office.ben.user.id, office.south) == QStringList{u"ana"_s, u"ben"_s, u"nora"_s, u"sue"_s});
        CHECK(office.ben.sees(client));
        CHECK(office.ada.sees(client));
        CHECK_FALSE(office.nora.sees(client));
    }
    SECTION("to nobody: everybody sees them")
    {
        CHECK(give({}, {}) == QStringList{u"abe"_s, u"ben"_s, u"sue"_s});
    }
    SECTION("and what is no move tells nobody")
    {
        CHECK(give(office.ana.user.id, office.north).isEmpty());
        CHECK(office.toldBy([&] { office.set(client, {{u"given_name"_s, u"Pepe"_s}}); }).isEmpty());
        CHECK(office.toldBy([&] { office.addClient(office.ben.user.id, office.south); }).isEmpty());
    }
    SECTION("whoever waits for news hears of it")
    {
        office.ana.snapshot();
        office.ana.pull();
        const auto socket = office.server.http.connect();
        sendTo(*socket, httpText("GET",
                                 "/v1/changes?wait=20&since=" + QByteArray::number(office.ana.since) +
                                     "&sight=" + office.ana.sight.toLatin1(),
                                 {}, "Authorization: Bearer " + office.ana.token + "\r\n"));
        CHECK_FALSE(socket->waitForReadyRead(100));
        office.set(client, {{u"assigned_worker_id"_s, office.abe.user.id.toString()}});
        CHECK(mustHave(protocol::readPullAnswer(readAnswer(*socket).json())).snapshot);
    }
}

TEST_CASE("sight: a user who gets another team or role", "[server][sync][sight]")
{
    Office office;
    office.addClient(office.ana.user.id, std::nullopt);
    CHECK(office.toldBy([&] { office.ana.setTeam(office.south); }) == QStringList{u"ana"_s, u"nora"_s, u"sue"_s});
    CHECK(office.toldBy([&] {
        office.server.store.write(*office.server.store.open(),
                                  {{u"user"_s, office.abe.user.id.uuid(), {{u"role"_s, u"administrator"_s}}}});
    }) == QStringList{u"abe"_s});
    CHECK(office.toldBy([&] {
        office.server.store.write(*office.server.store.open(),
                                  {{u"user"_s, office.abe.user.id.uuid(), {{u"display_name"_s, u"Abel"_s}}}});
    }).isEmpty());
    auto db = office.server.store.open();
    CHECK(office.toldBy([&] {
        mustWork(db->transaction([&] { return demandSnapshot(*db, office.server.store.agency.id); }));
    }).size() == office.all.size());
}

TEST_CASE("sight: merged clients go with the one who is kept", "[server][sync][sight]")
{
    Office office;
    const QUuid gone = office.addClient(office.ana.user.id, office.north);
    const QUuid kept = office.addClient(office.ben.user.id, office.south);
    // Who doesn't see both can't merge them.
    CHECK_FALSE(office.ana.accepts(office.ana.change(u"client"_s, gone, {{u"merged_into"_s, text(kept)}})));
    CHECK(office.toldBy([&] {
        CHECK(office.ada.accepts(office.ada.change(u"client"_s, gone, {{u"merged_into"_s, text(kept)}})));
    }) == QStringList{u"ana"_s, u"ben"_s, u"nora"_s, u"sue"_s});
    CHECK(office.ben.sees(gone));
    CHECK_FALSE(office.ana.sees(gone));
    // Moving the kept one moves both, and taking the merge back parts them.
    office.set(kept, {{u"assigned_worker_id"_s, office.abe.user.id.toString()}, {u"team_id"_s, office.north.toString()}});
    CHECK(office.abe.sees(gone));
    CHECK_FALSE(office.ben.sees(gone));
    CHECK(office.ada.accepts(office.ada.change(u"client"_s, gone, {{u"merged_into"_s, QJsonValue::Null}})));
    CHECK(office.ana.sees(gone));
    CHECK_FALSE(office.abe.sees(gone));
}

TEST_CASE("sight: nobody writes to what they don't see", "[server][sync][sight]")
{
    Office office;
    const QUuid anas = office.addClient(office.ana.user.id, office.north);
    const QUuid bens = office.addClient(office.ben.user.id, office.south);
    const auto ids = [&] { return office.server.store.ids.next(); };
    const auto referralOf = [&](Desk& desk, const QUuid& client) {
        return desk.change(u"referral"_s, ids(),
                           {{u"client_id"_s, text(client)},
                            {u"site_id"_s, text(ids())},
                            {u"status"_s, u"unstarted"_s},
                            {u"created_by"_s, desk.user.id.toString()},
                            {u"created_at"_s, 1000}});
    };
    const auto noteOn = [&](Desk& desk, const QUuid& client, const QUuid& referral = {}) {
        QJsonObject fields{{u"kind"_s, u"note"_s},
                           {u"client_id"_s, text(client)},
                           {u"at"_s, 1000},
                           {u"worker_id"_s, desk.user.id.toString()},
                           {u"text"_s, u"x"_s}};
        if (!referral.isNull())
            fields.insert(u"referral_id"_s, text(referral));
        return desk.change(u"activity"_s, ids(), fields);
    };
    const Change bensReferral = referralOf(office.ben, bens);
    REQUIRE(office.ben.accepts(bensReferral));

    SECTION("neither an edit nor a new record of theirs, and the sentence says what to do")
    {
        const auto refused = office.ana.push({office.ana.change(u"client"_s, bens, {{u"given_name"_s, u"Mine"_s}}),
                                              referralOf(office.ana, bens), noteOn(office.ana, bens),
                                              office.ana.change(u"referral"_s, bensReferral.key, {{u"status"_s, u"canceled"_s}}),
                                              office.ana.change(u"client"_s, bens,
                                                                {{u"assigned_worker_id"_s, office.ana.user.id.toString()}}),
                                              noteOn(office.ana, anas)});
        for (qsizetype i = 0; i < 5; ++i) {
            CHECK(refused[i].status == protocol::PushResult::Status::Refused);
            CHECK(refused[i].sentence.contains(u"Ask your supervisor"_s));
        }
        CHECK(refused[5].status == protocol::PushResult::Status::Accepted);
    }
    SECTION("nor by naming it in what is one's own")
    {
        CHECK_FALSE(office.ana.accepts(noteOn(office.ana, anas, bensReferral.key)));
        CHECK_FALSE(office.ana.accepts(office.ana.change(
            u"different_people"_s, ids(),
            {{u"client_id"_s, text(anas)}, {u"other_id"_s, text(bens)}, {u"worker_id"_s, office.ana.user.id.toString()}, {u"at"_s, 1}})));
        CHECK_FALSE(office.ana.accepts(office.ana.change(u"consent_withdrawal"_s, ids(),
                                                         {{u"consent_id"_s, text(ids())},
                                                          {u"share_id"_s, text(ids())},
                                                          {u"worker_id"_s, office.ana.user.id.toString()},
                                                          {u"withdrawn_at"_s, 1}})));
    }
    SECTION("whoever gives a client away may say why in the same push, and nothing later")
    {
        const auto given = office.ana.push(
            {office.ana.change(u"client"_s, anas, {{u"assigned_worker_id"_s, office.ben.user.id.toString()}, {u"team_id"_s, office.south.toString()}}),
             noteOn(office.ana, anas)});
        CHECK(given[0].status == protocol::PushResult::Status::Accepted);
        CHECK(given[1].status == protocol::PushResult::Status::Accepted);
        CHECK_FALSE(office.ana.accepts(noteOn(office.ana, anas)));
    }
    SECTION("another's favourites are neither seen nor pulled")
    {
        const Change favourite = office.ana.change(
            u"favourite"_s, ids(), {{u"user_id"_s, office.ana.user.id.toString()}, {u"site_id"_s, text(ids())}});
        CHECK(office.ana.accepts(favourite));
        CHECK(office.ana.sees(favourite.key));
        CHECK_FALSE(office.ada.sees(favourite.key));
    }
}

TEST_CASE("sight: a device of the version before works until what its user sees changes", "[server][sync][sight]")
{
    Office office;
    const QUuid anas = office.addClient(office.ana.user.id, office.north);
    const auto ask = [&](qint64 since) {
        return office.server.http.raw(httpText("GET", "/v1/changes?since=" + QByteArray::number(since), {},
                                               "Handrail-Protocol: 1\r\nAuthorization: Bearer " + office.ana.token + "\r\n"));
    };
    const auto first = ask(0);
    CHECK(first.status == 200);
    CHECK(first.head.contains("Handrail-Protocol: 1\r\n")); // it takes no answer of a later version
    const qint64 next = mustHave(protocol::readPullAnswer(first.json())).next;
    CHECK(first.body.contains(text(anas).toLatin1()));
    office.set(anas, {{u"given_name"_s, u"Pepe"_s}});
    CHECK(mustHave(protocol::readPullAnswer(ask(next).json())).changes.size() == 1);

    office.set(anas, {{u"assigned_worker_id"_s, office.ben.user.id.toString()}, {u"team_id"_s, office.south.toString()}});
    office.set(anas, {{u"given_name"_s, u"Not for Ana"_s}});
    const auto cut = ask(next);
    CHECK(cut.status == 426);
    CHECK_FALSE(cut.body.contains("Not for Ana"));
    CHECK(protocol::readError(cut.json()).sentence.contains(u"Update Handrail"_s));
    // A store that is new begins with what may be seen now.
    const auto anew = ask(0);
    CHECK(anew.status == 200);
    CHECK_FALSE(anew.body.contains(text(anas).toLatin1()));
}

TEST_CASE("snapshot: pages", "[server][sync][sight][snapshot]")
{
    Office office;
    auto db = office.server.store.open();
    const AgencyId agency = office.server.store.agency.id;
    const QUuid anas = office.addClient(office.ana.user.id, office.north);
    const QUuid bens = office.addClient(office.ben.user.id, office.south);
    QList<Edit> edits;
    for (const QUuid& client : {anas, bens})
        for (int i = 0; i < 10; ++i)
            edits.append({u"contact_point"_s,
                          office.server.store.ids.next(),
                          {{u"client_id"_s, text(client)}, {u"channel"_s, u"text"_s}, {u"address"_s, u"+19375550101"_s}}});
    office.server.store.write(*db, edits);

    SECTION("each record once, parents first, however small the pages and whoever restarts in between")
    {
        QStringList keys;
        SnapshotPlace place = mustHave(beginSnapshot(*db, agency, office.ana.user.id));
        for (bool more = true; more;) {
            const auto page = mustHave(snapshotPage(*db, agency, {office.ana.user.id, Role::Worker, office.north},
                                                    mustHave(SnapshotPlace::fromText(place.toText())), 3));
            for (const Change& change : page.records)
                if (!keys.contains(text(change.key)))
                    keys.append(text(change.key));
            place = page.next;
            more = page.more;
            db = office.server.store.open();
        }
        CHECK(keys == office.ana.snapshot());
        CHECK(keys.indexOf(text(anas)) < keys.indexOf(text(edits[0].key)));
        CHECK(keys.indexOf(text(agency.uuid())) == 0);
        CHECK_FALSE(keys.contains(text(bens)));
        CHECK_FALSE(keys.contains(text(edits[10].key)));
    }
    SECTION("begin with how many clients will come, and are as the fields were last written")
    {
        office.set(anas, {{u"language"_s, u"es"_s}});
        office.set(anas, {{u"language"_s, QJsonValue::Null}});
        const auto page = office.ana.page();
        CHECK(page.clients == 1);
        QJsonObject fields;
        for (const Change& change : page.records)
            if (change.key == anas)
                for (auto it = change.fields.begin(); it != change.fields.end(); ++it)
                    fields.insert(it.key(), it.value());
        CHECK(fields[u"given_name"] == u"José"_s);
        CHECK(fields[u"language"].isNull());
    }
    SECTION("a place that is none is refused, one of before a backup begins anew")
    {
        for (const char* cursor : {"x", "1.2.3", "1.1.9..-1.", "9999.0.0..-1.", "-1.0.0..-1.", "0.0.0.zz.-1."})
            CHECK(office.server.send("GET", QByteArray("/v1/snapshot?cursor=") + cursor, office.ana.token).status == 400);
        CHECK(office.server.send("GET", "/v1/snapshot", {}).status == 401);
    }
    SECTION("are found by indexes, as pulls are")
    {
        const auto planOf = [&](const QString& sql, const QVariantList& values) {
            auto rows = mustHave(db->query((db->isPostgres() ? u"EXPLAIN "_s : u"EXPLAIN QUERY PLAN "_s) + sql, values));
            QStringList steps;
            while (rows.next())
                steps.append(rows.value(db->isPostgres() ? 0 : 3).toString());
            return steps.join(u'\n');
        };
        if (db->isPostgres())
            return; // its planner reads such small tables whole, and rightly
        const Viewer viewer{office.nora.user.id, Role::Supervisor, office.north};
        const Condition seen = seenBy(viewer, u"l.agency_id"_s, u"l.owner_id"_s);
        const QString pull = planOf(u"SELECT l.seq FROM change_log l WHERE l.agency_id = ? AND l.seq > ? AND l.seq <= ? AND "_s +
                                        seen.sql + u" ORDER BY l.seq LIMIT ?"_s,
                                    QVariantList{bound(agency), 1, 500} + seen.values + QVariantList{10});
        CAPTURE(pull.toStdString());
        CHECK_FALSE(pull.contains(u"SCAN"_s));
        CHECK_FALSE(pull.contains(u"TEMP B-TREE"_s));
        const Condition cared = caredFor(viewer);
        const QString page = planOf(
            u"SELECT o.owner_id FROM client_care c CROSS JOIN record_owner o WHERE o.agency_id = c.agency_id AND o.owner_id = "
            "COALESCE(c.client_id, '') AND c.agency_id = ? AND c.client_id >= ? AND %1 AND (c.client_id > ? OR (o.place, o.record_id) > (?, ?))"
            " ORDER BY c.client_id, o.place, o.record_id LIMIT ?"_s.arg(cared.sql),
            QVariantList{bound(agency), u""_s} + cared.values + QVariantList{u""_s, -1, u""_s, 10});
        CAPTURE(page.toStdString());
        CHECK_FALSE(page.contains(u"SCAN"_s));
        CHECK_FALSE(page.contains(u"TEMP B-TREE"_s));
    }
}

TEST_CASE("sight: a database of before is brought up to it", "[server][store][sight]")
{
    TestServerStore world;
    auto db = world.open();
    const UserId worker(world.ids.next());
    const QUuid client = world.ids.next(), merged = world.ids.next(), phone = world.ids.next(), favourite = world.ids.next();
    world.write(*db, {{u"client"_s, client, {{u"given_name"_s, u"A"_s}, {u"assigned_worker_id"_s, worker.toString()}}},
                      {u"client"_s, merged, {{u"given_name"_s, u"B"_s}, {u"merged_into"_s, text(client)}}},
                      {u"contact_point"_s, phone, {{u"client_id"_s, text(client)}, {u"channel"_s, u"text"_s}, {u"address"_s, u"+19375550101"_s}}},
                      {u"favourite"_s, favourite, {{u"user_id"_s, worker.toString()}, {u"site_id"_s, text(phone)}}}});
    const auto all = [&] {
        QStringList rows;
        for (const QString& sql : {u"SELECT owner_id, record_id, entity, place FROM record_owner ORDER BY 1, 4, 2"_s,
                                   u"SELECT client_id, worker_id, team_id, '' FROM client_care ORDER BY 1"_s,
                                   u"SELECT owner_id, record_id, entity, '' FROM change_log ORDER BY seq"_s}) {
            auto found = mustHave(db->query(sql));
            while (found.next())
                rows.append(u"%1 %2 %3 %4"_s.arg(found.value(0).toString(), found.value(1).toString(),
                                                 found.value(2).toString(), found.value(3).toString()));
        }
        return rows;
    };
    const QStringList before = all();
    // As it was before this step, which then runs again.
    for (const QString& table : {u"record_owner"_s, u"client_care"_s, u"sight"_s, u"device_sight"_s})
        mustHave(db->query(u"DROP TABLE "_s + table));
    mustHave(db->query(u"DROP INDEX user_team"_s));
    mustHave(db->query(u"ALTER TABLE change_log DROP COLUMN owner_id"_s));
    QFile step(QStringLiteral(":/handrail/server/sql/0011_sight.sql"));
    REQUIRE(step.open(QIODevice::ReadOnly));
    QString sql;
    for (const QString& line : QString::fromUtf8(step.readAll()).split(u'\n'))
        if (!line.startsWith(u"--"))
            sql += line + u'\n';
    for (const QString& statement : sql.split(u";\n"_s, Qt::SkipEmptyParts))
        if (!statement.trimmed().isEmpty())
            mustHave(db->query(statement));
    CHECK(all() == before);
    CHECK(mustHave(maySeeClient(*db, world.agency.id, {worker, Role::Worker, {}}, ClientId(merged))));
    CHECK_FALSE(mustHave(maySeeClient(*db, world.agency.id, {UserId(phone), Role::Worker, {}}, ClientId(merged))));
}

// 3,000 referrals in every run; handrail_server_tests "[.hundred-thousand]" makes it 100,000 (docs/protocol.md has what
// was measured).
static void bringOver(int referrals)
{
    Office office;
    auto db = office.server.store.open();
    const int clients = referrals / 10;
    QElapsedTimer timer;
    timer.start();
    int written = 0;
    QList<Edit> batch;
    for (int c = 0; c < clients; ++c) {
        QList<Edit> edits;
        const QUuid client = office.server.store.ids.next();
        edits.append({u"client"_s, client, {{u"given_name"_s, u"Client %1"_s.arg(c)}, {u"assigned_worker_id"_s, office.ana.user.id.toString()}}});
        for (int i = 0; i < 10; ++i)
            edits.append({u"referral"_s,
                          office.server.store.ids.next(),
                          {{u"client_id"_s, text(client)},
                           {u"site_id"_s, text(client)},
                           {u"status"_s, u"unstarted"_s},
                           {u"created_by"_s, office.ana.user.id.toString()},
                           {u"created_at"_s, 1000 + i}}});
        written += int(edits.size());
        batch += edits;
        if (batch.size() >= 5000 || c == clients - 1) {
            office.server.store.write(*db, batch);
            batch.clear();
        }
    }
    const qint64 wroteMs = timer.restart();
    QSet<QUuid> seen;
    QString cursor;
    int pages = 0;
    qint64 largest = 0;
    for (bool more = true; more; ++pages) {
        // The line is cut in the middle: the answer never arrives, and the page is asked for again.
        if (pages == 3) {
            const auto socket = office.server.http.connect();
            sendTo(*socket, httpText("GET", "/v1/snapshot?cursor=" + cursor.toLatin1(), {},
                                     "Authorization: Bearer " + office.ana.token + "\r\n"));
            socket->abort();
        }
        const auto answer = office.server.send("GET", "/v1/snapshot?cursor=" + cursor.toLatin1(), office.ana.token);
        REQUIRE(answer.status == 200);
        largest = std::max<qint64>(largest, answer.body.size());
        const auto page = mustHave(protocol::readSnapshotAnswer(answer.json()));
        for (const Change& change : page.records)
            seen.insert(change.key);
        cursor = page.cursor;
        more = page.more;
    }
    CHECK(seen.size() >= written);
    CHECK(largest < protocol::maxBodyBytes / 2);
    std::printf("%d referrals of %d clients: written in %lld ms, brought over in %d pages of at most %lld bytes in %lld ms\n",
                referrals, clients, wroteMs, pages, largest, timer.elapsed());
    // The other team's worker gets nothing of it, and soon.
    CHECK(office.ben.snapshot().size() < 20);
}

TEST_CASE("snapshot: many referrals come over in pages and survive a cut", "[server][sync][sight][snapshot]")
{
    bringOver(3000);
}

TEST_CASE("snapshot: 100,000 referrals come over in pages and survive a cut", "[.hundred-thousand]")
{
    bringOver(100000);
}
