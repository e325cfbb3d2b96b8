// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/phonenumbers.h"
#include "ui/models/pagedmodel.h"
#include "ui/models/phoneregion.h"

#include <QCoreApplication>
#include <memory>

namespace handrail::ui {

/// Clients that fit a search, by family name.
class ClientListModel : public PagedModel<ClientRow>
{
    Q_DECLARE_TR_FUNCTIONS(ClientListModel)

public:
    ClientListModel(StoreRunner& store, const PhoneNumbers& phones, QObject* parent = nullptr);
    void search(const ClientQuery& query);

protected:
    [[nodiscard]] QUuid keyOf(const ClientRow& row) const override { return row.id.uuid(); }
    [[nodiscard]] QVariant cell(const ClientRow& row, int column, int role) const override;

private:
    const PhoneNumbers& m_phones;
    std::shared_ptr<PhoneRegion> m_region = std::make_shared<PhoneRegion>();
};

} // namespace handrail::ui
