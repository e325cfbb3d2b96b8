// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("referrals: made in bulk", "[casework][referrals]")
{
    DeskWorld world;
    const ClientId client = world.office.client.id;
    const auto sites = world.office.siteIds();

    SECTION("three at once, in basket order, in one transaction, and the basket is empty")
    {
        for (const ResourceSiteId& site : sites)
            mustWork(addToBasket(world.desk, client, site));
        const int before = world.store.commits();
        const auto referrals = world.refer();
        CHECK(world.store.commits() == before + 1);
        REQUIRE(referrals.size() == 3);
        for (int i = 0; i < 3; ++i) {
            CHECK(referrals[i].siteId == sites[i]);
            CHECK(referrals[i].status == ReferralStatus::Unstarted);
            CHECK(mustHave(world.store.referrals().referral(referrals[i].id)) == referrals[i]);
            const auto activities = world.activitiesOf(referrals[i].id);
            REQUIRE(activities.size() == 1);
            CHECK(activities[0].kind == ActivityKind::Created);
            CHECK(activities[0].workerId == world.office.worker.id);
        }
        CHECK(mustHave(world.store.baskets().basket(client)).isEmpty());
    }
    SECTION("one leaves the others in the basket")
    {
        for (const ResourceSiteId& site : sites)
            mustWork(addToBasket(world.desk, client, site));
        CHECK(mustHave(createReferrals(world.desk, client, {sites[1]})).size() == 1);
        CHECK(mustHave(world.store.baskets().basket(client)).size() == 2);
    }
    SECTION("an empty basket, the same resource twice, an unknown one, an unknown client: each a sentence")
    {
        const auto codeOf = [&](const ClientId& who, const QList<ResourceSiteId>& which) {
            const auto result = createReferrals(world.desk, who, which);
            REQUIRE_FALSE(result.ok());
            CHECK_FALSE(result.error().sentence.isEmpty());
            return result.error().code;
        };
        CHECK(codeOf(client, {}) == ErrorCode::InvalidInput);
        CHECK(codeOf(client, {sites[0], sites[0]}) == ErrorCode::InvalidInput);
        CHECK(codeOf(client, {sites[0], ResourceSiteId(world.ids.next())}) == ErrorCode::NotFound);
        CHECK(codeOf(ClientId(world.ids.next()), sites) == ErrorCode::NotFound);
        CHECK(world.store.commits() == 0);
    }
    SECTION("an open referral to one of them stops all, and is named")
    {
        mustHave(createReferrals(world.desk, client, {sites[2]}));
        const auto result = createReferrals(world.desk, client, sites);
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code == ErrorCode::Conflict);
        CHECK(result.error().sentence.contains(u"Legal Aid"_s));
        CHECK(mustHave(world.store.referrals().count({})) == 1);
    }
}

TEST_CASE("referrals: a worker's status and notes", "[casework][referrals]")
{
    DeskWorld world;
    const Referral referral = world.refer().first();
    const auto status = [&] { return mustHave(world.store.referrals().referral(referral.id))->status; };

    SECTION("any order, and reopened; each an activity with from and to")
    {
        for (const ReferralStatus to : {ReferralStatus::ServiceInProgress, ReferralStatus::Canceled,
                                        ReferralStatus::InReview, ReferralStatus::ServiceCompleted}) {
            world.clock.advanceMinutes(1);
            mustWork(setStatus(world.desk, referral.id, to, u"because"_s));
            CHECK(status() == to);
            const Activity last = world.activitiesOf(referral.id).last();
            CHECK(last.kind == ActivityKind::StatusChanged);
            CHECK(last.toStatus == to);
            CHECK(last.text == u"because"_s);
        }
    }
    SECTION("completing or canceling cancels this referral's follow-ups and no other's")
    {
        const auto others = mustHave(world.store.referrals().find({}, Page{}));
        QList<Referral> all;
        for (const ReferralRow& row : others)
            all.append(row.referral);
        const ShareId share = mustHave(casework::share(world.desk, world.panelFor(all), DeskWorld::fullForm()));
        mustWork(setStatus(world.desk, referral.id, ReferralStatus::ServiceCompleted, {}));
        for (const Message& message : world.messagesOf(share)) {
            const bool mine = message.referralId == referral.id;
            CHECK((message.state == MessageState::Canceled) == mine);
            CHECK(message.reason.isEmpty() != mine);
        }
    }
    SECTION("a note is kept as an activity; a blank, a 10 MB one and one to nowhere are refused")
    {
        mustWork(addNote(world.desk, referral.id, u" Called the pantry. "_s));
        const auto activities = world.activitiesOf(referral.id);
        REQUIRE(activities.size() == 2);
        const auto isNote = [](const Activity& activity) {
            return activity.kind == ActivityKind::Note && activity.text == u"Called the pantry."_s;
        };
        CHECK(std::any_of(activities.begin(), activities.end(), isNote));
        CHECK_FALSE(addNote(world.desk, referral.id, u" \n"_s).ok());
        CHECK_FALSE(addNote(world.desk, referral.id, QString(10 * 1024 * 1024, u'x')).ok());
        CHECK_FALSE(setStatus(world.desk, referral.id, ReferralStatus::InReview, QString(10'000'000, u'x')).ok());
        CHECK(addNote(world.desk, ReferralId(world.ids.next()), u"x"_s).error().code == ErrorCode::NotFound);
    }
}

TEST_CASE("referrals: an automatic change is taken back in one step", "[casework][referrals]")
{
    DeskWorld world;
    const Referral referral = world.refer().first();
    const Activity answered{.id = ActivityId(world.ids.next()),
                            .kind = ActivityKind::Answered,
                            .clientId = referral.clientId,
                            .referralId = referral.id,
                            .at = world.clock.now(),
                            .byClient = true,
                            .channel = Channel::Text,
                            .via = ReplyVia::Text,
                            .rule = u"R6"_s,
                            .fromStatus = ReferralStatus::Unstarted,
                            .toStatus = ReferralStatus::ServiceCompleted,
                            .answer = Answer::Yes,
                            .text = answerNote(Answer::Yes)};
    world.store.put("activity", answered.id.uuid(), answered);
    world.store.putFields(u"referral"_s, referral.id.uuid(), {{u"status"_s, u"service_completed"_s}});
    world.clock.advanceMinutes(5);

    SECTION("the status is as before, and the activity says who took what back")
    {
        mustWork(revertChange(world.desk, answered.id));
        CHECK(mustHave(world.store.referrals().referral(referral.id))->status == ReferralStatus::Unstarted);
        const Activity last = world.activitiesOf(referral.id).last();
        CHECK(last.kind == ActivityKind::Reverted);
        CHECK(last.revertsId == answered.id);
        CHECK(last.workerId == world.office.worker.id);
        CHECK_FALSE(revertChange(world.desk, answered.id).ok());
    }
    SECTION("an unknown one, or one that is no change, is refused")
    {
        CHECK(revertChange(world.desk, ActivityId(world.ids.next())).error().code == ErrorCode::NotFound);
        CHECK_FALSE(revertChange(world.desk, world.activitiesOf(referral.id).first().id).ok());
    }
}
