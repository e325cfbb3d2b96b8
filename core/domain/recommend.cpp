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

/// By whom the opt-out came to be known.
QString sourceInWords(OptOut::Source source)
{
    switch (source) {
    case OptOut::Source::TextReply:
        return Words::tr("by text reply");
    case OptOut::Source::CarrierRefusal:
    case OptOut::Source::CarrierStatus:
        return Words::tr("by the carrier’s report");
    case OptOut::Source::EmailLink:
    case OptOut::Source::EmailOneClick:
        return Words::tr("by the link in an email");
    case OptOut::Source::EmailReply:
        return Words::tr("by email reply");
    case OptOut::Source::WorkerSaid:
        return Words::tr("as told to a worker");
    }
    Q_UNREACHABLE();
    return {};
}

QString optOutReason(const OptOut& optOut)
{
    const QString since = QLocale().toString(optOut.at.toLocalTime().date(), QLocale::ShortFormat);
    return (optOut.address.channel() == Channel::Text ? Words::tr("Opted out of texts since %1, %2")
                                                      : Words::tr("Unsubscribed from emails since %1, %2"))
        .arg(since, sourceInWords(optOut.source));
}

QString reason(const Candidate& candidate)
{
    if (candidate.optOut)
        return optOutReason(*candidate.optOut);
    if (candidate.bounce)
        return Words::tr("Emails come back since %1")
            .arg(QLocale().toString(candidate.bounce->at.date(), QLocale::ShortFormat));
    if (candidate.landline)
        return Words::tr("Landline, or may not be texted");
    QStringList reasons;
    if (candidate.answeredLast)
        reasons.append(Words::tr("Answered last"));
    if (candidate.point->primary)
        reasons.append(Words::tr("Primary"));
    return reasons.join(QStringLiteral(" · "));
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
        suggestions.append({.address = candidate.point->address,
                            .label = candidate.point->label,
                            .why = reason(candidate),
                            .optedOut = candidate.optOut != nullptr,
                            .mayText = !candidate.landline,
                            .bounced = candidate.bounce != nullptr});
    return suggestions;
}

QStringList addressWarnings(const AddressFacts& facts)
{
    const bool text = facts.channel == Channel::Text;
    QStringList sentences;
    if (facts.otherCountry)
        sentences.append(
            Words::tr("This number is in another country than your sending number: texts may cost more, or "
                      "not arrive. Ask the client whether they did."));
    if (!facts.alsoOf.isEmpty())
        sentences.append(
            (text ? Words::tr(
                        "This number is also in the profile of %1. Where both wait for a question, an answer by text "
                        "can’t be told apart and a worker must read it; the link always works.")
                  : Words::tr("This address is also in the profile of %1, who may read the message."))
                .arg(facts.alsoOf.join(QStringLiteral(", "))));
    if (!facts.inProfile)
        sentences.append(text ? Words::tr("This number is not in the client’s profile.")
                              : Words::tr("This address is not in the client’s profile."));
    return sentences;
}

} // namespace handrail
