// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/message.h"
#include "core/ports/carriers.h"
#include "core/ports/random.h"
#include "server/store/records.h"

/// How fast messages leave, and what makes a sender wait. A sender is an agency's number (texts) or address (email).
/// Its row is read and written under Records::lock(); docs/decisions/0102.
namespace handrail::server {

struct PaceSettings
{
    int textsPerSecond = 10; ///< Of all agencies' numbers together; each that has work gets the same part.
    int textsPerNumber = 10; ///< Of one number.
    int mailsPerSecond = 20; ///< Of all agencies together.
};

/// One sender's turn. Messages get slots, one every interval; those whose slot is near may leave now.
struct Pace
{
    QDateTime nextAt; ///< The first free slot.
    QDateTime busyUntil;
    QDateTime pausedUntil;
    int strikes = 0; ///< Pauses in a row; each is longer.
    QString trouble; ///< Why it is paused, as a sentence; empty where the carrier only asked for patience.
};

/// What a claim may hand out of one channel now.
class Turn
{
public:
    Turn(Pace pace, double intervalMs, const QDateTime& now);
    /// Whether a message may leave now. Follow-ups may where their slot comes within a second; urgent ones (initial
    /// messages: somebody waits on the phone) where it does within ten, so they pass any queue of follow-ups.
    [[nodiscard]] bool allows(bool urgent) const;
    /// One leaves: its slot is taken.
    void take();
    /// When it makes sense to ask again for a message that was not allowed.
    [[nodiscard]] QDateTime nextChance() const;
    [[nodiscard]] Pace pace() const;
    /// What keeps the sender from sending until an administrator acts; empty while all is well.
    [[nodiscard]] QString trouble() const { return m_pace.trouble; }

private:
    Pace m_pace;
    double m_intervalMs;
    QDateTime m_now;
    double m_slotMs; ///< After m_now.
};

Result<Pace> paceOf(RecordReader& reader, Channel channel);
Result<void> keepPace(Records& records, Channel channel, const Pace& pace);
/// The agency's turn now, with the part of the carrier's rate that is its own: as many senders share it as have had
/// something to send of late (ten seconds, or two of their intervals).
Result<Turn> turnOf(Records& records, Channel channel, const PaceSettings& settings, const QDateTime& now);

/// What a carrier's answer to a try means for the sender. One that was taken ends the pauses; one that asks for
/// patience, is out of reach, or needs an administrator begins one, or nothing where it is paused already. The pause
/// doubles with each one in a row, up to an hour, and has some random part, so that not all senders come back at once.
Result<void> paceAfter(Records& records, Channel channel, const SendOutcome& outcome, const QDateTime& now,
                       Random& random);

} // namespace handrail::server
