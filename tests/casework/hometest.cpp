// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/home.h"
#include "core/casework/messages.h"
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

struct HomeWorld : DeskWorld
{
    QList<Referral> referrals = refer();
    ShareId share = mustHave(casework::share(desk, panelFor(referrals), fullForm()));

    Message first(MessageKind kind = MessageKind::Initial)
    {
        for (const Message& message : messagesOf(share))
            if (message.kind == kind && message.channel() == Channel::Text)
                return message;
        FAIL("no such message");
        throw 0;
    }
    void step(const Message& message, const QString& state, const QString& reason = {})
    {
        store.putFields(u"message"_s, message.id.uuid(),
                        {{u"state"_s, state},
                         {u"reason"_s, reason},
                         {u"state_at"_s, clock.now().toMSecsSinceEpoch()}});
    }
    HomeBoard home(Reach reach = Reach::Mine) { return mustHave(readHome(desk, reach)); }
};

User userWith(Role role, bool team, SequentialIds& ids)
{
    User user{.id = UserId(ids.next()), .displayName = u"X"_s, .email = {}, .role = role};
    if (team)
        user.teamId = TeamId(ids.next());
    return user;
}

} // namespace

TEST_CASE("home: whose matters a role may see", "[casework][home]")
{
    SequentialIds ids;
    const User worker = userWith(Role::Worker, true, ids);
    CHECK((widestReach(worker) == Reach::Mine));
    CHECK(scopeOf(worker, Reach::Everyone).worker == worker.id);
    const User supervisor = userWith(Role::Supervisor, true, ids);
    CHECK(scopeOf(supervisor, Reach::Everyone).team == supervisor.teamId);
    CHECK_FALSE(scopeOf(supervisor, Reach::Everyone).worker);
    CHECK(scopeOf(supervisor, Reach::Mine).worker == supervisor.id);
    const User alone = userWith(Role::Supervisor, false, ids);
    CHECK(scopeOf(alone, Reach::Team).worker == alone.id);
    const User administrator = userWith(Role::Administrator, false, ids);
    CHECK((scopeOf(administrator, Reach::Everyone) == Scope()));
    CHECK(scopeOf(administrator, Reach::Team).worker == administrator.id);
}

TEST_CASE("home: what needs the worker now", "[casework][home]")
{
    HomeWorld world;
    mustWork(world.store.attention().markAllSeen({}));
    REQUIRE(world.home().isEmpty());

    SECTION("a held message, until somebody decides")
    {
        world.step(world.first(), u"held"_s);
        CHECK(world.home().held.count == 1);
        CHECK(world.home().held.rows.first().clientName == u"Maria Lopez"_s);
        world.step(world.first(), u"waiting"_s);
        CHECK(world.home().held.count == 0);
    }
    SECTION("a failed one, until it is set aside; failing again brings it back")
    {
        world.step(world.first(), u"refused"_s, u"The number can’t be reached."_s);
        CHECK(world.home().failed.count == 1);
        world.clock.advanceMinutes(1);
        mustWork(setAllAside(world.desk, Reach::Mine, AttentionStore::Matter::FailedMessage));
        CHECK(world.home().failed.count == 0);
        world.clock.advanceMinutes(1);
        world.step(world.first(), u"refused"_s, u"Again."_s);
        CHECK(world.home().failed.count == 1);
        world.clock.advanceDays(31);
        CHECK(world.home().failed.count == 0);
    }
    SECTION("follow-ups of today, from the first minute of the day on")
    {
        CHECK(world.home().dueToday.count == 0);
        world.clock.advanceDays(7);
        // By text and by email.
        CHECK(world.home().dueToday.count == 2);
        world.step(world.first(MessageKind::FollowUp), u"sent"_s);
        CHECK(world.home().dueToday.count == 1);
    }
    SECTION("a new answer, until it was seen")
    {
        Activity answer{.id = ActivityId(world.ids.next()), .clientId = world.office.client.id};
        answer.kind = ActivityKind::Answered;
        answer.referralId = world.referrals.first().id;
        answer.at = world.clock.now();
        answer.byClient = true;
        answer.answer = Answer::No;
        world.store.put("activity", answer.id.uuid(), answer);
        CHECK(world.home().answers.count == 1);
        mustWork(world.store.attention().markSeen({answer.id}));
        CHECK(world.home().answers.count == 0);
    }
    SECTION("referrals gone quiet, by the worker's own setting")
    {
        Preferences preferences;
        preferences.reminders = {Reminder::AfterTwoDays};
        mustWork(savePreferences(world.store, world.office.worker.id, preferences));
        world.clock.advanceMinutes(48 * 60 - 1);
        CHECK(world.home().quiet.count == 0);
        world.clock.advanceMinutes(1);
        const HomeBoard board = world.home();
        CHECK(board.quiet.count == 3);
        CHECK((board.quiet.rows.first().reminder == Reminder::AfterTwoDays));
        mustWork(setAllAside(world.desk, Reach::Mine, AttentionStore::Matter::QuietReferral));
        CHECK(world.home().quiet.count == 0);
        mustWork(savePreferences(world.store, world.office.worker.id, {.reminders = {}}));
        world.clock.advanceDays(300);
        CHECK(world.home().quiet.count == 0);
    }
    SECTION("drafts")
    {
        mustWork(world.store.drafts().save({u"note/1"_s, u"Note about Maria Lopez"_s, {}, world.clock.now()}));
        CHECK(world.home().drafts.count == 1);
    }
}

