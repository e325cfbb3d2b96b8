// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "server/gateway/links.h"
#include "server/pages/gatewaypagesource.h"
#include "server/pages/pages.h"
#include "tests/server/testserverstore.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A share of two referrals by email, as the server has it, and its links.
struct SharedWorld
{
    TestServerStore store;
    std::unique_ptr<Database> db = store.open();
    Databases databases{store.settings, store.news};
    GatewayPageSource source{databases, store.environment};
    Router router;
    Client client{.id = ClientId(store.ids.next()),
                  .givenName = u"María"_s,
                  .familyName = u"Secretname"_s,
                  .language = u"es"_s,
                  .timeZone = u"America/New_York"_s};
    EmailAddress email = *EmailAddress::parse(u"maria@client.example");
    QList<Referral> referrals;
    QByteArray resources, followUp, unsubscribing;

    SharedWorld()
    {
        const UserId worker(store.ids.next());
        QList<Edit> edits{records::editOf("client", client.id.uuid(), client)};
        for (const QString& name : {u"Food Pantry"_s, u"Legal Aid"_s}) {
            const ResourceSite site{.id = ResourceSiteId(store.ids.next()), .serviceName = name};
            edits.append(records::editOf("resource_site", site.id.uuid(), site));
            referrals.append(Referral{ReferralId(store.ids.next()), client.id, site.id, ReferralStatus::Unstarted,
                                      worker, store.clock.now()});
            edits.append(records::editOf("referral", referrals.last().id.uuid(), referrals.last()));
        }
        const Share share{ShareId(store.ids.next()),          client.id, worker,  store.clock.now(),
                          {referrals[0].id, referrals[1].id}, {email},   u"es"_s, client.timeZone};
        edits.append(records::editOf("share", share.id.uuid(), share));
        const Message initial = message(share, MessageKind::Initial, std::nullopt);
        const Message second = message(share, MessageKind::FollowUp, referrals[1].id);
        for (const Message& m : {initial, second})
            edits.append(records::editOf("message", m.id.uuid(), m));
        store.write(*db, edits);
        resources = mint(LinkKind::Resources, initial);
        followUp = mint(LinkKind::FollowUp, second);
        unsubscribing = mint(LinkKind::Unsubscribe, initial);
        registerPages(router, source);
    }

    Message message(const Share& share, MessageKind kind, std::optional<ReferralId> referral)
    {
        return {.id = MessageId(store.ids.next()),
                .shareId = share.id,
                .clientId = client.id,
                .referralId = referral,
                .kind = kind,
                .address = email,
                .dueAt = store.clock.now(),
                .language = u"es"_s};
    }
    QByteArray mint(LinkKind kind, const Message& m)
    {
        return mustHave(db->transaction([&] {
            return mintLink(*db, store.environment, {store.agency.id, kind, m}, store.clock.now().addDays(60));
        }));
    }
    [[nodiscard]] QByteArray show() { return QByteArray::number(store.clock.now().toMSecsSinceEpoch()); }
    /// As it is after a tap on its cover, now or at `shown`.
    Response get(const QByteArray& path, const QByteArray& shown = {})
    {
        return router.route(
            {.method = "GET", .path = path, .query = {{"show", shown.isEmpty() ? show() : shown}}});
    }
    Response post(const QByteArray& path, const QByteArray& body)
    {
        return router.route({.method = "POST",
                             .path = path,
                             .headers = {{"Content-Type", "application/x-www-form-urlencoded"}},
                             .body = body});
    }
    ReferralStatus status(const ReferralId& id)
    {
        const auto fields = mustHave(RecordReader(*db, store.agency.id).find(u"referral", id.uuid()));
        return mustHave(records::readReferral(id.uuid(), fields.value())).status;
    }
    qint64 seq() { return mustHave(RecordReader(*db, store.agency.id).lastSeq()); }
};

} // namespace

