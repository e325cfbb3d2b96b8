// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/mailintake.h"
#include "tests/storefaults/serverworld.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

/// Ids of what a desk makes, the same in each run.
QUuid made(uchar n)
{
    return {0x01920000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 7, n};
}

Result<void> push(ServerProcess& server, const ServerGround& ground, const QList<Edit>& edits)
{
    QList<Change> changes;
    uchar n = 100;
    for (const Edit& edit : edits)
        changes.append({ChangeId(made(++n)), edit.entity, edit.key,
                        {ground.at.toMSecsSinceEpoch() + n, 0, ground.desk.deviceId.uuid()}, edit.fields});
    return server.ask("POST", "/v1/changes", ground.token, protocol::toJson(protocol::PushRequest{changes}));
}

Result<void> pushNewClient(ServerProcess& server, const ServerGround& ground)
{
    const Client client{.id = ClientId(made(1)), .givenName = u"Rosa"_s, .familyName = u"Diaz"_s,
                        .timeZone = u"America/New_York"_s, .assignedWorkerId = ground.desk.userId};
    const ContactPoint point{ContactPointId(made(2)), client.id, *PhoneNumber::fromE164(u"+19375550104"_s), {}, true,
                             true, false};
    const Referral referral{ReferralId(made(3)), client.id, ground.site,
                            ReferralStatus::Unstarted, ground.desk.userId, ground.at};
    return push(server, ground, {records::editOf("client", client.id.uuid(), client),
                                 records::editOf("contact_point", point.id.uuid(), point),
                                 records::editOf("referral", referral.id.uuid(), referral)});
}

Result<void> pushEdit(ServerProcess& server, const ServerGround& ground)
{
    return push(server, ground, {{u"referral"_s, ground.asked.share.referralIds.first().uuid(),
                                  {{u"status"_s, records::nameOf(ReferralStatus::InReview)}}}});
}

Result<void> pushWithdrawal(ServerProcess& server, const ServerGround& ground)
{
    const ConsentWithdrawal withdrawal{made(4), ground.asked.consent.id, ground.asked.share.id,
                                       ground.desk.userId, ground.at, u"She changed her mind"_s};
    return push(server, ground, {records::editOf("consent_withdrawal", withdrawal.id, withdrawal)});
}

template <typename T>
Result<void> isOk(const Result<T>& result)
{
    return result ? Result<void>() : result.error();
}

QByteArray pathOf(const MessageId& id, const QByteArray& deed)
{
    return "/v1/messages/" + id.toString().toLatin1() + '/' + deed;
}

Result<void> receive(ServerProcess& server, const ServerGround& ground, const QString& body)
{
    return isOk(server.gateway.receive({.carrierId = u"IN1"_s, .from = u"+19375550101"_s, .to = u"+19375550100"_s,
                                        .body = body, .receivedAt = ground.at}));
}

Result<void> takeMail(ServerProcess& server, const InboundMail& mail)
{
    if (server.box.mails.isEmpty())
        server.box.put(mail);
    const auto round = server::MailIntake(server.databases, server.box, server.environment).poll();
    // It goes on with other mails, and comes again.
    if (round && round->unreadable > 0)
        return Error{ErrorCode::StorageTrouble, u"A mail was left for the next round."_s};
    return isOk(round);
}

} // namespace

