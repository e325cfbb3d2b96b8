// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/templatecheck.h"

#include "core/domain/language.h"
#include "core/domain/neutral.h"
#include "core/domain/smscosts.h"
#include "core/domain/smssegments.h"
#include "core/domain/templates.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TemplateCheck)
};

constexpr qsizetype longestText = 1600;   // Twilio refuses more (21617).
constexpr qsizetype longestKept = 20'000; // The store's limit for all of an agency's templates is larger.
constexpr qsizetype usualLink = 60;

bool isText(const TemplateKind& kind)
{
    return kind.channel == Channel::Text;
}

QString firstLine(const QString& text)
{
    return text.trimmed().section(u'\n', 0, 0).trimmed();
}

/// A brace that belongs to no placeholder would reach the client as it stands.
bool hasLooseBrace(const QString& text)
{
    static const QRegularExpression placeholder(u"\\{[A-Za-z_]{1,40}\\}"_s);
    QString rest = text;
    rest.remove(placeholder);
    return rest.contains(u'{') || rest.contains(u'}');
}

/// The template as it will be sent, with values of the usual length.
QString sample(const QString& text, const QString& programName)
{
    return fillTemplate(text, {{u"program"_s, programName},
                               {u"link"_s, u"https://"_s + QString(usualLink - 8, u'x')},
                               {u"name"_s, u"Maria"_s},
                               {u"site"_s, u"Food Pantry"_s},
                               {u"sites"_s, u"- Food Pantry"_s},
                               {u"worker"_s, u"Sam Ortiz"_s}})
        .trimmed();
}

void checkPlaceholders(const TemplateKind& kind, const QString& text, TemplateCheck& check)
{
    const QList<Placeholder> known = placeholdersFor(kind);
    const QStringList used = placeholdersOf(text);
    for (const QString& name : used)
        if (std::ranges::find(known, name, &Placeholder::name) == known.end())
            check.problems.append(
                Words::tr("There is nothing to put in the place of {%1} in this message.").arg(name));
    if (hasLooseBrace(text))
        check.problems.append(Words::tr("A brace { or } stands alone: placeholders look like {link}."));
    if (!used.contains(u"link"_s))
        check.problems.append(Words::tr("{link} is missing: without it the client can’t open the page."));
}

void checkFirstWords(const TemplateKind& kind, const QString& text, TemplateCheck& check)
{
    if (isText(kind) && !text.trimmed().startsWith("{program}"_L1))
        check.problems.append(
            Words::tr("The text must begin with {program}, so that the client sees at once who writes."));
    if (!isText(kind) && firstLine(text).isEmpty())
        check.problems.append(Words::tr("The first line is the subject: it must not be empty."));
    if (!isText(kind) && !placeholdersOf(text).contains(u"program"_s))
        check.problems.append(Words::tr("{program} is missing: the client must see who writes."));
    if (!isText(kind) && (placeholdersOf(firstLine(text)).contains(u"site"_s) ||
                          placeholdersOf(firstLine(text)).contains(u"sites"_s)))
        check.hints.append(Words::tr("A subject is seen by others: leave the resource site to the email itself."));
}

/// R8: the words that opt out, which at Twilio a whole message of them does.
void checkKeywords(const TemplateKind& kind, const QString& text, TemplateCheck& check)
{
    static const QRegularExpression stop(u"\\bSTOP\\b"_s);
    static const QRegularExpression trap(u"\\b(CANCEL|END|QUIT|REVOKE|UNSUBSCRIBE)\\b"_s);
    if (kind.kind == MessageKind::Initial && !stop.match(text).hasMatch())
        check.problems.append(
            Words::tr("The first text must say how to opt out, for example “Reply STOP to opt out, HELP for help.”"));
    if (const auto match = trap.match(text); match.hasMatch())
        check.problems.append(Words::tr("%1 as a reply opts the client out of all texts: offer another word.")
                                  .arg(match.captured(1)));
    if (kind.kind == MessageKind::FollowUp && !(text.contains(u'1') && text.contains(u'2') && text.contains(u'3')))
        check.hints.append(Words::tr("Clients can answer by text where it offers 1 (yes), 2 (no) and 3 (no longer "
                                     "interested)."));
}

