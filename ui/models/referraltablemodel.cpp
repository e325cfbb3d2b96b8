// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/referraltablemodel.h"

#include "ui/words.h"

namespace handrail::ui {

ReferralTableModel::ReferralTableModel(StoreRunner& store, const Clock& clock, QObject* parent)
    : PagedModel(store, parent)
    , m_clock(clock)
{
}

void ReferralTableModel::show(const ReferralQuery& query)
{
    setQuery([query](LocalStore& store, Page page) { return store.referrals().find(query, page); },
             [query](LocalStore& store) { return store.referrals().count(query); });
}

int ReferralTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ReferralTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) {
        return {};
    }
    const QString titles[ColumnCount] = {tr("Client"),         tr("Resource Site"), tr("Status"),       tr("Shared"),
                                         tr("Next Follow-Up"), tr("Last Answer"),   tr("Last Activity")};
    return titles[section];
}

QString ReferralTableModel::text(const ReferralRow& row, int column) const
{
    switch (Column(column)) {
    case Client:
        return oneLine(row.clientName);
    case Site:
        return oneLine(row.siteName);
    case Status:
        return statusInWords(row.referral.status);
    case Shared:
        return row.shared ? tr("Shared") : tr("Not shared");
    case NextFollowUp:
        return row.nextFollowUp.isValid() ? dayInWords(row.nextFollowUp, QTimeZone::systemTimeZone()) : tr("–");
    case LastAnswer:
        return row.lastAnswer ? answerInWords(*row.lastAnswer) : tr("–");
    case LastActivity:
        return timeInWords(row.lastActivityAt, m_clock.now());
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ReferralTableModel::cell(const ReferralRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return text(row, column);
    case StatusRole:
        return column == Status ? QVariant(int(row.referral.status)) : QVariant();
    default:
        return {};
    }
}

} // namespace handrail::ui
