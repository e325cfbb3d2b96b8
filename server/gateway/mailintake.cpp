// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/mailintake.h"

#include "core/domain/mailwords.h"
#include "server/gateway/deeds.h"
#include "server/gateway/facts.h"
#include "server/gateway/links.h"
#include "server/gateway/mailposition.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcMail, "handrail.gateway.mail")

constexpr int mostReadings = 100;

/// The ids of messages in what names one of our mails: "<uuid>@agency.example", an envelope id, "help+<uuid>@...".
QList<MessageId> messagesNamedIn(const QStringList& texts)
{
    static const QRegularExpression shape(
        u"(?<![0-9A-Fa-f])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Fa-f])"_s);
    QList<MessageId> ids;
    for (const QString& text : texts)
        if (const auto match = shape.match(text.left(300)); match.hasMatch())
            if (const auto id = MessageId::fromString(match.captured()); id && !ids.contains(*id))
                ids.append(*id);
    return ids;
}

/// The secret of an unsubscribe link in the subject that the mailto: of our List-Unsubscribe asks for.
QByteArray unsubscribeToken(const InboundMail& mail)
{
    static const QRegularExpression shape(u"^\\s*unsubscribe[\\s:]+([A-Za-z0-9_-]{22})\\s*$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return mail.reports.isEmpty() ? shape.match(mail.subject).captured(1).toLatin1() : QByteArray();
}

/// When it came, as far as that can be believed.
QDateTime timeOf(const InboundMail& mail, const QDateTime& now)
{
    const bool credible = mail.date.isValid() && mail.date <= now && mail.date > now.addDays(-30);
    return credible ? mail.date : now;
}

bool isFromOurselves(const QList<Agency>& agencies, const QString& from)
{
    return std::ranges::any_of(agencies, [&from](const Agency& agency) {
        return !from.isEmpty() && agency.sendingAddress.compare(from, Qt::CaseInsensitive) == 0;
    });
}

/// What the mail server already has can be the subject of a mail.
bool hasLeft(const Message& message)
{
    return message.channel() == Channel::Email && message.state != MessageState::Waiting &&
           message.state != MessageState::Expired;
}

} // namespace

MailIntake::MailIntake(Databases& databases, Mailbox& mailbox, Environment environment)
    : m_databases(databases)
    , m_mailbox(mailbox)
    , m_environment(std::move(environment))
{
}

Result<MailRound> MailIntake::poll()
{
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    MailRound round;
    for (int i = 0; i < mostReadings; ++i) {
        const auto position = mailPosition(**db, m_mailbox.name());
        if (!position)
            return position.error();
        const auto reading = m_mailbox.read(*position);
        if (!reading)
            return reading.error();
        if (auto taken = takeAll(**db, *reading, round); !taken)
            return taken.error();
        if (auto kept = keepMailPosition(**db, m_mailbox.name(), reading->after); !kept)
            return kept.error();
        if (!reading->more)
            break;
    }
    if (round != MailRound())
        qCInfo(lcMail,
               "mail: %d replies, %d reports, %d opt-outs, %d automatic, %d of strangers, %d seen, %d unreadable",
               round.replies, round.reports, round.optOuts, round.automatic, round.strangers, round.seen,
               round.unreadable);
    return round;
}

Result<void> MailIntake::takeAll(Database& db, const MailboxReading& reading, MailRound& round)
{
    const auto all = agencies(db);
    if (!all)
        return all.error();
    round.unreadable += reading.unreadable;
    QList<quint32> taken;
    for (const InboundMail& mail : reading.mails) {
        const auto what = take(db, *all, mail);
        // The database's trouble passes, and the mail is still there then; another trouble would stay.
        if (!what && what.error().code == ErrorCode::StorageTrouble)
            return what.error();
        if (!what) {
            qCWarning(lcMail, "a mail could not be kept and stays in the mailbox: %s",
                      qUtf8Printable(what.error().sentence));
            ++round.unreadable;
            continue;
        }
        round.replies += *what == Taken::Reply;
        round.reports += *what == Taken::Report;
        round.optOuts += *what == Taken::OptOut;
        round.automatic += *what == Taken::Automatic;
        round.strangers += *what == Taken::Stranger;
        round.seen += *what == Taken::Seen;
        if (*what == Taken::Reply || *what == Taken::Report || *what == Taken::OptOut)
            taken.append(mail.uid);
    }
    if (auto marked = m_mailbox.dealtWith(reading, taken); !marked)
        qCWarning(lcMail, "mails could not be marked: %s", qUtf8Printable(marked.error().sentence));
    return {};
}

Result<MailIntake::Taken> MailIntake::take(Database& db, const QList<Agency>& agencies, const InboundMail& mail)
{
    if (const QByteArray token = unsubscribeToken(mail); !token.isEmpty()) {
        const auto out = unsubscribe(db, m_environment, token, OptOut::Source::EmailReply);
        if (out)
            return Taken::OptOut;
        if (out.error().code != ErrorCode::NotFound)
            return out.error();
    }
    if (!mail.reports.isEmpty())
        return takeReports(db, agencies, mail);
    if (mail.complaint)
        return takeComplaint(db, agencies, mail);
    if (mail.automatic)
        return Taken::Automatic;
    if (isFromOurselves(agencies, mail.from))
        return Taken::Stranger;
    return takeReply(db, agencies, mail);
}

Result<std::optional<MailIntake::Mine>> MailIntake::findMine(Database& db, const QList<Agency>& agencies,
                                                             const QStringList& ids)
{
    for (const MessageId& id : messagesNamedIn(ids))
        for (const Agency& agency : agencies) {
            RecordReader reader(db, agency.id);
            const auto message = findMessage(reader, id);
            if (!message && message.error().code == ErrorCode::StorageTrouble)
                return message.error();
            if (message && *message && hasLeft(**message))
                return std::optional(Mine{agency.id, **message});
        }
    return std::optional<Mine>();
}

