// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/referraltablemodel.h"
#include "ui/services.h"

class QTableView;

namespace handrail::ui {

/// Which referrals are selected, by their ids: what is chosen stays chosen when an answer moves a row, and rows that
/// were never on the screen («select all») are known too.
class RowSelection : public QObject
{
    Q_OBJECT

public:
    RowSelection(QTableView* view, ReferralTableModel* model, Services services);
    /// In the order of the table as it was when they were selected.
    [[nodiscard]] const QList<ReferralId>& ids() const { return m_ids; }
    /// The ids of rows that are not on the screen are still being asked for.
    [[nodiscard]] bool isReading() const { return m_reading; }
    void clear();

Q_SIGNALS:
    void changed();

private:
    void follow();
    void readRest(const QList<int>& missing);
    void restore();

    QTableView* m_view;
    ReferralTableModel* m_model;
    Services m_services;
    QList<ReferralId> m_ids;
    bool m_quiet = false;
    bool m_reading = false;
    int m_question = 0;
};

} // namespace handrail::ui
