// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sitefacts.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

bool has(const QString& text, const QRegularExpression& pattern)
{
    return pattern.match(text).hasMatch();
}

QRegularExpression words(const QString& pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

/// Lower-case names and codes of the languages that Qt knows -> the English name.
const QHash<QString, QString>& languageNames()
{
    static const QHash<QString, QString> names = [] {
        QHash<QString, QString> all;
        for (int i = QLocale::C + 1; i <= QLocale::LastLanguage; ++i) {
            const auto language = QLocale::Language(i);
            const QString english = QLocale::languageToString(language);
            if (english.isEmpty())
                continue;
            all.insert(english.toLower(), english);
            if (const QString code = QLocale::languageToCode(language); !code.isEmpty())
                all.insert(code.toLower(), english);
            if (const QString own = QLocale(language).nativeLanguageName(); !own.isEmpty())
                all.insert(own.toLower(), english);
        }
        // ISO 639-2 codes and names of directories that are not Qt's.
        for (const auto& [name, english] :
             {std::pair(u"spa"_s, u"Spanish"_s), std::pair(u"eng"_s, u"English"_s), std::pair(u"chi"_s, u"Chinese"_s),
              std::pair(u"zho"_s, u"Chinese"_s), std::pair(u"vie"_s, u"Vietnamese"_s),
              std::pair(u"rus"_s, u"Russian"_s), std::pair(u"ara"_s, u"Arabic"_s), std::pair(u"fre"_s, u"French"_s),
              std::pair(u"fra"_s, u"French"_s), std::pair(u"por"_s, u"Portuguese"_s), std::pair(u"kor"_s, u"Korean"_s),
              std::pair(u"tgl"_s, u"Tagalog"_s), std::pair(u"tagalog"_s, u"Tagalog"_s),
              std::pair(u"hat"_s, u"Haitian Creole"_s), std::pair(u"mandarin"_s, u"Chinese (Mandarin)"_s),
              std::pair(u"cantonese"_s, u"Chinese (Cantonese)"_s),
              std::pair(u"american sign language"_s, u"American Sign Language"_s),
              std::pair(u"asl"_s, u"American Sign Language"_s), std::pair(u"español"_s, u"Spanish"_s)})
            all.insert(name, english);
        return all;
    }();
    return names;
}

} // namespace

SiteCost costOf(const QString& cost)
{
    static const QRegularExpression costless =
        words(u"(?<!toll[- ])(?<!not )(?<!n't )\\bfree\\b(?! parking)|\\bno (?:charge|fees?|costs?)\\b|^\\s*none\\b|"
              "\\bwithout charge\\b|\\bgratis\\b|\\bgratuit[oa]s?\\b|\\bsin (?:costo|cargo)\\b|"
              "^(?:.*: )?\\$?0(?:\\.00)?(?: [A-Z]{3})?\\s*$"_s);
    static const QRegularExpression cheap =
        words(u"\\blow[- ](?:cost|fee)|\\bsliding\\b|\\bability to pay\\b|\\bnominal\\b|\\bdonations?\\b|"
              "\\breduced (?:fee|cost|rate)|\\bbased on (?:income|family)|\\bturned away\\b|\\bdonativos?\\b|"
              "\\bbajo costo\\b|\\bseg[uú]n (?:los |sus )?ingresos\\b"_s);
    const QString text = cost.left(2000).simplified();
    if (text.isEmpty())
        return SiteCost::Unknown;
    if (has(text, costless))
        return SiteCost::Free;
    return has(text, cheap) ? SiteCost::Low : SiteCost::Other;
}

bool hasWheelchairAccess(const QString& accessibility)
{
    static const QRegularExpression yes =
        words(u"wheelchair|silla de ruedas|\\bramps?\\b|\\bADA (?:accessible|compliant)"_s);
    static const QRegularExpression no = words(
        u"\\b(?:no|not|isn't|without|limited)\\b[^.,;]*\\b(?:wheelchair|accessible|ramp)|\\bsin (?:acceso|rampa)"_s);
    return has(accessibility, yes) && !has(accessibility, no);
}

QString languageName(const QString& nameOrCode)
{
    const QString tidy = nameOrCode.simplified().left(60);
    const QString known = languageNames().value(tidy.toLower());
    if (!known.isEmpty())
        return known;
    // "es-MX" is Spanish; "Farsi (Persian)" stays what it is.
    static const QRegularExpression tag(u"^([A-Za-z]{2,3})[-_][A-Za-z0-9]{2,8}$"_s);
    if (const auto match = tag.match(tidy); match.hasMatch())
        if (const QString base = languageNames().value(match.captured(1).toLower()); !base.isEmpty())
            return base;
    return tidy.isEmpty() ? tidy : tidy.at(0).toUpper() + tidy.mid(1);
}

std::optional<GeoPoint> pointOf(const ResourceSite& site)
{
    if (!site.latitude || !site.longitude)
        return std::nullopt;
    return GeoPoint{*site.latitude, *site.longitude};
}

QStringList placeParts(const QString& typed)
{
    static const QRegularExpression zip(u"\\b([0-9]{5})(?:-[0-9]{4})?\\s*$"_s);
    const QString all = typed.left(200).simplified();
    QStringList parts = {all};
    if (const auto match = zip.match(all); match.hasMatch())
        parts.append(match.captured(1));
    for (qsizetype comma = all.indexOf(u','); comma >= 0; comma = all.indexOf(u',', comma + 1))
        parts.append(all.mid(comma + 1).trimmed());
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts;
}

bool isPostalCode(const QString& text)
{
    static const QRegularExpression zip(u"^[0-9]{5}(-[0-9]{4})?$"_s);
    return zip.match(text.trimmed()).hasMatch();
}

QString safeWebsite(const QString& website)
{
    QString text = website.trimmed();
    if (text.isEmpty() || text.size() > 500)
        return {};
    if (!text.contains(u':'))
        text.prepend(u"https://"_s);
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == u"http"_s || url.scheme() == u"https"_s;
    if (!url.isValid() || !web || !url.host().contains(u'.') || !url.userInfo().isEmpty())
        return {};
    return QString::fromLatin1(url.toEncoded());
}

QString dialable(const QString& number)
{
    static const QRegularExpression shape(u"^\\+?[0-9 ().\\-/]+$"_s);
    if (number.size() > 40 || !shape.match(number).hasMatch())
        return {};
    QString digits;
    for (const QChar c : number)
        if (c.isDigit() || (c == u'+' && digits.isEmpty()))
            digits.append(c);
    return digits.size() >= 3 && digits.size() <= 16 ? digits : QString();
}

QString mapLink(const ResourceSite& site)
{
    if (const auto point = pointOf(site)) {
        const QString north = QString::number(point->latitude, 'f', 6);
        const QString east = QString::number(point->longitude, 'f', 6);
        return u"https://www.openstreetmap.org/?mlat=%1&mlon=%2#map=17/%1/%2"_s.arg(north, east);
    }
    const QString address = site.addressLine().left(100);
    if (address.isEmpty())
        return {};
    return u"https://www.openstreetmap.org/search?query="_s + QString::fromLatin1(QUrl::toPercentEncoding(address));
}

} // namespace handrail
