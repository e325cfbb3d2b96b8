// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clientreferrals.h"

#include "ui/models/referraltablemodel.h"
#include "ui/views/flowlayout.h"
#include "ui/views/referralcolumns.h"
#include "ui/views/searchlist.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QTableView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ClientReferrals::ClientReferrals(Services services, QWidget* parent)
    : QWidget(parent)
    , m_model(new ReferralTableModel(services.store, services.clock, this))
    , m_table(new QTableView)
    , m_states(new StatePane(m_table, u"clientReferrals"_s))
    , m_open(makeButton(u"openClientReferral"_s, tr("Open Referral")))
    , m_share(makeButton(u"shareAgain"_s, tr("Share Again…"), ButtonKind::Plain, u"share"_s))
{
    identify(m_table, u"clientReferralsTable"_s, tr("Referrals of This Client"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StatusDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 20);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    // The same columns as in the list of all referrals, where who made it and for whom is asked.
    for (const int column : {ReferralTableModel::Client, ReferralTableModel::Created, ReferralTableModel::Worker}) {
        m_table->hideColumn(column);
    }
    fitReferralColumns(m_table);
    new KeyedSelection(m_table, m_model);
    auto* all = makeButton(u"showReferrals"_s, tr("Show Referrals"), ButtonKind::Quiet);
    auto* row = new FlowLayout(8);
    row->addWidget(m_open);
    row->addWidget(m_share);
    row->addWidget(all);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_states, 1);
    column->addLayout(row);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const ReferralRow* referral = chosen()) {
            Q_EMIT openReferral(referral->referral.id);
        }
    });
    connect(m_share, &QPushButton::clicked, this, [this] {
        if (const ReferralRow* referral = chosen()) {
            Q_EMIT shareReferral(referral->referral.clientId, referral->referral.id);
        }
    });
    connect(all, &QPushButton::clicked, this, &ClientReferrals::showAll);
    connect(m_table, &QTableView::activated, m_open, &QPushButton::click);
    connect(m_model, &PagedModelBase::answered, this, &ClientReferrals::showState);
    connect(m_states, &StatePane::acted, this, [this] {
        if (m_model->state() == PagedModelBase::State::Failed) {
            m_model->refresh();
        } else {
            Q_EMIT findResources();
        }
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClientReferrals::showState);
    showState();
}

void ClientReferrals::show(const ClientId& client)
{
    ReferralQuery query;
    query.client = client;
    m_model->show(query);
}

void ClientReferrals::refresh()
{
    m_model->refresh();
}

const ReferralRow* ClientReferrals::chosen() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_model->row(current.row()) : nullptr;
}

void ClientReferrals::showState()
{
    if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("This list can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"referrals"_s, tr("Loading…"), {});
    } else if (m_model->rowCount() == 0) {
        m_states->showMessage(u"referrals"_s, tr("No referrals yet"),
                              tr("Find resources for this client, add them to the basket, and create referrals."),
                              tr("Find Resources"));
    } else {
        m_states->showContent();
    }
    const ReferralRow* referral = chosen();
    m_open->setEnabled(referral);
    m_share->setEnabled(referral);
    m_share->setText(referral && !referral->shared ? tr("Share…") : tr("Share Again…"));
}

} // namespace handrail::ui
