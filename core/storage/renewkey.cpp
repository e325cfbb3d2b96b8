// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/renewkey.h"

#include "core/storage/database.h"
#include "core/storage/storekey.h"

#include <QCoreApplication>
#include <QFile>
#include <QLockFile>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

Error trouble(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("Storage", sentence)};
}

/// Pages can be enciphered anew only where there is no write-ahead log, and leaving it takes that nobody else is there.
Result<void> leaveLog(Database& database)
{
    const auto mode = database.single(u"PRAGMA journal_mode = DELETE"_s);
    if (mode && mode->toString() == "delete"_L1)
        return {};
    return trouble(ErrorCode::Conflict,
                   QT_TRANSLATE_NOOP("Storage", "Another part of Handrail has the local store open, so its key was not "
                                                "changed. Your data are as they were; Handrail tries again at its next "
                                                "start."));
}

/// That every page can be read with the key that the file is said to have now.
Result<void> prove(const QString& path, const SecureBytes& key)
{
    const auto database = Database::open(path, key.copy());
    if (!database)
        return database.error();
    const auto check = (*database)->single(u"PRAGMA quick_check(1)"_s);
    if (check && check->toString() == "ok"_L1)
        return (*database)->proveEncrypted();
    return trouble(ErrorCode::StorageTrouble,
                   QT_TRANSLATE_NOOP("Storage", "The local store could not be read whole after its key was changed. Both "
                                                "keys are kept. Please ask your administrator before you go on."));
}

} // namespace

Result<void> renewStoreKey(const QString& path, const LocalStoreParts& parts)
{
    QLockFile lock(path + u".lock"_s);
    constexpr int waitMs = 30000;
    if (!QFile::exists(path) || !lock.tryLock(waitMs))
        return trouble(ErrorCode::StorageTrouble,
                       QT_TRANSLATE_NOOP("Storage", "There is no local store here whose key could be changed, or its folder "
                                                    "can't be written. Nothing was changed."));
    auto opened = openWithKeptKey(path, parts);
    if (!opened)
        return opened.error();
    HANDRAIL_TRY(leaveLog(**opened));
    const auto next = writeNewKey(parts, nextKeyName(parts));
    if (!next)
        return next.error();
    HANDRAIL_TRY((*opened)->changeKey(*next));
    opened->reset();
    HANDRAIL_TRY(prove(path, *next));
    return takeOverNextKey(parts, *next);
}

} // namespace handrail
