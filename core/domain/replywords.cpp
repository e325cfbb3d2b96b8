// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/replywords.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace handrail {

namespace {

constexpr qsizetype longestRead = 1600; // No carrier hands over a longer text.
constexpr QChar clauseEnd(u'|');

/// Blank, punctuation, invisible, mark or emoji: what may surround a keyword. Not + < = $: "<3" is a heart, no answer.
bool surrounds(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
    case QChar::Symbol_Math:
    case QChar::Symbol_Currency:
        return false;
    default:
        return true;
    }
}

/// A view without what surrounds the message; nothing is copied, so that a reply of megabytes costs one pass.
QStringView core(QStringView body)
{
    while (!body.isEmpty()) {
        const bool pair = body.size() > 1 && QChar::isHighSurrogate(body[0].unicode()) && body[1].isLowSurrogate();
        if (!surrounds(pair ? QChar::surrogateToUcs4(body[0], body[1]) : char32_t(body[0].unicode())) ||
            body.startsWith(u"№"))
            break;
        body = body.mid(pair ? 2 : 1);
    }
    while (!body.isEmpty()) {
        const qsizetype last = body.size() - 1;
        const bool pair = last > 0 && body[last].isLowSurrogate() && body[last - 1].isHighSurrogate();
        if (!surrounds(pair ? QChar::surrogateToUcs4(body[last - 1], body[last]) : char32_t(body[last].unicode())))
            break;
        body.chop(pair ? 2 : 1);
    }
    return body;
}

bool endsClause(char32_t c)
{
    return c < 0x10000 && QStringView(u".,;:!?\n\r\u2026\u3002\u00a1\u00bf\u2014").contains(QChar(char16_t(c)));
}

bool isApostrophe(char32_t c)
{
    return c < 0x10000 && QStringView(u"'\u2019\u2018\u02bc\u2032`\u201b").contains(QChar(char16_t(c)));
}

