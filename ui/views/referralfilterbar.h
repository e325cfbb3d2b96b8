// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referralfilter.h"
#include "ui/services.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QCompleter;
class QDateEdit;
class QLabel;
class QLayout;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStringListModel;

namespace handrail::ui {

/// The search field of the referrals and, opened by «Filters», everything that they can be filtered by. What is closed
/// still shows in words.
class ReferralFilterBar : public QWidget
{
    Q_OBJECT

public:
    ReferralFilterBar(Services services, QWidget* parent = nullptr);
    /// What stands in the fields, with the order that was set last.
    [[nodiscard]] ReferralFilter filter() const;
    /// Puts a filter into the fields; says nothing.
    void setFilter(const ReferralFilter& filter);
    [[nodiscard]] QLineEdit* search() const { return m_search; }
    /// Workers and teams may have come or changed.
    void refresh();

Q_SIGNALS:
    void changed();
    /// Down or Enter in the search field: into the list.
    void leftDown();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makePanel();
    void fitPanel();
    QWidget* addField(const QString& label, QWidget* field);
    void makeDays();
    void showDays();
    QComboBox* addChoice(const QString& name, const QString& label);
    void connectPanel();
    void readPeople();
    void fillPeople(const QList<User>& users, const QList<Team>& teams);
    void searchSites(const QString& text);
    void edited();
    void showSummary();
    [[nodiscard]] QString inWords() const;

    Services m_services;
    ReferralFilter m_filter; ///< What the fields don't show: the order.
    QTimer m_pause{this};
    bool m_setting = false;
    QLineEdit* m_search;
    QPushButton* m_more;
    QLabel* m_summary;
    QPushButton* m_clear;
    QWidget* m_panel;
    QLayout* m_fields = nullptr;
    QScrollArea* m_scroll;
    QList<QCheckBox*> m_statuses;
    QList<User> m_users;
    QList<Team> m_teams;
    QComboBox* m_worker;
    QComboBox* m_team;
    QComboBox* m_answered;
    QComboBox* m_shared;
    QComboBox* m_period;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QWidget* m_fromCell;
    QWidget* m_toCell;
    QComboBox* m_quiet;
    QLineEdit* m_site;
    QStringListModel* m_siteNames;
    QCompleter* m_completer;
    QHash<QString, ResourceSiteId> m_sites; ///< By the name in the completer.
    QString m_siteName;                     ///< Of the filter's site.
};

} // namespace handrail::ui
