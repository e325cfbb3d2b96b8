// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sitelistmodel.h"

#include "core/domain/openinghours.h"
#include "ui/sitewords.h"
#include "ui/views/carddelegate.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QMimeData>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

QList<ResourceSiteId> sitesIn(const QMimeData* data)
{
    QList<ResourceSiteId> ids;
    for (const QByteArray& line : data->data(siteMimeType).split('\n')) {
        if (const auto id = ResourceSiteId::fromString(QString::fromLatin1(line))) {
            ids.append(*id);
        }
    }
    return ids;
}

SiteListModel::SiteListModel(StoreRunner& store, const Clock& clock, QObject* parent)
    : PagedModel(store, parent)
    , m_clock(clock)
{
}

void SiteListModel::search(const SiteQuery& query)
{
    m_nearest = query.nearTo.has_value();
    setQuery([query](LocalStore& store, Page page) { return store.directory().find(query, page); },
             [query](LocalStore& store) { return store.directory().count(query); });
}

Qt::ItemFlags SiteListModel::flags(const QModelIndex& index) const
{
    return PagedModel::flags(index) | (index.isValid() ? Qt::ItemIsDragEnabled : Qt::NoItemFlags);
}

QMimeData* SiteListModel::mimeData(const QModelIndexList& indexes) const
{
    QByteArrayList ids;
    for (const QModelIndex& index : indexes) {
        if (const SiteRow* site = row(index.row())) {
            ids.append(site->id.toString().toLatin1());
        }
    }
    auto* data = new QMimeData;
    data->setData(siteMimeType, ids.join('\n'));
    return data;
}

QString SiteListModel::where(const SiteRow& row) const
{
    QStringList parts;
    for (const QString& part : {row.organizationName, row.addressLine.isEmpty() ? row.city : row.addressLine}) {
        if (!part.isEmpty() && part != row.serviceName) {
            parts.append(oneLine(part));
        }
    }
    return parts.join(u" · "_s);
}

QVariant SiteListModel::cell(const SiteRow& row, int, int role) const
{
    const auto openingNow = [&] { return openingAt(row.hours, m_clock.now(), m_zone); };
    const auto distance = [&]() -> QString {
        return !m_nearest       ? QString()
               : row.distanceKm ? distanceInWords(*row.distanceKm)
                                : QCoreApplication::translate("SiteListModel", "place not known");
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return oneLine(row.serviceName);
    case SubtitleRole:
        return where(row);
    case AsideRole:
        return distance();
    case StarRole:
        return row.favourite;
    case ThirdLineRole:
        return openingInWords(openingNow(), m_clock.now(), m_zone);
    case ThirdToneRole:
        return int(openingNow().state == Opening::State::Open ? CardTone::Good : CardTone::Quiet);
    case Qt::AccessibleDescriptionRole: {
        QStringList parts = {where(row), openingInWords(openingNow(), m_clock.now(), m_zone), distance()};
        if (row.favourite) {
            parts.append(QCoreApplication::translate("SiteListModel", "Favourite"));
        }
        parts.removeAll(QString());
        return parts.join(u" · "_s);
    }
    case IconRole:
        return u"place"_s;
    default:
        return {};
    }
}

} // namespace handrail::ui
