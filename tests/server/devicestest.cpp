// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/wiresignin.h"
#include "tests/server/testserver.h"

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<protocol::Device> devicesOf(TestServer& server, const QByteArray& token, const QByteArray& query = {})
{
    return mustHave(protocol::readDevicesAnswer(server.send("GET", "/v1/devices" + query, token).json())).devices;
}

QByteArray revokePath(const QUuid& device)
{
    return "/v1/devices/" + device.toByteArray(QUuid::WithoutBraces) + "/revoke";
}

/// A request that waits for news, under way.
std::unique_ptr<QTcpSocket> waitForNews(TestServer& server, const QByteArray& token, qint64 since)
{
    auto socket = server.http.connect();
    sendTo(*socket, httpText("GET", "/v1/changes?wait=25&since=" + QByteArray::number(since), {},
                             "Authorization: Bearer " + token + "\r\n"));
    return socket;
}

qint64 lastSeq(TestServer& server)
{
    auto db = server.store.open();
    return mustHave(RecordReader(*db, server.store.agency.id).lastSeq());
}

int leases(TestServer& server)
{
    auto db = server.store.open();
    auto row = mustHave(db->query(u"SELECT COUNT(*) FROM lease"_s));
    REQUIRE(row.next());
    return row.value(0).toInt();
}

void giveLease(TestServer& server, const QUuid& device)
{
    auto db = server.store.open();
    mustHave(
        db->query(u"INSERT INTO lease (agency_id, message_id, fence, device_id, expires_at) VALUES (?, ?, 1, ?, ?)"_s,
                  {bound(server.store.agency.id), bound(server.store.ids.next()), bound(device),
                   server.store.clock.now().addSecs(120).toMSecsSinceEpoch()}));
}

} // namespace

