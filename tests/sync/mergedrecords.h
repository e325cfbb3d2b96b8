// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/change.h"

#include <QMap>
#include <QSet>

namespace handrail::tests {

/// Records merged by the rules of the sync, kept as simply as can be: the model that devices and server of the fake
/// world share, and that the real stores are measured by.
class MergedRecords
{
public:
    /// Last writer wins, field by field; an append-only record keeps its first change.
    void merge(const Change& change);
    /// All others are gone.
    void keepOnly(const QSet<QUuid>& keys);
    /// The record as one change for each stamp that it has.
    [[nodiscard]] QList<Change> stateOf(const QString& entity, const QUuid& key) const;
    [[nodiscard]] bool contains(const QString& entity, const QUuid& key) const;
    [[nodiscard]] QJsonObject fields(const QString& entity, const QUuid& key) const;
    [[nodiscard]] QList<QUuid> keys(const QString& entity) const;
    /// All of it as text, for comparing replicas.
    [[nodiscard]] QString dump() const;

private:
    struct Value
    {
        QJsonValue value;
        Stamp stamp;
    };
    using Record = QMap<QString, Value>;
    QMap<std::pair<QString, QUuid>, Record> m_records;
};

} // namespace handrail::tests
