// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commands.h"
#include "server/directory/importdirectory.h"
#include "server/directory/reportfile.h"

namespace handrail::server {

namespace {

struct DirectoryOptions
{
    QString agency;
    QString path;
    QString source = QStringLiteral("directory");
    QString report;
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
    if (options.report.isEmpty())
        return 0;
    const auto written = writeReport(result->reports, options.report);
    return written ? 0 : failed(written.error());
}

} // namespace

void addDirectoryCommands(CommandLine& line)
{
    CLI::App* group = line.app().add_subcommand("directory", "Resource sites")->require_subcommand(1);
    const auto options = std::make_shared<DirectoryOptions>();

    CLI::App* import =
        group->add_subcommand("import", "Import a directory: HSDS 1.1, 2.0 or 3.0 (CSV, JSON, ZIP), or Ohana CSV");
    option(import, "path", options->path, "Folder, .json or .zip of the directory")->required();
    option(import, "--agency", options->agency, "The agency's id or name")->required();
    option(import, "--source", options->source, "Name of the directory, where an agency has several");
    option(import, "--report", options->report, "Write all remarks on rows: CSV where it ends in .csv, else text");
    line.runsInWorld(import, [options](World& world) { return importDirectoryByCommand(world, *options); });
}

} // namespace handrail::server
