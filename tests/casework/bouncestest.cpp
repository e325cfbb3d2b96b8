// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/bounces.h"
#include "core/domain/bounce.h"
#include "tests/casework/deskworld.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What the server writes when a mail comes back.
Activity bounceOfMessage(SequentialIds& ids, const Message& message, const ReferralId& referral, const QDateTime& now)
{
    return {.id = ActivityId(ids.next()),
            .kind = ActivityKind::MessageEvent,
            .clientId = message.clientId,
            .referralId = referral,
            .at = now,
            .channel = Channel::Email,
            .messageId = message.id,
            .rule = bounceRule,
            .messageState = MessageState::Refused,
            .text = u"This email address does not exist."_s};
}

template <typename Pulled>
void playStory(LocalStore& store, Pulled& pulled)
{
    ManualClock clock;
    SequentialIds ids;
    SimplePhones phones;
    const SampleOffice office = openSampleOffice(pulled, ids);
    Desk desk{store, clock, ids, phones, office.worker.id};
    const auto referrals = mustHave(createReferrals(desk, office.client.id, {office.siteIds()[0]}));
    const SharePanel panel = mustHave(prepareShare(desk, office.client.id, {referrals[0].id}));
    const ShareId id = mustHave(share(desk, panel, DeskWorld::fullForm()));
    const Address email = mustHave(EmailAddress::parse(u"maria@example.org"));
    for (const Message& message : mustHave(store.shares().messagesOf(id)))
        if (message.channel() == Channel::Email && message.kind == MessageKind::Initial) {
            const Activity bounce = bounceOfMessage(ids, message, referrals[0].id, clock.now());
            pulled.put("activity", bounce.id.uuid(), bounce);
        }
    clock.advanceMinutes(1);

    auto standing = mustHave(store.shares().bounces(office.client.id));
    REQUIRE(bounceOf(email, standing) != nullptr);
    CHECK(bounceOf(email, standing)->reason == u"This email address does not exist."_s);
    const auto check = mustHave(checkShare(desk, panel, DeskWorld::fullForm()));
    CHECK(std::ranges::any_of(check.problems, [](const ShareProblem& problem) {
        return problem.field == ShareProblem::Field::EmailAddress && problem.sentence.contains(u"come back"_s);
    }));

    mustWork(tryAddressAgain(desk, office.client.id, email));
    CHECK(mustHave(store.shares().bounces(office.client.id)).isEmpty());
    CHECK(mustHave(checkShare(desk, panel, DeskWorld::fullForm())).email.bounced.isEmpty());
    const auto rows = mustHave(store.activities().find({office.client.id, {}}, Page{}));
    CHECK(std::ranges::count_if(rows, [&](const ActivityRow& row) {
              return row.activity.rule == bounceResetRule && row.activity.workerId == office.worker.id;
          }) == 1);
    mustWork(tryAddressAgain(desk, office.client.id, email));
}

} // namespace

TEST_CASE("bounces: the dialog refuses an address that sends mail back until a worker tries it again",
          "[casework][bounces]")
{
    SECTION("in memory")
    {
        MemoryStore store;
        playStory(store, store);
    }
    SECTION("in the real store")
    {
        TempStore store;
        PulledRecords pulled(*store);
        playStory(*store, pulled);
    }
}
