// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/statistics/numbers.h"

namespace handrail::ui {

/// A cell of a table of numbers; with a figure it opens that list.
struct ReportCell
{
    QString text;
    std::optional<Figure> figure;
};

/// One kind of bar in a chart: a value, and the list behind it, for each category.
struct ReportSeries
{
    QString name;
    QList<int> values;
    QList<Figure> figures;
};

/// A question that supervisors ask, answered as a chart and, in the same numbers, as a table.
struct ReportSection
{
    enum class Shape { Bars, Columns }; ///< Lying, standing; several series stand on one another.
    QString name;                       ///< For tests and file names: "status".
    QString title;                      ///< «Referrals by status»
    QString definition;                 ///< What the numbers mean.
    QString summary;                    ///< The answer in a sentence: also what a screen reader hears of the chart.
    QString nothing;                    ///< What to say where there is nothing to show.
    Shape shape = Shape::Bars;
    QStringList categories;
    QList<ReportSeries> series;
    QStringList header;
    QList<QList<ReportCell>> rows;

    [[nodiscard]] bool isEmpty() const;
};

/// One number at the top, compared with the period before.
struct ReportTile
{
    QString name;
    QString title;
    QString definition;
    QString value;
    QString before; ///< «before: 9»
    Figure figure;
};

struct Report
{
    QString title;  ///< «Team: East»
    QString period; ///< «Nov 1 - 24, 2026, compared with Oct 1 - 24, 2026»
    QList<ReportTile> tiles;
    QList<ReportSection> sections;
};

/// Numbers in words, in the worker's language; `scope`: whose they are.
Report reportOf(const Numbers& numbers, const QString& scope);

/// «Nov 1 - 24, 2026», as the locale writes dates.
QString periodInWords(const Period& period);

/// All tables of a report, one below the other, for csvOf().
QList<QStringList> tableOf(const Report& report);

} // namespace handrail::ui
