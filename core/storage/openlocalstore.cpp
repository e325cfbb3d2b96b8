// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/openlocalstore.h"

#include "core/ports/diskroom.h"
#include "core/storage/facts.h"
#include "core/storage/migrations.h"
#include "core/storage/searchindex.h"
#include "core/storage/sqllocalstore.h"
#include "core/storage/storagelog.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr int keySize = 32;

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

/// The sentence for a file that doesn't open: SQLite can't tell a wrong key from damage.
Error unreadable()
{
    return trouble(
        ErrorCode::StorageTrouble,
        QT_TRANSLATE_NOOP(
            "Storage",
            "The local store can't be read: either its file is damaged, or the key in the system's keychain is "
            "not the one that it was made with. It was left as it is. Please put the file back from a backup, "
            "or use a new profile to get everything that the server has."));
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
    return found.size > 0 && found.size < smallestDatabase ? unreadable() : Result<void>();
}

Result<SecureBytes> newKey(const LocalStoreParts& parts)
{
    SecureBytes key(keySize);
    parts.random.fill(key.bytes());
    QByteArray copy(key.data(), keySize);
    const auto written = parts.secrets.write(parts.keyName, copy);
    wipe(copy);
    HANDRAIL_TRY(written);
    // Only a key that the keychain gives back may lock anything.
    auto back = parts.secrets.read(parts.keyName);
    if (!back)
        return back.error();
    const bool same = back->has_value() && key.equals(**back);
    if (back->has_value())
        wipe(**back);
    if (!same)
        return trouble(
            ErrorCode::KeyTrouble,
            QT_TRANSLATE_NOOP(
                "Storage",
                "The system's keychain did not keep the key of the local store, so no store was made. Please "
                "check that the keychain is set up and unlocked, and start Handrail again."));
    return key;
}

Result<SecureBytes> keyFor(const Found& found, const LocalStoreParts& parts)
{
    auto stored = parts.secrets.read(parts.keyName);
    if (!stored)
        return stored.error();
    if (stored->has_value()) {
        SecureBytes key = SecureBytes::take(std::move(**stored));
        if (key.size() == keySize)
            return key;
        return trouble(ErrorCode::KeyTrouble,
                       QT_TRANSLATE_NOOP(
                           "Storage",
                           "What the system's keychain has as the key of the local store is no such key. The store was "
                           "left as it is. Please ask your administrator."));
    }
    if (found.file || found.marker)
        return trouble(
            ErrorCode::KeyTrouble,
            QT_TRANSLATE_NOOP(
                "Storage",
                "The system's keychain does not give the key of the local store: it may be locked. Your data "
                "were left as they are. Please unlock the keychain and start Handrail again."));
    return newKey(parts);
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
        return unreadable();
    const auto pages = database.single(u"PRAGMA page_count"_s);
    const auto pageSize = database.single(u"PRAGMA page_size"_s);
    const bool hasLog = QFileInfo(database.path() + u"-wal"_s).size() > 0;
    if (pages && pageSize && !hasLog && found.size > 0 &&
        QFileInfo(database.path()).size() < pages->toLongLong() * pageSize->toLongLong())
        return unreadable();
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
    auto key = keyFor(found, parts);
    if (!key)
        return key.error();
    auto database = Database::open(path, std::move(*key));
    if (!database)
        return database.error().code == ErrorCode::KeyTrouble ? unreadable() : database.error();
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
