// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/teamadmin.h"
#include "server/commands/commands.h"
#include "server/commands/listing.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

struct TeamOptions
{
    QString agency;
    QString team; ///< Name or id.
    QString name; ///< The new one.
    bool asJson = false;
};

int addTeam(World& world, const TeamOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto team = agency ? saveTeam(db, agency->id, {}, options.name, world.environment(), Actor::command())
                             : Result<TeamId>(agency.error());
    if (!team)
        return failed(team.error());
    say(team->toString());
    return 0;
}

int renameTeam(World& world, const TeamOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto team = agency ? findTeam(db, agency->id, options.team) : agency.error();
    const auto saved = team ? saveTeam(db, agency->id, team->id, options.name, world.environment(), Actor::command())
                            : Result<TeamId>(team.error());
    return saved ? 0 : failed(saved.error());
}

int removeTeamByCommand(World& world, const TeamOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto team = agency ? findTeam(db, agency->id, options.team) : agency.error();
    const auto removed = team ? removeTeam(db, agency->id, team->id, world.environment(), Actor::command())
                              : Result<void>(team.error());
    return removed ? 0 : failed(removed.error());
}

int listTeamsByCommand(World& world, const TeamOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    const auto teams = agency ? listTeams(db, agency->id) : agency.error();
    if (!teams)
        return failed(teams.error());
    Listing list({u"name"_s, u"id"_s});
    for (const Team& team : *teams)
        list.add({{u"name"_s, team.name}, {u"id"_s, team.id.toString()}});
    list.print(options.asJson);
    return 0;
}

} // namespace

void addTeamCommands(CommandLine& line)
{
    CLI::App* group = line.app().add_subcommand("team", "Teams, each under a supervisor")->require_subcommand(1);
    const auto options = std::make_shared<TeamOptions>();
    using Deed = int (*)(World&, const TeamOptions&);
    const auto command = [&](const char* name, const char* help, const char* example, Deed deed) {
        CLI::App* added = group->add_subcommand(name, help);
        added->footer(std::string("Example:\n  handrail-server team ") + example);
        option(added, "--agency", options->agency, "The agency's id or name")->required();
        line.runsInWorld(added, [options, deed](World& world) { return deed(world, *options); });
        return added;
    };
    CLI::App* add = command("add", "Add a team; prints its id", "add --agency \"Harbor House\" North", addTeam);
    option(add, "name", options->name, "The team's name")->required();
    CLI::App* rename = command("rename", "Give a team another name",
                               "rename --agency \"Harbor House\" North \"North side\"", renameTeam);
    option(rename, "team", options->team, "The team's name or id")->required();
    option(rename, "name", options->name, "The new name")->required();
    CLI::App* remove = command("remove", "Take a team away that nobody belongs to any more",
                               "remove --agency \"Harbor House\" North", removeTeamByCommand);
    option(remove, "team", options->team, "The team's name or id")->required();
    jsonFlag(command("list", "Show the teams", "list --agency \"Harbor House\"", listTeamsByCommand), options->asJson);
}

} // namespace handrail::server
