// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/jobbar.h"
#include "core/casework/referrals.h"
#include "tests/ui/heldrunner.h"
#include "tests/ui/screens.h"
#include "ui/pages/referralspage.h"
#include "ui/views/widgets.h"

#include <QComboBox>
#include <QLabel>
#include <QProgressBar>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

struct SlowDesk
{
    Desktop desktop;
    HeldRunner runner{desktop.store};
    ui::Services services{runner,       desktop.clock, desktop.ids,   desktop.phones,
                          desktop.agent, desktop.held,  desktop.links, desktop.office.worker.id};
};

} // namespace

TEST_CASE("job bar: work of over half a second shows its progress, and can be stopped", "[ui][job]")
{
    SlowDesk it;
    QWidget window;
    auto* bar = new ui::JobBar(it.services, &window);
    window.show();
    std::optional<ui::JobBar::End> end;
    const auto start = [&](int total, const ui::JobBar::Step& step) {
        bar->run(u"Changing 3 referrals…"_s, total, step, [&](const ui::JobBar::End& how) { end = how; });
    };
    const auto one = [](casework::Desk&, int) { return Result<int>(1); };
    auto* progress = must<QProgressBar>(bar, "jobProgress");

    SECTION("what is done at once shows nothing")
    {
        start(3, one);
        waitFor([&] { return end.has_value(); });
        CHECK(end->done == 3);
        CHECK_FALSE(end->stopped);
        CHECK_FALSE(bar->isVisible());
        CHECK_FALSE(bar->busy());
    }
    SECTION("a long one is stopped between two steps, and what was done stays done")
    {
        it.runner.hold = true;
        start(3, one);
        CHECK_FALSE(bar->isVisible());
        waitFor([&] { return bar->isVisible(); });
        CHECK(progress->maximum() == 3);
        CHECK(progress->value() == 0);
        it.runner.letGo();
        waitFor([&] { return progress->value() == 1; });
        waitFor([&] { return it.runner.waiting() == 1; });
        press(bar, "stopJob");
        CHECK_FALSE(must<QPushButton>(bar, "stopJob")->isEnabled());
        it.runner.letGo();
        waitFor([&] { return end.has_value(); });
        CHECK(end->stopped);
        CHECK(end->done == 2);
        CHECK_FALSE(bar->isVisible());
    }
    SECTION("of unknown length it shows that it works, until nothing is left")
    {
        it.runner.hold = true;
        start(0, [](casework::Desk&, int first) { return Result<int>(first < 2 ? 1 : 0); });
        waitFor([&] { return bar->isVisible(); });
        CHECK(progress->maximum() == 0); // the bar runs to and fro
        it.runner.hold = false;
        it.runner.letGo();
        waitFor([&] { return end.has_value(); });
        CHECK(end->done == 2);
    }
    SECTION("trouble ends it with its sentence")
    {
        start(3, [](casework::Desk&, int first) {
            return first == 1 ? Result<int>(Error{ErrorCode::StorageTrouble, u"The disk is full."_s}) : Result<int>(1);
        });
        waitFor([&] { return end.has_value(); });
        CHECK(end->done == 1);
        CHECK(end->trouble == u"The disk is full."_s);
    }
    SECTION("another is left out while one runs")
    {
        it.runner.hold = true;
        start(3, one);
        int others = 0;
        bar->run(u"Other"_s, 1, one, [&](const ui::JobBar::End&) { ++others; });
        it.runner.hold = false;
        it.runner.letGo();
        waitFor([&] { return end.has_value(); });
        settle();
        CHECK(others == 0);
    }
}

TEST_CASE("job bar: a status for sixty referrals is stopped on the way and taken back", "[ui][job][bulk]")
{
    SlowDesk it;
    QList<ReferralId> made;
    casework::Desk desk{it.desktop.store, it.desktop.clock, it.desktop.ids, it.desktop.phones,
                        it.desktop.office.worker.id};
    for (int i = 0; i < 60; ++i) {
        const Client client{.id = ClientId(it.desktop.ids.next()), .givenName = u"Client %1"_s.arg(i)};
        it.desktop.store.put("client", client.id.uuid(), client);
        made.append(mustHave(casework::createReferrals(desk, client.id, {it.desktop.office.siteIds()[0]})).first().id);
    }
    ui::ReferralsPage page(it.services);
    page.resize(1040, 720);
    page.show();
    auto* table = must<QTableView>(&page, "referralsTable");
    waitFor([&] { return table->model()->rowCount() == 60; });
    table->setFocus();
    table->selectAll();
    settle();
    CHECK(must<QLabel>(&page, "bulkCount")->text() == u"60 referrals selected"_s);
    const auto inReview = [&] {
        int count = 0;
        for (const ReferralId& id : made)
            count += mustHave(it.desktop.store.referrals().referral(id))->status == ReferralStatus::InReview ? 1 : 0;
        return count;
    };
    auto* status = must<QComboBox>(&page, "bulkStatus");
    status->setCurrentIndex(status->findText(u"In-Review"_s));
    Q_EMIT status->activated(status->currentIndex());
    settle();
    it.runner.hold = true;
    press(&page, "bulkChangeStatus");
    auto* bar = must<ui::JobBar>(&page, "jobBar");
    waitFor([&] { return bar->isVisible(); });
    shot(&page, "referrals-job");
    CHECK(must<QProgressBar>(bar, "jobProgress")->maximum() == 60);
    it.runner.letGo();
    waitFor([&] { return must<QProgressBar>(bar, "jobProgress")->value() == 25; });
    press(bar, "stopJob");
    it.runner.hold = false;
    it.runner.letGo();
    auto* notice = must<ui::Notice>(&page, "bulkNotice");
    waitFor([&] { return notice->isVisible(); });
    CHECK(notice->sentence() == u"50 referrals changed to In-Review. Stopped; the others are as they were."_s);
    CHECK(inReview() == 50);
    page.undoAction()->trigger();
    waitFor([&] { return inReview() == 0; });
}
