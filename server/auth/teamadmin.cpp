// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/teamadmin.h"

#include "core/domain/records/codec.h"
#include "server/store/records.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

constexpr qsizetype maxTeamName = 80;

QString tr(const char* text)
{
    return QCoreApplication::translate("Server", text);
}

/// Writes some fields of a team and keeps it in the audit.
Result<void> writeTeam(Records& records, const TeamId& team, const QJsonObject& fields, const QString& deed,
                       const Environment& environment, const Actor& by)
{
    if (const auto written = records.write(Edit{u"team"_s, team.uuid(), fields}); !written)
        return written.error();
    return writeAudit(records.database(), records.agency(), environment,
                      {by, audited::teamChanged, team.toString(), {{u"deed"_s, deed}}});
}

} // namespace

Result<QList<Team>> listTeams(Database& db, const AgencyId& agency)
{
    const auto rows = RecordReader(db, agency).select(u"team", u"COALESCE(removed, 0) = 0 ORDER BY LOWER(name)"_s, {});
    if (!rows)
        return rows.error();
    QList<Team> teams;
    for (const Record& row : *rows) {
        const auto team = records::readTeam(row.key, row.fields);
        if (!team)
            return team.error();
        teams.append(*team);
    }
    return teams;
}

Result<Team> findTeam(Database& db, const AgencyId& agency, const QString& idOrName)
{
    const auto teams = listTeams(db, agency);
    if (!teams)
        return teams.error();
    for (const Team& team : *teams)
        if (team.id.toString() == idOrName.toLower() || team.name.compare(idOrName.trimmed(), Qt::CaseInsensitive) == 0)
            return team;
    return Error{ErrorCode::NotFound, tr("There is no team %1; `team list` shows them.").arg(idOrName)};
}

Result<TeamId> saveTeam(Database& db, const AgencyId& agency, const std::optional<TeamId>& team, const QString& typed,
                        const Environment& environment, const Actor& by)
{
    const QString name = typed.trimmed();
    if (name.isEmpty() || name.size() > maxTeamName || !name.isValidUtf16())
        return Error{ErrorCode::InvalidInput, tr("A team needs a name of 1 to 80 characters.")};
    return db.transaction([&]() -> Result<TeamId> {
        auto records = Records::lock(db, agency, environment);
        if (!records)
            return records.error();
        const auto same = findTeam(db, agency, name);
        if (!same && same.error().code != ErrorCode::NotFound)
            return same.error();
        if (same && same->id != team)
            return Error{ErrorCode::Conflict, tr("There is a team of that name already.")};
        const TeamId saved = team ? *team : TeamId(environment.ids.next());
        const auto written = writeTeam(*records, saved, {{u"name"_s, name}}, team ? u"renamed"_s : u"added"_s,
                                       environment, by);
        return written ? Result<TeamId>(saved) : written.error();
    });
}

Result<void> removeTeam(Database& db, const AgencyId& agency, const TeamId& team, const Environment& environment,
                        const Actor& by)
{
    return db.transaction([&]() -> Result<void> {
        auto records = Records::lock(db, agency, environment);
        if (!records)
            return records.error();
        const auto members =
            records->select(u"user", u"team_id = ? AND COALESCE(disabled, 0) = 0"_s, {bound(team)});
        if (!members)
            return members.error();
        if (!members->isEmpty())
            return Error{ErrorCode::Conflict,
                         tr("%1 of those who sign in belong to this team. Give them another team first.")
                             .arg(members->size())};
        return writeTeam(*records, team, {{u"removed"_s, true}}, u"removed"_s, environment, by);
    });
}

} // namespace handrail::server
