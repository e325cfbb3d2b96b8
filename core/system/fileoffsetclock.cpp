// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/system/fileoffsetclock.h"

#include <QFile>
#include <QSaveFile>
#include <algorithm>

namespace handrail {

FileOffsetClock::FileOffsetClock(const Clock& base, QString path)
    : m_base(base)
    , m_path(std::move(path))
    , m_lastOffsetSeconds(offsetSeconds())
{
}

QDateTime FileOffsetClock::now() const
{
    const std::lock_guard lock(m_mutex);
    return m_base.now().addSecs(offsetSeconds());
}

qint64 FileOffsetClock::monotonicMs() const
{
    const std::lock_guard lock(m_mutex);
    const qint64 offset = offsetSeconds();
    m_aheadSeconds += std::max<qint64>(0, offset - m_lastOffsetSeconds);
    m_lastOffsetSeconds = offset;
    return m_base.monotonicMs() + m_aheadSeconds * 1000;
}

qint64 FileOffsetClock::offsetSeconds() const
{
    m_offsetSeconds = QFile::exists(m_path) ? readClockOffset(m_path).value_or(m_offsetSeconds) : 0;
    return m_offsetSeconds;
}

std::optional<qint64> readClockOffset(const QString& path)
{
    constexpr int mostDigits = 32;
    QFile file(path);
    bool ok = false;
    const qint64 seconds = file.open(QIODevice::ReadOnly) ? file.read(mostDigits).trimmed().toLongLong(&ok) : 0;
    constexpr qint64 most = FileOffsetClock::maxOffsetSeconds;
    return ok ? std::optional(std::clamp(seconds, -most, most)) : std::nullopt;
}

bool writeClockOffset(const QString& path, qint64 seconds)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(seconds) + '\n') > 0 && file.commit();
}

} // namespace handrail