TEST_CASE("devices: listed and signed out", "[server][auth][signin]")
{
    TestServer server;
    const User maria = server.addUser(u"maria@example.org"_s);
    const User ben = server.addUser(u"ben@example.org"_s);
    const User admin = server.addUser(u"admin@example.org"_s, Role::Administrator);
    const QUuid desk = server.store.ids.next();
    const QUuid laptop = server.store.ids.next();
    const QByteArray atDesk = server.signIn(maria.email, desk);
    server.store.clock.advanceMinutes(5);
    const QByteArray atLaptop = server.signIn(maria.email, laptop);
    const QByteArray bens = server.signIn(ben.email, server.store.ids.next());
    const QByteArray admins = server.signIn(admin.email, server.store.ids.next());

    SECTION("a user sees their own, with this one marked")
    {
        const auto devices = devicesOf(server, atDesk);
        REQUIRE(devices.size() == 2);
        CHECK(devices[0].id.uuid() == laptop);
        CHECK_FALSE(devices[0].isThis);
        CHECK(devices[1].isThis);
        CHECK(devices[1].name == u"desk"_s);
        CHECK(devices[1].madeAt == server.store.clock.now().addSecs(-300));
    }
    SECTION("one that was not used for 90 days is not listed")
    {
        server.store.clock.advanceDays(89);
        CHECK(server.send("GET", "/v1/changes", atLaptop).status == 200);
        server.store.clock.advanceDays(2);
        CHECK(devicesOf(server, atLaptop).size() == 1);
    }
    SECTION("another user's are an administrator's business alone")
    {
        const QByteArray query = "?user=" + maria.id.toString().toLatin1();
        CHECK(devicesOf(server, admins, query).size() == 2);
        CHECK(server.send("GET", "/v1/devices" + query, bens).status == 403);
        CHECK(server.send("GET", "/v1/devices?user=x", bens).status == 400);
        CHECK(server.send("GET", "/v1/devices", {}).status == 401);
        CHECK(server.post(revokePath(desk), bens, {}).status == 404);
        CHECK(server.post(revokePath(server.store.ids.next()), bens, {}).status == 404);
        CHECK(server.post("/v1/devices/x/revoke", bens, {}).status == 400);
        CHECK(server.send("GET", "/v1/changes", atDesk).status == 200);
        CHECK(server.post(revokePath(desk), admins, {}).status == 200);
        CHECK(server.send("GET", "/v1/changes", atDesk).status == 401);
    }
    SECTION("one that is signed out is refused at its next request, and what waits of it ends at once")
    {
        giveLease(server, desk);
        giveLease(server, laptop);
        const auto waiting = waitForNews(server, atDesk, lastSeq(server));
        CHECK(server.post(revokePath(desk), atLaptop, {}).status == 200);
        CHECK(readAnswer(*waiting, 10000).status == 401);
        CHECK(server.send("GET", "/v1/changes", atDesk).status == 401);
        CHECK(server.send("GET", "/v1/changes", atLaptop).status == 200);
        CHECK(devicesOf(server, atLaptop).size() == 1);
        CHECK(server.post(revokePath(desk), atLaptop, {}).status == 404);
        CHECK(leases(server) == 1);
    }
    SECTION("one that was lost is told to wipe its data, as soon as it asks, and nobody else is")
    {
        const auto wipes = [&](const QByteArray& token) {
            return server.post("/v1/wipe", token, {}).json()[u"wipe"].toBool();
        };
        CHECK_FALSE(wipes(atDesk)); // it works: nothing is ordered
        CHECK(server.post(revokePath(desk), bens, {{u"wipe"_s, true}}).status == 404);
        CHECK_FALSE(wipes(atDesk));
        CHECK(server.post(revokePath(desk), atLaptop, {{u"wipe"_s, true}}).status == 200);
        CHECK(server.send("GET", "/v1/changes", atDesk).status == 401);
        CHECK(wipes(atDesk));
        CHECK(wipes(atDesk)); // the answer may have been lost on the way
        for (const QByteArray& other : {atLaptop, bens, QByteArray("nonsense"), QByteArray()})
            CHECK_FALSE(wipes(other));
    }
    SECTION("one that was only signed out is not wiped, and may be told to later")
    {
        CHECK(server.post(revokePath(desk), atLaptop, {}).status == 200);
        CHECK_FALSE(server.post("/v1/wipe", atDesk, {}).json()[u"wipe"].toBool());
        CHECK(server.post(revokePath(desk), admins, {{u"wipe"_s, true}}).status == 200);
        CHECK(server.post("/v1/wipe", atDesk, {}).json()[u"wipe"].toBool());
    }
    SECTION("one on which its user signs in again is not wiped")
    {
        CHECK(server.post(revokePath(desk), atLaptop, {{u"wipe"_s, true}}).status == 200);
        const QByteArray again = server.signIn(maria.email, desk);
        CHECK(server.send("GET", "/v1/changes", again).status == 200);
        CHECK_FALSE(server.post("/v1/wipe", again, {}).json()[u"wipe"].toBool());
        CHECK_FALSE(server.post("/v1/wipe", atDesk, {}).json()[u"wipe"].toBool());
    }
    SECTION("whoever knows a colleague's device can't sign it out by signing in as it")
    {
        CHECK(server.signInAnswer(ben.email, u"correct horse"_s, desk).status == 409);
        CHECK(server.send("GET", "/v1/changes", atDesk).status == 200);
    }
}

TEST_CASE("accounts: disabled at once everywhere", "[server][auth][signin]")
{
    TestServer first;
    TestServer second(first.shared);
    const User maria = first.addUser(u"maria@example.org"_s);
    const QUuid desk = first.store.ids.next();
    const QByteArray token = first.signIn(maria.email, desk);
    const QByteArray other = second.signIn(maria.email, first.store.ids.next());
    giveLease(first, desk);
    const auto waiting = waitForNews(first, token, lastSeq(first));
    CHECK(second.send("GET", "/v1/changes", token).status == 200);

    // Written by the first process, with its news.
    auto db = first.store.open();
    first.store.write(*db, {{u"user"_s, maria.id.uuid(), {{u"disabled"_s, true}}}});

    CHECK(second.send("GET", "/v1/changes", token).status == 401);
    CHECK(second.send("GET", "/v1/changes", other).status == 401);
    CHECK(second.signInAnswer(maria.email, u"correct horse"_s, desk).status == 401);
    CHECK(readAnswer(*waiting, 10000).status == 401);
    CHECK(leases(first) == 0);

    SECTION("and enabled again, everybody signs in anew")
    {
        first.store.write(*db, {{u"user"_s, maria.id.uuid(), {{u"disabled"_s, false}}}});
        CHECK(second.send("GET", "/v1/changes", token).status == 401);
        CHECK(second.signInAnswer(maria.email, u"correct horse"_s, desk).status == 200);
    }
}
