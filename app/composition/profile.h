// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "core/ports/clock.h"
#include "core/ports/ids.h"
#include "core/ports/phonenumbers.h"
#include "core/ports/random.h"
#include "core/ports/secretstore.h"
#include "core/ports/stores.h"

#include <memory>

namespace handrail::composition {

/// What the command line says; desktop and agent take the same options.
struct ProfileOptions
{
    QString directory;            ///< --profile; empty: the system's place for application data.
    QString clockFile;            ///< --clock-file: seconds by which a trial's clock is ahead; empty: the real clock.
    QString credentialsDirectory; ///< --credentials: for a headless host; empty: the system's keychain.
    bool headless = false; ///< --headless: no keychain; without a credentialsDirectory the profile has one of its own.
    Policy policy;         ///< What this computer's administrator fixed; not of the command line.
};

/// A connection to the store, and the keychain that it asks.
struct OpenedStore
{
    std::unique_ptr<SecretStore> secrets;
    std::unique_ptr<LocalStore> store; ///< After `secrets`, so that it goes first.
};

/// One user's data on this computer, and the adapters that go with it: joins core/storage, core/secrets, core/system
/// and core/phones to the ports. Outlives all that it hands out.
class Profile
{
public:
    /// Makes the directory, readable by the user alone. Quick enough for the GUI thread: opens nothing.
    static Result<std::unique_ptr<Profile>> make(const ProfileOptions& options);
    ~Profile();
    Profile(const Profile&) = delete;
    Profile& operator=(const Profile&) = delete;

    [[nodiscard]] const ProfileOptions& options() const { return m_options; }
    [[nodiscard]] const QString& directory() const { return m_options.directory; }
    /// In the system's place for application data, not in a folder that somebody named.
    [[nodiscard]] bool isUsual() const;
    [[nodiscard]] const Clock& clock() const; ///< May be used from any thread, like ids and phones.
    /// The server just said what time it is: from now on clock() is the server's where this computer's is far from it.
    void learnServerTime(const QDateTime& serverTime) const;
    [[nodiscard]] Ids& ids() const;
    [[nodiscard]] Random& random() const;
    [[nodiscard]] const PhoneNumbers& phones() const;

    /// Asks the keychain, which may take seconds: never in the GUI thread. For the calling thread only.
    Result<std::unique_ptr<SecretStore>> openSecrets() const;
    /// Opens the store, creating it where there is none yet; blocks on keychain and disk: never in the GUI thread. The
    /// connection is for the calling thread only. Errors: KeyTrouble, StorageTrouble, NewerVersion; none of them ever
    /// leads to a new, empty store.
    Result<OpenedStore> openStore() const;

    /// From now on nobody opens the store: whoever tries to next, desktop or agent, first removes its files and secrets
    /// for good. The agent ends as soon as it looks.
    Result<void> askToWipe() const;
    [[nodiscard]] bool isWipeAsked() const;

private:
    struct Parts;
    Result<void> wipe(SecretStore& secrets) const;
    Profile(ProfileOptions options, std::unique_ptr<Parts> parts);

    ProfileOptions m_options;
    std::unique_ptr<Parts> m_parts;
};

} // namespace handrail::composition
