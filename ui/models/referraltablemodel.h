// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "ui/models/pagedmodel.h"

#include <QCoreApplication>

namespace handrail::ui {

/// Referrals in the order that was asked for.
class ReferralTableModel : public PagedModel<ReferralRow>
{
    Q_DECLARE_TR_FUNCTIONS(ReferralTableModel)

public:
    enum Column { Client, Site, Status, Shared, NextFollowUp, LastAnswer, LastActivity, Created, Worker, ColumnCount };

    ReferralTableModel(StoreRunner& store, const Clock& clock, QObject* parent = nullptr);
    void show(const ReferralQuery& query);
    [[nodiscard]] const ReferralQuery& query() const { return m_query; }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The order that a press on the column's header asks for; nothing where the store has none.
    static std::optional<ReferralSort> sortOf(int column);
    static int columnOf(ReferralSort sort);
    /// For a file: as on the screen, times so that a spreadsheet can sort them.
    [[nodiscard]] static QString exported(const ReferralRow& row, int column);

protected:
    [[nodiscard]] QUuid keyOf(const ReferralRow& row) const override { return row.referral.id.uuid(); }
    [[nodiscard]] QVariant cell(const ReferralRow& row, int column, int role) const override;

private:
    [[nodiscard]] QString text(const ReferralRow& row, int column) const;

    const Clock& m_clock;
    ReferralQuery m_query;
};

} // namespace handrail::ui
