// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/replywords.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Wish
{
    QRegularExpression pattern;
    /// Words that, shortly before it, turn the wish round or make it a question: "please don't stop sending these".
    QSet<QString> undoneBy;
};

QRegularExpression expression(QString pattern)
{
    // What one calls our messages, and what may stand between the verb and them.
    pattern.replace(u"<messages>"_s, u"(?:texts?|txts?|messages?|msgs?|sms|notifications?|alerts?|reminders?|spam|"
                                     "communications?|surveys?)"_s);
    pattern.replace(u"<messaging>"_s, u"(?:texting|txting|messaging|messing|contacting|sending|spamming|bothering|"
                                      "harassing|writing|annoying|pestering)"_s);
    pattern.replace(u"<these>"_s, u"(?:(?:me|us|all|any|the|these|those|this|your|ur|my|more|further|future|with|from|"
                                  "getting|receiving|stupid|annoying|damn|automated|unwanted|so|many) ){0,5}"_s);
    pattern.replace(u"<mensajes>"_s, u"(?:mensajes?|mensajitos?|textos?|sms|notificacion(?:es)?|comunicacion(?:es)?|"
                                     "avisos?)"_s);
    pattern.replace(u"<estos>"_s,
                    u"(?:(?:los|estos|esos|mis|sus|tus|todos|mi|la|esta|el|mas|ningun|otros?|de|envio|"
                    "recibir|recibiendo|seguir|que|me|nos|manden|envien|sigan|mandando|enviando) ){0,6}"_s);
    // A wish about the hour is no wish to hear nothing any more: a worker reads it.
    pattern.replace(u"<always>"_s, u"(?!.*\\b(?:at night|at work|before|after|until|till|during|while|so late|so early|"
                                   "this late|this early|tonight|today|by (?:phone|mail|email|call)|in the (?:morning|"
                                   "evening|middle)|on (?:weekends?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)|"
                                   "noche|antes|despues|hasta|tarde|temprano|manana|domingos?|sabados?)\\b)"_s);
    const QRegularExpression made(pattern);
    Q_ASSERT(made.isValid());
    return made;
}

const QSet<QString>& englishNegations()
{
    static const QSet<QString> words = {
        u"dont"_s,    u"not"_s,      u"never"_s,   u"didnt"_s,   u"doesnt"_s, u"wont"_s,   u"cant"_s,  u"cannot"_s,
        u"couldnt"_s, u"shouldnt"_s, u"wouldnt"_s, u"without"_s, u"why"_s,    u"when"_s,   u"where"_s, u"did"_s,
        u"do"_s,      u"does"_s,     u"if"_s,      u"bus"_s,     u"train"_s,  u"next"_s,   u"last"_s,  u"the"_s,
        u"a"_s,       u"nonstop"_s,  u"they"_s,    u"tram"_s,    u"metro"_s,  u"subway"_s, u"one"_s,   u"first"_s};
    return words;
}

/// "How do I unsubscribe?" is a wish, "I did not opt out" is none.
const QSet<QString>& plainDenials()
{
    static const QSet<QString> words = {u"dont"_s, u"not"_s, u"never"_s, u"didnt"_s, u"doesnt"_s, u"wont"_s};
    return words;
}

const QSet<QString>& otherSubjects()
{
    static const QSet<QString> words = {u"if"_s, u"why"_s, u"they"_s, u"who"_s, u"people"_s, u"he"_s, u"she"_s};
    return words;
}

const QSet<QString>& spanishNegations()
{
    static const QSet<QString> words = {u"no"_s, u"nunca"_s, u"jamas"_s, u"tampoco"_s, u"cuando"_s, u"si"_s};
    return words;
}

