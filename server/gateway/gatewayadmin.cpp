// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/gatewayadmin.h"

#include "core/domain/records/codec.h"
#include "server/gateway/facts.h"

#include <QCoreApplication>
#include <QLoggingCategory>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcAdmin, "handrail.gateway.admin")

constexpr int enoughCounted = 10000;

QString say(const char* source)
{
    return QCoreApplication::translate("Gateway", source);
}

Result<void> checkAdministrator(const Session& session)
{
    if (session.role == Role::Administrator)
        return {};
    return Error{ErrorCode::NotAllowed,
                 say(QT_TRANSLATE_NOOP("Gateway", "Only an administrator can see and test the carriers."))};
}

Result<int> countOf(RecordReader& reader, const QString& condition, const QVariantList& values)
{
    auto row = reader.database().query(
        u"SELECT count(*) FROM (SELECT 1 FROM message WHERE agency_id = ? AND %1 LIMIT %2) AS counted"_s.arg(condition)
            .arg(enoughCounted),
        QVariantList{bound(reader.agency())} + values);
    if (!row)
        return row.error();
    return row->next() ? row->value(0).toInt() : 0;
}

/// What the agency's own messages say of a carrier.
Result<protocol::CarrierReport> reportOf(RecordReader& reader, Channel channel, const QDateTime& now)
{
    const QString name = records::nameOf(channel);
    const QVariant yesterday = bound(now.addDays(-1));
    protocol::CarrierReport report;
    const auto waiting = countOf(reader, u"channel = ? AND state = 'waiting' AND due_at <= ?"_s, {name, bound(now)});
    const auto sent =
        countOf(reader, u"channel = ? AND state IN ('sent', 'delivered') AND state_at > ?"_s, {name, yesterday});
    const auto failed = countOf(reader, u"channel = ? AND state IN ('refused', 'expired', 'held') AND state_at > ?"_s,
                                {name, yesterday});
    const auto lastSent = reader.select(
        u"message", u"channel = ? AND state IN ('sent', 'delivered') ORDER BY state_at DESC LIMIT 1"_s, {name});
    const auto lastFailed = reader.select(u"message",
                                          u"channel = ? AND state IN ('refused', 'expired', 'held') AND state_at > ? "
                                          "ORDER BY state_at DESC LIMIT 1"_s,
                                          {name, yesterday});
    for (const Error* trouble :
         {waiting ? nullptr : &waiting.error(), sent ? nullptr : &sent.error(), failed ? nullptr : &failed.error(),
          lastSent ? nullptr : &lastSent.error(), lastFailed ? nullptr : &lastFailed.error()})
        if (trouble)
            return *trouble;
    report.waiting = *waiting;
    report.sentToday = *sent;
    report.failedToday = *failed;
    if (!lastSent->isEmpty())
        report.lastSentAt =
            QDateTime::fromMSecsSinceEpoch(qint64(lastSent->first().fields.value("state_at"_L1).toDouble()), Qt::UTC);
    if (!lastFailed->isEmpty())
        report.lastProblem = lastFailed->first().fields.value("reason"_L1).toString();
    return report;
}

Result<Address> addressOf(const protocol::TestMessageRequest& request)
{
    if (request.channel == Channel::Email) {
        const auto email = EmailAddress::parse(request.address);
        return email ? Result<Address>(Address(*email)) : email.error();
    }
    const auto number = PhoneNumber::fromE164(request.address.trimmed());
    if (!number)
        return Error{ErrorCode::InvalidInput,
                     say(QT_TRANSLATE_NOOP(
                         "Gateway", "This is not a phone number with its country code, such as +1 937 555 0101."))};
    return Address(*number);
}

protocol::TestMessageAnswer verdictOf(const SendOutcome& outcome)
{
    switch (outcome.kind) {
    case SendOutcome::Kind::Sent:
        return {true, say(QT_TRANSLATE_NOOP("Gateway",
                                            "The carrier took the test message. It should arrive within a minute."))};
    case SendOutcome::Kind::Refused:
        return {
            false,
            outcome.reason.isEmpty()
                ? say(QT_TRANSLATE_NOOP("Gateway", "The carrier refused the test message, and does not say why."))
                : say(QT_TRANSLATE_NOOP("Gateway", "The carrier refused the test message: %1")).arg(outcome.reason)};
    case SendOutcome::Kind::TryLater:
        return {false,
                outcome.reason.isEmpty()
                    ? say(QT_TRANSLATE_NOOP(
                          "Gateway", "The carrier does not take messages at the moment. Messages wait and go out by "
                                     "themselves; try the test again later."))
                    : say(QT_TRANSLATE_NOOP("Gateway", "The carrier does not take messages at the moment: %1"))
                          .arg(outcome.reason)};
    case SendOutcome::Kind::Unknown:
        break;
    }
    return {false, say(QT_TRANSLATE_NOOP(
                       "Gateway", "The carrier did not answer in time, so the test message may or may not arrive."))};
}

} // namespace

