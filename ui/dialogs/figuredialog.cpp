// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/figuredialog.h"

#include "ui/models/figuremodel.h"
#include "ui/theme.h"
#include "ui/views/columnfit.h"
#include "ui/views/searchlist.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

FigureDialog::FigureDialog(const Services& services, const Figure& figure, const QString& title, QWidget* parent)
    : QDialog(parent)
    , m_model(new FigureModel(services.store, services.clock, this))
    , m_table(new QTableView)
    , m_count(makeLabel({}, u"muted"_s))
    , m_states(nullptr)
{
    setObjectName(u"figureDialog"_s);
    setWindowTitle(title);
    resizeOnScreen(this, {960, 560});
    identify(m_table, u"figureTable"_s, title);
    m_count->setObjectName(u"figureCount"_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + scaled(18));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    new ColumnFit(m_table, {22, 21, 27, 17, 25});
    new KeyedSelection(m_table, m_model);
    m_states = new StatePane(m_table, u"figure"_s);

    auto* heading = makeLabel(title, u"heading"_s, true);
    auto* open = makeButton(u"openFigureReferral"_s, tr("Open Referral"), ButtonKind::Primary);
    auto* close = makeButton(u"closeFigure"_s, tr("Close"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_count, 1);
    buttons->addWidget(open);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(scaled(24), scaled(24), scaled(24), scaled(16));
    column->setSpacing(scaled(12));
    column->addWidget(heading);
    column->addWidget(m_states, 1);
    column->addLayout(buttons);

    connect(m_model, &PagedModelBase::answered, this, &FigureDialog::showState);
    connect(m_states, &StatePane::acted, this, [this] { m_model->refresh(); });
    connect(m_table, &QTableView::activated, this, &FigureDialog::openCurrent);
    connect(open, &QPushButton::clicked, this, &FigureDialog::openCurrent);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    showState();
    m_model->show(figure);
    m_table->setFocus();
}

void FigureDialog::openCurrent()
{
    const FigureRow* row = m_model->row(m_table->currentIndex().row());
    if (row && row->referralId) {
        Q_EMIT openReferral(*row->referralId);
        accept();
    }
}

void FigureDialog::showState()
{
    if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"activity"_s, tr("Loading…"), {});
    } else if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("This list can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->rowCount() == 0) {
        m_states->showMessage(u"search"_s, tr("Nothing here"), tr("Nothing counts for this number."));
    } else {
        m_states->showContent();
        if (!m_table->currentIndex().isValid()) {
            m_table->setCurrentIndex(m_model->index(0, 0));
        }
    }
    m_count->setText(tr("%n row(s)", nullptr, m_model->rowCount()));
}

} // namespace handrail::ui
