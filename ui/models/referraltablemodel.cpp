// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/referraltablemodel.h"

#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

struct Sortable
{
    ReferralTableModel::Column column;
    ReferralSort sort;
};
constexpr Sortable sortable[] = {{ReferralTableModel::Client, ReferralSort::Client},
                                 {ReferralTableModel::Site, ReferralSort::Site},
                                 {ReferralTableModel::Status, ReferralSort::Status},
                                 {ReferralTableModel::NextFollowUp, ReferralSort::NextFollowUp},
                                 {ReferralTableModel::LastActivity, ReferralSort::LastActivity},
                                 {ReferralTableModel::Created, ReferralSort::Created}};

QString spreadsheetTime(const QDateTime& at)
{
    return at.isValid() ? at.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

} // namespace

ReferralTableModel::ReferralTableModel(StoreRunner& store, const Clock& clock, QObject* parent)
    : PagedModel(store, parent)
    , m_clock(clock)
{
}

void ReferralTableModel::show(const ReferralQuery& query)
{
    m_query = query;
    setQuery([query](LocalStore& store, Page page) { return store.referrals().find(query, page); },
             [query](LocalStore& store) { return store.referrals().count(query); });
}

int ReferralTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ReferralTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    const QString titles[ColumnCount] = {tr("Client"),        tr("Resource Site"),  tr("Status"),
                                         tr("Shared"),        tr("Next Follow-Up"), tr("Last Answer"),
                                         tr("Last Activity"), tr("Made"),           tr("Worker")};
    if (role == Qt::DisplayRole) {
        return titles[section];
    }
    if (role == Qt::ToolTipRole) {
        return sortOf(section) ? tr("Sort by %1").arg(titles[section]) : QVariant();
    }
    return {};
}

std::optional<ReferralSort> ReferralTableModel::sortOf(int column)
{
    for (const Sortable& pair : sortable) {
        if (pair.column == column) {
            return pair.sort;
        }
    }
    return std::nullopt;
}

int ReferralTableModel::columnOf(ReferralSort sort)
{
    for (const Sortable& pair : sortable) {
        if (pair.sort == sort) {
            return pair.column;
        }
    }
    return LastActivity;
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
    case Created:
        return timeInWords(row.referral.createdAt, m_clock.now());
    case Worker:
        return row.workerName.isEmpty() ? tr("–") : oneLine(row.workerName);
    case ColumnCount:
        break;
    }
    return {};
}

QString ReferralTableModel::exported(const ReferralRow& row, int column)
{
    switch (Column(column)) {
    case Client:
        return row.clientName;
    case Site:
        return row.siteName;
    case Status:
        return statusInWords(row.referral.status);
    case Shared:
        return row.shared ? tr("Shared") : tr("Not shared");
    case NextFollowUp:
        return spreadsheetTime(row.nextFollowUp);
    case LastAnswer:
        return row.lastAnswer ? answerInWords(*row.lastAnswer) : QString();
    case LastActivity:
        return spreadsheetTime(row.lastActivityAt);
    case Created:
        return spreadsheetTime(row.referral.createdAt);
    case Worker:
        return row.workerName;
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ReferralTableModel::cell(const ReferralRow& row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        // A column of answers is read at a glance; the tool tip has the client's words.
        return column == LastAnswer && row.lastAnswer ? answerInShort(*row.lastAnswer) : text(row, column);
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
