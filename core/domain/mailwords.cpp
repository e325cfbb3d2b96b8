// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mailwords.h"

#include "core/domain/replywords.h"

#include <QRegularExpression>
#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr qsizetype longestRead = 64 * 1024;
constexpr qsizetype longestLine = 1000;
constexpr qsizetype mostLines = 2000;
/// A mail program wraps «On Monday, 5 October 2026 at 12:00, Harbor House <help@harbor.example> wrote:».
constexpr qsizetype wrappedOver = 4;

QRegularExpression caseless(const QString& pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

bool isQuoted(const QString& line)
{
    return line.startsWith(u'>') || line.startsWith(u"|>"_s);
}

/// «On ... wrote:», put together from up to four lines beginning at `first`. How many lines it takes; 0: none.
qsizetype announcesQuotation(const QStringList& lines, qsizetype first)
{
    static const QRegularExpression begins(
        caseless(u"^(?:on|el|le|am|il|em|op|den|w dniu|at)\\s.{0,60}|^.{0,200}@.{0,200}|^\\d{4}[-/.]\\d"_s));
    static const QRegularExpression ends(caseless(
        u"(?:wrote|writes|escribi[oó]|escribe|a écrit|schrieb|ha scritto|escreveu|schreef)\\s?[^\\n]{0,120}:$"_s));
    if (!begins.match(lines[first].left(longestLine)).hasMatch())
        return 0;
    QString whole;
    for (qsizetype i = first; i < qMin(first + wrappedOver, lines.size()) && !lines[i].isEmpty(); ++i) {
        if (isQuoted(lines[i]))
            return 0;
        whole += (whole.isEmpty() ? u""_s : u" "_s) + lines[i];
        if (ends.match(whole.right(300)).hasMatch())
            return i - first + 1;
    }
    return 0;
}

/// Where a forwarded or Outlook-style copy of the other mail begins: all that follows is not the client's.
bool beginsCopy(const QStringList& lines, qsizetype at)
{
    static const QRegularExpression rule(
        caseless(u"^-{2,}\\s*(?:original message|forwarded message|mensaje original|mensaje reenviado|"
                 "ursprüngliche nachricht|message d.origine)\\s*-{2,}$|^(?:begin forwarded message|"
                 "inicio del mensaje reenviado):$"_s));
    static const QRegularExpression from(caseless(u"^\\*?(?:from|de|von):\\*?\\s*\\S.{0,300}$"_s));
    static const QRegularExpression header(
        caseless(u"^\\*?(?:sent|date|to|subject|enviado|enviado el|fecha|para|asunto|gesendet|an|betreff|cc):"_s));
    if (rule.match(lines[at].left(longestLine)).hasMatch())
        return true;
    if (!from.match(lines[at].left(longestLine)).hasMatch())
        return false;
    int headers = 0;
    for (qsizetype i = at + 1; i < qMin(at + 6, lines.size()); ++i)
        headers += header.match(lines[i].left(200)).hasMatch() ? 1 : 0;
    return headers >= 2;
}

bool isDevicesLine(const QString& line)
{
    static const QRegularExpression device(
        caseless(u"^(?:sent (?:from|via|with) |get outlook for |enviado (?:desde|con) |envoyé de |gesendet von |"
                 "obtener outlook para |yahoo mail: |sent by ).{0,80}$"_s));
    return line.size() < 120 && device.match(line).hasMatch();
}

/// The lines that lead to our own unsubscribe page, as they stand in a quotation that nothing marks as one, with the
/// line before: «Unsubscribe from all emails:» must not read as the client's wish.
void dropOurLinks(QStringList& lines)
{
    static const QRegularExpression ours(u"https?://[^\\s]{1,200}/[rfu]/[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])"_s);
    for (qsizetype i = lines.size() - 1; i >= 0; --i) {
        if (i >= lines.size() || !ours.match(lines[i].left(longestLine)).hasMatch())
            continue;
        lines.removeAt(i);
        qsizetype before = i - 1;
        while (before >= 0 && lines[before].isEmpty())
            --before;
        if (before >= 0 && lines[before].endsWith(u':'))
            lines.removeAt(before);
    }
}

QStringList linesOf(const QString& mail)
{
    QString text = mail.left(longestRead);
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar(0x00a0), u' ');
    text.remove(QChar(u'\0'));
    QStringList lines = text.split(u'\n').mid(0, mostLines);
    for (QString& line : lines)
        line = line.trimmed();
    return lines;
}

qsizetype nextFilled(const QStringList& lines, qsizetype from)
{
    while (from < lines.size() && lines[from].isEmpty())
        ++from;
    return from;
}

} // namespace

QString ownWords(const QString& mail)
{
    const QStringList lines = linesOf(mail);
    QStringList own;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString& line = lines[i];
        if (isQuoted(line) || isDevicesLine(line))
            continue;
        if (line == u"--"_s || line == u"—"_s || beginsCopy(lines, i))
            break;
        if (const qsizetype taken = announcesQuotation(lines, i); taken > 0) {
            const qsizetype next = nextFilled(lines, i + taken);
            // Without marks nobody can tell where the quotation ends.
            if (next >= lines.size() || !isQuoted(lines[next]))
                break;
            i += taken - 1;
            continue;
        }
        if (line.size() >= 10 && line.count(u'_') == line.size())
            break;
        own.append(line);
    }
    dropOurLinks(own);
    QString text = own.join(u'\n').trimmed();
    static const QRegularExpression gaps(u"\\n{3,}"_s);
    return text.replace(gaps, u"\n\n"_s);
}

bool isOwnSubject(const QString& subject)
{
    static const QRegularExpression answer(
        caseless(u"^\\s*(?:re|aw|sv|rv|fw|fwd|tr|wg|res|ref|rif|odp)\\s*(?:\\[\\d+\\])?:"_s));
    return !subject.trimmed().isEmpty() && !answer.match(subject.left(100)).hasMatch();
}

bool asksForNoMoreMail(const QString& own, const QString& subject)
{
    if (readTextReply(own, false) == TextMeaning::OptOut)
        return true;
    return isOwnSubject(subject) && readTextReply(subject, false) == TextMeaning::OptOut;
}

bool saysOnlyStop(const QString& own, const QString& subject)
{
    const QString said = own.isEmpty() && isOwnSubject(subject) ? subject : own;
    const ReplyWords words = readWords(said);
    return words.whole && keywordMeaning(withoutCourtesy(words.all)) == TextMeaning::OptOut;
}

} // namespace handrail
