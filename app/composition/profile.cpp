// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/profile.h"

#include "app/composition/credentialsdirectory.h"
#include "core/phones/libphonenumbers.h"
#include "core/secrets/keychainsecrets.h"
#include "core/storage/openlocalstore.h"
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

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

const QString wipeMarker = u"wipe-asked"_s;

/// Not AppDataLocation, which depends on the program's name: desktop and agent must find the same one.
QString usualDirectory()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"handrail"_s);
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

Result<std::unique_ptr<SecretStore>> Profile::openSecrets() const
{
    if (!m_options.credentialsDirectory.isEmpty())
        return std::unique_ptr<SecretStore>(new CredentialsDirectory(m_options.credentialsDirectory));
    return std::unique_ptr<SecretStore>(new KeychainSecrets(keychainProfile(m_options.directory)));
}

bool Profile::isWipeAsked() const
{
    return QFileInfo::exists(QDir(m_options.directory).filePath(wipeMarker));
}

Result<void> Profile::askToWipe() const
{
    QSaveFile marker(QDir(m_options.directory).filePath(wipeMarker));
    if (marker.open(QIODevice::WriteOnly) && marker.commit())
        return {};
    return Error{ErrorCode::StorageTrouble,
                 QCoreApplication::translate("Composition",
                                             "Handrail can't write to its folder %1, so nothing was wiped. "
                                             "Ask your administrator.")
                     .arg(QDir::toNativeSeparators(m_options.directory))};
}

Result<void> Profile::wipe(SecretStore& secrets) const
{
    // Without its key the store can't be read any more, whatever becomes of its files.
    const LocalStoreParts names{secrets, m_parts->random, m_parts->clock(), m_parts->ids};
    for (const QString& name : {names.keyName, QString::fromLatin1(sync::deviceTokenSecret)})
        if (auto removed = secrets.remove(name); !removed)
            return removed;
    const QDir directory(m_options.directory);
    for (const QString& file : directory.entryList({u"store.db*"_s}, QDir::Files))
        if (!QFile::remove(directory.filePath(file)))
            return Error{ErrorCode::StorageTrouble,
                         QCoreApplication::translate("Composition",
                                                     "The data on this computer could not be removed yet, "
                                                     "as another part of Handrail still uses it. Wait a "
                                                     "minute and try again.")};
    // Last, so that what was interrupted is finished at the next start.
    QFile::remove(directory.filePath(wipeMarker));
    return {};
}

Result<OpenedStore> Profile::openStore() const
{
    auto secrets = openSecrets();
    if (!secrets)
        return secrets.error();
    OpenedStore opened;
    opened.secrets = std::move(secrets).value();
    if (isWipeAsked())
        if (auto wiped = wipe(*opened.secrets); !wiped)
            return wiped.error();
    auto store = openLocalStore(QDir(m_options.directory).filePath(u"store.db"_s),
                                {*opened.secrets, m_parts->random, m_parts->clock(), m_parts->ids});
    if (!store)
        return store.error();
    opened.store = std::move(store).value();
    return opened;
}

} // namespace handrail::composition
