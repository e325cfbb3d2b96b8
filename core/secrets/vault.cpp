// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/vault.h"

#include "core/crypto/sealed.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr int version = 1;
constexpr qint64 largestFile = 256 * 1024;
constexpr int lockWaitMs = 10000;
const QByteArray keyContext = "handrail vault key 1";
const QByteArray secretsContext = "handrail vault secrets 1";

Error trouble(ErrorCode code, const char* sentence)
{
    return {code, QCoreApplication::translate("Secrets", sentence)};
}

Error damaged()
{
    return trouble(ErrorCode::KeyTrouble,
                   QT_TRANSLATE_NOOP("Secrets", "The file that keeps the key of your data is damaged. Your data were left as they "
                                                "are. Please put the file back from a backup, or ask your administrator."));
}

Error notWritten()
{
    return trouble(ErrorCode::StorageTrouble,
                   QT_TRANSLATE_NOOP("Secrets", "The folder of your data can't be written, so nothing was changed. Please "
                                                "check the disk and your rights to it."));
}

/// What the file says. All but `wrapped` and `sealed` is readable by everyone who has it.
struct Contents
{
    PassphraseCost cost;
    QByteArray salt;
    QByteArray wrapped; ///< The vault's key, sealed under the passphrase's.
    QByteArray sealed;  ///< The secrets, sealed under the vault's key.
};

/// The bounds keep a file that somebody put there from taking all memory, or from making guesses cheap.
bool isReasonable(const Contents& read)
{
    return read.cost.passes >= 1 && read.cost.passes <= 20 && read.cost.memoryBytes >= 8ULL * 1024 * 1024 &&
           read.cost.memoryBytes <= 1024ULL * 1024 * 1024 && read.salt.size() == saltBytes;
}

Result<Contents> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile)
        return damaged();
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object[u"version"].toInt() > version)
        return trouble(ErrorCode::NewerVersion,
                       QT_TRANSLATE_NOOP("Secrets", "The key of your data was kept by a newer Handrail. Please update "
                                                    "Handrail to open them."));
    const auto bytes = [&object](const QString& name) {
        return QByteArray::fromBase64(object[name].toString().toLatin1());
    };
    const Contents read{{quint64(object[u"passes"].toDouble()), size_t(object[u"memory_bytes"].toDouble())},
                        bytes(u"salt"_s),
                        bytes(u"wrapped_key"_s),
                        bytes(u"secrets"_s)};
    return isReasonable(read) ? Result<Contents>(read) : damaged();
}

Result<void> writeFile(const QString& path, const Contents& contents)
{
    const auto text = [](const QByteArray& bytes) { return QString::fromLatin1(bytes.toBase64()); };
    const QJsonObject object = {{u"version"_s, version},
                                {u"kdf"_s, u"argon2id13"_s},
                                {u"passes"_s, double(contents.cost.passes)},
                                {u"memory_bytes"_s, double(contents.cost.memoryBytes)},
                                {u"salt"_s, text(contents.salt)},
                                {u"wrapped_key"_s, text(contents.wrapped)},
                                {u"secrets"_s, text(contents.sealed)}};
    const QByteArray bytes = QJsonDocument(object).toJson();
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.commit();
    return written ? Result<void>() : notWritten();
}

Result<SecureBytes> unwrap(const Contents& contents, const QString& passphrase)
{
    const auto outer = keyFromPassphrase(passphrase, contents.salt, contents.cost);
    if (!outer)
        return outer.error();
    auto key = unseal(contents.wrapped, *outer, keyContext);
    if (!key || key->size() != keyBytes)
        return trouble(ErrorCode::Unauthorized, QT_TRANSLATE_NOOP("Secrets", "This is not the passphrase."));
    return std::move(*key);
}

