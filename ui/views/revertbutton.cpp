// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/revertbutton.h"

#include "core/casework/referrals.h"
#include "ui/models/activitylistmodel.h"
#include "ui/theme.h"

#include <QListView>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

RevertButton::RevertButton(Services services, QListView* list, ActivityListModel* model, QWidget* parent)
    : QPushButton(tr("Revert"), parent)
    , m_services(services)
    , m_list(list)
    , m_model(model)
{
    identify(this, u"revert"_s, tr("Revert"));
    setAutoDefault(false);
    setIcon(handrail::ui::icon(u"undo"_s));
    setToolTip(tr("Take back the automatic change that is selected"));
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RevertButton::follow);
    connect(model, &PagedModelBase::answered, this, &RevertButton::follow);
    connect(this, &QPushButton::clicked, this, &RevertButton::revert);
    follow();
}

void RevertButton::follow()
{
    const QModelIndex current = m_list->currentIndex();
    const ActivityRow* row = current.isValid() ? m_model->row(current.row()) : nullptr;
    setEnabled(row && ActivityListModel::canRevert(*row));
}

void RevertButton::revert()
{
    const ActivityRow* row = m_model->row(m_list->currentIndex().row());
    if (!row || !ActivityListModel::canRevert(*row)) {
        return;
    }
    atDesk(
        m_services, this, [id = row->activity.id](casework::Desk& desk) { return casework::revertChange(desk, id); },
        [this](const Result<void>& done) {
            if (!done.ok()) {
                Q_EMIT said(Notice::Tone::Bad, done.error().sentence);
                return;
            }
            m_services.agent.lookNow();
            m_model->refresh();
            Q_EMIT said(Notice::Tone::Good, tr("The automatic change is taken back."));
        });
}

} // namespace handrail::ui
