// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/systemclock.h"

#include <chrono>

namespace handrail {

QDateTime SystemClock::now() const
{
    return QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC);
}

qint64 SystemClock::monotonicMs() const
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace handrail
