// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/printedlinksmodel.h"

#include "ui/models/pagedmodel.h"
#include "ui/words.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

PrintedLinksModel::PrintedLinksModel(const Clock& clock, QObject* parent)
    : QAbstractListModel(parent)
    , m_clock(clock)
{
}

void PrintedLinksModel::show(const QList<PrintedLinkRow>& rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

const PrintedLinkRow* PrintedLinksModel::row(int number) const
{
    return number >= 0 && number < m_rows.size() ? &m_rows[number] : nullptr;
}

bool PrintedLinksModel::works(const PrintedLinkRow& row) const
{
    return !row.link.revoked && row.link.expiresAt > m_clock.now();
}

int PrintedLinksModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString PrintedLinksModel::about(const PrintedLinkRow& row) const
{
    const QString when = timeInWords(row.link.madeAt, m_clock.now());
    const QString printed =
        row.madeBy.isEmpty() ? tr("Printed %1").arg(when) : tr("Printed %1 by %2").arg(when, oneLine(row.madeBy));
    const QString day = QLocale().toString(row.link.expiresAt.toLocalTime().date(), QLocale::ShortFormat);
    return printed + u" · "_s + (works(row) ? tr("opens its page until %1").arg(day) : tr("opens nothing any more"));
}

QVariant PrintedLinksModel::data(const QModelIndex& index, int role) const
{
    const PrintedLinkRow* shown = index.isValid() ? row(index.row()) : nullptr;
    if (!shown) {
        return {};
    }
    const int others = int(shown->link.referralIds.size() - shown->siteNames.size());
    QString sites = oneLine(shown->siteNames.join(u", "_s));
    if (sites.isEmpty()) {
        sites = tr("%n resource(s)", nullptr, int(shown->link.referralIds.size()));
    } else if (others > 0) {
        sites += u' ' + tr("and %n more", nullptr, others);
    }
    const QString state = shown->link.revoked ? tr("Revoked") : works(*shown) ? tr("Works") : tr("Expired");
    switch (role) {
    case Qt::DisplayRole:
        return sites;
    case Qt::AccessibleTextRole:
        return u"%1. %2. %3"_s.arg(sites, state, about(*shown));
    case SubtitleRole:
        return about(*shown);
    case AsideRole:
        return state;
    case IconRole:
        return u"print"_s;
    default:
        return {};
    }
}

} // namespace handrail::ui
