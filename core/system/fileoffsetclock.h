// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"

#include <QString>
#include <mutex>
#include <optional>

namespace handrail {

/// `base` moved by the seconds that stand in a small text file: several programs of a trial or a test share one clock
/// that a person or a test moves. The file is read on each question (its few bytes cost less than being sure that they
/// are the same); a missing file means no offset, an unreadable number keeps the last one. Monotonic time moves along
/// with the offset, so that a wait for tomorrow ends when tomorrow is set, but never goes back. May be used from any
/// thread; `base` must outlive it.
class FileOffsetClock : public Clock
{
public:
    FileOffsetClock(const Clock& base, QString path);
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;

    /// The largest offset taken from the file, either way: 100 years.
    static constexpr qint64 maxOffsetSeconds = 100LL * 366 * 24 * 3600;

private:
    qint64 offsetSeconds() const;

    const Clock& m_base;
    QString m_path;
    mutable std::mutex m_mutex;
    mutable qint64 m_offsetSeconds = 0;
    mutable qint64 m_lastOffsetSeconds = 0;
    mutable qint64 m_aheadSeconds = 0; ///< All steps forward since the start; a start in the past is none.
};

/// The seconds in the file, at most maxOffsetSeconds either way; nothing where it is missing or says no number.
std::optional<qint64> readClockOffset(const QString& path);
/// Writes `seconds` for every FileOffsetClock of `path` to see, replacing the file in one step. False where it can't be
/// written.
bool writeClockOffset(const QString& path, qint64 seconds);

} // namespace handrail
