// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail::records {

namespace {

template <typename E>
struct Named
{
    E value;
    QLatin1String name;
};

constexpr std::array channelNames = {Named<Channel>{Channel::Text, "text"_L1},
                                     Named<Channel>{Channel::Email, "email"_L1}};
constexpr std::array roleNames = {
    Named<Role>{Role::Worker, "worker"_L1}, Named<Role>{Role::Supervisor, "supervisor"_L1},
    Named<Role>{Role::Administrator, "administrator"_L1}, Named<Role>{Role::Agent, "agent"_L1}};
constexpr std::array statusNames = {Named<ReferralStatus>{ReferralStatus::Unstarted, "unstarted"_L1},
                                    Named<ReferralStatus>{ReferralStatus::InReview, "in_review"_L1},
                                    Named<ReferralStatus>{ReferralStatus::ServiceInProgress, "service_in_progress"_L1},
                                    Named<ReferralStatus>{ReferralStatus::ServiceCompleted, "service_completed"_L1},
                                    Named<ReferralStatus>{ReferralStatus::Canceled, "canceled"_L1}};
constexpr std::array kindNames = {Named<MessageKind>{MessageKind::Initial, "initial"_L1},
                                  Named<MessageKind>{MessageKind::FollowUp, "follow_up"_L1}};
constexpr std::array stateNames = {Named<MessageState>{MessageState::Waiting, "waiting"_L1},
                                   Named<MessageState>{MessageState::Sending, "sending"_L1},
                                   Named<MessageState>{MessageState::Unknown, "unknown"_L1},
                                   Named<MessageState>{MessageState::Held, "held"_L1},
                                   Named<MessageState>{MessageState::Sent, "sent"_L1},
                                   Named<MessageState>{MessageState::Delivered, "delivered"_L1},
                                   Named<MessageState>{MessageState::Refused, "refused"_L1},
                                   Named<MessageState>{MessageState::Canceled, "canceled"_L1},
                                   Named<MessageState>{MessageState::Expired, "expired"_L1}};
constexpr std::array answerNames = {Named<Answer>{Answer::Yes, "yes"_L1}, Named<Answer>{Answer::No, "no"_L1},
                                    Named<Answer>{Answer::NoLongerInterested, "no_longer_interested"_L1}};
constexpr std::array viaNames = {Named<ReplyVia>{ReplyVia::Link, "link"_L1}, Named<ReplyVia>{ReplyVia::Text, "text"_L1},
                                 Named<ReplyVia>{ReplyVia::Email, "email"_L1}};
constexpr std::array sourceNames = {Named<OptOut::Source>{OptOut::Source::TextReply, "text_reply"_L1},
                                    Named<OptOut::Source>{OptOut::Source::CarrierRefusal, "carrier_refusal"_L1},
                                    Named<OptOut::Source>{OptOut::Source::CarrierStatus, "carrier_status"_L1},
                                    Named<OptOut::Source>{OptOut::Source::EmailLink, "email_link"_L1},
                                    Named<OptOut::Source>{OptOut::Source::EmailOneClick, "email_one_click"_L1},
                                    Named<OptOut::Source>{OptOut::Source::EmailReply, "email_reply"_L1},
                                    Named<OptOut::Source>{OptOut::Source::WorkerSaid, "worker_said"_L1}};
constexpr std::array activityNames = {Named<ActivityKind>{ActivityKind::Created, "created"_L1},
                                      Named<ActivityKind>{ActivityKind::StatusChanged, "status_changed"_L1},
                                      Named<ActivityKind>{ActivityKind::Note, "note"_L1},
                                      Named<ActivityKind>{ActivityKind::Shared, "shared"_L1},
                                      Named<ActivityKind>{ActivityKind::ConsentWithdrawn, "consent_withdrawn"_L1},
                                      Named<ActivityKind>{ActivityKind::MessageEvent, "message_event"_L1},
                                      Named<ActivityKind>{ActivityKind::Answered, "answered"_L1},
                                      Named<ActivityKind>{ActivityKind::ClientMessage, "client_message"_L1},
                                      Named<ActivityKind>{ActivityKind::OptedOut, "opted_out"_L1},
                                      Named<ActivityKind>{ActivityKind::Reverted, "reverted"_L1},
                                      Named<ActivityKind>{ActivityKind::ReplyRead, "reply_read"_L1},
                                      Named<ActivityKind>{ActivityKind::ClientMerged, "client_merged"_L1},
                                      Named<ActivityKind>{ActivityKind::ClientUnmerged, "client_unmerged"_L1}};
constexpr std::array meaningNames = {
    Named<ReplyReading::Meaning>{ReplyReading::Meaning::Yes, "yes"_L1},
    Named<ReplyReading::Meaning>{ReplyReading::Meaning::No, "no"_L1},
    Named<ReplyReading::Meaning>{ReplyReading::Meaning::NoLongerInterested, "no_longer_interested"_L1},
    Named<ReplyReading::Meaning>{ReplyReading::Meaning::OptOut, "opt_out"_L1},
    Named<ReplyReading::Meaning>{ReplyReading::Meaning::Other, "other"_L1}};
constexpr std::array sendingAgentsNames = {Named<SendingAgents>{SendingAgents::Any, "any"_L1},
                                           Named<SendingAgents>{SendingAgents::Headless, "headless"_L1}};

template <typename E, size_t N>
QString toName(const std::array<Named<E>, N>& names, E value)
{
    for (const auto& entry : names)
        if (entry.value == value)
            return entry.name;
    Q_UNREACHABLE();
    return {};
}

template <typename E, size_t N>
std::optional<E> toValue(const std::array<Named<E>, N>& names, QStringView name)
{
    for (const auto& entry : names)
        if (entry.name == name)
            return entry.value;
    return std::nullopt;
}

QJsonValue instantOf(const QDateTime& at)
{
    return at.isValid() ? QJsonValue(at.toMSecsSinceEpoch()) : QJsonValue(QJsonValue::Null);
}

template <typename Tag>
QJsonValue optionalId(const std::optional<Id<Tag>>& id)
{
    return id ? QJsonValue(id->toString()) : QJsonValue(QJsonValue::Null);
}

template <typename E>
QJsonValue optionalName(const std::optional<E>& value)
{
    return value ? QJsonValue(nameOf(*value)) : QJsonValue(QJsonValue::Null);
}

QJsonValue optionalReal(const std::optional<double>& value)
{
    return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
}

QJsonArray addressesOf(const QList<Address>& addresses)
{
    QJsonArray array;
    for (const Address& address : addresses)
        array.append(QJsonObject{{u"channel"_s, nameOf(address.channel())}, {u"address"_s, address.value()}});
    return array;
}

/// Reads fields one by one and remembers the first that can't be right, so that a reader is a list of lines.
class Reader
{
public:
    Reader(const char* entity, const QUuid& key, const QJsonObject& fields)
        : m_entity(QLatin1String(entity))
        , m_fields(fields)
    {
        if (key.isNull())
            fail("id"_L1);
    }

