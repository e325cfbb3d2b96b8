// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/phonenumbers.h"
#include "ui/models/pagedmodel.h"
#include "ui/models/phoneregion.h"

#include <QCoreApplication>
#include <memory>

namespace handrail::ui {

/// What clients wrote and a person must read, the one that waits longest first.
class ReplyListModel : public PagedModel<ReplyRow>
{
    Q_DECLARE_TR_FUNCTIONS(ReplyListModel)

public:
    ReplyListModel(StoreRunner& store, const Clock& clock, const PhoneNumbers& phones, QObject* parent = nullptr);
    void show(const Scope& scope);

protected:
    [[nodiscard]] QUuid keyOf(const ReplyRow& row) const override { return row.reply.id.uuid(); }
    [[nodiscard]] QVariant cell(const ReplyRow& row, int column, int role) const override;

private:
    const Clock& m_clock;
    const PhoneNumbers& m_phones;
    std::shared_ptr<PhoneRegion> m_region = std::make_shared<PhoneRegion>();
};

/// «Maria Lopez», «Maria Lopez or Jon Lopez», or the number that nobody has.
QString senderInWords(const ReplyRow& row, const PhoneNumbers& phones, const QString& region);

} // namespace handrail::ui
