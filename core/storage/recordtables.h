// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/change.h"
#include "core/domain/records/schema.h"
#include "core/storage/database.h"

#include <QSqlRecord>
#include <optional>

namespace handrail {

/// Reads and merges records by the schema: one table an entity (docs/decisions/0022).
class RecordTables
{
public:
    explicit RecordTables(Database& database);

    /// Merges `fields` by their stamp: last writer wins field by field; of an append-only record the earliest stamp
    /// stays. True where anything changed. Fields that the schema doesn't know are left out.
    Result<bool> apply(const records::Entity& entity, const QUuid& key, const QJsonObject& fields, const Stamp& stamp);
    /// Whether anything of that record is there.
    Result<bool> exists(const records::Entity& entity, const QUuid& key);
    /// The latest stamp of any of its fields; nothing where it isn't there.
    Result<std::optional<Stamp>> latestStamp(const records::Entity& entity, const QUuid& key);
    /// The fields of a record; nothing where it isn't there or not yet whole (a required field is missing).
    Result<std::optional<QJsonObject>> read(const records::Entity& entity, const QUuid& key);

    struct Row
    {
        QUuid key;
        QJsonObject fields;
    };
    /// Records of `SELECT <columns> FROM <entity> ` + `rest`, whole ones only.
    Result<QList<Row>> select(const records::Entity& entity, const QString& rest, const QVariantList& values);

private:
    Result<void> write(const records::Entity& entity, const QUuid& key, const QJsonObject& fields,
                       const QString& stamps, bool isNew);
    Database& m_database;
};

/// The entity of that name; it must be in the schema.
const records::Entity& entityNamed(const char* name);

/// "client"."given_name", ... of all fields, `alias` before each; `id` first.
QString columnList(const records::Entity& entity, const QString& alias = {});
/// A row whose columns from `first` on are a columnList(); nothing where a required field is missing.
std::optional<RecordTables::Row> rowFrom(const records::Entity& entity, const Statement& row, int first = 0);

} // namespace handrail
