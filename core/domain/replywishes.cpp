// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/replywords.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

struct Part
{
    QStringView name;
    QStringView pattern;
};

// What the wishes share. Repetitions are bounded, so that no reply makes the search explode.
constexpr std::array parts{
    Part{u"<messages>",
         u"(?:texts?|txts?|messages?|msgs?|sms|notifications?|alerts?|reminders?|spam|communications?|surveys?)"},
    Part{u"<messaging>", u"(?:texting|txting|messaging|messing|contacting|sending|spamming|bothering|harassing|writing|"
                         u"annoying|pestering)"},
    Part{u"<these>", u"(?:(?:me|us|all|any|the|these|those|this|your|ur|my|more|further|future|with|from|getting|"
                     u"receiving|stupid|annoying|damn|automated|unwanted|so|many) ){0,5}"},
    Part{u"<me>", u"(?:me|us|my (?:phone |cell )?(?:number|name|contact)|this number)"},
    Part{u"<lists>",
         u"(?:(?:your|ur|the|this|that|these|any|all|call|text|contact|mailing|phone) ){0,4}(?:lists?|texts?|"
         u"messages?|contacts?|database|system|thread|group|subscription|notifications?)\\b"},
    Part{u"<you>", u"(?:you|u|yall)"},
    Part{u"<mensajes>", u"(?:mensajes?|mensajitos?|textos?|sms|notificacion(?:es)?|comunicacion(?:es)?|avisos?)"},
    Part{u"<estos>", u"(?:(?:los|estos|esos|mis|sus|tus|todos|mi|la|esta|el|mas|ningun|otros?|de|envio|recibir|"
                     u"recibiendo|seguir|que|me|nos|manden|envien|sigan|mandando|enviando) ){0,6}"},
    // A wish about the hour or another way is no wish to hear nothing any more: a worker reads it.
    Part{u"<always>",
         u"(?!.*\\b(?:at night|at work|before|after|until|till|during|while|so late|so early|this late|this early|"
         u"tonight|today|by (?:phone|mail|email|call)|in the (?:morning|evening|middle)|on (?:weekends?|(?:mon|tues|"
         u"wednes|thurs|fri|satur|sun)days?)|noche|antes|despues|hasta|tarde|temprano|manana|domingos?|sabados?)\\b)"},
};

// Words that, among the three before a wish, turn it round, or make it a question or a thing ("the bus stop").
constexpr QStringView nothing = u"";
constexpr QStringView denied = u"dont not never didnt doesnt wont"; // "How do I unsubscribe?" is a wish all the same.
constexpr QStringView negated =
    u"dont not never didnt doesnt wont cant cannot couldnt shouldnt wouldnt without why when where did do does if they "
    u"bus train tram metro subway next last first one the a";
constexpr QStringView having = u"have had got get received are were see";
constexpr QStringView others = u"if why they who people he she";
constexpr QStringView negado = u"no nunca jamas tampoco cuando si";
constexpr QStringView teniendo = u"hay tengo";

struct Row
{
    QStringView pattern;
    QStringView undoneBy;
};

constexpr std::array english{
    Row{u"\\b(?:stop|quit|cease|discontinue|halt) <these>(?:<messaging>|<messages>|subscription)\\b", negated},
    Row{u"\\b(?:cancel|end|terminate|turn off|shut off) <these>(?:texting|messaging|<messages>|subscription)\\b",
        negated},
    Row{u"\\bno more <these>(?:<messaging>|<messages>)\\b", having},
    Row{u"\\bopt(?:ing)? (?:(?:me|us|myself|my number|this number) )?out\\b(?! mean)|\\boptout\\b", denied},
    Row{u"\\bunsu[bs]{1,3}cri?b(?:e|ing)\\b", denied},
    Row{u"\\b(?:remove|delete|erase) <me>\\b(?! from (?!<lists>))|^(?:remove|take off) (?:from )?<lists>", negated},
    Row{u"\\b(?:take|get) <me> (?:off|out)(?:$| (?:of )?<lists>)", negated},
    Row{u"^(?:(?:please|pls|plz|and|so|just|kindly|also|ok|okay|hey|hi|again|but|i said|i told you) ){0,4}(?:do "
        u"not|dont|"
        u"never) (?:ever |keep |fucking |you )?(?:(?:text|txt|message|msg|contact|bother|write|spam|harass|texting|"
        u"messaging|contacting|bothering)(?: to)?(?:$| (?:me|us|this|my|here|any|anymore|again)\\b)|send(?:ing)? (?:me "
        u"|us "
        u"|this number )?(?:any|more|another|anything|these|this|texts?|messages?|msgs?|stuff)\\b)<always>",
        nothing},
    Row{u"\\b(?:dont|do not|no longer|never) (?:want|wish|wanna|care|agree|consent|need) (?:(?:to|get|getting|receive|"
        u"receiving|be|have|you|u|yall|any|more|your|ur|these|those|the|this|anymore|from|all|sending|me|further) "
        u"){0,7}"
        u"(?:<messages>|texting|messaging|texted|messaged|contacted|bothered|hear from <you>)\\b<always>",
        others},
    Row{u"\\b(?:not|no longer) interested in <these>(?:<messaging>|<messages>|being (?:texted|contacted))\\b", nothing},
    Row{u"\\bleave (?:me|us) (?:the \\w{1,12} )?alone\\b|\\blose (?:my|this) number\\b", negated},
    Row{u"\\b(?:revoke|revoking|withdraw|withdrawing|rescind|take back) (?:(?:my|the|all|any) "
        u"){0,3}(?:consent|permission|"
        u"authorization)\\b",
        negated},
    Row{u"\\b(?:do not|dont|no longer|never) (?:consent|have my (?:consent|permission)|give (?:you )?(?:my "
        u")?(?:consent|"
        u"permission))\\b",
        others},
    Row{u"\\bwhy (?:wont|cant|dont|do not|will not|cannot) <you> (?:please |just )?(?:stop|quit)\\b|"
        u"\\bif <you> (?:dont|do not) (?:stop|quit)\\b",
        nothing},
    Row{u"\\b(?:want|need|like|told|asked|asking|begging|tell|make) "
        u"(?:(?:you|u|yall|guys|this|these|it|them|all|the|texts|"
        u"messages|please|already) ){0,4}(?:to )?stop$",
        negated},
    Row{u"\\b(?:i|we) (?:want|wanna|would like|need|wish) (?:to )?(?:stop|quit|cancel|end|revoke)$", negated},
    Row{u"\\b(?:please|pls|plz|just|kindly|said|you|u|yall|now) stop$", negated},
    Row{u"^(?:no|nope|nah|yes|yeah|wrong number|no longer interested)(?: thanks| thank you)? (?:please )?(?:stop|"
        u"unsubscribe)$",
        nothing},
    Row{u"^(?:can|could|would|will) <you> (?:guys |all )?(?:please |pls |just )?stop\\b(?! "
        u"(?:by|in|at|over|and|the|my|our|"
        u"her|his|their)\\b)",
        nothing},
};

