// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/secretstore.h"

#include <QMap>

namespace handrail::tests {

/// A keychain in memory, that can be locked (it then says that there is nothing, as a real one does) or broken.
class MemorySecretStore : public SecretStore
{
public:
    Result<std::optional<QByteArray>> read(const QString& name) override
    {
        if (broken)
            return Error{ErrorCode::KeyTrouble, QStringLiteral("The keychain can't be asked: nothing was changed.")};
        ++reads;
        return locked || !secrets.contains(name) ? std::optional<QByteArray>() : std::optional(secrets.value(name));
    }
    Result<void> write(const QString& name, const QByteArray& secret) override
    {
        if (broken || locked)
            return Error{ErrorCode::KeyTrouble, QStringLiteral("The keychain is locked.")};
        ++writes;
        if (!forgetful) // a copy of its own: the caller wipes what it gave
            secrets.insert(name, QByteArray(secret.constData(), secret.size()));
        return {};
    }
    Result<void> remove(const QString& name) override
    {
        secrets.remove(name);
        return {};
    }

    QMap<QString, QByteArray> secrets;
    bool locked = false;
    bool broken = false;
    bool forgetful = false; ///< Says yes to a write and keeps nothing.
    int reads = 0;
    int writes = 0;
};

} // namespace handrail::tests
