// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/passphrase.h"
#include "core/ports/secretstore.h"

#include <QMap>
#include <functional>

namespace handrail {

/// For a computer without a keychain: the secrets in a file, sealed under a random key, which is sealed under another
/// that Argon2id makes of the worker's passphrase. Neither key ever stands in a file by itself; whoever has the file
/// and not the passphrase has to guess it. docs/decisions/0280.
class Vault : public SecretStore
{
public:
    /// No shorter passphrase is taken.
    static constexpr int shortestPassphrase = 12;

    /// A new one in `path` where there is none, and its key. Errors: InvalidInput (too short a passphrase), Conflict
    /// (there is one), StorageTrouble.
    static Result<SecureBytes> make(const QString& path, const QString& passphrase, Random& random,
                                    const PassphraseCost& cost = {});
    /// The key of the vault in `path`. Unauthorized: another passphrase; KeyTrouble: damaged; NewerVersion.
    static Result<SecureBytes> unlock(const QString& path, const QString& passphrase);
    /// The key stays, so that who has it (the agent) goes on; what the old passphrase opened is gone from the file.
    /// Errors: Unauthorized (the old one is wrong), InvalidInput (the new one is too short), StorageTrouble.
    static Result<void> changePassphrase(const QString& path, const QString& before, const QString& after,
                                         Random& random, const PassphraseCost& cost = {});

    /// `key` as of make() or unlock(). `random` must outlive the object.
    Vault(QString path, SecureBytes key, Random& random);

    Result<std::optional<QByteArray>> read(const QString& name) override;
    /// In one step: after a crash the file has all of before or all of after.
    Result<void> write(const QString& name, const QByteArray& secret) override;
    Result<void> remove(const QString& name) override;

private:
    using Secrets = QMap<QString, QByteArray>;
    Result<Secrets> readAll() const;
    /// `change` applied to what is there, under a lock file: desktop and agent may write at the same moment.
    Result<void> change(const std::function<void(Secrets&)>& change);

    QString m_path;
    SecureBytes m_key;
    Random& m_random;
};

} // namespace handrail
