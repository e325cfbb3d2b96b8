// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/backoff.h"

#include <QtEndian>
#include <algorithm>

namespace handrail::sync {

namespace {

constexpr qint64 firstMs = 1000;
constexpr qint64 longestMs = 5LL * 60 * 1000;

} // namespace

qint64 backOffMs(int failuresInARow, Random& random)
{
    const int doublings = std::clamp(failuresInARow - 1, 0, 16);
    const qint64 whole = std::min(longestMs, 2 * firstMs << doublings);
    const auto part = qFromLittleEndian<quint32>(random.bytes(4).constData());
    return whole / 2 + whole / 2 * part / (qint64(1) << 32);
}

} // namespace handrail::sync
