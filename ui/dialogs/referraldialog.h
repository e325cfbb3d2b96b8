// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;
class QStringListModel;

namespace handrail::ui {

class Notice;
class ShareDone;
class SharePanelWidget;

/// R1: makes the referrals, and then the same dialog offers to share them. Sharing never happens by itself.
class ReferralDialog : public QDialog
{
    Q_OBJECT

public:
    /// Refers `client` to `sites`, in this order.
    ReferralDialog(Services services, const ClientId& client, const QList<ResourceSiteId>& sites,
                   QWidget* parent = nullptr);
    /// Shares referrals that were made before.
    static ReferralDialog* forSharing(Services services, const ClientId& client, const QList<ReferralId>& referrals,
                                      QWidget* parent);

Q_SIGNALS:
    /// The referrals are there, whatever becomes of the sharing.
    void created(const QList<handrail::ReferralId>& referrals);
    void shared();

private:
    ReferralDialog(Services services, const ClientId& client, QWidget* parent);
    [[nodiscard]] QWidget* makeFirstStep();
    void readSites(const QList<ResourceSiteId>& sites);
    void create();
    void offerSharing(const QList<ReferralId>& referrals, const QString& title);
    void showShared(const ShareId& share);
    void growForSharing();

    Services m_services;
    ClientId m_client;
    QList<ResourceSiteId> m_sites;
    QList<ReferralId> m_referrals; ///< Once they are made.
    QLabel* m_title;
    QLabel* m_subtitle;
    Notice* m_notice;
    QStackedWidget* m_steps;
    QStringListModel* m_names;
    QListView* m_list;
    QPushButton* m_create;
    SharePanelWidget* m_panel;
    ShareDone* m_shareDone;
};

} // namespace handrail::ui
