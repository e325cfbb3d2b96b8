// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activitylistmodel.h"

#include "core/domain/replyplan.h"
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
    return isRevertible(row.activity) && !row.reverted;
}

QVariant ActivityListModel::cell(const ActivityRow& row, int, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return !row.reverted                                ? activitySentence(row)
               : row.activity.kind == ActivityKind::Note ? tr("%1 (withdrawn)").arg(activitySentence(row))
                                                         : tr("%1 (taken back)").arg(activitySentence(row));
    case Qt::AccessibleTextRole: {
        const QString sentence = cell(row, 0, Qt::DisplayRole).toString();
        return row.isNew ? tr("New: %1").arg(sentence) : sentence;
    }
    case NewRole:
        return row.isNew;
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
