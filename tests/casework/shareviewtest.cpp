// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/shareview.h"
#include "core/casework/addressholders.h"
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Sharing : DeskWorld
{
    QList<Referral> referrals = refer();

    SharePanel panel() { return panelFor(referrals); }
    ShareCheck check(const ShareForm& form) { return mustHave(checkShare(desk, panel(), form)); }
    static ShareForm texting(const QString& phone)
    {
        ShareForm form = fullForm();
        form.email = false;
        form.phoneTyped = phone;
        return form;
    }
    /// Another client with this number.
    Client neighbour(const QString& e164)
    {
        const Client made{.id = ClientId(ids.next()), .givenName = u"Jon"_s, .familyName = u"Doe"_s};
        const ContactPoint point{.id = ContactPointId(ids.next()),
                                 .clientId = made.id,
                                 .address = *PhoneNumber::fromE164(e164),
                                 .label = {}};
        store.put("client", made.id.uuid(), made);
        store.put("contact_point", point.id.uuid(), point);
        return made;
    }
    void setAgency(const QString& field, const QJsonValue& value)
    {
        store.putFields(u"agency"_s, office.agency.id.uuid(), {{field, value}});
    }
};

} // namespace

TEST_CASE("share view: who shared what, and what became of each message", "[casework][sharing]")
{
    Sharing world;
    CHECK(viewShare(world.desk, ShareId(world.ids.next())).error().code == ErrorCode::NotFound);
    const ShareId id = mustHave(share(world.desk, world.panel(), DeskWorld::fullForm()));
    const ShareView view = mustHave(viewShare(world.desk, id));
    CHECK(view.sharedBy == u"Dana Reyes"_s);
    REQUIRE(view.consent);
    CHECK_FALSE(view.withdrawn);
    CHECK(view.siteNames.size() == 3);
    CHECK(view.siteNames.first() == u"Food Pantry (Second Harvest)"_s);
    REQUIRE(view.lines.size() == 8);
    CHECK(view.lines.first().siteName.isEmpty());
    CHECK(view.lines.last().siteName.startsWith(u"Legal Aid"_s));
    CHECK(view.unsent().size() == 8);
    mustWork(withdrawConsent(world.desk, id, {}));
    CHECK(mustHave(viewShare(world.desk, id)).withdrawn);
    CHECK(mustHave(viewShare(world.desk, id)).unsent().isEmpty());
}

TEST_CASE("sharing: a number that is in nobody's profile", "[casework][sharing]")
{
    Sharing world;
    ShareForm form = Sharing::texting(u"937 555 0144"_s);
    const ShareCheck check = world.check(form);
    CHECK(check.problems.isEmpty());
    CHECK(check.phoneIsNew);
    CHECK(check.textWarnings == QStringList{u"This number is not in the client’s profile."_s});
    const auto phones = [&] {
        return mustHave(world.store.clients().client(world.office.client.id))->contactPoints.size();
    };
    SECTION("is kept in the profile where that is ticked, in the same transaction")
    {
        form.keepPhone = true;
        const int commits = world.store.commits();
        mustHave(share(world.desk, world.panel(), form));
        CHECK(world.store.commits() == commits + 1);
        CHECK(phones() == 3);
        CHECK_FALSE(world.check(form).phoneIsNew);
    }
    SECTION("is not kept otherwise")
    {
        mustHave(share(world.desk, world.panel(), form));
        CHECK(phones() == 2);
    }
    SECTION("one that is in the profile already is not kept twice")
    {
        form = Sharing::texting(u"(937) 555-0101"_s);
        form.keepPhone = true;
        CHECK_FALSE(world.check(form).phoneIsNew);
        mustHave(share(world.desk, world.panel(), form));
        CHECK(phones() == 2);
    }
}

TEST_CASE("sharing: a number of two clients, or of another country", "[casework][sharing]")
{
    Sharing world;
    world.neighbour(u"+19375550101"_s);
    const ShareCheck shared = world.check(Sharing::texting(u"(937) 555-0101"_s));
    CHECK(shared.problems.isEmpty());
    REQUIRE(shared.textWarnings.size() == 1);
    CHECK(shared.textWarnings.first().contains(u"Jon Doe"_s));
    CHECK(mustHave(clientsWith(world.desk, *PhoneNumber::fromE164(u"+19375550101"))).size() == 2);

    const ShareCheck foreign = world.check(Sharing::texting(u"+525512345678"_s));
    CHECK(foreign.problems.isEmpty());
    CHECK(foreign.textWarnings.first().contains(u"another country"_s));
}

TEST_CASE("sharing: a number that the profile says may not be texted", "[casework][sharing]")
{
    Sharing world;
    world.store.putFields(u"contact_point"_s, world.office.client.contactPoints.first().id.uuid(),
                          {{u"may_text"_s, false}});
    const ShareCheck check = world.check(Sharing::texting(u"(937) 555-0101"_s));
    REQUIRE(check.problems.size() == 1);
    CHECK(check.problems.first().field == ShareProblem::Field::PhoneNumber);
    CHECK_FALSE(share(world.desk, world.panel(), Sharing::texting(u"(937) 555-0101"_s)).ok());
}

TEST_CASE("sharing: what could never be written is refused before it is shared", "[casework][sharing]")
{
    Sharing world;
    const auto problem = [&](const QString& text) {
        world.setAgency(u"templates"_s, QJsonObject{{u"initial.text.en"_s, text}});
        const ShareCheck check = world.check(DeskWorld::fullForm());
        REQUIRE(check.problems.size() == 1);
        CHECK(check.problems.first().field == ShareProblem::Field::Channels);
        CHECK_FALSE(share(world.desk, world.panel(), DeskWorld::fullForm()).ok());
        return check.problems.first().sentence;
    };
    CHECK(problem(u"Hello {nobody} {link}"_s).contains(u"{nobody}"_s));
    CHECK(problem(u"No link"_s).contains(u"{link}"_s));
    const QString tooLong = problem(u"{link} "_s + QString(1700, u'x'));
    CHECK(tooLong.contains(u"1,600"_s));
    CHECK(tooLong.contains(u"Settings"_s));
    ShareForm email = DeskWorld::fullForm();
    email.text = false;
    CHECK(world.check(email).problems.isEmpty());
}

TEST_CASE("sharing: thirty sites are thirty follow-ups a channel, a day each", "[casework][sharing]")
{
    Sharing world;
    QList<ResourceSiteId> sites;
    for (int i = 0; i < 30; ++i) {
        const ResourceSite site{.id = ResourceSiteId(world.ids.next()), .serviceName = u"Site %1"_s.arg(i)};
        world.store.put("resource_site", site.id.uuid(), site);
        sites.append(site.id);
    }
    const auto referrals = mustHave(createReferrals(world.desk, world.office.client.id, sites));
    const ShareId id = mustHave(share(world.desk, world.panelFor(referrals), DeskWorld::fullForm()));
    QSet<QDateTime> days;
    for (const Message& message : world.messagesOf(id))
        if (message.kind == MessageKind::FollowUp)
            days.insert(message.dueAt);
    CHECK(days.size() == 30);
    CHECK(world.messagesOf(id).size() == 62);
}