void checkLength(const QString& text, const QString& programName, TemplateCheck& check)
{
    const QString filled = sample(text, programName);
    if (filled.size() > longestText) {
        check.problems.append(Words::tr("The text is longer than 1,600 characters, more than carriers take."));
        return;
    }
    const SmsSize size = measureSms(filled);
    if (const QString advice = cheaperWriting(size.costly); !advice.isEmpty())
        check.hints.append(advice);
    if (size.segments > 1)
        check.hints.append(Words::tr("This text costs %n segment(s).", nullptr, size.segments));
}

void checkReaders(const QString& text, TemplateCheck& check)
{
    static const QRegularExpression shortener(
        u"\\b(bit\\.ly|tinyurl\\.com|goo\\.gl|t\\.co|ow\\.ly|is\\.gd|buff\\.ly|cutt\\.ly|rebrand\\.ly)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (const auto match = shortener.match(text); match.hasMatch())
        check.problems.append(
            Words::tr("Carriers block texts with links of %1: use {link} or an address of your own.")
                .arg(match.captured(1)));
    const QStringList used = placeholdersOf(text);
    if (used.contains(u"name"_s) || used.contains(u"site"_s) || used.contains(u"sites"_s))
        check.hints.append(Words::tr("Others may read texts on the client’s phone: better leave out who gets it and "
                                     "which service it is about."));
}

} // namespace

QString templateKey(const TemplateKind& kind)
{
    return (kind.neutral ? neutralPrefix : ""_L1) +
           (kind.kind == MessageKind::Initial ? u"initial."_s : u"follow_up."_s) + (isText(kind) ? u"text."_s : u"email."_s) + kind.language;
}

std::optional<TemplateKind> templateKindOf(const QString& key)
{
    static const QRegularExpression shape(
        u"\\A(neutral\\.)?(initial|follow_up)\\.(text|email)\\.([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4})\\z"_s);
    const auto match = shape.match(key);
    if (!match.hasMatch())
        return std::nullopt;
    return TemplateKind{match.captured(2) == "initial"_L1 ? MessageKind::Initial : MessageKind::FollowUp,
                        match.captured(3) == "text"_L1 ? Channel::Text : Channel::Email, match.captured(4),
                        match.hasCaptured(1)};
}

QList<Placeholder> placeholdersFor(const TemplateKind& kind)
{
    const bool initial = kind.kind == MessageKind::Initial;
    QList<Placeholder> all{
        {u"program"_s, Words::tr("the program’s name"), true},
        {u"link"_s,
         initial ? Words::tr("the page with the resource sites") : Words::tr("the page on which the client answers"),
         true}};
    if (kind.neutral)
        all.first().meaning = Words::tr("the neutral name");
    else
        all += QList<Placeholder>{
            {u"name"_s, Words::tr("the client’s first name")},
            {u"site"_s, initial ? Words::tr("the first resource site") : Words::tr("the resource site")}};
    if (initial && !kind.neutral)
        all.append({u"sites"_s, Words::tr("all resource sites, one a line")});
    if (!kind.neutral)
        all.append({u"worker"_s, Words::tr("the worker’s name")});
    if (!isText(kind))
        all.append({u"unsubscribe"_s, Words::tr("the page on which the client unsubscribes; added at the end where "
                                                "it is missing")});
    return all;
}

TemplateCheck checkTemplate(const TemplateKind& kind, const QString& text, const QString& programName)
{
    TemplateCheck check;
    if (text.trimmed().isEmpty())
        return check;
    if (text.size() > longestKept) {
        check.problems.append(Words::tr("The template is too long."));
        return check;
    }
    checkPlaceholders(kind, text, check);
    checkFirstWords(kind, text, check);
    if (isText(kind)) {
        checkKeywords(kind, text, check);
        checkReaders(text, check);
        checkLength(text, programName, check);
    }
    return check;
}

} // namespace handrail