    QString text(QLatin1String name) const { return m_fields.value(name).toString(); }
    bool flag(QLatin1String name, bool fallback = false) const { return m_fields.value(name).toBool(fallback); }
    int integer(QLatin1String name) const { return m_fields.value(name).toInt(); }
    QJsonArray array(QLatin1String name) const { return m_fields.value(name).toArray(); }
    QJsonObject object(QLatin1String name) const { return m_fields.value(name).toObject(); }

    QStringList strings(QLatin1String name) const
    {
        QStringList all;
        for (const QJsonValue& value : array(name))
            all.append(value.toString());
        return all;
    }
    std::optional<double> real(QLatin1String name) const
    {
        const QJsonValue value = m_fields.value(name);
        return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
    }
    QDateTime instant(QLatin1String name) const
    {
        const QJsonValue value = m_fields.value(name);
        return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC) : QDateTime();
    }
    QDateTime requiredInstant(QLatin1String name)
    {
        const QDateTime at = instant(name);
        if (!at.isValid())
            fail(name);
        return at;
    }
    template <typename IdType>
    std::optional<IdType> maybeId(QLatin1String name)
    {
        const QJsonValue value = m_fields.value(name);
        if (!value.isString())
            return std::nullopt;
        auto id = IdType::fromString(value.toString());
        if (!id)
            fail(name);
        return id;
    }
    /// A stand-in id goes on where the real one is missing: the caller asks error() before it uses anything.
    template <typename IdType>
    IdType id(QLatin1String name)
    {
        auto found = maybeId<IdType>(name);
        if (!found)
            fail(name);
        return found.value_or(IdType(standIn()));
    }
    template <typename IdType>
    QList<IdType> ids(QLatin1String name)
    {
        QList<IdType> all;
        for (const QString& item : strings(name)) {
            if (const auto id = IdType::fromString(item))
                all.append(*id);
            else
                fail(name);
        }
        return all;
    }
    template <typename E>
    std::optional<E> maybe(QLatin1String name)
    {
        const QJsonValue value = m_fields.value(name);
        if (!value.isString())
            return std::nullopt;
        const auto found = fromName<E>(value.toString());
        if (!found)
            fail(name);
        return found;
    }
    template <typename E>
    E one(QLatin1String name, E fallback = E{})
    {
        const auto found = maybe<E>(name);
        if (!found)
            fail(name);
        return found.value_or(fallback);
    }
    std::optional<Address> maybeAddress(QLatin1String channelField, QLatin1String addressField)
    {
        if (!m_fields.value(channelField).isString())
            return std::nullopt;
        auto address = Address::fromStored(one<Channel>(channelField), text(addressField));
        if (!address)
            fail(addressField);
        return address;
    }
    Address address(QLatin1String channelField, QLatin1String addressField)
    {
        auto found = maybeAddress(channelField, addressField);
        if (!found)
            fail(addressField);
        return found.value_or(Address(*PhoneNumber::fromE164(u"+10000000000")));
    }
    QList<Address> addresses(QLatin1String name)
    {
        QList<Address> all;
        for (const QJsonValue& item : array(name)) {
            const auto channel = fromName<Channel>(item[u"channel"].toString());
            const auto address = channel ? Address::fromStored(*channel, item[u"address"].toString()) : std::nullopt;
            if (address)
                all.append(*address);
            else
                fail(name);
        }
        return all;
    }

