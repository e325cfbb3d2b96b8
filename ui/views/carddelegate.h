// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace handrail::ui {

/// What CardDelegate asks for beside the roles of pagedmodel.h.
enum CardRole {
    ThirdLineRole = Qt::UserRole + 100, ///< A short sentence in a tone: open or closed, the day of the follow-up.
    ThirdToneRole,                      ///< CardTone
    WarningRole,                        ///< A sentence of warning in place of the second line.
    StarRole,                           ///< bool: a favourite.
};
enum class CardTone { Quiet, Good, Warn };

/// Paints a row of three lines: title with something short at the right, a quieter line, a third in a tone. Heights
/// follow the font.
class CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `numbered`: the row's number in a disc before it.
    explicit CardDelegate(bool numbered, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    bool m_numbered;
};

} // namespace handrail::ui
