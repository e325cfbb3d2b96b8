// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/textreply.h"
#include "tests/domain/vectors.h"

#include <QJsonArray>
#include <QJsonObject>
#include <random>

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

const char* name(TextMeaning meaning)
{
    switch (meaning) {
    case TextMeaning::OptOut:
        return "OptOut";
    case TextMeaning::OptIn:
        return "OptIn";
    case TextMeaning::Help:
        return "Help";
    case TextMeaning::Yes:
        return "Yes";
    case TextMeaning::No:
        return "No";
    case TextMeaning::NoLongerInterested:
        return "NoLongerInterested";
    case TextMeaning::Other:
        return "Other";
    }
    return "?";
}

void checkAll(const QStringList& bodies, TextMeaning expected, bool optedOut = false)
{
    for (const QString& body : bodies) {
        INFO(body);
        CHECK(std::string(name(readTextReply(body, optedOut))) == name(expected));
    }
}

QStringList list(const QJsonValue& value)
{
    QStringList strings;
    for (const QJsonValue& item : value.toArray())
        strings.append(item.toString());
    REQUIRE_FALSE(strings.isEmpty());
    return strings;
}

} // namespace

TEST_CASE("text replies: vectors", "[R8][vectors]")
{
    const QJsonObject vectors = tests::readVectors(u"keywords.json"_s).object();
    checkAll(list(vectors[u"opt_out"]), TextMeaning::OptOut);
    checkAll(list(vectors[u"opt_out"]), TextMeaning::OptOut, true);
    checkAll(list(vectors[u"opt_out_by_meaning"]), TextMeaning::OptOut);
    checkAll(list(vectors[u"opt_in"]), TextMeaning::OptIn);
    checkAll(list(vectors[u"help"]), TextMeaning::Help);
    checkAll(list(vectors[u"yes_when_not_opted_out"]), TextMeaning::Yes);
    checkAll(list(vectors[u"yes_when_opted_out_is_opt_in"]), TextMeaning::OptIn, true);
    checkAll(list(vectors[u"no"]), TextMeaning::No);
    checkAll(list(vectors[u"no_longer_interested"]), TextMeaning::NoLongerInterested);
    checkAll(list(vectors[u"neither"]), TextMeaning::Other);
}

TEST_CASE("text replies: what surrounds a keyword", "[R8]")
{
    checkAll({u"\u200bSTOP\u200b"_s, u"\ufeffStop"_s, u"S\u00adTOP"_s, u"«STOP»"_s, u"\"stop\""_s, u"*stop*"_s,
              u"STOP!!!"_s, u"\r\n\tstop \u00a0\u2003"_s, u"ＳＴＯＰ"_s, u"S.T.O.P."_s, u"STOOOP"_s, u"stoppp!!"_s,
              u"s t o p"_s, u"🛑 STOP 🛑"_s, u"opt_out"_s, u"Opt–out"_s, u"STÓP"_s, u"OPT  OUT"_s},
             TextMeaning::OptOut);
    checkAll({u"1."_s, u"(1)"_s, u"１"_s, u"1️⃣"_s, u"①"_s, u"١"_s, u"Yes 👍"_s, u"si\u0301"_s, u"s\u00ed!"_s,
              u"“Yes”"_s},
             TextMeaning::Yes);
    checkAll({u"2!"_s, u"²"_s, u"NO…"_s}, TextMeaning::No);
    checkAll({u"3 "_s, u"I'm no longer interested."_s, u"I´m not interested"_s, u"Im not interested, thank you"_s,
              u"¡Ya no me interesa, gracias!"_s},
             TextMeaning::NoLongerInterested);
    checkAll({u"I need a bed for 3"_s, u"<3"_s, u"12"_s, u"1/2"_s, u"1.5"_s, u"$3"_s, u"+1"_s, u"№"_s, u"1 2"_s, u"0"_s,
              u"4"_s},
             TextMeaning::Other);
}

