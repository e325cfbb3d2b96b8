// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/reminders.h"
#include "tests/domain/vectors.h"

using namespace handrail;
using tests::at;

TEST_CASE("reminders: a referral gone quiet", "[reminders]")
{
    QuietContext context{.lastActivityAt = at("2026-10-05T15:00:00Z"),
                         .seenAt = {},
                         .reminders = allReminders(),
                         .now = at("2026-10-05T15:00:00Z")};
    const auto after = [&](qint64 hours, int seconds = 0) {
        context.now = context.lastActivityAt.addSecs(hours * 3600 + seconds);
        return dueReminder(context);
    };

    SECTION("is said after 24 hours, 48 hours, a week, a month, to the second")
    {
        CHECK_FALSE(after(24, -1));
        CHECK(after(24) == Reminder::AfterDay);
        CHECK(after(48, -1) == Reminder::AfterDay);
        CHECK(after(48) == Reminder::AfterTwoDays);
        CHECK(after(7 * 24, -1) == Reminder::AfterTwoDays);
        CHECK(after(7 * 24) == Reminder::AfterWeek);
        CHECK(after(30 * 24, -1) == Reminder::AfterWeek);
        CHECK(after(30 * 24) == Reminder::AfterMonth);
        CHECK(after(3000 * 24) == Reminder::AfterMonth);
    }
    SECTION("only as the worker wants it")
    {
        context.reminders = {Reminder::AfterWeek};
        CHECK_FALSE(after(48));
        CHECK(after(31 * 24) == Reminder::AfterWeek);
        context.reminders.clear();
        CHECK_FALSE(after(31 * 24));
    }
    SECTION("set aside, it comes back with the next longer reminder")
    {
        REQUIRE(after(25) == Reminder::AfterDay);
        context.seenAt = context.now;
        CHECK_FALSE(dueReminder(context));
        CHECK_FALSE(after(47));
        CHECK(after(48) == Reminder::AfterTwoDays);
    }
    SECTION("set aside, it comes back when something happened and it went quiet anew")
    {
        REQUIRE(after(31 * 24));
        context.seenAt = context.now;
        CHECK_FALSE(after(300 * 24));
        context.lastActivityAt = context.seenAt.addSecs(60);
        CHECK_FALSE(after(23));
        CHECK(after(24) == Reminder::AfterDay);
    }
    SECTION("not once it is completed or canceled")
    {
        for (const ReferralStatus status : {ReferralStatus::Unstarted, ReferralStatus::InReview,
                                            ReferralStatus::ServiceInProgress}) {
            context.status = status;
            CHECK(after(24) == Reminder::AfterDay);
        }
        for (const ReferralStatus status : {ReferralStatus::ServiceCompleted, ReferralStatus::Canceled}) {
            context.status = status;
            CHECK_FALSE(after(1000));
        }
    }
    SECTION("not where no time is known")
    {
        context.lastActivityAt = {};
        CHECK_FALSE(dueReminder(context));
    }
}
