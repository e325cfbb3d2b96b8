// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/pace.h"

#include "core/domain/records/codec.h"

#include <QLoggingCategory>
#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcPace, "handrail.gateway.pace")

constexpr double followUpsAheadMs = 1000;
constexpr double urgentAheadMs = 10'000;
constexpr qint64 busyMs = 10'000;
constexpr int longestPauseSeconds = 3600;

QDateTime at(const QVariant& value)
{
    const qint64 ms = value.toLongLong();
    return ms > 0 ? QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC) : QDateTime();
}

qint64 msOf(const QDateTime& at)
{
    return at.isValid() ? at.toMSecsSinceEpoch() : 0;
}

/// How many senders share the carrier: those with work, and the asker.
Result<int> sharers(RecordReader& reader, Channel channel, const QDateTime& now)
{
    auto row = reader.database().query(
        u"SELECT COUNT(*) FROM sender_pace WHERE channel = ? AND busy_until > ? AND agency_id <> ?"_s,
        {records::nameOf(channel), bound(now), bound(reader.agency())});
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toInt() + 1 : 1;
}

/// From `seconds` to a quarter more.
int withJitter(int seconds, Random& random)
{
    const int spread = qMax(1, seconds / 4);
    const auto byte = uchar(random.bytes(1).front());
    return seconds + spread * int(byte) / 256;
}

} // namespace

Turn::Turn(Pace pace, double intervalMs, const QDateTime& now)
    : m_pace(std::move(pace))
    , m_intervalMs(intervalMs)
    , m_now(now)
    , m_slotMs(m_pace.nextAt.isValid() ? std::max(0.0, double(now.msecsTo(m_pace.nextAt))) : 0.0)
{
}

bool Turn::allows(bool urgent) const
{
    if (m_pace.pausedUntil.isValid() && m_pace.pausedUntil > m_now)
        return false;
    return m_slotMs < (urgent ? urgentAheadMs : followUpsAheadMs);
}

void Turn::take()
{
    m_slotMs += m_intervalMs;
    m_pace.busyUntil = m_now.addMSecs(std::max<qint64>(busyMs, std::llround(2 * m_intervalMs)));
}

QDateTime Turn::nextChance() const
{
    const QDateTime free = m_now.addMSecs(std::max<qint64>(1, std::llround(m_slotMs - followUpsAheadMs)));
    return m_pace.pausedUntil.isValid() ? std::max(free, m_pace.pausedUntil) : free;
}

Pace Turn::pace() const
{
    Pace pace = m_pace;
    pace.nextAt = m_now.addMSecs(std::llround(m_slotMs));
    return pace;
}

Result<Pace> paceOf(RecordReader& reader, Channel channel)
{
    auto row = reader.database().query(u"SELECT next_at, busy_until, paused_until, strikes, trouble FROM sender_pace"
                                       " WHERE agency_id = ? AND channel = ?"_s,
                                       {bound(reader.agency()), records::nameOf(channel)});
    if (!row)
        return row.error();
    if (!row->next())
        return Pace{};
    return Pace{at(row->value(0)), at(row->value(1)), at(row->value(2)), row->value(3).toInt(),
                row->value(4).toString()};
}

Result<void> keepPace(Records& records, Channel channel, const Pace& pace)
{
    auto kept = records.database().query(
        u"INSERT INTO sender_pace (agency_id, channel, next_at, busy_until, paused_until, strikes, trouble)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (agency_id, channel) DO UPDATE SET next_at = excluded.next_at,"
        " busy_until = excluded.busy_until, paused_until = excluded.paused_until, strikes = excluded.strikes,"
        " trouble = excluded.trouble"_s,
        {bound(records.agency()), records::nameOf(channel), msOf(pace.nextAt), msOf(pace.busyUntil),
         msOf(pace.pausedUntil), pace.strikes, pace.trouble.isNull() ? u""_s : pace.trouble});
    return kept ? Result<void>() : kept.error();
}

Result<Turn> turnOf(Records& records, Channel channel, const PaceSettings& settings, const QDateTime& now)
{
    const auto pace = paceOf(records, channel);
    if (!pace)
        return pace.error();
    const auto senders = sharers(records, channel, now);
    if (!senders)
        return senders.error();
    const bool text = channel == Channel::Text;
    const double part = double(text ? settings.textsPerSecond : settings.mailsPerSecond) / *senders;
    const double rate = text ? std::min(part, double(settings.textsPerNumber)) : part;
    return Turn(*pace, 1000.0 / std::max(rate, 0.001), now);
}

Result<void> paceAfter(Records& records, Channel channel, const SendOutcome& outcome, const QDateTime& now,
                       Random& random)
{
    const bool good = outcome.kind == SendOutcome::Kind::Sent;
    const bool waits = outcome.kind == SendOutcome::Kind::TryLater && (outcome.slowDown || outcome.administrator);
    if (!good && !waits && !outcome.administrator)
        return {};
    auto pace = paceOf(records, channel);
    if (!pace)
        return pace.error();
    if (good) {
        if (pace->strikes == 0)
            return {};
        pace->strikes = 0;
        pace->trouble.clear();
        return keepPace(records, channel, *pace);
    }
    if (pace->pausedUntil.isValid() && pace->pausedUntil > now)
        return {};
    const int shortest = std::clamp(outcome.retryAfterSeconds, 1, longestPauseSeconds);
    const int seconds = std::min(longestPauseSeconds, shortest << std::min(pace->strikes, 6));
    pace->pausedUntil = now.addSecs(withJitter(seconds, random));
    pace->strikes += 1;
    pace->trouble = outcome.administrator ? outcome.reason : QString();
    qCWarning(lcPace, "a sender of %s waits %lld s (the carrier's code %d)", qUtf8Printable(records::nameOf(channel)),
              now.secsTo(pace->pausedUntil), outcome.carrierCode);
    return keepPace(records, channel, *pace);
}

} // namespace handrail::server