TEST_CASE("text replies: opting out in one's own words", "[R8]")
{
    SECTION("in English")
    {
        checkAll({u"please opt me out"_s,
                  u"opt out"_s,
                  u"I want to opt out"_s,
                  u"I'd like to opt out please"_s,
                  u"stop texting me"_s,
                  u"Please stop texting me!"_s,
                  u"STOP TEXTING THIS NUMBER"_s,
                  u"can you stop texting me"_s,
                  u"quit texting me"_s,
                  u"please quit sending me these"_s,
                  u"take me off your list"_s,
                  u"Take my number off this list."_s,
                  u"remove me"_s,
                  u"Remove me from your list please"_s,
                  u"remove my number"_s,
                  u"delete my number"_s,
                  u"don't text me anymore"_s,
                  u"Dont text me"_s,
                  u"don’t text me any more please"_s,
                  u"do not contact me again"_s,
                  u"please do not text this number"_s,
                  u"Don't send me any more messages"_s,
                  u"leave me alone"_s,
                  u"Leave me the hell alone"_s,
                  u"no more texts"_s,
                  u"No more messages please"_s,
                  u"I don't want these messages"_s,
                  u"I do not want to receive any more texts"_s,
                  u"I no longer wish to be contacted"_s,
                  u"unsubscribe please"_s,
                  u"how do I unsubscribe"_s,
                  u"Cancel these messages"_s,
                  u"cancel texts"_s,
                  u"end texts"_s,
                  u"end messages please"_s,
                  u"please stop"_s,
                  u"ok stop"_s,
                  u"Just stop"_s,
                  u"stop now"_s,
                  u"Stop it"_s,
                  u"stop all"_s,
                  u"STOP STOP STOP"_s,
                  u"cancel please"_s,
                  u"please cancel"_s,
                  u"quit now"_s,
                  u"END please"_s,
                  u"I revoke my consent"_s,
                  u"I withdraw consent"_s,
                  u"lose my number"_s,
                  u"i want this to stop"_s,
                  u"Why won't you stop texting me"_s,
                  u"If you don't stop I will call a lawyer"_s,
                  u"I already got help. Stop."_s,
                  u"I did not get help. Stop texting me"_s,
                  u"I don't need it, please stop texting me"_s,
                  u"Who is this? STOP"_s,
                  u"No. Stop."_s,
                  u"wrong number stop"_s,
                  u"not interested stop texting me"_s,
                  u"I’m not interested in receiving texts"_s,
                  u"remove from list"_s,
                  u"Take me off of this list"_s,
                  u"un subscribe"_s,
                  u"reply stop"_s,
                  u"quit it"_s,
                  u"No longer interested, please stop"_s,
                  u"can you stop the messages"_s,
                  u"no stop"_s,
                  u"No thank you, stop"_s,
                  u"no thanks stop"_s,
                  u"STOP 12345"_s,
                  u"stop messaging"_s,
                  u"Stop contacting me about this"_s,
                  u"Stop! I don't live there"_s},
                 TextMeaning::OptOut);
    }
    SECTION("in Spanish")
    {
        checkAll({u"no me manden más mensajes"_s,
                  u"No me mande mas mensajes por favor"_s,
                  u"ya no me escriban"_s,
                  u"No me escriba más"_s,
                  u"deje de enviarme mensajes"_s,
                  u"dejen de mandarme mensajes"_s,
                  u"Por favor dejen de escribirme"_s,
                  u"deja de molestar"_s,
                  u"paren de mandar mensajes"_s,
                  u"no quiero más mensajes"_s,
                  u"Ya no quiero recibir mensajes"_s,
                  u"no deseo recibir mas textos"_s,
                  u"no quiero que me escriban"_s,
                  u"no más mensajes"_s,
                  u"Quiero dejar de recibir estos mensajes"_s,
                  u"quítenme de su lista"_s,
                  u"bórrenme de la lista"_s,
                  u"borren mi número"_s,
                  u"denme de baja"_s,
                  u"quiero darme de baja"_s,
                  u"darme de baja"_s,
                  u"déjenme en paz"_s,
                  u"cancelar mensajes"_s,
                  u"Cancelen los mensajes"_s,
                  u"alto por favor"_s,
                  u"Basta ya"_s,
                  u"PARE"_s,
                  u"paren ya"_s,
                  u"cancelar"_s,
                  u"no envíen más mensajes"_s,
                  u"alto a los mensajes"_s,
                  u"parar mensajes"_s,
                  u"no molesten"_s,
                  u"¡Deténganse!"_s,
                  u"revoco mi consentimiento"_s,
                  u"desuscribirme"_s,
                  u"STOP por favor"_s},
                 TextMeaning::OptOut);
    }
    SECTION("also in decomposed letters")
    {
        checkAll({u"no me manden ma\u0301s mensajes"_s, u"de\u0301jenme en paz"_s}, TextMeaning::OptOut);
    }
}

