// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"
#include "core/storage/database.h"

namespace handrail {

/// Answers which sites fit a SiteQuery as places of site_list. Text and filters are one question to the FTS5 table,
/// which answers in the list's order; open hours and distances are worked out for the sites that come out of it.
class SiteSearch
{
public:
    struct Hit
    {
        qint64 place = 0;
        std::optional<double> distanceKm;
    };

    SiteSearch(Database& database, const SiteQuery& query);

    Result<QList<Hit>> hits(Page page);
    Result<int> count();

    /// Where the sites are whose address has these words.
    static Result<std::optional<NearPlace>> place(Database& database, const QString& typed);

private:
    Result<QList<Hit>> inOrder(Page page);
    Result<QList<Hit>> byDistance(Page page);
    Result<QList<Hit>> nearestFirst(int wanted);
    [[nodiscard]] int mostCounted() const;
    [[nodiscard]] double reachKm(int grid, int reach) const;
    [[nodiscard]] QString cellsAbout(int grid, int reach) const;
    Result<QList<Hit>> measured(QStringList terms, double farthestKm, int most);
    Result<QList<Hit>> withoutPosition(Page page);
    Result<QList<Hit>> amongFew();
    Result<QList<qint64>> few();
    Result<bool> isOpen(qint64 place, const QString& week);

    Database& m_database;
    const SiteQuery& m_query;
    QString m_match;           ///< FTS5; empty: every site.
    bool m_impossible = false; ///< Text without a letter or digit.
    QTimeZone m_zone;
    int m_minute = 0; ///< Of the week, for open hours.
    bool m_cutShort = false; ///< measured() looked at as many as it may.
};

} // namespace handrail
