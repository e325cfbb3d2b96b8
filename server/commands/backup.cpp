// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/backup.h"

#include "server/commands/commands.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

struct BackupOptions
{
    QString file;
    bool force = false;
    bool done = false;
};

int runBackup(const Config& config, const BackupOptions& options)
{
    const auto settings = DatabaseSettings::fromText(config.databaseUrl);
    if (!settings)
        return failed(settings.error());
    const auto made = backUp(*settings, options.file, options.force);
    if (!made)
        return failed(made.error());
    say(u"%1 (%2 KB)"_s.arg(options.file).arg(QFileInfo(options.file).size() / 1024));
    return 0;
}

int runRestore(const Config& config, const BackupOptions& options)
{
    const auto settings = DatabaseSettings::fromText(config.databaseUrl);
    if (!settings)
        return failed(settings.error());
    if (options.done) {
        auto world = World::make(config);
        if (!world)
            return failed(world.error());
        const auto marked = markRestored(databaseOf(**world), (*world)->environment());
        return marked ? 0 : failed(marked.error());
    }
    const SystemClock clock;
    SystemRandom random;
    Uuid7Ids ids(clock, random);
    const auto aside = restore(*settings, options.file, options.force, {clock, ids, random});
    if (!aside)
        return failed(aside.error());
    say(u"The copy is in place. Messages that were due before now wait for a worker's word, since they may have gone out "
        "after the copy was made."_s);
    if (!aside->isEmpty())
        say(u"What was there before: %1"_s.arg(*aside));
    return 0;
}

} // namespace

void addBackupCommands(CommandLine& line)
{
    const auto backup = std::make_shared<BackupOptions>();
    CLI::App* backupCommand = line.app().add_subcommand("backup", "Copy the database while the server runs");
    option(backupCommand, "--to", backup->file, "File to write")->required();
    backupCommand->add_flag("--force", backup->force, "Replace a file that is there");
    line.runs(backupCommand, [backup](const Config& config) { return runBackup(config, *backup); });

    const auto restored = std::make_shared<BackupOptions>();
    CLI::App* restoreCommand = line.app().add_subcommand("restore", "Put a copy of `backup` in the database's place");
    CLI::Option* from = option(restoreCommand, "--from", restored->file, "The copy");
    restoreCommand->add_flag("--force", restored->force, "Put aside a database that has data in it");
    CLI::Option* done = restoreCommand->add_flag("--done", restored->done,
                                                 "The data was put back by another program (pg_restore): only note that");
    from->excludes(done);
    restoreCommand->require_option(1, 2);
    line.runs(restoreCommand, [restored](const Config& config) { return runRestore(config, *restored); });
}

} // namespace handrail::server
