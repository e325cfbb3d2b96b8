// SPDX-License-Identifier: GPL-3.0-or-later
// A number is shown without its country code where the agency is, and with it elsewhere; lists say what the profile says.
#include "tests/ui/screens.h"
#include "ui/models/clientlistmodel.h"
#include "ui/models/replylistmodel.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

struct Lists
{
    Desktop desktop;
    ui::ClientListModel clients{desktop.runner, desktop.phones};
    ui::ReplyListModel replies{desktop.runner, desktop.clock, desktop.phones};

    Lists()
    {
        Reply reply{.id = ReplyId(desktop.ids.next())};
        reply.via = ReplyVia::Text;
        reply.body = u"Who is this?"_s;
        reply.receivedAt = desktop.clock.now();
        reply.from = *PhoneNumber::fromE164(u"+19375550999");
        reply.needsWorker = true;
        desktop.store.put("reply", reply.id.uuid(), reply);
    }
    void moveTo(const QString& region)
    {
        Agency agency = *mustHave(desktop.store.agencies().agency());
        agency.phoneRegion = region;
        desktop.store.put("agency", agency.id.uuid(), agency);
    }
    void ask()
    {
        clients.search({});
        replies.show({});
        waitFor([this] { return clients.rowCount() > 0 && replies.rowCount() > 0; });
        settle();
    }
    QString client() { return clients.index(0, 0).data(ui::SubtitleRole).toString(); }
    QString sender() { return replies.index(0, 0).data().toString(); }
};

} // namespace

TEST_CASE("phone numbers in lists follow the agency's region", "[ui][phones]")
{
    Lists lists;
    SECTION("at home: the national form")
    {
        lists.ask();
        CHECK(lists.client().contains(u"(937) 555-0101"_s));
        CHECK(lists.sender() == u"(937) 555-0999"_s);
    }
    SECTION("abroad: with the country code")
    {
        lists.moveTo(u"MX"_s);
        lists.ask();
        CHECK(lists.client().contains(u"+19375550101"_s));
        CHECK(lists.sender() == u"+19375550999"_s);
    }
    SECTION("a change that arrives shows with the next refresh, though the rows are the same")
    {
        lists.ask();
        lists.moveTo(u"MX"_s);
        lists.clients.refresh();
        lists.replies.refresh();
        waitFor([&] { return lists.client().contains(u"+19375550101"_s) && lists.sender() == u"+19375550999"_s; });
    }
}
