// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/clienttimeline.h"

#include "core/casework/merging.h"
#include "ui/models/activitylistmodel.h"
#include "ui/views/searchlist.h"

#include <QBoxLayout>
#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ClientTimeline::ClientTimeline(Services services, QWidget* parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new ActivityListModel(services.store, services.clock, this))
    , m_list(new QListView)
    , m_states(new StatePane(m_list, u"timeline"_s))
    , m_notice(new Notice(u"timelineNotice"_s))
    , m_open(makeButton(u"timelineOpen"_s, tr("Open Referral")))
    , m_undo(makeButton(u"undoMerge"_s, tr("Undo Merge"), ButtonKind::Plain, u"undo"_s))
{
    identify(m_list, u"timelineList"_s, tr("Timeline"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Sentence, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    new KeyedSelection(m_list, m_model);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_notice);
    column->addWidget(m_states, 1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_open);
    row->addWidget(m_undo);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_undo, &QPushButton::clicked, this, &ClientTimeline::undoMerge);
    connect(m_open, &QPushButton::clicked, this, [this] {
        const ActivityRow* chosen = m_model->row(m_list->currentIndex().row());
        if (chosen && chosen->activity.referralId) {
            Q_EMIT openReferral(*chosen->activity.referralId);
        }
    });
    connect(m_list, &QListView::activated, m_open, &QPushButton::click);
    connect(m_model, &PagedModelBase::answered, this, &ClientTimeline::showState);
    connect(m_states, &StatePane::acted, m_model, &PagedModelBase::refresh);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ClientTimeline::enableButtons);
    showState();
}

void ClientTimeline::show(const ClientId& client)
{
    m_notice->hide();
    ActivityQuery query;
    query.client = client;
    m_model->show(query);
}

void ClientTimeline::refresh()
{
    m_model->refresh();
}

void ClientTimeline::showState()
{
    if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("This list can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"activity"_s, tr("Loading…"), {});
    } else if (m_model->rowCount() == 0) {
        m_states->showMessage(u"activity"_s, tr("Nothing has happened yet"),
                              tr("Referrals, messages, answers and notes about this client appear here."));
    } else {
        m_states->showContent();
    }
    enableButtons();
}

void ClientTimeline::enableButtons()
{
    const QModelIndex current = m_list->currentIndex();
    const ActivityRow* chosen = current.isValid() ? m_model->row(current.row()) : nullptr;
    m_open->setEnabled(chosen && chosen->activity.referralId);
    m_undo->setVisible(chosen && chosen->activity.kind == ActivityKind::ClientMerged && !chosen->reverted);
}

void ClientTimeline::undoMerge()
{
    const QModelIndex current = m_list->currentIndex();
    const ActivityRow* chosen = current.isValid() ? m_model->row(current.row()) : nullptr;
    if (!chosen) {
        return;
    }
    m_undo->setEnabled(false);
    atDesk(
        m_services, this,
        [merge = chosen->activity.id](casework::Desk& desk) { return casework::undoMerge(desk, merge); },
        [this](const Result<void>& result) {
            m_undo->setEnabled(true);
            if (!result.ok()) {
                m_notice->say(Notice::Tone::Bad, result.error().sentence);
                return;
            }
            m_notice->say(Notice::Tone::Good, tr("They are two clients again."));
            m_services.agent.lookNow();
            m_model->refresh();
            Q_EMIT changed();
        });
}

} // namespace handrail::ui
