// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/heldrunner.h"
#include "tests/ui/screens.h"
#include "ui/models/activitylistmodel.h"
#include "ui/models/basketmodel.h"
#include "ui/models/clientlistmodel.h"
#include "ui/models/referraltablemodel.h"
#include "ui/models/sitelistmodel.h"

#include <QAbstractItemModelTester>

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;

namespace {

/// A check that fails prints its reason through Qt's own fatal message.
constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::Fatal;

void addClients(Desktop& desktop, int count)
{
    for (int i = 0; i < count; ++i) {
        Client client{.id = ClientId(desktop.ids.next())};
        client.givenName = u"Client %1"_s.arg(i, 4, 10, QChar(u'0'));
        client.familyName = u"Zz"_s;
        client.timeZone = u"America/New_York"_s;
        desktop.store.put("client", client.id.uuid(), client);
    }
}

/// Numbers from 0 to `rows`, and what was asked for them.
class Numbers : public ui::PagedModel<int>
{
public:
    using PagedModel::PagedModel;
    void search(const QString& name, int rows)
    {
        setQuery(
            [this, name, rows](LocalStore&, Page page) {
                asked.append(u"find "_s + name);
                QList<int> numbers;
                for (int i = page.offset; i < std::min(rows, page.offset + page.limit); ++i)
                    numbers.append(i);
                return Result<QList<int>>(numbers);
            },
            [this, name, rows](LocalStore&) {
                asked.append(u"count "_s + name);
                return Result<int>(rows);
            });
    }
    QStringList asked;

protected:
    [[nodiscard]] QUuid keyOf(const int& row) const override { return {uint(row + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}; }
    [[nodiscard]] QVariant cell(const int& row, int, int) const override { return row; }
};

} // namespace

TEST_CASE("models: count only where a page is full, and leave out what was typed over", "[ui][models][search]")
{
    Desktop desktop;
    HeldRunner runner(desktop.store);
    Numbers model(runner, nullptr);
    SECTION("what fits one page is not counted")
    {
        model.search(u"a"_s, 40);
        settle();
        CHECK(model.rowCount() == 40);
        CHECK(model.asked == QStringList{u"find a"_s});
    }
    SECTION("what does not is")
    {
        model.search(u"a"_s, 250);
        settle();
        CHECK(model.rowCount() == 250);
        CHECK(model.asked == QStringList{u"find a"_s, u"count a"_s});
    }
    SECTION("of three keys typed while the store is busy the last is answered, the others are not even asked")
    {
        runner.hold = true;
        for (const QString& typed : {u"m"_s, u"ma"_s, u"mar"_s})
            model.search(typed, 40);
        REQUIRE(runner.waiting() == 1);
        runner.letGo();
        settle();
        REQUIRE(runner.waiting() == 1);
        runner.letGo();
        settle();
        CHECK(model.asked == QStringList{u"find mar"_s});
        CHECK(model.rowCount() == 40);
    }
}

TEST_CASE("models: keep the promises of a model", "[ui][models]")
{
    Desktop desktop;
    desktop.fillBasket(3);

    SECTION("clients, through searches, pages and changes")
    {
        addClients(desktop, 250);
        ui::ClientListModel model(desktop.runner, desktop.phones);
        QAbstractItemModelTester tester(&model, strict);
        model.search({});
        settle();
        CHECK(model.rowCount() == 251);
        // A row far down is not there yet, comes when asked for, and the model stays itself.
        CHECK(model.index(240, 0).data().toString() == u"…"_s);
        settle();
        CHECK(model.index(240, 0).data().toString().startsWith(u"Client "_s));
        model.search(u"Maria"_s);
        settle();
        CHECK(model.rowCount() == 1);
        addClients(desktop, 1);
        model.search({});
        model.refresh();
        settle();
        CHECK(model.rowCount() == 252);
    }
    SECTION("directory")
    {
        ui::SiteListModel model(desktop.runner, desktop.clock);
        QAbstractItemModelTester tester(&model, strict);
        model.search({.text = u"legal"_s});
        settle();
        CHECK(model.rowCount() == 1);
    }
    SECTION("basket, through moves and removals")
    {
        ui::BasketModel model(desktop.services);
        QAbstractItemModelTester tester(&model, strict);
        model.setClient(desktop.office.client.id);
        settle();
        REQUIRE(model.rowCount() == 3);
        CHECK(model.moveBy(0, +1));
        CHECK_FALSE(model.moveBy(0, -1));
        CHECK_FALSE(model.moveBy(2, +1));
        settle();
        model.removeAt(1);
        settle();
        CHECK(model.rowCount() == 2);
        model.setClient(std::nullopt);
        CHECK(model.rowCount() == 0);
    }
    SECTION("referrals and activity")
    {
        desktop.refer(3);
        ui::ReferralTableModel referrals(desktop.runner, desktop.clock);
        QAbstractItemModelTester tester(&referrals, strict);
        referrals.show({});
        ui::ActivityListModel activity(desktop.runner, desktop.clock);
        QAbstractItemModelTester activityTester(&activity, strict);
        activity.show({});
        settle();
        CHECK(referrals.rowCount() == 3);
        CHECK(referrals.index(0, ui::ReferralTableModel::Status).data().toString() == u"Unstarted"_s);
        CHECK(activity.rowCount() == 3);
        CHECK(activity.index(0, 0).data().toString() == u"Dana Reyes made the referral"_s);
    }
}

TEST_CASE("models: fast typing", "[ui][models]")
{
    /// Keeps jobs until the test runs them, and counts them.
    class HeldRunner : public StoreRunner
    {
    public:
        explicit HeldRunner(LocalStore& store)
            : m_store(store)
        {
        }
        void run(std::function<void(LocalStore&)> job) override { jobs.append(std::move(job)); }
        void runAll()
        {
            while (!jobs.isEmpty()) {
                jobs.takeFirst()(m_store);
            }
        }
        QList<std::function<void(LocalStore&)>> jobs;

    private:
        LocalStore& m_store;
    };

    Desktop desktop;
    HeldRunner runner(desktop.store);
    ui::ClientListModel model(runner, desktop.phones);
    for (const QString& text : {u""_s, u"M"_s, u"Ma"_s, u"Mar"_s, u"nobody"_s}) {
        model.search(text);
    }

    SECTION("asks once at a time, and shows the answer to the last question only")
    {
        CHECK(runner.jobs.size() == 1);
        runner.runAll();
        settle();
        CHECK(model.state() == ui::PagedModelBase::State::Loading);
        CHECK(runner.jobs.size() == 1);
        runner.runAll();
        settle();
        CHECK(model.state() == ui::PagedModelBase::State::Ready);
        CHECK(model.rowCount() == 0);
    }
}
