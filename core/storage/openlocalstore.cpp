// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/openlocalstore.h"

#include "core/ports/diskroom.h"
#include "core/storage/facts.h"
#include "core/storage/migrations.h"
#include "core/storage/searchindex.h"
#include "core/storage/sqllocalstore.h"
#include "core/storage/storagelog.h"
#include "core/storage/storekey.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

Error trouble(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("Storage", sentence)};
}

/// What is on the disk, before anything is touched.
struct Found
{
    bool file = false;
    qint64 size = 0;
    bool marker = false;
};

Found look(const QString& path)
{
    const QFileInfo file(path);
    return {file.exists(), file.size(), QFileInfo::exists(markerPath(path))};
}

/// What must not be opened, since SQLite would make something new of it.
Result<void> refuseWhatIsGone(const Found& found)
{
    if (found.marker && !found.file)
        return trouble(
            ErrorCode::StorageTrouble,
            QT_TRANSLATE_NOOP(
                "Storage",
                "The local store's file is gone, although there was one. Handrail does not start an empty one "
                "in its place. Please put the file back from a backup, or use a new profile to get everything "
                "that the server has."));
    if (found.marker && found.size == 0)
        return trouble(
            ErrorCode::StorageTrouble,
            QT_TRANSLATE_NOOP(
                "Storage",
                "The local store's file is empty, although there were data in it. It was left as it is. Please "
                "put it back from a backup, or use a new profile to get everything that the server has."));
    // The smallest page there is; SQLite takes less for a file that nobody has written to yet.
    constexpr qint64 smallestDatabase = 512;
    return found.size > 0 && found.size < smallestDatabase ? unreadableStore() : Result<void>();
}

/// The open file. A key is made only where there never was one.
Result<std::unique_ptr<Database>> openFile(const QString& path, const Found& found, const LocalStoreParts& parts)
{
    if (!found.file && !found.marker) {
        auto key = readKey(parts, parts.keyName);
        if (!key)
            return key.error();
        if (*key)
            return Database::open(path, std::move(**key));
        auto made = writeNewKey(parts, parts.keyName);
        return made ? Database::open(path, std::move(*made)) : made.error();
    }
    return openWithKeptKey(path, parts);
}

Result<void> writeMarker(const QString& path)
{
    QSaveFile marker(markerPath(path));
    const QByteArray text = "Handrail made an encrypted local store beside this file. While this file is here, "
                            "Handrail never starts an empty one in its place.\n";
    if (marker.open(QIODevice::WriteOnly) && marker.write(text) == text.size() && marker.commit())
        return {};
    return trouble(
        ErrorCode::StorageTrouble,
        QT_TRANSLATE_NOOP(
            "Storage", "The folder of the local store can't be written. Please check the disk and your rights to it."));
}

/// What a store keeps from its first opening on.
Result<void> nameDevice(Database& database, Ids& ids, const Clock& clock)
{
    const std::pair<QString, QString> firsts[] = {
        {facts::deviceId, ids.next().toString(QUuid::WithoutBraces)},
        {facts::newActivityFrom, QString::number(clock.now().toMSecsSinceEpoch())}};
    for (const auto& [name, value] : firsts) {
        Statement insert = database.statement(u"INSERT OR IGNORE INTO fact (name, value) VALUES (?, ?)"_s);
        HANDRAIL_TRY(insert.bind(name).bind(value).run());
    }
    return {};
}

/// Whether the open file is what the marker promises: a truncated one may open and look empty.
Result<void> refuseHollow(Database& database, const Found& found)
{
    const auto version = fileVersion(database);
    if (!version)
        return version.error();
    if (found.marker && *version == 0)
        return unreadableStore();
    const auto pages = database.single(u"PRAGMA page_count"_s);
    const auto pageSize = database.single(u"PRAGMA page_size"_s);
    const bool hasLog = QFileInfo(database.path() + u"-wal"_s).size() > 0;
    if (pages && pageSize && !hasLog && found.size > 0 &&
        QFileInfo(database.path()).size() < pages->toLongLong() * pageSize->toLongLong())
        return unreadableStore();
    return {};
}

/// A program that keeps more of a record in its lists than the one before makes them anew, once.
Result<void> bringListsUpToDate(Database& database)
{
    RecordTables records(database);
    return SearchIndex(database, records).bringSitesUpToDate();
}

Result<std::unique_ptr<LocalStore>> openLocked(const QString& path, const LocalStoreParts& parts)
{
    const Found found = look(path);
    HANDRAIL_TRY(refuseWhatIsGone(found));
    auto database = openFile(path, found, parts);
    if (!database)
        return database.error();
    HANDRAIL_TRY(refuseHollow(**database, found));
    HANDRAIL_TRY(migrate(**database));
    HANDRAIL_TRY(bringListsUpToDate(**database));
    HANDRAIL_TRY((*database)->proveEncrypted());
    HANDRAIL_TRY(nameDevice(**database, parts.ids, parts.clock));
    if (!found.marker)
        HANDRAIL_TRY(writeMarker(path));
    auto store = std::make_unique<SqlLocalStore>(std::move(*database), parts.clock, parts.ids);
    HANDRAIL_TRY(store->deriveAgain());
    return std::unique_ptr<LocalStore>(std::move(store));
}

} // namespace

QString markerPath(const QString& storePath)
{
    return storePath + u".made"_s;
}

Result<std::unique_ptr<LocalStore>> openLocalStore(const QString& path, const LocalStoreParts& parts)
{
    // Desktop and agent may start at the same moment: two keys for one store must not be.
    QLockFile lock(path + u".lock"_s);
    constexpr int waitMs = 30000;
    if (!lock.tryLock(waitMs) && isDiskFull(QFileInfo(path).absolutePath()))
        return trouble(ErrorCode::StorageTrouble,
                       QT_TRANSLATE_NOOP("Storage", "The disk is full, so the local store can't be opened. Nothing was changed. "
                                                    "Please free some space and start Handrail again."));
    if (!lock.isLocked())
        return trouble(
            ErrorCode::StorageTrouble,
            QT_TRANSLATE_NOOP("Storage",
                              "The local store can't be opened: its folder is missing or can't be written, or another "
                              "Handrail is busy with it. Please check that, and start Handrail again."));
    return openLocked(path, parts);
}

} // namespace handrail
