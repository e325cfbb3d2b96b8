// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/bulk.h"
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Kind = BulkChange::Kind;

namespace {

struct Bulk : DeskWorld
{
    QList<Referral> referrals = refer();
    QList<ReferralId> all() const
    {
        QList<ReferralId> found;
        for (const Referral& referral : referrals)
            found.append(referral.id);
        return found;
    }
    ReferralStatus statusOf(int index) { return mustHave(store.referrals().referral(referrals[index].id))->status; }
    ShareId shareAll() { return mustHave(share(desk, panelFor(referrals), fullForm())); }
    Activity last(int index) { return activitiesOf(referrals[index].id).last(); }
    static BulkChange status(ReferralStatus to, const QString& reason = {})
    {
        return {.kind = Kind::Status, .to = to, .worker = {}, .text = reason};
    }
};

} // namespace

TEST_CASE("bulk: a status for many, in one transaction, and back", "[casework][bulk]")
{
    Bulk world;
    mustWork(setStatus(world.desk, world.referrals[2].id, ReferralStatus::InReview, {}));
    const int commits = world.store.commits();
    world.clock.advanceMinutes(1);
    const BulkOutcome outcome =
        mustHave(applyBulk(world.desk, Bulk::status(ReferralStatus::InReview, u" Called. "_s), world.all()));
    CHECK(world.store.commits() == commits + 1);
    CHECK(outcome.changed == 2);
    CHECK(outcome.unchanged == 1);
    CHECK(world.statusOf(0) == ReferralStatus::InReview);
    CHECK(world.last(1).text == u"Called."_s);

    SECTION("undone: what changed goes back, what was so already stays")
    {
        world.clock.advanceMinutes(1);
        const UndoOutcome undone = mustHave(undo(world.desk, outcome.undo, 0, outcome.undo.size()));
        CHECK(undone.undone == 2);
        CHECK(undone.left == 0);
        CHECK(world.statusOf(0) == ReferralStatus::Unstarted);
        CHECK(world.statusOf(2) == ReferralStatus::InReview);
        CHECK(world.last(0).kind == ActivityKind::Reverted);
        CHECK(mustHave(undo(world.desk, outcome.undo, 0, 10)).left == 2);
    }
    SECTION("undone in parts")
    {
        CHECK(mustHave(undo(world.desk, outcome.undo, 0, 1)).undone == 1);
        CHECK(world.statusOf(0) == ReferralStatus::Unstarted);
        CHECK(world.statusOf(1) == ReferralStatus::InReview);
        CHECK(mustHave(undo(world.desk, outcome.undo, 1, 5)).undone == 1);
    }
    SECTION("what somebody changed meanwhile is left alone")
    {
        mustWork(setStatus(world.desk, world.referrals[0].id, ReferralStatus::ServiceInProgress, {}));
        const UndoOutcome undone = mustHave(undo(world.desk, outcome.undo, 0, 10));
        CHECK(undone.undone == 1);
        CHECK(undone.left == 1);
        CHECK(world.statusOf(0) == ReferralStatus::ServiceInProgress);
    }
}

TEST_CASE("bulk: closing cancels follow-ups, and undoing says that they stay canceled", "[casework][bulk]")
{
    Bulk world;
    const ShareId share = world.shareAll();
    const BulkOutcome outcome =
        mustHave(applyBulk(world.desk, Bulk::status(ReferralStatus::Canceled), {world.referrals[0].id}));
    CHECK(outcome.undo.canceledMessages == 2);
    mustHave(undo(world.desk, outcome.undo, 0, 10));
    int canceled = 0;
    for (const Message& message : world.messagesOf(share))
        canceled += message.state == MessageState::Canceled ? 1 : 0;
    CHECK(canceled == 2);
}

TEST_CASE("bulk: a note on many, withdrawn again", "[casework][bulk]")
{
    Bulk world;
    BulkChange note{.kind = Kind::Note, .to = {}, .worker = {}, .text = u"  "_s};
    CHECK(applyBulk(world.desk, note, world.all()).error().code == ErrorCode::InvalidInput);
    note.text = QString(8001, u'x');
    CHECK_FALSE(checkBulk(note).ok());
    note.text = u" Fair on Friday. "_s;
    world.clock.advanceMinutes(1);
    const BulkOutcome outcome = mustHave(applyBulk(world.desk, note, world.all()));
    CHECK(outcome.changed == 3);
    CHECK(world.last(2).text == u"Fair on Friday."_s);
    world.clock.advanceMinutes(1);
    CHECK(mustHave(undo(world.desk, outcome.undo, 0, 10)).undone == 3);
    const auto rows = mustHave(world.store.activities().find({std::nullopt, world.referrals[2].id}, {}));
    // The note is still there, marked.
    CHECK(rows[0].activity.kind == ActivityKind::Reverted);
    CHECK(rows[1].activity.text == u"Fair on Friday."_s);
    CHECK(rows[1].reverted);
}

TEST_CASE("bulk: the client's worker, once a client, and back", "[casework][bulk]")
{
    Bulk world;
    const User other{.id = UserId(world.ids.next()), .displayName = u"Ana Ruiz"_s, .email = u"ana@example.org"_s};
    world.store.put("user", other.id.uuid(), other);
    CHECK_FALSE(
        applyBulk(world.desk, {.kind = Kind::AssignWorker, .to = {}, .worker = {}, .text = {}}, world.all()).ok());
    const BulkChange assign{.kind = Kind::AssignWorker, .to = {}, .worker = other.id, .text = {}};
    const BulkOutcome outcome = mustHave(applyBulk(world.desk, assign, world.all()));
    CHECK(outcome.changed == 3);
    CHECK(outcome.undo.workers.size() == 1);
    const auto worker = [&] {
        return mustHave(world.store.clients().client(world.office.client.id))->assignedWorkerId;
    };
    CHECK(worker() == other.id);
    CHECK(mustHave(world.store.referrals().count({.worker = other.id})) == 3);
    CHECK(mustHave(undo(world.desk, outcome.undo, 0, 10)).left == 0);
    CHECK(worker() == world.office.worker.id);
}

TEST_CASE("bulk: what is gone is counted, and a disk that is full changes nothing", "[casework][bulk]")
{
    Bulk world;
    const BulkChange change = Bulk::status(ReferralStatus::InReview);
    const BulkOutcome outcome =
        mustHave(applyBulk(world.desk, change, {ReferralId(world.ids.next()), world.referrals[0].id}));
    CHECK(outcome.gone == 1);
    CHECK(outcome.changed == 1);
    world.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
    CHECK_FALSE(applyBulk(world.desk, change, world.all()).ok());
    CHECK(world.statusOf(1) == ReferralStatus::Unstarted);
}
