// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carriers/htmlwords.h"

#include <QHash>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

/// What a person does not see, or did not write.
bool isSilent(QStringView tag)
{
    return tag == u"style" || tag == u"script" || tag == u"head" || tag == u"title" || tag == u"blockquote";
}

bool endsLine(QStringView tag)
{
    return tag == u"br" || tag == u"p" || tag == u"div" || tag == u"tr" || tag == u"li" || tag == u"h1" ||
           tag == u"h2" || tag == u"h3" || tag == u"hr" || tag == u"table";
}

QString character(const QString& entity)
{
    static const QHash<QString, QString> known = {
        {u"amp"_s, u"&"_s},    {u"lt"_s, u"<"_s},     {u"gt"_s, u">"_s},     {u"quot"_s, u"\""_s},
        {u"apos"_s, u"'"_s},   {u"nbsp"_s, u" "_s},   {u"rsquo"_s, u"’"_s},  {u"lsquo"_s, u"‘"_s},
        {u"ldquo"_s, u"“"_s},  {u"rdquo"_s, u"”"_s},  {u"aacute"_s, u"á"_s}, {u"eacute"_s, u"é"_s},
        {u"iacute"_s, u"í"_s}, {u"oacute"_s, u"ó"_s}, {u"uacute"_s, u"ú"_s}, {u"ntilde"_s, u"ñ"_s},
        {u"iexcl"_s, u"¡"_s},  {u"iquest"_s, u"¿"_s}, {u"hellip"_s, u"…"_s}, {u"ndash"_s, u"–"_s}};
    if (!entity.startsWith(u'#'))
        return known.value(entity);
    bool number = false;
    const bool hex = entity.size() > 1 && entity[1].toLower() == u'x';
    const uint code = hex ? entity.mid(2).toUInt(&number, 16) : entity.mid(1).toUInt(&number);
    const bool real = number && code >= 32 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return real ? QString::fromUcs4(reinterpret_cast<const char32_t*>(&code), 1) : QString();
}

/// Reads on from place to place; knows how deep it is in what is left out.
class Reader
{
public:
    explicit Reader(const QString& html)
        : m_html(html)
    {
    }
    QString read()
    {
        while (m_at < m_html.size()) {
            if (m_html[m_at] == u'<')
                readTag();
            else if (m_html[m_at] == u'&')
                readEntity();
            else
                add(QString(m_html[m_at++].isSpace() ? QChar(u' ') : m_html[m_at - 1]));
        }
        return m_words;
    }

private:
    void add(const QString& text)
    {
        if (!m_silentIn.isEmpty())
            return;
        if (text == u" "_s && (m_words.isEmpty() || m_words.back().isSpace()))
            return;
        m_words += text;
    }
    void readTag()
    {
        if (m_html.mid(m_at, 4) == u"<!--"_s) {
            const qsizetype end = m_html.indexOf(u"-->"_s, m_at + 4);
            m_at = end < 0 ? m_html.size() : end + 3;
            return;
        }
        const qsizetype end = m_html.indexOf(u'>', m_at);
        const bool closes = m_html.mid(m_at + 1, 1) == u"/"_s;
        QString name;
        for (qsizetype i = m_at + (closes ? 2 : 1); i < m_html.size() && name.size() < 12; ++i) {
            if (!m_html[i].isLetterOrNumber())
                break;
            name += m_html[i].toLower();
        }
        m_at = end < 0 ? m_html.size() : end + 1;
        leaveOut(name, closes);
        if (endsLine(name) && m_silentIn.isEmpty())
            m_words += u'\n';
    }
    /// Only the tag that began what is left out ends it; the same tag within counts.
    void leaveOut(const QString& name, bool closes)
    {
        if (m_silentIn.isEmpty() && !closes && isSilent(name)) {
            m_silentIn = name;
            m_depth = 1;
        } else if (name == m_silentIn && !name.isEmpty()) {
            m_depth += closes ? -1 : 1;
            if (m_depth == 0)
                m_silentIn.clear();
        }
    }
    void readEntity()
    {
        const QString near = m_html.mid(m_at + 1, 12);
        const qsizetype end = near.indexOf(u';');
        const QString found = end > 0 ? character(near.left(end)) : QString();
        add(found.isEmpty() ? u"&"_s : found);
        m_at += found.isEmpty() ? 1 : end + 2;
    }

    const QString& m_html;
    qsizetype m_at = 0;
    QString m_words;
    QString m_silentIn; ///< The tag whose content is left out now.
    int m_depth = 0;
};

} // namespace

QString wordsOfHtml(const QString& html)
{
    return Reader(html).read().trimmed();
}

} // namespace handrail
