// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/services.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

namespace handrail::ui {

/// Whose clients, in which language, and only those with open referrals: what the list is narrowed by beside the words.
class ClientFilters : public QWidget
{
    Q_OBJECT

public:
    explicit ClientFilters(Services services, QWidget* parent = nullptr);
    [[nodiscard]] ClientQuery query(const QString& words) const;
    [[nodiscard]] bool any() const;
    void clear();

Q_SIGNALS:
    void edited();

private:
    Services m_services;
    std::optional<TeamId> m_team;
    QComboBox* m_whose;
    QComboBox* m_language;
    QCheckBox* m_open;
};

} // namespace handrail::ui
