// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "core/ports/stores.h"
#include "ui/services.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace handrail::ui {

class OptionField;

/// The directory's filters: category, city, language, nearness, and what a site must be. They combine.
class SiteFilters : public QWidget
{
    Q_OBJECT

public:
    explicit SiteFilters(Services services, QWidget* parent = nullptr);

    /// What the filters say; the text is the search field's.
    [[nodiscard]] SiteQuery query() const;
    /// Whether any filter is set.
    [[nodiscard]] bool any() const;
    void clear();
    /// Asks the store for the values to choose from.
    void refresh();
    /// The zone that the hours are meant in, IANA.
    void setTimeZone(const QString& zone) { m_timeZone = zone; }
    /// What was typed as the place is kept for each client until the program ends.
    void setClient(const std::optional<ClientId>& client);

Q_SIGNALS:
    void changed();

private:
    QPushButton* makeToggle(const QString& name, const QString& label, const QString& tip, const QString& icon = {});
    void readOptions(SiteFacet facet, OptionField* field);
    void lookUpPlace();
    void sayPlace(const QString& sentence, bool wrong);

    Services m_services;
    QString m_timeZone;
    OptionField* m_category;
    OptionField* m_city;
    OptionField* m_language;
    QLineEdit* m_place;
    QLabel* m_placeFound;
    QPushButton* m_open;
    QPushButton* m_lowCost;
    QPushButton* m_wheelchair;
    QPushButton* m_favourites;
    QPushButton* m_recent;
    QPushButton* m_clear;
    std::optional<GeoPoint> m_near;
    std::optional<ClientId> m_client;
    QHash<ClientId, QString> m_places;
};

} // namespace handrail::ui
