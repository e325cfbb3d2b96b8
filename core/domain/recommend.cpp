// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/shareplan.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <algorithm>
#include <tuple>

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AddressSuggestion)
};

struct Candidate
{
    const ContactPoint* point = nullptr;
    const OptOut* optOut = nullptr; ///< Null: usable.
    const Bounce* bounce = nullptr; ///< Null: takes mail.
    bool landline = false;
    bool answeredLast = false;

    /// Smaller comes first.
    [[nodiscard]] auto rank() const
    {
        return std::tuple(landline, optOut != nullptr || bounce != nullptr, !answeredLast, !point->primary);
    }
};

const OptOut* standingOptOut(const Address& address, const QList<OptOut>& optOuts)
{
    const auto found = std::find_if(optOuts.begin(), optOuts.end(), [&](const OptOut& entry) {
        return entry.optedOut && entry.address.channel() == address.channel() &&
               entry.address.ledgerKey() == address.ledgerKey();
    });
    return found == optOuts.end() ? nullptr : &*found;
}

QString reason(const Candidate& candidate)
{
    if (candidate.optOut) {
        const QString since = QLocale().toString(candidate.optOut->at.date(), QLocale::ShortFormat);
        return (candidate.point->address.channel() == Channel::Text ? Words::tr("Opted out of texts since %1")
                                                                    : Words::tr("Unsubscribed from emails since %1"))
            .arg(since);
    }
    if (candidate.bounce)
        return Words::tr("Emails come back since %1")
            .arg(QLocale().toString(candidate.bounce->at.date(), QLocale::ShortFormat));
    if (candidate.landline)
        return Words::tr("Landline, can’t receive texts");
    if (candidate.answeredLast)
        return Words::tr("Answered last");
    return candidate.point->primary ? Words::tr("Primary") : QString();
}

QList<Candidate> candidatesOf(const Client& client, Channel channel, const QList<OptOut>& optOuts,
                              const std::optional<Address>& lastAnswered, const QList<Bounce>& bounces)
{
    QList<Candidate> candidates;
    QSet<QString> seen;
    for (const ContactPoint& point : client.contactPoints) {
        const QString key = point.address.ledgerKey();
        if (point.removed || point.address.channel() != channel || seen.contains(key))
            continue;
        seen.insert(key);
        candidates.append({&point, standingOptOut(point.address, optOuts), bounceOf(point.address, bounces),
                           channel == Channel::Text && !point.mayText,
                           lastAnswered && lastAnswered->channel() == channel && lastAnswered->ledgerKey() == key});
    }
    return candidates;
}

} // namespace

QList<AddressSuggestion> suggestAddresses(const Client& client, Channel channel, const QList<OptOut>& optOuts,
                                          const std::optional<Address>& lastAnswered, const QList<Bounce>& bounces)
{
    QList<Candidate> candidates = candidatesOf(client, channel, optOuts, lastAnswered, bounces);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.rank() < b.rank(); });
    QList<AddressSuggestion> suggestions;
    for (const Candidate& candidate : candidates)
        suggestions.append({candidate.point->address, candidate.point->label, reason(candidate),
                            candidate.optOut != nullptr, candidate.bounce != nullptr});
    return suggestions;
}

} // namespace handrail
