// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mergedclients.h"
#include "core/domain/records/codec.h"
#include "core/storage/database.h"
#include "tests/support/tempstore.h"

#include <algorithm>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Changes as they come from other desks, in any order.
struct Pulls
{
    SequentialIds ids{77};
    QUuid device = ids.next();
    QList<ClientId> clients;
    QList<Change> changes;
    qint64 at = 1000;

    Pulls()
    {
        for (int i = 0; i < 5; ++i) {
            const Client client{
                .id = ClientId(ids.next()), .givenName = u"Person%1"_s.arg(i), .familyName = u"Common"_s};
            clients.append(client.id);
            add(u"client"_s, client.id.uuid(), records::fieldsOf(client));
            const ContactPoint point{.id = ContactPointId(ids.next()),
                                     .clientId = client.id,
                                     .address = *PhoneNumber::fromE164(u"+1937555010%1"_s.arg(i))};
            add(u"contact_point"_s, point.id.uuid(), records::fieldsOf(point));
        }
    }
    void add(const QString& entity, const QUuid& key, const QJsonObject& fields)
    {
        changes.append({ChangeId(ids.next()), entity, key, {++at, 0, device}, fields});
    }
    void merge(int gone, int kept)
    {
        add(u"client"_s, clients[gone].uuid(),
            {{u"merged_into"_s, kept < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(clients[kept].toString())}});
    }
};

QString picture(LocalStore& store, const Pulls& pulls)
{
    QStringList lines;
    for (const ClientRow& row : mustHave(store.clients().find({}, {})))
        lines.append(row.givenName);
    lines.sort(); // equal beginnings of names stand in any order
    for (int i = 0; i < pulls.clients.size(); ++i) {
        const auto client = mustHave(store.clients().client(pulls.clients[i]));
        lines.append(u"%1 -> %2 with %3, found as %4"_s.arg(i)
                         .arg(client ? client->givenName : u"nobody"_s)
                         .arg(client ? client->contactPoints.size() : 0)
                         .arg(mustHave(store.clients().find(u"person%1"_s.arg(i), {})).size()));
    }
    return lines.join(u'\n');
}

} // namespace

TEST_CASE("merged clients: every order of arrival ends in the same", "[storage][merge]")
{
    Pulls pulls;
    pulls.merge(0, 1); // a chain
    pulls.merge(1, 2);
    pulls.merge(3, 4); // two desks, two directions
    pulls.merge(4, 3);
    QString expected;
    SeededRandom random(9);
    for (quint16 round = 0; round < 12; ++round) {
        TempStore store(quint16(round + 1));
        QList<Change> shuffled = pulls.changes;
        for (qsizetype i = shuffled.size() - 1; round > 0 && i > 0; --i)
            shuffled.swapItemsAt(i, qsizetype(random.below(quint32(i + 1))));
        // One at a time, and in one transaction.
        if (round % 2 == 0)
            mustWork(store->sync().apply(shuffled, 1));
        else
            for (const Change& change : std::as_const(shuffled))
                mustWork(store->sync().apply({change}, 1));
        const QString now = picture(*store, pulls);
        if (expected.isEmpty())
            expected = now;
        CAPTURE(round, now.toStdString());
        CHECK(now == expected);
        CHECK(mustHave(store->clients().count({})) == 2);
        CHECK(mustHave(store->clients().client(pulls.clients[0]))->id == pulls.clients[2]);
        CHECK(mustHave(store->clients().client(pulls.clients[2]))->contactPoints.size() == 3);
        CHECK(mustHave(store->clients().client(pulls.clients[4]))->id == pulls.clients[3]);
    }
}