std::vector<Wish> englishWishes()
{
    const QSet<QString>& negations = englishNegations();
    const QSet<QString> having = {u"have"_s,     u"had"_s, u"got"_s,  u"get"_s,
                                  u"received"_s, u"are"_s, u"were"_s, u"see"_s};
    return {
        {expression(u"\\b(?:stop|quit|cease|discontinue|halt) <these>(?:<messaging>|<messages>|subscription)\\b"_s),
         negations},
        {expression(u"\\bno more <these>(?:<messaging>|<messages>)\\b"_s), having},
        {expression(u"\\b(?:cancel|end|terminate|turn off|shut off) <these>(?:texting|messaging|<messages>|"
                    "subscription)\\b"_s),
         negations},
        {expression(u"\\bopt(?:ing)? (?:(?:me|us|myself|my number|this number) )?out\\b|\\boptout\\b"_s),
         plainDenials()},
        {expression(u"\\bunsu[bs]*cri?b(?:e|ing)\\b"_s), plainDenials()},
        {expression(u"\\b(?:remove|delete|erase) (?:me|us|my (?:phone |cell )?(?:number|name|contact)|this number)\\b"
                    "(?!.*\\bwait)"_s),
         negations},
        {expression(
             u"\\b(?:take|get) (?:me|us|my (?:phone |cell )?(?:number|name)|this number) (?:off|out)(?:$| (?:of )?"
             "(?:(?:your|ur|the|this|that|these|all|call|text|contact|mailing|phone) ){0,3}(?:lists?|texts?|"
             "messages?|contacts?|database|system|thread|group|subscription|notifications?)\\b)(?!.*\\bwait)"_s),
         negations},
        {expression(u"^(?:(?:please|pls|plz|and|so|just|kindly|also|ok|okay|hey|hi|again|but|i said|i told you) )*"
                    "(?:do not|dont|never) (?:ever |keep |fucking |you )?(?:(?:text|txt|message|msg|contact|bother|"
                    "write|spam|harass|texting|messaging|contacting|bothering)(?: to)?(?:$| (?:me|us|this|my|here|any|"
                    "anymore|again)\\b)|send(?:ing)? (?:me |us |this number )?(?:any|more|another|anything|these|this|"
                    "texts?|messages?|msgs?|stuff)\\b)<always>"_s),
         {}},
        {expression(u"\\b(?:dont|do not|no longer|never) (?:want|wish|wanna|care|agree|consent|need) (?:(?:to|get|"
                    "getting|receive|receiving|be|have|you|u|yall|any|more|your|ur|these|those|the|this|anymore|from|"
                    "all|sending|me|further) ){0,7}(?:<messages>|texting|messaging|texted|messaged|contacted|bothered|"
                    "hear from (?:you|u|yall))\\b<always>"_s),
         otherSubjects()},
        {expression(u"\\bleave (?:me|us) (?:the \\w+ )?alone\\b|\\blose (?:my|this) number\\b"_s), negations},
        {expression(u"\\b(?:revoke|revoking|withdraw|withdrawing|rescind|take back) (?:(?:my|the|all|any) )*"
                    "(?:consent|permission|authorization)\\b"_s),
         negations},
        {expression(
             u"\\b(?:do not|dont|no longer|never) (?:consent|have my (?:consent|permission)|give (?:you )?(?:my )?"
             "(?:consent|permission))\\b"_s),
         otherSubjects()},
        {expression(
             u"\\bwhy (?:wont|cant|dont|do not|will not|cannot) (?:you|u|yall) (?:please |just )?(?:stop|quit)\\b|"
             "\\bif (?:you|u|yall) (?:dont|do not) (?:stop|quit)\\b"_s),
         {}},
        {expression(
             u"\\b(?:want|need|like|told|asked|asking|begging|tell|make) (?:(?:you|u|yall|guys|this|these|it|them|"
             "all|the|texts|messages|please|already) ){0,4}(?:to )?stop$"_s),
         negations},
        {expression(u"\\b(?:i|we) (?:want|wanna|would like|need|wish) (?:to )?(?:stop|quit|cancel|end|revoke)$"_s),
         negations},
        {expression(u"\\b(?:please|pls|plz|just|kindly|said|you|u|yall|now) stop$"_s), negations},
        {expression(u"^(?:no|nope|nah|yes|yeah)(?: thanks| thank you)? (?:stop|unsubscribe)$"_s), {}},
        {expression(u"^(?:can|could|would|will) (?:you|u|yall) (?:guys |all )?(?:please |pls |just )?stop\\b"
                    "(?! (?:by|in|at|over|and)\\b)"_s),
         {}},
    };
}

