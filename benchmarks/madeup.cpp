// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/madeup.h"

#include "core/domain/records/codec.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::bench {

namespace {

constexpr int workerCount = 200;
constexpr int kept = 1000;

/// The wall clock of the benches stands at 2026-10-05 15:00; what is made lies in the two years before.
QDateTime before(tests::SeededRandom& random)
{
    return QDateTime(QDate(2026, 10, 5), QTime(12, 0), Qt::UTC).addSecs(-qint64(random.below(2 * 365 * 24 * 3600)));
}

template <typename T>
void keepLatest(QList<T>& list, const T& value)
{
    if (list.size() >= kept)
        list.removeFirst();
    list.append(value);
}

} // namespace

MadeUpAgency::MadeUpAgency(quint16 world)
    : m_random(world)
    , m_ids(world)
    , m_device(m_ids.next())
    , m_worker(m_ids.next())
{
}

QString MadeUpAgency::name(tests::SeededRandom& random)
{
    static const QStringList syllables = {u"ma"_s, u"ri"_s, u"jo"_s,  u"se"_s, u"gar"_s, u"ci"_s, u"smi"_s, u"th"_s,
                                          u"an"_s, u"na"_s, u"nun"_s, u"ez"_s, u"lo"_s,  u"pa"_s, u"bel"_s, u"tor"_s};
    QString made;
    for (quint32 n = 2 + random.below(3); n > 0; --n)
        made += syllables[int(random.below(quint32(syllables.size())))];
    made[0] = made[0].toUpper();
    return made;
}

template <typename T>
void MadeUpAgency::add(QList<Change>& changes, const char* entity, const QUuid& key, const T& value)
{
    ++m_seq;
    changes.append({ChangeId(m_ids.next()),
                    QString::fromLatin1(entity),
                    key,
                    {1'700'000'000'000 + m_seq, 0, m_device},
                    records::fieldsOf(value),
                    m_seq});
}

ResourceSite MadeUpAgency::site()
{
    static const QStringList categories = {u"Food"_s,    u"Shelter"_s,  u"Legal"_s,      u"Health"_s,   u"Clothing"_s,
                                           u"Housing"_s, u"Job Help"_s, u"Child Care"_s, u"Utilities"_s};
    ResourceSite site{.id = ResourceSiteId(m_ids.next())};
    site.serviceName = name(m_random) + u' ' + name(m_random);
    site.organizationName = name(m_random) + u' ' + name(m_random);
    for (int i = 0; i < 12; ++i)
        site.description += name(m_random) + u' ';
    site.categories = {categories[int(m_random.below(9))], categories[int(m_random.below(9))]};
    site.languages = {u"en"_s, u"es"_s};
    site.cost = m_random.below(2) == 0 ? u"Free"_s : u"$20"_s;
    site.address1 = u"%1 %2 Street"_s.arg(m_random.below(9999)).arg(name(m_random));
    site.city = name(m_random) + u" City"_s;
    site.postalCode = QString::number(10000 + m_random.below(80000));
    site.latitude = 30 + m_random.below(1800) / 100.0;
    site.longitude = -120 + m_random.below(4500) / 100.0;
    site.phones = {{u"650 780-7525"_s, {}, u"voice"_s, {}}};
    site.hours = {{.weekdays = {1, 2, 3, 4, 5}, .opens = QTime(8, 30), .closes = QTime(17, 0)}};
    return site;
}

QList<Change> MadeUpAgency::beginning(int sites)
{
    QList<Change> changes;
    Agency agency{.id = AgencyId(m_ids.next())};
    agency.programName = u"Miami Valley Care"_s;
    agency.sendingNumber = u"+19374010653"_s;
    agency.sendingAddress = u"care@miami-valley.example.org"_s;
    agency.timeZone = u"America/New_York"_s;
    add(changes, "agency", agency.id.uuid(), agency);
    for (int i = 0; i < workerCount; ++i) {
        const User user{.id = i == 0 ? m_worker : UserId(m_ids.next()),
                        .displayName = name(m_random) + u' ' + name(m_random),
                        .email = u"worker%1@miami-valley.example.org"_s.arg(i)};
        m_workers.append(user.id);
        add(changes, "user", user.id.uuid(), user);
    }
    for (int i = 0; i < sites; ++i) {
        const ResourceSite made = site();
        m_sites.append(made.id);
        add(changes, "resource_site", made.id.uuid(), made);
    }
    return changes;
}

