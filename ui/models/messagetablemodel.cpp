// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/messagetablemodel.h"

#include "core/domain/reasons.h"
#include "ui/messagewords.h"
#include "ui/theme.h"
#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

MessageTableModel::MessageTableModel(StoreRunner& store, const Clock& clock, QObject* parent)
    : PagedModel(store, parent)
    , m_clock(clock)
{
}

void MessageTableModel::show(const MessageQuery& query)
{
    setQuery([query](LocalStore& store, Page page) { return store.messages().find(query, page); },
             [query](LocalStore& store) { return store.messages().count(query); });
}

int MessageTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MessageTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return {};
    }
    const QString titles[ColumnCount] = {tr("State"), tr("Client"), tr("Message"), tr("About"), tr("Due")};
    return titles[section];
}

QString MessageTableModel::text(const MessageRow& row, int column) const
{
    switch (Column(column)) {
    case State:
        return messageStateLabel(row.message.state);
    case Client:
        return oneLine(row.clientName);
    case What:
        return messageInWords(row.message);
    case About:
        return row.message.kind == MessageKind::Initial ? tr("All resources of the share") : oneLine(row.siteName);
    case Due:
        return timeInWords(row.message.dueAt, m_clock.now());
    case ColumnCount:
        break;
    }
    return {};
}

QVariant MessageTableModel::cell(const MessageRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        // The icon says the channel, so that the word for the kind has its room in any language.
        return column == What ? kindInWords(row.message.kind) : text(row, column);
    case Qt::DecorationRole:
        return column == What ? QVariant(icon(row.message.channel() == Channel::Email ? u"mail"_s : u"phone"_s, theme().muted))
                              : QVariant();
    case Qt::AccessibleTextRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column != State                 ? text(row, column)
               : row.message.reason.isEmpty() ? stateMeaning(row.message.state)
                                              : oneLine(reasonInWords(row.message.reason));
    case MessageStateRole:
        return column == State ? QVariant(int(row.message.state)) : QVariant();
    default:
        return {};
    }
}

} // namespace handrail::ui
