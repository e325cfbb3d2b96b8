// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/backup.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("ServerStore", text);
}

Error trouble(const QString& sentence)
{
    return {ErrorCode::StorageTrouble, sentence};
}

Result<void> onlySqlite(const DatabaseSettings& settings, const char* sentence)
{
    if (settings.driver == u"QSQLITE"_s)
        return {};
    return Error{ErrorCode::InvalidInput, tr(sentence)};
}

/// An empty file that its owner alone can read.
bool makeEmpty(const QString& path)
{
    QFile::remove(path);
    QFile file(path);
    return file.open(QIODevice::NewOnly | QIODevice::ReadWrite, QFile::ReadOwner | QFile::WriteOwner);
}

Result<QString> oneValue(Database& db, const QString& sql)
{
    auto row = db.query(sql);
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toString() : QString();
}

/// Whether every page of it can be read and is one of ours, of this program or an older one.
Result<void> check(Database& db)
{
    const auto whole = oneValue(db, u"PRAGMA integrity_check"_s);
    if (!whole)
        return whole.error();
    if (*whole != u"ok"_s)
        return trouble(tr("The copy of the database is damaged; take another one."));
    const auto version = oneValue(db, u"SELECT value FROM server_fact WHERE name = 'schema_version'"_s);
    if (!version || version->isEmpty())
        return trouble(tr("This is no database of handrail-server."));
    if (version->toInt() > storeVersion())
        return Error{ErrorCode::NewerVersion,
                     tr("The copy was made by a newer Handrail; install that handrail-server first.")};
    return {};
}

void removeWithJournals(const QString& path)
{
    for (const QString& end : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + end);
}

/// What is there now may be put aside: nobody has it open, and it is empty or its owner said so.
Result<void> mayPutAside(const DatabaseSettings& settings, bool force)
{
    const auto db = Database::open(settings);
    if (!db)
        return force ? Result<void>() : db.error();
    // Only who is alone with a database may leave its write-ahead log; there is no use in waiting.
    if (auto set = (*db)->query(u"PRAGMA busy_timeout = 100"_s); !set)
        return set.error();
    const auto mode = oneValue(**db, u"PRAGMA journal_mode = DELETE"_s);
    if (!mode || *mode != u"delete"_s)
        return Error{ErrorCode::Conflict, tr("A server runs on this database. Stop it first.")};
    const auto changes = oneValue(**db, u"SELECT COUNT(*) FROM change_log"_s);
    if (!force && changes && changes->toLongLong() > 0)
        return Error{ErrorCode::Conflict,
                     tr("There is a database with %1 changes in it at %2. With --force it is put aside, and the copy "
                        "takes its place: what came in since the copy was made is then gone.")
                         .arg(*changes, settings.name)};
    return {};
}

} // namespace

Result<void> backUp(const DatabaseSettings& settings, const QString& file, bool replace)
{
    if (auto fits = onlySqlite(settings, "This server's data is in PostgreSQL: back it up with pg_dump -Fc, which may run "
                                         "while the server does.");
        !fits)
        return fits;
    if (!QFileInfo::exists(settings.name))
        return Error{ErrorCode::NotFound, tr("There is no database at %1.").arg(settings.name)};
    if (QFileInfo::exists(file) && !replace)
        return Error{ErrorCode::Conflict, tr("%1 is there already; --force replaces it.").arg(file)};
    const auto db = Database::open(settings);
    if (!db)
        return db.error();
    const QString fresh = file + u".part"_s;
    if (!makeEmpty(fresh))
        return trouble(tr("%1 can't be written.").arg(fresh));
    if (auto copied = (*db)->query(u"VACUUM INTO ?"_s, {fresh}); !copied) {
        QFile::remove(fresh);
        return trouble(tr("The copy could not be written to %1. Is there room on the disk?").arg(fresh));
    }
    {
        const auto copy = Database::open({.name = fresh});
        if (!copy)
            return copy.error();
        if (auto good = check(**copy); !good)
            return good;
        // One file again, so that it can be carried away alone.
        if (auto alone = (*copy)->query(u"PRAGMA journal_mode = DELETE"_s); !alone)
            return alone.error();
    }
    if (replace)
        QFile::remove(file);
    if (!QFile::rename(fresh, file))
        return trouble(tr("%1 can't be written.").arg(file));
    return {};
}

