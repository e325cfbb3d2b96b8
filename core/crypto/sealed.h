// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/securebytes.h"
#include "core/ports/random.h"

#include <optional>

namespace handrail {

/// `secret` encrypted under a key of 32 bytes and bound to `context`, which stays readable (XChaCha20-Poly1305, a nonce
/// of its own in front).
QByteArray seal(const SecureBytes& secret, const SecureBytes& key, const QByteArray& context, Random& random);

/// The other way; nothing where it was sealed by another key or for another context, or a bit of it was changed.
std::optional<SecureBytes> unseal(const QByteArray& sealed, const SecureBytes& key, const QByteArray& context);

} // namespace handrail
