// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/home.h"

#include <QComboBox>

namespace handrail::ui {

/// «My clients / My team / Everyone», as far as the role allows; not shown to those who have no choice.
class ReachBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ReachBox(const QString& name, QWidget* parent = nullptr);
    /// Offers what this user may see and shows `reach`, without a signal.
    void setUser(const User& user, casework::Reach reach);
    [[nodiscard]] casework::Reach reach() const;
    [[nodiscard]] Scope scope() const;

Q_SIGNALS:
    /// The worker chose another one.
    void reachChosen();

private:
    std::optional<User> m_user;
};

} // namespace handrail::ui
