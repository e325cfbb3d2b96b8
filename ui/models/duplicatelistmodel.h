// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/pagedmodel.h"

#include <QCoreApplication>

namespace handrail::ui {

/// Pairs of clients who may be one person, most alike first.
class DuplicateListModel : public PagedModel<PossibleDuplicate>
{
    Q_DECLARE_TR_FUNCTIONS(DuplicateListModel)

public:
    explicit DuplicateListModel(StoreRunner& store, QObject* parent = nullptr);
    /// The same for the same pair, at any time.
    static QUuid keyOfPair(const PossibleDuplicate& pair);

protected:
    [[nodiscard]] QUuid keyOf(const PossibleDuplicate& row) const override { return keyOfPair(row); }
    [[nodiscard]] QVariant cell(const PossibleDuplicate& row, int column, int role) const override;
};

} // namespace handrail::ui
