// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QMenuBar>
#include <QObject>

namespace handrail::ui {

/// The window's menus: everything that can be done has a place there, with its keys, so that nothing is to be had by
/// mouse alone. Pages add their own actions to these menus.
class Menus : public QObject
{
    Q_OBJECT

public:
    /// Fills `bar`; actions belong to it.
    explicit Menus(QMenuBar* bar);

    /// A page of the window in the View menu, with Ctrl+1 ... Ctrl+9 by its place.
    QAction* addPage(int number, const QString& label);
    /// All that «Find Anything» offers as things to do.
    [[nodiscard]] QList<QAction*> commands() const;

    QMenu* file;
    QMenu* edit;
    QMenu* view;
    QMenu* help;
    QAction* newReferral;
    QAction* addClient;
    QAction* importClients;
    QAction* duplicates;
    QAction* lock;
    QAction* quit;
    QAction* findAnything;
    QAction* findHere;
    QAction* showPhones; ///< Only where they are masked.
    QAction* contents;
    QAction* keys;
    QAction* about;

private:
    QAction* add(QMenu* menu, const QString& name, const QString& label, const QKeySequence& keySequence,
                 const QString& tip);
};

} // namespace handrail::ui
