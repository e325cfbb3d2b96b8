// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/rowdelegate.h"
#include "ui/views/widgets.h"

#include <QStackedWidget>

class QLineEdit;
class QListView;

namespace handrail::ui {

/// Shows its content, or a message in its place: loading, nothing here and what to do about it, or what went wrong.
class StatePane : public QStackedWidget
{
    Q_OBJECT

public:
    StatePane(QWidget* content, const QString& name, QWidget* parent = nullptr);
    /// What is shown needs its room; what is not shown needs none.
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    void showContent() { setCurrentIndex(0); }
    /// `action`: label of a button below the sentence, none where empty; pressing it emits acted().
    void showMessage(const QString& iconName, const QString& heading, const QString& sentence,
                     const QString& action = {});

Q_SIGNALS:
    void acted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLabel* m_icon;
    QLabel* m_heading;
    QLabel* m_sentence;
    QPushButton* m_action;
};

/// What a list says while it has nothing to show.
struct EmptyWords
{
    QString icon;
    QString heading;  ///< Nothing at all yet.
    QString sentence; ///< What to do about it.
    QString action;
    QString nothingFound; ///< Nothing that fits the search.
};

/// A search field above a list that follows each key, with its states. Down goes from the field into the list.
class SearchList : public QWidget
{
    Q_OBJECT

public:
    /// `name` prefixes the object names ("clients" -> "clientsSearch", "clientsList").
    SearchList(const QString& name, const QString& searchLabel, const QString& listLabel, PagedModelBase* model,
               RowDelegate::Lead lead, EmptyWords words, QWidget* parent = nullptr);

    /// Filters, or anything else that narrows the list.
    void addBelowSearch(QWidget* widget);
    /// Whether filters narrow the list, and what it says instead of «nothing yet» then.
    void setNarrowed(bool narrowed, const QString& heading, const QString& sentence, const QString& action);
    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] KeyedSelection* selection() const { return m_selection; }
    /// Filters narrow the list too: an empty one then is «nothing found», with this action (none: no filter is set).
    void setNarrowed(const QString& action);

Q_SIGNALS:
    void searched(const QString& text);
    void emptyActed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showState();

    PagedModelBase* m_model;
    EmptyWords m_words;
    std::optional<EmptyWords> m_narrowed;
    QLineEdit* m_search;
    QListView* m_list;
    QLabel* m_count;
    StatePane* m_states;
    KeyedSelection* m_selection;
};

} // namespace handrail::ui
