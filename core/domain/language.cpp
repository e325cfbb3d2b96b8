// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/language.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail {

QString primaryLanguage(const QString& tag)
{
    return tag.section(u'-', 0, 0).section(u'_', 0, 0).trimmed().toLower();
}

QString chooseLanguage(const QStringList& offered, const QString& wanted)
{
    for (const QString& tag : offered)
        if (tag.compare(wanted.trimmed(), Qt::CaseInsensitive) == 0)
            return tag;
    for (const QString& tag : offered)
        if (primaryLanguage(tag) == primaryLanguage(wanted))
            return tag;
    return offered.value(0, u"en"_s);
}

} // namespace handrail
