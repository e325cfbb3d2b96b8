// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commands.h"
#include "server/directory/importdirectory.h"

namespace handrail::server {

namespace {

struct DirectoryOptions
{
    QString agency;
    QString path;
    QString source = QStringLiteral("directory");
};

int importDirectoryByCommand(World& world, const DirectoryOptions& options)
{
    auto& db = databaseOf(world);
    const auto agency = findAgency(db, options.agency);
    if (!agency)
        return failed(agency.error());
    const auto result = importDirectory(db, agency->id, world.environment(), options.path, options.source);
    if (!result)
        return failed(result.error());
    say(describe(*result));
    return 0;
}

} // namespace

void addDirectoryCommands(CommandLine& line)
{
    CLI::App* group = line.app().add_subcommand("directory", "Resource sites")->require_subcommand(1);
    const auto options = std::make_shared<DirectoryOptions>();

    CLI::App* import = group->add_subcommand("import", "Import a directory: HSDS 3.0 CSV or JSON, or Ohana CSV");
    option(import, "path", options->path, "Folder or file of the directory")->required();
    option(import, "--agency", options->agency, "The agency's id or name")->required();
    option(import, "--source", options->source, "Name of the directory, where an agency has several");
    line.runsInWorld(import, [options](World& world) { return importDirectoryByCommand(world, *options); });
}

} // namespace handrail::server
