// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/reachbox.h"

#include "ui/views/widgets.h"
#include "ui/words.h"

namespace handrail::ui {

using casework::Reach;

namespace {

constexpr int teamRole = Qt::UserRole + 1; ///< QUuid of the one team that an entry stands for.

} // namespace

ReachBox::ReachBox(const QString& name, QWidget* parent)
    : QComboBox(parent)
{
    identify(this, name, tr("Whose Clients"));
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    hide();
    connect(this, &QComboBox::activated, this, &ReachBox::reachChosen);
}

void ReachBox::setUser(const User& user, Reach reach)
{
    const bool same = m_user && m_user->id == user.id;
    m_user = user;
    fill(reach, same ? team() : std::nullopt);
}

void ReachBox::setTeams(const QList<Team>& teams)
{
    m_teams = teams;
    if (m_user) {
        fill(reach(), team());
    }
}

void ReachBox::fill(Reach reach, const std::optional<TeamId>& team)
{
    const Reach widest = casework::widestReach(*m_user);
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("My clients"), int(Reach::Mine));
    if (m_user->teamId && widest >= Reach::Team) {
        addItem(tr("My team"), int(Reach::Team));
    }
    if (widest >= Reach::Everyone) {
        addItem(tr("Everyone"), int(Reach::Everyone));
        for (const Team& one : std::as_const(m_teams)) {
            addItem(tr("Team: %1").arg(oneLine(one.name)), int(Reach::Everyone));
            setItemData(count() - 1, one.id.uuid(), teamRole);
        }
    }
    const int chosen = team ? findData(team->uuid(), teamRole) : -1;
    setCurrentIndex(std::max(0, chosen >= 0 ? chosen : findData(int(reach))));
    setVisible(count() > 1);
}

Reach ReachBox::reach() const
{
    return Reach(currentData().toInt());
}

std::optional<TeamId> ReachBox::team() const
{
    const QUuid id = currentData(teamRole).toUuid();
    return id.isNull() ? std::nullopt : std::optional(TeamId(id));
}

Scope ReachBox::scope() const
{
    if (const auto chosen = team()) {
        return {.worker = std::nullopt, .team = chosen};
    }
    // Before it is known who looks, nothing is left out.
    return m_user ? casework::scopeOf(*m_user, reach()) : Scope();
}

} // namespace handrail::ui