    template <typename T>
    Result<T> done(T value) const
    {
        if (m_failed.isEmpty())
            return value;
        return Error{ErrorCode::StorageTrouble,
                     QCoreApplication::translate(
                         "Records", "A stored record can't be read: the field %1.%2 is not as it should be.")
                         .arg(m_entity, m_failed)};
    }

    static QUuid standIn() { return {0x1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}; }
    QUuid keyOr(const QUuid& key) const { return key.isNull() ? standIn() : key; }

private:
    void fail(QLatin1String name)
    {
        if (m_failed.isEmpty())
            m_failed = name;
    }

    QString m_entity;
    const QJsonObject& m_fields;
    QString m_failed;
};

} // namespace

QString nameOf(Channel v)
{
    return toName(channelNames, v);
}
QString nameOf(Role v)
{
    return toName(roleNames, v);
}
QString nameOf(ReferralStatus v)
{
    return toName(statusNames, v);
}
QString nameOf(MessageKind v)
{
    return toName(kindNames, v);
}
QString nameOf(MessageState v)
{
    return toName(stateNames, v);
}
QString nameOf(Answer v)
{
    return toName(answerNames, v);
}
QString nameOf(ReplyVia v)
{
    return toName(viaNames, v);
}
QString nameOf(ReplyReading::Meaning v)
{
    return toName(meaningNames, v);
}
QString nameOf(SendingAgents v)
{
    return toName(sendingAgentsNames, v);
}
QString nameOf(OptOut::Source v)
{
    return toName(sourceNames, v);
}
QString nameOf(ActivityKind v)
{
    return toName(activityNames, v);
}

template <>
std::optional<Channel> fromName(QStringView n)
{
    return toValue(channelNames, n);
}
template <>
std::optional<Role> fromName(QStringView n)
{
    return toValue(roleNames, n);
}
template <>
std::optional<ReferralStatus> fromName(QStringView n)
{
    return toValue(statusNames, n);
}
template <>
std::optional<MessageKind> fromName(QStringView n)
{
    return toValue(kindNames, n);
}
template <>
std::optional<MessageState> fromName(QStringView n)
{
    return toValue(stateNames, n);
}
template <>
std::optional<Answer> fromName(QStringView n)
{
    return toValue(answerNames, n);
}
template <>
std::optional<ReplyVia> fromName(QStringView n)
{
    return toValue(viaNames, n);
}
template <>
std::optional<ReplyReading::Meaning> fromName(QStringView n)
{
    return toValue(meaningNames, n);
}
template <>
std::optional<SendingAgents> fromName(QStringView n)
{
    return toValue(sendingAgentsNames, n);
}
template <>
std::optional<OptOut::Source> fromName(QStringView n)
{
    return toValue(sourceNames, n);
}
template <>
std::optional<ActivityKind> fromName(QStringView n)
{
    return toValue(activityNames, n);
}

QJsonObject fieldsOf(const Agency& a)
{
    return {{u"program_name"_s, a.programName},
            {u"sending_number"_s, a.sendingNumber},
            {u"sending_address"_s, a.sendingAddress},
            {u"time_zone"_s, a.timeZone},
            {u"window_opens"_s, a.window.opens.toString(u"HH:mm")},
            {u"window_closes"_s, a.window.closes.toString(u"HH:mm")},
            {u"languages"_s, QJsonArray::fromStringList(a.languages)},
            {u"phone_region"_s, a.phoneRegion},
            {u"templates"_s, a.templates},
            {u"sending_agents"_s, nameOf(a.sendingAgents)},
            {u"resend_after_hours"_s, a.resendAfterHours}};
}

Result<Agency> readAgency(const QUuid& key, const QJsonObject& fields)
{
    Reader r("agency", key, fields);
    Agency a{.id = AgencyId(r.keyOr(key))};
    a.programName = r.text("program_name"_L1);
    a.sendingNumber = r.text("sending_number"_L1);
    a.sendingAddress = r.text("sending_address"_L1);
    a.timeZone = r.text("time_zone"_L1);
    const QTime opens = QTime::fromString(r.text("window_opens"_L1), u"HH:mm"_s);
    const QTime closes = QTime::fromString(r.text("window_closes"_L1), u"HH:mm"_s);
    if (opens.isValid() && closes.isValid() && opens < closes)
        a.window = {opens, closes};
    if (const QStringList languages = r.strings("languages"_L1); !languages.isEmpty())
        a.languages = languages;
    if (const QString region = r.text("phone_region"_L1); !region.isEmpty())
        a.phoneRegion = region;
    a.templates = r.object("templates"_L1);
    a.sendingAgents = r.maybe<SendingAgents>("sending_agents"_L1).value_or(SendingAgents::Any);
    a.resendAfterHours = std::max(0, r.integer("resend_after_hours"_L1));
    return r.done(a);
}

