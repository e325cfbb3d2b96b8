// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/ports/random.h"

#include <QByteArray>

namespace handrail::server {

/// A key of 32 bytes out of the words of a key file, whatever their length.
QByteArray sealingKey(const QString& words);

/// `secret` as it is kept in the database: encrypted and bound to `owner` (XChaCha20-Poly1305) where there is a key,
/// else as it is. docs/decisions/0181.
QString seal(const QByteArray& secret, const QByteArray& key, const QByteArray& owner, Random& random);

/// The other way. KeyTrouble where it was sealed by a key that is not `key`, or for somebody else.
Result<QByteArray> unseal(const QString& kept, const QByteArray& key, const QByteArray& owner);

} // namespace handrail::server
