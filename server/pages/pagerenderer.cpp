// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/pagerenderer.h"

#include "core/domain/localtime.h"
#include "core/domain/records/codec.h"
#include "server/pages/siteview.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <memory>

#include <mustache.hpp>

using namespace Qt::Literals::StringLiterals;
using kainjow::mustache::data;

namespace handrail::server::pages {

namespace {

const std::string& file(const QString& name)
{
    static const QHash<QString, std::string> files = [] {
        QHash<QString, std::string> all;
        for (const QString& known : {u"layout.mustache"_s, u"resources.mustache"_s, u"question.mustache"_s,
                                     u"unsubscribe.mustache"_s, u"message.mustache"_s, u"cover.mustache"_s,
                                     u"style.css"_s})
            all.insert(known, resourceFile(known).trimmed().toStdString());
        return all;
    }();
    return *files.constFind(name);
}

data toMustache(const QJsonValue& value);

data toMustache(const QJsonObject& object)
{
    data result{data::type::object};
    for (auto it = object.begin(); it != object.end(); ++it)
        // An empty string is a section that stays shut, as in Mustache's other implementations.
        if (!it->isString() || !it->toString().isEmpty())
            result.set(it.key().toStdString(), toMustache(it.value()));
    return result;
}

data toMustache(const QJsonValue& value)
{
    if (value.isObject())
        return toMustache(value.toObject());
    if (value.isBool())
        return data{value.toBool()};
    if (!value.isArray())
        return data{value.toString().toStdString()};
    data list{data::type::list};
    for (const QJsonValue& item : value.toArray())
        list.push_back(toMustache(item));
    return list;
}

/// The page's own words, for `{{t.…}}`: the same for every page in a language.
const data& wordsOf(const PageTexts& texts)
{
    static thread_local QHash<QString, std::shared_ptr<data>> made;
    auto& words = made[texts.language()];
    if (!words) {
        words = std::make_shared<data>(data::type::object);
        words->set("t", toMustache(texts.all()));
    }
    return *words;
}

std::string fill(const QString& name, const data& values, const data& words)
{
    // Parsed once a thread: rendering notes its errors in the template.
    static thread_local QHash<QString, std::shared_ptr<kainjow::mustache::mustache>> parsed;
    auto& page = parsed[name];
    if (!page)
        page = std::make_shared<kainjow::mustache::mustache>(file(name));
    Q_ASSERT(page->is_valid());
    kainjow::mustache::context<std::string> context(&words);
    context.push(&values);
    return page->render(context);
}

struct Frame
{
    QString programName;
    QString title;
    QString foot;
    PageAddress address{}; ///< That the switch of the language stays in.
    bool leave = false;    ///< Has the button that leads away.
};

QByteArray framed(const QString& templateName, const QJsonObject& values, const Frame& frame, const PageTexts& texts)
{
    QString otherAddress = u"?lang="_s + texts[u"otherLang"];
    if (frame.address.part > 1)
        otherAddress += u"&part=%1"_s.arg(frame.address.part);
    if (frame.leave && !frame.address.show.isEmpty())
        otherAddress += u"&show="_s + frame.address.show;
    const data& words = wordsOf(texts);
    data layout = toMustache(QJsonObject{{u"lang"_s, texts.language()},
                                         {u"otherLang"_s, texts[u"otherLang"]},
                                         {u"otherAddress"_s, otherAddress},
                                         {u"title"_s, frame.title},
                                         {u"programName"_s, shortened(frame.programName, 100)},
                                         {u"foot"_s, frame.foot},
                                         {u"leave"_s, frame.leave},
                                         {u"otherLanguage"_s, texts[u"otherLanguage"]}});
    layout.set("css", file(u"style.css"_s));
    layout.set("body", fill(templateName, toMustache(values), words));
    return QByteArray::fromStdString(fill(u"layout.mustache"_s, layout, words));
}

/// `named` where the client's first name is known, else the form without it.
QString greeting(const PageReader& reader, const PageTexts& texts, QStringView named, QStringView nameless)
{
    const QString name = shortened(reader.givenName, 60);
    return name.isEmpty() ? texts[nameless] : texts[named].arg(setApart(name));
}

/// Which of the share's sites stand in one part.
struct Part
{
    int number = 1;
    int count = 1;
    qsizetype first = 0;
    qsizetype last = 0; ///< Not part of it.
};

Part partOf(qsizetype sites, int count, int number)
{
    const int n = qBound(1, number, count);
    return {n, count, sites * (n - 1) / count, sites * n / count};
}

QJsonObject partLink(const Part& part, QStringView words, const PageAddress& address, const PageTexts& texts)
{
    QString href = u"?part=%1"_s.arg(part.number);
    if (!address.language.isEmpty())
        href += u"&lang="_s + texts.language();
    if (!address.show.isEmpty())
        href += u"&show="_s + address.show;
    return {{u"href"_s, href}, {u"words"_s, texts[words].arg(part.first + 1).arg(part.last)}};
}

/// The ways to the parts before and after this one.
QJsonArray partLinks(qsizetype sites, const Part& part, const PageAddress& address, const PageTexts& texts)
{
    QJsonArray links;
    if (part.number < part.count)
        links.append(partLink(partOf(sites, part.count, part.number + 1), u"later", address, texts));
    if (part.number > 1)
        links.append(partLink(partOf(sites, part.count, part.number - 1), u"earlier", address, texts));
    return links;
}

QString introText(const ResourcesPage& page, const Part& part, const PageTexts& texts)
{
    const QString program = setApart(shortened(page.reader.programName, 100));
    if (page.sites.size() == 1)
        return texts[u"resourcesIntroOne"].arg(program);
    const QString count = QString::number(page.sites.size());
    return part.number == 1 ? texts[u"resourcesIntroMany"].arg(program, count)
                            : texts[u"partOf"].arg(QString::number(part.first + 1), QString::number(part.last), count);
}

QByteArray resourcesWithin(const ResourcesPage& page, const PageTexts& texts, const SiteLimits& limits,
                           const PageAddress& address, const Part& part)
{
    const PageMoment moment{page.now, zoneNamed(page.timeZone)};
    QJsonArray sites;
    for (qsizetype i = part.first; i < part.last; ++i) {
        QJsonObject view = siteView(page.sites.at(i), texts, limits, moment);
        view.insert(u"number"_s, QString::number(i + 1));
        view.insert(u"numbered"_s, page.sites.size() > 1);
        sites.append(view);
    }
    const QJsonArray ways = partLinks(page.sites.size(), part, address, texts);
    PageAddress here = address;
    here.part = part.number;
    return framed(u"resources.mustache"_s,
                  {{u"heading"_s, greeting(page.reader, texts, u"resourcesHeading", u"resourcesHeadingNoName")},
                   {u"intro"_s, introText(page, part, texts)},
                   {u"hasContents"_s, sites.size() > 1},
                   {u"start"_s, QString::number(part.first + 1)},
                   {u"hasWays"_s, !ways.isEmpty()},
                   {u"ways"_s, ways},
                   {u"sites"_s, sites}},
                  {page.reader.programName, texts[u"resourcesTitle"],
                   texts[u"resourcesFoot"] + u' ' + texts[u"historyStays"], here, true},
                  texts);
}

/// When the answer was recorded, by the client's clock.
QString recordedAt(const QuestionPage& page, const PageTexts& texts)
{
    const auto zone = zoneNamed(page.timeZone);
    if (page.recordedAt.isNull() || !zone)
        return {};
    const QDateTime at = wallClockAt(page.recordedAt, *zone);
    return texts[u"recordedAt"].arg(dateText(at.date(), texts), timeText(at.time(), texts));
}

/// "answerYes", "recordedYes": the key of a text that there is for each answer.
QString keyed(const QString& prefix, Answer answer)
{
    switch (answer) {
    case Answer::Yes:
        return prefix + u"Yes"_s;
    case Answer::No:
        return prefix + u"No"_s;
    case Answer::NoLongerInterested:
        return prefix + u"NoLongerInterested"_s;
    }
    Q_UNREACHABLE();
    return {};
}

QJsonArray choices(const QuestionPage& page, const PageTexts& texts)
{
    QJsonArray all;
    for (const Answer answer : {Answer::Yes, Answer::No, Answer::NoLongerInterested})
        all.append(QJsonObject{{u"value"_s, records::nameOf(answer)},
                               {u"label"_s, texts[keyed(u"answer"_s, answer)]},
                               {u"current"_s, page.recorded == answer}});
    return all;
}

} // namespace

namespace {

constexpr SiteLimits steps[] = {{600, 1200, 200, 6, 14}, {400, 400, 200, 4, 10}, {250, 250, 140, 3, 7},
                                {120, 120, 100, 2, 7},   {60, 60, 80, 2, 3},     {0, 0, 60, 1, 2}};

int partsFor(qsizetype sites, int inPart)
{
    return int(qMax<qsizetype>(1, (sites + inPart - 1) / inPart));
}

/// The fewest parts with nothing cut in any of them; where texts are too long for all that, as many as there may be.
int partsThatFit(const ResourcesPage& page, const PageTexts& texts, const PageAddress& address)
{
    const qsizetype sites = page.sites.size();
    const int most = partsFor(sites, fewestSitesInPart);
    for (int count = partsFor(sites, sitesInPart); count < most; ++count) {
        bool fits = true;
        for (int n = 1; fits && n <= count; ++n)
            fits = resourcesWithin(page, texts, steps[0], address, partOf(sites, count, n)).size() < largestPage;
        if (fits)
            return count;
    }
    return most;
}

} // namespace

QByteArray renderResources(const ResourcesPage& page, const PageTexts& texts, const PageAddress& address)
{
    const Part part = partOf(page.sites.size(), partsThatFit(page, texts, address), address.part);
    QByteArray html;
    for (const SiteLimits& limits : steps) {
        html = resourcesWithin(page, texts, limits, address, part);
        if (html.size() < largestPage)
            break;
    }
    return html;
}

QByteArray renderQuestion(const QuestionPage& page, QuestionState state, const PageTexts& texts,
                          const PageAddress& address)
{
    const QString site = setApart(shortened(page.siteName, 200));
    const QString name = setApart(shortened(page.reader.givenName, 60));
    const QString program = setApart(shortened(page.reader.programName, 100));
    QJsonObject values{
        {u"question"_s, name.isEmpty() ? texts[u"questionNoName"].arg(site) : texts[u"question"].arg(name, site)},
        {u"choices"_s, choices(page, texts)}};
    if (state == QuestionState::NotChosen)
        values.insert(u"problem"_s, texts[u"chooseOne"]);
    if (page.recorded) {
        values.insert(u"siteName"_s, site);
        values.insert(u"recordedAt"_s, recordedAt(page, texts));
        values.insert(u"mayClose"_s, state == QuestionState::Answered);
        values.insert(u"recorded"_s, texts[keyed(u"answer"_s, *page.recorded)]);
        values.insert(u"recordedNote"_s, texts[keyed(u"recorded"_s, *page.recorded)]);
        values.insert(u"recordedHeading"_s,
                      texts[state == QuestionState::Answered ? u"thanksHeading"_s : u"recordedHeading"_s]);
    }
    return framed(u"question.mustache"_s, values,
                  {page.reader.programName, texts[u"questionTitle"],
                   texts[u"questionFoot"].arg(program) + u' ' + texts[u"historyStays"], address, true},
                  texts);
}

QByteArray renderUnsubscribe(const UnsubscribePage& page, const PageTexts& texts)
{
    const QString program = setApart(shortened(page.reader.programName, 100));
    return framed(u"unsubscribe.mustache"_s,
                  {{u"done"_s, page.unsubscribed},
                   {u"heading"_s, texts[u"unsubscribeHeading"].arg(program)},
                   {u"explanation"_s, texts[u"unsubscribeText"].arg(program)},
                   {u"unsubscribed"_s, texts[u"unsubscribed"].arg(program)}},
                  {program, texts[page.unsubscribed ? u"unsubscribedHeading"_s : u"unsubscribeTitle"_s],
                   page.unsubscribed ? QString() : texts[u"unsubscribeFoot"]},
                  texts);
}

QByteArray renderCover(const PageTexts& texts, const PageAddress& address)
{
    QString open = u"?show="_s + address.show;
    if (!address.language.isEmpty())
        open += u"&lang="_s + texts.language();
    return framed(u"cover.mustache"_s, {{u"open"_s, open}}, {{}, texts[u"coverTitle"], {}, address}, texts);
}

QByteArray renderMessage(const QString& kind, const PageTexts& texts)
{
    return framed(u"message.mustache"_s,
                  {{u"heading"_s, texts[kind + u"Heading"_s]},
                   {u"text"_s, texts[kind + u"Text"_s]},
                   {u"advice"_s, QJsonArray::fromStringList(texts.list(kind + u"Advice"_s))}},
                  {{}, texts[kind + u"Title"_s], {}}, texts);
}

QByteArray styleSource()
{
    static const QByteArray source =
        "'sha256-" +
        QCryptographicHash::hash(QByteArray::fromStdString(file(u"style.css"_s)), QCryptographicHash::Sha256)
            .toBase64() +
        "'";
    return source;
}

} // namespace handrail::server::pages
