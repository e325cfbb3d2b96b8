// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fits.h"

#include "ui/models/messagetablemodel.h"
#include "ui/models/referraltablemodel.h"
#include "ui/views/messagestatedelegate.h"
#include "ui/views/rowdelegate.h"

#include <QAbstractItemDelegate>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

QString nameOf(const QWidget* widget)
{
    QString name = QString::fromLatin1(widget->metaObject()->className()).section(u"::"_s, -1);
    if (!widget->objectName().isEmpty()) {
        name += u' ' + widget->objectName();
    }
    return name;
}

/// What the widest cell of a column asks for, in pixels.
int widestCell(const QTableView* table, int column)
{
    QStyleOptionViewItem option;
    option.initFrom(table);
    option.font = table->font();
    option.fontMetrics = table->fontMetrics();
    option.decorationSize = table->iconSize().isValid() ? table->iconSize() : QSize(16, 16);
    option.widget = table;
    int widest = 0;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        widest = std::max(widest, table->itemDelegate()->sizeHint(option, table->model()->index(row, column)).width());
    }
    return widest;
}

class Misfits
{
public:
    QStringList found;

    void look(const QWidget* widget)
    {
        lookAtPlace(widget);
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
            lookAtButton(button);
        } else if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            lookAtLabel(label);
        } else if (const auto* combo = qobject_cast<const QComboBox*>(widget)) {
            lookAtCombo(combo);
        } else if (const auto* line = qobject_cast<const QLineEdit*>(widget)) {
            lookAtLine(line);
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            lookAtTabs(tabs);
        } else if (const auto* header = qobject_cast<const QHeaderView*>(widget)) {
            lookAtHeader(header);
        } else if (const auto* table = qobject_cast<const QTableView*>(widget)) {
            lookAtPills(table);
        } else if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget)) {
            require(spin, spin->size(), spin->minimumSizeHint(), spin->text());
        }
    }

