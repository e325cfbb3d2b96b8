// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/schema.h"
#include "core/domain/visibility.h"
#include "tests/support/catch.h"
#include "tests/support/sequentialids.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("who sees what: clients by role, worker and team", "[domain][visibility]")
{
    SequentialIds ids;
    const UserId me(ids.next()), other(ids.next());
    const TeamId ours(ids.next()), theirs(ids.next());
    const Viewer worker{me, Role::Worker, ours}, supervisor{me, Role::Supervisor, ours};

    SECTION("administrators and headless agents see everybody")
    {
        for (const Role role : {Role::Administrator, Role::Agent})
            CHECK(maySee({me, role, {}}, {other, theirs, theirs}));
    }
    SECTION("a client whom nobody takes care of is everybody's")
    {
        CHECK(maySee(worker, {}));
        CHECK(maySee({me, Role::Worker, {}}, {}));
        CHECK(maySee({me, Role::Supervisor, {}}, {}));
    }
    SECTION("a worker sees their own clients, whatever the team")
    {
        CHECK(maySee(worker, {me, theirs, ours}));
        CHECK(maySee({me, Role::Worker, {}}, {me, {}, {}}));
    }
    SECTION("a worker sees clients of the team that nobody has, and no colleague's")
    {
        CHECK(maySee(worker, {{}, ours, {}}));
        CHECK_FALSE(maySee(worker, {{}, theirs, {}}));
        CHECK_FALSE(maySee(worker, {other, ours, ours}));
        CHECK_FALSE(maySee({me, Role::Worker, {}}, {{}, theirs, {}}));
    }
    SECTION("a supervisor sees the team's clients and its workers' clients")
    {
        CHECK(maySee(supervisor, {other, ours, theirs}));
        CHECK(maySee(supervisor, {other, theirs, ours}));
        CHECK(maySee(supervisor, {other, {}, ours}));
        CHECK_FALSE(maySee(supervisor, {other, theirs, theirs}));
        CHECK_FALSE(maySee(supervisor, {other, {}, {}}));
    }
    SECTION("no team is not a team that two people share")
    {
        CHECK_FALSE(maySee({me, Role::Supervisor, {}}, {other, {}, {}}));
        CHECK_FALSE(maySee({me, Role::Worker, {}}, {other, {}, {}}));
    }
}

TEST_CASE("who sees what: every kind of record is somebody's", "[domain][visibility]")
{
    using Kind = RecordOwner::Kind;
    SequentialIds ids;
    const QUuid key = ids.next(), client = ids.next(), share = ids.next(), user = ids.next(), reply = ids.next();
    const auto text = [](const QUuid& id) { return id.toString(QUuid::WithoutBraces); };
    const QJsonObject fields{{u"client_id"_s, text(client)},
                             {u"share_id"_s, text(share)},
                             {u"user_id"_s, text(user)},
                             {u"reply_id"_s, text(reply)}};
    const QHash<QString, RecordOwner> others = {
        {u"agency"_s, {}},      {u"team"_s, {}},    {u"user"_s, {}}, {u"resource_site"_s, {}}, {u"opt_out"_s, {}},
        {u"client"_s, {Kind::Client, key}},         {u"favourite"_s, {Kind::User, user}},
        {u"saved_filter"_s, {Kind::User, user}},    {u"consent_withdrawal"_s, {Kind::Share, share}}};
    for (const records::Entity& entity : records::schema()) {
        CAPTURE(QString(entity.name).toStdString());
        const RecordOwner owner = ownerOf(QString(entity.name), key, fields);
        const auto other = others.constFind(entity.name);
        CHECK(owner == (other == others.cend() ? RecordOwner{Kind::Client, client} : *other));
        // What is a client's by a field has that field.
        if (owner.id == client)
            CHECK(entity.field(u"client_id") != nullptr);
    }
    CHECK(ownerOf(u"reply", key, {}) == RecordOwner{});
    CHECK(ownerOf(u"reply_reading", key, {{u"reply_id"_s, text(reply)}}) == RecordOwner{Kind::Reply, reply});
    // What this version does not know is nobody's.
    CHECK(ownerOf(u"diary", key, {}) == RecordOwner{Kind::Client, {}});
}
