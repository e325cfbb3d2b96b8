// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/home.h"
#include "core/casework/triage.h"
#include "ui/models/replylistmodel.h"
#include "ui/services.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QListView;
class QPushButton;

namespace handrail::ui {

class Conversation;
class FlowLayout;
class DraftKeeper;
class KeyedSelection;
class Notice;
class NoteEdit;
class ReachBox;
class StatePane;

/// Clients' messages that no rule decided: a worker says what each means (R8), and can take that back at once.
class TriageView : public QWidget
{
    Q_OBJECT

public:
    explicit TriageView(Services services, QWidget* parent = nullptr);
    void refresh();
    void setUser(const User& user, casework::Reach reach);
    void showReply(const ReplyId& id);

Q_SIGNALS:
    /// How many wait, for the tab.
    void counted(int waiting);

private:
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeItem();
    [[nodiscard]] QWidget* makeQuestion();
    void addMeaning(FlowLayout* flow, ReplyReading::Meaning meaning, const QString& name, const QString& label);
    void ask();
    void showState();
    void readItem();
    void showItem(const casework::TriageItem& item);
    void offerReferrals();
    void showConsequence();
    [[nodiscard]] std::optional<casework::ReadingForm> form() const;
    [[nodiscard]] QString consequence() const;
    void record();
    void recorded(const Result<ReplyReadingId>& result);
    void takeBack();

    Services m_services;
    ReplyListModel* m_model;
    ReachBox* m_reach = nullptr;
    QListView* m_list = nullptr;
    KeyedSelection* m_selection = nullptr;
    StatePane* m_states = nullptr;
    StatePane* m_itemStates = nullptr;
    Notice* m_notice = nullptr;
    QLabel* m_from = nullptr;
    QLabel* m_facts = nullptr;
    Conversation* m_conversation = nullptr;
    QLabel* m_clientLabel = nullptr;
    QComboBox* m_client = nullptr;
    QLabel* m_referralLabel = nullptr;
    QComboBox* m_referral = nullptr;
    QButtonGroup* m_meanings = nullptr;
    NoteEdit* m_note = nullptr;
    DraftKeeper* m_keeper = nullptr; ///< A note that was begun outlives a kill.
    QLabel* m_consequence = nullptr;
    QPushButton* m_record = nullptr;
    std::optional<casework::TriageItem> m_item;
    std::optional<ReplyReadingId> m_lastReading;
};

} // namespace handrail::ui
