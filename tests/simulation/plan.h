// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/dice.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace handrail::sim {

/// What goes wrong, and what people do, each with a name: "net.reply.A1#37" is the 37th time that a reply to desk A1
/// could get lost. A seed decides which of them happen; a list of names in place of it, which of those still do.
class Plan
{
public:
    /// `only`: nothing but these happens.
    Plan(quint64 seed, std::optional<QSet<QByteArray>> only)
        : m_seed(seed)
        , m_only(std::move(only))
    {
    }
    /// Whether it happens this time, with chance `p`; the dice are for how.
    std::optional<Dice> fault(const QByteArray& site, double p)
    {
        const quint64 count = ++m_counts[site];
        Dice dice(m_seed, site, count);
        if (enumerates)
            return enumerated(site + '#' + QByteArray::number(count)) ? std::optional(dice) : std::nullopt;
        const bool rolled = dice.unit() < p * intensity * weightOf(site) && !quiet;
        if (!rolled)
            return std::nullopt;
        return happens(site + '#' + QByteArray::number(count)) ? std::optional(dice) : std::nullopt;
    }
    /// Whether this thing, which is planned, is to happen.
    bool happens(const QByteArray& item)
    {
        if (m_only && !enumerates && !m_only->contains(item))
            return false;
        m_happened.append(item);
        return true;
    }
    /// Numbers for what is no fault: how long a request takes, what a client makes of a text.
    Dice dice(const QByteArray& site) { return {m_seed, site, ++m_counts['~' + site]}; }

    [[nodiscard]] quint64 seed() const { return m_seed; }
    [[nodiscard]] const QList<QByteArray>& happened() const { return m_happened; }

    double intensity = 1;
    bool quiet = false; ///< Faults have stopped: everything must finish now.
    /// The exhaustive model (steps.h): chance has no say. What people do happens; of what could go wrong, only what is named.
    bool enumerates = false;
    /// All that could have gone wrong in such a run, in order.
    [[nodiscard]] const QList<QByteArray>& opportunities() const { return m_opportunities; }

private:
    bool enumerated(const QByteArray& name)
    {
        if (quiet)
            return false;
        m_opportunities.append(name);
        if (!m_only || !m_only->contains(name))
            return false;
        m_happened.append(name);
        return true;
    }
    /// Swarm testing (Groce and others 2012): each seed has kinds of trouble that it likes and others that it leaves
    /// out, since all at once hide each other. "net.A1.reply" and "net.A2.reply" are one kind.
    double weightOf(const QByteArray& site)
    {
        const QByteArray kind = site.left(site.indexOf('.')) + site.mid(site.lastIndexOf('.'));
        const auto known = m_weights.constFind(kind);
        if (known != m_weights.constEnd())
            return *known;
        constexpr double weights[] = {0.1, 0.5, 1, 1, 3, 8};
        return *m_weights.insert(kind, weights[Dice(m_seed, "swarm." + kind).below(6)]);
    }

    quint64 m_seed;
    QHash<QByteArray, double> m_weights;
    std::optional<QSet<QByteArray>> m_only;
    QHash<QByteArray, quint64> m_counts;
    QList<QByteArray> m_happened;
    QList<QByteArray> m_opportunities;
};

} // namespace handrail::sim