TEST_CASE("text replies: ordinary speech", "[R8]")
{
    SECTION("in English")
    {
        checkAll({u"I will end up going"_s,
                  u"can I cancel my appointment"_s,
                  u"Cancel my appointment with the pantry please"_s,
                  u"End of the month works"_s,
                  u"please don't stop sending these"_s,
                  u"do not stop texting me"_s,
                  u"never stop sending messages"_s,
                  u"Don't unsubscribe me"_s,
                  u"please do not opt me out"_s,
                  u"I did not opt out"_s,
                  u"I don't want to opt out"_s,
                  u"why did you stop texting me"_s,
                  u"the bus stop was closed"_s,
                  u"which bus stop is it"_s,
                  u"My stop is the next stop"_s,
                  u"Stop by the office?"_s,
                  u"can I stop by tomorrow"_s,
                  u"I had to quit my job"_s,
                  u"I quit smoking"_s,
                  u"no longer at this address"_s,
                  u"at the end they helped me"_s,
                  u"I don't text much"_s,
                  u"they don't contact me"_s,
                  u"they never text me back"_s,
                  u"don't text me at night"_s,
                  u"please dont text me before 9"_s,
                  u"take me off the waiting list at the shelter"_s,
                  u"can you take me to the pantry"_s,
                  u"get me off the streets"_s,
                  u"I don't want services"_s,
                  u"I don't want to miss your messages"_s,
                  u"they want to cancel my insurance"_s,
                  u"please remove me from the wait list"_s,
                  u"he told me to leave him alone"_s,
                  u"I got your text, no more food there"_s,
                  u"starting Monday"_s,
                  u"when does it start"_s,
                  u"help me please"_s,
                  u"I need help"_s,
                  u"need more info"_s,
                  u"no they were closed"_s,
                  u"yes please call me"_s,
                  u"not yet"_s,
                  u"maybe"_s,
                  u"ok"_s,
                  u"thanks"_s,
                  u"thank you!"_s,
                  u"please stop the eviction"_s,
                  u"can you stop the eviction"_s,
                  u"can you remove me from my apartment lease"_s,
                  u"what does opt out mean"_s,
                  u"they told me to stop coming"_s,
                  u"my ex won’t leave me alone"_s,
                  u"no thanks"_s,
                  u"No thank you"_s,
                  u"non-stop"_s,
                  u"I can't stop crying"_s,
                  u"What is this about? END"_s},
                 TextMeaning::Other);
    }
    SECTION("in Spanish")
    {
        checkAll({u"no dejen de mandarme mensajes"_s,
                  u"por favor no dejen de escribirme"_s,
                  u"terminé"_s,
                  u"cancelé"_s,
                  u"no me mandaron mensajes"_s,
                  u"no me molesta"_s,
                  u"no me manden a ese lugar"_s,
                  u"alto costo"_s,
                  u"para mañana"_s,
                  u"este número es para mensajes?"_s,
                  u"no quiero perder sus mensajes"_s,
                  u"¿quién es?"_s,
                  u"hola"_s,
                  u"gracias"_s,
                  u"no hay más mensajes?"_s,
                  u"todavía no"_s,
                  u"no me escriban en la noche"_s,
                  u"sí, pero estaba cerrado"_s,
                  u"quiero cancelar mi cita"_s,
                  u"no quiero dejar de recibir mensajes"_s,
                  u"dejé de recibir sus mensajes"_s},
                 TextMeaning::Other);
    }
    SECTION("nor does a phone's reaction that quotes our own words")
    {
        checkAll(
            {u"Liked “Harbor: your resource information: https://h.example/r/x Reply STOP to opt out, HELP for help.”"_s,
             u"Loved \"Reply STOP to opt out\""_s, u"👍 to “ Reply STOP to opt out ”"_s,
             u"Le gustó “Responda STOP para salir”"_s,
             u"You wrote: your resource information. Reply STOP to opt out, HELP for help. What is that?"_s},
            TextMeaning::Other);
    }
}

TEST_CASE("text replies: while opted out", "[R8][R9]")
{
    checkAll({u"YES"_s, u"yes."_s, u"START"_s, u"unstop"_s}, TextMeaning::OptIn, true);
    checkAll({u"1"_s, u"y"_s, u"sí"_s}, TextMeaning::Yes, true);
    checkAll({u"start sending again"_s, u"yes please"_s, u"hello"_s}, TextMeaning::Other, true);
    checkAll({u"STOP"_s, u"unsubscribe me"_s}, TextMeaning::OptOut, true);
}

TEST_CASE("text replies: our own words of R6", "[R6][R8]")
{
    checkAll({answerNote(Answer::Yes)}, TextMeaning::Yes);
    checkAll({answerNote(Answer::No)}, TextMeaning::No);
    checkAll({answerNote(Answer::NoLongerInterested)}, TextMeaning::NoLongerInterested);
    checkAll({u"1 Yes"_s, u"1. Yes"_s, u"1 - Sí"_s}, TextMeaning::Yes);
    checkAll({u"3 No longer interested"_s}, TextMeaning::NoLongerInterested);
}

