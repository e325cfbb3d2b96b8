// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/seed/history.h"

#include "core/domain/records/codec.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail::trial {

namespace {

struct Person
{
    const char* given;
    const char* family;
    const char* language;
};

constexpr std::array people = {
    Person{"Ana", "Morales", "es"},     Person{"Ben", "Carter", "en"},      Person{"Carmen", "Ríos", "es"},
    Person{"David", "Nguyen", "en"},    Person{"Elena", "Petrova", "en"},   Person{"Fatima", "Hassan", "en"},
    Person{"George", "Miller", "en"},   Person{"Hannah", "Schmidt", "en"},  Person{"Inés", "Vega", "es"},
    Person{"Jamal", "Washington", "en"}, Person{"Keiko", "Tanaka", "en"},   Person{"Luis", "Ortega", "es"},
    Person{"Mei", "Chen", "en"},        Person{"Nadia", "Haddad", "en"},    Person{"Oscar", "Peña", "es"},
    Person{"Priya", "Sharma", "en"},    Person{"Quentin", "Dubois", "en"},  Person{"Ruth", "Goldberg", "en"},
    Person{"Samuel", "Okafor", "en"},   Person{"Teresa", "Santos", "es"},   Person{"Umar", "Farooq", "en"},
    Person{"Vera", "Kowalski", "en"},   Person{"William", "Turner", "en"},  Person{"Ximena", "Luna", "es"}};

constexpr std::array ends = {ReferralStatus::ServiceCompleted, ReferralStatus::InReview,
                             ReferralStatus::ServiceInProgress, ReferralStatus::Unstarted,
                             ReferralStatus::ServiceCompleted, ReferralStatus::Canceled,
                             ReferralStatus::ServiceCompleted};

class History
{
public:
    History(Ids& ids, const UserId& worker, const QDateTime& now)
        : m_ids(ids)
        , m_worker(worker)
        , m_now(now)
    {
    }

    ClientId client(const Person& person, int number, const QString& timeZone)
    {
        const Client client{.id = ClientId(m_ids.next()),
                            .givenName = QString::fromUtf8(person.given),
                            .familyName = QString::fromUtf8(person.family),
                            .language = QString::fromUtf8(person.language),
                            .timeZone = timeZone,
                            .birthDate = QDate(1950 + (number * 7) % 55, 1 + number % 12, 1 + (number * 5) % 28),
                            .assignedWorkerId = m_worker};
        edits.append(records::editOf("client", client.id.uuid(), client));
        // 650 555 01xx is kept for made-up numbers.
        const auto number164 = PhoneNumber::fromE164(u"+165055501%1"_s.arg(number + 10, 2, 10, QChar(u'0')));
        const ContactPoint mobile{.id = ContactPointId(m_ids.next()),
                                  .clientId = client.id,
                                  .address = *number164,
                                  .label = u"Mobile"_s,
                                  .primary = true};
        edits.append(records::editOf("contact_point", mobile.id.uuid(), mobile));
        return client.id;
    }

    void referral(const ClientId& client, const ResourceSiteId& site, int daysAgo, ReferralStatus end, int daysTaken)
    {
        const QDateTime made = m_now.addDays(-daysAgo);
        Referral referral{.id = ReferralId(m_ids.next()),
                          .clientId = client,
                          .siteId = site,
                          .status = end,
                          .createdBy = m_worker,
                          .createdAt = made};
        edits.append(records::editOf("referral", referral.id.uuid(), referral));
        activity({.id = ActivityId(m_ids.next()),
                  .kind = ActivityKind::Created,
                  .clientId = client,
                  .referralId = referral.id,
                  .at = made,
                  .workerId = m_worker,
                  .toStatus = ReferralStatus::Unstarted});
        if (end != ReferralStatus::Unstarted)
            activity({.id = ActivityId(m_ids.next()),
                      .kind = ActivityKind::StatusChanged,
                      .clientId = client,
                      .referralId = referral.id,
                      .at = std::min(made.addDays(daysTaken), m_now.addSecs(-3600)),
                      .workerId = m_worker,
                      .fromStatus = ReferralStatus::Unstarted,
                      .toStatus = end});
    }

    QList<Edit> edits;

private:
    void activity(const Activity& entry)
    {
        edits.append(records::editOf("activity", entry.id.uuid(), entry));
    }

    Ids& m_ids;
    UserId m_worker;
    QDateTime m_now;
};

} // namespace

QList<Edit> trialHistory(Ids& ids, const UserId& worker, const QList<ResourceSiteId>& sites, const QString& timeZone,
                         const QDateTime& now)
{
    History history(ids, worker, now);
    int count = 0;
    for (size_t i = 0; i < people.size() && !sites.isEmpty(); ++i) {
        const ClientId client = history.client(people.at(i), int(i), timeZone);
        for (size_t j = 0; j <= i % 3; ++j, ++count)
            history.referral(client, sites.at((qsizetype(i) * 3 + qsizetype(j) * 5) % sites.size()),
                             2 + (count * 11) % 62, ends.at(size_t(count) % ends.size()), 1 + (count * 5) % 17);
    }
    return history.edits;
}

} // namespace handrail::trial
