// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("opt-outs: a worker was told", "[casework][optouts]")
{
    DeskWorld world;
    const SharePanel panel = world.panelFor(world.refer());
    const ShareId id = mustHave(share(world.desk, panel, DeskWorld::fullForm()));
    const Address phone = *PhoneNumber::fromE164(u"+19375550101");
    world.clock.advanceMinutes(1);
    mustWork(recordOptOut(world.desk, phone, u" No more texts please. "_s));

    SECTION("the ledger has it, with the client's words")
    {
        const auto words = mustHave(world.store.shares().optedOut({phone}));
        REQUIRE(words.size() == 1);
        CHECK(words[0].source == OptOut::Source::WorkerSaid);
        CHECK(words[0].words == u"No more texts please."_s);
    }
    SECTION("texts that wait are canceled, emails are not")
    {
        for (const Message& message : world.messagesOf(id))
            CHECK((message.state == MessageState::Canceled) == (message.channel() == Channel::Text));
    }
    SECTION("the client's activity shows it once, however often it is said")
    {
        mustWork(recordOptOut(world.desk, phone, u"Again"_s));
        int shown = 0;
        for (const ActivityRow& row : mustHave(world.store.activities().find({world.office.client.id, {}}, Page{})))
            shown += row.activity.kind == ActivityKind::OptedOut ? 1 : 0;
        CHECK(shown == 1);
        CHECK(world.store.records().tables[u"opt_out"_s].size() == 1);
    }
    SECTION("the dialog refuses the number from now on")
    {
        const auto check = mustHave(checkShare(world.desk, panel, DeskWorld::fullForm()));
        CHECK(check.text.optedOut);
    }
    SECTION("words without end are refused")
    {
        CHECK_FALSE(recordOptOut(world.desk, phone, QString(10 * 1024 * 1024, u'x')).ok());
    }
}
