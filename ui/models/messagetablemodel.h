// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "ui/models/pagedmodel.h"

#include <QCoreApplication>

namespace handrail::ui {

/// Messages to clients: the outbox and the history.
class MessageTableModel : public PagedModel<MessageRow>
{
    Q_DECLARE_TR_FUNCTIONS(MessageTableModel)

public:
    enum Column { State, Client, What, About, Due, ColumnCount };
    enum { MessageStateRole = StatusRole + 100 }; ///< int(MessageState), drawn as a pill.

    MessageTableModel(StoreRunner& store, const Clock& clock, QObject* parent = nullptr);
    void show(const MessageQuery& query);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QUuid keyOf(const MessageRow& row) const override { return row.message.id.uuid(); }
    [[nodiscard]] QVariant cell(const MessageRow& row, int column, int role) const override;

private:
    [[nodiscard]] QString text(const MessageRow& row, int column) const;

    const Clock& m_clock;
};

} // namespace handrail::ui
