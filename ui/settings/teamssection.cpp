// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/teamssection.h"

#include "core/casework/agencysettings.h"
#include "ui/theme.h"
#include "ui/views/widgets.h"
#include "ui/words.h"

#include <QBoxLayout>
#include <QInputDialog>
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

TeamsSection::TeamsSection(Services services)
    : SettingsSection(
          services, u"teamSettings"_s, tr("Teams"),
          tr("A supervisor sees the referrals of their team. Who is in a team is set under People."))
    , m_list(new QVBoxLayout)
    , m_adding(new QWidget)
    , m_name(new QLineEdit)
    , m_add(makeButton(u"addTeam"_s, tr("Add Team"), ButtonKind::Primary))
{
    m_list->setSpacing(scaled(8));
    column()->addLayout(m_list);
    identify(m_name, u"newTeamName"_s, tr("Name of a New Team"));
    m_name->setPlaceholderText(tr("Name of a New Team"));
    m_name->setMaxLength(80);
    m_add->setEnabled(false);
    auto* row = new QHBoxLayout(m_adding);
    row->setContentsMargins(0, scaled(8), 0, 0);
    row->addWidget(m_name, 1);
    row->addWidget(m_add);
    column()->addWidget(m_adding);
    column()->addStretch(1);
    m_adding->hide();
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_add->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, m_add, &QPushButton::click);
    connect(m_add, &QPushButton::clicked, this, [this] { save(std::nullopt, m_name->text()); });
}

void TeamsSection::load()
{
    askStore(
        services().store, this,
        [worker = services().worker](LocalStore& store) -> Result<Reading> {
            const auto teams = store.agencies().teams();
            const auto users = store.agencies().users();
            const auto me = store.agencies().user(worker);
            for (const Error* trouble : {teams.ok() ? nullptr : &teams.error(), users.ok() ? nullptr : &users.error(),
                                         me.ok() ? nullptr : &me.error()}) {
                if (trouble) {
                    return *trouble;
                }
            }
            return Reading{*teams, *users, *me && (**me).role == handrail::Role::Administrator};
        },
        [this](const Result<Reading>& read) {
            if (read.ok()) {
                show(*read);
            } else {
                notice().say(Notice::Tone::Bad, read.error().sentence);
            }
        });
}

void TeamsSection::show(const Reading& read)
{
    clearLayout(m_list);
    m_adding->setVisible(read.administrator);
    if (!read.administrator) {
        notice().say(Notice::Tone::Info, tr("Only an administrator can change these settings."));
    }
    if (read.teams.isEmpty()) {
        m_list->addWidget(makeLabel(read.administrator ? tr("There is no team yet. Give the first one a name below.")
                                                       : tr("There is no team yet."),
                                    {}, true));
    }
    for (const Team& team : read.teams) {
        addTeam(team, read.users, read.administrator);
    }
}

void TeamsSection::addTeam(const Team& team, const QList<User>& users, bool editable)
{
    QStringList members;
    for (const User& user : users) {
        if (user.teamId == team.id) {
            members.append(user.role == handrail::Role::Supervisor
                               ? tr("%1 (supervisor)").arg(oneLine(user.displayName))
                               : oneLine(user.displayName));
        }
    }
    auto* card = makeFrame(u"card"_s, scaled(12));
    card->setObjectName(u"team-"_s + team.id.toString());
    auto* row = new QHBoxLayout;
    auto* lines = new QVBoxLayout;
    lines->setSpacing(scaled(2));
    auto* name = makeLabel(oneLine(team.name), u"strong"_s, true);
    name->setObjectName(u"teamName"_s);
    lines->addWidget(name);
    lines->addWidget(
        makeLabel(members.isEmpty() ? tr("Nobody is in it yet.") : members.join(u", "_s), u"muted"_s, true));
    row->addLayout(lines, 1);
    if (editable) {
        auto* change = makeButton(u"renameTeam"_s, tr("Rename…"));
        change->setAccessibleName(tr("Rename %1").arg(oneLine(team.name)));
        connect(change, &QPushButton::clicked, this, [this, team] { rename(team); });
        row->addWidget(change, 0, Qt::AlignTop);
    }
    layoutOf(card)->addLayout(row);
    m_list->addWidget(card);
}

void TeamsSection::rename(const Team& team)
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(u"renameTeamDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename Team"));
    dialog->setLabelText(tr("Name of the team"));
    dialog->setOkButtonText(tr("Rename"));
    dialog->setTextValue(team.name);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, id = team.id](const QString& name) { save(id, name); });
    dialog->open();
}

void TeamsSection::save(const std::optional<TeamId>& id, const QString& name)
{
    atDesk(
        services(), this, [id, name](casework::Desk& desk) { return casework::saveTeam(desk, id, name); },
        [this, id](const Result<TeamId>& saved) {
            if (!saved.ok()) {
                notice().say(Notice::Tone::Bad, saved.error().sentence);
                return;
            }
            if (!id) {
                m_name->clear();
            }
            notice().hide();
            services().agent.lookNow();
            load();
        });
}

} // namespace handrail::ui
