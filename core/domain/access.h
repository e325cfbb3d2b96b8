// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"
#include "core/domain/records/change.h"
#include "core/domain/result.h"

#include <QDateTime>
#include <optional>

namespace handrail {

/// What somebody looked at, or took along, at a desk: on its way to the server's audit (docs/decisions/0291). It travels
/// as a change of the entity `access`, which is no record: nothing keeps it but the audit, and no device gets it.
struct Access
{
    enum class Deed { ClientOpened, ClientsSearched, ReportOpened, Printed, Exported };
    Deed deed = Deed::ClientOpened;
    std::optional<ClientId> client; ///< None where it is about many.
    QDateTime at;                   ///< UTC, by the desk's clock.
    friend bool operator==(const Access&, const Access&) = default;
};

inline constexpr QLatin1String accessEntity("access");

/// "client_opened" ...: also the audit's word.
QString nameOf(Access::Deed deed);

Edit editOf(const Access& access, const QUuid& key);

/// InvalidInput for anything but what editOf() makes.
Result<Access> readAccess(const QJsonObject& fields);

} // namespace handrail
