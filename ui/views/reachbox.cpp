// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/reachbox.h"

#include "ui/views/widgets.h"

namespace handrail::ui {

using casework::Reach;

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
    m_user = user;
    const Reach widest = casework::widestReach(user);
    const QSignalBlocker quiet(this);
    clear();
    addItem(tr("My clients"), int(Reach::Mine));
    if (user.teamId && widest >= Reach::Team) {
        addItem(tr("My team"), int(Reach::Team));
    }
    if (widest >= Reach::Everyone) {
        addItem(tr("Everyone"), int(Reach::Everyone));
    }
    setCurrentIndex(std::max(0, findData(int(reach))));
    setVisible(count() > 1);
}

Reach ReachBox::reach() const
{
    return Reach(currentData().toInt());
}

Scope ReachBox::scope() const
{
    // Before it is known who looks, nothing is left out.
    return m_user ? casework::scopeOf(*m_user, reach()) : Scope();
}

} // namespace handrail::ui
