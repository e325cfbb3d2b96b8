// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/mailboxreading.h"

namespace handrail::tests {

/// A mailbox that holds what the test puts in.
class FakeMailbox : public Mailbox
{
public:
    [[nodiscard]] QString name() const override { return QStringLiteral("help@imap.test/INBOX"); }

    Result<MailboxReading> read(const MailboxPosition& position) override
    {
        if (trouble)
            return Error{ErrorCode::Offline, QStringLiteral("The mailbox's server can't be reached.")};
        ++readings;
        return readingOf(mails, validity, position, atOnce);
    }
    Result<void> dealtWith(const MailboxReading&, const QList<quint32>& taken) override
    {
        marked += taken;
        return {};
    }
    InboundMail& put(InboundMail mail)
    {
        mail.uid = mails.isEmpty() ? 1 : mails.last().uid + 1;
        if (mail.key.isEmpty())
            mail.key = QStringLiteral("mail:%1").arg(mail.uid);
        mails.append(mail);
        return mails.last();
    }

    QList<InboundMail> mails;
    QList<quint32> marked;
    quint32 validity = 7;
    int atOnce = 3;
    int readings = 0;
    bool trouble = false;
};

} // namespace handrail::tests
