// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/optouts.h"

#include "core/casework/addressholders.h"
#include "core/casework/edits.h"
#include "core/casework/refusal.h"
#include "core/domain/records/codec.h"

#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::casework {

namespace {

constexpr qsizetype maxWordsLength = 2000; // OptOut.words in records/schema.cpp

QList<ClientId> sorted(const QSet<ClientId>& clients)
{
    QList<ClientId> all(clients.begin(), clients.end());
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace

Result<void> recordOptOut(Desk& desk, const Address& address, const QString& words,
                          const std::optional<ClientId>& client)
{
    if (words.size() > maxWordsLength)
        return refusal(ErrorCode::InvalidInput,
                       QT_TRANSLATE_NOOP("Casework", "The client's words are too long: 2000 characters are kept."));
    const auto known = desk.store.shares().optedOut({address});
    if (!known)
        return known.error();
    const auto unsent = desk.store.shares().unsentTo(address);
    if (!unsent)
        return unsent.error();
    const auto holders = clientsWith(desk, address);
    if (!holders)
        return holders.error();
    QSet<ClientId> clients;
    for (const Client& holder : *holders)
        clients.insert(holder.id);
    for (const Message& message : *unsent)
        clients.insert(message.clientId);
    if (client)
        clients.insert(*client);
    const QDateTime now = desk.clock.now();
    const OptOutPlan plan = planOptOut({.address = address,
                                        .source = OptOut::Source::WorkerSaid,
                                        .words = words.trimmed(),
                                        .at = now,
                                        .alreadyOptedOut = !known->isEmpty(),
                                        .worker = desk.worker,
                                        .clients = sorted(clients),
                                        .unsentToAddress = *unsent,
                                        .newId = [&desk] { return desk.ids.next(); }});
    QList<Edit> edits;
    if (plan.optOut)
        edits.append(records::editOf("opt_out", plan.optOut->id.uuid(), *plan.optOut));
    edits += cancelingEdits(plan.cancel, plan.cancelReason, now);
    edits += editsOf(plan.activities);
    return edits.isEmpty() ? Result<void>() : desk.store.edits().commit(edits);
}

} // namespace handrail::casework
