// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/chartcard.h"

#include "ui/statistics/chart.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"

#include <QBoxLayout>
#include <QChart>
#include <QChartView>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

constexpr int rowsAtMost = 8; ///< More scroll inside the card.

/// Turned over a chart, the wheel scrolls the page.
class StillChartView : public QChartView
{
public:
    using QChartView::QChartView;

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

QTableView* makeTable(ReportTableModel* model)
{
    auto* table = new QTableView;
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + scaled(14));
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return table;
}

} // namespace

ChartCard::ChartCard(const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_title(makeLabel({}, u"heading"_s, true))
    , m_meaning(makeButton(name + u"Meaning"_s, tr("What does this number mean?"), ButtonKind::Quiet, u"info"_s))
    , m_definition(makeLabel({}, u"muted"_s, true))
    , m_summary(makeLabel({}, {}, true))
    , m_chart(new StillChartView)
    , m_model(new ReportTableModel(this))
{
    setObjectName(name + u"Card"_s);
    setProperty("role", u"card"_s);
    m_title->setObjectName(name + u"Title"_s);
    m_summary->setObjectName(name + u"Summary"_s);
    m_definition->setObjectName(name + u"Definition"_s);
    m_definition->hide();
    m_meaning->setText({});
    m_meaning->setCheckable(true);
    m_chart->setObjectName(name + u"Chart"_s);
    m_chart->setRenderHint(QPainter::Antialiasing);
    m_chart->setFocusPolicy(Qt::NoFocus);
    m_chart->setFrameShape(QFrame::NoFrame);
    m_chart->setMinimumSize(scaled(260), scaled(220));
    m_chart->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_chart->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table = makeTable(m_model);
    m_table->setObjectName(name + u"Table"_s);

    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_meaning, 0, Qt::AlignTop);
    m_body = new QBoxLayout(QBoxLayout::LeftToRight);
    m_body->setSpacing(scaled(16));
    m_body->addWidget(m_chart, 3);
    m_body->addWidget(m_table, 2, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(16), scaled(12), scaled(16), scaled(16));
    column->setSpacing(scaled(8));
    column->addLayout(top);
    column->addWidget(m_definition);
    column->addWidget(m_summary);
    column->addLayout(m_body, 1);

    connect(m_meaning, &QPushButton::toggled, m_definition, &QWidget::setVisible);
    connect(m_table, &QTableView::activated, this, &ChartCard::open);
    connect(m_table, &QTableView::clicked, this, &ChartCard::open);
}

void ChartCard::show(const ReportSection& section)
{
    m_section = section;
    m_title->setText(section.title);
    m_definition->setText(section.definition);
    m_meaning->setToolTip(section.definition.toHtmlEscaped());
    m_meaning->setAccessibleDescription(section.definition);
    const bool empty = section.isEmpty();
    m_summary->setText(empty ? section.nothing : section.summary);
    m_table->setAccessibleName(section.title);
    m_table->setAccessibleDescription(m_summary->text());
    m_chart->setAccessibleName(tr("Chart: %1").arg(section.title));
    m_chart->setAccessibleDescription(m_summary->text());
    m_chart->setVisible(!empty);
    m_table->setVisible(!section.rows.isEmpty() && !empty);
    const QModelIndex current = m_table->currentIndex();
    m_model->show(section);
    if (m_model->columnCount() > 0) {
        m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    }
    if (current.isValid() && current.row() < m_model->rowCount()) {
        m_table->setCurrentIndex(m_model->index(current.row(), current.column()));
    }
    m_chart->setBackgroundBrush(theme().surface);
    std::unique_ptr<QChart> before(m_chart->chart());
    m_chart->setChart(makeChart(section, ChartLook::Screen, font(),
                                [this](const Figure& figure) { Q_EMIT opened(figure, m_section.title); }));
    layOut();
    fitTable();
}

void ChartCard::open(const QModelIndex& index)
{
    if (const auto figure = m_model->figureAt(index)) {
        const QString row = m_model->index(index.row(), 0).data().toString();
        const QString column = m_model->headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString();
        Q_EMIT opened(*figure, u"%1: %2, %3"_s.arg(m_section.title, row, column));
    }
}

void ChartCard::layOut()
{
    // Side by side where both have room, else the table below the chart.
    const bool wide = width() >= scaled(620) && m_model->columnCount() <= 4;
    m_body->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void ChartCard::fitTable()
{
    const int shown = std::min(m_model->rowCount(), rowsAtMost);
    const int frame = 2 * m_table->frameWidth() + scaled(12);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            shown * m_table->verticalHeader()->defaultSectionSize() + frame);
}

void ChartCard::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    layOut();
}

} // namespace handrail::ui
