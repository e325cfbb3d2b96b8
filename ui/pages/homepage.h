// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/home.h"
#include "ui/services.h"
#include "ui/views/homecard.h"

#include <QWidget>

class QLabel;
class QGridLayout;

namespace handrail::ui {

class Notice;
class ArrivingBar;
class ReachBox;
class StatePane;

/// What needs you now: held and failed messages, what clients wrote, new answers, follow-ups of today, referrals gone
/// quiet, drafts. Each card opens the right place, and what can be done on the spot has its button.
class HomePage : public QWidget
{
    Q_OBJECT

public:
    explicit HomePage(Services services, QWidget* parent = nullptr);
    /// So many of the worker's clients have come to this computer; `of` is 0 where none are on their way.
    void showArriving(qint64 here, qint64 of);
    /// The store has changed. Nothing is asked while the page is out of sight.
    void refresh();

Q_SIGNALS:
    void openReferral(const handrail::ReferralId& id);
    void openClient(const handrail::ClientId& id);
    void openMessage(const handrail::MessageId& id);
    /// All that wait for a decision: held, failed or expired.
    void showMessagesToDecide();
    /// All that go out.
    void showWaitingMessages();
    void openReply(const handrail::ReplyId& id);
    void showReplies();
    void showNewAnswers();
    void openDraft(const QString& name);
    /// Who is signed in and whose clients are shown: other pages begin with the same.
    void userKnown(const handrail::User& user, handrail::casework::Reach reach);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QWidget* makeCards();
    void connectMessageCards();
    void connectOtherCards();
    void ask();
    void showBoard(const casework::HomeBoard& board);
    void showCards();
    [[nodiscard]] int linesOfCards() const;
    [[nodiscard]] int columnsFor(qsizetype cards) const;
    void showMessages(const casework::HomeBoard& board);
    void showClients(const casework::HomeBoard& board);
    void showRest(const casework::HomeBoard& board);
    void arrange();
    void decide(const QString& message, HeldMessages::Decision decision);
    void setAside(AttentionStore::Matter matter, const QList<QUuid>& ids);
    void run(std::function<Result<void>(casework::Desk&)> deed);
    void saveReach();

    Services m_services;
    QLabel* m_subtitle;
    ReachBox* m_reach;
    Notice* m_notice;
    ArrivingBar* m_arriving;
    StatePane* m_states = nullptr;
    QGridLayout* m_grid = nullptr;
    HomeCard* m_held = nullptr;
    HomeCard* m_toRead = nullptr;
    HomeCard* m_failed = nullptr;
    HomeCard* m_answers = nullptr;
    HomeCard* m_due = nullptr;
    HomeCard* m_quiet = nullptr;
    HomeCard* m_drafts = nullptr;
    std::optional<casework::HomeBoard> m_board; ///< As it was read last.
    std::optional<casework::Reach> m_wanted; ///< What the worker chose; nothing before that: as saved.
    QList<HomeCard*> m_arranged;
    int m_columns = 0;
    bool m_asking = false;
    bool m_stale = true;
    int m_lines = 3;     ///< Of each card.
    bool m_more = false; ///< All quiet referrals and drafts are wanted.
};

} // namespace handrail::ui