std::vector<Wish> spanishWishes()
{
    const QSet<QString>& negations = spanishNegations();
    return {
        {expression(u"\\b(?:deja|deje|dejen|dejad|dejar|paren|pare|para|parar|basta|terminen?) (?:ya )?de (?:estar )?"
                    "(?:(?:mand|envi|escrib|molest|texte|contact|fastidi|acos|llam)\\w*)"_s),
         negations},
        {expression(
             u"\\bno (?:me|nos) (?:(?:escriba|moleste|texte|textee|contacte|fastidie)[sn]?\\b|(?:mande|envie)[sn]?"
             "(?: (?:ya|mas|otro|otros|ningun|estos|esos|sus|tantos|a mi))*(?:$| (?:<mensajes>|nada|cosas|"
             "correos|informacion)\\b))<always>"_s),
         {}},
        {expression(u"\\bno (?:mande|envie)[sn]? (?:(?:ya|mas|otros?|estos|esos) )*(?:<mensajes>|nada|mas$)"_s), {}},
        {expression(u"\\bno (?:quiero|queremos|deseo|deseamos|autorizo|acepto) (?:ya )?<estos><mensajes>\\b<always>"_s),
         {}},
        {expression(u"\\bno (?:quiero|deseo|autorizo) que (?:ya )?(?:me|nos) (?:mande|envie|escriba|contacte|moleste|"
                    "texte|textee|siga)[sn]?\\b<always>"_s),
         {}},
        {expression(u"\\bno mas <estos><mensajes>\\b"_s), {u"hay"_s, u"tengo"_s}},
        {expression(u"\\b(?:quite|quiten|quita|saque|saquen|saca|borre|borren|borra|elimine|eliminen|elimina|remueva|"
                    "remuevan)(?:me|nos)?(?:$| (?:mi|este) (?:numero|nombre|telefono|contacto)\\b| de (?:(?:la|las|su|"
                    "sus|esta|esa|tu) )?(?:listas?|mensajes|contactos|base)\\b)(?!.*\\bespera)"_s),
         negations},
        {expression(u"\\b(?:darme|dame|deme|denme|dar|den|darnos) de baja\\b|\\bquiero la baja\\b"_s), negations},
        {expression(u"\\bdej(?:a|e|en)(?:me|nos) en paz\\b|\\bno (?:me|nos) molesten? mas\\b"_s), negations},
        {expression(u"\\bparen? <estos>(?:<mensajes>|suscripcion)\\b"_s), negations},
        {expression(u"\\b(?:cancel|anul|deteng|deten|suspend)(?:ar|er|e|en|a|an|o)(?:me)? <estos>(?:<mensajes>|"
                    "suscripcion)\\b"_s),
         negations},
        {expression(u"\\b(?:desuscrib|dessuscrib|desinscrib)\\w+\\b"_s), negations},
        {expression(u"\\b(?:revoco|retiro|revocar|retirar) (?:mi |el )?(?:consentimiento|permiso|autorizacion)\\b"_s),
         negations},
    };
}

/// Whether one of the three words before `position` turns the wish round.
bool isUndone(const QString& clause, qsizetype position, const QSet<QString>& undoneBy)
{
    const QStringList before = clause.left(position).split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = std::max<qsizetype>(0, before.size() - 3); i < before.size(); ++i)
        if (undoneBy.contains(before[i]))
            return true;
    return false;
}

bool expresses(const Wish& wish, const QString& clause)
{
    for (auto it = wish.pattern.globalMatch(clause); it.hasNext();)
        if (!isUndone(clause, it.next().capturedStart(), wish.undoneBy))
            return true;
    return false;
}

} // namespace

bool wishesToStop(const QString& clause)
{
    static const std::vector<Wish> english = englishWishes();
    static const std::vector<Wish> spanish = spanishWishes();
    const auto expressed = [&clause](const Wish& wish) { return expresses(wish, clause); };
    return std::any_of(english.begin(), english.end(), expressed) ||
           std::any_of(spanish.begin(), spanish.end(), expressed);
}

} // namespace handrail
