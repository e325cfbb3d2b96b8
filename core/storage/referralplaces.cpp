// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/referralplaces.h"

#include "core/domain/records/codec.h"
#include "core/storage/searchwords.h"
#include "core/storage/storehelp.h"

#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace handrail::referralplaces {

namespace {

struct Order
{
    QString column;
    QString index; ///< (column, place)
};

Order orderOf(ReferralSort sort)
{
    switch (sort) {
    case ReferralSort::Client:
        return {u"client_key"_s, u"referral_list_by_client_key"_s};
    case ReferralSort::Site:
        return {u"site_key"_s, u"referral_list_by_site_key"_s};
    case ReferralSort::Status:
        return {u"status_rank"_s, u"referral_list_by_rank"_s};
    case ReferralSort::Created:
        return {u"created_at"_s, u"referral_list_by_created"_s};
    case ReferralSort::NextFollowUp:
        return {u"next_follow_up"_s, u"referral_list_by_follow_up"_s};
    case ReferralSort::LastActivity:
        break;
    }
    return {};
}

QString where(const QStringList& conditions)
{
    return conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND "_s);
}

} // namespace

Plan::Plan(const ReferralQuery& query)
    : m_sort(query.sort)
    , m_descending(query.descending)
    , m_match(search::matchExpression(query.text))
{
    m_none = m_match.isEmpty() && !query.text.trimmed().isEmpty();
    if (query.client)
        // The kept one of a merged client has all of its referrals (docs/decisions/0135).
        narrowBy(u"client_id = coalesce((SELECT kept_id FROM client_kept WHERE id = ?), ?)"_s,
                 {query.client->toString(), query.client->toString()}, u"referral_list_by_client"_s);
    if (query.site)
        narrowBy(u"site_id = ?"_s, {query.site->toString()}, u"referral_list_by_site"_s);
    if (query.worker)
        narrowBy(u"worker_id = ?"_s, {query.worker->toString()}, u"referral_list_by_worker"_s);
    if (query.waitingForAnswer) {
        narrowBy(u"asked = 1 AND answer IS NULL"_s, {}, u"referral_list_waiting"_s);
        filterBy(u"status_rank <= ?"_s, {int(ReferralStatus::ServiceInProgress)});
    }
    if (query.shared && !*query.shared)
        narrowBy(u"shared = 0"_s, {}, u"referral_list_unshared"_s);
    if (query.answer)
        narrowBy(u"answer = ?"_s, {records::nameOf(*query.answer)}, u"referral_list_by_answer"_s);
    if (query.shared && *query.shared)
        filterBy(u"shared = 1"_s);
    if (query.status)
        m_statuses = {int(*query.status)};
    for (const ReferralStatus status : query.statuses)
        if (!m_statuses.contains(int(status)))
            m_statuses.append(int(status));
    if (m_statuses.size() == 1)
        narrowBy(u"status_rank = ?"_s, {m_statuses.first()}, u"referral_list_by_rank"_s);
    if (query.team)
        narrowBy(u"team_id = ?"_s, {query.team->toString()}, u"referral_list_by_team"_s);
    const bool armed = m_statuses.size() > 1 && m_drivingIndex.isEmpty() && m_match.isEmpty();
    if (m_statuses.size() > 1 && !armed) {
        QVariantList ranks(m_statuses.begin(), m_statuses.end());
        filterBy(u"status_rank IN (%1)"_s.arg(QStringList(ranks.size(), u"?"_s).join(u',')), ranks);
        m_statuses.clear();
    }
    if (query.quietSince.isValid()) {
        // Places go by time, latest first: everything before this one is younger.
        filterBy(u"place >= ?"_s, {search::placeByTime(query.quietSince.toMSecsSinceEpoch())});
        filterBy(u"last_activity_at <= ?"_s, {query.quietSince.toMSecsSinceEpoch()});
    }
    if (query.createdFrom.isValid() || query.createdBefore.isValid()) {
        const QVariantList bounds = {query.createdFrom.isValid() ? query.createdFrom.toMSecsSinceEpoch() : 0,
                                     query.createdBefore.isValid() ? query.createdBefore.toMSecsSinceEpoch()
                                                                   : std::numeric_limits<qint64>::max()};
        const bool alone = m_drivingIndex.isEmpty() && !armed;
        narrowBy(u"created_at >= ? AND created_at < ?"_s, bounds, u"referral_list_by_created"_s);
        m_drivenInOrder = !alone;
    }
}

/// The first condition drives; what comes later is asked of each row that it gives.
void Plan::narrowBy(const QString& condition, const QVariantList& values, const QString& index)
{
    if (!m_drivingIndex.isEmpty() || !m_match.isEmpty() || m_statuses.size() > 1)
        return filterBy(condition, values);
    m_drivingIndex = index;
    m_driving = condition;
    m_drivingValues = values;
}

void Plan::filterBy(const QString& condition, const QVariantList& values)
{
    m_filters.append(condition);
    m_filterValues += values;
}

