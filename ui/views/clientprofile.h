// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chosenclient.h"
#include "ui/views/clientoverview.h"

class QLabel;
class QTabWidget;

namespace handrail::ui {

class ClientConsents;
class ClientReferrals;
class ClientRecordsMenu;
class ClientTimeline;
class Notice;
class StatePane;

/// All about the chosen client: who it is and what can be done, and in tabs how to reach them, referrals, consents and
/// the timeline.
class ClientProfile : public QWidget
{
    Q_OBJECT

public:
    ClientProfile(Services services, ChosenClient& chosen, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();
    [[nodiscard]] const std::optional<ClientDetails>& shown() const { return m_shown; }

Q_SIGNALS:
    void findResources();
    void edit();
    void merge();
    void showReferrals(const QString& clientName);
    void openReferral(const handrail::ReferralId& id);
    void shareReferral(const handrail::ClientId& client, const handrail::ReferralId& id);

private:
    QWidget* makeHead();
    void connectTabs();
    void readDetails();
    void sayGone();
    void showDetails(const ClientDetails& details);
    /// Asks for the client's words and records the opt-out when they are confirmed.
    void recordOptOut(const Address& address, const QString& inWords);
    void tryAgain(const Address& address, const QString& inWords);
    void assign();
    void print();
    void showPrinted();

    Services m_services;
    ChosenClient& m_chosen;
    std::optional<ClientDetails> m_shown;
    QLabel* m_name;
    QLabel* m_facts;
    Notice* m_notice;
    StatePane* m_states;
    QTabWidget* m_tabs;
    ClientOverview* m_overview;
    ClientReferrals* m_referrals;
    ClientConsents* m_consents;
    ClientTimeline* m_timeline;
    ClientRecordsMenu* m_records = nullptr;
};

} // namespace handrail::ui
