// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QJsonObject>

namespace handrail::faults {

/// Everything that a replica has, by the schema: a JSON object a record, {"entity", "key", "fields"}, and one that says how
/// far it is: {"outgoing", "cursor", "refused": [...], "integrity"}. Reads the encrypted file with the key of a headless
/// profile; the agent may run.
Result<QList<QJsonObject>> dumpStore(const QString& storePath, const QString& credentials);

} // namespace handrail::faults