QString asideName(const QString& path, const QDateTime& now)
{
    return path + u".before-restore-"_s + now.toString(u"yyyyMMdd-hhmmss"_s);
}

Result<QString> restore(const DatabaseSettings& settings, const QString& file, bool force,
                        const Environment& environment)
{
    if (auto fits = onlySqlite(settings, "This server's data is in PostgreSQL: put it back with pg_restore, then run "
                                         "`handrail-server restore --done` before the servers start.");
        !fits)
        return fits.error();
    if (!QFileInfo(file).isFile())
        return Error{ErrorCode::NotFound, tr("There is no file %1.").arg(file)};
    const bool isThere = QFileInfo(settings.name).size() > 0;
    if (isThere)
        if (auto may = mayPutAside(settings, force); !may)
            return may.error();
    const QString fresh = settings.name + u".restoring"_s;
    removeWithJournals(fresh);
    if (!QFile::copy(file, fresh) || !QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner))
        return trouble(tr("%1 can't be written.").arg(fresh));
    {
        const auto db = Database::open({.name = fresh});
        auto done = db ? check(**db) : Result<void>(db.error());
        if (done)
            done = (*db)->migrate();
        if (done)
            done = markRestored(**db, environment);
        if (done)
            if (auto alone = (*db)->query(u"PRAGMA journal_mode = DELETE"_s); !alone)
                done = alone.error();
        if (!done) {
            removeWithJournals(fresh);
            return done.error();
        }
    }
    QString aside;
    if (isThere) {
        aside = asideName(settings.name, environment.clock.now());
        if (!QFile::rename(settings.name, aside))
            return trouble(tr("%1 can't be put aside.").arg(settings.name));
    }
    removeWithJournals(settings.name);
    if (!QFile::rename(fresh, settings.name))
        return trouble(tr("%1 can't be written.").arg(settings.name));
    return aside;
}

Result<void> markRestored(Database& db, const Environment& environment)
{
    const QDateTime now = environment.clock.now();
    return db.transaction([&]() -> Result<void> {
        // An `epoch` is seconds since 1970 (gateway/leases.cpp); a clock that was set back must not bring old ones back.
        for (const auto& [sql, values] : QList<std::pair<QString, QVariantList>>{
                 {u"INSERT INTO restore_mark (agency_id, restored_at) SELECT agency_id, ? FROM agency"
                  " WHERE NOT EXISTS (SELECT 1 FROM restore_mark AS old WHERE old.agency_id = agency.agency_id"
                  " AND old.restored_at = ?)"_s,
                  {now.toMSecsSinceEpoch(), now.toMSecsSinceEpoch()}},
                 {u"DELETE FROM lease WHERE device_id <> ?"_s, {u""_s}},
                 {u"INSERT INTO fence_counter (agency_id, epoch, last) SELECT agency_id, ?, 0 FROM agency WHERE id = id"
                  " ON CONFLICT (agency_id) DO UPDATE SET last = 0, epoch = CASE WHEN fence_counter.epoch >="
                  " excluded.epoch THEN fence_counter.epoch + 1 ELSE excluded.epoch END"_s,
                  {now.toSecsSinceEpoch() + 1}},
                 // What a device has seen since is above numbers that this server gives again for something else: all start
                 // from a snapshot. Seconds are above every number that the lost server may have given.
                 {u"INSERT INTO sight (agency_id, user_id, epoch) SELECT agency_id, '', ? FROM agency WHERE id = id"
                  " ON CONFLICT (agency_id, user_id) DO UPDATE SET epoch = CASE WHEN sight.epoch >= excluded.epoch"
                  " THEN sight.epoch + 1 ELSE excluded.epoch END"_s,
                  {now.toSecsSinceEpoch()}}})
            if (auto done = db.query(sql, values); !done)
                return done.error();
        return {};
    });
}

Result<QDateTime> lastRestored(Database& db, const AgencyId& agency)
{
    auto row = db.query(u"SELECT MAX(restored_at) FROM restore_mark WHERE agency_id = ?"_s, {agency.toString()});
    if (!row)
        return row.error();
    if (!row->next() || row->value(0).isNull())
        return QDateTime();
    return QDateTime::fromMSecsSinceEpoch(row->value(0).toLongLong(), Qt::UTC);
}

} // namespace handrail::server
