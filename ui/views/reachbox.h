// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/home.h"

#include <QComboBox>

namespace handrail::ui {

/// «My clients / My team / Everyone», as far as the role allows; not shown to those who have no choice. Who may see everyone
/// may look at one team too, where the page says which there are.
class ReachBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ReachBox(const QString& name, QWidget* parent = nullptr);
    /// Offers what this user may see and shows `reach`, without a signal.
    void setUser(const User& user, casework::Reach reach);
    /// What is chosen stays so, where it still is.
    void setTeams(const QList<Team>& teams);
    [[nodiscard]] casework::Reach reach() const;
    [[nodiscard]] Scope scope() const;

Q_SIGNALS:
    /// The worker chose another one.
    void reachChosen();

private:
    [[nodiscard]] std::optional<TeamId> team() const;
    void fill(casework::Reach reach, const std::optional<TeamId>& team);

    std::optional<User> m_user;
    QList<Team> m_teams;
};

} // namespace handrail::ui
