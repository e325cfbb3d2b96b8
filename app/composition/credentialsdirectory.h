// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/secretstore.h"

namespace handrail::composition {

/// Secrets as files of a directory, for a headless host without a keychain: the way systemd hands credentials to a
/// service (LoadCredential=, ImportCredential=; systemd.exec(5)). Only on hosts where nobody sits; a desk has a
/// keychain. The directory must be readable by its owner alone, or nothing is read from it and nothing written to it.
class CredentialsDirectory : public SecretStore
{
public:
    explicit CredentialsDirectory(QString directory);
    Result<std::optional<QByteArray>> read(const QString& name) override;
    /// Replaces the file in one step, mode 0600. KeyTrouble where the directory is read-only, as systemd's is.
    Result<void> write(const QString& name, const QByteArray& secret) override;
    Result<void> remove(const QString& name) override;

private:
    [[nodiscard]] Result<void> check() const;
    [[nodiscard]] QString pathOf(const QString& name) const;

    QString m_directory;
};

} // namespace handrail::composition
