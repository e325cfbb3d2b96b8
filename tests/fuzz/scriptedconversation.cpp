// SPDX-License-Identifier: GPL-3.0-or-later
// core/carriers/conversation.h without a network: the mail server says what the fuzzer wrote. The linker takes these
// functions, so that of the library's own conversation.cpp nothing comes along.
#include "core/carriers/conversation.h"
#include "tests/fuzz/scriptedconversation.h"

namespace handrail {

QByteArray& fuzz::whatTheMailServerSays()
{
    static QByteArray words;
    return words;
}

bool exposesSecret(const MailServer&)
{
    return false;
}

/// Lines up to an empty one are said while the session is opened, the rest afterwards.
Conversation::Conversation(const QByteArray&, const MailServer&)
    : m_received(fuzz::whatTheMailServerSays())
{
    while (const auto said = line())
        if (said->isEmpty())
            break;
        else
            m_opening.append(*said);
}

Conversation::~Conversation() = default;

bool Conversation::say(const QByteArray&)
{
    return true;
}

std::optional<QByteArray> Conversation::line(qsizetype longest)
{
    const qsizetype end = m_received.indexOf('\n');
    if (end < 0 || end > longest)
        return std::nullopt;
    QByteArray line = m_received.left(end);
    m_received.remove(0, end + 1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

std::optional<QByteArray> Conversation::bytes(qsizetype count)
{
    fuzz::mustHold(count >= 0);
    if (m_received.size() < count)
        return std::nullopt;
    QByteArray all = m_received.left(count);
    m_received.remove(0, count);
    return all;
}

} // namespace handrail
