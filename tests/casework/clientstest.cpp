// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

ClientDraft validDraft()
{
    return {.id = std::nullopt,
            .givenName = u" José "_s,
            .familyName = u"Núñez"_s,
            .language = u"es"_s,
            .timeZone = u"America/Chicago"_s,
            .birthDate = QDate(1980, 2, 29),
            .contactPoints = {{std::nullopt, Channel::Text, u"(614) 555-0199"_s, u"Mobile"_s, true, true},
                              {std::nullopt, Channel::Email, u" jose@Example.ORG "_s, u"Home"_s, true, true}}};
}

ClientDraft draftOf(const Client& client)
{
    ClientDraft draft{
        client.id, client.givenName, client.familyName, client.language, client.timeZone, client.birthDate, {}};
    for (const ContactPoint& point : client.contactPoints)
        draft.contactPoints.append(
            {point.id, point.address.channel(), point.address.value(), point.label, point.primary, point.mayText});
    return draft;
}

QStringList fieldsWithProblems(const ClientDraft& draft)
{
    QStringList fields;
    for (const FieldProblem& problem : checkClient(draft, SimplePhones(), u"US"_s)) {
        CHECK_FALSE(problem.sentence.isEmpty());
        CHECK(problem.sentence.size() < 200);
        fields.append(problem.field);
    }
    return fields;
}

} // namespace

