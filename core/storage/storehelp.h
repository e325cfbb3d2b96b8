// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/address.h"
#include "core/ports/stores.h"
#include "core/storage/recordtables.h"

namespace handrail {

/// Counting stops here: beyond it a list says «more than», and no key press waits for a million rows.
inline constexpr int countLimit = 10000;

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