GatewayAdmin::GatewayAdmin(Databases& databases, Carriers carriers, CarrierNames names, Environment environment)
    : m_databases(databases)
    , m_carriers(carriers)
    , m_names(std::move(names))
    , m_environment(environment)
{
}

Result<protocol::GatewayReport> GatewayAdmin::report(const Session& session)
{
    if (auto allowed = checkAdministrator(session); !allowed)
        return allowed.error();
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    RecordReader reader(**db, session.agencyId);
    const auto agency = agencyOf(reader);
    if (!agency)
        return agency.error();
    const QDateTime now = m_environment.clock.now();
    auto texts = reportOf(reader, Channel::Text, now);
    if (!texts)
        return texts.error();
    auto mail = reportOf(reader, Channel::Email, now);
    if (!mail)
        return mail.error();
    texts->joined = m_carriers.texts != nullptr;
    texts->name = m_names.texts;
    texts->from = agency->sendingNumber;
    mail->joined = m_carriers.mail != nullptr;
    mail->name = m_names.mail;
    mail->from = agency->sendingAddress;
    return protocol::GatewayReport{*texts, *mail};
}

Result<Address> GatewayAdmin::mayReceive(RecordReader& reader, const protocol::TestMessageRequest& request)
{
    const auto address = addressOf(request);
    if (!address)
        return address.error();
    const auto optedOut = isOptedOut(reader, *address);
    if (!optedOut)
        return optedOut.error();
    if (*optedOut)
        return Error{
            ErrorCode::NotAllowed,
            say(QT_TRANSLATE_NOOP("Gateway", "This address opted out of messages, so nothing is sent to it, a test "
                                             "neither. Use one of your own."))};
    const auto clients = clientsOf(reader, *address);
    if (!clients)
        return clients.error();
    if (!clients->isEmpty())
        return Error{
            ErrorCode::NotAllowed,
            say(QT_TRANSLATE_NOOP("Gateway", "This address belongs to a client. Clients get messages only with their "
                                             "consent, so send the test to one of your own."))};
    return address;
}

SendOutcome GatewayAdmin::call(const Agency& agency, const Address& to)
{
    const QString words =
        say(QT_TRANSLATE_NOOP("Gateway",
                              "%1: This is a test message. If you can read it, sending works. Nothing to do."))
            .arg(agency.programName);
    if (to.channel() == Channel::Text)
        return m_carriers.texts->send({.to = to.value(), .from = agency.sendingNumber, .body = words});
    const QString domain = agency.sendingAddress.mid(agency.sendingAddress.lastIndexOf(u'@') + 1);
    return m_carriers.mail->send({.messageId = m_environment.ids.next().toString(QUuid::WithoutBraces) + u'@' + domain,
                                  .fromName = agency.programName,
                                  .fromAddress = agency.sendingAddress,
                                  .toAddress = to.value(),
                                  .subject = say(QT_TRANSLATE_NOOP("Gateway", "Test message")),
                                  .text = words,
                                  .html = {},
                                  .unsubscribeUrl = {},
                                  .date = m_environment.clock.now(),
                                  .language = agency.languages.value(0, u"en"_s)});
}

Result<protocol::TestMessageAnswer> GatewayAdmin::sendTest(const Session& session,
                                                           const protocol::TestMessageRequest& request)
{
    if (auto allowed = checkAdministrator(session); !allowed)
        return allowed.error();
    const auto db = m_databases.here();
    if (!db)
        return db.error();
    RecordReader reader(**db, session.agencyId);
    const auto agency = agencyOf(reader);
    if (!agency)
        return agency.error();
    const auto to = mayReceive(reader, request);
    if (!to)
        return to.error();
    const bool text = to->channel() == Channel::Text;
    if (text ? m_carriers.texts == nullptr : m_carriers.mail == nullptr)
        return protocol::TestMessageAnswer{
            false,
            text ? say(QT_TRANSLATE_NOOP(
                       "Gateway", "The server has no carrier for texts. Whoever runs the server must set one up."))
                 : say(QT_TRANSLATE_NOOP(
                       "Gateway", "The server has no mail server to send with. Whoever runs it must set one up."))};
    if ((text ? agency->sendingNumber : agency->sendingAddress).isEmpty())
        return protocol::TestMessageAnswer{
            false, text ? say(QT_TRANSLATE_NOOP("Gateway", "The agency has no number to send texts from."))
                        : say(QT_TRANSLATE_NOOP("Gateway", "The agency has no address to send email from."))};
    // Whom it went to stays out of the log.
    qCInfo(lcAdmin) << "user" << session.userId.toString() << "sends a test by" << (text ? "text" : "email");
    return verdictOf(call(*agency, *to));
}

} // namespace handrail::server
