// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/columnfit.h"

#include "ui/datewords.h"
#include "ui/words.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHeaderView>
#include <QLocale>
#include <QTableView>
#include <algorithm>
#include <numeric>

namespace handrail::ui {

namespace {

constexpr double narrowest = 0.65; // of what a column would like, before the table scrolls
constexpr int cellMargin = 5;      // on both sides of the words; the style's own, and a little more

/// A week of each month of some year: all weekdays with all months' names, and days of two digits.
QList<QDateTime> manyDays()
{
    constexpr int year = 2026;
    QList<QDateTime> days;
    for (int month = 1; month <= 12; ++month) {
        for (int day = 20; day < 27; ++day) {
            days.append(QDateTime(QDate(year, month, day), QTime(22, 0)));
        }
    }
    return days;
}

} // namespace

ColumnFit::ColumnFit(QTableView* table, QList<int> characters, QHash<int, int> least)
    : QObject(table)
    , m_table(table)
    , m_characters(std::move(characters))
    , m_least(std::move(least))
{
    QHeaderView* header = table->horizontalHeader();
    header->setStretchLastSection(false);
    table->viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, [this](int, int before, int after) { follow(before, after); });
    connect(header, &QHeaderView::sectionMoved, this, &ColumnFit::resized);
    fit();
}

void ColumnFit::restore(const QByteArray& state)
{
    m_fitting = true;
    const bool restored = m_table->horizontalHeader()->restoreState(state);
    m_fitting = false;
    if (restored) {
        takeOver();
    }
}

void ColumnFit::takeOver()
{
    m_own = true;
    m_fitting = true;
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_fitting = false;
}

bool ColumnFit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize && !m_own) {
        fit();
    }
    return QObject::eventFilter(watched, event);
}

void ColumnFit::follow(int before, int after)
{
    if (m_fitting) {
        return;
    }
    if (before == 0 || after == 0) {
        // A column was hidden or shown: the others share the room anew.
        if (!m_own) {
            QMetaObject::invokeMethod(
                this,
                [this] {
                    if (!m_own) {
                        fit();
                    }
                },
                Qt::QueuedConnection);
        }
        return;
    }
    if (!m_own) {
        takeOver();
    }
    Q_EMIT resized();
}

void ColumnFit::fit()
{
    QHeaderView* header = m_table->horizontalHeader();
    QList<int> columns;
    QList<int> widths;
    int characters = 0;
    for (int column = 0; column < std::min(header->count(), int(m_characters.size())); ++column) {
        if (!header->isSectionHidden(column)) {
            columns.append(column);
            characters += m_characters[column];
        }
    }
    const int room = m_table->viewport()->width();
    const int character = m_table->fontMetrics().averageCharWidth();
    const auto sizes = [&](double part) {
        widths.clear();
        for (const int column : std::as_const(columns)) {
            widths.append(std::max({header->sectionSizeHint(column), m_least.value(column),
                                    int(m_characters[column] * character * part)}));
        }
        return std::accumulate(widths.cbegin(), widths.cend(), 0);
    };
    // As they would like; narrower where that makes all of them visible; else as they would like, and it scrolls.
    double part = 1;
    int all = sizes(part);
    while (all > room && part > narrowest) {
        part -= 0.05;
        all = sizes(part);
    }
    if (all > room) {
        all = sizes(1);
    }
    m_fitting = true;
    int left = std::max(0, room - all);
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const int more = characters > 0 ? left * m_characters[columns[i]] / characters : 0;
        left -= more;
        characters -= m_characters[columns[i]];
        header->resizeSection(columns[i], widths[i] + more);
    }
    m_fitting = false;
}

int widthForWords(const QFontMetrics& metrics, const QStringList& words)
{
    int widest = 0;
    for (const QString& word : words) {
        widest = std::max(widest, metrics.horizontalAdvance(word));
    }
    return widest + 2 * cellMargin;
}

int widthForTimes(const QFontMetrics& metrics)
{
    QStringList words;
    for (const QDateTime& at : manyDays()) {
        words.append({timeInWords(at, at.addDays(-3)), timeInWords(at, at), timeInWords(at, at.addDays(1))});
    }
    return widthForWords(metrics, words);
}

int widthForDays(const QFontMetrics& metrics)
{
    QStringList words;
    for (const QDateTime& at : manyDays()) {
        words.append(weekdayIn(QLocale(), at.date()));
    }
    return widthForWords(metrics, words);
}

} // namespace handrail::ui