bool isInvisible(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    // The Hangul fillers are letters to Unicode, and nothing to the eye.
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format ||
           c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

/// "STOOOP", "stoppp!": the word drawn out is the word.
QString notDrawnOut(QString text)
{
    static const QRegularExpression stop(u"\\bsto+p+\\b"_s);
    return text.replace(stop, u"stop"_s);
}

/// Folded words with clauseEnd between clauses.
QString folded(QStringView text)
{
    // Two whose compatibility forms mislead: the acute accent typed for an apostrophe, and the numero sign ("No").
    QString plain = text.toString().replace(QChar(0x00B4), u'\'').replace(QChar(0x2116), u'#');
    plain = plain.normalized(QString::NormalizationForm_KD);
    QString out;
    for (const char32_t c : plain.toUcs4()) {
        if (isInvisible(c) || isApostrophe(c))
            continue;
        if (const int digit = QChar::digitValue(c); digit >= 0 && QChar::isDigit(c))
            out += QChar(u'0' + digit);
        else if (endsClause(c))
            out += clauseEnd;
        else if (surrounds(c))
            out += u' ';
        else
            out += QString::fromUcs4(std::u32string(1, QChar::toCaseFolded(c)).data(), 1);
    }
    static const QRegularExpression splitNegation(u"\\b(don|doesn|didn|won|can|isn|wouldn|shouldn) t\\b"_s);
    return notDrawnOut(out.replace(splitNegation, u"\\1t"_s));
}

/// "s t o p" -> "stop": letters that stand alone are one word.
QString joinedLetters(const QString& words)
{
    const QStringList parts = words.split(u' ', Qt::SkipEmptyParts);
    const bool letters = parts.size() > 2 && std::all_of(parts.begin(), parts.end(), [](const QString& part) {
                             return part.size() == 1 && part[0].isLetter();
                         });
    return letters ? parts.join(QString()) : words;
}

using Meanings = QHash<QString, TextMeaning>;

Meanings makeMeanings()
{
    Meanings meanings;
    const auto add = [&meanings](TextMeaning meaning, const char* list) {
        for (const QString& words : QString::fromLatin1(list).split(u','))
            meanings.insert(words.trimmed(), meaning);
    };
    add(TextMeaning::OptOut,
        "stop, stopall, stop all, unsubscribe, cancel, end, quit, revoke, optout, opt out, stopp, st0p, st op, no stop,"
        "unsubcribe, unsuscribe, un subscribe, unsub, unsubscribe all, remove, remove me, take off list, quit it,"
        "reply stop, text stop, send stop, no more, go away, back off, buzz off, fuck off, piss off, block me,"
        "no texts, no text, no texting, no messages, no messaging, no sms, discontinue, arret, arrete,"
        "alto, parar, para, pare, paren, detener, detenga, detengan, detente, detengase, detenganse, basta, basta ya, "
        "cancelar, cancelen,"
        "baja, dar de baja, terminar, fin, salir, anular, suspender, revocar, no mas, no moleste, no molesten,"
        "no molestar, no mensajes, no textos, desuscribir, desuscribirme, desuscribirse, cancelar suscripcion");
    add(TextMeaning::OptIn, "start, unstop");
    add(TextMeaning::Help, "help, info, ayuda, informacion");
    add(TextMeaning::Yes,
        "yes, y, yeah, yep, yup, 1, si, sip, yes i did, yes i have, yes i received services,"
        "yes ive received services, yes i have received services, 1 yes, yes 1, option 1,"
        "1 si, si 1, opcion 1, si recibi servicios, si he recibido servicios, si los recibi, si los obtuve,"
        "1 si los obtuve");
    add(TextMeaning::No,
        "no, n, nope, 2, no i did not, no i didnt, no i have not, no i havent, no i did not receive services,"
        "no i didnt receive services, 2 no, no 2, option 2, opcion 2, no recibi servicios, no he recibido servicios,"
        "no los recibi, no los obtuve, 2 no los obtuve, 2 si no los obtuve");
    add(TextMeaning::NoLongerInterested,
        "3, no longer interested, im no longer interested, i am no longer interested, not interested,"
        "im not interested, i am not interested, not interested anymore, im not interested anymore,"
        "no longer interested in services, im no longer interested in services,"
        "i am no longer interested in services, no longer interested in this,"
        "im no longer interested in this, i am no longer interested in this, 3 no longer interested, option 3, opcion "
        "3,"
        "ya no me interesa, ya no me interesan, no me interesa, no me interesan, ya no estoy interesado,"
        "ya no estoy interesada, no estoy interesado, no estoy interesada, ya no me interesan los servicios,"
        "3 ya no me interesa, 3 ya no me interesan, 3 si ya no le interesan");
    return meanings;
}

} // namespace

ReplyWords readWords(QStringView body)
{
    const QStringView message = core(body);
    const QString text = folded(message.left(longestRead));
    ReplyWords words{.whole = message.size() <= longestRead};
    for (const QString& clause : text.split(clauseEnd))
        if (const QString simple = clause.simplified(); !simple.isEmpty())
            words.clauses.append(simple);
    words.all = joinedLetters(words.clauses.join(u' '));
    return words;
}

std::optional<TextMeaning> keywordMeaning(const QString& words)
{
    static const Meanings meanings = makeMeanings();
    const auto found = meanings.constFind(words);
    return found == meanings.constEnd() ? std::nullopt : std::optional(*found);
}

QString withoutCourtesy(const QString& words)
{
    static const QSet<QString> courtesies = {u"please"_s, u"pls"_s,      u"plz"_s,         u"thanks"_s,  u"thx"_s,
                                             u"ty"_s,     u"now"_s,      u"immediately"_s, u"asap"_s,    u"ok"_s,
                                             u"okay"_s,   u"hi"_s,       u"hello"_s,       u"hey"_s,     u"sir"_s,
                                             u"maam"_s,   u"just"_s,     u"sorry"_s,       u"kindly"_s,  u"ya"_s,
                                             u"ahora"_s,  u"porfavor"_s, u"porfa"_s,       u"gracias"_s, u"hola"_s};
    QString joined = words;
    joined.replace(u"thank you"_s, u"thanks"_s).replace(u"por favor"_s, u"porfavor"_s);
    QStringList parts = joined.split(u' ', Qt::SkipEmptyParts);
    while (!parts.isEmpty() && courtesies.contains(parts.first()))
        parts.removeFirst();
    while (!parts.isEmpty() && courtesies.contains(parts.last()))
        parts.removeLast();
    return parts.join(u' ');
}

} // namespace handrail
