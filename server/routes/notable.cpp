// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/routes/notable.h"

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

} // namespace handrail::server
