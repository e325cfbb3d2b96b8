// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/smtpmail.h"

#include "core/carriers/mailwriter.h"
#include "core/carriers/smtpsession.h"
#include "core/domain/mailstatus.h"

#include <QCoreApplication>
#include <mutex>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

QString tr(const char* source)
{
    return QCoreApplication::translate("Mail", source);
}

SendOutcome tryLater(const QString& reason, int code, int afterSeconds = 60)
{
    return {
        .kind = SendOutcome::Kind::TryLater, .carrierCode = code, .reason = reason, .retryAfterSeconds = afterSeconds};
}

SendOutcome askAdministrator(const char* reason, int code)
{
    return tryLater(tr(reason), code, 300);
}

SendOutcome refused(SmtpStep step, const SmtpReply& reply)
{
    const QString reason = reply.enhanced.isEmpty()
                               ? tr("The mail server refused this email (its answer %1).").arg(reply.code)
                               : mailTroubleInWords(reply.enhanced);
    return {.kind = SendOutcome::Kind::Refused,
            .carrierCode = reply.code,
            .reason = reason,
            .bounced = step == SmtpStep::Recipient && concernsAddress(reply.enhanced)};
}

SendOutcome notNow(const SmtpReply& reply)
{
    return tryLater(reply.enhanced.isEmpty()
                        ? tr("The mail server asks to try later.")
                        : tr("The mail server asks to try later: %1").arg(mailTroubleInWords(reply.enhanced)),
                    reply.code);
}

SendOutcome notOpened(CURLcode code, int said)
{
    if (code == CURLE_LOGIN_DENIED || said == 530 || said == 535)
        return askAdministrator(QT_TRANSLATE_NOOP("Mail", "The mail server does not accept the agency's user name and "
                                                          "password. An administrator must check them."),
                                said);
    if (code == CURLE_USE_SSL_FAILED || code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR ||
        code == CURLE_SSL_CACERT_BADFILE)
        return askAdministrator(QT_TRANSLATE_NOOP("Mail", "The mail server can't prove who it is, or offers no "
                                                          "encryption. An administrator must check it."),
                                said);
    return said >= 400 ? notNow({said, {}}) : tryLater(tr("The mail server can't be reached."), said);
}

SendOutcome outcomeOf(const SmtpResult& result, const QString& messageId)
{
    const SmtpReply& reply = result.reply;
    if (result.step == SmtpStep::End && reply.isGood())
        return {.kind = SendOutcome::Kind::Sent, .carrierId = messageId, .carrierCode = reply.code};
    if (result.step == SmtpStep::End && reply.code == 0)
        return {.kind = SendOutcome::Kind::Unknown,
                .reason = tr("The mail server did not say whether it took the email.")};
    if (reply.code >= 500 && result.step == SmtpStep::Sender)
        return askAdministrator(QT_TRANSLATE_NOOP("Mail", "The mail server does not send for the agency's address. An "
                                                          "administrator must check it."),
                                reply.code);
    if (reply.code >= 500)
        return refused(result.step, reply);
    return reply.code > 0 ? notNow(reply) : tryLater(tr("The mail server can't be reached."), 0);
}

/// A server that hung up while nobody needed it says nothing, or 421, to the first command.
bool hadHungUp(const SmtpResult& result)
{
    return result.step == SmtpStep::Sender && (result.reply.code == 0 || result.reply.code == 421);
}

} // namespace

/// Sessions that nobody uses just now.
class SmtpMail::Connections
{
public:
    std::unique_ptr<SmtpSession> take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty())
            return nullptr;
        auto session = std::move(m_idle.back());
        m_idle.pop_back();
        return session;
    }
    void giveBack(std::unique_ptr<SmtpSession> session)
    {
        if (!session->isUsable())
            return;
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(session));
    }

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<SmtpSession>> m_idle;
};

SmtpMail::SmtpMail(SmtpSettings settings)
    : m_settings(std::move(settings))
    , m_connections(std::make_unique<Connections>())
{
}

SmtpMail::~SmtpMail() = default;

SendOutcome SmtpMail::send(const OutgoingMail& mail)
{
    const auto written = writeMail(mail);
    if (!written)
        return {.kind = SendOutcome::Kind::Refused, .reason = written.error().sentence};
    if (exposesSecret(m_settings))
        return askAdministrator(QT_TRANSLATE_NOOP("Mail", "The mail server's password would travel unencrypted. An "
                                                          "administrator must turn encryption on."),
                                0);
    if (auto session = m_connections->take()) {
        const SmtpResult result = session->send(mail, *written);
        m_connections->giveBack(std::move(session));
        if (!hadHungUp(result))
            return outcomeOf(result, mail.messageId);
    }
    auto session =
        std::make_unique<SmtpSession>(m_settings, mail.fromAddress.mid(mail.fromAddress.lastIndexOf(u'@') + 1));
    if (session->opened() != CURLE_OK)
        return notOpened(session->opened(), session->openingCode());
    const SmtpResult result = session->send(mail, *written);
    m_connections->giveBack(std::move(session));
    return outcomeOf(result, mail.messageId);
}

} // namespace handrail
