// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QHash>
#include <QObject>

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

} // namespace handrail::ui
