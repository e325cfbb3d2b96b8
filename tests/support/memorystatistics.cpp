// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memorystatistics.h"

#include "tests/support/memorystore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

/// All values of the records, by id.
struct World
{
    QMap<QUuid, Client> clients;
    QMap<QUuid, User> users;
    QMap<QUuid, Referral> referrals;
    QMap<QUuid, ResourceSite> sites;
    QList<Message> messages;
    QList<Activity> activities;
    QList<OptOut> optOuts;
    QList<ContactPoint> points;
    QMap<QUuid, QUuid> mergedInto;
};

template <typename T>
QMap<QUuid, T> read(const MemoryRecords& records, const QString& entity,
                    Result<T> (*one)(const QUuid&, const QJsonObject&))
{
    QMap<QUuid, T> values;
    const auto table = records.tables.value(entity);
    for (auto it = table.begin(); it != table.end(); ++it)
        if (const auto value = one(it.key(), it.value()))
            values.insert(it.key(), *value);
    return values;
}

World worldOf(const MemoryRecords& records)
{
    World world{read(records, u"client"_s, records::readClient),
                read(records, u"user"_s, records::readUser),
                read(records, u"referral"_s, records::readReferral),
                read(records, u"resource_site"_s, records::readResourceSite),
                read(records, u"message"_s, records::readMessage).values(),
                read(records, u"activity"_s, records::readActivity).values(),
                read(records, u"opt_out"_s, records::readOptOut).values(),
                read(records, u"contact_point"_s, records::readContactPoint).values(),
                {}};
    const auto clients = records.tables.value(u"client"_s);
    for (auto it = clients.begin(); it != clients.end(); ++it)
        if (const QUuid into = QUuid::fromString(it.value().value(u"merged_into"_s).toString()); !into.isNull())
            world.mergedInto.insert(it.key(), into);
    std::ranges::sort(world.activities, [](const Activity& a, const Activity& b) {
        return std::pair(a.at, a.id.toString()) < std::pair(b.at, b.id.toString());
    });
    return world;
}

bool isTakenBack(const World& world, const Activity& activity)
{
    return std::ranges::any_of(world.activities, [&](const Activity& a) { return a.revertsId == activity.id; });
}

bool isCompletion(const Activity& activity)
{
    return activity.toStatus == ReferralStatus::ServiceCompleted &&
           activity.fromStatus != ReferralStatus::ServiceCompleted;
}

/// The last of a referral's or message's activities (they are in order) for which `wanted` holds.
template <typename Wanted>
const Activity* lastOf(const World& world, Wanted wanted)
{
    const Activity* last = nullptr;
    for (const Activity& activity : world.activities)
        if (wanted(activity))
            last = &activity;
    return last;
}

class Collector
{
public:
    Collector(const World& world, const StatisticsQuery& query)
        : m_world(world)
        , m_query(query)
    {
    }
    QList<FigureRow> collect(Measure measure);

private:
    [[nodiscard]] bool within(const QDateTime& at) const
    {
        return at.isValid() && at >= m_query.from && at < m_query.to;
    }
    void add(FigureRow row, const Referral* referral);
    void addMessage(const Message& message, const QString& bucket, const Activity* answer);
    void addActivity(const Activity& activity, const QString& bucket);
    [[nodiscard]] const Referral* referralOf(const std::optional<ReferralId>& id) const
    {
        const auto found = id ? m_world.referrals.constFind(id->uuid()) : m_world.referrals.constEnd();
        return found == m_world.referrals.constEnd() ? nullptr : &*found;
    }
    void referrals();
    void answers();
    void completed();
    void saidNo();
    void optOuts();
    void openLoad();

    const World& m_world;
    const StatisticsQuery& m_query;
    QList<FigureRow> m_rows;
};

