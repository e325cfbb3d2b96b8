// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/mergedrecords.h"

#include "core/domain/records/schema.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

void MergedRecords::merge(const Change& change)
{
    const std::pair id(change.entity, change.key);
    const records::Entity* entity = records::findEntity(change.entity);
    if (entity != nullptr && entity->appendOnly && m_records.contains(id))
        return;
    Record& record = m_records[id];
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
        const auto known = record.constFind(it.key());
        const auto current = known == record.constEnd() ? std::nullopt : std::optional(known->stamp);
        if (replaces(change.stamp, current))
            record[it.key()] = {it.value(), change.stamp};
    }
}

void MergedRecords::keepOnly(const QSet<QUuid>& keys)
{
    m_records.removeIf([&](const QMap<std::pair<QString, QUuid>, Record>::iterator& record) { return !keys.contains(record.key().second); });
}

QList<Change> MergedRecords::stateOf(const QString& entity, const QUuid& key) const
{
    QMap<QString, Change> byStamp;
    const Record record = m_records.value({entity, key});
    for (auto it = record.begin(); it != record.end(); ++it) {
        const auto change = byStamp.find(it->stamp.toString());
        if (change == byStamp.end())
            byStamp.insert(it->stamp.toString(), {ChangeId(key), entity, key, it->stamp, {{it.key(), it->value}}});
        else
            change->fields.insert(it.key(), it->value);
    }
    return byStamp.values();
}

bool MergedRecords::contains(const QString& entity, const QUuid& key) const
{
    return m_records.contains({entity, key});
}

QJsonObject MergedRecords::fields(const QString& entity, const QUuid& key) const
{
    QJsonObject object;
    const Record record = m_records.value({entity, key});
    for (auto it = record.begin(); it != record.end(); ++it)
        object.insert(it.key(), it->value);
    return object;
}

QList<QUuid> MergedRecords::keys(const QString& entity) const
{
    QList<QUuid> all;
    for (auto it = m_records.begin(); it != m_records.end(); ++it)
        if (it.key().first == entity)
            all.append(it.key().second);
    return all;
}

QString MergedRecords::dump() const
{
    QString text;
    for (auto it = m_records.begin(); it != m_records.end(); ++it)
        text +=
            it.key().first + u' ' + it.key().second.toString() + u' ' +
            QString::fromUtf8(QJsonDocument(fields(it.key().first, it.key().second)).toJson(QJsonDocument::Compact)) +
            u'\n';
    return text;
}

} // namespace handrail::tests
