// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/facts.h"
#include "server/privacy/removeagency.h"
#include "server/store/erased.h"
#include "tests/gateway/gatewayworld.h"

#include <QSqlRecord>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// An agency whose client said STOP and unsubscribed, before and after it was removed.
struct RemovalWorld : GatewayWorld
{
    Client maria = addClient(u"Mariaquita"_s);

    RemovalWorld()
    {
        share(maria, 1, true);
        REQUIRE(sendAll() > 0);
        receive(u"STOP"_s);
        poll();
        const OptOut byMail{.id = OptOutId(store.ids.next()), .address = email, .optedOut = true,
                            .source = OptOut::Source::EmailLink, .words = {}, .at = store.clock.now()};
        store.write(*db, {records::editOf("opt_out", byMail.id.uuid(), byMail)});
    }
    void remove() { mustHave(removeAgency(*db, store.agency.id, store.environment, Actor::command())); }
    Agency newAgency(const QString& number, const QString& address)
    {
        const Agency agency{.id = AgencyId(store.ids.next()), .programName = u"Next"_s, .sendingNumber = number,
                            .sendingAddress = address, .timeZone = u"UTC"_s};
        mustWork(createAgency(*db, agency, store.environment));
        return agency;
    }
    bool isOut(const Agency& agency, const Address& address)
    {
        RecordReader reader(*db, agency.id);
        return mustHave(isOptedOut(reader, address));
    }
    bool standsSomewhere(const QString& text)
    {
        for (const QString& table : db->sql().tables()) {
            auto rows = mustHave(db->query(u"SELECT * FROM \"%1\""_s.arg(table)));
            while (rows.next())
                for (int i = 0; i < rows.record().count(); ++i)
                    if (rows.value(i).toString().contains(text, Qt::CaseInsensitive))
                        return true;
        }
        return false;
    }
};

} // namespace

TEST_CASE("a removed agency: nobody of it can be read in the database any more", "[gateway][privacy]")
{
    RemovalWorld world;
    const QStringList traces{u"Mariaquita"_s, u"9375550101"_s, u"maria@client.example"_s};
    for (const QString& trace : traces)
        REQUIRE(world.standsSomewhere(trace));
    world.remove();
    for (const QString& trace : traces)
        CHECK_FALSE(world.standsSomewhere(trace));
}

TEST_CASE("a removed agency: its opt-outs hold for who sends from its number and address next", "[gateway][privacy]")
{
    RemovalWorld world;
    const Agency before = world.store.agency;
    REQUIRE_FALSE(before.sendingNumber.isEmpty());
    REQUIRE_FALSE(before.sendingAddress.isEmpty());
    world.remove();

    SECTION("by text and by email, however the address is written")
    {
        const Agency next = world.newAgency(before.sendingNumber, before.sendingAddress.toUpper());
        CHECK(world.isOut(next, world.phone));
        CHECK(world.isOut(next, world.email));
        CHECK_FALSE(world.isOut(next, *PhoneNumber::fromE164(u"+19375550102")));
    }
    SECTION("not for another sender")
    {
        const Agency other = world.newAgency(u"+19375550177"_s, u"other@agency.example"_s);
        CHECK_FALSE(world.isOut(other, world.phone));
        CHECK_FALSE(world.isOut(other, world.email));
    }
    SECTION("the ledger of the new one has it once somebody enters the address, and once only")
    {
        const Agency next = world.newAgency(before.sendingNumber, before.sendingAddress);
        CHECK(mustHave(anyErased(*world.db, next.id)).optOuts);
        for (int i = 0; i < 2; ++i)
            mustWork(world.db->transaction([&]() -> Result<void> {
                auto records = Records::lock(*world.db, next.id, world.store.environment);
                return bringBackOptOut(*records, world.phone, world.store.environment);
            }));
        CHECK(world.count(u"SELECT COUNT(*) FROM opt_out"_s) == 1);
        CHECK(world.isOut(next, world.phone));
    }
    SECTION("a later START opts in to texts; an email stays out for good")
    {
        const Agency next = world.newAgency(before.sendingNumber, before.sendingAddress);
        world.store.clock.advanceMinutes(1);
        for (const Address& address : {Address(world.phone), Address(world.email)}) {
            const OptOut in{.id = OptOutId(world.store.ids.next()), .address = address, .optedOut = false,
                            .source = OptOut::Source::TextReply, .words = {}, .at = world.store.clock.now()};
            mustWork(world.db->transaction([&]() -> Result<void> {
                auto records = Records::lock(*world.db, next.id, world.store.environment);
                const auto written = records->write(records::editOf("opt_out", in.id.uuid(), in));
                return written ? Result<void>() : written.error();
            }));
        }
        CHECK_FALSE(world.isOut(next, world.phone));
        CHECK(world.isOut(next, world.email));
    }
    SECTION("nor is it lost where that one is removed too")
    {
        const Agency second = world.newAgency(before.sendingNumber, before.sendingAddress);
        mustHave(removeAgency(*world.db, second.id, world.store.environment, Actor::command()));
        const Agency third = world.newAgency(before.sendingNumber, before.sendingAddress);
        CHECK(world.isOut(third, world.phone));
        CHECK(world.isOut(third, world.email));
    }
}
