// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/visibility.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

bool maySee(const Viewer& viewer, const Care& care)
{
    if (viewer.role == Role::Administrator || viewer.role == Role::Agent)
        return true;
    if (!care.worker && !care.team)
        return true;
    if (care.worker == viewer.user)
        return true;
    if (!viewer.team)
        return false;
    if (viewer.role == Role::Supervisor)
        return care.team == viewer.team || (care.worker && care.workersTeam == viewer.team);
    return !care.worker && care.team == viewer.team;
}

RecordOwner ownerOf(QStringView entity, const QUuid& key, const QJsonObject& fields)
{
    using Kind = RecordOwner::Kind;
    static const QSet<QString> everybodys = {u"agency"_s, u"team"_s, u"user"_s, u"resource_site"_s, u"opt_out"_s};
    const auto id = [&](QLatin1String field) { return QUuid::fromString(fields[field].toString()); };
    if (everybodys.contains(entity.toString()))
        return {};
    if (entity == "client"_L1)
        return {Kind::Client, key};
    if (entity == "favourite"_L1 || entity == "saved_filter"_L1)
        return {Kind::User, id("user_id"_L1)};
    if (entity == "consent_withdrawal"_L1)
        return {Kind::Share, id("share_id"_L1)};
    const QUuid client = id("client_id"_L1);
    if (client.isNull() && entity == "reply"_L1)
        return {};
    if (client.isNull() && entity == "reply_reading"_L1)
        return {Kind::Reply, id("reply_id"_L1)};
    return {Kind::Client, client};
}

} // namespace handrail
