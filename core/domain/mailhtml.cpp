// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mailhtml.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr QLatin1StringView listMark("- ");
// Padding and contrast make the link a target for unsteady fingers and weak eyes (WCAG 2.2: 2.5.8, 1.4.3).
constexpr QLatin1StringView buttonStyle("display:inline-block;padding:12px 20px;background:#0b5394;color:#ffffff;"
                                        "border-radius:4px;text-decoration:none;font-weight:bold");
constexpr QLatin1StringView linkStyle("color:#0b5394");

QString anchor(const QString& target, const QString& label, QLatin1StringView style)
{
    return u"<a href=\"%1\" style=\"%2\">%3</a>"_s.arg(target.toHtmlEscaped(), style, label.toHtmlEscaped());
}

/// "See the opening hours:" -> "See the opening hours": a label has no colon at its end.
QString labelOf(QString line)
{
    while (line.endsWith(u':') || line.endsWith(u' '))
        line.chop(1);
    return line;
}

QString listHtml(const QStringList& lines)
{
    QString items;
    for (const QString& line : lines)
        items += u"<li>"_s + line.mid(listMark.size()).toHtmlEscaped() + u"</li>"_s;
    return u"<ul>"_s + items + u"</ul>\n"_s;
}

QString paragraphHtml(const QStringList& lines, const QString& link, const QString& unsubscribeLink)
{
    QStringList parts;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString& line = lines[i];
        const bool isButton = line == link;
        if (!isButton && line != unsubscribeLink) {
            parts.append(line.toHtmlEscaped());
            continue;
        }
        const QString label = i == 0 ? line : labelOf(lines[i - 1]);
        if (i > 0)
            parts.removeLast();
        parts.append(anchor(line, label, isButton ? buttonStyle : linkStyle));
    }
    return u"<p>"_s + parts.join(u"<br>\n"_s) + u"</p>\n"_s;
}

QString blockHtml(const QString& block, const QString& link, const QString& unsubscribeLink)
{
    const QStringList lines = block.split(u'\n');
    const bool list = std::all_of(lines.begin(), lines.end(), [](const QString& l) { return l.startsWith(listMark); });
    return list ? listHtml(lines) : paragraphHtml(lines, link, unsubscribeLink);
}

} // namespace

QString mailHtml(const QString& language, const QString& title, const QString& plainText, const QString& link,
                 const QString& unsubscribeLink)
{
    QString body;
    for (const QString& block : plainText.split(u"\n\n"_s, Qt::SkipEmptyParts))
        body += blockHtml(block, link, unsubscribeLink);
    return u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
           u"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%2</title>\n</head>\n"
           u"<body style=\"margin:0 auto;max-width:36em;padding:16px;font-family:sans-serif;font-size:16px;"
           u"line-height:1.5;color:#1a1a1a;background:#ffffff\">\n%3</body>\n</html>\n"_s.arg(
               language.toHtmlEscaped(), title.toHtmlEscaped(), body);
}

} // namespace handrail
