// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/referralfilter.h"
#include "core/domain/workerslists.h"
#include "ui/services.h"

#include <QWidget>

class QAction;
class QComboBox;
class QPushButton;

namespace handrail::ui {

/// The filters that everybody has and those that the worker saved: choose, save, rename, delete, show first.
class SavedFilterBox : public QWidget
{
    Q_OBJECT

public:
    SavedFilterBox(Services services, QWidget* parent = nullptr);
    /// What is shown now no longer is what the chosen filter says.
    void setShown(const ReferralFilter& filter);
    /// Something else than a filter of this box is shown: what another screen asked for.
    void leave(const ReferralFilter& filter);
    /// The store has changed.
    void refresh();
    /// Chooses a built-in filter by its key.
    void chooseKey(const QString& key);

Q_SIGNALS:
    void chosen(const handrail::ReferralFilter& filter);
    /// Something went wrong, in a sentence.
    void trouble(const QString& sentence);

private:
    [[nodiscard]] QString key() const;
    [[nodiscard]] std::optional<SavedFilterId> savedId() const;
    void makeMenu();
    void read();
    void fill(const QList<SavedFilter>& saved, const QString& first);
    void choose(int index);
    void askName(const QString& title, const QString& text, std::function<void(const QString&)> use);
    void save();
    void rename();
    void remove();
    void replace();
    void showFirst();
    void enable();
    template <typename UseCase>
    void run(UseCase useCase, const QString& keyAfter);

    Services m_services;
    QComboBox* m_box;
    QPushButton* m_menu;
    QAction* m_replace;
    QAction* m_rename;
    QAction* m_remove;
    QAction* m_first;
    QList<SavedFilter> m_saved;
    ReferralFilter m_shown;
    QString m_firstKey;
    QString m_wantedKey;
    bool m_started = false; ///< The filter to show first has been chosen.
};

} // namespace handrail::ui
