// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/schema.h"

#include <QJsonValue>
#include <QVariant>

namespace handrail::records {

/// A field's JSON value as its database column has it (FieldType says which type that is); both stores bind and read
/// so. Null and undefined become NULL; an empty text stays an empty text.
QVariant toColumn(const Field& field, const QJsonValue& value);

/// The way back. NULL becomes null.
QJsonValue fromColumn(const Field& field, const QVariant& value);

} // namespace handrail::records
