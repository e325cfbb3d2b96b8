// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chosenclient.h"
#include "ui/models/sitelistmodel.h"
#include "ui/services.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace handrail::ui {

class Notice;
class SearchList;
class StatePane;

/// The resource directory: search, everything that is known of a site, into the basket or referred at once.
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

private:
    void readDetails();
    void showDetails(const ResourceSite& site);
    void addToBasket();
    bool needsClient();

    Services m_services;
    ChosenClient& m_chosen;
    QString m_clientName;
    SiteListModel* m_model;
    SearchList* m_list;
    StatePane* m_states;
    QWidget* m_body;
    QLabel* m_title;
    QLabel* m_organization;
    Notice* m_notice;
    QPushButton* m_add;
    QPushButton* m_refer;
    std::optional<ResourceSite> m_shown;
    bool m_adding = false; ///< Not shown by disabling the button: that would take the focus away from it.
};

} // namespace handrail::ui