QJsonObject fieldsOf(const Team& t)
{
    return {{u"name"_s, t.name}, {u"removed"_s, t.removed}};
}

Result<Team> readTeam(const QUuid& key, const QJsonObject& fields)
{
    Reader r("team", key, fields);
    return r.done(Team{TeamId(r.keyOr(key)), r.text("name"_L1), r.flag("removed"_L1)});
}

QJsonObject fieldsOf(const User& u)
{
    return {{u"display_name"_s, u.displayName},
            {u"email"_s, u.email},
            {u"role"_s, nameOf(u.role)},
            {u"team_id"_s, optionalId(u.teamId)},
            {u"disabled"_s, u.disabled}};
}

Result<User> readUser(const QUuid& key, const QJsonObject& fields)
{
    Reader r("user", key, fields);
    User u{.id = UserId(r.keyOr(key))};
    u.displayName = r.text("display_name"_L1);
    u.email = r.text("email"_L1);
    u.role = r.one<Role>("role"_L1);
    u.teamId = r.maybeId<TeamId>("team_id"_L1);
    u.disabled = r.flag("disabled"_L1);
    return r.done(u);
}

QJsonObject fieldsOf(const Client& c)
{
    return {{u"given_name"_s, c.givenName},
            {u"family_name"_s, c.familyName},
            {u"language"_s, c.language},
            {u"time_zone"_s, c.timeZone},
            {u"birth_date"_s,
             c.birthDate.isValid() ? QJsonValue(c.birthDate.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null)},
            {u"assigned_worker_id"_s, optionalId(c.assignedWorkerId)},
            {u"team_id"_s, optionalId(c.teamId)},
            {u"merged_into"_s, optionalId(c.mergedInto)},
            {u"time_zone_guessed"_s, c.timeZoneGuessed}};
}

Result<Client> readClient(const QUuid& key, const QJsonObject& fields)
{
    Reader r("client", key, fields);
    Client c{.id = ClientId(r.keyOr(key))};
    c.givenName = r.text("given_name"_L1);
    c.familyName = r.text("family_name"_L1);
    if (const QString language = r.text("language"_L1); !language.isEmpty())
        c.language = language;
    c.timeZone = r.text("time_zone"_L1);
    c.birthDate = QDate::fromString(r.text("birth_date"_L1), Qt::ISODate);
    c.assignedWorkerId = r.maybeId<UserId>("assigned_worker_id"_L1);
    c.teamId = r.maybeId<TeamId>("team_id"_L1);
    c.mergedInto = r.maybeId<ClientId>("merged_into"_L1);
    c.timeZoneGuessed = r.flag("time_zone_guessed"_L1);
    return r.done(c);
}

QJsonObject fieldsOf(const ContactPoint& p)
{
    return {{u"client_id"_s, p.clientId.toString()},
            {u"channel"_s, nameOf(p.address.channel())},
            {u"address"_s, p.address.value()},
            {u"label"_s, p.label},
            {u"is_primary"_s, p.primary},
            {u"may_text"_s, p.mayText},
            {u"removed"_s, p.removed}};
}

Result<ContactPoint> readContactPoint(const QUuid& key, const QJsonObject& fields)
{
    Reader r("contact_point", key, fields);
    ContactPoint p{.id = ContactPointId(r.keyOr(key)),
                   .clientId = r.id<ClientId>("client_id"_L1),
                   .address = r.address("channel"_L1, "address"_L1)};
    p.label = r.text("label"_L1);
    p.primary = r.flag("is_primary"_L1);
    p.mayText = r.flag("may_text"_L1, true);
    p.removed = r.flag("removed"_L1);
    return r.done(p);
}

namespace {

QJsonArray numbers(const QList<int>& all)
{
    QJsonArray array;
    for (const int number : all)
        array.append(number);
    return array;
}

QList<int> numbersIn(const QJsonValue& array)
{
    QList<int> all;
    for (const QJsonValue& number : array.toArray())
        all.append(number.toInt());
    return all;
}

/// What most rows don't have is left out, so that a directory of a million sites stays small.
QJsonObject hoursObject(const SiteHours& h)
{
    QJsonObject object{{u"weekdays"_s, numbers(h.weekdays)},
                       {u"opens"_s, h.opens.toString(u"HH:mm")},
                       {u"closes"_s, h.closes.toString(u"HH:mm")},
                       {u"note"_s, h.note}};
    if (!h.monthWeeks.isEmpty())
        object.insert(u"month_weeks"_s, numbers(h.monthWeeks));
    if (!h.monthDays.isEmpty())
        object.insert(u"month_days"_s, numbers(h.monthDays));
    if (h.from.isValid())
        object.insert(u"from"_s, h.from.toString(Qt::ISODate));
    if (h.to.isValid())
        object.insert(u"to"_s, h.to.toString(Qt::ISODate));
    for (const auto& [name, value] :
         {std::pair(u"yearly"_s, h.yearly), std::pair(u"closed"_s, h.closed), std::pair(u"uncertain"_s, h.uncertain)})
        if (value)
            object.insert(name, true);
    return object;
}

} // namespace

