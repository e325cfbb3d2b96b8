// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carriers/conversation.h"
#include "core/ports/mailbox.h"

namespace handrail {

/// One visit to a mailbox (RFC 3501). Nothing that it does changes a mail, but for markRead().
class ImapSession
{
public:
    explicit ImapSession(const MailServer& server);
    ~ImapSession();
    ImapSession(const ImapSession&) = delete;
    ImapSession& operator=(const ImapSession&) = delete;

    [[nodiscard]] CURLcode opened() const { return m_talk.opened(); }

    /// Opens a folder for looking at it (EXAMINE), or for marking mails where `toMark`. Its validity and the last UID
    /// given so far, or nothing.
    std::optional<MailboxPosition> enter(const QString& folder, bool toMark = false);
    /// UIDs after `uid` in order; with `since` those that came on that day or later.
    std::optional<QList<quint32>> uidsAfter(quint32 uid, const QDate& since = {});
    /// The beginning of a mail, at most `limit` bytes; empty where it is gone.
    std::optional<QByteArray> fetch(quint32 uid, qsizetype limit);
    bool markRead(const QList<quint32>& uids);

private:
    struct Answer
    {
        QByteArrayList lines; ///< Untagged ones.
        QByteArray literal;   ///< The last one.
    };
    std::optional<Answer> ask(const QByteArray& command, qsizetype longestLiteral = 1024);

    Conversation m_talk;
    int m_timeoutMs; ///< For one command.
    int m_tag = 0;
};

} // namespace handrail
