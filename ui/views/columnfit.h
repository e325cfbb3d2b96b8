// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QHash>
#include <QObject>
#include <QStringList>

class QFontMetrics;
class QTableView;

namespace handrail::ui {

/// Shares the width of a table among its columns, so that none is beyond the edge as long as all can be read; below that
/// the table scrolls. From the moment when a person makes a column as wide as they like it, the columns are theirs.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    /// `characters`: what each column has to show, in characters; wide columns get more of what is left.
    /// `least`: pixels below which a column may not go, for what is drawn and not merely written in it.
    ColumnFit(QTableView* table, QList<int> characters, QHash<int, int> least = {});
    /// Takes up what QHeaderView::saveState() kept of a person's own columns.
    void restore(const QByteArray& state);

Q_SIGNALS:
    /// A person has made a column wider or narrower, or moved one.
    void resized();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void follow(int before, int after);
    void takeOver();

    QTableView* m_table;
    QList<int> m_characters;
    QHash<int, int> m_least;
    bool m_fitting = false;
    bool m_own = false;
};

/// Pixels that a column needs for any of `words`, with what a cell leaves free beside them.
[[nodiscard]] int widthForWords(const QFontMetrics& metrics, const QStringList& words);
/// Pixels that a column of moments (timeInWords()) needs, and one of days (dayInWords()), whatever the day.
[[nodiscard]] int widthForTimes(const QFontMetrics& metrics);
[[nodiscard]] int widthForDays(const QFontMetrics& metrics);

} // namespace handrail::ui
