// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carriers/mailserver.h"
#include "core/ports/clock.h"
#include "core/ports/mailbox.h"

namespace handrail {

struct ImapSettings : MailServer
{
    QString folder = QStringLiteral("INBOX");
    bool markRead = false; ///< Mark the mails that Handrail took in as read; nothing else is ever changed.
    int mailsAtOnce = 50;
    int daysBack = 14; ///< Where there is no position to go on from.
};

/// A mailbox by IMAP. Of each mail the first megabyte is read.
class ImapMailbox : public Mailbox
{
public:
    ImapMailbox(ImapSettings settings, const Clock& clock);
    [[nodiscard]] QString name() const override;
    Result<MailboxReading> read(const MailboxPosition& position) override;
    Result<void> dealtWith(const MailboxReading& reading, const QList<quint32>& taken) override;

private:
    ImapSettings m_settings;
    const Clock& m_clock;
};

} // namespace handrail
