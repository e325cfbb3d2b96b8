// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/referralfilter.h"

#include "core/domain/records/codec.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

using Answered = ReferralFilter::Answered;

constexpr int longestText = 200;
constexpr int mostDays = 3660;
constexpr int quietAfterDays = 14; // a follow-up comes after 7 days: a week without news says nothing yet

const QStringList answeredNames = {u"any"_s, u"waiting"_s, u"yes"_s, u"no"_s, u"no_longer_interested"_s};
const QStringList sortNames = {u"last_activity"_s, u"client"_s,  u"site"_s,
                               u"status"_s,        u"created"_s, u"next_follow_up"_s};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ReferralFilter)
};

QList<BuiltInFilter> makeBuiltIn()
{
    ReferralFilter mine, open, waiting, no, quiet, notShared;
    mine.mine = true;
    mine.statuses = openStatuses();
    open.statuses = openStatuses();
    waiting.answered = Answered::Waiting;
    no.answered = Answered::No;
    quiet.statuses = openStatuses();
    quiet.quietDays = quietAfterDays;
    quiet.descending = false; // the one that was left alone longest first
    notShared.statuses = openStatuses();
    notShared.shared = false;
    return {{u"all"_s, {}},         {u"mine"_s, mine},   {u"open"_s, open},           {u"waiting"_s, waiting},
            {u"answered_no"_s, no}, {u"quiet"_s, quiet}, {u"not_shared"_s, notShared}};
}

template <typename Id>
void insertId(QJsonObject& json, const QString& name, const std::optional<Id>& id)
{
    if (id)
        json.insert(name, id->toString());
}

void insertDate(QJsonObject& json, const QString& name, const QDate& date)
{
    if (date.isValid())
        json.insert(name, date.toString(Qt::ISODate));
}

/// Reads what is there and notes where it can't be right.
class Reader
{
public:
    explicit Reader(QJsonObject json)
        : m_json(std::move(json))
    {
    }
    [[nodiscard]] bool good() const { return m_good && m_json.isEmpty(); }
    [[nodiscard]] bool has(const QString& name) const { return m_json.contains(name); }
    QString text(const QString& name, int longest = longestText)
    {
        const QJsonValue value = m_json.take(name);
        m_good = m_good && (value.isUndefined() || (value.isString() && value.toString().size() <= longest));
        return value.toString();
    }
    bool flag(const QString& name)
    {
        const QJsonValue value = m_json.take(name);
        m_good = m_good && (value.isUndefined() || value.isBool());
        return value.toBool();
    }
    int days(const QString& name)
    {
        const QJsonValue value = m_json.take(name);
        const int number = value.toInt(0);
        m_good = m_good && (value.isUndefined() || (value.isDouble() && number > 0 && number <= mostDays));
        return m_good ? number : 0;
    }
    int oneOf(const QString& name, const QStringList& names, int otherwise)
    {
        if (!has(name))
            return otherwise;
        const int found = int(names.indexOf(text(name)));
        m_good = m_good && found >= 0;
        return std::max(found, 0);
    }
    QDate date(const QString& name)
    {
        if (!has(name))
            return {};
        const QDate date = QDate::fromString(text(name), Qt::ISODate);
        m_good = m_good && date.isValid();
        return date;
    }
    template <typename Id>
    std::optional<Id> id(const QString& name)
    {
        if (!has(name))
            return std::nullopt;
        const auto id = Id::fromString(text(name));
        m_good = m_good && id;
        return id;
    }
    QList<ReferralStatus> statuses(const QString& name)
    {
        QList<ReferralStatus> all;
        const QJsonValue value = m_json.take(name);
        m_good = m_good && (value.isUndefined() || value.isArray());
        for (const QJsonValue& item : value.toArray()) {
            const auto status = records::fromName<ReferralStatus>(item.toString());
            m_good = m_good && status && !all.contains(*status);
            if (m_good)
                all.append(*status);
        }
        return all;
    }

private:
    QJsonObject m_json;
    bool m_good = true;
};

} // namespace

const QList<ReferralStatus>& openStatuses()
{
    static const QList<ReferralStatus> open = {ReferralStatus::Unstarted, ReferralStatus::InReview,
                                               ReferralStatus::ServiceInProgress};
    return open;
}

const QList<BuiltInFilter>& builtInReferralFilters()
{
    static const QList<BuiltInFilter> all = makeBuiltIn();
    return all;
}

QJsonObject savedForm(const ReferralFilter& filter)
{
    QJsonObject json;
    if (!filter.text.trimmed().isEmpty())
        json.insert(u"text"_s, filter.text.trimmed().left(longestText));
    QJsonArray statuses;
    for (const ReferralStatus status : filter.statuses)
        statuses.append(records::nameOf(status));
    if (!statuses.isEmpty())
        json.insert(u"statuses"_s, statuses);
    if (filter.mine)
        json.insert(u"mine"_s, true);
    insertId(json, u"worker"_s, filter.worker);
    insertId(json, u"team"_s, filter.team);
    insertId(json, u"site"_s, filter.site);
    if (filter.shared)
        json.insert(u"shared"_s, *filter.shared);
    if (filter.answered != Answered::Any)
        json.insert(u"answered"_s, answeredNames[int(filter.answered)]);
    insertDate(json, u"created_from"_s, filter.createdFrom);
    insertDate(json, u"created_to"_s, filter.createdTo);
    if (filter.createdLastDays > 0)
        json.insert(u"created_last_days"_s, filter.createdLastDays);
    if (filter.quietDays > 0)
        json.insert(u"quiet_days"_s, filter.quietDays);
    json.insert(u"sort"_s, sortNames[int(filter.sort)]);
    json.insert(u"descending"_s, filter.descending);
    return json;
}

Result<ReferralFilter> readReferralFilter(const QJsonObject& saved)
{
    const Error wrong{ErrorCode::InvalidInput, Words::tr("This saved filter can’t be read by this version of Handrail. "
                                                         "Delete it, or save it anew.")};
    Reader reader(saved);
    ReferralFilter filter;
    filter.text = reader.text(u"text"_s);
    filter.statuses = reader.statuses(u"statuses"_s);
    filter.mine = reader.flag(u"mine"_s);
    filter.worker = reader.id<UserId>(u"worker"_s);
    filter.team = reader.id<TeamId>(u"team"_s);
    filter.site = reader.id<ResourceSiteId>(u"site"_s);
    if (reader.has(u"shared"_s))
        filter.shared = reader.flag(u"shared"_s);
    filter.answered = Answered(reader.oneOf(u"answered"_s, answeredNames, 0));
    filter.createdFrom = reader.date(u"created_from"_s);
    filter.createdTo = reader.date(u"created_to"_s);
    filter.createdLastDays = reader.days(u"created_last_days"_s);
    filter.quietDays = reader.days(u"quiet_days"_s);
    filter.sort = ReferralSort(reader.oneOf(u"sort"_s, sortNames, 0));
    filter.descending = reader.has(u"descending"_s) ? reader.flag(u"descending"_s) : true;
    if (!reader.good())
        return wrong;
    return filter;
}

} // namespace handrail
