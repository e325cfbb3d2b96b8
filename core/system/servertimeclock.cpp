// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/servertimeclock.h"

#include "core/system/fileoffsetclock.h"

#include <QFile>
#include <cstdlib>

namespace handrail {

ServerTimeClock::ServerTimeClock(const Clock& machine, QString path)
    : m_machine(machine)
    , m_path(std::move(path))
{
}

QDateTime ServerTimeClock::now() const
{
    return m_machine.now().addSecs(aheadSeconds());
}

qint64 ServerTimeClock::monotonicMs() const
{
    return m_machine.monotonicMs();
}

bool ServerTimeClock::learn(const QDateTime& serverTime) const
{
    const qint64 found = m_machine.now().secsTo(serverTime);
    const qint64 wanted = std::abs(found) < toleranceSeconds ? 0 : found;
    if (std::abs(wanted - aheadSeconds()) < (wanted == 0 ? 1 : toleranceSeconds))
        return true;
    return wanted == 0 ? QFile::remove(m_path) : writeClockOffset(m_path, wanted);
}

qint64 ServerTimeClock::aheadSeconds() const
{
    return readClockOffset(m_path).value_or(0);
}

} // namespace handrail