TEST_CASE("text replies: huge bodies", "[R8][input]")
{
    const QString blanks(5'000'000, u' ');
    SECTION("a keyword in megabytes of blanks, marks and invisible characters is still one")
    {
        CHECK(readTextReply(QString(blanks + u"STOP"_s + blanks), false) == TextMeaning::OptOut);
        CHECK(readTextReply(QString(u"1"_s + QString(10'000'000, QChar(0x200B))), false) == TextMeaning::Yes);
        CHECK(readTextReply(QString(u"NO"_s + QString(10'000'000, QChar(0x0301))), false) == TextMeaning::No);
    }
    SECTION("a long message is no keyword, but may begin with a stop word")
    {
        const QString tail(10'000'000, u'x');
        CHECK(readTextReply(QString(u"1 "_s + tail), false) == TextMeaning::Other);
        CHECK(readTextReply(QString(u"STOP "_s + tail), false) == TextMeaning::OptOut);
        CHECK(readTextReply(tail, false) == TextMeaning::Other);
    }
    SECTION("patterns that wish for trouble end soon")
    {
        CHECK(readTextReply(QString(u"dont want to get "_s.repeated(600'000)), false) == TextMeaning::Other);
        CHECK(readTextReply(QString(u"stop all the these those "_s.repeated(400'000)), true) == TextMeaning::OptOut);
        CHECK(readTextReply(QString(u"take me off the the "_s.repeated(400'000)), false) == TextMeaning::Other);
        CHECK(readTextReply(QString(u"|.,"_s.repeated(3'000'000) + u"a"_s), false) == TextMeaning::Other);
    }
    SECTION("half a surrogate pair and zeros do no harm")
    {
        CHECK(readTextReply(QString(QChar(0xD83D)), false) == TextMeaning::Other);
        CHECK(readTextReply(QString(QString(QChar(0xDE00)) + u"STOP"_s + QChar(0xD83D)), false) == TextMeaning::OptOut);
        CHECK(readTextReply(QString(QChar(0)) + u"stop"_s + QChar(0), false) == TextMeaning::OptOut);
    }
}

TEST_CASE("text replies: any decoration of a keyword", "[R8][property]")
{
    std::mt19937 random(8);
    const QStringList around = {u" "_s,      u"."_s, u"!"_s,      u"\u200b"_s, u"\n"_s, u"\""_s, u"…"_s,
                                u"\u00a0"_s, u"-"_s, u"\ufe0f"_s, u"👍"_s,      u"("_s,  u")"_s,  u"*"_s};
    const QList<std::pair<QString, TextMeaning>> keywords = {{u"stop"_s, TextMeaning::OptOut},
                                                             {u"unsubscribe"_s, TextMeaning::OptOut},
                                                             {u"cancel"_s, TextMeaning::OptOut},
                                                             {u"revoke"_s, TextMeaning::OptOut},
                                                             {u"start"_s, TextMeaning::OptIn},
                                                             {u"help"_s, TextMeaning::Help},
                                                             {u"yes"_s, TextMeaning::Yes},
                                                             {u"no"_s, TextMeaning::No},
                                                             {u"3"_s, TextMeaning::NoLongerInterested},
                                                             {u"alto"_s, TextMeaning::OptOut}};
    const auto decoration = [&] {
        QString text;
        for (auto n = random() % 5; n > 0; --n)
            text += around[qsizetype(random() % size_t(around.size()))];
        return text;
    };
    for (int round = 0; round < 3000; ++round) {
        const auto& [word, meaning] = keywords[qsizetype(random() % size_t(keywords.size()))];
        QString typed;
        for (const QChar c : word)
            typed += random() % 2 ? c.toUpper() : c;
        const QString body = decoration() + typed + decoration();
        INFO(body);
        REQUIRE(std::string(name(readTextReply(body, false))) == name(meaning));
    }
}

TEST_CASE("text replies: any text", "[R8][property]")
{
    std::mt19937 random(88);
    for (int round = 0; round < 3000; ++round) {
        QString body;
        for (auto n = random() % 60; n > 0; --n)
            body += QChar(char16_t(random() % (round % 2 ? 0x10000 : 0x250)));
        const TextMeaning meaning = readTextReply(body, false);
        // Blanks around it never change what a message means, and reading it twice gives the same.
        INFO(body);
        REQUIRE(int(readTextReply(QString(u"\n "_s + body + u" "_s), false)) == int(meaning));
    }
}
