// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/fakeworld.h"

#include "core/domain/records/codec.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

SharedReferral::SharedReferral(FakeWorld& world, EditStore& desk)
    : client(world.ids.next())
    , referral(world.ids.next())
    , share(world.ids.next())
    , text(world.ids.next())
    , email(world.ids.next())
    , followUp(world.ids.next())
{
    FakeServer& server = world.server;
    const QDateTime now = world.clock.now();
    const Agency agency{.id = server.agency,
                        .programName = u"Open Door"_s,
                        .sendingNumber = u"+19375550100"_s,
                        .sendingAddress = u"hello@opendoor.example"_s,
                        .timeZone = u"America/New_York"_s};
    const ResourceSite site{.id = ResourceSiteId(world.ids.next()),
                            .organizationName = u"Second Harvest"_s,
                            .serviceName = u"Food Pantry"_s};
    server.put(u"agency"_s, agency.id.uuid(), records::fieldsOf(agency));
    server.put(u"user"_s, server.worker.id.uuid(), records::fieldsOf(server.worker));
    server.put(u"resource_site"_s, site.id.uuid(), records::fieldsOf(site));

    const Address phone = *PhoneNumber::fromE164(u"+19375550101");
    const Address mail = *EmailAddress::parse(u"ana@mail.example");
    const auto message = [&](const MessageId& id, const Address& address, int days) {
        const bool isFollowUp = days > 0;
        const Message value{.id = id,
                            .shareId = share,
                            .clientId = client,
                            .referralId = isFollowUp ? std::optional(referral) : std::nullopt,
                            .kind = isFollowUp ? MessageKind::FollowUp : MessageKind::Initial,
                            .address = address,
                            .dueAt = now.addDays(days),
                            .language = u"en"_s};
        return records::editOf("message", id.uuid(), value);
    };
    mustWork(desk.commit(
        {records::editOf("client", client.uuid(),
                         Client{.id = client, .givenName = u"Ana"_s, .familyName = u"Ruiz"_s, .timeZone = u"UTC"_s}),
         records::editOf("referral", referral.uuid(),
                         Referral{.id = referral,
                                  .clientId = client,
                                  .siteId = site.id,
                                  .createdBy = server.worker.id,
                                  .createdAt = now}),
         records::editOf("share", share.uuid(),
                         Share{.id = share,
                               .clientId = client,
                               .sharedBy = server.worker.id,
                               .sharedAt = now,
                               .referralIds = {referral},
                               .addresses = {phone, mail},
                               .language = u"en"_s,
                               .timeZone = u"UTC"_s}),
         message(text, phone, 0), message(email, mail, 0), message(followUp, phone, 7)}));
}

} // namespace handrail::tests
