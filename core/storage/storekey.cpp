// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/storekey.h"

#include "core/storage/renewkey.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr int keySize = 32;

Error trouble(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("Storage", sentence)};
}

Result<void> writeKey(const LocalStoreParts& parts, const QString& name, const SecureBytes& key)
{
    QByteArray copy(key.data(), qsizetype(key.size()));
    const auto written = parts.secrets.write(name, copy);
    wipe(copy);
    HANDRAIL_TRY(written);
    auto back = parts.secrets.read(name);
    if (!back)
        return back.error();
    const bool same = back->has_value() && key.equals(**back);
    if (back->has_value())
        wipe(**back);
    if (same)
        return {};
    return trouble(ErrorCode::KeyTrouble,
                   QT_TRANSLATE_NOOP(
                       "Storage",
                       "The system's keychain did not keep the key of the local store, so no store was made. Please "
                       "check that the keychain is set up and unlocked, and start Handrail again."));
}

bool isWrongKey(const Error& error)
{
    return error.code == ErrorCode::KeyTrouble;
}

} // namespace

QString nextKeyName(const LocalStoreParts& parts)
{
    return parts.keyName + u"-next"_s;
}

Error unreadableStore()
{
    return trouble(
        ErrorCode::StorageTrouble,
        QT_TRANSLATE_NOOP(
            "Storage",
            "The local store can't be read: either its file is damaged, or the key in the system's keychain is "
            "not the one that it was made with. It was left as it is. Please put the file back from a backup, "
            "or use a new profile to get everything that the server has."));
}

Result<std::optional<SecureBytes>> readKey(const LocalStoreParts& parts, const QString& name)
{
    auto stored = parts.secrets.read(name);
    if (!stored)
        return stored.error();
    if (!stored->has_value())
        return std::optional<SecureBytes>();
    SecureBytes key = SecureBytes::take(std::move(**stored));
    if (key.size() == keySize)
        return std::optional(std::move(key));
    return trouble(ErrorCode::KeyTrouble,
                   QT_TRANSLATE_NOOP(
                       "Storage",
                       "What the system's keychain has as the key of the local store is no such key. The store was "
                       "left as it is. Please ask your administrator."));
}

Result<SecureBytes> writeNewKey(const LocalStoreParts& parts, const QString& name)
{
    SecureBytes key(keySize);
    parts.random.fill(key.bytes());
    HANDRAIL_TRY(writeKey(parts, name, key));
    return key;
}

Result<void> takeOverNextKey(const LocalStoreParts& parts, const SecureBytes& next)
{
    HANDRAIL_TRY(writeKey(parts, parts.keyName, next));
    // Where it stays, it is looked at only when the key does not fit.
    return parts.secrets.remove(nextKeyName(parts));
}

Result<std::unique_ptr<Database>> openWithKeptKey(const QString& path, const LocalStoreParts& parts)
{
    auto key = readKey(parts, parts.keyName);
    if (!key)
        return key.error();
    if (!*key)
        return trouble(
            ErrorCode::KeyTrouble,
            QT_TRANSLATE_NOOP(
                "Storage",
                "The system's keychain does not give the key of the local store: it may be locked. Your data "
                "were left as they are. Please unlock the keychain and start Handrail again."));
    auto database = Database::open(path, std::move(**key));
    if (database || !isWrongKey(database.error()))
        return database;
    // The computer may have died after the file had got its new key and before the keychain was told.
    const auto next = readKey(parts, nextKeyName(parts));
    if (!next)
        return next.error();
    if (!*next)
        return unreadableStore();
    database = Database::open(path, (*next)->copy());
    if (!database)
        return isWrongKey(database.error()) ? unreadableStore() : database.error();
    HANDRAIL_TRY(takeOverNextKey(parts, **next));
    return database;
}

} // namespace handrail
