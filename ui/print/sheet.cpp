// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/sheet.h"

#include "core/domain/sitefacts.h"
#include "ui/sitewords.h"
#include "ui/words.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace handrail::ui {

namespace {

/// In at most `longest` characters, cut at a word.
QString shortened(const QString& text, int longest)
{
    const QString tidy = text.trimmed();
    if (tidy.size() <= longest) {
        return tidy;
    }
    QString head = tidy.left(longest - 1);
    if (const qsizetype blank = head.lastIndexOf(u' '); blank > longest / 2) {
        head.truncate(blank);
    }
    return head.trimmed() + u'…';
}

QString capitalised(const QString& text)
{
    return text.left(1).toUpper() + text.mid(1);
}

/// "Monday – Friday: 9:00 AM – 5:00 PM" a line; days on which it is closed are left out.
QString hoursText(const ResourceSite& site, const SheetLanguage& say)
{
    QStringList lines;
    const QList<DayLine> week = weekInWords(site.hours, say);
    for (qsizetype i = 0; i < week.size();) {
        qsizetype last = i;
        while (last + 1 < week.size() && week.at(last + 1).times == week.at(i).times) {
            ++last;
        }
        if (!week.at(i).times.isEmpty()) {
            QString days = capitalised(say.locale().dayName(week.at(i).weekday));
            if (last > i) {
                days += u" – "_s + say.locale().dayName(week.at(last).weekday);
            }
            lines.append(u"%1: %2"_s.arg(days, week.at(i).times.join(u", "_s)));
        }
        i = last + 1;
    }
    return (lines + otherHoursInWords(site.hours, say)).join(u'\n');
}

QString phonesText(const ResourceSite& site, const SheetLanguage& say)
{
    QStringList lines;
    for (const SitePhone& phone : site.phones) {
        if (phone.type == u"fax"_s) {
            continue; // of no use to a client
        }
        QString line = phone.number;
        if (!phone.extension.isEmpty()) {
            line += say(QT_TRANSLATE_NOOP("SiteWords", " ext. %1")).arg(phone.extension);
        }
        lines.append(phone.description.isEmpty() ? line : u"%1 (%2)"_s.arg(line, phone.description));
    }
    return lines.mid(0, 4).join(u'\n');
}

/// The directory's names are English; a client reads the names of languages in their own.
QString languagesText(const ResourceSite& site, const SheetLanguage& say)
{
    QStringList names;
    for (const QString& language : site.languages) {
        const QString english = languageName(language);
        names.append(english == u"Spanish"_s   ? say(QT_TRANSLATE_NOOP("SiteWords", "Spanish"))
                     : english == u"English"_s ? say(QT_TRANSLATE_NOOP("SiteWords", "English"))
                                               : english);
    }
    names.removeDuplicates();
    return names.join(u", "_s);
}

} // namespace

QList<SheetFact> sheetFacts(const ResourceSite& site, const SheetLanguage& say, int longest)
{
    const QList<SheetFact> all = {{say(QT_TRANSLATE_NOOP("SiteWords", "Address")), site.addressLine()},
                                  {say(QT_TRANSLATE_NOOP("SiteWords", "Phone")), phonesText(site, say)},
                                  {say(QT_TRANSLATE_NOOP("SiteWords", "Hours")), hoursText(site, say)},
                                  {say(QT_TRANSLATE_NOOP("SiteWords", "Bring along")), site.requiredDocuments},
                                  {say(QT_TRANSLATE_NOOP("SiteWords", "Cost")), site.cost},
                                  {say(QT_TRANSLATE_NOOP("SiteWords", "Who can come")), site.eligibility},
                                  {say(QT_TRANSLATE_NOOP("SiteWords", "How to apply")), site.applicationProcess},
                                  {say(QT_TRANSLATE_NOOP("SiteWords", "Languages")), languagesText(site, say)},
                                  {say(QT_TRANSLATE_NOOP("SiteWords", "Getting there")), site.transportation},
                                  {say(QT_TRANSLATE_NOOP("SiteWords", "Website")), safeWebsite(site.website)}};
    QList<SheetFact> facts;
    for (const SheetFact& fact : all) {
        if (const QString text = shortened(fact.text, longest); !text.isEmpty()) {
            facts.append({fact.label, text});
        }
    }
    return facts;
}

SiteCode siteCode(const ResourceSite& site, const SheetLanguage& say)
{
    if (const QString website = safeWebsite(site.website); !website.isEmpty()) {
        return {website, say(QT_TRANSLATE_NOOP("SiteWords", "Website"))};
    }
    if (const QString map = mapLink(site); !map.isEmpty()) {
        return {map, say(QT_TRANSLATE_NOOP("SiteWords", "Map"))};
    }
    for (const SitePhone& phone : site.phones) {
        if (const QString digits = dialable(phone.number); !digits.isEmpty() && phone.type != u"fax"_s) {
            return {u"tel:"_s + digits, say(QT_TRANSLATE_NOOP("SiteWords", "Call"))};
        }
    }
    return {};
}

bool usesLetterPaper(const QLocale& locale)
{
    using L = QLocale;
    static const QSet<int> letter = {L::UnitedStates, L::Canada,    L::Mexico,    L::PuertoRico,       L::Philippines,
                                     L::Chile,        L::Colombia,  L::Venezuela, L::CostaRica,        L::Guatemala,
                                     L::ElSalvador,   L::Nicaragua, L::Panama,    L::DominicanRepublic};
    return letter.contains(locale.territory());
}

} // namespace handrail::ui
