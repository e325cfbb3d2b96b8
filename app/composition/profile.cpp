// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/profile.h"

#include "app/composition/credentialsdirectory.h"
#include "core/phones/libphonenumbers.h"
#include "core/secrets/keychainsecrets.h"
#include "core/secrets/vault.h"
#include "core/storage/openlocalstore.h"
#include "core/storage/renewkey.h"
#include "core/sync/session.h"
#include "core/system/fileoffsetclock.h"
#include "core/system/servertimeclock.h"
#include "core/system/systemclock.h"
#include "core/system/systemrandom.h"
#include "core/system/uuid7ids.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

const QString wipeMarker = u"wipe-asked"_s;
const QString newKeyMarker = u"new-key-asked"_s;
const QString storeFile = u"store.db"_s;
const QString vaultFile = u"vault.json"_s;
const QString authorityFile = u"authority.pem"_s;
/// All that Handrail writes into a profile and that says anything of its worker or their clients. Only these are wiped:
/// the folder may have been named by a person who keeps other things there.
const QStringList wipedFiles = {storeFile + u'*', vaultFile + u'*', u"windows.ini"_s, u"desk.ini"_s, newKeyMarker};

/// Not AppDataLocation, which depends on the program's name: desktop and agent must find the same one.
QString usualDirectory()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"handrail"_s);
}

Result<void> mark(const QString& path, const char* sentence)
{
    QSaveFile marker(path);
    if (marker.open(QIODevice::WriteOnly) && marker.commit())
        return {};
    return Error{ErrorCode::StorageTrouble, QCoreApplication::translate("Composition", sentence)
                                                .arg(QDir::toNativeSeparators(QFileInfo(path).absolutePath()))};
}

/// The authority that the command line names is kept in the profile: a start without the option must not trust more.
/// Else what the profile has, else what the administrator put beside the system's settings, else the system's.
Result<ServerTrust> findTrust(const ProfileOptions& options, const QDateTime& now)
{
    const QString kept = QDir(options.directory).filePath(authorityFile);
    if (!options.authorityFile.isEmpty() && options.authorityFile != kept) {
        const auto named = readServerTrust(options.authorityFile, now);
        QFile file(options.authorityFile);
        QSaveFile copy(kept);
        if (!named)
            return named.error();
        if (!file.open(QIODevice::ReadOnly) || !copy.open(QIODevice::WriteOnly) || copy.write(file.readAll()) < 0 ||
            !copy.commit())
            return Error{ErrorCode::StorageTrouble,
                         QCoreApplication::translate("Composition",
                                                     "The certificate authority could not be kept in Handrail's folder, so "
                                                     "it does not start. Check the disk and your rights to it.")};
    }
    if (QFileInfo::exists(kept))
        return readServerTrust(kept, now);
    const QString system =
        QStandardPaths::locate(QStandardPaths::GenericConfigLocation, u"handrail/"_s + authorityFile);
    return system.isEmpty() ? Result<ServerTrust>(ServerTrust{}) : readServerTrust(system, now);
}

/// What tells apart the secrets of several profiles of one person.
QString keychainProfile(const QString& directory)
{
    return directory == usualDirectory() ? QString() : directory;
}

} // namespace

struct Profile::Parts
{
    Parts(const QString& clockFile, const QString& serverClockFile)
        : serverClock(systemClock, serverClockFile)
    {
        if (!clockFile.isEmpty())
            trialClock.emplace(systemClock, clockFile);
    }
    [[nodiscard]] const Clock& clock() const
    {
        return trialClock ? static_cast<const Clock&>(*trialClock) : serverClock;
    }

    SystemClock systemClock;
    ServerTimeClock serverClock;
    std::optional<FileOffsetClock> trialClock;
    SystemRandom random;
    Uuid7Ids ids{clock(), random};
    LibPhoneNumbers phones;
    ServerTrust trust;
    std::mutex vaultMutex; ///< Every thread opens secrets of its own.
    SecureBytes vaultKey;
};

Profile::Profile(ProfileOptions options, std::unique_ptr<Parts> parts)
    : m_options(std::move(options))
    , m_parts(std::move(parts))
{
}

Profile::~Profile() = default;

