// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/optionfield.h"

#include "ui/models/pagedmodel.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// A value at the left, the number of its sites quietly at the right.
class CountDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString count = index.data(AsideRole).toString();
        const int width = option.fontMetrics.horizontalAdvance(count) + 16;
        QStyleOptionViewItem narrow = option;
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, theme().accentSoft);
        }
        narrow.rect.setWidth(option.rect.width() - width);
        QStyledItemDelegate::paint(painter, narrow, index);
        painter->setPen(theme().muted);
        painter->drawText(option.rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, count);
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString count = index.data(AsideRole).toString();
        return QStyledItemDelegate::sizeHint(option, index) +
               QSize(option.fontMetrics.horizontalAdvance(count) + 24, 6);
    }
};

constexpr int widestPopup = 480;

} // namespace

OptionField::OptionField(const QString& name, const QString& label, const QString& any, QWidget* parent)
    : QComboBox(parent)
    , m_options(new QStandardItemModel(this))
{
    identify(this, name, label);
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setModel(m_options);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(int(any.size()) + 2);
    setMaxVisibleItems(14);
    view()->setItemDelegate(new CountDelegate(view()));
    view()->setTextElideMode(Qt::ElideRight);
    lineEdit()->setPlaceholderText(any);
    lineEdit()->setAccessibleName(label);
    lineEdit()->setMaxLength(200);
    lineEdit()->setClearButtonEnabled(true);

    auto* words = new QCompleter(m_options, this);
    words->setCompletionMode(QCompleter::PopupCompletion);
    words->setFilterMode(Qt::MatchContains);
    words->setCaseSensitivity(Qt::CaseInsensitive);
    words->setMaxVisibleItems(14);
    setCompleter(words);
    words->popup()->setItemDelegate(new CountDelegate(words->popup()));

    connect(this, &QComboBox::editTextChanged, this, &OptionField::readField);
}

void OptionField::setOptions(const QList<SiteOption>& options)
{
    const QString typed = currentText();
    const QSignalBlocker quiet(this);
    m_options->clear();
    int widest = 0;
    for (const SiteOption& option : options) {
        auto* item = new QStandardItem(oneLine(option.name));
        item->setData(option.name, Qt::UserRole);
        item->setData(QLocale().toString(option.sites), AsideRole);
        item->setData(tr("%1, %n resource(s)", nullptr, option.sites).arg(oneLine(option.name)),
                      Qt::AccessibleTextRole);
        m_options->appendRow(item);
        widest = std::max(widest, fontMetrics().horizontalAdvance(item->text()));
    }
    const int popupWidth = std::min(widest + 96, widestPopup);
    view()->setMinimumWidth(popupWidth);
    completer()->popup()->setMinimumWidth(popupWidth);
    setCurrentIndex(-1);
    setEditText(typed);
}

void OptionField::readField()
{
    const QString typed = currentText().trimmed();
    QString chosen;
    if (!typed.isEmpty()) {
        const int row = findText(typed, Qt::MatchFixedString);
        chosen = row >= 0 ? itemData(row).toString() : QString();
    }
    const bool unknown = !typed.isEmpty() && chosen.isEmpty();
    // While somebody types, a beginning is no mistake; the colour would flicker.
    setLook(this, "wrong", unknown && !lineEdit()->hasFocus());
    if (chosen != m_value) {
        m_value = chosen;
        Q_EMIT valueChanged();
    }
}

void OptionField::clear()
{
    setCurrentIndex(-1);
    clearEditText();
}

} // namespace handrail::ui
