// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/activitypage.h"

#include "ui/views/searchlist.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

ActivityPage::ActivityPage(Services services, ChosenClient& chosen, QWidget* parent)
    : QWidget(parent)
    , m_chosen(chosen)
    , m_model(new ActivityListModel(services.store, services.clock, this))
    , m_list(new QListView)
    , m_onlyClient(new QCheckBox(tr("Only the chosen client")))
{
    setObjectName(u"activityPage"_s);
    identify(m_list, u"activityList"_s, tr("Recent Activity"));
    identify(m_onlyClient, u"onlyChosenClient"_s, tr("Only the chosen client"));
    m_onlyClient->setEnabled(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(RowDelegate::Lead::Sentence, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    new KeyedSelection(m_list, m_model);
    m_states = new StatePane(m_list, u"activity"_s);

    auto* top = new QHBoxLayout;
    top->addWidget(makeLabel(tr("Recent Activity"), u"title"_s), 1);
    top->addWidget(m_onlyClient);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addLayout(top);
    column->addWidget(m_states, 1);

    connect(m_model, &PagedModelBase::answered, this, &ActivityPage::showState);
    connect(m_onlyClient, &QCheckBox::toggled, this, &ActivityPage::ask);
    connect(&m_chosen, &ChosenClient::changed, this, &ActivityPage::ask);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        const ActivityRow* row = m_model->row(index.row());
        if (row && row->activity.referralId) {
            Q_EMIT openReferral(*row->activity.referralId);
        }
    });
    connect(m_states, &StatePane::acted, this, &ActivityPage::refresh);
    setFocusProxy(m_list);
    showState();
    ask();
}

void ActivityPage::refresh()
{
    m_model->refresh();
}

void ActivityPage::setClientName(const QString& name)
{
    m_onlyClient->setEnabled(!name.isEmpty());
    m_onlyClient->setToolTip(name);
}

void ActivityPage::ask()
{
    m_model->show({m_onlyClient->isChecked() ? m_chosen.id() : std::nullopt, std::nullopt});
}

void ActivityPage::showState()
{
    if (m_model->state() == PagedModelBase::State::Loading) {
        m_states->showMessage(u"activity"_s, tr("Loading…"), {});
    } else if (m_model->state() == PagedModelBase::State::Failed) {
        m_states->showMessage(u"warning"_s, tr("Recent Activity can’t be read"), m_model->trouble(), tr("Try Again"));
    } else if (m_model->rowCount() == 0) {
        m_states->showMessage(u"activity"_s, tr("Nothing has happened yet"),
                              tr("Refer a client to a resource; what becomes of it appears here by itself."));
    } else {
        m_states->showContent();
    }
}

} // namespace handrail::ui
