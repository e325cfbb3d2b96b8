// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "ui/models/pagedmodel.h"

#include <QCoreApplication>

namespace handrail::ui {

/// A client's consents, latest first.
class ConsentListModel : public PagedModel<ConsentRow>
{
    Q_DECLARE_TR_FUNCTIONS(ConsentListModel)

public:
    ConsentListModel(StoreRunner& store, const Clock& clock, QObject* parent = nullptr);
    void show(const ClientId& client);

protected:
    [[nodiscard]] QUuid keyOf(const ConsentRow& row) const override { return row.consent.id.uuid(); }
    [[nodiscard]] QVariant cell(const ConsentRow& row, int column, int role) const override;

private:
    const Clock& m_clock;
};

} // namespace handrail::ui
