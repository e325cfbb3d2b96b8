// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/vcardtext.h"

#include "core/files/textencoding.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::files {

namespace {

constexpr qsizetype longestLine = 256 * 1024;
constexpr qsizetype mostParameters = 30;

bool isQuotedPrintable(const QString& line)
{
    const QString head = line.section(u':', 0, 0).toUpper();
    return head.contains(u"QUOTED-PRINTABLE"_s);
}

void append(QString& to, QStringView more)
{
    to.append(more.left(std::max<qsizetype>(0, longestLine - to.size())));
}

/// `text` at separators that are neither escaped by a backslash (where `escapes`) nor inside of double quotes (where
/// `quotes`).
QStringList split(const QString& text, QChar separator, bool escapes, bool quotes)
{
    QStringList parts = {QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (escapes && c == u'\\' && i + 1 < text.size()) {
            parts.last() += c;
            parts.last() += text[++i];
        } else if (quotes && c == u'"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            parts.append(QString());
        } else {
            parts.last() += c;
        }
    }
    return parts;
}

/// Where the value begins: the first colon outside of quotes, or -1.
qsizetype colonIn(const QString& line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line[i] == u'"')
            quoted = !quoted;
        else if (line[i] == u':' && !quoted)
            return i;
    }
    return -1;
}

QString decodeQuotedPrintable(const QString& text, const QString& charset)
{
    QByteArray escaped = text.toLatin1();
    escaped.replace('%', "%25").replace('=', '%');
    const QByteArray bytes = QByteArray::fromPercentEncoding(escaped);
    const bool utf8 = charset.compare(u"UTF-8"_s, Qt::CaseInsensitive) == 0 ||
                      (charset.isEmpty() && detectEncoding(bytes) != Encoding::Windows1252);
    return utf8 ? decodeAs(bytes, Encoding::Utf8) : fromWindows1252(bytes);
}

bool isName(QStringView text)
{
    return !text.isEmpty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-');
    });
}

void addParameter(ContentLine& line, const QString& text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals < 0) {
        const QString word = text.trimmed().toUpper();
        line.parameters[word == u"QUOTED-PRINTABLE" || word == u"BASE64" ? u"ENCODING"_s : u"TYPE"_s].append(word);
        return;
    }
    for (const QString& value : split(text.mid(equals + 1), u',', false, true))
        line.parameters[text.left(equals).trimmed().toUpper()].append(value.trimmed());
}

} // namespace

QList<LogicalLine> unfold(const QString& text)
{
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    QList<LogicalLine> all;
    int number = 0;
    bool soft = false;
    for (const auto line : QStringTokenizer(lines, u'\n')) {
        ++number;
        const bool folded = !all.isEmpty() && (line.startsWith(u' ') || line.startsWith(u'\t'));
        if (soft) {
            all.last().text.chop(1);
            append(all.last().text, line);
        } else if (folded) {
            append(all.last().text, line.sliced(1));
        } else {
            all.append({number, QString()});
            append(all.last().text, line);
        }
        soft = all.last().text.endsWith(u'=') && isQuotedPrintable(all.last().text);
    }
    return all;
}

std::optional<ContentLine> parseContentLine(const QString& text)
{
    const qsizetype colon = colonIn(text);
    if (colon < 0)
        return std::nullopt;
    const QStringList head = split(text.left(colon), u';', false, false);
    ContentLine line;
    line.name = head.first().section(u'.', -1).trimmed().toUpper();
    if (!isName(line.name) || head.size() > mostParameters)
        return std::nullopt;
    for (const QString& parameter : head.mid(1))
        addParameter(line, parameter);
    line.value = text.mid(colon + 1);
    if (line.parameters.value(u"ENCODING"_s).contains(u"QUOTED-PRINTABLE"_s, Qt::CaseInsensitive))
        line.value = decodeQuotedPrintable(line.value, line.parameters.value(u"CHARSET"_s).value(0));
    return line;
}

QString plainValue(const QString& value)
{
    QString plain;
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] != u'\\' || i + 1 == value.size()) {
            plain += value[i];
            continue;
        }
        const QChar next = value[++i];
        plain += next == u'n' || next == u'N' ? QChar(u'\n') : next;
    }
    return plain;
}

QStringList componentsOf(const QString& value, QChar separator)
{
    QStringList parts;
    for (const QString& part : split(value, separator, true, false))
        parts.append(plainValue(part).trimmed());
    return parts;
}

} // namespace handrail::files
