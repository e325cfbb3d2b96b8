// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/smtpmail.h"

#include "core/carriers/curlhandle.h"
#include "core/carriers/mailwriter.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>
#include <mutex>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// One mail on its way: what libcurl's callbacks read and learn.
struct Transfer
{
    QByteArray mail;
    qsizetype sent = 0;
    bool textLeft = false; ///< The server said 354 and the text began to leave.
    bool atSender = false; ///< The last command was MAIL FROM.
    bool leaving = false;  ///< libcurl said QUIT: what the server answers to that is not about the mail.
    int reply = 0;         ///< The code of the server's last whole reply.
    QByteArray enhanced;   ///< Its enhanced code (RFC 3463), such as 5.1.1.
};

size_t giveText(char* buffer, size_t size, size_t count, void* user)
{
    auto* transfer = static_cast<Transfer*>(user);
    transfer->textLeft = true;
    transfer->reply = 0;
    const qsizetype bytes = qMin(qsizetype(size * count), transfer->mail.size() - transfer->sent);
    memcpy(buffer, transfer->mail.constData() + transfer->sent, size_t(bytes));
    transfer->sent += bytes;
    return size_t(bytes);
}

void readReply(Transfer& transfer, const QByteArray& line)
{
    // "550-..." goes on, "550 ..." or "550" ends.
    bool number = false;
    const int code = line.left(3).toInt(&number);
    if (!number || code < 200 || code > 599 || (line.size() > 3 && line[3] == '-'))
        return;
    transfer.reply = code;
    const QByteArray word = line.mid(4).split(' ').value(0);
    transfer.enhanced = word.count('.') == 2 && word.size() <= 9 ? word : QByteArray();
}

/// libcurl tells of SMTP's commands and replies only here.
int listen(CURL*, curl_infotype kind, char* data, size_t size, void* user)
{
    auto* transfer = static_cast<Transfer*>(user);
    const QByteArray line = QByteArray(data, qsizetype(qMin(size, size_t(1000)))).trimmed();
    if (kind == CURLINFO_HEADER_OUT && line.startsWith("QUIT"))
        transfer->leaving = true;
    if (transfer->leaving)
        return 0;
    if (kind == CURLINFO_HEADER_OUT)
        transfer->atSender = line.startsWith("MAIL ");
    else if (kind == CURLINFO_HEADER_IN)
        readReply(*transfer, line);
    return 0;
}

size_t ignoreReply(char*, size_t size, size_t count, void*)
{
    return size * count;
}

QString tr(const char* source)
{
    return QCoreApplication::translate("Mail", source);
}

SendOutcome tryLater(const char* reason, int code, int afterSeconds = 60)
{
    return {.kind = SendOutcome::Kind::TryLater,
            .carrierCode = code,
            .reason = tr(reason),
            .retryAfterSeconds = afterSeconds};
}

SendOutcome refused(const Transfer& transfer)
{
    QString reason = tr("The mail server refused this email (its answer %1).").arg(transfer.reply);
    if (transfer.enhanced.startsWith("5.1."))
        reason = tr("This email address does not exist.");
    else if (transfer.enhanced == "5.2.2")
        reason = tr("The client's mailbox is full.");
    else if (transfer.enhanced.startsWith("5.7."))
        reason = tr("The client's mail server does not let the agency's email in.");
    return {.kind = SendOutcome::Kind::Refused, .carrierCode = transfer.reply, .reason = reason};
}

SendOutcome beforeText(CURLcode code, const Transfer& transfer)
{
    constexpr int minutes5 = 300;
    if (code == CURLE_LOGIN_DENIED || transfer.reply == 530 || transfer.reply == 535)
        return tryLater(QT_TRANSLATE_NOOP("Mail",
                                          "The mail server does not accept the agency's user name and password. "
                                          "An administrator must check them."),
                        transfer.reply, minutes5);
    if (code == CURLE_USE_SSL_FAILED || code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CONNECT_ERROR)
        return tryLater(QT_TRANSLATE_NOOP("Mail", "The mail server can't prove who it is, or offers no encryption. An "
                                                  "administrator must check it."),
                        transfer.reply, minutes5);
    if (code == CURLE_SEND_ERROR && transfer.reply >= 500 && transfer.atSender)
        return tryLater(QT_TRANSLATE_NOOP("Mail", "The mail server does not send for the agency's address. An "
                                                  "administrator must check it."),
                        transfer.reply, minutes5);
    if (code == CURLE_SEND_ERROR && transfer.reply >= 500)
        return refused(transfer);
    if (transfer.reply >= 400 && transfer.reply < 500)
        return tryLater(QT_TRANSLATE_NOOP("Mail", "The mail server asks to try later."), transfer.reply);
    return tryLater(QT_TRANSLATE_NOOP("Mail", "The mail server can't be reached."), transfer.reply);
}

