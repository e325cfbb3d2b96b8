// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/access.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr std::array deeds = {Access::Deed::ClientOpened, Access::Deed::ClientsSearched, Access::Deed::ReportOpened,
                              Access::Deed::Printed, Access::Deed::Exported};

constexpr double latest = 253402300800000.0; // The year 10000.

} // namespace

QString nameOf(Access::Deed deed)
{
    switch (deed) {
    case Access::Deed::ClientOpened:
        return u"client_opened"_s;
    case Access::Deed::ClientsSearched:
        return u"clients_searched"_s;
    case Access::Deed::ReportOpened:
        return u"report_opened"_s;
    case Access::Deed::Printed:
        return u"printed"_s;
    case Access::Deed::Exported:
        return u"exported"_s;
    }
    Q_UNREACHABLE();
    return {};
}

Edit editOf(const Access& access, const QUuid& key)
{
    QJsonObject fields{{u"deed"_s, nameOf(access.deed)}, {u"at"_s, access.at.toMSecsSinceEpoch()}};
    if (access.client)
        fields.insert(u"client_id"_s, access.client->toString());
    return {accessEntity, key, fields};
}

Result<Access> readAccess(const QJsonObject& fields)
{
    const QString name = fields[u"deed"].toString();
    const auto deed = std::ranges::find_if(deeds, [&](Access::Deed one) { return nameOf(one) == name; });
    const double at = fields[u"at"].toDouble(-1);
    const QJsonValue client = fields[u"client_id"];
    const auto id = ClientId::fromString(client.toString());
    const bool isWhole = fields.size() == (client.isUndefined() ? 2 : 3);
    if (deed == deeds.end() || at < 0 || at > latest || !isWhole || (!client.isUndefined() && !id))
        return Error{ErrorCode::InvalidInput,
                     QCoreApplication::translate("Access", "A note of what was looked at can't be read.")};
    return Access{*deed, id, QDateTime::fromMSecsSinceEpoch(qint64(at), Qt::UTC)};
}

} // namespace handrail
