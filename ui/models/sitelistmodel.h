// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/pagedmodel.h"

namespace handrail::ui {

/// Resource sites of the directory that fit a search.
class SiteListModel : public PagedModel<SiteRow>
{
public:
    explicit SiteListModel(StoreRunner& store, QObject* parent = nullptr);
    void search(const QString& text);

protected:
    [[nodiscard]] QUuid keyOf(const SiteRow& row) const override { return row.id.uuid(); }
    [[nodiscard]] QVariant cell(const SiteRow& row, int column, int role) const override;
};

} // namespace handrail::ui
