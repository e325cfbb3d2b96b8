// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/bounces.h"

#include "core/casework/edits.h"
#include "core/domain/reasons.h"

#include <QCoreApplication>

namespace handrail::casework {

Result<void> tryAddressAgain(Desk& desk, const ClientId& client, const Address& address)
{
    const auto bounces = desk.store.shares().bounces(client);
    if (!bounces)
        return bounces.error();
    QList<Activity> notes;
    for (const Bounce& bounce : *bounces)
        if (address.channel() == Channel::Email && bounce.address.ledgerKey() == address.ledgerKey())
            notes.append(
                {.id = ActivityId(desk.ids.next()),
                 .kind = ActivityKind::Note,
                 .clientId = client,
                 .referralId = bounce.referralId,
                 .at = desk.clock.now(),
                 .workerId = desk.worker,
                 .channel = Channel::Email,
                 .messageId = bounce.messageId,
                 .rule = bounceResetRule,
                 .text = keptReason(QT_TRANSLATE_NOOP("Withdrawing", "Emails may go to this address again."))});
    return notes.isEmpty() ? Result<void>() : desk.store.edits().commit(editsOf(notes));
}

} // namespace handrail::casework
