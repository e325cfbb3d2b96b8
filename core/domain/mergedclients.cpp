// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mergedclients.h"

#include <QJsonDocument>
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// The chain from `id` on, each client once.
QList<ClientId> chainFrom(const ClientId& id, const MergedInto& mergedInto, std::optional<ClientId>& backTo)
{
    QList<ClientId> chain;
    QSet<ClientId> seen;
    std::optional<ClientId> next = id;
    while (next && !seen.contains(*next)) {
        seen.insert(*next);
        chain.append(*next);
        next = mergedInto(*next);
    }
    backTo = next;
    return chain;
}

} // namespace

ClientId keptOne(const ClientId& id, const MergedInto& mergedInto)
{
    std::optional<ClientId> backTo;
    const QList<ClientId> chain = chainFrom(id, mergedInto, backTo);
    if (!backTo)
        return chain.last();
    return *std::min_element(chain.begin() + chain.indexOf(*backTo), chain.end());
}

QList<ClientId> toLetGo(const ClientId& gone, const ClientId& kept, const MergedInto& mergedInto)
{
    QList<ClientId> letGo;
    std::optional<ClientId> backTo;
    if (chainFrom(gone, mergedInto, backTo).contains(kept) && gone != kept)
        letGo.append(gone);
    const QList<ClientId> way = chainFrom(kept, mergedInto, backTo);
    if (const qsizetype at = way.indexOf(gone); at > 0)
        letGo.append(way.at(at - 1));
    return letGo;
}

void unite(QList<ContactPoint>& kept, const QList<ContactPoint>& merged)
{
    for (ContactPoint point : merged) {
        const auto same = [&](const ContactPoint& one) {
            return one.address.channel() == point.address.channel() &&
                   one.address.ledgerKey() == point.address.ledgerKey();
        };
        const auto rivals = [&](const ContactPoint& one) {
            return one.primary && one.address.channel() == point.address.channel();
        };
        if (std::any_of(kept.begin(), kept.end(), same))
            continue;
        point.primary = point.primary && std::none_of(kept.begin(), kept.end(), rivals);
        kept.append(point);
    }
    std::stable_sort(kept.begin(), kept.end(), [](const ContactPoint& a, const ContactPoint& b) {
        return a.address.channel() < b.address.channel(); // phones first, as in a profile
    });
}

QString MergeNote::toText() const
{
    const QJsonObject all{{u"gone"_s, gone.toString()},       {u"kept"_s, kept.toString()}, {u"gone_name"_s, goneName},
                          {u"kept_name"_s, keptName}, {u"before"_s, before},        {u"after"_s, after}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

std::optional<MergeNote> MergeNote::fromText(const QString& text)
{
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto gone = ClientId::fromString(all[u"gone"].toString());
    const auto kept = ClientId::fromString(all[u"kept"].toString());
    if (!gone || !kept)
        return std::nullopt;
    return MergeNote{*gone,
                     *kept,
                     all[u"gone_name"].toString(),
                     all[u"kept_name"].toString(),
                     all[u"before"].toObject(),
                     all[u"after"].toObject()};
}

QJsonObject restoredFields(const MergeNote& note, const QJsonObject& current)
{
    QJsonObject restored;
    for (auto it = note.before.begin(); it != note.before.end(); ++it)
        if (current.value(it.key()) == note.after.value(it.key()))
            restored.insert(it.key(), it.value());
    return restored;
}

} // namespace handrail
