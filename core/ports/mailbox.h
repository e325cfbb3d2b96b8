// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/mailplans.h"
#include "core/domain/result.h"

#include <QDateTime>
#include <QStringList>

namespace handrail {

/// What a mail server reports about one of our mails (RFC 3464).
struct DeliveryReport
{
    DeliveryAction action = DeliveryAction::Failed;
    QString status;       ///< "5.1.1", empty where the report has none.
    QStringList aboutIds; ///< What may name our mail: envelope id, its Message-ID. Without angle brackets.
};

/// A mail as far as anybody looks at it; everything bounded.
struct InboundMail
{
    quint32 uid = 0;     ///< In its mailbox.
    QString key;         ///< The same for the same mail, wherever and however often it turns up.
    QString from;        ///< The address in From, as it stands there; empty where there is none.
    QStringList to;      ///< Addresses it was sent and delivered to.
    QStringList answers; ///< Message-IDs in In-Reply-To and References, without angle brackets.
    QString subject;
    QString text;                  ///< The plain text, or what is left of the HTML.
    QDateTime date;                ///< UTC; when it was written, by its own word.
    bool automatic = false;        ///< A machine wrote it (RFC 3834), a mailing list sent it, or its sender is nobody.
    bool complaint = false;        ///< A report of the kind «this is spam» (RFC 5965).
    QList<DeliveryReport> reports; ///< Of a bounce, for each recipient.
};

/// How far a mailbox was read: IMAP's UIDs, which hold as long as `validity` is the same.
struct MailboxPosition
{
    quint32 validity = 0;
    quint32 uid = 0;
    friend bool operator==(const MailboxPosition&, const MailboxPosition&) = default;
};

struct MailboxReading
{
    QList<InboundMail> mails;
    int unreadable = 0;     ///< Mails that can't be taken apart: left alone.
    MailboxPosition before; ///< As it was, with the mailbox's own validity.
    MailboxPosition after;  ///< Where to go on once the mails are dealt with.
    bool more = false;      ///< There are more already.
};

/// Where mail comes in. Nothing in it is ever deleted. Calls block; never in a GUI thread.
class Mailbox
{
public:
    virtual ~Mailbox() = default;
    /// Which mailbox it is, for keeping the position: without secrets.
    [[nodiscard]] virtual QString name() const = 0;
    /// Some of the mails after `position`, oldest first. A position of another validity is worth nothing: then, and at
    /// the very first time, the mails of the last weeks come (again); the caller knows by their keys what it has seen.
    virtual Result<MailboxReading> read(const MailboxPosition& position) = 0;
    /// These of that reading were taken in: marks them, where the settings say so.
    virtual Result<void> dealtWith(const MailboxReading& reading, const QList<quint32>& taken) = 0;
};

} // namespace handrail