QList<SiteHours> readSiteHours(const QJsonArray& array)
{
    QList<SiteHours> all;
    for (const QJsonValue& h : array) {
        SiteHours hours{.weekdays = numbersIn(h[u"weekdays"]),
                        .opens = QTime::fromString(h[u"opens"].toString(), u"HH:mm"_s),
                        .closes = QTime::fromString(h[u"closes"].toString(), u"HH:mm"_s),
                        .note = h[u"note"].toString(),
                        .monthWeeks = numbersIn(h[u"month_weeks"]),
                        .monthDays = numbersIn(h[u"month_days"])};
        hours.from = QDate::fromString(h[u"from"].toString(), Qt::ISODate);
        hours.to = QDate::fromString(h[u"to"].toString(), Qt::ISODate);
        hours.yearly = h[u"yearly"].toBool();
        hours.closed = h[u"closed"].toBool();
        hours.uncertain = h[u"uncertain"].toBool();
        all.append(hours);
    }
    return all;
}

QJsonObject fieldsOf(const ResourceSite& s)
{
    QJsonArray phones;
    for (const SitePhone& phone : s.phones)
        phones.append(QJsonObject{{u"number"_s, phone.number},
                                  {u"extension"_s, phone.extension},
                                  {u"type"_s, phone.type},
                                  {u"description"_s, phone.description}});
    QJsonArray hours;
    for (const SiteHours& h : s.hours)
        hours.append(hoursObject(h));
    return {{u"organization_name"_s, s.organizationName},
            {u"service_name"_s, s.serviceName},
            {u"location_name"_s, s.locationName},
            {u"description"_s, s.description},
            {u"eligibility"_s, s.eligibility},
            {u"application_process"_s, s.applicationProcess},
            {u"cost"_s, s.cost},
            {u"required_documents"_s, s.requiredDocuments},
            {u"interpretation"_s, s.interpretation},
            {u"accessibility"_s, s.accessibility},
            {u"transportation"_s, s.transportation},
            {u"address1"_s, s.address1},
            {u"address2"_s, s.address2},
            {u"city"_s, s.city},
            {u"state_province"_s, s.stateProvince},
            {u"postal_code"_s, s.postalCode},
            {u"country"_s, s.country},
            {u"website"_s, s.website},
            {u"email"_s, s.email},
            {u"alert"_s, s.alert},
            {u"service_area"_s, s.serviceArea},
            {u"verified_on"_s, s.verifiedOn.toString(Qt::ISODate)},
            {u"phones"_s, phones},
            {u"hours"_s, hours},
            {u"languages"_s, QJsonArray::fromStringList(s.languages)},
            {u"categories"_s, QJsonArray::fromStringList(s.categories)},
            {u"latitude"_s, optionalReal(s.latitude)},
            {u"longitude"_s, optionalReal(s.longitude)},
            {u"active"_s, s.active},
            {u"source"_s, s.source}};
}

Result<ResourceSite> readResourceSite(const QUuid& key, const QJsonObject& fields)
{
    Reader r("resource_site", key, fields);
    ResourceSite s{.id = ResourceSiteId(r.keyOr(key))};
    s.organizationName = r.text("organization_name"_L1);
    s.serviceName = r.text("service_name"_L1);
    s.locationName = r.text("location_name"_L1);
    s.description = r.text("description"_L1);
    s.eligibility = r.text("eligibility"_L1);
    s.applicationProcess = r.text("application_process"_L1);
    s.cost = r.text("cost"_L1);
    s.requiredDocuments = r.text("required_documents"_L1);
    s.interpretation = r.text("interpretation"_L1);
    s.accessibility = r.text("accessibility"_L1);
    s.transportation = r.text("transportation"_L1);
    s.address1 = r.text("address1"_L1);
    s.address2 = r.text("address2"_L1);
    s.city = r.text("city"_L1);
    s.stateProvince = r.text("state_province"_L1);
    s.postalCode = r.text("postal_code"_L1);
    s.country = r.text("country"_L1);
    s.website = r.text("website"_L1);
    s.email = r.text("email"_L1);
    s.alert = r.text("alert"_L1);
    s.serviceArea = r.text("service_area"_L1);
    s.verifiedOn = QDate::fromString(r.text("verified_on"_L1), Qt::ISODate);
    for (const QJsonValue& phone : r.array("phones"_L1))
        s.phones.append({phone[u"number"].toString(), phone[u"extension"].toString(), phone[u"type"].toString(),
                         phone[u"description"].toString()});
    s.hours = readSiteHours(r.array("hours"_L1));
    s.languages = r.strings("languages"_L1);
    s.categories = r.strings("categories"_L1);
    s.latitude = r.real("latitude"_L1);
    s.longitude = r.real("longitude"_L1);
    s.active = r.flag("active"_L1, true);
    s.source = r.text("source"_L1);
    return r.done(s);
}

