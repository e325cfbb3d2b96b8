// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/wire.h"

#include <functional>
#include <vector>

namespace handrail::tests {

/// One message of the protocol: what it is written as, and how it is read and written again.
struct WireSample
{
    QString name; ///< Of its golden file in tests/data/wire.
    QJsonObject written;
    /// Reads, and writes what was read.
    std::function<Result<QJsonObject>(const QJsonObject&)> again;
};

/// Every message of core/protocol/wire.h, with values that exercise each field.
std::vector<WireSample> wireSamples();

} // namespace handrail::tests
