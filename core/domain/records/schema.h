// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QJsonObject>
#include <QLatin1String>
#include <QStringList>
#include <vector>

namespace handrail::records {

/// The one description of what is stored and synced. Local store, server store, sync and validation all follow it: a
/// table has the entity's name, a primary key column `id` and one column per field of the same name.
enum class FieldType {
    Text,    ///< JSON string, TEXT
    Uuid,    ///< JSON string of 36 characters, TEXT
    Integer, ///< JSON number, BIGINT
    Real,    ///< JSON number, DOUBLE PRECISION
    Boolean, ///< JSON true/false, SMALLINT 0/1
    Instant, ///< JSON number, milliseconds since 1970 UTC, BIGINT
    Json,    ///< JSON array or object, TEXT
};

/// Who may set it through sync.
enum class Writer {
    Device,
    Administrator, ///< An administrator's device, or the server.
    ServerOnly,
};

struct Field
{
    QLatin1String name;
    FieldType type = FieldType::Text;
    bool required = false; ///< Must be there, and not null, when the record is first made.
    int maxLength = 2000;  ///< Characters of Text, or of the compact form of Json.
    QStringList allowed;   ///< Text only: the allowed values; empty: any.
    Writer writer = Writer::Device;
};

struct Entity
{
    QLatin1String name;
    bool appendOnly = false; ///< A second change of the same key is ignored (after the first one won).
    Writer writer = Writer::Device;
    std::vector<Field> fields;

    [[nodiscard]] const Field* field(QStringView fieldName) const;
};

/// All entities, parents before children.
const std::vector<Entity>& schema();
const Entity* findEntity(QStringView name);

/// Raised whenever a field or entity is added. Peers say theirs; see core/protocol/version.h.
inline constexpr int schemaVersion = 2;

/// Checks `fields` of a change against the schema: known entity, known fields, types, lengths, allowed values; with
/// `isNew` also that required ones are there. The sentence names entity and field, never a value.
Result<void> validate(QStringView entity, const QJsonObject& fields, bool isNew);

} // namespace handrail::records
