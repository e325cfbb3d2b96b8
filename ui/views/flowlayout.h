// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace handrail::ui {

/// Puts widgets beside each other and goes on in the next line where the width ends, as words of a text do. Those of one
/// line stand on one middle; one of them may take the room that its line leaves.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int spacing = 8, QWidget* parent = nullptr);
    ~FlowLayout() override;

    /// Adds the widget that takes what is left of its line: a search field, a title.
    void addFilling(QWidget* widget);
    void addItem(QLayoutItem* item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

private:
    struct Line
    {
        QList<QLayoutItem*> items;
        int width = 0; ///< Of the items and the room between them.
        int height = 0;
    };
    [[nodiscard]] QList<Line> linesFor(int width) const;
    [[nodiscard]] QSize sizeOf(const QLayoutItem* item, int width) const;
    void place(const Line& line, const QRect& rect);

    QList<QLayoutItem*> m_items;
    QWidget* m_filling = nullptr;
};

} // namespace handrail::ui
