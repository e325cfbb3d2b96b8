// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/catch.h"
#include "tests/support/memorystore.h"
#include "tests/support/sequentialids.h"

namespace handrail::tests {

/// An agency with a worker, a client who can be texted and mailed, and three resource sites in follow-up order.
struct SampleOffice
{
    Agency agency;
    User worker;
    Client client;
    QList<ResourceSite> sites; ///< Food Pantry, Homeless Shelter, Legal Aid

    [[nodiscard]] QList<ResourceSiteId> siteIds() const
    {
        QList<ResourceSiteId> ids;
        for (const ResourceSite& site : sites)
            ids.append(site.id);
        return ids;
    }
};

/// Puts records into any store as if they had been pulled.
class PulledRecords
{
public:
    explicit PulledRecords(LocalStore& store)
        : m_store(store)
    {
    }
    template <typename T>
    void put(const char* entity, const QUuid& key, const T& value)
    {
        putFields(QString::fromLatin1(entity), key, records::fieldsOf(value));
    }
    void putFields(const QString& entity, const QUuid& key, const QJsonObject& fields)
    {
        m_last = nextStamp(m_last, m_last.wallMs, m_last.device);
        mustWork(m_store.sync().apply({{ChangeId(m_ids.next()), entity, key, m_last, fields, ++m_seq}}, m_seq));
    }

private:
    LocalStore& m_store;
    SequentialIds m_ids{0xfffc};
    // Far ahead, so that what is pulled wins over what the test's desk wrote before.
    Stamp m_last{4'000'000'000'000, 0, SequentialIds(0xfffb).next()};
    qint64 m_seq = 0;
};

/// Puts a SampleOffice into the store: a MemoryStore, or PulledRecords of any other.
template <typename Store>
SampleOffice openSampleOffice(Store& store, SequentialIds& ids)
{
    using namespace Qt::Literals::StringLiterals;
    SampleOffice office{.agency = {.id = AgencyId(ids.next())},
                        .worker = {.id = UserId(ids.next())},
                        .client = {.id = ClientId(ids.next())},
                        .sites = {}};
    office.agency.programName = u"Miami Valley Care"_s;
    office.agency.sendingNumber = u"+19374010653"_s;
    office.agency.sendingAddress = u"care@miami-valley.example.org"_s;
    office.agency.timeZone = u"America/New_York"_s;
    store.put("agency", office.agency.id.uuid(), office.agency);
    office.worker.displayName = u"Dana Reyes"_s;
    office.worker.email = u"dana@miami-valley.example.org"_s;
    store.put("user", office.worker.id.uuid(), office.worker);
    office.client.givenName = u"Maria"_s;
    office.client.familyName = u"Lopez"_s;
    office.client.timeZone = u"America/New_York"_s;
    office.client.assignedWorkerId = office.worker.id;
    office.client.contactPoints = {
        {ContactPointId(ids.next()), office.client.id, *PhoneNumber::fromE164(u"+19375550101"), u"Mobile"_s, true},
        {ContactPointId(ids.next()), office.client.id, *EmailAddress::parse(u"maria@example.org"), u"Home"_s, true}};
    store.put("client", office.client.id.uuid(), office.client);
    for (const ContactPoint& point : office.client.contactPoints)
        store.put("contact_point", point.id.uuid(), point);
    for (const auto& [service, organization] :
         {std::pair(u"Food Pantry"_s, u"Second Harvest"_s), std::pair(u"Homeless Shelter"_s, u"St. Vincent"_s),
          std::pair(u"Legal Aid"_s, u"Legal Aid of Western Ohio"_s)}) {
        const ResourceSite site{.id = ResourceSiteId(ids.next()),
                                .organizationName = organization,
                                .serviceName = service,
                                .address1 = u"1 Main Street"_s,
                                .city = u"Dayton"_s};
        store.put("resource_site", site.id.uuid(), site);
        office.sites.append(site);
    }
    return office;
}

} // namespace handrail::tests
