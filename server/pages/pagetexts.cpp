// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/pagetexts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

// Resources of a static library must be asked for; outside any namespace, as the macro wants it.
static void loadTemplates()
{
    Q_INIT_RESOURCE(serverpages);
}

namespace handrail::server::pages {

QByteArray resourceFile(const QString& name)
{
    static const bool loaded = (loadTemplates(), true);
    Q_UNUSED(loaded)
    QFile file(u":/handrail/server/pages/"_s + name);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return open ? file.readAll() : QByteArray();
}

PageTexts::PageTexts(const QString& language)
    : m_language(language)
    , m_texts(QJsonDocument::fromJson(resourceFile(u"texts.%1.json"_s.arg(language))).object())
{
}

const PageTexts* PageTexts::find(const QString& language)
{
    static const PageTexts english(u"en"_s);
    static const PageTexts spanish(u"es"_s);
    const QString base = language.left(35).section(u'-', 0, 0).section(u'_', 0, 0).trimmed().toLower();
    return base == u"en"_s ? &english : base == u"es"_s ? &spanish : nullptr;
}

const PageTexts& PageTexts::in(const QString& wanted)
{
    const PageTexts* texts = find(wanted);
    return texts ? *texts : *find(u"en"_s);
}

const PageTexts& PageTexts::accepted(const QByteArray& header)
{
    for (const QByteArray& range : header.left(200).split(','))
        if (const PageTexts* texts = find(QString::fromLatin1(range.split(';').first())))
            return *texts;
    return in({});
}

QStringList PageTexts::list(QStringView key) const
{
    QStringList texts;
    for (const QJsonValue& text : m_texts.value(key).toArray())
        texts.append(text.toString());
    return texts;
}

} // namespace handrail::server::pages
