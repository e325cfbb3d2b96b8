// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"

#include <QVariantList>

/// The statements that find a page of referrals without reading all of them: one index of referral_list narrows, or one
/// gives the order, and which it is stands in the statement (INDEXED BY), so that a million rows can't surprise us.
namespace handrail::referralplaces {

struct Sql
{
    QString text;
    QVariantList values;
};

/// What a query asks of referral_list, the narrowest condition first.
class Plan
{
public:
    explicit Plan(const ReferralQuery& query);

    /// The text asks for nothing that could match.
    [[nodiscard]] bool none() const { return m_none; }
    /// Whether an index or the search narrows the list at all.
    [[nodiscard]] bool narrows() const
    {
        return !m_match.isEmpty() || !m_drivingIndex.isEmpty() || m_statuses.size() > 1;
    }
    /// SELECT 1 for each row, in no order; to be counted up to a limit.
    [[nodiscard]] Sql rows() const;
    /// SELECT place in the query's order; `LIMIT ? OFFSET ?` is to be appended. `few`: so few rows match that sorting
    /// them is cheaper than walking the whole order. More than one statement: read one after the other.
    [[nodiscard]] QList<Sql> ordered(bool few) const;
    /// ORDER BY for rows of referral_list l that were found already.
    [[nodiscard]] QString order(const QString& alias) const;

private:
    void narrowBy(const QString& condition, const QVariantList& values, const QString& index);
    void filterBy(const QString& condition, const QVariantList& values = {});
    [[nodiscard]] Sql from(const QString& index, const QString& driving, const QVariantList& values) const;
    [[nodiscard]] Sql byDrivingIndex() const;
    [[nodiscard]] Sql byStatuses() const;
    [[nodiscard]] Sql bySearch() const;
    [[nodiscard]] QList<Sql> walked() const;
    [[nodiscard]] bool byActivity() const { return m_sort == ReferralSort::LastActivity; }

    ReferralSort m_sort;
    bool m_descending;
    bool m_none = false;
    QString m_match;
    QString m_drivingIndex;
    QString m_driving;
    QVariantList m_drivingValues;
    bool m_drivenInOrder = true; ///< The driving index ends in `place`.
    QList<int> m_statuses;       ///< Ranks; more than one and no narrower condition: one arm each.
    QStringList m_filters;
    QVariantList m_filterValues;
};

} // namespace handrail::referralplaces
