// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>
#include <array>
#include <span>

namespace handrail {

/// A UUIDv7 (RFC 9562 section 5.7) of a Unix time in milliseconds and 10 random bytes.
QUuid makeUuid7(qint64 unixMs, std::span<const std::byte, 10> random);

} // namespace handrail
