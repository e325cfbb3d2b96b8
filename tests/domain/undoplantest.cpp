// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/undoplan.h"
#include "tests/domain/rulesworld.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("undo: a worker's own status and note", "[R6]")
{
    RulesWorld world;
    Referral referral = world.referral(world.maria);
    const StatusPlan changed = planStatus({.referral = referral,
                                           .to = ReferralStatus::Canceled,
                                           .reason = {},
                                           .worker = world.worker,
                                           .now = world.now,
                                           .unsentFollowUps = {},
                                           .newId = world.newId()});
    referral.status = ReferralStatus::Canceled;
    UndoContext context{.activity = changed.activities.first(),
                        .referral = referral,
                        .worker = world.worker,
                        .now = world.now.addSecs(60),
                        .newId = world.newId()};

    SECTION("the status goes back, recorded as such")
    {
        const UndoPlan plan = mustHave(planUndo(context));
        CHECK(plan.statusChange == StatusChange{referral.id, ReferralStatus::Unstarted});
        CHECK(plan.activity.kind == ActivityKind::Reverted);
        CHECK(plan.activity.revertsId == context.activity.id);
        CHECK(plan.activity.toStatus == ReferralStatus::Unstarted);
        CHECK_FALSE(plan.activity.replyId);
    }
    SECTION("not twice, not where the status moved on, not what an answer set")
    {
        context.undoneAlready = true;
        CHECK(planUndo(context).error().code == ErrorCode::Conflict);
        context.undoneAlready = false;
        context.referral.status = ReferralStatus::InReview;
        CHECK(planUndo(context).error().code == ErrorCode::Conflict);
        context.referral = referral;
        context.activity.kind = ActivityKind::Answered;
        CHECK(planUndo(context).error().code == ErrorCode::InvalidInput);
    }
    SECTION("a note is withdrawn, once")
    {
        context.activity = {.id = ActivityId(world.ids.next()),
                            .kind = ActivityKind::Note,
                            .clientId = referral.clientId,
                            .referralId = referral.id,
                            .at = world.now,
                            .text = u"Wrong client."_s};
        const UndoPlan plan = mustHave(planUndo(context));
        CHECK_FALSE(plan.statusChange);
        const Activity& withdrawn = plan.activity;
        CHECK(withdrawn.revertsId == context.activity.id);
        CHECK_FALSE(withdrawn.toStatus);
        context.undoneAlready = true;
        CHECK(planUndo(context).error().code == ErrorCode::Conflict);
    }
}
