// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "ui/adminservices.h"
#include "ui/models/pagedmodel.h"

#include <QCoreApplication>

namespace handrail::ui {

/// Everybody who signs in, as the server has them; searched here, as an agency has hundreds at most.
class PeopleModel : public PagedModelBase
{
    Q_OBJECT

public:
    PeopleModel(AdminServices* admin, const Clock& clock, QObject* parent = nullptr);
    void refresh() override;
    void search(const QString& words);
    void setTeams(const QList<Team>& teams);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 1; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] int rowOf(const QUuid& key) const override;
    /// The person of that id where they are in the list.
    [[nodiscard]] const protocol::Person* person(const QUuid& key) const;
    [[nodiscard]] const QList<protocol::Person>& everybody() const { return m_all; }

private:
    void narrow();
    [[nodiscard]] QString subtitle(const protocol::Person& person) const;

    AdminServices* m_admin;
    const Clock& m_clock;
    QList<protocol::Person> m_all;
    QList<protocol::Person> m_shown;
    QList<Team> m_teams;
    QString m_words;
};

} // namespace handrail::ui