TEST_CASE("merged clients: the store follows the domain's rule through random merges and undos", "[storage][merge]")
{
    Pulls pulls;
    TempStore store;
    mustWork(store->sync().apply(pulls.changes, 1));
    SeededRandom random(4);
    for (int round = 0; round < 150; ++round) {
        pulls.changes.clear();
        pulls.merge(int(random.below(5)), int(random.below(6)) - 1);
        mustWork(store->sync().apply(pulls.changes, 2));
        int listed = 0;
        for (const ClientId& id : std::as_const(pulls.clients)) {
            const ClientId kept = keptOne(id, [&](const ClientId& one) {
                return mustHave(store->clients().record(one))->mergedInto;
            });
            CHECK(mustHave(store->clients().client(id))->id == kept);
            CHECK(mustHave(store->clients().family(id)).first() == kept);
            listed += kept == id ? 1 : 0;
        }
        CHECK(mustHave(store->clients().count({})) == listed);
    }
}

TEST_CASE("client list: narrowed by worker, team, language and open referrals, with and without words", "[storage]")
{
    TempStore store;
    const UserId worker(store.ids.next());
    const TeamId team(store.ids.next());
    QList<Client> clients;
    for (int i = 0; i < 6; ++i) {
        Client client{.id = ClientId(store.ids.next()), .givenName = u"N%1"_s.arg(i), .familyName = u"Lopez"_s};
        client.language = i % 2 ? u"es"_s : u"en"_s;
        if (i < 3)
            client.assignedWorkerId = worker;
        if (i > 1)
            client.teamId = team;
        clients.append(client);
        mustWork(store->edits().commit({records::editOf("client", client.id.uuid(), client)}));
    }
    const Referral referral{.id = ReferralId(store.ids.next()),
                            .clientId = clients[1].id,
                            .siteId = ResourceSiteId(store.ids.next()),
                            .createdBy = worker,
                            .createdAt = store.clock.now()};
    mustWork(store->edits().commit({records::editOf("referral", referral.id.uuid(), referral)}));
    const auto names = [&](const ClientQuery& query) {
        QString all;
        for (const ClientRow& row : mustHave(store->clients().find(query, {})))
            all += row.givenName.mid(1);
        CHECK(mustHave(store->clients().count(query)) == all.size());
        return all;
    };
    ClientQuery query;
    query.worker = worker;
    CHECK(names(query) == u"012"_s);
    query.language = u"es"_s;
    CHECK(names(query) == u"1"_s);
    query.text = u"lop"_s;
    CHECK(names(query) == u"1"_s);
    query = ClientQuery(u"lopez"_s);
    query.team = team;
    CHECK(names(query) == u"2345"_s);
    query = {};
    query.openReferrals = true;
    CHECK(names(query) == u"1"_s);
    // Counted at once when a referral closes, and when a client is given away.
    mustWork(store->edits().commit({Edit{u"referral"_s, referral.id.uuid(), {{u"status"_s, u"canceled"_s}}}}));
    CHECK(names(query).isEmpty());
    query = {};
    query.worker = worker;
    mustWork(store->edits().commit(
        {Edit{u"client"_s, clients[0].id.uuid(), {{u"assigned_worker_id"_s, QJsonValue::Null}}}}));
    CHECK(names(query) == u"12"_s);
}

TEST_CASE("client list: found by the date of birth as people type it", "[storage]")
{
    TempStore store;
    const Client client{.id = ClientId(store.ids.next()), .givenName = u"Maria"_s, .birthDate = QDate(1984, 5, 31)};
    mustWork(store->edits().commit({records::editOf("client", client.id.uuid(), client)}));
    for (const QString& text : {u"1984-05-31"_s, u"5/31/1984"_s, u"31.05.1984"_s, u"maria 1984"_s})
        CHECK(mustHave(store->clients().find(text, {})).size() == 1);
    CHECK(mustHave(store->clients().find(u"6/30/1984"_s, {})).isEmpty());
}

