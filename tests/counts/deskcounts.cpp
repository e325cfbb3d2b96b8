// SPDX-License-Identifier: GPL-3.0-or-later
// What a desk does while somebody waits for it, on a store of 2,000 clients and referrals.
#include "benchmarks/madeup.h"
#include "core/casework/referrals.h"
#include "core/casework/sharing.h"
#include "core/carriers/mailwriter.h"
#include "core/domain/smssegments.h"
#include "core/domain/textreply.h"
#include "tests/carriers/somemail.h"
#include "tests/counts/counted.h"
#include "tests/support/simplephones.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int rows = 2000;

struct CountedDesk
{
    TempStore store{0x200};
    SimplePhones phones;
    bench::MadeUpAgency agency;
    int turn = 0;

    CountedDesk()
    {
        mustWork(store->sync().apply(agency.beginning(200), agency.seq()));
        mustWork(store->sync().apply(agency.clients(rows), agency.seq()));
    }
    casework::Desk desk() { return {*store, store.clock, store.ids, phones, agency.worker()}; }
    ClientId nextClient() { return agency.latestClients()[turn++]; }

    /// Referrals of the next client to three sites that it has no open one to.
    casework::SharePanel referred()
    {
        auto at = desk();
        const ClientId client = nextClient();
        QList<ResourceSiteId> sites;
        for (const ResourceSiteId& site : agency.sites())
            if (sites.size() < 3 && mustHave(store->referrals().openReferrals(client, site)).isEmpty())
                sites.append(site);
        QList<ReferralId> ids;
        for (const Referral& referral : mustHave(casework::createReferrals(at, client, sites)))
            ids.append(referral.id);
        return mustHave(casework::prepareShare(at, client, ids));
    }
};

} // namespace

TEST_CASE("counts: a desk", "[counts]")
{
    CountedDesk world;
    auto desk = world.desk();
    QList<casework::SharePanel> panels = {world.referred(), world.referred()};
    counted("desk-share-3", [&] {
        const auto panel = panels.takeFirst();
        casework::ShareForm form;
        form.text = form.email = form.consent = true;
        form.phoneTyped = panel.phoneSuggestions.first().address.value();
        form.emailTyped = panel.emailSuggestions.first().address.value();
        mustHave(casework::share(desk, panel, form));
    });
    counted("desk-key-in-clients", [&] {
        for (const auto& typed : {u"m"_s, u"ma"_s, u"maria g"_s, u"937 5"_s}) {
            mustHave(world.store->clients().find(typed, {}));
            mustHave(world.store->clients().count(typed));
        }
    });
    counted("desk-key-in-directory", [&] {
        for (const auto& typed : {u"m"_s, u"ma"_s, u"maria g"_s}) {
            mustHave(world.store->directory().find(typed, {}));
            mustHave(world.store->directory().count(typed));
        }
    });
    counted("desk-page-of-referrals", [&] { mustHave(world.store->referrals().find({}, {})); });
    counted("desk-page-of-activity", [&] { mustHave(world.store->activities().find({}, {})); });
    counted("desk-apply-100-pulled", [&] {
        mustWork(world.store->sync().apply(world.agency.clients(20), world.agency.seq()));
    });
    counted("desk-status", [&] {
        mustWork(casework::setStatus(desk, world.agency.latestReferrals()[world.turn++ + 20],
                                     ReferralStatus::ServiceCompleted, u"Helped"_s));
    });
}

TEST_CASE("counts: reading and writing messages", "[counts]")
{
    counted("read-200-text-replies", [] {
        for (int i = 0; i < 50; ++i)
            for (const auto& body : {u"STOP"_s, u"Yes, thank you!"_s, u"please stop texting me"_s, u"3"_s})
                readTextReply(body, false);
    });
    counted("measure-50-texts", [] {
        for (int i = 0; i < 50; ++i)
            measureSms(u"Miami Valley Care: ¿recibió ayuda? Responda 1 sí, 2 no, 3 ya no."_s);
    });
    counted("write-10-mails", [] {
        for (int i = 0; i < 10; ++i)
            mustHave(writeMail(someMail()));
    });
}
