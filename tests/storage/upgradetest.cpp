// SPDX-License-Identifier: GPL-3.0-or-later
// One store of each version is kept in tests/data/stores and must open for ever. docs/database.md says how to add one.
#include "core/domain/records/codec.h"
#include "core/storage/migrations.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray fixtureKey(32, 'f');
const QUuid clientKey(u"00000000-0000-7000-8000-00000000c001"_s), siteKey(u"00000000-0000-7000-8000-00000000c002"_s),
    referralKey(u"00000000-0000-7000-8000-00000000c003"_s), activityKey(u"00000000-0000-7000-8000-00000000c004"_s);

QString fixture(int version)
{
    return QString::fromLatin1(HANDRAIL_TEST_DATA) + u"/stores/version-%1.db"_s.arg(version);
}

} // namespace

TEST_CASE("upgrade: a store of each version opens with all that is in it", "[storage][upgrade]")
{
    // The newest version is still open for changes; its store is kept when it is released.
    const int version = GENERATE(range(1, storeVersion));
    CAPTURE(version);
    TempStore store(2); // ids other than the fixture's
    store.store.reset();
    QFile::remove(store.path());
    REQUIRE(QFile::copy(fixture(version), store.path()));
    QFile(store.path()).setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    store.secrets.secrets.first() = fixtureKey;
    store.reopen();

    const auto client = mustHave(store->clients().client(ClientId(clientKey)));
    REQUIRE(client.has_value());
    CHECK(client->fullName() == u"José Núñez");
    CHECK(mustHave(store->clients().find(u"nunez"_s, {})).size() == 1);
    CHECK(mustHave(store->directory().count(u"pantry"_s)) == 1);
    const auto referrals = mustHave(store->referrals().find({}, {}));
    REQUIRE(referrals.size() == 1);
    CHECK(referrals.first().referral.status == ReferralStatus::InReview);
    CHECK(mustHave(store->activities().count({})) == 1);
    CHECK(mustHave(store->sync().outgoingCount()) == 5);
    CHECK(mustHave(store->drafts().drafts()).isEmpty());
    // What newer versions derive from clients is there for older ones' clients as well.
    CHECK(mustHave(store->duplicates().uncompared()) == 1);
    ClientQuery open;
    open.openReferrals = true;
    CHECK(mustHave(store->clients().count(open)) == 1);
    CHECK(mustHave(store->sync().fact(u"server_url"_s)) == u"http://127.0.0.1:1/");
    mustWork(store->edits().commit({{u"client"_s, clientKey, {{u"given_name"_s, u"Pepe"_s}}}}));
}

// Run once for a new version: handrail_storage_tests "[.fixture]"
TEST_CASE("upgrade: make the store of this version", "[.fixture]")
{
    TempStore store;
    store.store.reset();
    QFile::remove(store.path());
    QFile::remove(markerPath(store.path()));
    store.secrets.secrets.first() = fixtureKey;
    store.reopen();
    const Client client{.id = ClientId(clientKey), .givenName = u"José"_s, .familyName = u"Núñez"_s};
    const ResourceSite site{.id = ResourceSiteId(siteKey), .serviceName = u"Food Pantry"_s};
    const Referral referral{.id = ReferralId(referralKey),
                            .clientId = client.id,
                            .siteId = site.id,
                            .createdBy = UserId(siteKey),
                            .createdAt = store.clock.now()};
    const Activity activity{.id = ActivityId(activityKey),
                            .kind = ActivityKind::Created,
                            .clientId = client.id,
                            .referralId = referral.id,
                            .at = store.clock.now()};
    mustWork(store->edits().commit(
        {records::editOf("client", clientKey, client), records::editOf("resource_site", siteKey, site),
         records::editOf("referral", referralKey, referral), records::editOf("activity", activityKey, activity),
         Edit{u"referral"_s, referralKey, {{u"status"_s, u"in_review"_s}}}}));
    mustWork(store->sync().setFact(u"server_url"_s, u"http://127.0.0.1:1/"_s));
    store.store.reset();
    REQUIRE(QFile::copy(store.path(), fixture(storeVersion)));
}
