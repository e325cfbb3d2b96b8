// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accesslog.h"
#include "tests/ui/screens.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What the desk has for the server's audit, oldest first.
QList<Access> told(Desktop& desktop)
{
    QList<Access> all;
    for (const Edit& edit : std::as_const(desktop.store.records().accesses))
        all.append(mustHave(readAccess(edit.fields)));
    return all;
}

} // namespace

TEST_CASE("access log: a client is told once an hour, a search once in ten minutes", "[ui][access]")
{
    Desktop desktop;
    ui::AccessLog log(desktop.services);
    const ClientId maria = desktop.office.client.id;
    const ClientId other(desktop.ids.next());
    log.sawClient(maria);
    log.sawClient(maria);
    log.sawClient(other);
    log.searchedClients();
    log.searchedClients();
    settle();
    REQUIRE(told(desktop).size() == 3);
    CHECK(told(desktop)[0] == Access{Access::Deed::ClientOpened, maria, desktop.clock.now()});
    CHECK(told(desktop)[1].client == other);
    CHECK(told(desktop)[2] == Access{Access::Deed::ClientsSearched, {}, desktop.clock.now()});
    desktop.clock.advanceMinutes(10);
    log.searchedClients();
    log.sawClient(maria);
    settle();
    CHECK(told(desktop).size() == 4);
    desktop.clock.advanceMinutes(50);
    log.sawClient(maria);
    settle();
    CHECK(told(desktop).size() == 5);
    CHECK(desktop.store.records().outgoing.isEmpty());
}

TEST_CASE("access log: what leaves the program is told each time", "[ui][access]")
{
    Desktop desktop;
    QObject context;
    for (int i = 0; i < 2; ++i)
        ui::AccessLog::tookAlong(desktop.services, &context, Access::Deed::Exported);
    settle();
    CHECK(told(desktop).size() == 2);
}
