// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storefaults/serverworld.h"

#include "server/auth/signin.h"
#include "server/gateway/gatewayroutes.h"
#include "server/pages/pages.h"
#include "server/routes/adminroutes.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

QByteArray signIn(GatewayWorld& world, const QString& email, const QUuid& device)
{
    const protocol::SignInRequest request{
        .email = email, .password = u"correct horse"_s, .deviceId = device, .deviceName = u"Desk"_s};
    return mustHave(server::signIn(*world.db, request, world.store.environment, {})).signedIn->token;
}

void addUser(GatewayWorld& world, const UserId& id, const QString& email, Role role)
{
    const User user{.id = id, .displayName = email, .email = email, .role = role};
    mustWork(server::addUser(*world.db, world.store.agency.id, user, u"correct horse"_s, world.store.environment));
}

Client addClient(GatewayWorld& world, const QString& name, const QString& phone)
{
    world.phone = *PhoneNumber::fromE164(phone);
    return world.addClient(name);
}

struct Pages
{
    QString answer;
    QString unsubscribe;
};
/// Sends all that is due: the page that the last text, and the unsubscribe page that the last email led to.
Pages sendAll(GatewayWorld& world)
{
    Pages pages;
    for (const protocol::Lease& lease : world.claim()) {
        REQUIRE(world.send(lease) == MessageState::Sent);
        if (lease.unsubscribeLink.isEmpty())
            pages.answer = QUrl(lease.link).path();
        else
            pages.unsubscribe = QUrl(lease.unsubscribeLink).path();
    }
    return pages;
}

ResourceSiteId siteOf(GatewayWorld& world, const SharePlan& plan)
{
    const QUuid referral = plan.share.referralIds.first().uuid();
    const auto fields = mustHave(server::RecordReader(*world.db, world.store.agency.id).find(u"referral", referral));
    return mustHave(records::readReferral(referral, fields.value())).siteId;
}

} // namespace

ServerGround layServerGround(const QString& file)
{
    GatewayWorld world;
    addUser(world, world.worker, u"ana@harbor.example"_s, Role::Worker);
    addUser(world, UserId(world.store.ids.next()), u"admin@harbor.example"_s, Role::Administrator);
    const QByteArray token = signIn(world, u"ana@harbor.example"_s, world.desk.deviceId.uuid());
    const QByteArray adminToken = signIn(world, u"admin@harbor.example"_s, world.store.ids.next());
    const QUuid otherDevice = world.store.ids.next();
    signIn(world, u"ana@harbor.example"_s, otherDevice);

    const SharePlan asked = world.share(addClient(world, u"Maria"_s, u"+19375550101"_s), 2, true);
    sendAll(world);
    world.store.clock.advanceDays(7);
    const Pages pages = sendAll(world);
    REQUIRE(pages.answer.startsWith(u"/f/"_s));
    REQUIRE(pages.unsubscribe.startsWith(u"/u/"_s));
    const SharePlan claimed = world.share(addClient(world, u"Jo"_s, u"+19375550102"_s), 1);
    const protocol::Lease lease = world.claimOne();
    const SharePlan fresh = world.share(addClient(world, u"Li"_s, u"+19375550103"_s), 1);
    mustHave(world.db->query(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    REQUIRE(QFile::copy(world.store.settings.name, file));
    return {.at = world.store.clock.now(), .desk = world.desk, .agent = world.agent, .token = token,
            .adminToken = adminToken, .otherDevice = otherDevice, .fresh = fresh, .claimed = claimed, .lease = lease,
            .site = siteOf(world, asked), .asked = asked, .answerPath = pages.answer,
            .unsubscribePath = pages.unsubscribe, .reference = world.texts.asked.last().reference,
            .carrierId = world.texts.accepted.last().carrierId};
}

ServerProcess::ServerProcess(const QString& file, const server::Environment& around)
    : environment(around)
    , databases({.name = file}, news)
    , gateway(databases, {&texts, &mail}, {.publicUrl = u"https://h.example"_s}, environment)
    , pages(databases, environment)
{
    const server::RouteContext context{databases, environment};
    registerAccountRoutes(router, context);
    registerDeviceRoutes(router, context);
    registerSecondFactorRoutes(router, context);
    registerSyncRoutes(router, context);
    registerPeopleRoutes(router, context);
    registerPrivacyRoutes(router, context);
    registerGatewayRoutes(router, databases, gateway, environment);
    registerPages(router, pages);
}

Result<void> ServerProcess::ask(const QByteArray& method, const QByteArray& path, const QByteArray& token,
                                const QJsonObject& body)
{
    server::Request request{.method = method, .path = path, .body = QJsonDocument(body).toJson()};
    if (!token.isEmpty())
        request.headers.emplace_back("Authorization", "Bearer " + token);
    const server::Response answer = router.route(request);
    const QJsonObject said = QJsonDocument::fromJson(answer.body).object();
    if (answer.status >= 300)
        return protocol::readError(said);
    // A push is answered change by change.
    for (const QJsonValue& result : said[u"results"].toArray())
        if (result.toObject()[u"status"].toString() == "refused"_L1)
            return Error{ErrorCode::Conflict, result.toObject()[u"sentence"].toString()};
    return {};
}

Result<void> ServerProcess::press(const QString& path, const QByteArray& form)
{
    const server::Response answer =
        router.route({.method = "POST", .path = path.toLatin1(),
                      .headers = {{"Content-Type", "application/x-www-form-urlencoded"}}, .body = form});
    if (answer.status < 300)
        return {};
    // The page has its sentence for clients; which one is the pages' own test.
    return Error{answer.status == 503 ? ErrorCode::StorageTrouble : ErrorCode::Internal,
                 u"The page was answered with %1."_s.arg(answer.status)};
}

} // namespace handrail::tests
