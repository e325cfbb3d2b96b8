// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/secretstore.h"

#include <QMap>

namespace handrail::tests {

/// A keychain in memory that can be locked.
class MemorySecrets : public SecretStore
{
public:
    Result<std::optional<QByteArray>> read(const QString& name) override
    {
        const bool known = m_secrets.contains(name) && !locked;
        return known ? std::optional(m_secrets.value(name)) : std::nullopt;
    }
    Result<void> write(const QString& name, const QByteArray& secret) override
    {
        if (locked)
            return Error{ErrorCode::KeyTrouble, QStringLiteral("The keychain is locked.")};
        m_secrets.insert(name, secret);
        return {};
    }
    Result<void> remove(const QString& name) override
    {
        m_secrets.remove(name);
        return {};
    }

    bool locked = false;

private:
    QMap<QString, QByteArray> m_secrets;
};

} // namespace handrail::tests
