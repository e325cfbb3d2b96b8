// SPDX-License-Identifier: GPL-3.0-or-later
// The local store's own database, with the options that it really sets, on a disk that loses its power: what was
// acknowledged is there, and the file is whole.
#include "core/domain/records/codec.h"
#include "core/storage/database.h"
#include "core/storage/migrations.h"
#include "core/storage/sqllocalstore.h"
#include "tests/storefaults/powercutvfs.h"
#include "tests/support/catch.h"
#include "tests/support/manualclock.h"
#include "tests/support/sequentialids.h"

#include <random>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString name = u"/power/store.db"_s;

std::unique_ptr<Database> openDatabase()
{
    auto opened = Database::open(name, SecureBytes::take(QByteArray(32, 'p')));
    return opened ? std::move(opened).value() : nullptr;
}

/// A new store of this version, with nothing in it.
PowerCutVfs::Files emptyStore(PowerCutVfs& disk)
{
    disk.powerOn({}, 0, 0);
    auto database = openDatabase();
    REQUIRE(database);
    mustWork(migrate(*database));
    ManualClock clock;
    SequentialIds ids;
    SqlLocalStore store(std::move(database), clock, ids);
    mustWork(store.deriveAgain());
    return disk.files();
}

struct Outcome
{
    int acknowledged = 0;
    int lost = 0;
    bool corrupt = false;
};

/// Works until the power goes, then looks at what the disk kept. `pragma`: what is changed of the product's options.
Outcome workUntilCut(PowerCutVfs& disk, const PowerCutVfs::Files& empty, quint64 seed, const QString& pragma, bool lies)
{
    std::mt19937_64 chance(seed);
    disk.powerOn(empty, 20 + int(chance() % 400), seed);
    disk.lieAboutSyncs(lies);
    ManualClock clock;
    SequentialIds ids;
    QList<ClientId> acknowledged;
    if (auto database = openDatabase()) {
        if (pragma.isEmpty() || database->execute(pragma)) {
            // Small enough that checkpoints fall into the cuts as well.
            const auto often = database->single(u"PRAGMA wal_autocheckpoint = 40"_s);
            SqlLocalStore store(std::move(database), clock, ids);
            while (!disk.isDead()) {
                const Client client{.id = ClientId(ids.next()), .givenName = u"A"_s, .familyName = u"B"_s};
                if (store.edits().commit({records::editOf("client", client.id.uuid(), client)}))
                    acknowledged.append(client.id);
            }
        }
    }
    disk.cut();
    // The index of the log was in memory.
    disk.powerOn(disk.files(), 0, seed);
    Outcome outcome{.acknowledged = int(acknowledged.size())};
    auto database = openDatabase();
    if (!database)
        return {.acknowledged = outcome.acknowledged, .corrupt = true};
    const auto whole = database->single(u"PRAGMA integrity_check"_s);
    outcome.corrupt = !whole || whole->toString() != u"ok";
    SqlLocalStore store(std::move(database), clock, ids);
    for (const ClientId& id : acknowledged) {
        const auto found = store.clients().client(id);
        outcome.lost += found && *found ? 0 : 1;
    }
    return outcome;
}

struct Sum
{
    int acknowledged = 0;
    int runsThatLost = 0;
    int corrupt = 0;
};

Sum cutOften(int runs, const QString& pragma = {}, bool lies = false)
{
    PowerCutVfs& disk = PowerCutVfs::install();
    const auto empty = emptyStore(disk);
    Sum sum;
    for (int seed = 1; seed <= runs; ++seed) {
        CAPTURE(seed);
        const Outcome outcome = workUntilCut(disk, empty, quint64(seed), pragma, lies);
        sum.acknowledged += outcome.acknowledged;
        sum.runsThatLost += outcome.lost > 0 ? 1 : 0;
        sum.corrupt += outcome.corrupt ? 1 : 0;
        if (pragma.isEmpty() && !lies) {
            CHECK(outcome.lost == 0);
            CHECK_FALSE(outcome.corrupt);
        }
    }
    return sum;
}

int runsOf(int few)
{
    const int wanted = qEnvironmentVariableIntValue("HANDRAIL_POWER_CUTS");
    return wanted > 0 ? wanted : few;
}

} // namespace

TEST_CASE("power cut: nothing acknowledged is lost and the file stays whole", "[power]")
{
    const Sum sum = cutOften(runsOf(150));
    CHECK(sum.acknowledged > runsOf(150));
    CHECK(sum.runsThatLost == 0);
    CHECK(sum.corrupt == 0);
}

TEST_CASE("power cut: the test sees a store that does not wait for the disk", "[power]")
{
    SECTION("synchronous = NORMAL loses what was acknowledged")
    {
        const Sum sum = cutOften(40, u"PRAGMA synchronous = NORMAL"_s);
        CHECK(sum.runsThatLost > 0);
    }
    SECTION("synchronous = OFF damages the file")
    {
        const Sum sum = cutOften(40, u"PRAGMA synchronous = OFF"_s);
        CHECK(sum.corrupt > 0);
    }
    SECTION("so does a disk that says it has what it has not")
    {
        const Sum sum = cutOften(40, {}, true);
        CHECK(sum.corrupt + sum.runsThatLost > 0);
    }
}
