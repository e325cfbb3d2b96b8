// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "ui/models/pagedmodel.h"

#include <QTimeZone>

class QMimeData;

namespace handrail::ui {

/// How resource sites travel from the directory to the basket.
inline const QString siteMimeType = QStringLiteral("application/x-handrail-resource-sites");
QList<ResourceSiteId> sitesIn(const QMimeData* data);

/// Resource sites of the directory that fit a search and filters.
class SiteListModel : public PagedModel<SiteRow>
{
public:
    SiteListModel(StoreRunner& store, const Clock& clock, QObject* parent = nullptr);
    void search(const SiteQuery& query);
    /// The zone that the hours are meant in.
    void setZone(const QTimeZone& zone) { m_zone = zone; }

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override { return {siteMimeType}; }
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }

protected:
    [[nodiscard]] QUuid keyOf(const SiteRow& row) const override { return row.id.uuid(); }
    [[nodiscard]] QVariant cell(const SiteRow& row, int column, int role) const override;

private:
    [[nodiscard]] QString where(const SiteRow& row) const;

    const Clock& m_clock;
    QTimeZone m_zone = QTimeZone::utc();
    bool m_nearest = false;
};

} // namespace handrail::ui
