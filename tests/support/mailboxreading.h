// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/mailbox.h"

namespace handrail::tests {

/// What a mailbox with these mails, in the order of their UIDs, answers to who has read it up to `position`.
template <typename Mails>
MailboxReading readingOf(const Mails& mails, quint32 validity, const MailboxPosition& position, qsizetype atOnce)
{
    MailboxReading reading{.mails = {},
                           .before = {validity, position.validity == validity ? position.uid : 0},
                           .after = {}};
    reading.after = reading.before;
    for (const InboundMail& mail : mails) {
        if (mail.uid <= reading.before.uid)
            continue;
        reading.more = reading.mails.size() == atOnce;
        if (reading.more)
            break;
        reading.mails.append(mail);
        reading.after.uid = mail.uid;
    }
    return reading;
}

} // namespace handrail::tests
