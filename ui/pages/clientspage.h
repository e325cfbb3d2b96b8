// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chosenclient.h"
#include "ui/models/clientlistmodel.h"
#include "ui/services.h"

#include <QWidget>

class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace handrail::ui {

class Notice;
class SearchList;
class StatePane;

/// Clients: search, details, add, edit. The client selected here is the one being worked with.
class ClientsPage : public QWidget
{
    Q_OBJECT

public:
    ClientsPage(Services services, ChosenClient& chosen, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();
    void addClient() { editClient(true); }

Q_SIGNALS:
    void findResources();
    void showReferrals(const QString& clientName);

private:
    struct Details
    {
        Client client;
        QString phoneRegion;
        QList<OptOut> optOuts;
        QList<Bounce> bounces;
        QList<ReferralRow> referrals;
    };

    static Result<std::optional<Details>> read(LocalStore& store, const ClientId& id);
    void readDetails();
    void showDetails(const Details& details);
    void addContactPoints(QVBoxLayout* column, const Details& details);
    [[nodiscard]] QPushButton* makeOptOutButton(const Address& address, const QString& inWords);
    [[nodiscard]] QPushButton* makeTryAgainButton(const Address& address, const QString& inWords);
    void addReferrals(QVBoxLayout* column, const Details& details);
    /// Asks for the client's words and records the opt-out when they are confirmed.
    void recordOptOut(const Address& address, const QString& inWords);
    void editClient(bool isNew);

    Services m_services;
    ChosenClient& m_chosen;
    ClientListModel* m_model;
    SearchList* m_list;
    StatePane* m_states;
    Notice* m_notice;
    QWidget* m_details;
    std::optional<Details> m_shown;
};

} // namespace handrail::ui