Result<std::unique_ptr<Profile>> Profile::make(const ProfileOptions& options)
{
    ProfileOptions all = options;
    if (all.directory.isEmpty())
        all.directory = usualDirectory();
    all.directory = QDir::cleanPath(QDir(all.directory).absolutePath());
    const bool isNew = !QFileInfo::exists(all.directory);
    const bool made = QDir().mkpath(all.directory) && QFileInfo(all.directory).isWritable();
    if (!made ||
        (isNew && !QFile::setPermissions(all.directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)))
        return Error{ErrorCode::StorageTrouble,
                     QCoreApplication::translate("Composition", "Handrail can't write to its folder %1. Ask your "
                                                                "administrator for the right to, or name another "
                                                                "with --profile.")
                         .arg(QDir::toNativeSeparators(all.directory))};
    if (all.headless && all.credentialsDirectory.isEmpty())
        all.credentialsDirectory = QDir(all.directory).filePath(u"credentials"_s);
    if (all.headless && !QFileInfo::exists(all.credentialsDirectory)) {
        // Where it can't be made, the secrets say so when they are asked for.
        QDir().mkpath(all.credentialsDirectory);
        QFile::setPermissions(all.credentialsDirectory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    auto parts = std::make_unique<Parts>(all.clockFile, QDir(all.directory).filePath(u"server-clock"_s));
    auto trust = findTrust(all, parts->clock().now());
    if (!trust)
        return trust.error();
    parts->trust = std::move(*trust);
    return std::unique_ptr<Profile>(new Profile(std::move(all), std::move(parts)));
}

bool Profile::isUsual() const
{
    return m_options.directory == usualDirectory();
}

const Clock& Profile::clock() const
{
    return m_parts->clock();
}

void Profile::learnServerTime(const QDateTime& serverTime) const
{
    // A trial's clock is moved by hand and is right by definition.
    if (!m_parts->trialClock && !m_parts->serverClock.learn(serverTime))
        qWarning("how far this computer's clock is from the server's could not be kept in %s",
                 qUtf8Printable(m_options.directory));
}

Ids& Profile::ids() const
{
    return m_parts->ids;
}

Random& Profile::random() const
{
    return m_parts->random;
}

const PhoneNumbers& Profile::phones() const
{
    return m_parts->phones;
}

QString Profile::pathOf(const QString& name) const
{
    return QDir(m_options.directory).filePath(name);
}

const ServerTrust& Profile::trust() const
{
    return m_parts->trust;
}

Result<std::unique_ptr<SecretStore>> Profile::openSecrets() const
{
    if (!m_options.credentialsDirectory.isEmpty())
        return std::unique_ptr<SecretStore>(new CredentialsDirectory(m_options.credentialsDirectory));
    if (!QFileInfo::exists(pathOf(vaultFile)))
        return std::unique_ptr<SecretStore>(new KeychainSecrets(keychainProfile(m_options.directory)));
    const std::scoped_lock lock(m_parts->vaultMutex);
    if (m_parts->vaultKey.isEmpty())
        return Error{ErrorCode::KeyTrouble,
                     QCoreApplication::translate("Composition", "Handrail waits for your passphrase. Open its window and "
                                                                "type it; until then nothing is sent or received.")};
    return std::unique_ptr<SecretStore>(new Vault(pathOf(vaultFile), m_parts->vaultKey.copy(), m_parts->random));
}

Profile::Passphrase Profile::passphrase() const
{
    if (!m_options.credentialsDirectory.isEmpty())
        return Passphrase::None;
    if (!QFileInfo::exists(pathOf(vaultFile))) {
        const bool isNew =
            !QFileInfo::exists(pathOf(storeFile)) && !QFileInfo::exists(markerPath(pathOf(storeFile)));
        return isNew ? Passphrase::MayBeSet : Passphrase::None;
    }
    const std::scoped_lock lock(m_parts->vaultMutex);
    return m_parts->vaultKey.isEmpty() ? Passphrase::Wanted : Passphrase::Typed;
}

Result<void> Profile::choosePassphrase(const QString& passphrase) const
{
    auto key = Vault::make(pathOf(vaultFile), passphrase, m_parts->random);
    if (!key)
        return key.error();
    const std::scoped_lock lock(m_parts->vaultMutex);
    m_parts->vaultKey = std::move(*key);
    return {};
}

Result<void> Profile::typePassphrase(const QString& passphrase) const
{
    auto key = Vault::unlock(pathOf(vaultFile), passphrase);
    if (!key)
        return key.error();
    const std::scoped_lock lock(m_parts->vaultMutex);
    m_parts->vaultKey = std::move(*key);
    return {};
}

Result<void> Profile::changePassphrase(const QString& before, const QString& after) const
{
    return Vault::changePassphrase(pathOf(vaultFile), before, after, m_parts->random);
}

QByteArray Profile::handOver() const
{
    const std::scoped_lock lock(m_parts->vaultMutex);
    return m_parts->vaultKey.isEmpty() ? QByteArray() : QByteArray(m_parts->vaultKey.toHex().data());
}

bool Profile::takeOver(const QByteArray& key) const
{
    SecureBytes taken = SecureBytes::take(QByteArray::fromHex(key));
    if (taken.size() != keyBytes ||
        !Vault(pathOf(vaultFile), taken.copy(), m_parts->random).read(u"local-store-key"_s).ok())
        return false;
    const std::scoped_lock lock(m_parts->vaultMutex);
    m_parts->vaultKey = std::move(taken);
    return true;
}

Result<void> Profile::askForNewKey() const
{
    return mark(pathOf(newKeyMarker),
                QT_TRANSLATE_NOOP("Composition", "Handrail can't write to its folder %1, so the key of its data stays "
                                                 "as it is. Ask your administrator."));
}

bool Profile::isNewKeyAsked() const
{
    return QFileInfo::exists(pathOf(newKeyMarker));
}

/// What keeps the key from being changed now (somebody has the store open) does not keep it from being opened: the next
/// start tries again.
void Profile::renewKeyIfAsked(SecretStore& secrets) const
{
    if (!isNewKeyAsked())
        return;
    const auto renewed =
        renewStoreKey(pathOf(storeFile), {secrets, m_parts->random, m_parts->clock(), m_parts->ids});
    if (renewed.ok())
        QFile::remove(pathOf(newKeyMarker));
    else
        qWarning("%s", qUtf8Printable(renewed.error().sentence));
}

bool Profile::isWipeAsked() const
{
    return QFileInfo::exists(pathOf(wipeMarker));
}

bool Profile::hasStore() const
{
    return QFileInfo::exists(pathOf(storeFile));
}

Result<void> Profile::askToWipe() const
{
    return mark(pathOf(wipeMarker),
                QT_TRANSLATE_NOOP("Composition", "Handrail can't write to its folder %1, so nothing was wiped. "
                                                 "Ask your administrator."));
}

Result<void> Profile::wipe(SecretStore* secrets) const
{
    // Without its key the store can't be read any more, whatever becomes of its files; and without its files, whatever
    // becomes of the key: a keychain that is locked does not stop them from going.
    Result<void> forgotten;
    if (secrets != nullptr) {
        const LocalStoreParts names{*secrets, m_parts->random, m_parts->clock(), m_parts->ids};
        for (const QString& name : {names.keyName, nextKeyName(names), QString::fromLatin1(sync::deviceTokenSecret)})
            if (auto removed = secrets->remove(name); !removed)
                forgotten = removed;
    }
    const QDir directory(m_options.directory);
    for (const QString& file : directory.entryList(wipedFiles, QDir::Files | QDir::Hidden))
        if (!QFile::remove(directory.filePath(file)) && directory.exists(file))
            return Error{ErrorCode::StorageTrouble,
                         QCoreApplication::translate("Composition",
                                                     "The data on this computer could not be removed yet, "
                                                     "as another part of Handrail still uses it. Wait a "
                                                     "minute and try again.")};
    {
        const std::scoped_lock lock(m_parts->vaultMutex);
        m_parts->vaultKey = {};
    }
    // Last, so that what was interrupted is finished at the next start.
    if (forgotten.ok())
        QFile::remove(pathOf(wipeMarker));
    return forgotten;
}

Result<void> Profile::wipeIfAsked() const
{
    if (!isWipeAsked())
        return {};
    if (m_options.credentialsDirectory.isEmpty() && QFileInfo::exists(pathOf(vaultFile)))
        return wipe(nullptr); // Nobody has to type a passphrase for what shall go.
    auto secrets = openSecrets();
    return secrets ? wipe(secrets->get()) : secrets.error();
}

Result<OpenedStore> Profile::openStore() const
{
    if (auto wiped = wipeIfAsked(); !wiped)
        return wiped.error();
    auto secrets = openSecrets();
    if (!secrets)
        return secrets.error();
    OpenedStore opened;
    opened.secrets = std::move(secrets).value();
    renewKeyIfAsked(*opened.secrets);
    auto store = openLocalStore(pathOf(storeFile), {*opened.secrets, m_parts->random, m_parts->clock(), m_parts->ids});
    if (!store)
        return store.error();
    opened.store = std::move(store).value();
    return opened;
}

} // namespace handrail::composition
