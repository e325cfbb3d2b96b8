// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/securebytes.h"
#include "core/domain/result.h"
#include "core/ports/random.h"

#include <QString>

namespace handrail {

/// How much work one guess costs (Argon2id, RFC 9106). Kept beside what it protects, so that it can be raised later.
struct PassphraseCost
{
    unsigned long long passes = 3;
    size_t memoryBytes = 256ULL * 1024 * 1024;
    friend bool operator==(const PassphraseCost&, const PassphraseCost&) = default;
};

inline constexpr int saltBytes = 16;
inline constexpr int keyBytes = 32;

/// 32 bytes out of what a person typed, by Argon2id; two ways to type the same letters (NFC, NFD) are one. `salt`:
/// saltBytes. Internal where there is not the memory for it. Takes most of a second at the usual cost: not for a GUI
/// thread.
Result<SecureBytes> keyFromPassphrase(const QString& passphrase, const QByteArray& salt, const PassphraseCost& cost);

/// What checks a password later without knowing it: Argon2id with its own salt, as text. For what lies in the encrypted
/// store already, so a guess costs less than at a passphrase: 19 MiB, two passes, as at the server.
Result<QString> passwordVerifier(const QString& password);
/// Whether `password` is the one that `verifier` was made of; false for what is no verifier.
bool fitsVerifier(const QString& verifier, const QString& password);

} // namespace handrail
