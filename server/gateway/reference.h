// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/id.h"

#include <optional>
#include <utility>

namespace handrail::server {

/// What a text carries to the carrier and back, to be found again: "<agency's id>.<message's id>". It may stand in
/// addresses and logs: it names nobody.
inline QString referenceOf(const AgencyId& agency, const MessageId& message)
{
    return agency.toString() + QLatin1Char('.') + message.toString();
}

inline std::optional<std::pair<AgencyId, MessageId>> readReference(const QString& reference)
{
    if (reference.size() != 73 || reference[36] != QLatin1Char('.'))
        return std::nullopt;
    const auto agency = AgencyId::fromString(QStringView(reference).left(36));
    const auto message = MessageId::fromString(QStringView(reference).mid(37));
    if (!agency || !message)
        return std::nullopt;
    return std::pair(*agency, *message);
}

} // namespace handrail::server
