// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/findermodel.h"

#include <QDialog>

class QLineEdit;
class QListView;

namespace handrail::ui {

class StatePane;

/// «Find Anything» (Ctrl+K): one field for clients, referrals, resource sites and all that the program can do.
class Finder : public QDialog
{
    Q_OBJECT

public:
    Finder(StoreRunner& store, const PhoneNumbers& phones, const QList<QAction*>& commands, QWidget* parent);

Q_SIGNALS:
    void clientFound(const handrail::ClientId& id);
    void referralFound(const handrail::ReferralId& id);
    void siteFound(const handrail::ResourceSiteId& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showAnswer();
    void open(const QModelIndex& index);

    FinderModel* m_model;
    QLineEdit* m_field;
    QListView* m_list;
    StatePane* m_states;
};

} // namespace handrail::ui
