// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/templates.h"

#include "core/domain/messagetext.h"

#include <QRegularExpression>
#include <QStringList>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct BuiltIn
{
    QLatin1StringView key;
    QStringView text;
};

// Texts hold only characters of GSM-7: in Spanish that means words without á, í, ó, ú (docs/decisions/0011).
// An email's first line is its subject. A line that is only {link} or {unsubscribe} becomes, in the HTML part, the
// target of the line above it.
constexpr std::array builtIns{
    BuiltIn{"initial.text.en"_L1,
            u"{program}: your resource information: {link} Reply STOP to opt out, HELP for help."},
    BuiltIn{"initial.text.es"_L1, u"{program}: recursos para usted: {link} Responda STOP para salir, HELP para ayuda."},
    BuiltIn{"follow_up.text.en"_L1,
            u"{program}: Did you receive services? See which: {link} Answer there or reply 1 Yes, 2 No, 3 No longer "
            u"interested. Reply STOP to opt out, HELP for help."},
    BuiltIn{
        "follow_up.text.es"_L1,
        u"{program}: ¿Obtuvo los servicios? Detalles: {link} Conteste en el enlace o responda 1 si los obtuvo, 2 si "
        u"no los obtuvo, 3 si ya no le interesan. Responda STOP para salir, HELP para ayuda."},
    BuiltIn{"initial.email.en"_L1,
            u"Resource information from {program}\n\n"
            u"Hello {name},\n\n"
            u"As agreed, here is information on the resources that we talked about:\n\n"
            u"{sites}\n\n"
            u"See addresses, phone numbers and opening hours:\n"
            u"{link}\n\n"
            u"Starting in a week we will ask you once about each of them, so that we can help further.\n\n"
            u"{worker}\n"
            u"{program}\n\n"
            u"Unsubscribe from all emails of {program}:\n"
            u"{unsubscribe}"},
    BuiltIn{"initial.email.es"_L1,
            u"Información sobre recursos de {program}\n\n"
            u"Hola {name}:\n\n"
            u"Como acordamos, aquí tiene información sobre los recursos de los que hablamos:\n\n"
            u"{sites}\n\n"
            u"Vea direcciones, teléfonos y horarios:\n"
            u"{link}\n\n"
            u"A partir de la próxima semana le preguntaremos una vez por cada uno, para poder seguir ayudándole.\n\n"
            u"{worker}\n"
            u"{program}\n\n"
            u"Cancelar la suscripción a todos los correos de {program}:\n"
            u"{unsubscribe}"},
    BuiltIn{"follow_up.email.en"_L1,
            u"A question from {program}\n\n"
            u"Hello {name},\n\n"
            u"About a week ago we shared this resource with you: {site}\n\n"
            u"Did you receive services there? You can answer Yes, No, or No longer interested.\n\n"
            u"Answer with one press on our page:\n"
            u"{link}\n\n"
            u"{worker}\n"
            u"{program}\n\n"
            u"Unsubscribe from all emails of {program}:\n"
            u"{unsubscribe}"},
    BuiltIn{"follow_up.email.es"_L1, u"Una pregunta de {program}\n\n"
                                     u"Hola {name}:\n\n"
                                     u"Hace más o menos una semana compartimos este recurso con usted: {site}\n\n"
                                     u"¿Recibió servicios allí? Puede contestar Sí, No, o Ya no me interesa.\n\n"
                                     u"Conteste con un clic en nuestra página:\n"
                                     u"{link}\n\n"
                                     u"{worker}\n"
                                     u"{program}\n\n"
                                     u"Cancelar la suscripción a todos los correos de {program}:\n"
                                     u"{unsubscribe}"},
    // Neutral wording (core/domain/neutral.h): what anybody may read who has the client's phone in their hand.
    BuiltIn{"neutral.initial.text.en"_L1,
            u"{program}: Here is the link you asked for: {link} Reply STOP to opt out, HELP for help."},
    BuiltIn{"neutral.initial.text.es"_L1,
            u"{program}: Este es su enlace: {link} Responda STOP para salir, HELP para ayuda."},
    BuiltIn{"neutral.follow_up.text.en"_L1,
            u"{program}: Did it work out? {link} Answer there or reply 1 Yes, 2 No, 3 No longer interested. Reply STOP "
            u"to opt out, HELP for help."},
    BuiltIn{"neutral.follow_up.text.es"_L1,
            u"{program}: ¿Le fue bien? {link} Conteste en el enlace o responda 1 si le fue bien, 2 si no, 3 si ya no le "
            u"interesa. Responda STOP para salir, HELP para ayuda."},
    BuiltIn{"neutral.initial.email.en"_L1,
            u"The link you asked for\n\n"
            u"Hello,\n\n"
            u"Here is the link that you asked for:\n"
            u"{link}\n\n"
            u"Starting in a week we will ask you how it went.\n\n"
            u"{program}\n\n"
            u"Unsubscribe from all emails of {program}:\n"
            u"{unsubscribe}"},
    BuiltIn{"neutral.initial.email.es"_L1,
            u"El enlace que pidió\n\n"
            u"Hola:\n\n"
            u"Este es el enlace que pidió:\n"
            u"{link}\n\n"
            u"A partir de la próxima semana le preguntaremos cómo le fue.\n\n"
            u"{program}\n\n"
            u"Cancelar la suscripción a todos los correos de {program}:\n"
            u"{unsubscribe}"},
    BuiltIn{"neutral.follow_up.email.en"_L1,
            u"A short question\n\n"
            u"Hello,\n\n"
            u"About a week ago we sent you a link. Did it work out? You can answer Yes, No, or No longer interested.\n\n"
            u"Answer with one press on our page:\n"
            u"{link}\n\n"
            u"{program}\n\n"
            u"Unsubscribe from all emails of {program}:\n"
            u"{unsubscribe}"},
    BuiltIn{"neutral.follow_up.email.es"_L1,
            u"Una pregunta breve\n\n"
            u"Hola:\n\n"
            u"Hace más o menos una semana le enviamos un enlace. ¿Le fue bien? Puede contestar Sí, No, o Ya no me "
            u"interesa.\n\n"
            u"Conteste con un clic en nuestra página:\n"
            u"{link}\n\n"
            u"{program}\n\n"
            u"Cancelar la suscripción a todos los correos de {program}:\n"
            u"{unsubscribe}"},
};

