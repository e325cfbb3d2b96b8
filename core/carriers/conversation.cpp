// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/conversation.h"

#include <QFile>
#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr qsizetype mostOpeningLines = 200;

size_t ignore(char*, size_t size, size_t count, void*)
{
    return size * count;
}

QByteArray firstLineOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readLine(16 * 1024).trimmed() : QByteArray();
}

void setCredentials(CURL* curl, const MailServer& server)
{
    if (server.user.isEmpty())
        return;
    curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.toUtf8().constData());
    if (server.tokenFile.isEmpty())
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.toUtf8().constData());
    else
        curl_easy_setopt(curl, CURLOPT_XOAUTH2_BEARER, firstLineOf(server.tokenFile).constData());
}

} // namespace

bool exposesSecret(const MailServer& server)
{
    const bool loopback = server.host == "localhost"_L1 || QHostAddress(server.host).isLoopback();
    return server.security == MailServer::Security::Plain && !server.user.isEmpty() && !loopback;
}

Conversation::Conversation(const QByteArray& url, const MailServer& server)
    : m_curl(newCurlHandle())
    , m_waiting(curl_multi_init())
{
    CURL* curl = m_curl.get();
    if (curl == nullptr || m_waiting == nullptr) {
        m_opened = CURLE_OUT_OF_MEMORY;
        return;
    }
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps,imap,imaps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_CONNECT_ONLY, 1L);
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     long(server.security == MailServer::Security::Plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!server.caFile.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, server.caFile.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    }
    setCredentials(curl, server);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(server.timeoutMs));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &ignore);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, &Conversation::listen);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, this);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    m_opened = curl_easy_perform(curl);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 0L);
    within(server.timeoutMs);
}

Conversation::~Conversation()
{
    if (m_waiting != nullptr)
        curl_multi_cleanup(m_waiting);
}

int Conversation::listen(CURL*, curl_infotype kind, char* data, size_t size, void* user)
{
    auto* self = static_cast<Conversation*>(user);
    if (kind == CURLINFO_HEADER_IN && self->m_opening.size() < mostOpeningLines)
        self->m_opening.append(QByteArray(data, qsizetype(qMin(size, size_t(1000)))).trimmed());
    return 0;
}

bool Conversation::wait(short events)
{
    curl_socket_t socket = CURL_SOCKET_BAD;
    if (curl_easy_getinfo(m_curl.get(), CURLINFO_ACTIVESOCKET, &socket) != CURLE_OK || socket == CURL_SOCKET_BAD)
        return false;
    curl_waitfd waiting{socket, events, 0};
    int ready = 0;
    return curl_multi_wait(m_waiting, &waiting, 1, int(m_limit.remainingTime()), &ready) == CURLM_OK && ready > 0;
}

bool Conversation::say(const QByteArray& said)
{
    if (m_opened != CURLE_OK)
        return false;
    qsizetype done = 0;
    while (done < said.size()) {
        size_t sent = 0;
        const CURLcode code = curl_easy_send(m_curl.get(), said.constData() + done, size_t(said.size() - done), &sent);
        if (code == CURLE_AGAIN) {
            if (!wait(CURL_WAIT_POLLOUT))
                return false;
        } else if (code != CURLE_OK) {
            return false;
        }
        done += qsizetype(sent);
    }
    return true;
}

bool Conversation::receive()
{
    if (m_opened != CURLE_OK)
        return false;
    char buffer[16 * 1024];
    for (;;) {
        size_t count = 0;
        const CURLcode code = curl_easy_recv(m_curl.get(), buffer, sizeof buffer, &count);
        if (code == CURLE_OK && count > 0) {
            m_received.append(buffer, qsizetype(count));
            return true;
        }
        // Nothing without an error: the server has hung up.
        if (code != CURLE_AGAIN || !wait(CURL_WAIT_POLLIN))
            return false;
    }
}

std::optional<QByteArray> Conversation::line(qsizetype longest)
{
    qsizetype searched = 0;
    for (;;) {
        if (const qsizetype end = m_received.indexOf('\n', searched); end >= 0) {
            QByteArray line = m_received.left(end);
            m_received.remove(0, end + 1);
            if (line.endsWith('\r'))
                line.chop(1);
            return line;
        }
        searched = m_received.size();
        if (searched > longest || m_limit.hasExpired() || !receive())
            return std::nullopt;
    }
}

std::optional<QByteArray> Conversation::bytes(qsizetype count)
{
    while (m_received.size() < count)
        if (m_limit.hasExpired() || !receive())
            return std::nullopt;
    QByteArray all = m_received.left(count);
    m_received.remove(0, count);
    return all;
}

} // namespace handrail
