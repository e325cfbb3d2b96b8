// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/duplicatelistmodel.h"
#include "ui/services.h"

#include <QDialog>

class QListView;
class QProgressBar;
class QPushButton;

namespace handrail::ui {

class KeyedSelection;
class Notice;
class StatePane;

/// «Possible Duplicates»: pairs to compare and merge, or to keep apart for good. While it is open, clients who are new
/// or changed are compared with the others, some at a time.
class DuplicatesDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DuplicatesDialog(Services services, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Two became one: the id of the one that is kept.
    void merged(const handrail::ClientId& kept);

private:
    void compareMore();
    void showState();
    void enableButtons();
    [[nodiscard]] const PossibleDuplicate* chosen() const;
    void mergeChosen();
    void keepApart();

    Services m_services;
    DuplicateListModel* m_model;
    QListView* m_list;
    StatePane* m_states;
    Notice* m_notice;
    QProgressBar* m_progress;
    QPushButton* m_merge;
    QPushButton* m_apart;
    int m_toCompare = 0;
    bool m_comparing = true;
};

} // namespace handrail::ui
