// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chosenclient.h"
#include "ui/models/clientlistmodel.h"
#include "ui/services.h"

#include <QWidget>

namespace handrail::ui {

class ClientFilters;
class ClientProfile;
class SearchList;

/// Clients: search and filters, the profile, add, import, duplicates. The client selected here is the one being worked
/// with.
class ClientsPage : public QWidget
{
    Q_OBJECT

public:
    ClientsPage(Services services, ChosenClient& chosen, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();
    void addClient();
    /// Opens the form with this client's data.
    void editClient(const ClientId& id);
    void importClients();
    void showDuplicates();

Q_SIGNALS:
    void searchedClients();
    void findResources();
    void showReferrals(const QString& clientName);
    void openReferral(const handrail::ReferralId& id);
    void shareReferral(const handrail::ClientId& client, const handrail::ReferralId& id);

private:
    QWidget* makeList();
    void search();
    void editClient(const std::optional<Client>& client);
    void pickForMerge();
    void openMerge(const ClientId& a, const ClientId& b);

    Services m_services;
    ChosenClient& m_chosen;
    ClientListModel* m_model;
    SearchList* m_list = nullptr;
    ClientFilters* m_filters;
    ClientProfile* m_profile;
};

} // namespace handrail::ui
