// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/notable.h"

#include "core/domain/access.h"
#include "server/audit/auditreader.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

/// The names of the fields that differ now.
QJsonObject changedNames(const Change& change, const QJsonObject& before)
{
    QJsonObject names;
    for (const QString& name : change.fields.keys())
        if (change.fields[name] != before[name])
            names.insert(name, u"changed"_s);
    return names;
}

} // namespace

Result<void> auditIfNotable(Records& records, const Change& change, const std::optional<QJsonObject>& before,
                            const Session& session, const Environment& environment)
{
    QString what;
    if (change.entity == "agency"_L1)
        what = audited::settingsChanged;
    else if (change.entity == "team"_L1)
        what = audited::teamChanged;
    else if (change.entity == "client"_L1 && before)
        what = audited::clientMoved;
    if (what.isEmpty())
        return {};
    QJsonObject names = changedNames(change, before.value_or(QJsonObject()));
    if (change.entity == "client"_L1)
        for (const QString& name : names.keys())
            if (name != "team_id"_L1 && name != "assigned_worker_id"_L1)
                names.remove(name);
    if (names.isEmpty())
        return {};
    return writeAudit(records.database(), records.agency(), environment,
                      {session.actor(), what, change.key.toString(QUuid::WithoutBraces), names});
}

void PushAudit::took(const Change& change, const QString& owner)
{
    if (owner.isEmpty())
        return;
    if (!m_known.contains(owner)) {
        m_known.insert(owner);
        m_clients.append(owner);
    }
    ++m_counts[change.entity];
    if (change.entity == "share"_L1)
        m_shares.append(change);
}

Result<void> PushAudit::write(Records& records, const Session& session, const Environment& environment) const
{
    const auto add = [&](const QString& what, const QString& about, const QJsonObject& details) {
        return writeAudit(records.database(), records.agency(), environment, {session.actor(), what, about, details});
    };
    for (const Change& share : m_shares) {
        QSet<QString> channels;
        for (const QJsonValue& address : share.fields[u"addresses"].toArray())
            channels.insert(address.toObject()[u"channel"].toString());
        QStringList named(channels.begin(), channels.end());
        named.sort();
        if (auto kept = add(audited::shared, share.fields[u"client_id"].toString(),
                            {{u"share"_s, share.key.toString(QUuid::WithoutBraces)},
                             {u"channels"_s, named.join(u", "_s)},
                             {u"referrals"_s, share.fields[u"referral_ids"].toArray().size()}});
            !kept)
            return kept;
    }
    if (m_clients.isEmpty())
        return {};
    QJsonObject details;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it)
        details.insert(it.key(), it.value());
    if (m_clients.size() == 1)
        return add(audited::recordsChanged, m_clients.first(), details);
    details.insert(clientsOfEntry, m_clients.join(u' '));
    return add(audited::recordsChanged, {}, details);
}

Result<void> auditAccess(Records& records, const Change& change, const Session& session, const Environment& environment)
{
    const auto access = readAccess(change.fields);
    if (!access)
        return access.error();
    // Sent again, as the answer to the first time was lost.
    const QString id = change.id.toString();
    const QString about = access->client ? access->client->toString() : change.key.toString(QUuid::WithoutBraces);
    auto before = records.database().query(
        u"SELECT 1 FROM audit WHERE agency_id = ? AND about = ? AND details LIKE ? LIMIT 1"_s,
        {bound(records.agency()), about, u"%\"id\":\"%1\"%"_s.arg(id)});
    if (!before)
        return before.error();
    if (before->next())
        return {};
    return writeAudit(records.database(), records.agency(), environment,
                      {session.actor(), nameOf(access->deed), about,
                       {{u"at_the_desk"_s, access->at.toString(Qt::ISODate)}, {u"id"_s, id}}});
}

} // namespace handrail::server
