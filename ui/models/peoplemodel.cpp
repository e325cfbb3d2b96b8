// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/peoplemodel.h"

#include "ui/settings/accountsection.h"
#include "ui/words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

PeopleModel::PeopleModel(AdminServices* admin, const Clock& clock, QObject* parent)
    : PagedModelBase(parent)
    , m_admin(admin)
    , m_clock(clock)
{
}

void PeopleModel::refresh()
{
    if (!m_admin) {
        return;
    }
    m_admin->askPeople(this, [this](const Result<protocol::PeopleAnswer>& answer) {
        if (!answer.ok()) {
            settle(State::Failed, answer.error().sentence);
            return;
        }
        m_all = answer->people;
        narrow();
        settle(State::Ready);
    });
}

void PeopleModel::search(const QString& words)
{
    m_words = words.trimmed();
    narrow();
    settle(state(), trouble());
}

void PeopleModel::setTeams(const QList<Team>& teams)
{
    m_teams = teams;
    narrow();
}

void PeopleModel::narrow()
{
    beginResetModel();
    m_shown.clear();
    std::ranges::copy_if(m_all, std::back_inserter(m_shown), [this](const protocol::Person& person) {
        return person.user.displayName.contains(m_words, Qt::CaseInsensitive) ||
               subtitle(person).contains(m_words, Qt::CaseInsensitive);
    });
    endResetModel();
}

int PeopleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

/// "ana@harbor.example · Supervisor · North · Second factor"
QString PeopleModel::subtitle(const protocol::Person& person) const
{
    QStringList parts = {person.user.email, roleInWords(person.user.role)};
    for (const Team& team : m_teams) {
        if (team.id == person.user.teamId) {
            parts.append(oneLine(team.name));
        }
    }
    if (person.secondFactor) {
        parts.append(tr("Second factor"));
    }
    return parts.join(u" · "_s);
}

QVariant PeopleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const protocol::Person& person = m_shown.at(index.row());
    const QString state = person.user.disabled             ? tr("Disabled")
                          : !person.lastSeenAt.isValid()   ? tr("Never signed in")
                                                           : tr("Seen %1").arg(timeInWords(person.lastSeenAt, m_clock.now()));
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(person.user.displayName);
    case Qt::AccessibleTextRole:
        return u"%1, %2, %3"_s.arg(oneLine(person.user.displayName), subtitle(person), state);
    case SubtitleRole:
        return subtitle(person);
    case AsideRole:
        return state;
    case KeyRole:
        return person.user.id.uuid();
    default:
        return {};
    }
}

int PeopleModel::rowOf(const QUuid& key) const
{
    const auto found =
        std::ranges::find_if(m_shown, [&](const protocol::Person& one) { return one.user.id.uuid() == key; });
    return found == m_shown.end() ? -1 : int(found - m_shown.begin());
}

const protocol::Person* PeopleModel::person(const QUuid& key) const
{
    const int row = rowOf(key);
    return row < 0 ? nullptr : &m_shown.at(row);
}

} // namespace handrail::ui
