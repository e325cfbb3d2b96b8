// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"
#include "ui/statistics/reportexport.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QComboBox;
class QDateEdit;
class QGridLayout;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;

namespace handrail::ui {

class ChartCard;
class FigureActivityModel;
class Notice;
class StatePane;

/// A supervisor's view: what became of the team's referrals, in numbers that open the lists behind them, and the
/// team's activity. Counted from what this desk has, offline too.
class TeamPage : public QWidget
{
    Q_OBJECT

public:
    explicit TeamPage(Services services, QWidget* parent = nullptr);
    /// The store has changed.
    void refresh();

    /// Writes what is shown, as the actions of «Export» do once a file was chosen.
    Result<void> exportCsv(const QString& path, bool withMark) const;
    Result<void> exportPdf(const QString& path) const;

Q_SIGNALS:
    void openReferral(const handrail::ReferralId& id);
    /// Whether the one who is signed in leads anybody: the page is for supervisors and administrators.
    void availableChanged(bool available);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Who may be chosen, and since when the data is.
    struct People
    {
        handrail::Role role = handrail::Role::Worker;
        std::optional<TeamId> ownTeam;
        QList<User> users;
        QList<Team> teams;
        std::optional<Agency> agency;
        QString lastSyncError;
        QDateTime lastSyncAt;
    };

    [[nodiscard]] QWidget* makeTop();
    [[nodiscard]] QWidget* makeFilters();
    [[nodiscard]] QWidget* makeProgress();
    [[nodiscard]] QWidget* makeContent();
    [[nodiscard]] QWidget* makeActivity();
    void connectFilters();
    static Result<People> readPeople(LocalStore& store, const UserId& worker);
    void showPeople(const People& people);
    void fillWorkers();
    void showDataAge(const People& people);
    [[nodiscard]] NumbersQuestion question() const;
    [[nodiscard]] QString scope() const;
    void ask();
    void showNumbers(const Numbers& numbers);
    void showTiles(const Report& report);
    void fitTiles();
    void openFigure(const Figure& figure, const QString& title);
    void chooseFile(bool csv);
    void tellExport(const Result<void>& written, const QString& path);
    void print();
    void layOut();

    Services m_services;
    NumbersLoader* m_loader;
    QTimer m_later; ///< A change of the store is counted a little later, so that a pull of thousands counts once.
    QTimer m_slow;  ///< Progress shows after half a second.
    std::optional<People> m_people;
    Report m_report;
    std::optional<NumbersQuestion> m_shown;
    bool m_stale = true;

    StatePane* m_states;
    QComboBox* m_period;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QComboBox* m_team;
    QComboBox* m_worker;
    QLabel* m_dataAge;
    QLabel* m_periodWords;
    QPushButton* m_export;
    QAction* m_withMark;
    Notice* m_notice;
    QWidget* m_progressRow;
    QProgressBar* m_progress;
    QGridLayout* m_tiles;
    QGridLayout* m_cards;
    QList<QPushButton*> m_tileButtons;
    QList<ChartCard*> m_chartCards;
    QWidget* m_activityCard;
    FigureActivityModel* m_activity;
    QListView* m_activityList;
    StatePane* m_activityStates;
};

} // namespace handrail::ui
