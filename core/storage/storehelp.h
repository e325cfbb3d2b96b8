// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/address.h"
#include "core/domain/resourcesite.h"
#include "core/ports/stores.h"
#include "core/storage/conditions.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// Counting stops here: beyond it a list says «more than», and no key press waits for a million rows.
inline constexpr int countLimit = 10000;
/// And here where words are searched for: whoever sees a thousand hits types another letter, and does not scroll.
inline constexpr int searchLimit = 1000;

/// Whole records as values; the first one that can't be right is the answer's error.
template <typename T>
Result<QList<T>> readAll(const Result<QList<RecordTables::Row>>& rows,
                         Result<T> (*read)(const QUuid& key, const QJsonObject& fields))
{
    if (!rows)
        return rows.error();
    QList<T> values;
    for (const RecordTables::Row& row : *rows) {
        auto value = read(row.key, row.fields);
        if (!value)
            return value.error();
        values.append(std::move(*value));
    }
    return values;
}

template <typename T>
Result<std::optional<T>> firstOf(Result<QList<T>> values)
{
    if (!values)
        return values.error();
    return values->isEmpty() ? std::optional<T>() : std::optional<T>(values->first());
}

/// A client's name in the two columns from `first` on.
inline QString personName(const Statement& row, int first)
{
    return QString(row.text(first) + u' ' + row.text(first + 1)).trimmed();
}

/// ResourceSite::displayName() of the service's and the organisation's name in the two columns from `first` on; empty
/// where there is no such site.
inline QString siteName(const Statement& row, int first)
{
    if (row.value(first).isNull())
        return {};
    ResourceSite site{.id = ResourceSiteId(QUuid())};
    site.serviceName = row.text(first);
    site.organizationName = row.text(first + 1);
    return site.displayName();
}

/// The rows of a question whose first columns are a record of `entity`; records that are here in part only are left out.
/// `read`: Result<Row>(const RecordTables::Row&, const Statement&).
template <typename Row, typename Read>
Result<QList<Row>> readJoined(Statement& query, const records::Entity& entity, Read read)
{
    QList<Row> rows;
    while (query.next()) {
        const auto record = rowFrom(entity, query);
        if (!record)
            continue;
        Result<Row> row = read(*record, query);
        if (!row)
            return row.error();
        rows.append(std::move(row).value());
    }
    HANDRAIL_TRY(query.readToEnd());
    return rows;
}

/// How many rows of `from` ("message m") fit the conditions, at most countLimit.
inline Result<int> countRows(Database& database, const QString& from, const Conditions& conditions)
{
    Statement query = database.statement(
        QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM %1%2 LIMIT ?)").arg(from, conditions.sql()));
    conditions.bindTo(query);
    HANDRAIL_TRY(query.bind(countLimit).run());
    const int counted = query.next() ? int(query.integer(0)) : 0;
    HANDRAIL_TRY(query.readToEnd());
    return counted;
}

/// A page within bounds: nobody asks for a million rows at once.
inline Page bounded(Page page)
{
    return {std::max(0, page.offset), std::clamp(page.limit, 0, 1000)};
}

inline QDateTime instantFrom(const QVariant& column)
{
    return column.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}

} // namespace handrail