TEST_CASE("duplicates: pairs follow what is known of clients", "[storage][duplicates]")
{
    TempStore store;
    const auto add = [&](const QString& given, const QString& phone) {
        const Client client{.id = ClientId(store.ids.next()), .givenName = given, .familyName = u"Lopez"_s};
        const ContactPoint point{.id = ContactPointId(store.ids.next()),
                                 .clientId = client.id,
                                 .address = *PhoneNumber::fromE164(phone)};
        mustWork(store->edits().commit({records::editOf("client", client.id.uuid(), client),
                                        records::editOf("contact_point", point.id.uuid(), point)}));
        return client;
    };
    const auto pairs = [&] {
        while (mustHave(store->duplicates().uncompared()) > 0)
            mustWork(store->duplicates().compareMore(2));
        const auto found = mustHave(store->duplicates().pairs({}));
        CHECK(mustHave(store->duplicates().pairCount()) == found.size());
        return found.size();
    };
    const Client maria = add(u"Maria"_s, u"+19375550101"_s);
    const Client other = add(u"María"_s, u"+19375550101"_s);
    add(u"Jon"_s, u"+19375550102"_s);
    CHECK(pairs() == 1);
    // Another name: no pair any more; the old one again: a pair again.
    mustWork(store->edits().commit({Edit{u"client"_s, other.id.uuid(), {{u"given_name"_s, u"Zoe"_s}}}}));
    CHECK(pairs() == 0);
    mustWork(store->edits().commit({Edit{u"client"_s, other.id.uuid(), {{u"given_name"_s, u"Maria"_s}}}}));
    CHECK(pairs() == 1);
    // Merged: one person makes no pair.
    mustWork(store->edits().commit({Edit{u"client"_s, other.id.uuid(), {{u"merged_into"_s, maria.id.toString()}}}}));
    CHECK(pairs() == 0);
    CHECK(mustHave(store->duplicates().alike(factsOf(maria), maria.id, DuplicateStore::Search::Wide)).isEmpty());
    CHECK(mustHave(store->duplicates().alike(factsOf(maria), std::nullopt, DuplicateStore::Search::Strong)).size() == 1);
}

TEST_CASE("duplicates and merged clients: every question goes by an index", "[storage][plan]")
{
    TempStore store;
    const QByteArray key = store.secrets.secrets.first();
    store.store.reset();
    QByteArray copy = key;
    const auto database = mustHave(Database::open(store.path(), SecureBytes::take(std::move(copy))));
    for (const QString& sql :
         {u"SELECT client_id FROM client_match WHERE key = 'x' LIMIT 200"_s,
          u"SELECT kept_id FROM client_kept WHERE id = 'x'"_s, u"SELECT id FROM client_kept WHERE kept_id = 'x'"_s,
          u"SELECT id FROM client WHERE merged_into = 'x'"_s,
          u"SELECT first_id FROM client_pair p ORDER BY score DESC, first_id, second_id LIMIT 100"_s,
          u"DELETE FROM client_pair WHERE second_id = 'x'"_s,
          u"SELECT 1 FROM consent WHERE client_id = 'x' ORDER BY given_at DESC, id DESC LIMIT 100"_s,
          u"SELECT place FROM client_list l WHERE l.worker_id = 'x' ORDER BY l.place LIMIT 100"_s,
          u"SELECT place FROM client_list l WHERE l.team_id = 'x' AND +l.language = 'es' ORDER BY l.place LIMIT 100"_s,
          u"SELECT place FROM client_list l WHERE l.open_referrals > 0 ORDER BY l.place LIMIT 100"_s}) {
        Statement plan = database->statement(u"EXPLAIN QUERY PLAN "_s + sql);
        mustWork(plan.run());
        QStringList steps;
        while (plan.next())
            steps.append(plan.text(3));
        INFO(sql.toStdString() << ": " << steps.join(u"; "_s).toStdString());
        CHECK_FALSE(steps.isEmpty());
        CHECK_FALSE(steps.join(u' ').contains(u"TEMP B-TREE"_s));
        for (const QString& step : std::as_const(steps))
            CHECK((step.contains(u"USING"_s) || !step.startsWith(u"SCAN"_s)));
    }
}
