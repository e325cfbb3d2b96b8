// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace handrail::ui {

/// Paints a row of a list: an icon or initials, a title, a quieter second line, something short at the right.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `Sentence`: an icon, and a first line that is a sentence and not a name.
    enum class Lead { None, Icon, Sentence, Initials, Number };
    explicit RowDelegate(Lead lead, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void paintLead(QPainter* painter, const QRect& box, const QModelIndex& index,
                   const QStyleOptionViewItem& option) const;

    Lead m_lead;
};

/// Paints a referral's status as a pill; everything else as the style does.
class StatusDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// How wide a column must be for the widest of all statuses, in pixels.
    [[nodiscard]] static int widest(const QFontMetrics& metrics);
};

/// The tool tip of a row that may be cut: all of its lines. False where the model has a tool tip of its own.
bool showWholeRow(const QHelpEvent* event, QAbstractItemView* view, const QModelIndex& index, const QList<int>& roles);

/// "ML" for "Maria Lopez".
QString initialsOf(const QString& name);

} // namespace handrail::ui
