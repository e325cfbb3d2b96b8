// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sitelistmodel.h"

#include "ui/words.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

SiteListModel::SiteListModel(StoreRunner& store, QObject* parent)
    : PagedModel(store, parent)
{
}

void SiteListModel::search(const QString& text)
{
    setQuery([text](LocalStore& store, Page page) { return store.directory().find(text, page); },
             [text](LocalStore& store) { return store.directory().count(text); });
}

QVariant SiteListModel::cell(const SiteRow& row, int, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return oneLine(row.serviceName);
    case SubtitleRole:
    case Qt::AccessibleDescriptionRole: {
        QStringList parts;
        for (const QString& part : {row.organizationName, row.addressLine.isEmpty() ? row.city : row.addressLine}) {
            if (!part.isEmpty() && part != row.serviceName) {
                parts.append(oneLine(part));
            }
        }
        return parts.join(u" · "_s);
    }
    case IconRole:
        return u"place"_s;
    default:
        return {};
    }
}

} // namespace handrail::ui