/// Puts `key` under a new passphrase, with a salt of its own.
Result<void> wrap(Contents& contents, const SecureBytes& key, const QString& passphrase, const PassphraseCost& cost,
                  Random& random)
{
    if (passphrase.size() < Vault::shortestPassphrase)
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Secrets", "A passphrase needs at least %1 characters. Several words "
                                                            "are easier to keep in mind than a short one full of signs.")
                         .arg(Vault::shortestPassphrase)};
    contents.cost = cost;
    contents.salt = random.bytes(saltBytes);
    const auto outer = keyFromPassphrase(passphrase, contents.salt, cost);
    if (!outer)
        return outer.error();
    contents.wrapped = seal(key, *outer, keyContext, random);
    return {};
}

SecureBytes packed(const QMap<QString, QByteArray>& secrets)
{
    QJsonObject object;
    for (auto it = secrets.begin(); it != secrets.end(); ++it)
        object[it.key()] = QString::fromLatin1(it.value().toBase64());
    return SecureBytes::take(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Result<SecureBytes> Vault::make(const QString& path, const QString& passphrase, Random& random,
                                const PassphraseCost& cost)
{
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(lockWaitMs))
        return notWritten();
    if (QFile::exists(path))
        return trouble(ErrorCode::Conflict, QT_TRANSLATE_NOOP("Secrets", "There is a passphrase already. Type it to go on."));
    SecureBytes key(keyBytes);
    random.fill(key.bytes());
    Contents contents;
    if (auto wrapped = wrap(contents, key, passphrase, cost, random); !wrapped)
        return wrapped.error();
    contents.sealed = seal(packed({}), key, secretsContext, random);
    if (auto written = writeFile(path, contents); !written)
        return written.error();
    return key;
}

Result<SecureBytes> Vault::unlock(const QString& path, const QString& passphrase)
{
    const auto contents = readFile(path);
    return contents ? unwrap(*contents, passphrase) : contents.error();
}

Result<void> Vault::changePassphrase(const QString& path, const QString& before, const QString& after, Random& random,
                                     const PassphraseCost& cost)
{
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(lockWaitMs))
        return notWritten();
    auto contents = readFile(path);
    if (!contents)
        return contents.error();
    const auto key = unwrap(*contents, before);
    if (!key)
        return key.error();
    if (auto wrapped = wrap(*contents, *key, after, cost, random); !wrapped)
        return wrapped;
    return writeFile(path, *contents);
}

Vault::Vault(QString path, SecureBytes key, Random& random)
    : m_path(std::move(path))
    , m_key(std::move(key))
    , m_random(random)
{
}

Result<Vault::Secrets> Vault::readAll() const
{
    const auto contents = readFile(m_path);
    if (!contents)
        return contents.error();
    const auto plain = unseal(contents->sealed, m_key, secretsContext);
    if (!plain)
        return damaged();
    const QJsonObject object =
        QJsonDocument::fromJson(QByteArray::fromRawData(plain->data(), qsizetype(plain->size()))).object();
    Secrets secrets;
    for (auto it = object.begin(); it != object.end(); ++it)
        secrets.insert(it.key(), QByteArray::fromBase64(it.value().toString().toLatin1()));
    return secrets;
}

Result<void> Vault::change(const std::function<void(Secrets&)>& change)
{
    QLockFile lock(m_path + u".lock"_s);
    if (!lock.tryLock(lockWaitMs))
        return notWritten();
    auto secrets = readAll();
    if (!secrets)
        return secrets.error();
    change(*secrets);
    auto contents = readFile(m_path);
    if (!contents)
        return contents.error();
    contents->sealed = seal(packed(*secrets), m_key, secretsContext, m_random);
    return writeFile(m_path, *contents);
}

Result<std::optional<QByteArray>> Vault::read(const QString& name)
{
    const auto secrets = readAll();
    if (!secrets)
        return secrets.error();
    const auto found = secrets->constFind(name);
    return found == secrets->constEnd() ? std::optional<QByteArray>() : std::optional(*found);
}

Result<void> Vault::write(const QString& name, const QByteArray& secret)
{
    // A copy of its own: the caller wipes what it gave.
    return change([&](Secrets& secrets) { secrets.insert(name, QByteArray(secret.constData(), secret.size())); });
}

Result<void> Vault::remove(const QString& name)
{
    return change([&](Secrets& secrets) { secrets.remove(name); });
}

} // namespace handrail