Result<MailIntake::Taken> MailIntake::takeReports(Database& db, const QList<Agency>& agencies, const InboundMail& mail)
{
    Taken taken = Taken::Stranger;
    for (qsizetype i = 0; i < mail.reports.size(); ++i) {
        const auto mine = findMine(db, agencies, mail.reports[i].aboutIds + mail.to);
        if (!mine)
            return mine.error();
        if (!*mine)
            continue;
        const auto kept = keepReport(db, **mine, mail.reports[i], mail.key + u'#' + QString::number(i));
        if (!kept)
            return kept.error();
        if (taken != Taken::Report)
            taken = *kept;
    }
    return taken;
}

Result<MailIntake::Taken> MailIntake::keepReport(Database& db, const Mine& mine, const DeliveryReport& report,
                                                 const QString& key)
{
    return db.transaction([&]() -> Result<Taken> {
        auto records = Records::lock(db, mine.agency, m_environment);
        if (!records)
            return records.error();
        const auto isNew = markSeen(*records, key, m_environment.clock.now());
        if (!isNew)
            return isNew.error();
        if (!*isNew)
            return Taken::Seen;
        const auto message = findMessage(*records, mine.message.id);
        if (!message)
            return message.error();
        const auto unsent = unsentTo(*records, (*message)->address);
        if (!unsent)
            return unsent.error();
        const MailNewsPlan plan = planMailNews({.message = **message,
                                                .action = report.action,
                                                .status = report.status,
                                                .at = m_environment.clock.now(),
                                                .unsentToAddress = *unsent,
                                                .newId = [this] { return m_environment.ids.next(); }});
        const auto written = write(*records, m_environment, **message, plan);
        return written ? Result<Taken>(Taken::Report) : written.error();
    });
}

Result<MailIntake::Taken> MailIntake::takeComplaint(Database& db, const QList<Agency>& agencies,
                                                    const InboundMail& mail)
{
    const auto mine = findMine(db, agencies, mail.answers + mail.to);
    if (!mine)
        return mine.error();
    if (!*mine)
        return Taken::Stranger;
    return db.transaction([&]() -> Result<Taken> {
        auto records = Records::lock(db, (*mine)->agency, m_environment);
        if (!records)
            return records.error();
        const auto out = optOut(*records, m_environment, (*mine)->message.address, OptOut::Source::EmailReply);
        return out ? Result<Taken>(Taken::OptOut) : out.error();
    });
}

Result<std::optional<AgencyId>> MailIntake::agencyOfSender(Database& db, const QList<Agency>& agencies,
                                                           const Address& from, const QStringList& to)
{
    QList<AgencyId> having;
    QList<AgencyId> addressed;
    for (const Agency& agency : agencies) {
        RecordReader reader(db, agency.id);
        const auto clients = clientsOf(reader, from);
        if (!clients)
            return clients.error();
        if (clients->isEmpty())
            continue;
        having.append(agency.id);
        if (to.contains(agency.sendingAddress, Qt::CaseInsensitive))
            addressed.append(agency.id);
    }
    // What a client of two agencies writes is shown to the one written to, or to none.
    const QList<AgencyId>& meant = addressed.isEmpty() ? having : addressed;
    return meant.size() == 1 ? std::optional(meant.first()) : std::nullopt;
}

Result<MailIntake::Taken> MailIntake::takeReply(Database& db, const QList<Agency>& agencies, const InboundMail& mail)
{
    const auto mine = findMine(db, agencies, mail.answers + mail.to);
    if (!mine)
        return mine.error();
    const auto sender = EmailAddress::parse(mail.from);
    if (*mine)
        return keepReply(db, (*mine)->agency, (*mine)->message, sender ? Address(*sender) : (*mine)->message.address,
                         mail);
    if (!sender)
        return Taken::Stranger;
    const auto agency = agencyOfSender(db, agencies, *sender, mail.to);
    if (!agency)
        return agency.error();
    return *agency ? keepReply(db, **agency, std::nullopt, *sender, mail) : Result<Taken>(Taken::Stranger);
}

Result<MailIntake::Taken> MailIntake::keepReply(Database& db, const AgencyId& agency,
                                                const std::optional<Message>& about, const Address& from,
                                                const InboundMail& mail)
{
    return db.transaction([&]() -> Result<Taken> {
        auto records = Records::lock(db, agency, m_environment);
        if (!records)
            return records.error();
        const auto isNew = markSeen(*records, mail.key, m_environment.clock.now());
        if (!isNew)
            return isNew.error();
        if (!*isNew)
            return Taken::Seen;
        const Address address = about ? about->address : from;
        const auto clients = about ? Result<QList<ClientId>>(QList{about->clientId}) : clientsOf(*records, from);
        if (!clients)
            return clients.error();
        const auto optedOut = isOptedOut(*records, address);
        if (!optedOut)
            return optedOut.error();
        const auto unsent = unsentTo(*records, address);
        if (!unsent)
            return unsent.error();
        const ReplyPlan plan = planMailReply({.from = from,
                                              .own = ownWords(mail.text),
                                              .body = mail.text,
                                              .subject = mail.subject,
                                              .carrierId = mail.key,
                                              .receivedAt = timeOf(mail, m_environment.clock.now()),
                                              .message = about,
                                              .clients = *clients,
                                              .optedOut = *optedOut,
                                              .unsentToAddress = *unsent,
                                              .newId = [this] { return m_environment.ids.next(); }});
        const auto written = write(*records, m_environment, plan);
        return written ? Result<Taken>(Taken::Reply) : written.error();
    });
}

} // namespace handrail::server
