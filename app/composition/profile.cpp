// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/profile.h"

#include "app/composition/credentialsdirectory.h"
#include "core/phones/libphonenumbers.h"
#include "core/secrets/keychainsecrets.h"
#include "core/storage/openlocalstore.h"
#include "core/system/fileoffsetclock.h"
#include "core/system/systemclock.h"
#include "core/system/systemrandom.h"
#include "core/system/uuid7ids.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace handrail::composition {

namespace {

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
    explicit Parts(const QString& clockFile)
    {
        if (!clockFile.isEmpty())
            trialClock.emplace(systemClock, clockFile);
    }
    [[nodiscard]] const Clock& clock() const
    {
        return trialClock ? static_cast<const Clock&>(*trialClock) : systemClock;
    }

    SystemClock systemClock;
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
    auto parts = std::make_unique<Parts>(all.clockFile);
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

Result<OpenedStore> Profile::openStore() const
{
    auto secrets = openSecrets();
    if (!secrets)
        return secrets.error();
    OpenedStore opened;
    opened.secrets = std::move(secrets).value();
    auto store = openLocalStore(QDir(m_options.directory).filePath(u"store.db"_s),
                                {*opened.secrets, m_parts->random, m_parts->clock(), m_parts->ids});
    if (!store)
        return store.error();
    opened.store = std::move(store).value();
    return opened;
}

} // namespace handrail::composition