TEST_CASE("client form: what can't be right", "[casework][clients]")
{
    ClientDraft draft = validDraft();
    REQUIRE(fieldsWithProblems(draft).isEmpty());

    SECTION("no name, and a blank one")
    {
        draft.givenName = u"  \t "_s;
        CHECK(fieldsWithProblems(draft) == QStringList{u"given_name"_s});
    }
    SECTION("a 10 MB name, language, time zone, number, email and label")
    {
        const QString huge(10 * 1024 * 1024, u'x');
        draft = {.givenName = huge, .familyName = huge, .language = huge, .timeZone = huge};
        draft.contactPoints = {{.channel = Channel::Text, .typed = QString(10 * 1024 * 1024, u'5')},
                               {.channel = Channel::Email, .typed = huge + u"@example.org"_s, .label = huge}};
        CHECK(fieldsWithProblems(draft) == QStringList{u"given_name"_s, u"family_name"_s, u"language"_s, u"time_zone"_s,
                                                       u"contact_points[0]"_s, u"contact_points[1]"_s,
                                                       u"contact_points[1].label"_s});
    }
    SECTION("control characters in a name")
    {
        draft.familyName = u"Nuñez\nBcc: all"_s;
        CHECK(fieldsWithProblems(draft) == QStringList{u"family_name"_s});
        draft.familyName = QString(u"a\0b"_s);
        CHECK(fieldsWithProblems(draft) == QStringList{u"family_name"_s});
    }
    SECTION("languages and time zones that do not exist")
    {
        draft.language = u"es; drop"_s;
        draft.timeZone = u"America/Daytona"_s;
        CHECK(fieldsWithProblems(draft) == QStringList{u"language"_s, u"time_zone"_s});
        draft.language.clear();
        draft.timeZone.clear();
        CHECK(fieldsWithProblems(draft) == QStringList{u"language"_s, u"time_zone"_s});
    }
    SECTION("numbers and emails that can't be valid")
    {
        for (const QString& typed : {u"555"_s, u"call me"_s, u"123-456-7890"_s}) {
            draft.contactPoints[0].typed = typed;
            CHECK(fieldsWithProblems(draft) == QStringList{u"contact_points[0]"_s});
        }
        draft = validDraft();
        for (const QString& typed :
             {u"jose"_s, u"jose@"_s, u"@example.org"_s, u"jose@example"_s, u"a b@example.org"_s}) {
            draft.contactPoints[1].typed = typed;
            CHECK(fieldsWithProblems(draft) == QStringList{u"contact_points[1]"_s});
        }
    }
    SECTION("twice the same address, however it is typed")
    {
        draft.contactPoints.append({.channel = Channel::Text, .typed = u"+1 614 555 0199"_s});
        draft.contactPoints.append({.channel = Channel::Email, .typed = u"JOSE@example.org"_s});
        CHECK(fieldsWithProblems(draft) == QStringList{u"contact_points[2]"_s, u"contact_points[3]"_s});
    }
    SECTION("two primary ones of a channel")
    {
        draft.contactPoints.append({.channel = Channel::Text, .typed = u"614 555 0200"_s, .primary = true});
        CHECK(fieldsWithProblems(draft) == QStringList{u"contact_points[2]"_s});
    }
    SECTION("too many contact points; empty lines of the form do not matter")
    {
        draft.contactPoints.append({.channel = Channel::Text, .typed = u"  "_s});
        CHECK(fieldsWithProblems(draft).isEmpty());
        draft.contactPoints = QList<ContactPointDraft>(100'000, draft.contactPoints[0]);
        CHECK(fieldsWithProblems(draft).size() == 1);
    }
}

TEST_CASE("client form: saving", "[casework][clients]")
{
    DeskWorld world;

    SECTION("a new client is the worker's, trimmed and normalised, in one transaction")
    {
        const ClientId id = mustHave(saveClient(world.desk, validDraft()));
        const auto client = mustHave(world.store.clients().client(id));
        REQUIRE(client);
        CHECK(client->givenName == u"José"_s);
        CHECK(client->assignedWorkerId == world.office.worker.id);
        REQUIRE(client->contactPoints.size() == 2);
        CHECK(client->contactPoints[0].address.value() == u"+16145550199"_s);
        CHECK(client->contactPoints[1].address.value() == u"jose@example.org"_s);
        CHECK(world.store.commits() == 1);
    }
    SECTION("only what changed is written")
    {
        ClientDraft draft = draftOf(world.office.client);
        draft.familyName = u"Lopez-Diaz"_s;
        draft.contactPoints[0].label = u"Work"_s;
        mustHave(saveClient(world.desk, draft));
        const auto changes = mustHave(world.store.sync().outgoing(10));
        REQUIRE(changes.size() == 2);
        CHECK(changes[0].fields == QJsonObject{{u"family_name"_s, u"Lopez-Diaz"_s}});
        CHECK(changes[1].fields == QJsonObject{{u"label"_s, u"Work"_s}});
    }
    SECTION("nothing is written where nothing changed")
    {
        CHECK(mustHave(saveClient(world.desk, draftOf(world.office.client))) == world.office.client.id);
        CHECK(world.store.commits() == 0);
    }
    SECTION("a contact point that is taken out, or emptied, is marked removed")
    {
        ClientDraft draft = draftOf(world.office.client);
        draft.contactPoints[0].typed.clear();
        draft.contactPoints.removeLast();
        mustHave(saveClient(world.desk, draft));
        CHECK(mustHave(world.store.clients().client(world.office.client.id))->contactPoints.isEmpty());
        CHECK(world.store.records().tables[u"contact_point"_s].size() == 2);
    }
    SECTION("a changed number becomes a new contact point, so that consents keep the old")
    {
        ClientDraft draft = draftOf(world.office.client);
        draft.contactPoints[0].typed = u"937 555 0177"_s;
        mustHave(saveClient(world.desk, draft));
        const auto client = mustHave(world.store.clients().client(world.office.client.id));
        CHECK(client->contactPoints.size() == 2);
        CHECK(world.store.records().tables[u"contact_point"_s].size() == 3);
        const auto old =
            world.store.records().tables[u"contact_point"_s][world.office.client.contactPoints[0].id.uuid()];
        CHECK(old[u"address"].toString() == u"+19375550101"_s);
        CHECK(old[u"removed"].toBool());
    }
    SECTION("a bad draft, an unknown client and a birthday to come are refused, and a failing disk is said")
    {
        ClientDraft draft = validDraft();
        draft.givenName.clear();
        CHECK(saveClient(world.desk, draft).error().code == ErrorCode::InvalidInput);
        draft = validDraft();
        draft.id = ClientId(world.ids.next());
        CHECK(saveClient(world.desk, draft).error().code == ErrorCode::NotFound);
        draft = validDraft();
        draft.birthDate = QDate(2027, 1, 1);
        CHECK(saveClient(world.desk, draft).error().code == ErrorCode::InvalidInput);
        world.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
        CHECK(saveClient(world.desk, validDraft()).error().sentence == u"The disk is full."_s);
        CHECK(world.store.commits() == 0);
    }
}
