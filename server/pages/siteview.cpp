// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/siteview.h"

#include "core/domain/address.h"
#include "core/domain/sitefacts.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::pages {

namespace {

/// Faxes are of no use to a client.
QJsonArray phonesView(const ResourceSite& site, const PageTexts& texts, const SiteLimits& limits)
{
    QJsonArray view;
    for (const SitePhone& phone : site.phones) {
        const bool saysSomething =
            std::any_of(phone.number.begin(), phone.number.end(), [](QChar c) { return c.isLetterOrNumber(); });
        if (phone.type == u"fax"_s || !saysSomething || view.size() >= limits.phones)
            continue;
        const bool isText = phone.type == u"text"_s;
        const QString digits = dialable(phone.number);
        QStringList notes;
        if (!phone.extension.isEmpty())
            notes.append(texts[u"extension"].arg(phone.extension));
        notes.append(phone.description);
        notes.removeAll(QString());
        view.append(QJsonObject{{u"number"_s, shortened(phone.number, 60)},
                                {u"href"_s, digits.isEmpty() ? QString() : (isText ? u"sms:"_s : u"tel:"_s) + digits},
                                {u"verb"_s, texts[isText ? u"text"_s : u"call"_s]},
                                {u"note"_s, shortened(notes.join(u" · "_s), qMin(limits.words, 120))}});
    }
    return view;
}

/// The number behind the large button: the first that can be called.
QJsonObject firstCall(const QJsonArray& phones)
{
    for (const QJsonValue& phone : phones)
        if (phone.toObject().value(u"href").toString().startsWith(u"tel:"_s))
            return phone.toObject();
    return {};
}

QJsonArray limited(const QStringList& lines, qsizetype most)
{
    return QJsonArray::fromStringList(lines.first(qMin(most, lines.size())));
}

/// The directory's languages in the page's.
QString languagesText(const QStringList& languages, const PageTexts& texts)
{
    const QJsonObject names = texts.all().value(u"languageNames").toObject();
    QStringList words;
    for (const QString& language : languages) {
        const QString english = languageName(language);
        words.append(names.value(english).toString(english));
    }
    words.removeAll(QString());
    words.removeDuplicates();
    return words.join(u", "_s);
}

/// Label and text of what has no markup of its own.
QJsonArray factsView(const ResourceSite& site, const PageTexts& texts, const SiteLimits& limits, bool& cut)
{
    const QList<std::pair<QStringView, QString>> all = {{u"bring", site.requiredDocuments},
                                                        {u"cost", site.cost},
                                                        {u"languages", languagesText(site.languages, texts)},
                                                        {u"interpretation", site.interpretation},
                                                        {u"eligibility", site.eligibility},
                                                        {u"apply", site.applicationProcess},
                                                        {u"transportation", site.transportation},
                                                        {u"accessibility", site.accessibility}};
    QJsonArray facts;
    for (const auto& [label, text] : all)
        if (const QString words = shortened(text, limits.words, &cut); !words.isEmpty())
            facts.append(QJsonObject{{u"label"_s, texts[label]}, {u"text"_s, capitalised(words)}});
    return facts;
}

} // namespace

QString shortened(const QString& text, int length, bool* cut)
{
    QString plain;
    for (const QChar c : text.left(20'000)) {
        const auto kind = c.category();
        // The joiners are letters to some scripts; the other format characters can turn a page's text around.
        const bool isJoiner = c == QChar(0x200c) || c == QChar(0x200d);
        if (c == u'\n' || isJoiner || (kind != QChar::Other_Control && kind != QChar::Other_Format && !c.isNull()))
            plain.append(c);
        else if (kind == QChar::Other_Control)
            plain.append(u' ');
    }
    plain = plain.trimmed();
    if (plain.size() <= length)
        return plain;
    if (cut != nullptr)
        *cut = true;
    if (length < 20)
        return {};
    QString head = plain.left(length - 1);
    if (const qsizetype blank = head.lastIndexOf(u' '); blank > length / 2)
        head.truncate(blank);
    if (head.back().isHighSurrogate())
        head.chop(1);
    return head.trimmed() + u'…';
}

QString setApart(const QString& text)
{
    return text.isRightToLeft() ? QChar(0x2068) + text + QChar(0x2069) : text;
}

QJsonObject siteView(const ResourceSite& site, const PageTexts& texts, const SiteLimits& limits,
                     const PageMoment& moment)
{
    bool cut = false;
    QStringList hours;
    for (const QString& line : hoursLines(site.hours, texts, moment))
        hours.append(shortened(line, qMax(limits.words, 80), &cut));
    QStringList place = {site.organizationName, site.locationName};
    place.removeAll(QString());
    place.removeAll(site.serviceName);
    place.removeDuplicates();
    const QString address = shortened(site.addressLine(), limits.names);
    const QJsonArray phones = phonesView(site, texts, limits);
    const QString website = safeWebsite(site.website);
    const auto email = EmailAddress::parse(site.email);
    const QJsonArray facts = factsView(site, texts, limits, cut);
    const TodayText today = todayText(site.hours, texts, moment);
    QJsonObject view{{u"name"_s, shortened(site.serviceName, limits.names)},
                     {u"organization"_s, shortened(place.join(u" · "_s), limits.names)},
                     {u"alert"_s, shortened(site.alert, limits.words, &cut)},
                     {u"inactive"_s, !site.active},
                     {u"description"_s, shortened(site.description, limits.description, &cut)},
                     {u"today"_s, today.label},
                     {u"todayDetails"_s, shortened(today.details, 120)},
                     {u"isOpen"_s, today.open},
                     {u"hasAddress"_s, !address.isEmpty()},
                     {u"address"_s, address},
                     {u"map"_s, mapLink(site)},
                     {u"hasPhones"_s, !phones.isEmpty()},
                     {u"phones"_s, phones},
                     {u"hasHours"_s, !hours.isEmpty()},
                     {u"hours"_s, limited(hours, limits.hours)},
                     {u"facts"_s, facts},
                     {u"hasWeb"_s, !website.isEmpty() || email.ok()},
                     {u"website"_s, website},
                     {u"email"_s, email.ok() ? email->value() : QString()}};
    view.insert(u"cut"_s, cut);
    const QJsonObject call = firstCall(phones);
    if (!call.isEmpty())
        view.insert(u"firstCall"_s, call);
    view.insert(u"hasActs"_s, !call.isEmpty() || !mapLink(site).isEmpty());
    view.insert(u"hasList"_s, !address.isEmpty() || !phones.isEmpty() || !hours.isEmpty() || !facts.isEmpty() ||
                                  !website.isEmpty() || email.ok());
    return view;
}

} // namespace handrail::server::pages
