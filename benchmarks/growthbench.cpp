// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/commands.h"
#include "benchmarks/localworld.h"
#include "core/casework/referrals.h"
#include "core/casework/sharing.h"

#include <QFile>
#include <benchmark/benchmark.h>
#include <functional>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace handrail::bench {

namespace {

/// A store of one size with what the questions need to name. Opened once: as a desk that has been on for a while has it.
struct Sized
{
    LocalWorld world;
    MadeUpAgency more{newWorld()}; ///< Makes what is pulled newly.
    QList<ClientId> clients;
    QList<ReferralId> referrals;
    QList<ResourceSiteId> sites;
    int rows = 0;
    int turn = 0;

    Sized(const QString& path, int count)
        : world(path, newWorld())
        , rows(count)
    {
        if (!QFile::exists(path))
            world.fill(count);
        world.open();
        for (const ReferralRow& row : must(world.store().referrals().find({}, {std::min(rows / 2, 9000), 500}))) {
            referrals.append(row.referral.id);
            clients.append(row.referral.clientId);
            if (!sites.contains(row.referral.siteId))
                sites.append(row.referral.siteId);
        }
        more.beginning(100);
    }
    template <typename T>
    const T& next(const QList<T>& list)
    {
        return list[++turn % list.size()];
    }
};

using Work = std::function<void(Sized&)>;

void typeInClients(Sized& sized)
{
    static const QStringList typed = {u"mar"_s, u"maria gar"_s, u"jo"_s, u"nun"_s, u"smith lo"_s, u"937 55"_s};
    auto& clients = sized.world.store().clients();
    const QString words = sized.next(typed);
    if (must(clients.find(words, {})).size() == Page{}.limit)
        must(clients.count(words));
}

void typeInDirectory(Sized& sized)
{
    static const QStringList typed = {u"mar"_s, u"maria gar"_s, u"jo"_s, u"nun"_s, u"smith lo"_s};
    auto& directory = sized.world.store().directory();
    const QString words = sized.next(typed);
    if (must(directory.find(words, {})).size() == Page{}.limit)
        must(directory.count(words));
}

void statistics(Sized& sized)
{
    const auto query =
        queryOf({QDate(2026, 9, 1), QDate(2026, 9, 8)}, QTimeZone("America/New_York"));
    must(sized.world.store().statistics().counts(Measure::Referrals, query));
}

void pull(Sized& sized)
{
    const auto changes = sized.more.clients(20);
    must(sized.world.store().sync().apply(changes, sized.rows * 10LL + sized.more.seq()));
}

void referAndShare(Sized& sized)
{
    auto desk = sized.world.desk();
    const ClientId client = sized.next(sized.clients);
    QList<ResourceSiteId> sites;
    for (int tries = 0; sites.size() < 3 && tries < 50; ++tries) {
        const auto& site = sized.next(sized.sites);
        if (!sites.contains(site) && must(desk.store.referrals().openReferrals(client, site)).isEmpty())
            sites.append(site);
    }
    QList<ReferralId> ids;
    for (const Referral& referral : must(casework::createReferrals(desk, client, sites)))
        ids.append(referral.id);
    const auto panel = must(casework::prepareShare(desk, client, ids));
    casework::ShareForm form;
    form.text = form.consent = true;
    form.phoneTyped = panel.phoneSuggestions.first().address.value();
    must(casework::share(desk, panel, form));
}

/// What a desk does all day. Each must cost about the same however big the store is.
const std::map<const char*, Work>& operations()
{
    static const std::map<const char*, Work> all = {
        {"type a key in the client search", typeInClients},
        {"type a key in the directory", typeInDirectory},
        {"open a client", [](Sized& s) { must(s.world.store().clients().client(s.next(s.clients))); }},
        {"first page of clients", [](Sized& s) { must(s.world.store().clients().find({}, {})); }},
        {"first page of referrals", [](Sized& s) { must(s.world.store().referrals().find({}, {})); }},
        {"middle page of referrals",
         [](Sized& s) { must(s.world.store().referrals().find({}, {std::min(s.rows / 2, 5000), 100})); }},
        {"referrals of a client",
         [](Sized& s) { must(s.world.store().referrals().find({.client = s.next(s.clients)}, {})); }},
        {"Recent Activity, first page", [](Sized& s) { must(s.world.store().activities().find({}, {})); }},
        {"Recent Activity of a referral",
         [](Sized& s) { must(s.world.store().activities().find({.referral = s.next(s.referrals)}, {})); }},
        {"waiting messages, first page",
         [](Sized& s) { must(s.world.store().messages().find({.states = {MessageState::Waiting}}, {})); }},
        {"quiet referrals of a worker",
         [](Sized& s) {
             must(s.world.store().attention().countQuiet(
                 {{s.world.worker()}, {{Reminder::AfterDay}}, s.world.clock().now()}));
         }},
        {"referrals of a week, counted", statistics},
        {"refer to 3 sites and share", referAndShare},
        {"change a status",
         [](Sized& s) {
             auto desk = s.world.desk();
             must(casework::setStatus(desk, s.next(s.referrals),
                                      s.turn % 2 ? ReferralStatus::InReview : ReferralStatus::ServiceInProgress, {}));
         }},
        {"apply 100 pulled changes", pull},
    };
    return all;
}

} // namespace

int growthBench(const QStringList& arguments)
{
    const QString folder = arguments.value(0);
    std::map<int, std::shared_ptr<Sized>> sizes;
    for (const QString& rows : arguments.value(1).split(u','))
        sizes[rows.toInt()] = std::make_shared<Sized>(u"%1/local-%2.db"_s.arg(folder, rows), rows.toInt());
    for (const auto& [name, work] : operations())
        for (const auto& [rows, sized] : sizes)
            benchmark::RegisterBenchmark((std::string(name) + "/" + std::to_string(rows)).c_str(),
                                         [work = work, sized = sized](benchmark::State& state) {
                                             for (auto _ : state)
                                                 work(*sized);
                                         })
                ->Unit(benchmark::kMicrosecond);
    std::vector<std::string> texts = {"handrail-bench", "--benchmark_format=json"};
    for (const QString& option : arguments.mid(2))
        texts.push_back(option.toStdString());
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    int count = int(pointers.size());
    benchmark::Initialize(&count, pointers.data());
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

} // namespace handrail::bench
