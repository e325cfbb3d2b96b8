// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activitylistmodel.h"

#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ActivityListModel::ActivityListModel(StoreRunner& store, const Clock& clock, QObject* parent)
    : PagedModel(store, parent)
    , m_clock(clock)
{
}

void ActivityListModel::show(const ActivityQuery& query)
{
    m_query = query;
    setQuery([query](LocalStore& store, Page page) { return store.activities().find(query, page); },
             [query](LocalStore& store) { return store.activities().count(query); });
}

bool ActivityListModel::canRevert(const ActivityRow& row)
{
    const Activity& activity = row.activity;
    return activity.kind == ActivityKind::Answered && activity.toStatus && activity.toStatus != activity.fromStatus &&
           !row.reverted;
}

QVariant ActivityListModel::cell(const ActivityRow& row, int, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return !row.reverted                                ? activitySentence(row)
               : row.activity.kind == ActivityKind::Note ? tr("%1 (withdrawn)").arg(activitySentence(row))
                                                         : tr("%1 (taken back)").arg(activitySentence(row));
    case Qt::ToolTipRole:
        return activitySentence(row);
    case SubtitleRole: {
        QStringList parts;
        if (m_query.referral) {
            parts.append(timeInWords(row.activity.at, m_clock.now()));
        }
        const QString client = m_query.referral ? QString() : row.clientName;
        const QString site = m_query.referral ? QString() : row.siteName;
        for (const QString& part : {client, site, automaticSource(row)}) {
            if (!part.isEmpty()) {
                parts.append(oneLine(part));
            }
        }
        return parts.join(u" · "_s);
    }
    case AsideRole:
        return m_query.referral ? QString() : timeInWords(row.activity.at, m_clock.now());
    case Qt::AccessibleDescriptionRole:
        return u"%1, %2"_s.arg(row.clientName, timeInWords(row.activity.at, m_clock.now()));
    case IconRole:
        return activityIcon(row.activity);
    default:
        return {};
    }
}

} // namespace handrail::ui
