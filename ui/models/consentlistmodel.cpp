// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/consentlistmodel.h"

#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ConsentListModel::ConsentListModel(StoreRunner& store, const Clock& clock, QObject* parent)
    : PagedModel(store, parent)
    , m_clock(clock)
{
}

void ConsentListModel::show(const ClientId& client)
{
    setQuery([client](LocalStore& store, Page page) { return store.shares().consents(client, page); },
             [client](LocalStore& store) { return store.shares().consentCount(client); });
}

QVariant ConsentListModel::cell(const ConsentRow& row, int, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        bool text = false, email = false;
        for (const Address& address : row.consent.addresses) {
            (address.channel() == Channel::Text ? text : email) = true;
        }
        return text && email ? tr("Agreed to texts and emails")
               : email       ? tr("Agreed to emails")
                             : tr("Agreed to texts");
    }
    case SubtitleRole:
    case Qt::AccessibleDescriptionRole:
        return u"%1 · %2"_s.arg(timeInWords(row.consent.givenAt, m_clock.now()), row.siteNames.join(u", "_s));
    case AsideRole:
        return row.withdrawnAt.isValid() ? tr("Withdrawn") : tr("Holds");
    case IconRole:
        return row.withdrawnAt.isValid() ? u"stop"_s : u"check"_s;
    default:
        return {};
    }
}

} // namespace handrail::ui
