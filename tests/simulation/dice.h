// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace handrail::sim {

/// Numbers that follow from a seed, a name and a count alone, so that taking one thing out of a run leaves the others
/// as they were: what shrinking stands on.
class Dice
{
public:
    Dice(quint64 seed, const QByteArray& name, quint64 count = 0)
        : m_state(seed * 0x9e3779b97f4a7c15ULL ^ count * 0xd1342543de82ef95ULL)
    {
        for (const char c : name)
            m_state = (m_state ^ quint64(uchar(c))) * 0x100000001b3ULL;
        next();
    }
    /// splitmix64 (Steele, Lea, Flood 2014).
    quint64 next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    double unit() { return double(next() >> 11) / double(1ULL << 53); }
    bool chance(double p) { return unit() < p; }
    qint64 below(qint64 bound) { return qint64(next() % quint64(bound)); }
    qint64 between(qint64 least, qint64 most) { return least + below(most - least + 1); }
    template <typename T>
    const T& pick(const QList<T>& list)
    {
        return list[below(list.size())];
    }

private:
    quint64 m_state;
};

inline constexpr qint64 second = 1000;
inline constexpr qint64 minute = 60 * second;
inline constexpr qint64 hour = 60 * minute;
inline constexpr qint64 day = 24 * hour;

} // namespace handrail::sim