void Collector::add(FigureRow row, const Referral* referral)
{
    std::optional<UserId> worker;
    std::optional<TeamId> team;
    if (row.clientId) {
        const QUuid surviving = m_world.mergedInto.value(row.clientId->uuid(), row.clientId->uuid());
        row.clientName = m_world.clients.value(row.clientId->uuid(), Client{.id = *row.clientId}).fullName();
        if (const auto client = m_world.clients.constFind(surviving); client != m_world.clients.constEnd()) {
            worker = client->assignedWorkerId;
            team = client->teamId;
        }
    }
    if (!worker && referral)
        worker = referral->createdBy;
    if (const auto user = worker ? m_world.users.constFind(worker->uuid()) : m_world.users.constEnd();
        user != m_world.users.constEnd()) {
        row.workerName = user->displayName;
        team = team ? team : user->teamId;
    }
    if ((m_query.worker && worker != m_query.worker) || (m_query.team && team != m_query.team))
        return;
    if (referral)
        if (const auto site = m_world.sites.constFind(referral->siteId.uuid()); site != m_world.sites.constEnd())
            row.siteName = site->displayName();
    if (row.bucket.startsWith(u'.'))
        row.bucket = (worker ? worker->toString() : QString()) + row.bucket;
    m_rows.append(row);
}

void Collector::addMessage(const Message& message, const QString& bucket, const Activity* answer)
{
    const Referral* referral = referralOf(message.referralId);
    add({.key = message.id.uuid(),
         .bucket = bucket,
         .at = message.stateAt,
         .clientId = message.clientId,
         .referralId = message.referralId,
         .clientName = {},
         .siteName = {},
         .workerName = {},
         .status = {},
         .channel = message.channel(),
         .answer = answer ? answer->answer : std::nullopt,
         .messageState = message.state,
         .reason = message.reason},
        referral);
}

void Collector::addActivity(const Activity& activity, const QString& bucket)
{
    add({.key = activity.id.uuid(),
         .bucket = bucket,
         .at = activity.at,
         .clientId = activity.clientId,
         .referralId = activity.referralId,
         .clientName = {},
         .siteName = {},
         .workerName = {},
         .status = {},
         .channel = activity.channel,
         .answer = activity.answer,
         .messageState = activity.messageState,
         .reason = {}},
        referralOf(activity.referralId));
}

FigureRow rowOf(const Referral& referral, const QString& bucket, const QDateTime& at)
{
    FigureRow row{.key = referral.id.uuid(), .bucket = bucket, .at = at};
    row.clientId = referral.clientId;
    row.referralId = referral.id;
    row.status = referral.status;
    return row;
}

void Collector::referrals()
{
    for (const Referral& referral : m_world.referrals)
        if (within(referral.createdAt))
            add(rowOf(referral, records::nameOf(referral.status), referral.createdAt), &referral);
}

void Collector::answers()
{
    for (const Message& message : m_world.messages) {
        const bool out = message.state == MessageState::Sent || message.state == MessageState::Delivered;
        if (message.kind != MessageKind::FollowUp || !out || !within(message.stateAt))
            continue;
        const Activity* answer = lastOf(m_world, [&](const Activity& a) {
            return a.messageId == message.id && a.answer && !isTakenBack(m_world, a);
        });
        addMessage(message,
                   records::nameOf(message.channel()) + u'.' + (answer ? records::nameOf(*answer->answer) : QString(u"none"_s)),
                   answer);
    }
}

void Collector::completed()
{
    for (const Referral& referral : m_world.referrals) {
        const Activity* last =
            lastOf(m_world, [&](const Activity& a) { return a.referralId == referral.id && isCompletion(a); });
        if (referral.status != ReferralStatus::ServiceCompleted || !last || !within(last->at))
            continue;
        FigureRow row = rowOf(referral, QString::number(referral.createdAt.msecsTo(last->at) / 86400000), last->at);
        row.channel = last->channel;
        row.answer = last->answer;
        add(row, &referral);
    }
}

