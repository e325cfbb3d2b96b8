// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/shareview.h"
#include "core/casework/undo.h"
#include "ui/models/activitylistmodel.h"
#include "ui/models/sharelinesmodel.h"
#include "ui/services.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QVBoxLayout;

namespace handrail::ui {

class DraftKeeper;
class HeldCard;
class NoteEdit;
class Notice;
class RevertButton;
class StatePane;

/// One referral: status, activity, messages with their states, who shared it with which consent.
class ReferralDetails : public QWidget
{
    Q_OBJECT

public:
    ReferralDetails(Services services, QWidget* parent = nullptr);
    void showReferral(const ReferralId& id);
    /// Nothing is chosen.
    void showNothing();
    /// The store has changed.
    void refresh();
    [[nodiscard]] const std::optional<ReferralId>& id() const { return m_id; }
    [[nodiscard]] Notice& notice() { return *m_notice; }
    void focusStatus();
    void focusNote();

Q_SIGNALS:
    /// A referral that was made before is to be shared now.
    void shareReferral(const handrail::ClientId& client, const handrail::ReferralId& referral);
    /// The client wants the resource on paper.
    void printSheet(const handrail::ClientId& client, const QList<handrail::ReferralId>& referrals);
    /// Something was done that can be taken back; `sentence` says what.
    void done(const handrail::casework::Undoable& deed, const QString& sentence);
    void undoWanted();
    /// The worker is done with this referral and wants the list.
    void closeWanted();
    /// Something was done to the store.
    void changed();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHalves();
    struct Details
    {
        ReferralRow row;
        QList<casework::ShareView> shares;    ///< Latest first.
        std::optional<ActivityRow> automatic; ///< The answer that set the status as it stands, not taken back.
        QString phoneRegion = QStringLiteral("US");

        [[nodiscard]] const casework::ShareView* openShare() const;
        [[nodiscard]] QList<Message> held() const;
    };

    [[nodiscard]] QWidget* makeControls();
    [[nodiscard]] QWidget* makeActivity();
    [[nodiscard]] QWidget* makeMessages();
    [[nodiscard]] QWidget* makeConsent();
    void makeNote(QVBoxLayout* column);
    void connectControls();
    static Result<std::optional<Details>> read(casework::Desk& desk, const ReferralId& id);
    void readDetails();
    void showDetails(const Details& details);
    void showAutomatic(const Details& details);
    void showConsent(const Details& details);
    void showHeld(const Details& details);
    void decide(const Message& message, HeldMessages::Decision decision, HeldCard* card);
    void setStatus();
    void addNote();
    void withdraw();
    void revert(const ActivityId& activity);
    void run(std::function<Result<casework::Undoable>(casework::Desk&)> useCase, const QString& sentence,
             std::function<void()> kept);

    Services m_services;
    ActivityListModel* m_activity;
    ShareLinesModel* m_lines;
    std::optional<ReferralId> m_id;
    std::optional<Details> m_shown;
    QList<Message> m_heldShown;

    StatePane* m_states;
    QVBoxLayout* m_heldCards;
    Notice* m_automatic;
    Notice* m_notice;
    QLabel* m_site;
    QLabel* m_client;
    QComboBox* m_status;
    QLineEdit* m_reason;
    QPushButton* m_saveStatus;
    QPushButton* m_share;
    QPushButton* m_withdraw;
    QBoxLayout* m_halves;
    QScrollArea* m_controls;
    QTabWidget* m_tabs;
    QListView* m_activityList;
    QListView* m_messageList;
    QPlainTextEdit* m_consent;
    RevertButton* m_revert;
    NoteEdit* m_note;
    QPushButton* m_addNote;
    DraftKeeper* m_draft;
};

} // namespace handrail::ui
