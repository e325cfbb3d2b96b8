// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"
#include "core/net/servertrust.h"
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
    QString authorityFile; ///< --authority: trust this certificate authority alone; kept in the profile from then on.
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

    /// Whose word counts when a server says who it is.
    [[nodiscard]] const ServerTrust& trust() const;

    /// Asks the keychain, which may take seconds: never in the GUI thread. For the calling thread only.
    Result<std::unique_ptr<SecretStore>> openSecrets() const;
    /// Opens the store, creating it where there is none yet; blocks on keychain and disk: never in the GUI thread. The
    /// connection is for the calling thread only. Errors: KeyTrouble, StorageTrouble, NewerVersion; none of them ever
    /// leads to a new, empty store.
    Result<OpenedStore> openStore() const;

    /// Where the computer has no keychain: the worker's passphrase instead (core/secrets/vault.h).
    enum class Passphrase {
        None,     ///< The keychain has the key, or will.
        MayBeSet, ///< There is no store yet, so that a passphrase may be chosen.
        Wanted,   ///< The key is sealed under one, and it was not typed since this program began.
        Typed,
    };
    [[nodiscard]] Passphrase passphrase() const;
    /// Chooses one (MayBeSet), or opens with the one that was chosen (Wanted); see Vault::make, Vault::unlock. Takes most
    /// of a second, like the next two: never in the GUI thread.
    Result<void> choosePassphrase(const QString& passphrase) const;
    Result<void> typePassphrase(const QString& passphrase) const;
    Result<void> changePassphrase(const QString& before, const QString& after) const;
    /// What the passphrase opened, as hex, for the agent of this profile; empty where there is nothing to hand on.
    [[nodiscard]] QByteArray handOver() const;
    /// From the desktop's handOver(), in the agent. False where it does not open this profile's vault.
    bool takeOver(const QByteArray& key) const;

    /// The store gets a new key as soon as nobody has it open: whoever opens it next does that first, desktop or agent.
    Result<void> askForNewKey() const;
    [[nodiscard]] bool isNewKeyAsked() const;

    /// From now on nobody opens the store: whoever tries to next, desktop or agent, first removes its files and secrets
    /// for good. The agent ends as soon as it looks.
    Result<void> askToWipe() const;
    [[nodiscard]] bool isWipeAsked() const;
    /// Whether there is a store's file at all.
    [[nodiscard]] bool hasStore() const;
    /// openStore() begins with it; without a keychain that answers it fails (where a passphrase is used none is needed).
    Result<void> wipeIfAsked() const;

private:
    struct Parts;
    /// `secrets`: null where they go with a file.
    Result<void> wipe(SecretStore* secrets) const;
    void renewKeyIfAsked(SecretStore& secrets) const;
    [[nodiscard]] QString pathOf(const QString& name) const;
    Profile(ProfileOptions options, std::unique_ptr<Parts> parts);

    ProfileOptions m_options;
    std::unique_ptr<Parts> m_parts;
};

} // namespace handrail::composition
