// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pull.h"
#include "core/sync/session.h"
#include "tests/support/scriptedtransport.h"
#include "tests/sync/fakeworld.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::tests;
using Fault = FakeLink::Fault;

namespace {

QJsonObject named(const QString& name)
{
    return {{u"given_name"_s, name}};
}

MessageState stateOf(FakeDevice& desk, const MessageId& id)
{
    return mustHave(desk.store.shares().message(id))->state;
}

} // namespace

TEST_CASE("push: the outbox", "[sync][push]")
{
    FakeWorld world;
    FakeDevice& desk = world.addDevice();
    const QUuid ana = world.ids.next();

    SECTION("is empty after the server has it all, in the order of the edits")
    {
        desk.edit(u"client"_s, ana, named(u"Ana"_s));
        desk.edit(u"client"_s, ana, named(u"Anna"_s));
        const auto report = mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        CHECK(report.accepted == 2);
        CHECK(desk.store.outbox().isEmpty());
        REQUIRE(world.server.log().size() == 2);
        CHECK(world.server.log().at(0).stamp < world.server.log().at(1).stamp);
        CHECK(world.server.records().fields(u"client"_s, ana).value(u"given_name"_s) == u"Anna"_s);
    }
    SECTION("goes in batches that the server takes")
    {
        for (int i = 0; i < 1203; ++i)
            desk.edit(u"client"_s, world.ids.next(), named(u"Client %1"_s.arg(i)));
        CHECK(mustHave(sync::pushOutgoing(desk.store.sync(), desk.server)).accepted == 1203);
        CHECK(world.server.pushes() == 3);
    }
    SECTION("goes in smaller batches where the changes are large")
    {
        for (int i = 0; i < 1400; ++i)
            desk.edit(u"activity"_s, world.ids.next(),
                      {{u"kind"_s, u"note"_s},
                       {u"client_id"_s, ana.toString(QUuid::WithoutBraces)},
                       {u"at"_s, 1},
                       {u"text"_s, QString(7900, u'\u00e9')}});
        CHECK(mustHave(sync::pushOutgoing(desk.store.sync(), desk.server)).accepted == 1400);
        for (const HttpRequest& request : desk.wire.requests)
            CHECK(request.body.size() < protocol::maxBodyBytes);
    }
    SECTION("gets past a proxy that takes less than the server, and says so in HTML")
    {
        for (int i = 0; i < 400; ++i)
            desk.edit(u"client"_s, world.ids.next(), named(QString(150, u'a')));
        ScriptedTransport proxy;
        proxy.otherwise = [&](const HttpRequest& request) {
            if (request.body.size() <= 20'000)
                return desk.wire.send(request);
            return HttpOutcome{.kind = HttpOutcome::Kind::Answered, .response = {413, {}, "<html>Too Large</html>"}};
        };
        sync::ServerLink server(proxy, mustHave(sync::readServerAddress(u"https://h.example"_s)), world.server.token);
        const auto report = mustHave(sync::pushOutgoing(desk.store.sync(), server));
        CHECK(report.accepted == 400);
        CHECK(report.refused == 0);
        CHECK(desk.store.outbox().isEmpty());
    }
    SECTION("is kept while the server is away")
    {
        desk.edit(u"client"_s, ana, named(u"Ana"_s));
        const auto fault = GENERATE(Fault::NotSent, Fault::LostRequest, Fault::Status500, Fault::Html, Fault::Nothing);
        desk.wire.script = {fault};
        CHECK_FALSE(sync::pushOutgoing(desk.store.sync(), desk.server).ok());
        CHECK(desk.store.outbox().size() == 1);
    }
    SECTION("is pushed again when the answer was lost, and counted once")
    {
        desk.edit(u"client"_s, ana, named(u"Ana"_s));
        const auto fault = GENERATE(Fault::LostAnswer, Fault::Half, Fault::Repeated);
        desk.wire.script = {fault};
        if (!sync::pushOutgoing(desk.store.sync(), desk.server).ok())
            mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        CHECK(desk.store.outbox().isEmpty());
        CHECK(world.server.log().size() == 1);
    }
    SECTION("loses nothing that the server refuses: it is kept with the server's sentence")
    {
        const QUuid bob = world.ids.next();
        desk.edit(u"client"_s, ana, named(u"Ana"_s));
        desk.edit(u"client"_s, bob, named(u"Bob"_s));
        world.server.refuses = [&](const Change& change) { return change.key == ana; };
        const auto report = mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        CHECK(report.accepted == 1);
        CHECK(report.refused == 1);
        const auto refused = mustHave(desk.store.sync().refused());
        REQUIRE(refused.size() == 1);
        CHECK(refused.first().change.fields == named(u"Ana"_s));
        CHECK(refused.first().sentence == u"You may not change this client."_s);
        CHECK(desk.store.outbox().isEmpty());
    }
    SECTION("a refused change of what the server has is taken back here by the next pull, whatever this clock says")
    {
        world.server.put(u"client"_s, ana, {{u"given_name"_s, u"Ana"_s}, {u"language"_s, u"en"_s}});
        mustHave(sync::pullChanges(desk.store.sync(), desk.server));
        desk.edit(u"client"_s, ana, {{u"given_name"_s, u"Anna"_s}, {u"language"_s, u"es"_s}});
        desk.edit(u"client"_s, ana, {{u"family_name"_s, u"Lopez"_s}});
        world.server.refuses = [](const Change& change) { return change.fields.contains(u"language"_s); };
        mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        mustHave(sync::pullChanges(desk.store.sync(), desk.server));
        const Client shown = *mustHave(desk.store.clients().client(ClientId(ana)));
        CHECK(shown.givenName == u"Ana"_s);
        CHECK(shown.language == u"en"_s);
        CHECK(shown.familyName == u"Lopez"_s);
        CHECK(mustHave(desk.store.sync().refused()).size() == 1);
    }
    SECTION("is not blocked by a change that the server can't read: that one alone is refused")
    {
        for (int i = 0; i < 7; ++i)
            desk.edit(u"client"_s, world.ids.next(), named(u"Client %1"_s.arg(i)));
        desk.store.smuggle({ChangeId(world.ids.next()), u"client"_s, ana, {1, 0, ana}, {{u"shoe_size"_s, 43}}});
        for (int i = 0; i < 7; ++i)
            desk.edit(u"client"_s, world.ids.next(), named(u"Later %1"_s.arg(i)));
        const auto report = mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        CHECK(report.accepted == 14);
        CHECK(report.refused == 1);
        CHECK(mustHave(desk.store.sync().refused()).first().change.key == ana);
        CHECK(desk.store.outbox().isEmpty());
    }
    SECTION("stops at a disk that is full, with all that is left kept")
    {
        desk.edit(u"client"_s, ana, named(u"Ana"_s));
        desk.store.broken = Error{ErrorCode::StorageTrouble, u"The disk is full."_s};
        CHECK(sync::pushOutgoing(desk.store.sync(), desk.server).error().code == ErrorCode::StorageTrouble);
        CHECK(desk.store.outbox().size() == 1);
    }
}

TEST_CASE("pull: changes of others", "[sync][pull]")
{
    FakeWorld world;
    FakeDevice& desk = world.addDevice();
    SyncStore& store = desk.store.sync();
    mustHave(sync::pullChanges(store, desk.server)); // a new device starts from a snapshot
    desk.wire.requests.clear();

    SECTION("come page by page until there are no more")
    {
        for (int i = 0; i < 1100; ++i)
            world.server.put(u"client"_s, world.ids.next(), named(u"Client %1"_s.arg(i)));
        CHECK(mustHave(sync::pullChanges(store, desk.server)) == 1100);
        CHECK(mustHave(store.cursor()) == 1100);
        CHECK(desk.store.records().dump() == world.server.records().dump());
        CHECK(desk.wire.requests.size() == 3);
    }
    SECTION("go on after the page at which the line broke")
    {
        for (int i = 0; i < 1100; ++i)
            world.server.put(u"client"_s, world.ids.next(), named(u"Client %1"_s.arg(i)));
        desk.wire.script = {Fault::None, Fault::LostAnswer};
        CHECK_FALSE(sync::pullChanges(store, desk.server).ok());
        CHECK(mustHave(store.cursor()) == 500);
        CHECK(mustHave(sync::pullChanges(store, desk.server)) == 600);
    }
    SECTION("that are none leave the store alone, so that nobody is woken")
    {
        const qint64 version = desk.store.version();
        CHECK(mustHave(sync::pullChanges(store, desk.server)) == 0);
        CHECK(desk.store.version() == version);
    }
    SECTION("of a server that fell behind are refused: what was seen is not forgotten")
    {
        world.server.put(u"client"_s, world.ids.next(), named(u"Ana"_s));
        mustHave(sync::pullChanges(store, desk.server));
        mustWork(store.apply({}, 50));
        class Behind : public HttpTransport
        {
            HttpOutcome send(const HttpRequest&) override
            {
                return {HttpOutcome::Kind::Answered,
                        {200, {}, R"({"changes":[],"next":3,"more":false,"server_time":0})"},
                        {}};
            }
        } behind;
        sync::ServerLink link(behind, QUrl(u"https://h.example"_s), "t");
        CHECK(sync::pullChanges(store, link).error().code == ErrorCode::ServerTrouble);
        CHECK(mustHave(store.cursor()) == 50);
    }
    SECTION("that promise more without moving on end in an error, not in a loop")
    {
        class Stuck : public HttpTransport
        {
            HttpOutcome send(const HttpRequest&) override
            {
                return {HttpOutcome::Kind::Answered,
                        {200, {}, R"({"changes":[],"next":0,"more":true,"server_time":0})"},
                        {}};
            }
        } stuck;
        sync::ServerLink link(stuck, QUrl(u"https://h.example"_s), "t");
        CHECK(sync::pullChanges(store, link).error().code == ErrorCode::ServerTrouble);
    }
}

TEST_CASE("send: due messages", "[sync][send]")
{
    FakeWorld world;
    FakeDevice& desk = world.addDevice();
    const SharedReferral shared(world, desk.store.edits());

    SECTION("go out in one turn, and their state is here at its end")
    {
        const sync::CycleReport report = desk.turn();
        REQUIRE_FALSE(report.trouble);
        CHECK(report.sent.handed == 2);
        CHECK(world.server.timesCarried(shared.text) == 1);
        CHECK(world.server.timesCarried(shared.email) == 1);
        CHECK(stateOf(desk, shared.text) == MessageState::Sent);
    }
    SECTION("wait for another agent where this one may not send, and its changes go on")
    {
        const auto quiet = sync::runCycle(desk.store, desk.server, world.clock, false);
        REQUIRE_FALSE(quiet.trouble);
        CHECK(quiet.pushed.accepted > 0);
        CHECK(quiet.sent.handed == 0);
        CHECK(world.server.carried.isEmpty());
        FakeDevice& other = world.addDevice();
        CHECK(other.turn().sent.handed == 2);
        REQUIRE_FALSE(sync::runCycle(desk.store, desk.server, world.clock, false).trouble);
        CHECK(stateOf(desk, shared.text) == MessageState::Sent);
    }
    SECTION("are written from the local store in the words of the agency")
    {
        desk.turn();
        const protocol::SendRequest text = world.server.carried.value(shared.text.toString());
        CHECK(text.body.contains(u"Open Door"_s));
        CHECK(text.body.contains(u"https://h.example/r/abc"_s));
        CHECK(text.html.isEmpty());
        const protocol::SendRequest email = world.server.carried.value(shared.email.toString());
        CHECK_FALSE(email.subject.isEmpty());
        CHECK(email.body.contains(u"https://h.example/u/abc"_s));
        CHECK_FALSE(email.html.isEmpty());
    }
    SECTION("do not take the follow-up along before its day")
    {
        desk.turn();
        CHECK(world.server.timesCarried(shared.followUp) == 0);
        world.clock.advanceDays(7);
        desk.turn();
        CHECK(world.server.timesCarried(shared.followUp) == 1);
        CHECK(world.server.timesCarried(shared.text) == 1);
    }
    SECTION("of another desk are written here after the pull that they need")
    {
        mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        FakeDevice& headless = world.addDevice();
        const auto report = mustHave(sync::sendDue(headless.store, headless.server, world.clock));
        CHECK(report.handed == 2);
        CHECK(world.server.timesCarried(shared.text) == 1);
    }
    SECTION("go out once though two agents take turns")
    {
        mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        FakeDevice& headless = world.addDevice();
        headless.turn();
        desk.turn();
        CHECK(world.server.timesCarried(shared.text) == 1);
        CHECK(world.server.timesCarried(shared.email) == 1);
    }
    SECTION("wait while what they say is not here")
    {
        mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        FakeDevice& headless = world.addDevice();
        // The site's record does not come through: its page is lost each time.
        headless.wire.script = {Fault::None, Fault::NotSent};
        CHECK(sync::sendDue(headless.store, headless.server, world.clock).error().code == ErrorCode::Offline);
        CHECK(world.server.timesCarried(shared.text) == 0);
        world.clock.advanceMinutes(2); // The lease lapses.
        headless.turn();
        CHECK(world.server.timesCarried(shared.text) == 1);
    }
    SECTION("that can't be written are released with the template's problem, and the others go out")
    {
        desk.turn();
        world.server.put(u"agency"_s, world.server.agency.uuid(),
                         {{u"templates"_s, QJsonObject{{u"follow_up.text.en"_s, u"No link in here"_s}}}});
        world.clock.advanceDays(7);
        const sync::CycleReport report = desk.turn();
        CHECK(report.sent.released == 1);
        CHECK(world.server.timesCarried(shared.followUp) == 0);
        const Message held = *mustHave(desk.store.shares().message(shared.followUp));
        CHECK(held.state == MessageState::Held);
        CHECK(held.reason.contains(u"link"_s));
    }
    SECTION("of a consent that was withdrawn at this desk meanwhile stay")
    {
        mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        mustHave(sync::pullChanges(desk.store.sync(), desk.server));
        desk.edit(u"consent_withdrawal"_s, world.ids.next(),
                  {{u"consent_id"_s, world.ids.next().toString(QUuid::WithoutBraces)},
                   {u"share_id"_s, shared.share.toString()},
                   {u"worker_id"_s, world.server.worker.id.toString()},
                   {u"withdrawn_at"_s, 1}});
        const int claims = world.server.claims();
        const auto report = mustHave(sync::sendDue(desk.store, desk.server, world.clock));
        CHECK(report.lapsed == 2);
        CHECK(world.server.claims() == claims + 1); // Not again and again: the same would be given.
        CHECK(world.server.timesCarried(shared.text) == 0);
    }
    SECTION("are not begun when the lease has nearly run out, whatever the wall clock says")
    {
        mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        mustHave(sync::pullChanges(desk.store.sync(), desk.server));
        desk.wire.onRequest = [&](const HttpRequest& request, bool done) {
            if (!done && request.url.path().endsWith("/send"_L1)) {
                world.clock.advanceSeconds(58);
                world.clock.setWall(world.clock.now().addYears(-1));
            }
        };
        const auto report = mustHave(sync::sendDue(desk.store, desk.server, world.clock));
        CHECK(report.handed == 1);
        CHECK(report.lapsed >= 1);
    }
    SECTION("are not asked for any more when the pull that they needed has outlasted their lease")
    {
        mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        FakeDevice& headless = world.addDevice();
        world.server.hides = [](const QString& entity, const QUuid&) { return entity == u"resource_site"_s; };
        mustHave(sync::pullChanges(headless.store.sync(), headless.server));
        world.server.hides = {};
        ++world.server.sight; // What it lacks comes with a snapshot.
        bool outlasted = false;
        int askedTooLate = 0;
        headless.wire.onRequest = [&](const HttpRequest& request, bool done) {
            const QString path = request.url.path();
            if (!done && path.endsWith("/snapshot"_L1)) {
                world.clock.advanceMinutes(2);
                outlasted = true;
            } else if (path.endsWith("/claim"_L1)) {
                outlasted = false;
            } else if (!done && outlasted && path.endsWith("/send"_L1)) {
                ++askedTooLate;
            }
        };
        const auto report = mustHave(sync::sendDue(headless.store, headless.server, world.clock));
        CHECK(report.lapsed == 2);
        CHECK(askedTooLate == 0);
        CHECK(world.server.timesCarried(shared.text) == 0);
        CHECK(mustHave(sync::sendDue(headless.store, headless.server, world.clock)).handed == 2);
        CHECK(world.server.timesCarried(shared.text) == 1);
    }
    SECTION("with a fence that is no longer the latest are refused by the gateway and left to the other agent")
    {
        mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        mustHave(sync::pullChanges(desk.store.sync(), desk.server));
        FakeDevice& headless = world.addDevice();
        bool stolen = false;
        desk.wire.onRequest = [&](const HttpRequest& request, bool done) {
            if (done || stolen || !request.url.path().endsWith("/send"_L1))
                return;
            stolen = true; // This desk slept; its leases lapsed, and another agent took over.
            world.clock.advanceMinutes(2);
            headless.turn();
        };
        mustHave(sync::sendDue(desk.store, desk.server, world.clock));
        CHECK(world.server.timesCarried(shared.text) == 1);
        CHECK(world.server.timesCarried(shared.email) == 1);
    }
    SECTION("go on when the server stumbles over one of them")
    {
        mustHave(sync::pushOutgoing(desk.store.sync(), desk.server));
        mustHave(sync::pullChanges(desk.store.sync(), desk.server));
        desk.wire.script = {Fault::None, Fault::Status500}; // claim, the first send
        const auto report = mustHave(sync::sendDue(desk.store, desk.server, world.clock));
        CHECK(report.handed == 1);
        REQUIRE(report.trouble);
        CHECK(report.trouble->code == ErrorCode::ServerTrouble);
    }
}

TEST_CASE("turn: what the desktop shows of it", "[sync][turn]")
{
    FakeWorld world;
    FakeDevice& desk = world.addDevice();
    SyncStore& store = desk.store.sync();
    const auto fact = [&](QLatin1String name) { return mustHave(store.fact(name)); };

    SECTION("is the time of the last good one")
    {
        CHECK_FALSE(desk.turn().trouble);
        CHECK(fact(sync::facts::lastSyncAt).toLongLong() == world.clock.now().toMSecsSinceEpoch());
        CHECK(fact(sync::facts::lastSyncError).isEmpty());
    }
    SECTION("is a sentence while there is trouble, which goes when the trouble goes")
    {
        desk.wire.script = {Fault::NotSent};
        CHECK(desk.turn().trouble);
        CHECK(fact(sync::facts::lastSyncError).contains(u"can't be reached"_s));
        CHECK(fact(sync::facts::lastSyncAt).isEmpty());
        desk.turn();
        CHECK(fact(sync::facts::lastSyncError).isEmpty());
    }
    SECTION("is since when no server is reached, and when it is tried again, until one is")
    {
        desk.wire.script = {Fault::NotSent, Fault::NotSent};
        desk.turn();
        const QString since = fact(sync::facts::offlineSince);
        CHECK(since.toLongLong() == world.clock.now().toMSecsSinceEpoch());
        world.clock.advanceMs(60000);
        desk.turn();
        CHECK(fact(sync::facts::offlineSince) == since);
        mustWork(sync::keepNextTry(store, world.clock, 5000));
        CHECK(fact(sync::facts::nextTryAt).toLongLong() == world.clock.now().toMSecsSinceEpoch() + 5000);
        desk.turn();
        CHECK(fact(sync::facts::offlineSince).isEmpty());
        CHECK(fact(sync::facts::nextTryAt).isEmpty());
    }
    SECTION("is what the server leaves to its headless agent, which is no trouble and asked for once a turn")
    {
        world.server.leftToHeadless = 3;
        const int claims = world.server.claims();
        CHECK_FALSE(desk.turn().trouble);
        CHECK(world.server.claims() == claims + 1);
        CHECK(fact(sync::facts::leftToHeadless) == QStringLiteral("3"));
        world.server.leftToHeadless = 0;
        desk.turn();
        CHECK(fact(sync::facts::leftToHeadless).isEmpty());
    }
    SECTION("is what stops the carrier, in the server's words")
    {
        world.server.carrierTrouble = QStringLiteral("The text carrier has suspended the agency's account.");
        desk.turn();
        CHECK(fact(sync::facts::carrierTrouble) == world.server.carrierTrouble);
        desk.wire.script = {Fault::NotSent};
        desk.turn();
        CHECK_FALSE(fact(sync::facts::carrierTrouble).isEmpty());
        world.server.carrierTrouble.clear();
        desk.turn();
        CHECK(fact(sync::facts::carrierTrouble).isEmpty());
    }
    SECTION("is that somebody must sign in again, which being offline does not change")
    {
        world.server.token = "revoked";
        CHECK(desk.turn().trouble->code == ErrorCode::Unauthorized);
        CHECK(fact(sync::facts::signInNeeded) == QStringLiteral("yes"));
        desk.wire.script = {Fault::NotSent};
        desk.turn();
        CHECK(fact(sync::facts::signInNeeded) == QStringLiteral("yes"));
        world.server.token = "good-token";
        CHECK_FALSE(desk.turn().trouble);
        CHECK(fact(sync::facts::signInNeeded).isEmpty());
    }
    SECTION("is the server's word that this device's data go, which only a refused device asks for")
    {
        world.server.wipe = true;
        CHECK_FALSE(desk.turn().wipeOrdered);
        world.server.token = "revoked";
        CHECK(desk.turn().wipeOrdered);
        world.server.wipe = false;
        CHECK_FALSE(desk.turn().wipeOrdered);
    }
    SECTION("does not wake the desktop at each poll while nothing happens")
    {
        desk.turn();
        const qint64 version = desk.store.version();
        for (int i = 0; i < 20; ++i) {
            world.clock.advanceSeconds(1);
            desk.turn();
        }
        CHECK(desk.store.version() == version);
        world.clock.advanceSeconds(60);
        desk.turn();
        CHECK(desk.store.version() == version + 1);
    }
    SECTION("pulls the client's answers though the push has trouble of its own")
    {
        desk.edit(u"client"_s, world.ids.next(), named(u"Ana"_s));
        world.server.put(u"client"_s, world.ids.next(), named(u"Bob"_s));
        desk.wire.script = {Fault::Status500};
        const sync::CycleReport report = desk.turn();
        CHECK(report.trouble);
        CHECK(report.pulled == 1);
        CHECK(desk.store.outbox().size() == 1);
    }
    SECTION("asks nothing more of a server that is away")
    {
        desk.edit(u"client"_s, world.ids.next(), named(u"Ana"_s));
        desk.wire.script = {Fault::NotSent};
        desk.turn();
        CHECK(desk.wire.requests.size() == 1);
    }
}
