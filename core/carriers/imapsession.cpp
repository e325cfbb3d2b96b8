// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/imapsession.h"

#include <QLocale>
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// A search may name every mail of a big mailbox, in one line.
constexpr qsizetype longestLine = 4LL * 1024 * 1024;
constexpr qsizetype mostLines = 10'000;

QByteArray urlOf(const MailServer& server)
{
    QUrl url;
    url.setScheme(server.security == MailServer::Security::Tls ? u"imaps"_s : u"imap"_s);
    url.setHost(server.host);
    url.setPort(server.port);
    url.setPath(u"/"_s);
    return url.toEncoded();
}

QByteArray quoted(const QString& folder)
{
    QByteArray name = folder.toUtf8();
    name.replace('\\', "\\\\").replace('"', "\\\"").replace('\r', ' ').replace('\n', ' ');
    return '"' + name + '"';
}

/// The number after `word` in "* OK [UIDNEXT 5] ...".
quint32 numberAfter(const QByteArray& line, const QByteArray& word)
{
    const qsizetype at = line.toUpper().indexOf('[' + word + ' ');
    if (at < 0)
        return 0;
    const qsizetype begin = at + word.size() + 2;
    return line.mid(begin, line.indexOf(']', begin) - begin).trimmed().toUInt();
}

/// The size of the literal that a line announces at its end: "... BODY[] {1234}"; -1: none.
qsizetype literalSize(const QByteArray& line)
{
    const qsizetype open = line.endsWith('}') ? line.lastIndexOf('{') : -1;
    bool number = false;
    const qsizetype size = open < 0 ? -1 : line.mid(open + 1, line.size() - open - 2).toLongLong(&number);
    return number ? size : -1;
}

} // namespace

ImapSession::ImapSession(const MailServer& server)
    : m_talk(urlOf(server), server)
    , m_timeoutMs(server.timeoutMs)
{
}

ImapSession::~ImapSession()
{
    if (opened() == CURLE_OK)
        m_talk.say("H0 LOGOUT\r\n");
}

std::optional<ImapSession::Answer> ImapSession::ask(const QByteArray& command, qsizetype longestLiteral)
{
    m_talk.within(m_timeoutMs);
    const QByteArray tag = 'H' + QByteArray::number(++m_tag);
    if (!m_talk.say(tag + ' ' + command + "\r\n"))
        return std::nullopt;
    Answer answer;
    for (qsizetype i = 0; i < mostLines; ++i) {
        const auto line = m_talk.line(longestLine);
        if (!line)
            return std::nullopt;
        if (line->startsWith(tag + ' '))
            return line->mid(tag.size() + 1, 2).toUpper() == "OK" ? std::optional(answer) : std::nullopt;
        answer.lines.append(*line);
        const qsizetype size = literalSize(*line);
        if (size < 0)
            continue;
        const auto literal = size <= longestLiteral ? m_talk.bytes(size) : std::nullopt;
        if (!literal)
            return std::nullopt;
        answer.literal = *literal;
    }
    return std::nullopt;
}

std::optional<MailboxPosition> ImapSession::enter(const QString& folder, bool toMark)
{
    const auto answer = ask((toMark ? "SELECT " : "EXAMINE ") + quoted(folder));
    if (!answer)
        return std::nullopt;
    MailboxPosition position;
    for (const QByteArray& line : answer->lines) {
        position.validity = qMax(position.validity, numberAfter(line, "UIDVALIDITY"));
        if (const quint32 next = numberAfter(line, "UIDNEXT"); next > 0)
            position.uid = next - 1;
    }
    return position.validity > 0 ? std::optional(position) : std::nullopt;
}

std::optional<QList<quint32>> ImapSession::uidsAfter(quint32 uid, const QDate& since)
{
    QByteArray command = "UID SEARCH UID " + QByteArray::number(qint64(uid) + 1) + ":*";
    if (since.isValid())
        command += " SINCE " + QLocale::c().toString(since, u"d-MMM-yyyy"_s).toLatin1();
    const auto answer = ask(command);
    if (!answer)
        return std::nullopt;
    QList<quint32> uids;
    for (const QByteArray& line : answer->lines)
        if (line.toUpper().startsWith("* SEARCH"))
            for (const QByteArray& word : line.mid(8).split(' '))
                if (const quint32 found = word.toUInt(); found > uid) // "5:*" names the last mail, even where it is 4.
                    uids.append(found);
    std::ranges::sort(uids);
    return uids;
}

std::optional<QByteArray> ImapSession::fetch(quint32 uid, qsizetype limit)
{
    // PEEK: what nobody has read stays unread.
    const auto answer =
        ask("UID FETCH " + QByteArray::number(uid) + " (UID BODY.PEEK[]<0." + QByteArray::number(limit) + ">)", limit);
    return answer ? std::optional(answer->literal) : std::nullopt;
}

bool ImapSession::markRead(const QList<quint32>& uids)
{
    QByteArrayList words;
    for (const quint32 uid : uids)
        words.append(QByteArray::number(uid));
    return words.isEmpty() || ask("UID STORE " + words.join(',') + " +FLAGS.SILENT (\\Seen)").has_value();
}

} // namespace handrail
