// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPushButton>
#include <QUuid>

class QLabel;
class QVBoxLayout;

namespace handrail::ui {

/// What can be done with a line of a card; one that many lines share is an icon, its label a tool tip.
struct HomeAction
{
    QString label;
    QString icon = {};
    friend bool operator==(const HomeAction&, const HomeAction&) = default;
};

/// One line of a card: what it is about, and what can be done on the spot.
struct HomeItem
{
    QString key; ///< Names it in the card's signals.
    QString title;
    QString subtitle;
    QString aside;
    QList<HomeAction> actions;
    friend bool operator==(const HomeItem&, const HomeItem&) = default;
};

/// A line that opens something: a title, a quieter line below, something short at the side. Its height follows the font.
class HomeRow : public QPushButton
{
    Q_OBJECT

public:
    explicit HomeRow(const HomeItem& item, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    HomeItem m_item;
};

/// A card of Home: a heading with a count, its first lines, and the way to the rest.
class HomeCard : public QFrame
{
    Q_OBJECT

public:
    enum class Tone { Calm, Warn, Bad };
    /// `name` prefixes the object names ("homeHeld" -> "homeHeldCount", "homeHeldAll").
    HomeCard(const QString& name, const QString& iconName, Tone tone, const QString& heading, QWidget* parent = nullptr);
    /// Buttons below the lines; without a label none.
    void setFooter(const QString& showAll, const QString& markAll);
    /// Hidden where there is none. The lines are made anew only where they differ, so that the focus stays.
    void setItems(int count, const QList<HomeItem>& items);
    /// How many lines a card of this height has room for, beside its heading and the buttons below them.
    [[nodiscard]] int linesIn(int height) const;
    [[nodiscard]] int count() const { return m_count; }

Q_SIGNALS:
    void opened(const QString& key);
    void acted(const QString& key, int action);
    void showAll();
    void markAll();

private:
    void makeRows();

    QString m_name;
    QString m_heading;
    QLabel* m_number;
    QVBoxLayout* m_rows;
    QPushButton* m_all;
    QPushButton* m_mark;
    int m_count = 0;
    QList<HomeItem> m_items;
};

} // namespace handrail::ui