void Collector::saidNo()
{
    for (const Referral& referral : m_world.referrals) {
        const Activity* last = lastOf(m_world, [&](const Activity& a) {
            return a.referralId == referral.id && a.answer && !isTakenBack(m_world, a);
        });
        if (last && last->answer == Answer::No && within(last->at))
            addActivity(*last, referral.siteId.toString());
    }
}

void Collector::optOuts()
{
    for (const OptOut& entry : m_world.optOuts) {
        if (!entry.optedOut || !within(entry.at))
            continue;
        FigureRow row{.key = entry.id.uuid(), .bucket = records::nameOf(entry.address.channel()), .at = entry.at};
        row.channel = entry.address.channel();
        for (const ContactPoint& point : m_world.points)
            if (point.address.channel() == entry.address.channel() &&
                point.address.ledgerKey() == entry.address.ledgerKey() &&
                (!row.clientId || point.clientId.toString() < row.clientId->toString()))
                row.clientId = point.clientId;
        add(row, nullptr);
    }
}

void Collector::openLoad()
{
    for (const Referral& referral : m_world.referrals) {
        if (referral.status == ReferralStatus::ServiceCompleted || referral.status == ReferralStatus::Canceled)
            continue;
        const Activity* last = lastOf(m_world, [&](const Activity& a) { return a.referralId == referral.id; });
        const QDateTime at = last ? std::max(last->at, referral.createdAt) : referral.createdAt;
        add(rowOf(referral, at < m_query.to.addDays(-quietDays) ? u".quiet"_s : u".active"_s, at), &referral);
    }
}

QList<FigureRow> Collector::collect(Measure measure)
{
    switch (measure) {
    case Measure::Referrals:
        referrals();
        break;
    case Measure::Answers:
        answers();
        break;
    case Measure::Completed:
        completed();
        break;
    case Measure::SaidNo:
        saidNo();
        break;
    case Measure::OptOuts:
        optOuts();
        break;
    case Measure::OpenLoad:
        openLoad();
        break;
    case Measure::NotArrived:
        for (const Message& message : m_world.messages)
            if ((message.state == MessageState::Refused || message.state == MessageState::Expired ||
                 message.state == MessageState::Held) &&
                within(message.stateAt))
                addMessage(message, records::nameOf(message.state), nullptr);
        break;
    case Measure::Activity:
        for (const handrail::Activity& activity : m_world.activities)
            if (within(activity.at))
                addActivity(activity, records::nameOf(activity.kind));
        break;
    }
    std::ranges::sort(m_rows, [](const FigureRow& a, const FigureRow& b) {
        return std::pair(a.at, a.key.toString()) > std::pair(b.at, b.key.toString());
    });
    return m_rows;
}

QList<FigureRow> rowsOf(const MemoryRecords& records, const Figure& figure)
{
    const World world = worldOf(records);
    QList<FigureRow> rows = Collector(world, figure.query).collect(figure.measure);
    if (!figure.buckets.isEmpty())
        rows.removeIf([&](const FigureRow& row) { return !figure.buckets.contains(row.bucket); });
    return rows;
}

} // namespace

Result<QList<BucketCount>> MemoryStatistics::counts(Measure measure, const StatisticsQuery& query)
{
    QMap<QString, BucketCount> counted;
    for (const FigureRow& row : rowsOf(m_records, {measure, query, {}})) {
        BucketCount& one = counted[row.bucket];
        one.bucket = row.bucket;
        one.name = measure == Measure::SaidNo     ? row.siteName
                   : measure == Measure::OpenLoad ? row.workerName
                                                  : QString();
        ++one.count;
    }
    QList<BucketCount> all = counted.values();
    std::ranges::stable_sort(all, std::greater(), &BucketCount::count);
    return all;
}

Result<QList<FigureRow>> MemoryStatistics::rows(const Figure& figure, int offset, int limit)
{
    return rowsOf(m_records, figure).mid(offset, limit);
}

Result<int> MemoryStatistics::rowCount(const Figure& figure)
{
    return int(rowsOf(m_records, figure).size());
}

} // namespace handrail::tests
