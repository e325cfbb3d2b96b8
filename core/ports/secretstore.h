// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <optional>

namespace handrail {

/// The system's keychain. There is no fallback in clear text.
class SecretStore
{
public:
    virtual ~SecretStore() = default;
    /// The secret of that name; nothing where the keychain says that there is none - which a locked one says too, so
    /// nothing never proves that there was none. An error where the keychain can't be asked.
    virtual Result<std::optional<QByteArray>> read(const QString& name) = 0;
    virtual Result<void> write(const QString& name, const QByteArray& secret) = 0;
    virtual Result<void> remove(const QString& name) = 0;
};

} // namespace handrail
