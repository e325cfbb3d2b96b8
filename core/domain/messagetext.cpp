// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/messagetext.h"

#include "core/domain/language.h"
#include "core/domain/mailhtml.h"
#include "core/domain/neutral.h"
#include "core/domain/smssegments.h"
#include "core/domain/templatecheck.h"
#include "core/domain/templates.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(MessageText)
};

constexpr qsizetype longestText = 1600; // Twilio refuses more (21617).
constexpr qsizetype longestSubject = 200;

struct Template
{
    QString key;
    QString text;
    QString language;
    bool builtIn = false;
};

QString keyFor(const MessageTextContext& context, const QString& language)
{
    return templateKey({context.kind, context.channel, language, isNeutral(context.agency.templates)});
}

/// The agency's own template comes before the built-in one of the same language, that before any other language.
Template findTemplate(const MessageTextContext& context)
{
    const QString wanted = chooseLanguage(context.agency.languages, context.language);
    for (const QString& tag : {wanted, context.agency.languages.value(0), u"en"_s}) {
        for (const QString& language : {tag, primaryLanguage(tag)}) {
            const QString key = keyFor(context, language);
            if (const QString own = context.agency.templates.value(key).toString(); !own.trimmed().isEmpty())
                return {key, own, language, false};
            if (const QString builtIn = builtInTemplate(key); !builtIn.isEmpty())
                return {key, builtIn, language, true};
        }
    }
    Q_UNREACHABLE();
    return {};
}

/// One line without control characters: a name must not be able to start a header or a paragraph.
QString oneLine(const QString& text)
{
    QString clean;
    for (const QChar c : text)
        clean += c.isSpace() || c.category() == QChar::Other_Control ? QChar(u' ') : c;
    return clean.simplified();
}

QHash<QString, QString> valuesOf(const MessageTextContext& context)
{
    QStringList sites;
    for (const ResourceSite& site : context.sites)
        sites.append(oneLine(site.displayName()));
    const QString program = oneLine(nameForClients(context.agency));
    if (isNeutral(context.agency.templates))
        return {{u"program"_s, program}, {u"link"_s, context.link}, {u"unsubscribe"_s, context.unsubscribeLink}};
    return {{u"program"_s, program},
            {u"link"_s, context.link},
            {u"name"_s, oneLine(context.clientGivenName)},
            {u"site"_s, sites.value(0)},
            {u"sites"_s, sites.isEmpty() ? QString() : u"- "_s + sites.join(u"\n- "_s)},
            {u"worker"_s, oneLine(context.workerName)},
            {u"unsubscribe"_s, context.unsubscribeLink}};
}

bool isLink(const QString& text)
{
    const bool web = text.startsWith(u"https://"_s) || text.startsWith(u"http://"_s);
    return web && oneLine(text) == text && !text.contains(u' ');
}

/// What stands in the way of writing with this template.
std::optional<Error> templateError(const MessageTextContext& context, const Template& chosen,
                                   const QHash<QString, QString>& values)
{
    const QStringList placeholders = placeholdersOf(chosen.text);
    for (const QString& name : placeholders)
        if (!values.contains(name))
            return Error{ErrorCode::InvalidInput,
                         Words::tr("The message template %1 has an unknown placeholder: {%2}.").arg(chosen.key, name)};
    if (!placeholders.contains(u"link"_s))
        return Error{
            ErrorCode::InvalidInput,
            Words::tr("The message template %1 lacks {link}, so the client could not open the page.").arg(chosen.key)};
    if (!isLink(context.link) || (context.channel == Channel::Email && !isLink(context.unsubscribeLink)))
        return Error{ErrorCode::Internal, Words::tr("The message could not be written: its link is missing.")};
    return std::nullopt;
}

bool isSpanish(const QString& language)
{
    return primaryLanguage(language) == u"es"_s;
}

/// An agency's own text keeps the duties of ours: it says how to opt out (R8, CTIA Messaging Principles 5).
QString withOptOutHint(const QString& text, const QString& language)
{
    if (text.contains(u"STOP"_s))
        return text;
    return text + (isSpanish(language) ? u" Responda STOP para salir, HELP para ayuda."_s
                                       : u" Reply STOP to opt out, HELP for help."_s);
}

/// The note on rates that carriers ask for in a first text, where it costs no further segment.
QString withRatesHint(const QString& text, const QString& language)
{
    const QString longer = text + (isSpanish(language) ? u" Pueden aplicar tarifas de mensajes y datos."_s
                                                       : u" Msg & data rates may apply."_s);
    return measureSms(longer).segments == 1 ? longer : text;
}

Result<MessageText> writeText(const MessageTextContext& context, const Template& chosen,
                              const QHash<QString, QString>& values)
{
    QString body = withOptOutHint(fillTemplate(chosen.text, values).trimmed(), chosen.language);
    if (chosen.builtIn && context.kind == MessageKind::Initial)
        body = withRatesHint(body, chosen.language);
    if (body.size() > longestText)
        return Error{ErrorCode::InvalidInput,
                     Words::tr("The text from template %1 is longer than 1,600 characters.").arg(chosen.key)};
    return MessageText{{}, body, {}};
}

MessageText writeEmail(const MessageTextContext& context, const Template& chosen, const QHash<QString, QString>& values)
{
    QString text = chosen.text;
    text.replace(u"\r\n"_s, u"\n"_s);
    if (!placeholdersOf(text).contains(u"unsubscribe"_s))
        text += isSpanish(chosen.language) ? u"\n\nCancelar la suscripción a todos los correos:\n{unsubscribe}"_s
                                           : u"\n\nUnsubscribe from all emails:\n{unsubscribe}"_s;
    const QString subject = oneLine(fillTemplate(text.section(u'\n', 0, 0), values)).left(longestSubject);
    const QString body = fillTemplate(text.section(u'\n', 1), values).trimmed();
    return {subject, body, mailHtml(chosen.language, subject, body, context.link, context.unsubscribeLink)};
}

} // namespace

Result<MessageText> writeMessage(const MessageTextContext& context)
{
    const Template chosen = findTemplate(context);
    const QHash<QString, QString> values = valuesOf(context);
    if (const auto error = templateError(context, chosen, values))
        return *error;
    if (context.channel == Channel::Text)
        return writeText(context, chosen, values);
    return writeEmail(context, chosen, values);
}

} // namespace handrail
