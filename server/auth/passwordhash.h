// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

namespace handrail::server {

/// Argon2id by libsodium, t=2 m=19 MiB p=1 (OWASP's recommendation), about 40 ms.
Result<QString> hashPassword(const QString& password);
/// False for a wrong password and for a hash that is none.
bool passwordMatches(const QString& hash, const QString& password);
/// A hash that no password matches: checking against it costs what a real one costs.
const QString& hashOfNobody();

} // namespace handrail::server
