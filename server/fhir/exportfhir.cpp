// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fhir/exportfhir.h"

#include "core/domain/records/codec.h"
#include "server/fhir/resources.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::fhir {

namespace {

constexpr int pageSize = 500;

/// The records that fit `condition`, read into values.
template <class T>
Result<QList<T>> readAll(RecordReader& reader, QStringView entity, const QString& condition, const QVariantList& values,
                         Result<T> (*read)(const QUuid&, const QJsonObject&))
{
    const auto rows = reader.select(entity, condition, values);
    if (!rows)
        return rows.error();
    QList<T> all;
    for (const Record& row : *rows) {
        auto value = read(row.key, row.fields);
        if (!value)
            return value.error();
        all.append(std::move(value).value());
    }
    return all;
}

template <class T>
Result<T> readOne(RecordReader& reader, QStringView entity, const QUuid& key, const T& otherwise,
                  Result<T> (*read)(const QUuid&, const QJsonObject&))
{
    const auto fields = reader.find(entity, key);
    if (!fields)
        return fields.error();
    return *fields ? read(key, **fields) : Result<T>(otherwise);
}

class Exporter
{
public:
    Exporter(Database& db, const AgencyId& agency, const ExportRange& range, BundleWriter& writer)
        : m_reader(db, agency)
        , m_range(range)
        , m_writer(writer)
    {
    }

    Result<ExportCounts> run()
    {
        const auto agency = m_reader.find(u"agency", m_reader.agency().uuid());
        if (!agency)
            return agency.error();
        const auto read = records::readAgency(m_reader.agency().uuid(), agency->value_or(QJsonObject()));
        if (!read)
            return read.error();
        m_writer.add(agencyOrganization(*read));
        QString after = u""_s; // not null, which is greater than nothing
        for (;;) {
            const auto page = readAll(m_reader, u"referral", u"id > ? ORDER BY id LIMIT %1"_s.arg(pageSize), {after},
                                      &records::readReferral);
            if (!page)
                return page.error();
            for (const Referral& referral : *page)
                if (const auto written = write(referral); !written)
                    return written.error();
            if (page->size() < pageSize)
                break;
            after = page->last().id.toString();
        }
        for (const int count : m_writer.counts())
            m_counts.resources += count;
        return m_counts;
    }

private:
    Result<ReferralFacts> factsOf(const Referral& referral)
    {
        ReferralFacts facts{.referral = referral, .site = {.id = referral.siteId}, .agency = m_reader.agency()};
        auto activities = readAll(m_reader, u"activity", u"referral_id = ? ORDER BY \"at\", id"_s, {bound(referral.id)},
                                  &records::readActivity);
        if (!activities)
            return activities.error();
        facts.activities = *activities;
        const ResourceSite unknown{.id = referral.siteId, .serviceName = u"Service no longer known"_s};
        auto site = readOne(m_reader, u"resource_site", referral.siteId.uuid(), unknown, &records::readResourceSite);
        if (!site)
            return site.error();
        facts.site = *site;
        return facts;
    }

    [[nodiscard]] bool isInRange(const ReferralFacts& facts) const
    {
        const QDateTime updated = lastUpdated(facts);
        return (!m_range.since.isValid() || updated >= m_range.since) &&
               (!m_range.until.isValid() || facts.referral.createdAt < m_range.until);
    }

    Result<void> write(const Referral& referral)
    {
        auto facts = factsOf(referral);
        if (!facts)
            return facts.error();
        if (!isInRange(*facts))
            return {};
        if (auto done = writeClient(referral.clientId); !done)
            return done;
        if (auto done = writeWorker(referral.createdBy); !done)
            return done;
        if (auto done = writeConsents(*facts); !done)
            return done;
        m_writer.add(siteOrganization(facts->site, facts->agency));
        m_writer.add(location(facts->site, facts->agency));
        m_writer.add(healthcareService(facts->site, facts->agency));
        m_writer.add(serviceRequest(*facts));
        m_writer.add(referralTask(*facts));
        for (const QJsonObject& task : answerTasks(*facts))
            m_writer.add(task);
        ++m_counts.referrals;
        return {};
    }

    /// With whom a merged record became part of, so that the link leads somewhere.
    Result<void> writeClient(const ClientId& id)
    {
        if (m_writer.has(u"Patient"_s, id.uuid()))
            return {};
        auto client = readOne(m_reader, u"client", id.uuid(), Client{.id = id}, &records::readClient);
        if (!client)
            return client.error();
        const auto points = readAll(m_reader, u"contact_point", u"client_id = ? ORDER BY is_primary DESC, id"_s,
                                    {bound(id)}, &records::readContactPoint);
        if (!points)
            return points.error();
        client->contactPoints = *points;
        m_writer.add(patient(*client, m_reader.agency()));
        return client->mergedInto ? writeClient(*client->mergedInto) : Result<void>();
    }

    Result<void> writeWorker(const UserId& id)
    {
        if (m_writer.has(u"Practitioner"_s, id.uuid()))
            return {};
        const auto user = readOne(m_reader, u"user", id.uuid(), User{.id = id}, &records::readUser);
        if (!user)
            return user.error();
        m_writer.add(practitioner(*user));
        return {};
    }

    /// The consents of the shares that the referral was in.
    Result<void> writeConsents(ReferralFacts& facts)
    {
        const auto shares = readAll(m_reader, u"share", u"client_id = ? ORDER BY shared_at, id"_s,
                                    {bound(facts.referral.clientId)}, &records::readShare);
        if (!shares)
            return shares.error();
        for (const Share& share : *shares) {
            if (!share.referralIds.contains(facts.referral.id))
                continue;
            const auto given = readAll(m_reader, u"consent", u"share_id = ? ORDER BY given_at, id"_s, {bound(share.id)},
                                       &records::readConsent);
            const auto taken = readAll(m_reader, u"consent_withdrawal", u"share_id = ?"_s, {bound(share.id)},
                                       &records::readConsentWithdrawal);
            if (!given || !taken)
                return given ? taken.error() : given.error();
            facts.consentWithdrawn = !taken->isEmpty(); // the latest share's word counts
            for (const Consent& one : *given) {
                facts.consents.append(one);
                m_writer.add(consent(one, !taken->isEmpty(), facts.agency));
            }
        }
        return {};
    }

    RecordReader m_reader;
    ExportRange m_range;
    BundleWriter& m_writer;
    ExportCounts m_counts;
};

} // namespace

Result<ExportCounts> exportReferrals(Database& db, const AgencyId& agency, const ExportRange& range,
                                     BundleWriter& writer)
{
    const auto counts = Exporter(db, agency, range, writer).run();
    if (!counts)
        return counts;
    const auto finished = writer.finish();
    return finished ? counts : Result<ExportCounts>(finished.error());
}

} // namespace handrail::server::fhir
