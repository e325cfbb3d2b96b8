// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/pushsight.h"

#include "server/store/sight.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

/// Fields that name another record, and its kind.
constexpr std::pair<QLatin1String, QLatin1String> names[] = {
    {"merged_into"_L1, "client"_L1}, {"other_id"_L1, "client"_L1},   {"share_id"_L1, "share"_L1},
    {"consent_id"_L1, "consent"_L1}, {"referral_id"_L1, "referral"_L1}, {"message_id"_L1, "message"_L1},
    {"reply_id"_L1, "reply"_L1},     {"reverts_id"_L1, "activity"_L1}};

QJsonObject whole(const std::optional<QJsonObject>& current, const QJsonObject& fields)
{
    QJsonObject all = current.value_or(QJsonObject());
    for (auto it = fields.begin(); it != fields.end(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

Error notYours()
{
    return {ErrorCode::NotAllowed,
            QCoreApplication::translate("Server", "This client is not one of yours, or not any more, so the change was not "
                                                  "taken. Ask your supervisor to assign the client to you.")};
}

Error lacksParent()
{
    return {ErrorCode::NotAllowed,
            QCoreApplication::translate("Server", "What this entry belongs to is not at the server, so it was not taken.")};
}

} // namespace

QList<std::pair<QString, QUuid>> namedBy(const Change& change)
{
    QList<std::pair<QString, QUuid>> named;
    for (const auto& [field, entity] : names)
        if (const QUuid id = QUuid::fromString(change.fields[field].toString()); !id.isNull())
            named.append({entity, id});
    for (const QJsonValue& id : change.fields[u"referral_ids"].toArray())
        named.append({u"referral"_s, QUuid::fromString(id.toString())});
    return named;
}

Result<void> PushSight::allows(const Change& change, const std::optional<QJsonObject>& current)
{
    const auto mayWriteTo = [&](const QJsonObject& fields) -> Result<void> {
        const auto owner = ownerIdOf(m_records, change.entity, change.key, fields);
        if (!owner)
            return owner.error();
        if (!*owner)
            return lacksParent();
        m_client = **owner == m_viewer.user.toString() ? QString() : **owner;
        const auto seen = seesOwner(**owner);
        if (!seen)
            return seen.error();
        return *seen ? Result<void>() : notYours();
    };
    if (current)
        if (auto may = mayWriteTo(*current); !may)
            return may;
    if (auto may = mayWriteTo(whole(current, change.fields)); !may)
        return may;
    const auto seen = seesAllNamed(change);
    if (!seen)
        return seen.error();
    return *seen ? Result<void>() : notYours();
}

Result<bool> PushSight::seesOwner(const QString& owner)
{
    if (owner.isEmpty() || owner == m_viewer.user.toString())
        return true;
    if (const auto known = m_owners.constFind(owner); known != m_owners.cend())
        return *known;
    const auto client = ClientId::fromString(owner);
    const auto seen =
        client && m_records.isWithoutCare(owner) ? Result<bool>(true)
        : client ? maySeeClient(m_records.database(), m_records.agency(), m_viewer, *client) : Result<bool>(false);
    if (seen)
        m_owners.insert(owner, *seen);
    return seen;
}

/// Of a record that is not here nothing can be told.
Result<bool> PushSight::seesRecord(const QString& entity, const QUuid& key)
{
    const QString name = entity + key.toString();
    if (const auto known = m_seen.constFind(name); known != m_seen.cend())
        return *known;
    const auto fields = m_records.find(entity, key);
    if (!fields)
        return fields.error();
    if (!*fields)
        return true;
    const auto owner = ownerIdOf(m_records, entity, key, **fields);
    if (!owner)
        return owner.error();
    const auto seen = *owner ? seesOwner(**owner) : Result<bool>(true);
    if (seen)
        m_seen.insert(name, *seen);
    return seen;
}

Result<bool> PushSight::seesAllNamed(const Change& change)
{
    for (const auto& [entity, id] : namedBy(change)) {
        const auto seen = seesRecord(entity, id);
        if (!seen || !*seen)
            return seen;
    }
    return true;
}

} // namespace handrail::server
