// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carriers/curlhandle.h"
#include "core/carriers/mailserver.h"

#include <QByteArrayList>
#include <QDeadlineTimer>
#include <optional>

namespace handrail {

/// A conversation in lines with a mail server. libcurl opens it: the connection, TLS with checked certificates
/// (STARTTLS is required where it is asked for), the greeting and the sign-in. What is said after that is the caller's:
/// only so is it known what has left when something breaks, and what the server said to what.
/// Used by one thread at a time.
class Conversation
{
public:
    /// `url` says protocol and server: smtp://mail.example:587/our.name, imaps://mail.example:993/
    Conversation(const QByteArray& url, const MailServer& server);
    ~Conversation();
    Conversation(const Conversation&) = delete;
    Conversation& operator=(const Conversation&) = delete;

    /// How opening it went.
    [[nodiscard]] CURLcode opened() const { return m_opened; }
    /// What the server said meanwhile, one line each.
    [[nodiscard]] const QByteArrayList& opening() const { return m_opening; }

    /// The time for all that comes now, until this is called again; at first the server's time limit.
    void within(int milliseconds) { m_limit.setRemainingTime(milliseconds); }

    /// False where it can't be said to the end in time.
    bool say(const QByteArray& bytes);
    /// The next line without its end; nothing where none comes in time, or one beyond measure.
    std::optional<QByteArray> line(qsizetype longest = 4096);
    /// Exactly `count` bytes, or nothing.
    std::optional<QByteArray> bytes(qsizetype count);

private:
    static int listen(CURL* curl, curl_infotype kind, char* data, size_t size, void* user);
    bool receive();
    bool wait(short events);

    CurlHandle m_curl;
    CURLM* m_waiting = nullptr;
    CURLcode m_opened = CURLE_OK;
    QByteArrayList m_opening;
    QByteArray m_received;
    QDeadlineTimer m_limit;
};

} // namespace handrail
