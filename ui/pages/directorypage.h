// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chosenclient.h"
#include "ui/models/sitelistmodel.h"
#include "ui/services.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace handrail::ui {

class Notice;
class SearchList;
class SiteDetails;
class SiteFilters;
class StatePane;

/// The resource directory: search and filters, everything that is known of a site, into the basket or referred at once.
class DirectoryPage : public QWidget
{
    Q_OBJECT

public:
    DirectoryPage(Services services, ChosenClient& chosen, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();
    /// The chosen client's name, for the words of the page; empty where nobody is chosen.
    void setClientName(const QString& name);
    /// Shows one site, whatever the page was searching for.
    void showSite(const ResourceSiteId& site);

Q_SIGNALS:
    /// Refer the chosen client to this one site.
    void refer(const handrail::ResourceSiteId& site);
    /// Print a sheet with this one site.
    void printSheet(const handrail::ResourceSiteId& site);

private:
    [[nodiscard]] QWidget* makeCard();
    void connectAll();
    void search();
    void readAgency();
    void readDetails();
    void showDetails(const ResourceSite& site, bool favourite);
    void addToBasket();
    void toggleFavourite();
    void showMenu(const QPoint& at);
    bool needsClient();

    Services m_services;
    ChosenClient& m_chosen;
    QString m_clientName;
    SiteListModel* m_model;
    SiteFilters* m_filters;
    SearchList* m_list;
    StatePane* m_states;
    SiteDetails* m_details;
    QLabel* m_title;
    QLabel* m_organization;
    Notice* m_notice;
    QPushButton* m_add;
    QPushButton* m_refer;
    QPushButton* m_star;
    QPushButton* m_print;
    QTimeZone m_zone = QTimeZone::utc();
    QTimer m_minute; ///< Sites open and close while the page stands there.
    std::optional<ResourceSite> m_shown;
    bool m_favourite = false;
    bool m_adding = false; ///< Not shown by disabling the button: that would take the focus away from it.
};

} // namespace handrail::ui