QJsonObject fieldsOf(const BasketItem& b)
{
    return {{u"client_id"_s, b.clientId.toString()},
            {u"site_id"_s, b.siteId.toString()},
            {u"position"_s, b.position},
            {u"removed"_s, b.removed}};
}

Result<BasketItem> readBasketItem(const QUuid& key, const QJsonObject& fields)
{
    Reader r("basket_item", key, fields);
    BasketItem b{.id = BasketItemId(r.keyOr(key)),
                 .clientId = r.id<ClientId>("client_id"_L1),
                 .siteId = r.id<ResourceSiteId>("site_id"_L1)};
    b.position = r.integer("position"_L1);
    b.removed = r.flag("removed"_L1);
    return r.done(b);
}

QJsonObject fieldsOf(const Referral& f)
{
    return {{u"client_id"_s, f.clientId.toString()},
            {u"site_id"_s, f.siteId.toString()},
            {u"status"_s, nameOf(f.status)},
            {u"created_by"_s, f.createdBy.toString()},
            {u"created_at"_s, instantOf(f.createdAt)}};
}

Result<Referral> readReferral(const QUuid& key, const QJsonObject& fields)
{
    Reader r("referral", key, fields);
    return r.done(Referral{.id = ReferralId(r.keyOr(key)),
                           .clientId = r.id<ClientId>("client_id"_L1),
                           .siteId = r.id<ResourceSiteId>("site_id"_L1),
                           .status = r.one<ReferralStatus>("status"_L1),
                           .createdBy = r.id<UserId>("created_by"_L1),
                           .createdAt = r.requiredInstant("created_at"_L1)});
}

QJsonObject fieldsOf(const Share& s)
{
    QJsonArray referrals;
    for (const ReferralId& id : s.referralIds)
        referrals.append(id.toString());
    return {{u"client_id"_s, s.clientId.toString()},
            {u"shared_by"_s, s.sharedBy.toString()},
            {u"shared_at"_s, instantOf(s.sharedAt)},
            {u"referral_ids"_s, referrals},
            {u"addresses"_s, addressesOf(s.addresses)},
            {u"language"_s, s.language},
            {u"time_zone"_s, s.timeZone}};
}

Result<Share> readShare(const QUuid& key, const QJsonObject& fields)
{
    Reader r("share", key, fields);
    return r.done(Share{.id = ShareId(r.keyOr(key)),
                        .clientId = r.id<ClientId>("client_id"_L1),
                        .sharedBy = r.id<UserId>("shared_by"_L1),
                        .sharedAt = r.requiredInstant("shared_at"_L1),
                        .referralIds = r.ids<ReferralId>("referral_ids"_L1),
                        .addresses = r.addresses("addresses"_L1),
                        .language = r.text("language"_L1),
                        .timeZone = r.text("time_zone"_L1)});
}

QJsonObject fieldsOf(const Consent& c)
{
    return {{u"share_id"_s, c.shareId.toString()},
            {u"client_id"_s, c.clientId.toString()},
            {u"worker_id"_s, c.workerId.toString()},
            {u"given_at"_s, instantOf(c.givenAt)},
            {u"addresses"_s, addressesOf(c.addresses)},
            {u"wording"_s, c.wording},
            {u"language"_s, c.language}};
}

Result<Consent> readConsent(const QUuid& key, const QJsonObject& fields)
{
    Reader r("consent", key, fields);
    return r.done(Consent{.id = ConsentId(r.keyOr(key)),
                          .shareId = r.id<ShareId>("share_id"_L1),
                          .clientId = r.id<ClientId>("client_id"_L1),
                          .workerId = r.id<UserId>("worker_id"_L1),
                          .givenAt = r.requiredInstant("given_at"_L1),
                          .addresses = r.addresses("addresses"_L1),
                          .wording = r.text("wording"_L1),
                          .language = r.text("language"_L1)});
}

QJsonObject fieldsOf(const ConsentWithdrawal& w)
{
    return {{u"consent_id"_s, w.consentId.toString()},
            {u"share_id"_s, w.shareId.toString()},
            {u"worker_id"_s, w.workerId.toString()},
            {u"withdrawn_at"_s, instantOf(w.withdrawnAt)},
            {u"note"_s, w.note}};
}

Result<ConsentWithdrawal> readConsentWithdrawal(const QUuid& key, const QJsonObject& fields)
{
    Reader r("consent_withdrawal", key, fields);
    return r.done(ConsentWithdrawal{.id = r.keyOr(key),
                                    .consentId = r.id<ConsentId>("consent_id"_L1),
                                    .shareId = r.id<ShareId>("share_id"_L1),
                                    .workerId = r.id<UserId>("worker_id"_L1),
                                    .withdrawnAt = r.requiredInstant("withdrawn_at"_L1),
                                    .note = r.text("note"_L1)});
}

