// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chosenclient.h"
#include "ui/models/basketmodel.h"
#include "ui/services.h"

#include <QDockWidget>

class QLabel;
class QListView;
class QPushButton;

namespace handrail::ui {

class Notice;
class StatePane;

/// The resource basket of the chosen client beside the pages: the order decides the days of the follow-ups (R5),
/// «Create Referrals» hands it on. Shown on the page Directory unless hidden there, on other pages only when pinned.
class BasketDock : public QDockWidget
{
    Q_OBJECT

public:
    BasketDock(Services services, ChosenClient& chosen, QWidget* parent = nullptr);
    void refresh();
    void setClientName(const QString& name);
    [[nodiscard]] BasketModel* model() const { return m_model; }

    /// Another page is shown.
    void followPage(bool isDirectory);
    /// The key for it: goes into it, showing it here first where it has to; from within hides it here.
    void toggle();
    /// Shows or hides it here, as the mouse wants it: the focus stays.
    void setShown(bool shown);
    /// Shows it on this page and goes into it.
    void open();
    [[nodiscard]] bool isPinned() const { return m_pinned; }
    [[nodiscard]] bool isWantedOnDirectory() const { return m_wanted; }
    /// As it was left: pinned to every page, hidden on the page Directory.
    void restore(bool pinned, bool wantedOnDirectory);

Q_SIGNALS:
    void createReferrals(const QList<handrail::ResourceSiteId>& sites);
    /// A sheet on paper with these sites.
    void printSheet(const QList<handrail::ResourceSiteId>& sites);
    /// The empty basket's way on.
    void findResources();
    void chooseClient();
    /// Shown, hidden, pinned or let go: worth being kept.
    void placeChanged();

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTitle();
    [[nodiscard]] QWidget* makeContent();
    void connectAll();
    void setUpKeys();
    void showState();
    void enableButtons();
    void move(int by);
    void remove();
    void undo();
    void apply();
    /// Whether the window has no room for it beside a page, at large text for one: then it lies over the page, until left.
    [[nodiscard]] bool isNarrow() const;
    void showOver();

    ChosenClient& m_chosen;
    BasketModel* m_model;
    QListView* m_list;
    StatePane* m_states;
    QLabel* m_title;
    QLabel* m_client;
    QLabel* m_explain;
    Notice* m_notice;
    QPushButton* m_pin;
    QPushButton* m_floating;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_remove;
    QPushButton* m_print;
    QPushButton* m_create;
    bool m_isDirectory = false;
    bool m_over = false;
    bool m_pinned = false;
    bool m_wanted = true;
};

} // namespace handrail::ui
