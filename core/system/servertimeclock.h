// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"

#include <QString>

namespace handrail {

/// The machine's clock, put right by the server's where the two are far apart (docs/decisions/0260): what is done at a desk
/// whose clock is a day or a year wrong is dated, and asked about, at the right time. How far they are apart stands in a
/// small file, so that desktop and agent share what the agent learns; a missing file means not at all. Monotonic time is
/// the machine's. May be used from any thread; `machine` must outlive it.
class ServerTimeClock : public Clock
{
public:
    ServerTimeClock(const Clock& machine, QString path);
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] qint64 monotonicMs() const override;

    /// The server said that it is `serverTime` just now. Less than two minutes are the line's, and are no difference.
    /// False where it had to be kept and could not.
    [[nodiscard]] bool learn(const QDateTime& serverTime) const;

    static constexpr qint64 toleranceSeconds = 120;

private:
    [[nodiscard]] qint64 aheadSeconds() const;

    const Clock& m_machine;
    QString m_path;
};

} // namespace handrail
