// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "ui/models/pagedmodel.h"

#include <QCoreApplication>

namespace handrail::ui {

/// Recent Activity (R11), latest first: of everybody, of a client, or of one referral.
class ActivityListModel : public PagedModel<ActivityRow>
{
    Q_DECLARE_TR_FUNCTIONS(ActivityListModel)

public:
    ActivityListModel(StoreRunner& store, const Clock& clock, QObject* parent = nullptr);
    void show(const ActivityQuery& query);
    /// An automatic change of status, or a worker's reading of a message, that nobody has taken back yet (R8).
    [[nodiscard]] static bool canRevert(const ActivityRow& row);

protected:
    [[nodiscard]] QUuid keyOf(const ActivityRow& row) const override { return row.activity.id.uuid(); }
    [[nodiscard]] QVariant cell(const ActivityRow& row, int column, int role) const override;

private:
    const Clock& m_clock;
    ActivityQuery m_query;
};

} // namespace handrail::ui
