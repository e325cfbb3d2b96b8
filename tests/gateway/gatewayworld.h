// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/shareplan.h"
#include "server/gateway/gateway.h"
#include "tests/gateway/fakecarriers.h"
#include "tests/server/testserverstore.h"

namespace handrail::tests {

/// A server with an agency, a worker's desk, a headless agent, fake carriers, and clients who get shares. The share
/// is made at noon in New York (16:00 UTC), so follow-ups are due at noon.
struct GatewayWorld
{
    TestServerStore store;
    std::unique_ptr<server::Database> db = store.open();
    server::Databases databases{store.settings, store.news};
    FakeTexts texts;
    FakeMail mail;
    std::unique_ptr<server::Gateway> gateway;
    UserId worker{store.ids.next()};
    server::Session desk{store.agency.id, worker, DeviceId(store.ids.next()), Role::Worker};
    server::Session agent{store.agency.id, UserId(store.ids.next()), DeviceId(store.ids.next()), Role::Agent};
    PhoneNumber phone = *PhoneNumber::fromE164(QStringLiteral("+19375550101"));
    EmailAddress email = *EmailAddress::parse(u"Maria@client.example");

    GatewayWorld()
    {
        store.clock.setWall(QDateTime(QDate(2026, 10, 5), QTime(16, 0), Qt::UTC));
        restart();
    }
    /// The process ends and another begins.
    void restart()
    {
        gateway = std::make_unique<server::Gateway>(
            databases, server::Carriers{&texts, &mail},
            server::GatewaySettings{.publicUrl = QStringLiteral("https://h.example")}, store.environment);
    }

    Client addClient(const QString& name)
    {
        const Client client{.id = ClientId(store.ids.next()),
                            .givenName = name,
                            .familyName = QStringLiteral("Lopez"),
                            .timeZone = QStringLiteral("America/New_York"),
                            .assignedWorkerId = worker};
        const ContactPoint point{ContactPointId(store.ids.next()), client.id, phone, {}, true, true, false};
        store.write(*db, {records::editOf("client", client.id.uuid(), client),
                          records::editOf("contact_point", point.id.uuid(), point)});
        return client;
    }

    /// `count` referrals shared now by text, by email too where `withEmail`.
    SharePlan share(const Client& client, int count = 3, bool withEmail = false)
    {
        QList<Edit> edits;
        QList<Referral> referrals;
        for (int i = 0; i < count; ++i) {
            const ResourceSite site{.id = ResourceSiteId(store.ids.next()),
                                    .serviceName = QStringLiteral("Service %1").arg(i)};
            const Referral referral{ReferralId(store.ids.next()), client.id, site.id,
                                    ReferralStatus::Unstarted,    worker,    store.clock.now()};
            edits.append(records::editOf("resource_site", site.id.uuid(), site));
            edits.append(records::editOf("referral", referral.id.uuid(), referral));
            referrals.append(referral);
        }
        const auto plan = mustHave(planShare({.agency = store.agency,
                                              .client = client,
                                              .worker = worker,
                                              .referrals = referrals,
                                              .text = {true, phone, {}, false},
                                              .email = {withEmail, email, {}, false},
                                              .consentTicked = true,
                                              .consentWording = QStringLiteral("I agree"),
                                              .consentLanguage = QStringLiteral("en"),
                                              .now = store.clock.now(),
                                              .newId = [this] { return store.ids.next(); }}));
        edits.append(records::editOf("share", plan.share.id.uuid(), plan.share));
        edits.append(records::editOf("consent", plan.consent.id.uuid(), plan.consent));
        for (const Message& message : plan.messages)
            edits.append(records::editOf("message", message.id.uuid(), message));
        store.write(*db, edits);
        return plan;
    }

    static Message pick(const SharePlan& plan, MessageKind kind, Channel channel, int index = 0)
    {
        for (const Message& message : plan.messages)
            if (message.kind == kind && message.channel() == channel && index-- == 0)
                return message;
        FAIL("no such message in the plan");
        return plan.messages.first();
    }

