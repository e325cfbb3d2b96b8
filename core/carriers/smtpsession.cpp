// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/smtpsession.h"

#include "core/domain/mailstatus.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr int mostReplyLines = 100;

QByteArray urlOf(const SmtpSettings& settings, const QString& domain)
{
    QUrl url;
    url.setScheme(settings.security == MailServer::Security::Tls ? u"smtps"_s : u"smtp"_s);
    url.setHost(settings.host);
    url.setPort(settings.port);
    url.setPath(u'/' + (settings.heloName.isEmpty() ? domain : settings.heloName));
    return url.toEncoded();
}

/// RFC 3461: what may not stand in a parameter as it is.
QByteArray xtext(const QByteArray& text)
{
    QByteArray coded;
    for (const char c : text) {
        if (c >= '!' && c <= '~' && c != '+' && c != '=')
            coded += c;
        else
            coded += '+' + QByteArray(1, c).toHex().toUpper();
    }
    return coded;
}

/// A line that begins with a dot would end the mail (RFC 5321 4.5.2).
QByteArray dotStuffed(const QByteArray& mail)
{
    QByteArray text = mail;
    if (text.startsWith('.'))
        text.prepend('.');
    text.replace("\r\n.", "\r\n..");
    if (!text.endsWith("\r\n"))
        text += "\r\n";
    return text;
}

int codeOf(const QByteArray& line)
{
    bool number = false;
    const int code = line.left(3).toInt(&number);
    return number && code >= 200 && code <= 599 ? code : 0;
}

} // namespace

SmtpSession::SmtpSession(const SmtpSettings& settings, const QString& domain)
    : m_talk(urlOf(settings, domain), settings)
    , m_reportSuccess(settings.reportSuccess)
    , m_timeoutMs(2 * settings.timeoutMs)
    , m_usable(m_talk.opened() == CURLE_OK)
{
}

SmtpSession::~SmtpSession()
{
    if (m_usable)
        m_talk.say("QUIT\r\n");
}

int SmtpSession::openingCode() const
{
    for (auto line = m_talk.opening().crbegin(); line != m_talk.opening().crend(); ++line)
        if (const int code = codeOf(*line); code > 0)
            return code;
    return 0;
}

bool SmtpSession::can(const char* extension) const
{
    for (const QByteArray& line : m_talk.opening())
        if (line.startsWith("250") && line.mid(4).split(' ').value(0).compare(extension, Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

SmtpReply SmtpSession::reply()
{
    SmtpReply reply;
    for (int i = 0; i < mostReplyLines; ++i) {
        const auto line = m_talk.line();
        if (!line || codeOf(*line) == 0)
            return {};
        if (reply.enhanced.isEmpty())
            reply.enhanced = enhancedStatusIn(QString::fromLatin1(line->mid(4, 12).split(' ').value(0)));
        // "550-..." goes on, "550 ..." or "550" ends.
        if (line->size() > 3 && line->at(3) == '-')
            continue;
        reply.code = codeOf(*line);
        return reply;
    }
    return {};
}

SmtpReply SmtpSession::ask(const QByteArray& command)
{
    return m_talk.say(command + "\r\n") ? reply() : SmtpReply();
}

QByteArray SmtpSession::mailFrom(const OutgoingMail& mail, qsizetype size) const
{
    QByteArray line = "MAIL FROM:<" + (mail.returnPath.isEmpty() ? mail.fromAddress : mail.returnPath).toUtf8() + '>';
    if (can("SIZE"))
        line += " SIZE=" + QByteArray::number(size);
    if (can("DSN") && !mail.envelopeId.isEmpty())
        line += " RET=HDRS ENVID=" + xtext(mail.envelopeId.toUtf8()).left(100);
    return line;
}

QByteArray SmtpSession::recipientTo(const OutgoingMail& mail) const
{
    const QByteArray address = mail.toAddress.toUtf8();
    QByteArray line = "RCPT TO:<" + address + '>';
    if (can("DSN"))
        line += QByteArray(" NOTIFY=FAILURE,DELAY") + (m_reportSuccess ? ",SUCCESS" : "") + " ORCPT=rfc822;" +
                xtext(address);
    return line;
}

std::optional<SmtpResult> SmtpSession::announce(const OutgoingMail& mail, qsizetype size)
{
    const QByteArrayList commands = {mailFrom(mail, size), recipientTo(mail), "DATA"};
    // All at once where the server can (RFC 2920): two waits for it a mail instead of four.
    const bool together = can("PIPELINING");
    if (together && !m_talk.say(commands.join("\r\n") + "\r\n"))
        return SmtpResult{};
    std::optional<SmtpResult> refusal;
    SmtpReply said;
    for (const QByteArray& command : commands) {
        said = together ? reply() : ask(command);
        const bool toData = command == commands.last();
        const bool good = toData ? said.code == 354 : said.isGood();
        if (!good && !refusal)
            refusal = SmtpResult{command == commands.first() ? SmtpStep::Sender : SmtpStep::Recipient,
                                 said.isGood() ? SmtpReply() : said};
        if (said.code == 0 || (refusal && !together))
            break;
    }
    if (!refusal)
        return std::nullopt;
    // It waits for a text though nobody is there to have it: an end without a beginning.
    if (said.code == 354)
        ask(".");
    // The session goes on where the server follows.
    m_usable = said.code > 0 && refusal->reply.code != 421 && ask("RSET").isGood();
    return refusal;
}

SmtpResult SmtpSession::send(const OutgoingMail& mail, const QByteArray& bytes)
{
    const QByteArray text = dotStuffed(bytes);
    m_talk.within(m_timeoutMs);
    m_usable = false;
    if (const auto refusal = announce(mail, text.size()))
        return *refusal;
    if (!m_talk.say(text))
        return {SmtpStep::Text, {}};
    const SmtpReply said = ask(".");
    m_usable = said.code > 0 && said.code != 421;
    return {SmtpStep::End, said};
}

} // namespace handrail
