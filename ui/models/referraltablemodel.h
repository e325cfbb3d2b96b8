// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "ui/models/pagedmodel.h"

#include <QCoreApplication>

namespace handrail::ui {

/// Referrals, latest activity first.
class ReferralTableModel : public PagedModel<ReferralRow>
{
    Q_DECLARE_TR_FUNCTIONS(ReferralTableModel)

public:
    enum Column { Client, Site, Status, Shared, NextFollowUp, LastAnswer, LastActivity, ColumnCount };

    ReferralTableModel(StoreRunner& store, const Clock& clock, QObject* parent = nullptr);
    void show(const ReferralQuery& query);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QUuid keyOf(const ReferralRow& row) const override { return row.referral.id.uuid(); }
    [[nodiscard]] QVariant cell(const ReferralRow& row, int column, int role) const override;

private:
    [[nodiscard]] QString text(const ReferralRow& row, int column) const;

    const Clock& m_clock;
};

} // namespace handrail::ui