QJsonObject fieldsOf(const Message& m)
{
    return {{u"share_id"_s, m.shareId.toString()},
            {u"client_id"_s, m.clientId.toString()},
            {u"referral_id"_s, optionalId(m.referralId)},
            {u"kind"_s, nameOf(m.kind)},
            {u"channel"_s, nameOf(m.address.channel())},
            {u"address"_s, m.address.value()},
            {u"due_at"_s, instantOf(m.dueAt)},
            {u"language"_s, m.language},
            {u"state"_s, nameOf(m.state)},
            {u"reason"_s, m.reason},
            {u"carrier_id"_s, m.carrierId},
            {u"state_at"_s, instantOf(m.stateAt)}};
}

Result<Message> readMessage(const QUuid& key, const QJsonObject& fields)
{
    Reader r("message", key, fields);
    return r.done(Message{.id = MessageId(r.keyOr(key)),
                          .shareId = r.id<ShareId>("share_id"_L1),
                          .clientId = r.id<ClientId>("client_id"_L1),
                          .referralId = r.maybeId<ReferralId>("referral_id"_L1),
                          .kind = r.one<MessageKind>("kind"_L1),
                          .address = r.address("channel"_L1, "address"_L1),
                          .dueAt = r.requiredInstant("due_at"_L1),
                          .language = r.text("language"_L1),
                          .state = r.one<MessageState>("state"_L1),
                          .reason = r.text("reason"_L1),
                          .carrierId = r.text("carrier_id"_L1),
                          .stateAt = r.instant("state_at"_L1)});
}

QJsonObject fieldsOf(const Reply& p)
{
    return {{u"via"_s, nameOf(p.via)},
            {u"channel"_s, p.from ? QJsonValue(nameOf(p.from->channel())) : QJsonValue(QJsonValue::Null)},
            {u"from_address"_s, p.from ? QJsonValue(p.from->value()) : QJsonValue(QJsonValue::Null)},
            {u"client_id"_s, optionalId(p.clientId)},
            {u"referral_id"_s, optionalId(p.referralId)},
            {u"message_id"_s, optionalId(p.messageId)},
            {u"answer"_s, optionalName(p.answer)},
            {u"body"_s, p.body},
            {u"carrier_id"_s, p.carrierId},
            {u"received_at"_s, instantOf(p.receivedAt)},
            {u"needs_worker"_s, p.needsWorker}};
}

Result<Reply> readReply(const QUuid& key, const QJsonObject& fields)
{
    Reader r("reply", key, fields);
    return r.done(Reply{.id = ReplyId(r.keyOr(key)),
                        .via = r.one<ReplyVia>("via"_L1),
                        .from = r.maybeAddress("channel"_L1, "from_address"_L1),
                        .clientId = r.maybeId<ClientId>("client_id"_L1),
                        .referralId = r.maybeId<ReferralId>("referral_id"_L1),
                        .messageId = r.maybeId<MessageId>("message_id"_L1),
                        .answer = r.maybe<Answer>("answer"_L1),
                        .body = r.text("body"_L1),
                        .carrierId = r.text("carrier_id"_L1),
                        .receivedAt = r.requiredInstant("received_at"_L1),
                        .needsWorker = r.flag("needs_worker"_L1)});
}

QJsonObject fieldsOf(const ReplyReading& g)
{
    return {{u"reply_id"_s, g.replyId.toString()},
            {u"worker_id"_s, g.workerId.toString()},
            {u"meaning"_s, nameOf(g.meaning)},
            {u"client_id"_s, optionalId(g.clientId)},
            {u"referral_id"_s, optionalId(g.referralId)},
            {u"at"_s, instantOf(g.at)},
            {u"note"_s, g.note}};
}

Result<ReplyReading> readReplyReading(const QUuid& key, const QJsonObject& fields)
{
    Reader r("reply_reading", key, fields);
    return r.done(ReplyReading{.id = ReplyReadingId(r.keyOr(key)),
                               .replyId = r.id<ReplyId>("reply_id"_L1),
                               .workerId = r.id<UserId>("worker_id"_L1),
                               .meaning = r.one<ReplyReading::Meaning>("meaning"_L1, ReplyReading::Meaning::Other),
                               .clientId = r.maybeId<ClientId>("client_id"_L1),
                               .referralId = r.maybeId<ReferralId>("referral_id"_L1),
                               .at = r.requiredInstant("at"_L1),
                               .note = r.text("note"_L1)});
}

QJsonObject fieldsOf(const DifferentPeople& d)
{
    return {{u"client_id"_s, d.clientId.toString()},
            {u"other_id"_s, d.otherId.toString()},
            {u"worker_id"_s, d.workerId.toString()},
            {u"at"_s, instantOf(d.at)}};
}

