// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/siteview.h"

#include "core/domain/address.h"
#include "core/domain/sitefacts.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace handrail::server::pages {

namespace {

QString timeText(QTime time, const PageTexts& texts)
{
    const int hour = time.hour() % 12 == 0 ? 12 : time.hour() % 12;
    return u"%1:%2 %3"_s.arg(hour)
        .arg(time.minute(), 2, 10, QChar(u'0'))
        .arg(texts[time.hour() < 12 ? u"am"_s : u"pm"_s]);
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

/// Neighbouring days as "Monday to Friday".
QString daysText(const QList<int>& days, const PageTexts& texts)
{
    if (days.size() == 7)
        return texts[u"everyDay"];
    const QStringList names = texts.list(u"days");
    QStringList parts;
    for (qsizetype i = 0; i < days.size();) {
        qsizetype last = i;
        while (last + 1 < days.size() && days.at(last + 1) == days.at(last) + 1)
            ++last;
        const QString from = names.value(days.at(i) - 1);
        const QString to = names.value(days.at(last) - 1);
        if (last - i < 2) {
            parts.append(from);
            if (last > i)
                parts.append(to);
        } else {
            parts.append(texts[u"dayTo"].arg(from, to));
        }
        i = last + 1;
    }
    return capitalised(parts.join(u", "_s));
}

/// Faxes are of no use to a client.
QJsonArray phonesView(const ResourceSite& site, const PageTexts& texts, const SiteLimits& limits)
{
    QJsonArray view;
    for (const SitePhone& phone : site.phones) {
        if (phone.type == u"fax"_s || view.size() >= limits.phones)
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

QJsonArray limited(const QStringList& lines, qsizetype most)
{
    return QJsonArray::fromStringList(lines.first(qMin(most, lines.size())));
}

/// Label and text of what has no markup of its own.
QJsonArray factsView(const ResourceSite& site, const PageTexts& texts, const SiteLimits& limits, bool& cut)
{
    const QList<std::pair<QStringView, QString>> all = {
        {u"bring", site.requiredDocuments},           {u"cost", site.cost},
        {u"eligibility", site.eligibility},           {u"apply", site.applicationProcess},
        {u"languages", site.languages.join(u", "_s)}, {u"interpretation", site.interpretation},
        {u"transportation", site.transportation},     {u"accessibility", site.accessibility}};
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
        if (c == u'\n' || (kind != QChar::Other_Control && kind != QChar::Other_Format && !c.isNull()))
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

QStringList hoursLines(const QList<SiteHours>& hours, const PageTexts& texts)
{
    QStringList lines;
    for (const SiteHours& h : hours) {
        if (h.closed)
            continue; // the desk's directory has holidays; the page would be stale
        QString line = daysText(h.weekdays, texts);
        if (h.opens.isValid() && h.closes.isValid()) {
            const QString times = h.opens == h.closes
                                      ? texts[u"allDay"]
                                      : texts[u"timeTo"].arg(timeText(h.opens, texts), timeText(h.closes, texts));
            line += (line.isEmpty() ? QString() : u": "_s) + times;
        }
        if (!h.note.isEmpty())
            line += (line.isEmpty() ? QString() : u". "_s) + h.note;
        lines.append(line);
    }
    lines.removeAll(QString());
    return lines;
}

QJsonObject siteView(const ResourceSite& site, const PageTexts& texts, const SiteLimits& limits)
{
    bool cut = false;
    QStringList hours;
    for (const QString& line : hoursLines(site.hours, texts))
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
    QJsonObject view{{u"name"_s, shortened(site.serviceName, limits.names)},
                     {u"organization"_s, shortened(place.join(u" · "_s), limits.names)},
                     {u"alert"_s, shortened(site.alert, limits.words, &cut)},
                     {u"inactive"_s, !site.active},
                     {u"description"_s, shortened(site.description, limits.description, &cut)},
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
    view.insert(u"hasList"_s, !address.isEmpty() || !phones.isEmpty() || !hours.isEmpty() || !facts.isEmpty() ||
                                  !website.isEmpty() || email.ok());
    return view;
}

} // namespace handrail::server::pages
