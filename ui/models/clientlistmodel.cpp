// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clientlistmodel.h"

#include "ui/phonemask.h"
#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ClientListModel::ClientListModel(StoreRunner& store, const PhoneNumbers& phones, QObject* parent)
    : PagedModel(store, parent)
    , m_phones(phones)
{
}

void ClientListModel::search(const ClientQuery& query)
{
    setQuery(
        [query, region = m_region](LocalStore& store, Page page) {
            region->readFrom(store);
            return store.clients().find(query, page);
        },
        [query](LocalStore& store) { return store.clients().count(query); });
}

QVariant ClientListModel::cell(const ClientRow& row, int, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return oneLine(row.givenName + u' ' + row.familyName);
    case SubtitleRole:
    case Qt::AccessibleDescriptionRole: {
        QStringList parts;
        if (!row.phone.isEmpty()) {
            parts.append(phoneInList(row.phone, m_phones, m_region->now()));
        }
        if (!row.email.isEmpty()) {
            parts.append(row.email);
        }
        return parts.isEmpty() ? tr("No phone or email yet") : parts.join(u" · "_s);
    }
    case AsideRole:
        return row.openReferrals > 0 ? tr("%n open", nullptr, row.openReferrals) : QString();
    default:
        return {};
    }
}

} // namespace handrail::ui
