// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/figuremodel.h"

#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

FigureModel::FigureModel(StoreRunner& store, const Clock& clock, QObject* parent)
    : PagedModel(store, parent)
    , m_clock(clock)
{
}

void FigureModel::show(const Figure& figure)
{
    setQuery(
        [figure](LocalStore& store, Page page) { return store.statistics().rows(figure, page.offset, page.limit); },
        [figure](LocalStore& store) { return store.statistics().rowCount(figure); });
}

int FigureModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QStringList FigureModel::header()
{
    return {tr("When"), tr("Client"), tr("Resource Site"), tr("Worker"), tr("What")};
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal && role == Qt::DisplayRole ? QVariant(header().value(section)) : QVariant();
}

QString FigureModel::whatInWords(const FigureRow& row)
{
    QStringList parts;
    if (row.status) {
        parts.append(statusInWords(*row.status));
    }
    if (row.channel) {
        parts.append(*row.channel == Channel::Text ? tr("Text") : tr("Email"));
    }
    if (row.messageState) {
        parts.append(messageStateInWords(*row.messageState));
    }
    if (row.answer) {
        parts.append(answerInWords(*row.answer));
    }
    if (!row.reason.isEmpty()) {
        parts.append(oneLine(row.reason));
    }
    return parts.join(u" - "_s);
}

QString FigureModel::text(const FigureRow& row, int column, const QDateTime& now)
{
    switch (column) {
    case When:
        return timeInWords(row.at, now);
    case Client:
        return oneLine(row.clientName);
    case Site:
        return oneLine(row.siteName);
    case Worker:
        return oneLine(row.workerName);
    case What:
        return whatInWords(row);
    default:
        return {};
    }
}

QVariant FigureModel::cell(const FigureRow& row, int column, int role) const
{
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        const QString shown = text(row, column, m_clock.now());
        return role == Qt::ToolTipRole ? shown.toHtmlEscaped() : shown;
    }
    return {};
}

void FigureActivityModel::show(const Figure& figure)
{
    setQuery(
        [figure](LocalStore& store, Page page) -> Result<QList<ActivityRow>> {
            const auto rows = store.statistics().rows(figure, page.offset, page.limit);
            if (!rows.ok()) {
                return rows.error();
            }
            QList<ActivityRow> activities;
            for (const FigureRow& row : *rows) {
                const auto activity = store.activities().activity(ActivityId(row.key));
                if (!activity.ok()) {
                    return activity.error();
                }
                if (*activity) {
                    activities.append(**activity);
                }
            }
            return activities;
        },
        [figure](LocalStore& store) { return store.statistics().rowCount(figure); });
}

} // namespace handrail::ui