const QRegularExpression& placeholder()
{
    static const QRegularExpression pattern(u" ?\\{([A-Za-z_]{1,40})\\}"_s);
    return pattern;
}

/// Nothing where the line held only placeholders and all were empty.
std::optional<QString> fillLine(const QString& line, const QHash<QString, QString>& values)
{
    QString filled;
    bool insertedNothing = false;
    qsizetype done = 0;
    for (auto it = placeholder().globalMatch(line); it.hasNext();) {
        const auto match = it.next();
        const QString value = values.value(match.captured(1));
        filled += QStringView(line).mid(done, match.capturedStart() - done);
        if (!value.isEmpty() && match.capturedView().startsWith(u' '))
            filled += u' ';
        filled += value;
        insertedNothing = insertedNothing || value.isEmpty();
        done = match.capturedEnd();
    }
    filled += QStringView(line).mid(done);
    return insertedNothing && filled.trimmed().isEmpty() ? std::nullopt : std::optional(filled);
}

} // namespace

QString builtInTemplate(const QString& key)
{
    for (const BuiltIn& builtIn : builtIns)
        if (builtIn.key == key)
            return builtIn.text.toString();
    return {};
}

QStringList placeholdersOf(const QString& text)
{
    QStringList names;
    for (auto it = placeholder().globalMatch(text); it.hasNext();)
        names.append(it.next().captured(1));
    names.removeDuplicates();
    return names;
}

QString fillTemplate(const QString& text, const QHash<QString, QString>& values)
{
    QStringList lines;
    for (const QString& line : text.split(u'\n'))
        if (const auto filled = fillLine(line, values))
            lines.append(*filled);
    return lines.join(u'\n');
}

} // namespace handrail
