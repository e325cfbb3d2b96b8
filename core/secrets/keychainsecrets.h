// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/secretstore.h"

#include <functional>

namespace QKeychain {
class Job;
}

namespace handrail {

/// The system's keychain: libsecret or KWallet, the macOS keychain, the Windows credential store.
///
/// Each call blocks until the keychain answers, at most `timeoutMs`: a keychain may wait for a person, and an
/// unconfigured KWallet never answers. Not for a GUI thread. May be used from any thread, and from several.
class KeychainSecrets : public SecretStore
{
public:
    /// `profile` keeps the secrets of several profiles of one person apart; empty for the usual one.
    explicit KeychainSecrets(QString profile = {}, int timeoutMs = 10000);

    Result<std::optional<QByteArray>> read(const QString& name) override;
    Result<void> write(const QString& name, const QByteArray& secret) override;
    Result<void> remove(const QString& name) override;

private:
    struct Answer;
    [[nodiscard]] QString keyOf(const QString& name) const;
    /// Runs the job that `make` makes on the keychain's thread and waits for it.
    Answer ask(const std::function<QKeychain::Job*()>& make) const;

    QString m_profile;
    int m_timeoutMs;
};

} // namespace handrail
