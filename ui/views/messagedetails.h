// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/messages.h"
#include "ui/services.h"

#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace handrail::ui {

/// One message: how it stands and what to do, to whom, about what, with which consent, when, and its words.
class MessageDetailsView : public QScrollArea
{
    Q_OBJECT

public:
    explicit MessageDetailsView(Services services, QWidget* parent = nullptr);
    void showMessage(const casework::MessageDetails& details);

Q_SIGNALS:
    void sendAgain();
    void giveUp();
    void cancel();
    void openReferral(const handrail::ReferralId& id);

private:
    [[nodiscard]] QWidget* makeActions();
    void showState(const casework::MessageDetails& details);
    void showFacts(const casework::MessageDetails& details);
    void addFact(const QString& label, const QString& value, const QString& name);
    void showEvents(const casework::MessageDetails& details);
    void showText(const casework::MessageDetails& details);

    Services m_services;
    QLabel* m_client;
    QLabel* m_what;
    QLabel* m_state;
    QLabel* m_reason;
    QLabel* m_advice;
    QPushButton* m_sendAgain;
    QPushButton* m_giveUp;
    QPushButton* m_cancel;
    QPushButton* m_open;
    QVBoxLayout* m_facts;
    QVBoxLayout* m_events;
    QVBoxLayout* m_text;
    std::optional<ReferralId> m_referral;
};

} // namespace handrail::ui
