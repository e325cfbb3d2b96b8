// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/backup.h"

#include "server/audit/audit.h"
#include "server/commands/commands.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

struct BackupOptions
{
    QString file;
    bool force = false;
    bool done = false;
    QString journal;
    bool noJournal = false;
};

/// For what must run without a World, since the database may be an older program's, or none yet.
struct Outside
{
    SystemClock clock;
    SystemRandom random;
    Uuid7Ids ids{clock, random};
    Environment environment{clock, ids, random};
};

/// Where the database is an older program's, before an upgrade, the copy is made all the same, and nothing is written.
int auditBackup(const Config& config)
{
    const auto settings = DatabaseSettings::fromText(config.databaseUrl);
    const auto db = settings ? Database::open(*settings) : settings.error();
    if (!db)
        return failed(db.error());
    if (!(*db)->checkVersion())
        return 0;
    const Outside outside;
    const auto kept = writeAuditOfAll(**db, outside.environment, {.what = audited::backup});
    return kept ? 0 : failed(kept.error());
}

int runBackup(const Config& config, const BackupOptions& options)
{
    const auto settings = DatabaseSettings::fromText(config.databaseUrl);
    if (!settings)
        return failed(settings.error());
    const auto made = backUp(*settings, options.file, options.force);
    if (!made)
        return failed(made.error());
    say(u"%1 (%2 KB)"_s.arg(options.file).arg(QFileInfo(options.file).size() / 1024));
    return auditBackup(config);
}

/// What came in since the copy, out of the journal; and what was done stands in the audit.
Result<void> bringBack(World& world, const QString& journal)
{
    auto& db = databaseOf(world);
    Replay replay;
    if (!journal.isEmpty()) {
        const auto done = replayJournal(db, journal, world.environment());
        if (!done)
            return done.error();
        replay = *done;
        say(u"Out of the journal %1: %2 changes that the copy had not."_s.arg(journal).arg(replay.changes));
        if (replay.refused + replay.unreadable > 0)
            say(u"Left out: %1 of agencies or clients that are not here, %2 lines that can't be read."_s
                    .arg(replay.refused)
                    .arg(replay.unreadable));
    }
    return writeAuditOfAll(db, world.environment(),
                           {.what = audited::restored, .details = {{u"changes"_s, replay.changes}}});
}

int runRestore(const Config& config, const BackupOptions& options)
{
    const auto settings = DatabaseSettings::fromText(config.databaseUrl);
    if (!settings)
        return failed(settings.error());
    if (!options.done && options.file.isEmpty())
        return failed({ErrorCode::InvalidInput, u"Say --from FILE, or --done."_s});
    if (options.noJournal && !options.journal.isEmpty())
        return failed({ErrorCode::InvalidInput, u"Say --journal or --no-journal, not both."_s});
    const QString journal = options.noJournal            ? QString()
                            : options.journal.isEmpty() ? config.databaseJournal
                                                         : options.journal;
    if (!options.journal.isEmpty() && !QFileInfo(journal).isDir())
        return failed({ErrorCode::NotFound, u"There is no folder %1."_s.arg(journal)});
    QString aside;
    if (!options.done) {
        const Outside outside;
        const auto restored = restore(*settings, options.file, options.force, outside.environment);
        if (!restored)
            return failed(restored.error());
        aside = *restored;
    }
    const auto world = World::make(config);
    if (!world)
        return failed(world.error());
    // What shall not come back now shall not come back with a later restore.
    if (options.noJournal && QFileInfo::exists(config.databaseJournal))
        QDir().rename(config.databaseJournal, asideName(config.databaseJournal, (*world)->environment().clock.now()));
    if (options.done)
        if (auto marked = markRestored(databaseOf(**world), (*world)->environment()); !marked)
            return failed(marked.error());
    if (auto back = bringBack(**world, journal); !back)
        return failed(back.error());
    if (options.done)
        return 0;
    say(u"The copy is in place. Messages that were due before now wait for a worker's word, since they may have gone out "
        "after the copy was made."_s);
    if (!aside.isEmpty())
        say(u"What was there before: %1"_s.arg(aside));
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
    option(restoreCommand, "--journal", restored->journal,
           "Folder of the journal that has what came in since (that of the configuration)");
    restoreCommand->add_flag("--no-journal", restored->noJournal, "Leave out what came in since the copy was made");
    line.runs(restoreCommand, [restored](const Config& config) { return runRestore(config, *restored); });
}

} // namespace handrail::server