TEST_CASE("pages on the gateway: a client's links", "[pages][gateway]")
{
    SharedWorld world;
    SECTION("the resources in basket order, in the client's language, with the first name only")
    {
        const Response response = world.get("/r/" + world.resources);
        CHECK(response.status == 200);
        CHECK(response.body.contains("Hola, María"));
        CHECK(response.body.indexOf("1. Food Pantry") < response.body.indexOf("2. Legal Aid"));
        CHECK(response.body.contains("2. Legal Aid"));
        CHECK_FALSE(response.body.contains("Secretname"));
        CHECK_FALSE(response.body.contains("client.example"));
    }
    SECTION("an answer is recorded once confirmed, and can be changed")
    {
        CHECK(world.get("/f/" + world.followUp).body.contains("Legal Aid"));
        const qint64 before = world.seq();
        CHECK(world.get("/f/" + world.followUp).status == 200);
        CHECK(world.seq() == before);
        CHECK(world.post("/f/" + world.followUp, "answer=yes").status == 200);
        CHECK(world.status(world.referrals[1].id) == ReferralStatus::ServiceCompleted);
        CHECK(world.status(world.referrals[0].id) == ReferralStatus::Unstarted);
        CHECK(world.get("/f/" + world.followUp).body.contains("value=\"yes\" aria-current"));
        CHECK(world.post("/f/" + world.followUp, "answer=no_longer_interested").status == 200);
        CHECK(world.status(world.referrals[1].id) == ReferralStatus::Canceled);
    }
    SECTION("what was left is to be opened anew, on paper too")
    {
        const QByteArray printed = "PrintedPrintedPrinted_";
        mustHave(world.db->query(
            u"INSERT INTO printed_link (agency_id, token_hash, client_id, referral_ids, language, first_name, made_by,"
            " made_at, expires_at, revoked) VALUES (?, ?, ?, ?, 'en', 1, 'x', 0, ?, 0)"_s,
            {bound(world.store.agency.id), linkHash(printed), bound(world.client.id),
             u"[\"%1\"]"_s.arg(world.referrals[0].id.toString()), bound(world.store.clock.now().addDays(1))}));
        for (const QByteArray& path : {"/r/" + world.resources, "/f/" + world.followUp, "/r/" + printed}) {
            const QByteArray show = world.show();
            CHECK(world.get(path, show).body.contains("Mar"));
            CHECK(world.post(path, "leave=now").status == 303);
            CHECK_FALSE(world.get(path, show).body.contains("Mar"));
            world.store.clock.advanceMs(1);
            CHECK(world.get(path).body.contains("Mar"));
        }
        CHECK(world.post("/r/AAAAAAAAAAAAAAAAAAAAAA", "leave=now").status == 303);
    }
    SECTION("one click unsubscribes, for good")
    {
        CHECK(world.get("/u/" + world.unsubscribing).body.contains("<form"));
        CHECK(world.post("/u/" + world.unsubscribing, "List-Unsubscribe=One-Click").status == 200);
        const auto entries =
            mustHave(RecordReader(*world.db, world.store.agency.id).select(u"opt_out", u"1 = 1"_s, {}));
        REQUIRE(entries.size() == 1);
        CHECK(mustHave(records::readOptOut(entries[0].key, entries[0].fields)).source == OptOut::Source::EmailOneClick);
        CHECK_FALSE(world.get("/u/" + world.unsubscribing).body.contains("<form"));
    }
    SECTION("a link of another kind, an expired and an unknown one give the same page")
    {
        const Response unknown = world.get("/r/AAAAAAAAAAAAAAAAAAAAAA");
        CHECK(unknown.status == 404);
        CHECK(world.get("/f/" + world.resources).body == unknown.body);
        CHECK(world.post("/f/" + world.resources, "answer=yes").body == unknown.body);
        CHECK(world.post("/u/" + world.followUp, "confirm=yes").body == unknown.body);
        world.store.clock.advanceDays(61);
        CHECK(world.get("/r/" + world.resources).body == unknown.body);
        CHECK(world.post("/f/" + world.followUp, "answer=yes").body == unknown.body);
        CHECK(world.status(world.referrals[1].id) == ReferralStatus::Unstarted);
    }
}