SendOutcome outcomeOf(CURLcode code, const Transfer& transfer, const QString& messageId)
{
    if (code == CURLE_OK && transfer.reply >= 200 && transfer.reply < 300)
        return {.kind = SendOutcome::Kind::Sent, .carrierId = messageId, .carrierCode = transfer.reply};
    if (!transfer.textLeft)
        return beforeText(code, transfer);
    if (transfer.reply >= 500)
        return refused(transfer);
    if (transfer.reply >= 400)
        return tryLater(QT_TRANSLATE_NOOP("Mail", "The mail server asks to try later."), transfer.reply);
    return {.kind = SendOutcome::Kind::Unknown,
            .carrierCode = transfer.reply,
            .reason = tr("The mail server did not say whether it took the email.")};
}

bool isLoopback(const QString& host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QByteArray urlOf(const SmtpSettings& settings, const OutgoingMail& mail)
{
    QUrl url;
    url.setScheme(settings.security == SmtpSettings::Security::Tls ? u"smtps"_s : u"smtp"_s);
    url.setHost(settings.host);
    url.setPort(settings.port);
    const QString domain = mail.fromAddress.mid(mail.fromAddress.lastIndexOf(u'@') + 1);
    url.setPath(u'/' + (settings.heloName.isEmpty() ? domain : settings.heloName));
    return url.toEncoded();
}

void setUp(CURL* curl, const SmtpSettings& settings, const OutgoingMail& mail, Transfer& transfer)
{
    curl_easy_setopt(curl, CURLOPT_URL, urlOf(settings, mail).constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     long(settings.security == SmtpSettings::Security::Plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    if (!settings.caFile.isEmpty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, settings.caFile.toUtf8().constData());
    if (!settings.user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, settings.user.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, settings.password.toUtf8().constData());
    }
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(settings.timeoutMs));
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, QByteArray('<' + mail.fromAddress.toUtf8() + '>').constData());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, &giveText);
    curl_easy_setopt(curl, CURLOPT_READDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(transfer.mail.size()));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &ignoreReply);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, &listen);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
}

} // namespace

/// Handles that nobody uses just now; each keeps its connection.
class SmtpMail::Connections
{
public:
    CurlHandle take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty())
            return newCurlHandle();
        CurlHandle handle = std::move(m_idle.back());
        m_idle.pop_back();
        return handle;
    }
    void giveBack(CurlHandle handle)
    {
        curl_easy_reset(handle.get());
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(handle));
    }

private:
    std::mutex m_mutex;
    std::vector<CurlHandle> m_idle;
};

SmtpMail::SmtpMail(SmtpSettings settings)
    : m_settings(std::move(settings))
    , m_connections(std::make_unique<Connections>())
{
}

SmtpMail::~SmtpMail() = default;

SendOutcome SmtpMail::send(const OutgoingMail& mail)
{
    auto written = writeMail(mail);
    if (!written)
        return {.kind = SendOutcome::Kind::Refused, .reason = written.error().sentence};
    if (m_settings.security == SmtpSettings::Security::Plain && !m_settings.user.isEmpty() &&
        !isLoopback(m_settings.host))
        return tryLater(QT_TRANSLATE_NOOP("Mail", "The mail server's password would travel unencrypted. An "
                                                  "administrator must turn encryption on."),
                        0, 300);
    Transfer transfer{.mail = std::move(written).value()};
    CurlHandle curl = m_connections->take();
    if (!curl)
        return tryLater(QT_TRANSLATE_NOOP("Mail", "The mail server can't be reached."), 0);
    CurlList recipients;
    appendTo(recipients, '<' + mail.toAddress.toUtf8() + '>');
    setUp(curl.get(), m_settings, mail, transfer);
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    const CURLcode code = curl_easy_perform(curl.get());
    const SendOutcome outcome = outcomeOf(code, transfer, mail.messageId);
    if (code == CURLE_OK)
        m_connections->giveBack(std::move(curl));
    return outcome;
}

} // namespace handrail