QString Plan::order(const QString& alias) const
{
    const QString dot = alias.isEmpty() ? QString() : alias + u'.';
    if (byActivity())
        return u" ORDER BY %1place%2"_s.arg(dot, m_descending ? QString() : u" DESC"_s);
    const QString way = m_descending ? u" DESC"_s : QString();
    const QString column = dot + orderOf(m_sort).column;
    const QString last = m_sort == ReferralSort::NextFollowUp ? column + u" IS NULL, "_s : QString();
    return u" ORDER BY %1%2%3, %4place%3"_s.arg(last, column, way, dot);
}

/// `index` empty: the list itself, in the order of places.
Sql Plan::from(const QString& index, const QString& driving, const QVariantList& values) const
{
    QStringList conditions;
    if (!driving.isEmpty())
        conditions.append(driving);
    const QString which = index.isEmpty() ? u"NOT INDEXED"_s : u"INDEXED BY "_s + index;
    return {u"FROM referral_list %1"_s.arg(which) + where(conditions + m_filters), values + m_filterValues};
}

Sql Plan::byDrivingIndex() const
{
    return from(m_drivingIndex, m_driving, m_drivingValues);
}

Sql Plan::byStatuses() const
{
    const QVariantList ranks(m_statuses.begin(), m_statuses.end());
    return from(u"referral_list_by_rank"_s, u"status_rank IN (%1)"_s.arg(QStringList(ranks.size(), u"?"_s).join(u',')),
                ranks);
}

Sql Plan::bySearch() const
{
    return {u"FROM referral_search JOIN referral_list ON place = referral_search.rowid"_s +
                where(QStringList{u"referral_search MATCH ?"_s} + m_filters),
            QVariantList{m_match} + m_filterValues};
}

Sql Plan::rows() const
{
    Sql sql = !m_match.isEmpty() ? bySearch() : m_statuses.size() > 1 ? byStatuses() : byDrivingIndex();
    sql.text.prepend(u"SELECT 1 "_s);
    return sql;
}

/// All that match, in the order of an index, each row asked whether it matches.
QList<Sql> Plan::walked() const
{
    const Order order = orderOf(m_sort);
    QString driving = m_driving;
    QVariantList values = m_drivingValues;
    if (m_statuses.size() > 1) {
        driving = u"status_rank IN (%1)"_s.arg(QStringList(m_statuses.size(), u"?"_s).join(u','));
        values = QVariantList(m_statuses.begin(), m_statuses.end());
    }
    // The unary plus keeps a condition from choosing another index than the order's.
    if (!driving.isEmpty() && (m_drivingIndex.isEmpty() || m_drivingIndex != order.index))
        driving = u'+' + driving.replace(u" AND "_s, u" AND +"_s);
    const QString way = m_descending ? u" DESC"_s : QString();
    if (byActivity()) {
        Sql sql = from({}, driving, values);
        sql.text = u"SELECT place "_s + sql.text + u" ORDER BY place"_s + (m_descending ? QString() : u" DESC"_s);
        return {sql};
    }
    const QString ordered = u" ORDER BY %1%2, place%2"_s.arg(order.column, way);
    if (m_sort == ReferralSort::NextFollowUp && !m_descending) {
        // Nothing sorts before anything in an index, and should come after it here.
        QList<Sql> parts;
        for (const QString& part : {u"next_follow_up IS NOT NULL"_s, u"next_follow_up IS NULL"_s}) {
            Sql sql = from(order.index, driving.isEmpty() ? part : part + u" AND "_s + driving, values);
            sql.text = u"SELECT place "_s + sql.text + ordered;
            parts.append(sql);
        }
        return parts;
    }
    Sql sql = from(order.index, driving, values);
    sql.text = u"SELECT place "_s + sql.text + ordered;
    return {sql};
}

QList<Sql> Plan::ordered(bool few) const
{
    if (byActivity() && m_match.isEmpty() &&
        (m_statuses.size() > 1 || (m_drivenInOrder && !m_drivingIndex.isEmpty()))) {
        if (m_statuses.size() <= 1) {
            Sql sql = byDrivingIndex();
            sql.text = u"SELECT place "_s + sql.text + order({});
            return {sql};
        }
        // One arm a status, merged: each comes in order by itself.
        QStringList arms;
        QVariantList values;
        for (const int rank : m_statuses) {
            const Sql arm = from(u"referral_list_by_rank"_s, u"status_rank = ?"_s, {rank});
            arms.append(u"SELECT place "_s + arm.text);
            values += arm.values;
        }
        return {{arms.join(u" UNION ALL "_s) + order({}), values}};
    }
    if (byActivity() && !m_match.isEmpty()) {
        Sql sql = bySearch();
        sql.text = u"SELECT place "_s + sql.text + u" ORDER BY referral_search.rowid"_s +
                   (m_descending ? QString() : u" DESC"_s);
        return {sql};
    }
    if (m_match.isEmpty() && (!few || !narrows()))
        return walked();
    Sql sql = !m_match.isEmpty() ? bySearch() : m_statuses.size() > 1 ? byStatuses() : byDrivingIndex();
    const QString column = byActivity() ? QString() : u", "_s + orderOf(m_sort).column;
    const QString latest = m_match.isEmpty() ? QString() : u" ORDER BY referral_search.rowid"_s;
    sql.text =
        u"SELECT place FROM (SELECT place%1 %2%3 LIMIT %4)"_s.arg(column, sql.text, latest).arg(countLimit) + order({});
    return {sql};
}

} // namespace handrail::referralplaces
