// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/home.h"
#include "ui/services.h"

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace handrail::ui {

class OutboxView;
class TriageView;

/// Outbox and history of all messages to clients, and what clients wrote that a person must read.
class MessagesPage : public QWidget
{
    Q_OBJECT

public:
    explicit MessagesPage(Services services, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();
    void setUser(const User& user, casework::Reach reach);
    void showMessage(const MessageId& id);
    void showToDecide();
    void showWaiting();
    /// The list of what clients wrote.
    void showReplies();
    void showReply(const ReplyId& id);

Q_SIGNALS:
    void openReferral(const handrail::ReferralId& id);
    /// How many clients' messages wait to be read.
    void toReadCounted(int waiting);

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Tab { Outbox, Triage };
    void goTo(Tab tab);

    QTabBar* m_tabs;
    QStackedWidget* m_views;
    OutboxView* m_outbox;
    TriageView* m_triage;
    bool m_stale = false;
};

} // namespace handrail::ui
