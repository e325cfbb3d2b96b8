// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mergedclients.h"
#include "tests/support/catch.h"
#include "tests/support/sequentialids.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

struct Clients
{
    SequentialIds ids;
    ClientId a{ids.next()}, b{ids.next()}, c{ids.next()}, d{ids.next()};
    QHash<ClientId, ClientId> into;

    MergedInto lookUp()
    {
        return [this](const ClientId& id) -> std::optional<ClientId> {
            const auto found = into.constFind(id);
            return found == into.constEnd() ? std::nullopt : std::optional(*found);
        };
    }
    ClientId kept(const ClientId& id) { return keptOne(id, lookUp()); }
};

} // namespace

TEST_CASE("merged clients: who stands for whom", "[domain][merge]")
{
    Clients world;
    auto& [ids, a, b, c, d, into] = world;

    SECTION("somebody who was never merged stands for themselves") { CHECK(world.kept(a) == a); }
    SECTION("a chain leads to its end")
    {
        into = {{a, b}, {b, c}};
        CHECK(world.kept(a) == c);
        CHECK(world.kept(b) == c);
        CHECK(world.kept(c) == c);
    }
    SECTION("two desks merged two clients in opposite directions: one of them stands for both, the same for all")
    {
        into = {{b, a}, {a, b}, {c, b}};
        CHECK(world.kept(a) == a);
        CHECK(world.kept(b) == a);
        CHECK(world.kept(c) == a);
    }
    SECTION("a ring of three, and one who was merged into oneself, end too")
    {
        into = {{a, b}, {b, c}, {c, a}, {d, d}};
        for (const ClientId& id : {a, b, c})
            CHECK(world.kept(id) == a);
        CHECK(world.kept(d) == d);
    }
    SECTION("a chain of 20,000 ends as well")
    {
        QList<ClientId> chain;
        for (int i = 0; i < 20000; ++i)
            chain.append(ClientId(ids.next()));
        for (int i = 0; i + 1 < chain.size(); ++i)
            into.insert(chain[i], chain[i + 1]);
        CHECK(world.kept(chain.first()) == chain.last());
        into.insert(chain.last(), chain.first());
        CHECK(world.kept(chain[7000]) == world.kept(chain[3]));
    }
}

TEST_CASE("merged clients: letting go", "[domain][merge]")
{
    Clients world;
    auto& [ids, a, b, c, d, into] = world;
    const auto apart = [&](const ClientId& gone, const ClientId& kept) {
        for (const ClientId& id : toLetGo(gone, kept, world.lookUp()))
            into.remove(id);
        return world.kept(gone) != world.kept(kept);
    };

    SECTION("of one merge takes one field")
    {
        into = {{a, b}};
        CHECK(toLetGo(a, b, world.lookUp()) == QList<ClientId>{a});
        CHECK(apart(a, b));
    }
    SECTION("of two merges in opposite directions takes both")
    {
        into = {{a, b}, {b, a}};
        CHECK(apart(a, b));
    }
    SECTION("in a ring of three leaves the other two together")
    {
        into = {{a, b}, {b, c}, {c, a}};
        CHECK(apart(a, b));
        CHECK(world.kept(b) == world.kept(c));
    }
    SECTION("in the middle of a chain takes what was merged before along")
    {
        into = {{a, b}, {b, c}};
        CHECK(apart(b, c));
        CHECK(world.kept(a) == b);
    }
    SECTION("where there is nothing to let go says so")
    {
        into = {{a, c}};
        CHECK(toLetGo(a, b, world.lookUp()).isEmpty());
        CHECK(toLetGo(b, a, world.lookUp()).isEmpty());
        CHECK(toLetGo(a, a, world.lookUp()).isEmpty());
    }
}

TEST_CASE("merged clients: the note of a merge", "[domain][merge]")
{
    const Clients world;
    const MergeNote note{world.a, world.b, u"Maria Lopes"_s, u"María López \"M\""_s,
                         {{u"language"_s, u"en"_s}, {u"birth_date"_s, QJsonValue::Null}},
                         {{u"language"_s, u"es"_s}, {u"birth_date"_s, u"1984-05-31"_s}}};

    SECTION("survives its way through an activity")
    {
        CHECK(MergeNote::fromText(note.toText()) == note);
        CHECK(note.toText().size() < 8000);
    }
    SECTION("is none where a text is another's")
    {
        for (const QString& text : {u""_s, u"Called her."_s, u"{}"_s, u"[1]"_s, u"{\"gone\":\"x\",\"kept\":1}"_s,
                                    QString(100'000, u'{')})
            CHECK_FALSE(MergeNote::fromText(text));
    }
    SECTION("restores what is still as the merge made it, and leaves what was edited since")
    {
        CHECK(restoredFields(note, note.after) == note.before);
        CHECK(restoredFields(note, {{u"language"_s, u"fr"_s}, {u"birth_date"_s, u"1984-05-31"_s}}) ==
              QJsonObject{{u"birth_date"_s, QJsonValue::Null}});
    }
}

TEST_CASE("merged clients: contact points are united", "[domain][merge]")
{
    const Clients world;
    SequentialIds ids(7);
    const auto point = [&](const ClientId& client, const QString& value, bool primary) {
        const auto address = value.startsWith(u'+') ? Address(*PhoneNumber::fromE164(value))
                                                    : Address(*EmailAddress::parse(value));
        return ContactPoint{ContactPointId(ids.next()), client, address, {}, primary};
    };
    QList<ContactPoint> kept = {point(world.a, u"+19375550101"_s, true)};
    unite(kept, {point(world.b, u"Maria@example.org"_s, true), point(world.b, u"+19375550101"_s, false),
                 point(world.b, u"+19375550102"_s, true)});
    REQUIRE(kept.size() == 3);
    CHECK(kept[0].primary);
    CHECK(kept[1].address.value() == u"+19375550102"_s);
    CHECK_FALSE(kept[1].primary);
    CHECK(kept[2].primary);
    CHECK(kept[2].clientId == world.b);
}
