// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/uuid7.h"

#include <QByteArray>
#include <algorithm>

namespace handrail {

QUuid makeUuid7(qint64 unixMs, std::span<const std::byte, 10> random)
{
    std::array<std::byte, 16> bytes{};
    for (int i = 0; i < 6; ++i)
        bytes[size_t(i)] = std::byte(quint64(unixMs) >> (8 * (5 - i)));
    std::ranges::copy(random, bytes.begin() + 6);
    bytes[6] = (bytes[6] & std::byte{0x0f}) | std::byte{0x70};
    bytes[8] = (bytes[8] & std::byte{0x3f}) | std::byte{0x80};
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

} // namespace handrail