const QList<ServerPath>& serverPaths()
{
    using P = ServerProcess;
    using G = ServerGround;
    static const QList<ServerPath> paths = QList<ServerPath>{
        {"push: a new client", pushNewClient},
        {"push: a status", pushEdit},
        {"push: consent withdrawn", pushWithdrawal},
        {"sign in", [](P& p, const G&) {
             return p.ask("POST", "/v1/sign-in", {},
                          protocol::toJson(protocol::SignInRequest{
                              u"ana@harbor.example"_s, u"correct horse"_s, made(5), u"New desk"_s}));
         }},
        {"sign out", [](P& p, const G& g) { return p.ask("POST", "/v1/sign-out", g.token, {}); }},
        {"devices: revoke", [](P& p, const G& g) {
             return p.ask("POST", "/v1/devices/" + g.otherDevice.toString(QUuid::WithoutBraces).toLatin1() + "/revoke",
                          g.token, {});
         }},
        {"snapshot: begin", [](P& p, const G& g) { return p.ask("GET", "/v1/snapshot", g.token, {}); }},
        {"people: change", [](P& p, const G& g) {
             return p.ask("POST", "/v1/admin/people/" + g.desk.userId.toString().toLatin1(), g.adminToken,
                          {{u"name"_s, u"Ana M"_s}, {u"role"_s, u"supervisor"_s}});
         }},
        {"people: disable", [](P& p, const G& g) {
             return p.ask("POST", "/v1/admin/people/" + g.desk.userId.toString().toLatin1(), g.adminToken,
                          {{u"disabled"_s, true}});
         }},
        {"privacy: erase a client", [](P& p, const G& g) {
             return p.ask("POST", "/v1/admin/clients/" + g.asked.share.clientId.toString().toLatin1() + "/erase",
                          g.adminToken, {});
         }},
        {"gateway: claim", [](P& p, const G& g) { return isOk(p.gateway.claim(g.agent, 20)); }},
        {"gateway: send", [](P& p, const G& g) {
             return isOk(p.gateway.send(g.agent, g.lease.messageId, GatewayWorld::written(g.lease)));
         }},
        {"gateway: release", [](P& p, const G& g) {
             return isOk(p.gateway.release(g.agent, g.lease.messageId, {g.lease.fence, u"No template."_s}));
         }},
        {"gateway: give up", [](P& p, const G& g) {
             return p.ask("POST", pathOf(GatewayWorld::pick(g.fresh, MessageKind::FollowUp, Channel::Text).id, "decision"),
                          g.token, protocol::toJson(protocol::DecisionRequest{.note = u"Told her by phone."_s}));
         }},
        {"gateway: a printed link", [](P& p, const G& g) {
             return p.ask("POST", "/v1/printed-links", g.token,
                          protocol::toJson(protocol::PrintedLinkRequest{g.asked.share.clientId, g.asked.share.referralIds,
                                                                        u"es"_s, true}));
         }},
        {"gateway: an answer by text", [](P& p, const G& g) { return receive(p, g, u"1"_s); }},
        {"gateway: STOP", [](P& p, const G& g) { return receive(p, g, u"STOP"_s); }, true},
        {"gateway: words by text", [](P& p, const G& g) { return receive(p, g, u"Is it open on Sunday?"_s); }},
        {"gateway: a report", [](P& p, const G& g) {
             return isOk(p.gateway.report(g.reference, {g.carrierId, {.state = MessageState::Delivered}}));
         }},
        {"mail: a bounce", [](P& p, const G& g) {
             const Message initial = GatewayWorld::pick(g.asked, MessageKind::Initial, Channel::Email);
             return takeMail(p, {.from = u"MAILER-DAEMON@mx.test"_s, .automatic = true,
                                 .reports = {{.action = DeliveryAction::Failed, .status = u"5.1.1"_s,
                                              .aboutIds = {initial.id.toString()}}}});
         }},
        {"mail: a reply", [](P& p, const G& g) {
             const Message initial = GatewayWorld::pick(g.asked, MessageKind::Initial, Channel::Email);
             return takeMail(p, {.from = u"maria@client.example"_s, .answers = {initial.id.toString() + u"@harbor.example"_s},
                                 .subject = u"Re: Harbor House"_s, .text = u"Thank you"_s});
         }},
        {"page: an answer", [](P& p, const G& g) { return p.press(g.answerPath, "answer=yes"); }},
        {"page: unsubscribe", [](P& p, const G& g) { return p.press(g.unsubscribePath, "confirm=yes"); }},
        {"agency: settings", [](P& p, const G&) -> Result<void> {
             const auto db = p.databases.here();
             if (!db)
                 return db.error();
             auto all = server::agencies(**db);
             if (!all)
                 return all.error();
             all->first().programName = u"Harbor Home"_s;
             return server::saveAgency(**db, all->first(), p.environment);
         }},
        {"agency: a new one", [](P& p, const G&) -> Result<void> {
             const auto db = p.databases.here();
             if (!db)
                 return db.error();
             return server::createAgency(**db, {.id = AgencyId(made(6)), .programName = u"Bridges"_s,
                                                .timeZone = u"America/Chicago"_s}, p.environment);
         }},
    } + adminPaths();
    return paths;
}

} // namespace handrail::tests
