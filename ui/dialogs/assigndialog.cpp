// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/assigndialog.h"

#include "core/casework/clients.h"
#include "core/domain/visibility.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

AssignDialog::AssignDialog(Services services, const Client& client, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_client(client)
    , m_worker(new QComboBox)
    , m_team(new QComboBox)
    , m_notice(new Notice(u"assignNotice"_s))
    , m_leaves(makeLabel({}, u"muted"_s, true))
    , m_assign(makeButton(u"assign"_s, tr("Assign"), ButtonKind::Primary))
{
    setObjectName(u"assignDialog"_s);
    setWindowTitle(tr("Assign Client"));
    identify(m_worker, u"assignWorker"_s, tr("Worker"));
    identify(m_team, u"assignTeam"_s, tr("Team"));
    for (QComboBox* box : {m_worker, m_team}) {
        box->setMinimumWidth(scaled(240));
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 16);
    column->setSpacing(16);
    column->addWidget(m_notice);
    column->addWidget(makeLabel(tr("Whose client is %1?").arg(oneLine(client.fullName())), u"heading"_s, true));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("Worker"), m_worker);
    form->addRow(tr("Team"), m_team);
    column->addLayout(form);
    column->addWidget(m_leaves);
    auto* buttons = new QHBoxLayout;
    auto* cancel = makeButton(u"cancel"_s, tr("Cancel"));
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_assign);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_assign, &QPushButton::clicked, this, &AssignDialog::assign);
    // A worker's clients are the team's, unless another is chosen.
    connect(m_worker, &QComboBox::activated, this, [this] {
        const QUuid chosen = m_worker->currentData().toUuid();
        for (const User& user : std::as_const(m_users)) {
            if (user.id.uuid() == chosen && user.teamId) {
                m_team->setCurrentIndex(std::max(0, m_team->findData(user.teamId->uuid())));
            }
        }
    });
    connect(m_worker, &QComboBox::currentIndexChanged, this, &AssignDialog::sayWhetherItLeaves);
    connect(m_team, &QComboBox::currentIndexChanged, this, &AssignDialog::sayWhetherItLeaves);
    m_leaves->setObjectName(u"assignLeaves"_s);
    m_assign->setEnabled(false);
    askStore(
        m_services.store, this,
        [](LocalStore& store) -> Result<People> {
            const auto users = store.agencies().users();
            const auto teams = store.agencies().teams();
            if (!users.ok() || !teams.ok()) {
                return users.ok() ? teams.error() : users.error();
            }
            return People{*users, *teams};
        },
        [this](const Result<People>& people) {
            if (people.ok()) {
                fill(*people);
            } else {
                m_notice->say(Notice::Tone::Bad, people.error().sentence);
            }
        });
}

void AssignDialog::fill(const People& people)
{
    m_users = people.users;
    m_worker->addItem(tr("Nobody"), QUuid());
    for (const User& user : people.users) {
        m_worker->addItem(oneLine(user.displayName), user.id.uuid());
    }
    m_team->addItem(tr("No team"), QUuid());
    for (const Team& team : people.teams) {
        m_team->addItem(oneLine(team.name), team.id.uuid());
    }
    if (m_client.assignedWorkerId) {
        m_worker->setCurrentIndex(std::max(0, m_worker->findData(m_client.assignedWorkerId->uuid())));
    }
    if (m_client.teamId) {
        m_team->setCurrentIndex(std::max(0, m_team->findData(m_client.teamId->uuid())));
    }
    m_assign->setEnabled(true);
    sayWhetherItLeaves();
    m_worker->setFocus();
}

const User* AssignDialog::user(const QUuid& id) const
{
    const auto found = std::ranges::find_if(m_users, [&](const User& one) { return one.id.uuid() == id; });
    return found == m_users.end() ? nullptr : &*found;
}

/// Who gives a client away must know before it that they see them no more.
void AssignDialog::sayWhetherItLeaves()
{
    const User* me = user(m_services.worker.uuid());
    const User* worker = user(m_worker->currentData().toUuid());
    const QUuid team = m_team->currentData().toUuid();
    const Care care{.worker = worker ? std::optional(worker->id) : std::nullopt,
                    .team = team.isNull() ? std::nullopt : std::optional(TeamId(team)),
                    .workersTeam = worker ? worker->teamId : std::nullopt};
    const bool leaves = me && !maySee({me->id, me->role, me->teamId}, care);
    m_leaves->setText(leaves ? tr("%1 will not be your client any more: their profile, referrals and messages leave this "
                                  "computer once your changes are sent. Only who takes over, a supervisor of theirs or an "
                                  "administrator can give them back.")
                                   .arg(oneLine(m_client.fullName()))
                      : !worker && team.isNull()
                          ? tr("Everybody in your agency sees a client who has neither worker nor team.")
                          : QString());
    m_leaves->setVisible(!m_leaves->text().isEmpty());
}

void AssignDialog::assign()
{
    const QUuid worker = m_worker->currentData().toUuid();
    const QUuid team = m_team->currentData().toUuid();
    m_assign->setEnabled(false);
    atDesk(
        m_services, this,
        [client = m_client.id, worker, team](casework::Desk& desk) {
            return casework::assignClient(desk, client,
                                          worker.isNull() ? std::nullopt : std::optional(UserId(worker)),
                                          team.isNull() ? std::nullopt : std::optional(TeamId(team)));
        },
        [this](const Result<void>& result) {
            m_assign->setEnabled(true);
            if (!result.ok()) {
                m_notice->say(Notice::Tone::Bad, result.error().sentence);
                return;
            }
            m_services.agent.lookNow();
            Q_EMIT assigned();
            accept();
        });
}

} // namespace handrail::ui