    QList<protocol::Lease> claim() { return mustHave(gateway->claim(agent, 20)).leases; }
    protocol::Lease claimOne()
    {
        const auto leases = claim();
        REQUIRE(leases.size() == 1);
        return leases.first();
    }
    static protocol::SendRequest written(const protocol::Lease& lease)
    {
        return {.fence = lease.fence,
                .subject = QStringLiteral("Harbor House"),
                .body = QStringLiteral("Harbor House: please see ") + lease.link +
                        QStringLiteral(" Reply STOP to opt out."),
                .html = {}};
    }
    Result<protocol::SendAnswer> trySend(const protocol::Lease& lease)
    {
        return gateway->send(agent, lease.messageId, written(lease));
    }
    MessageState send(const protocol::Lease& lease) { return mustHave(trySend(lease)).state; }
    /// Claims and sends all that may leave now; how many left. A real carrier's report may overtake its own answer.
    int sendAll()
    {
        int sent = 0;
        for (const protocol::Lease& lease : claim()) {
            const MessageState state = send(lease);
            if (state == MessageState::Sent || state == MessageState::Delivered)
                ++sent;
        }
        return sent;
    }

    Message message(const MessageId& id)
    {
        const auto fields = mustHave(server::RecordReader(*db, store.agency.id).find(u"message", id.uuid()));
        REQUIRE(fields.has_value());
        return mustHave(records::readMessage(id.uuid(), *fields));
    }
    MessageState stateOf(const Message& m) { return message(m.id).state; }
    ReferralStatus statusOf(const ReferralId& id)
    {
        const auto fields = mustHave(server::RecordReader(*db, store.agency.id).find(u"referral", id.uuid()));
        return mustHave(records::readReferral(id.uuid(), fields.value())).status;
    }
    QList<Activity> activities(const QString& condition = QStringLiteral("1 = 1"))
    {
        QList<Activity> all;
        for (const auto& row : mustHave(server::RecordReader(*db, store.agency.id).select(u"activity", condition, {})))
            all.append(mustHave(records::readActivity(row.key, row.fields)));
        return all;
    }
    QList<Activity> events(MessageState state)
    {
        QList<Activity> all;
        for (const Activity& activity : activities())
            if (activity.kind == ActivityKind::MessageEvent && activity.messageState == state)
                all.append(activity);
        return all;
    }
    QList<Reply> replies()
    {
        QList<Reply> all;
        for (const auto& row :
             mustHave(server::RecordReader(*db, store.agency.id).select(u"reply", QStringLiteral("1 = 1"), {})))
            all.append(mustHave(records::readReply(row.key, row.fields)));
        return all;
    }
    int count(const QString& sql)
    {
        auto row = mustHave(db->query(sql));
        REQUIRE(row.next());
        return row.value(0).toInt();
    }

    void optOut(const Address& address, bool out = true)
    {
        const OptOut entry{OptOutId(store.ids.next()), address, out, OptOut::Source::WorkerSaid, {}, store.clock.now()};
        store.write(*db, {records::editOf("opt_out", entry.id.uuid(), entry)});
    }
    void withdraw(const SharePlan& plan)
    {
        const ConsentWithdrawal withdrawal{store.ids.next(), plan.consent.id,   plan.share.id,
                                           worker,           store.clock.now(), QStringLiteral("She changed her mind")};
        store.write(*db, {records::editOf("consent_withdrawal", withdrawal.id, withdrawal)});
    }
    void setStatus(const ReferralId& id, ReferralStatus status)
    {
        store.write(
            *db, {Edit{QStringLiteral("referral"), id.uuid(), {{QStringLiteral("status"), records::nameOf(status)}}}});
    }
    void receive(const QString& body, const QString& from = QStringLiteral("+19375550101"))
    {
        texts.inbox.append(InboundText{.carrierId = QStringLiteral("IN%1").arg(texts.inbox.size() + 1),
                                       .from = from,
                                       .to = store.agency.sendingNumber,
                                       .body = body,
                                       .receivedAt = store.clock.now()});
    }
    int poll() { return mustHave(gateway->poll()); }
    int reconcile() { return mustHave(gateway->reconcile()); }
};

} // namespace handrail::tests