private:
    void say(const QWidget* widget, const QString& what) { found.append(nameOf(widget) + u": "_s + what); }

    void require(const QWidget* widget, const QSize& has, const QSize& needs, const QString& words)
    {
        if (has.width() < needs.width() || has.height() < needs.height()) {
            say(widget, u"«%1» needs %2x%3 and has %4x%5"_s.arg(words)
                            .arg(needs.width())
                            .arg(needs.height())
                            .arg(has.width())
                            .arg(has.height()));
        }
    }

    /// Whatever stands in a page that scrolls may be below its edge, never beside it.
    void lookAtPlace(const QWidget* widget)
    {
        const QWidget* parent = widget->parentWidget();
        if (!parent || widget->isWindow() || widget->size().isEmpty()) {
            return;
        }
        const auto* area = qobject_cast<const QScrollArea*>(parent->parentWidget());
        if (area && area->viewport() == parent) {
            if (widget->width() > parent->width()) {
                say(widget, u"is %1 wide in a view of %2"_s.arg(widget->width()).arg(parent->width()));
            }
        } else if (!parent->rect().contains(widget->geometry())) {
            const QRect at = widget->geometry();
            say(widget, u"at %1,%2 %3x%4 sticks out of %5 of %6x%7"_s.arg(at.x())
                            .arg(at.y())
                            .arg(at.width())
                            .arg(at.height())
                            .arg(nameOf(parent))
                            .arg(parent->width())
                            .arg(parent->height()));
        }
    }

    void lookAtButton(const QAbstractButton* button)
    {
        if (button->text().isEmpty()) {
            require(button, button->size(), button->iconSize(), u"icon"_s);
        } else if (const auto* box = qobject_cast<const QCheckBox*>(button)) {
            require(box, box->size(), box->QCheckBox::sizeHint(), box->text()); // one that wraps says less itself
        } else {
            require(button, button->size(), button->sizeHint(), button->text());
        }
    }

    void lookAtLabel(const QLabel* label)
    {
        if (label->text().isEmpty() || !label->toolTip().isEmpty()) {
            return;
        }
        if (!label->wordWrap()) {
            require(label, label->size(), label->sizeHint(), label->text());
            return;
        }
        int widest = 0;
        for (const QString& word : label->text().split(QRegularExpression(u"[\\s/@.-]"_s))) {
            widest = std::max(widest, label->fontMetrics().horizontalAdvance(word));
        }
        require(label, label->contentsRect().size(), QSize(widest, 0), label->text());
        require(label, label->size(), QSize(0, label->heightForWidth(label->width())), label->text());
    }

    void lookAtCombo(const QComboBox* combo)
    {
        if (combo->isEditable()) {
            return; // its field is looked at by itself
        }
        QStyleOptionComboBox option;
        option.initFrom(combo);
        option.currentText = combo->currentText();
        const QRect room =
            combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo);
        const QFontMetrics& metrics = combo->fontMetrics();
        // What is drawn, without the empty room behind the last letter, as QComboBox itself measures.
        require(combo, room.size(), {metrics.boundingRect(combo->currentText()).width(), metrics.height()},
                combo->currentText());
    }

    void lookAtLine(const QLineEdit* line)
    {
        const QString words = line->text().isEmpty() ? line->placeholderText() : line->text();
        if (qobject_cast<const QAbstractSpinBox*>(line->parentWidget()) || (!line->text().isEmpty() && !line->isReadOnly())) {
            return; // what somebody types may be long
        }
        constexpr int innerMargin = 2; // QLineEdit's own
        int room = line->contentsRect().width() - 2 * innerMargin;
        for (const auto* icon : line->findChildren<QToolButton*>()) {
            room -= icon->isVisible() ? icon->width() : 0;
        }
        const QFontMetrics& metrics = line->fontMetrics();
        require(line, {room, line->height()}, {metrics.horizontalAdvance(words), metrics.height()}, words);
    }

    void lookAtTabs(const QTabBar* tabs)
    {
        QFont bold = tabs->font();
        bold.setWeight(QFont::DemiBold);
        const QFontMetrics metrics(bold);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            const QRect rect = tabs->tabRect(tab);
            require(tabs, rect.size(), {metrics.horizontalAdvance(tabs->tabText(tab)), metrics.height()},
                    tabs->tabText(tab));
            if (!tabs->rect().contains(rect)) {
                say(tabs, u"«%1» is beyond the edge"_s.arg(tabs->tabText(tab)));
            }
        }
    }

    void lookAtHeader(const QHeaderView* header)
    {
        if (header->orientation() == Qt::Vertical) {
            return;
        }
        for (int section = 0; section < header->count(); ++section) {
            if (!header->isSectionHidden(section)) {
                require(header, {header->sectionSize(section), header->height()},
                        {header->sectionSizeHint(section), header->sizeHint().height()},
                        header->model()->headerData(section, Qt::Horizontal).toString());
            }
        }
    }

    /// Dates and kinds are of little use where they end in «…».
    void lookAtCells(const QTableView* table)
    {
        using Referrals = ui::ReferralTableModel;
        using Messages = ui::MessageTableModel;
        QList<int> columns;
        if (dynamic_cast<const Referrals*>(table->model())) {
            columns = {Referrals::NextFollowUp, Referrals::LastAnswer, Referrals::LastActivity, Referrals::Created};
        } else if (dynamic_cast<const Messages*>(table->model())) {
            columns = {Messages::What, Messages::Due};
        }
        for (const int column : std::as_const(columns)) {
            const int needed = widestCell(table, column);
            if (!table->isColumnHidden(column)) {
                require(table, {table->columnWidth(column), 0}, {needed, 0},
                        u"cells of "_s + table->model()->headerData(column, Qt::Horizontal).toString());
            }
        }
    }

    /// Statuses are drawn as pills, which must be read whole.
    void lookAtPills(const QTableView* table)
    {
        const QAbstractItemModel* model = table->model();
        for (int column = 0; model && model->rowCount() > 0 && column < model->columnCount(); ++column) {
            const QModelIndex cell = model->index(0, column);
            const int widest =
                cell.data(ui::StatusRole).isValid() ? ui::StatusDelegate::widest(table->fontMetrics())
                : cell.data(ui::MessageTableModel::MessageStateRole).isValid()
                    ? ui::MessageStateDelegate::widest(table->fontMetrics())
                    : 0;
            if (!table->isColumnHidden(column)) {
                require(table, {table->columnWidth(column), table->height()}, {widest, 0}, u"the widest pill"_s);
            }
        }
    }
};

/// Parts of Qt's own widgets, which they place themselves.
bool isInnerPart(const QWidget* widget)
{
    const QString name = widget->objectName();
    return name.startsWith(u"qt_"_s) || qobject_cast<const QScrollBar*>(widget) ||
           qobject_cast<const QTabBar*>(widget->parentWidget()) ||
           (qobject_cast<const QToolButton*>(widget) && qobject_cast<const QLineEdit*>(widget->parentWidget())) ||
           qobject_cast<const QAbstractItemView*>(widget->parentWidget());
}

} // namespace

QStringList misfits(QWidget* window)
{
    Misfits all;
    for (const auto* widget : window->findChildren<QWidget*>()) {
        if (widget->isVisible() && widget->window() == window && !isInnerPart(widget)) {
            all.look(widget);
        }
    }
    return all.found;
}

QStringList greediest(const QWidget* window, const QSize& room)
{
    QStringList all;
    for (const auto* widget : window->findChildren<QWidget*>()) {
        const auto* inScroll = qobject_cast<const QScrollArea*>(widget->parentWidget() ? widget->parentWidget()->parentWidget() : nullptr);
        if (!widget->isVisible() || inScroll) {
            continue;
        }
        const QSize least = widget->minimumSizeHint().expandedTo(widget->minimumSize());
        if (3 * least.width() > 2 * room.width() || 3 * least.height() > 2 * room.height()) {
            QString path;
            for (const QWidget* at = widget; at && at != window; at = at->parentWidget()) {
                path = u'/' + nameOf(at) + path;
            }
            all.append(u"%1 wants %2x%3"_s.arg(path).arg(least.width()).arg(least.height()));
        }
    }
    return all;
}

} // namespace handrail::tests