Result<DifferentPeople> readDifferentPeople(const QUuid& key, const QJsonObject& fields)
{
    Reader r("different_people", key, fields);
    return r.done(DifferentPeople{.id = r.keyOr(key),
                                  .clientId = r.id<ClientId>("client_id"_L1),
                                  .otherId = r.id<ClientId>("other_id"_L1),
                                  .workerId = r.id<UserId>("worker_id"_L1),
                                  .at = r.requiredInstant("at"_L1)});
}

QJsonObject fieldsOf(const OptOut& o)
{
    return {{u"channel"_s, nameOf(o.address.channel())},
            {u"address"_s, o.address.value()},
            {u"opted_out"_s, o.optedOut},
            {u"source"_s, nameOf(o.source)},
            {u"words"_s, o.words},
            {u"at"_s, instantOf(o.at)}};
}

Result<OptOut> readOptOut(const QUuid& key, const QJsonObject& fields)
{
    Reader r("opt_out", key, fields);
    return r.done(OptOut{.id = OptOutId(r.keyOr(key)),
                         .address = r.address("channel"_L1, "address"_L1),
                         .optedOut = r.flag("opted_out"_L1, true),
                         .source = r.one<OptOut::Source>("source"_L1),
                         .words = r.text("words"_L1),
                         .at = r.requiredInstant("at"_L1)});
}

QJsonObject fieldsOf(const Activity& a)
{
    return {{u"kind"_s, nameOf(a.kind)},
            {u"client_id"_s, a.clientId.toString()},
            {u"referral_id"_s, optionalId(a.referralId)},
            {u"at"_s, instantOf(a.at)},
            {u"worker_id"_s, optionalId(a.workerId)},
            {u"by_client"_s, a.byClient},
            {u"channel"_s, optionalName(a.channel)},
            {u"via"_s, optionalName(a.via)},
            {u"message_id"_s, optionalId(a.messageId)},
            {u"reply_id"_s, optionalId(a.replyId)},
            {u"rule"_s, a.rule},
            {u"from_status"_s, optionalName(a.fromStatus)},
            {u"to_status"_s, optionalName(a.toStatus)},
            {u"answer"_s, optionalName(a.answer)},
            {u"message_state"_s, optionalName(a.messageState)},
            {u"reverts_id"_s, optionalId(a.revertsId)},
            {u"text"_s, a.text}};
}

Result<Activity> readActivity(const QUuid& key, const QJsonObject& fields)
{
    Reader r("activity", key, fields);
    return r.done(Activity{.id = ActivityId(r.keyOr(key)),
                           .kind = r.one<ActivityKind>("kind"_L1),
                           .clientId = r.id<ClientId>("client_id"_L1),
                           .referralId = r.maybeId<ReferralId>("referral_id"_L1),
                           .at = r.requiredInstant("at"_L1),
                           .workerId = r.maybeId<UserId>("worker_id"_L1),
                           .byClient = r.flag("by_client"_L1),
                           .channel = r.maybe<Channel>("channel"_L1),
                           .via = r.maybe<ReplyVia>("via"_L1),
                           .messageId = r.maybeId<MessageId>("message_id"_L1),
                           .replyId = r.maybeId<ReplyId>("reply_id"_L1),
                           .rule = r.text("rule"_L1),
                           .fromStatus = r.maybe<ReferralStatus>("from_status"_L1),
                           .toStatus = r.maybe<ReferralStatus>("to_status"_L1),
                           .answer = r.maybe<Answer>("answer"_L1),
                           .messageState = r.maybe<MessageState>("message_state"_L1),
                           .revertsId = r.maybeId<ActivityId>("reverts_id"_L1),
                           .text = r.text("text"_L1)});
}

QJsonObject fieldsOf(const Favourite& f)
{
    return {{u"user_id"_s, f.userId.toString()}, {u"site_id"_s, f.siteId.toString()}, {u"removed"_s, f.removed}};
}

Result<Favourite> readFavourite(const QUuid& key, const QJsonObject& fields)
{
    Reader r("favourite", key, fields);
    return r.done(Favourite{.id = FavouriteId(r.keyOr(key)),
                            .userId = r.id<UserId>("user_id"_L1),
                            .siteId = r.id<ResourceSiteId>("site_id"_L1),
                            .removed = r.flag("removed"_L1)});
}

QJsonObject fieldsOf(const SavedFilter& f)
{
    return {{u"user_id"_s, f.userId.toString()},
            {u"list"_s, f.list},
            {u"name"_s, f.name},
            {u"query"_s, f.query},
            {u"removed"_s, f.removed}};
}

Result<SavedFilter> readSavedFilter(const QUuid& key, const QJsonObject& fields)
{
    Reader r("saved_filter", key, fields);
    return r.done(SavedFilter{.id = SavedFilterId(r.keyOr(key)),
                              .userId = r.id<UserId>("user_id"_L1),
                              .list = r.text("list"_L1),
                              .name = r.text("name"_L1),
                              .query = r.object("query"_L1),
                              .removed = r.flag("removed"_L1)});
}

} // namespace handrail::records