TEST_CASE("home: whose it is", "[casework][home]")
{
    HomeWorld world;
    world.step(world.first(), u"held"_s);
    User other{.id = UserId(world.ids.next()), .displayName = u"Sam Roe"_s, .email = u"sam@example.org"_s};
    other.teamId = TeamId(world.ids.next());
    world.store.put("user", other.id.uuid(), other);
    Desk others{world.store, world.clock, world.ids, world.phones, other.id};
    const auto held = [&](Reach reach) { return mustHave(readHome(others, reach)).held.count; };

    SECTION("not a worker's who has nothing to do with the client")
    {
        CHECK(held(Reach::Mine) == 0);
        CHECK(held(Reach::Everyone) == 0);
    }
    SECTION("the assigned worker's, though a colleague shared it")
    {
        world.store.putFields(u"client"_s, world.office.client.id.uuid(),
                              {{u"assigned_worker_id"_s, other.id.toString()}});
        CHECK(held(Reach::Mine) == 1);
        // And still the colleague's who shared it.
        CHECK(world.home().held.count == 1);
    }
    SECTION("an administrator's who looks at everybody")
    {
        other.role = Role::Administrator;
        world.store.put("user", other.id.uuid(), other);
        CHECK(held(Reach::Mine) == 0);
        CHECK(held(Reach::Everyone) == 1);
    }
    SECTION("a supervisor's who looks at the team of the worker")
    {
        other.role = Role::Supervisor;
        world.store.put("user", other.id.uuid(), other);
        CHECK(held(Reach::Team) == 0);
        world.store.putFields(u"user"_s, world.office.worker.id.uuid(), {{u"team_id"_s, other.teamId->toString()}});
        CHECK(held(Reach::Team) == 1);
        CHECK(held(Reach::Mine) == 0);
    }
}

TEST_CASE("messages: one of them with all there is to know", "[casework][messages]")
{
    HomeWorld world;
    const Message initial = world.first();
    SECTION("consent, referrals, words and events")
    {
        Activity event{.id = ActivityId(world.ids.next()), .clientId = world.office.client.id};
        event.kind = ActivityKind::MessageEvent;
        event.at = world.clock.now();
        event.messageId = initial.id;
        event.messageState = MessageState::Sent;
        for (const Referral& referral : world.referrals) {
            event.id = ActivityId(world.ids.next());
            event.referralId = referral.id;
            world.store.put("activity", event.id.uuid(), event);
        }
        const MessageDetails details = mustHave(readMessage(world.desk, initial.id));
        CHECK(details.siteNames.size() == 3);
        CHECK(details.consent->shareId == world.share);
        CHECK(details.sharedBy == u"Dana Reyes"_s);
        CHECK(details.events.size() == 1);
        REQUIRE(details.text.ok());
        CHECK(details.text->body.startsWith(u"Miami Valley Care"_s));
        CHECK_FALSE(details.optedOut);
    }
    SECTION("canceled here, with a reason that stays")
    {
        CHECK(cancelMessage(world.desk, initial.id, u"  "_s).error().code == ErrorCode::InvalidInput);
        CHECK(cancelMessage(world.desk, initial.id, QString(501, u'x')).error().code == ErrorCode::InvalidInput);
        const int before = world.store.commits();
        mustWork(cancelMessage(world.desk, initial.id, u" She calls instead "_s));
        CHECK(world.store.commits() == before + 1);
        CHECK(world.first().state == MessageState::Canceled);
        CHECK(world.first().reason == u"She calls instead"_s);
        for (const Referral& referral : world.referrals)
            CHECK(world.activitiesOf(referral.id).last().text == u"She calls instead"_s);
        CHECK(cancelMessage(world.desk, initial.id, u"again"_s).error().code == ErrorCode::Conflict);
    }
    SECTION("what went out can't be canceled, what is gone is not found")
    {
        world.step(initial, u"sent"_s);
        CHECK(cancelMessage(world.desk, initial.id, u"x"_s).error().code == ErrorCode::Conflict);
        CHECK(readMessage(world.desk, MessageId(world.ids.next())).error().code == ErrorCode::NotFound);
    }
}
