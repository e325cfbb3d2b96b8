// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/mailbox.h"
#include "server/store/databases.h"
#include "server/store/environment.h"
#include "server/store/records.h"

namespace handrail::server {

/// What one look into the mailbox found. Each mail counts in one of them.
struct MailRound
{
    int replies = 0;    ///< From clients, shown to workers.
    int reports = 0;    ///< Bounces, delays, deliveries of our mails.
    int optOuts = 0;    ///< By the mailto: of List-Unsubscribe, or a complaint to the mail provider.
    int automatic = 0;  ///< Out-of-office notes and other machines: ignored.
    int strangers = 0;  ///< About none of our mails and from nobody's address: left in the mailbox alone.
    int seen = 0;       ///< Counted before.
    int unreadable = 0; ///< Could not be taken apart or kept: left in the mailbox, named in the log.
    friend bool operator==(const MailRound&, const MailRound&) = default;
};

/// Takes in what comes back by mail: bounces (RFC 3464), wishes for no more mail, and what clients write (R8, R10).
/// Each mail counts once, whatever the mailbox does; none is lost, since the position moves only after all before it
/// is kept. What none of our mails and no client is concerned with is not read into the database.
class MailIntake
{
public:
    MailIntake(Databases& databases, Mailbox& mailbox, Environment environment);
    /// Everything new in the mailbox.
    Result<MailRound> poll();

private:
    struct Mine ///< A mail of ours that another one is about.
    {
        AgencyId agency;
        Message message;
    };
    enum class Taken { Reply, Report, OptOut, Automatic, Stranger, Seen };

    Result<void> takeAll(Database& db, const MailboxReading& reading, MailRound& round);
    Result<Taken> take(Database& db, const QList<Agency>& agencies, const InboundMail& mail);
    Result<Taken> takeReports(Database& db, const QList<Agency>& agencies, const InboundMail& mail);
    Result<Taken> takeReply(Database& db, const QList<Agency>& agencies, const InboundMail& mail);
    Result<Taken> takeComplaint(Database& db, const QList<Agency>& agencies, const InboundMail& mail);
    Result<Taken> keepReply(Database& db, const AgencyId& agency, const std::optional<Message>& about,
                            const Address& from, const InboundMail& mail);
    Result<Taken> keepReport(Database& db, const Mine& mine, const DeliveryReport& report, const QString& key);
    Result<std::optional<Mine>> findMine(Database& db, const QList<Agency>& agencies, const QStringList& ids);
    Result<std::optional<AgencyId>> agencyOfSender(Database& db, const QList<Agency>& agencies, const Address& from,
                                                   const QStringList& to);

    Databases& m_databases;
    Mailbox& m_mailbox;
    Environment m_environment;
};

} // namespace handrail::server
