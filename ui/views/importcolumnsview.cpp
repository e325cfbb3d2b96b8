// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/importcolumnsview.h"

#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

using casework::ImportField;

namespace {

QString exampleOf(const casework::ImportTable& table, qsizetype column)
{
    constexpr qsizetype rowsLooked = 50;
    for (const files::CsvRow& row : table.rows.mid(0, rowsLooked)) {
        if (const QString cell = oneLine(row.cells.value(column)); !cell.isEmpty()) {
            return cell.left(40);
        }
    }
    return {};
}

} // namespace

ImportColumnsView::ImportColumnsView(QWidget* parent)
    : QScrollArea(parent)
    , m_inner(new QWidget)
    , m_grid(new QGridLayout(m_inner))
{
    setObjectName(u"importColumns"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_inner->setProperty("role", u"scrolled"_s);
    m_grid->setContentsMargins(0, 0, 8, 0);
    m_grid->setVerticalSpacing(8);
    setWidget(m_inner);
}

void ImportColumnsView::show(const casework::ImportTable& table, const QList<ImportField>& fields)
{
    clearLayout(m_grid);
    m_boxes.clear();
    const std::pair<ImportField, QString> choices[] = {{ImportField::Ignore, tr("Leave out")},
                                                       {ImportField::GivenName, tr("First Name")},
                                                       {ImportField::FamilyName, tr("Last Name")},
                                                       {ImportField::FullName, tr("Whole Name")},
                                                       {ImportField::BirthDate, tr("Date of Birth")},
                                                       {ImportField::Phone, tr("Phone")},
                                                       {ImportField::Email, tr("Email")},
                                                       {ImportField::Language, tr("Language")},
                                                       {ImportField::TimeZone, tr("Time Zone")}};
    for (int column = 0; column < table.headers.size(); ++column) {
        auto* lines = new QVBoxLayout;
        lines->setSpacing(0);
        lines->addWidget(makeLabel(oneLine(table.headers[column]), u"strong"_s, true));
        lines->addWidget(makeLabel(exampleOf(table, column), u"muted"_s, true));
        auto* box = new QComboBox;
        identify(box, u"importColumn%1"_s.arg(column + 1), tr("Column %1 goes to").arg(oneLine(table.headers[column])));
        for (const auto& [field, label] : choices) {
            box->addItem(label, int(field));
        }
        box->setCurrentIndex(box->findData(int(fields.value(column, ImportField::Ignore))));
        connect(box, &QComboBox::activated, this, &ImportColumnsView::edited);
        m_boxes.append(box);
        m_grid->addLayout(lines, column, 0);
        m_grid->addWidget(box, column, 1, Qt::AlignTop);
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnMinimumWidth(0, scaled(130));
    m_grid->setRowStretch(int(table.headers.size()), 1);
    // It scrolls downwards only: whatever the window, its boxes are seen whole.
    m_grid->activate();
    setMinimumWidth(m_inner->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
}

QList<ImportField> ImportColumnsView::fields() const
{
    QList<ImportField> all;
    for (const QComboBox* box : m_boxes) {
        all.append(ImportField(box->currentData().toInt()));
    }
    return all;
}

} // namespace handrail::ui
