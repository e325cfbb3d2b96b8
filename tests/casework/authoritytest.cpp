// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/authority.h"
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What the gateway would have written.
ActivityId answerYes(DeskWorld& world, const Referral& referral)
{
    const Activity answered{.id = ActivityId(world.ids.next()),
                            .kind = ActivityKind::Answered,
                            .clientId = referral.clientId,
                            .referralId = referral.id,
                            .at = world.clock.now(),
                            .byClient = true,
                            .via = ReplyVia::Link,
                            .replyId = ReplyId(world.ids.next()),
                            .rule = u"R6"_s,
                            .fromStatus = ReferralStatus::Unstarted,
                            .toStatus = ReferralStatus::ServiceCompleted,
                            .answer = Answer::Yes};
    world.store.put("activity", answered.id.uuid(), answered);
    world.store.putFields(u"referral"_s, referral.id.uuid(), {{u"status"_s, u"service_completed"_s}});
    return answered.id;
}

} // namespace

// A change that the server refuses would be lost work: whatever a use case writes, the server must take.
TEST_CASE("casework: the server may take every change that a use case makes", "[casework]")
{
    DeskWorld world;
    auto server = world.store.records().tables;
    const ClientId client = mustHave(saveClient(
        world.desk, {.givenName = u"José"_s,
                     .language = u"es"_s,
                     .timeZone = u"America/Chicago"_s,
                     .contactPoints = {{.channel = Channel::Text, .typed = u"614 555 0199"_s, .primary = true}}}));
    for (const ResourceSiteId& site : world.office.siteIds())
        mustWork(addToBasket(world.desk, client, site));
    const auto items = mustHave(world.store.baskets().basket(client));
    mustWork(orderBasket(world.desk, client, {items[2].id, items[1].id, items[0].id}));
    mustWork(removeFromBasket(world.desk, items[0].id));
    const auto referrals = mustHave(createReferrals(world.desk, client, {items[1].siteId, items[2].siteId}));
    const auto panel = mustHave(prepareShare(world.desk, client, {referrals[0].id, referrals[1].id}));
    const ShareForm form{true, u"614 555 0199"_s, true, u"jose@example.org"_s, true};
    const ShareId id = mustHave(share(world.desk, panel, form));
    world.clock.advanceDays(1);
    mustWork(setStatus(world.desk, referrals[0].id, ReferralStatus::Canceled, u"Moved away"_s));
    mustWork(addNote(world.desk, referrals[0].id, u"Will call back."_s));
    mustWork(revertChange(world.desk, answerYes(world, referrals[1])));
    mustWork(recordOptOut(world.desk, *PhoneNumber::fromE164(u"+16145550199"), u"Stop texting me"_s));
    mustWork(withdrawConsent(world.desk, id, {}));

    const auto changes = mustHave(world.store.sync().outgoing(1000));
    CHECK(changes.size() > 30);
    for (const Change& change : changes) {
        INFO(change.entity << " " << change.key);
        const auto table = server.value(change.entity);
        const auto current = table.contains(change.key) ? std::optional(table.value(change.key)) : std::nullopt;
        const records::Author author{change.stamp.device, world.office.worker.id, Role::Worker};
        mustWork(records::mayMake(change, current, author));
        QJsonObject& record = server[change.entity][change.key];
        for (auto it = change.fields.begin(); it != change.fields.end(); ++it)
            record.insert(it.key(), it.value());
    }
}