QList<Change> MadeUpAgency::clients(int count)
{
    QList<Change> changes;
    for (int i = 0; i < count; ++i)
        addClient(changes);
    return changes;
}

void MadeUpAgency::addClient(QList<Change>& changes)
{
    Client client{.id = ClientId(m_ids.next()), .givenName = name(m_random), .familyName = name(m_random)};
    client.timeZone = u"America/New_York"_s;
    client.assignedWorkerId = m_workers[int(m_random.below(workerCount))];
    add(changes, "client", client.id.uuid(), client);
    const auto phone = PhoneNumber::fromE164(u"+1937%1"_s.arg(2000000 + m_random.below(8000000), 7, 10, QChar(u'0')));
    const auto email = EmailAddress::parse(u"%1.%2@example.org"_s.arg(client.givenName.toLower()).arg(m_made));
    for (const Address& address : {Address(*phone), Address(*email)}) {
        const ContactPoint point{ContactPointId(m_ids.next()), client.id, address, u"Mobile"_s, true};
        client.contactPoints.append(point);
        add(changes, "contact_point", point.id.uuid(), point);
    }
    const Referral referral{.id = ReferralId(m_ids.next()),
                            .clientId = client.id,
                            .siteId = m_sites[int(m_random.below(quint32(m_sites.size())))],
                            .status = ReferralStatus(m_random.below(5)),
                            .createdBy = *client.assignedWorkerId,
                            .createdAt = before(m_random)};
    add(changes, "referral", referral.id.uuid(), referral);
    Activity created{.id = ActivityId(m_ids.next()), .kind = ActivityKind::Created, .clientId = client.id};
    created.referralId = referral.id;
    created.at = referral.createdAt;
    created.workerId = referral.createdBy;
    add(changes, "activity", created.id.uuid(), created);
    if (++m_made % 10 == 0)
        addShare(changes, client, referral.id, referral.createdAt);
    keepLatest(m_clients, client.id);
    keepLatest(m_referrals, referral.id);
}

void MadeUpAgency::addShare(QList<Change>& changes, const Client& client, const ReferralId& referral,
                            const QDateTime& at)
{
    const Address address = client.contactPoints.first().address;
    const Share share{.id = ShareId(m_ids.next()),
                      .clientId = client.id,
                      .sharedBy = *client.assignedWorkerId,
                      .sharedAt = at,
                      .referralIds = {referral},
                      .addresses = {address},
                      .language = u"en"_s,
                      .timeZone = client.timeZone};
    add(changes, "share", share.id.uuid(), share);
    const Consent consent{.id = ConsentId(m_ids.next()),
                          .shareId = share.id,
                          .clientId = client.id,
                          .workerId = share.sharedBy,
                          .givenAt = at,
                          .addresses = share.addresses,
                          .wording = u"My Client Consents to Receiving Texts and / or emails from Miami Valley Care"_s,
                          .language = u"en"_s};
    add(changes, "consent", consent.id.uuid(), consent);
    for (const MessageKind kind : {MessageKind::Initial, MessageKind::FollowUp}) {
        const bool first = kind == MessageKind::Initial;
        Message message{.id = MessageId(m_ids.next()),
                        .shareId = share.id,
                        .clientId = client.id,
                        .kind = kind,
                        .address = address,
                        .dueAt = first ? at : at.addDays(7),
                        .language = u"en"_s};
        if (!first)
            message.referralId = referral;
        message.state = first ? MessageState::Delivered : MessageState::Waiting;
        message.stateAt = at;
        add(changes, "message", message.id.uuid(), message);
    }
    Activity shared{.id = ActivityId(m_ids.next()), .kind = ActivityKind::Shared, .clientId = client.id};
    shared.referralId = referral;
    shared.at = at;
    shared.workerId = share.sharedBy;
    shared.text = u"Shared by text"_s;
    add(changes, "activity", shared.id.uuid(), shared);
}

} // namespace handrail::bench