constexpr std::array spanish{
    Row{u"\\b(?:deja|deje|dejen|dejad|dejar|paren|pare|para|parar|basta|terminen?) (?:ya )?de (?:estar )?(?:mand|envi|"
        u"escrib|molest|texte|contact|fastidi|acos|llam)\\w{0,12}",
        negado},
    Row{u"\\bdejar de recibir <estos><mensajes>\\b", negado},
    Row{u"\\bno (?:me|nos) (?:(?:escriba|moleste|texte|textee|contacte|fastidie)[sn]?\\b|(?:mande|envie)[sn]?(?: "
        u"(?:ya|mas|"
        u"otro|otros|ningun|estos|esos|sus|tantos|a mi)){0,4}(?:$| (?:<mensajes>|nada|cosas|correos|informacion)\\b))"
        u"<always>",
        nothing},
    Row{u"\\bno (?:mande|envie)[sn]? (?:(?:ya|mas|otros?|estos|esos) ){0,3}(?:<mensajes>|nada|mas$)", nothing},
    Row{u"\\bno (?:quiero|queremos|deseo|deseamos|autorizo|acepto) (?:ya )?<estos><mensajes>\\b<always>", nothing},
    Row{u"\\bno (?:quiero|deseo|autorizo) que (?:ya )?(?:me|nos) (?:mande|envie|escriba|contacte|moleste|texte|textee|"
        u"siga)[sn]?\\b<always>",
        nothing},
    Row{u"\\bno mas <estos><mensajes>\\b", teniendo},
    Row{u"\\b(?:quite|quiten|quita|saque|saquen|saca|borre|borren|borra|elimine|eliminen|elimina|remueva|remuevan)(?:"
        u"me|"
        u"nos)?(?:$| (?:mi|este) (?:numero|nombre|telefono|contacto)\\b| de (?:(?:la|las|su|sus|esta|esa|tu) "
        u")?(?:listas?|"
        u"mensajes|contactos|base)\\b)(?!.*\\bespera)",
        negado},
    Row{u"\\b(?:darme|dame|deme|denme|dar|den|darnos) de baja\\b|\\bquiero la baja\\b", negado},
    Row{u"\\bdej(?:a|e|en)(?:me|nos) en paz\\b", negado},
    Row{u"\\b(?:cancel|anul|deteng|deten|suspend)(?:ar|er|e|en|a|an|o)(?:me)? <estos>(?:<mensajes>|suscripcion)\\b",
        negado},
    Row{u"\\bpar(?:en|e|ar) <estos>(?:<mensajes>|suscripcion)\\b|^alto (?:a )?<estos><mensajes>\\b", negado},
    Row{u"\\b(?:desuscrib|dessuscrib|desinscrib)\\w{1,12}\\b", negado},
    Row{u"\\b(?:revoco|retiro|revocar|retirar) (?:mi |el )?(?:consentimiento|permiso|autorizacion)\\b", negado},
};

struct Wish
{
    QRegularExpression pattern;
    QSet<QString> undoneBy;
};

Wish makeWish(const Row& row)
{
    QString pattern = row.pattern.toString();
    for (const Part& part : parts)
        pattern.replace(part.name.toString(), part.pattern.toString());
    Wish wish{QRegularExpression(pattern), {}};
    Q_ASSERT(wish.pattern.isValid());
    for (const QString& word : row.undoneBy.toString().split(u' ', Qt::SkipEmptyParts))
        wish.undoneBy.insert(word);
    return wish;
}

std::vector<Wish> allWishes()
{
    std::vector<Wish> wishes;
    std::transform(english.begin(), english.end(), std::back_inserter(wishes), makeWish);
    std::transform(spanish.begin(), spanish.end(), std::back_inserter(wishes), makeWish);
    return wishes;
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
    static const std::vector<Wish> wishes = allWishes();
    // "Not interested" and "not kidding" say nothing against the wish that follows them.
    static const QRegularExpression otherNot(
        u"\\bnot (?:interested|kidding|joking|playing|her|him|them|a joke)\\b(?! in )"_s);
    const QString plain = QString(clause).replace(otherNot, u" "_s).simplified();
    return std::any_of(wishes.begin(), wishes.end(), [&plain](const Wish& wish) { return expresses(wish, plain); });
}

} // namespace handrail
