// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mailwords.h"
#include "core/domain/mailstatus.h"
#include "tests/support/catch.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString unsubscribeLink = u"https://h.example/u/"_s + QString(22, u'x');
/// Our own follow-up, as a mail program quotes it.
const QString ours = u"Hello Maria,\nDid you get services? Yes, No, or No longer interested:\nhttps://h.example/f/"_s +
                     QString(22, u'y') + u"\n\nUnsubscribe from all emails:\n"_s + unsubscribeLink + u"\n"_s;

QString quoted(const QString& text)
{
    return u"> "_s + QString(text).replace(u"\n"_s, u"\n> "_s);
}

} // namespace

TEST_CASE("mail words: what is the client's own", "[mailwords][R8]")
{
    SECTION("a plain mail is, whole")
    {
        CHECK(ownWords(u"They were closed.\r\n\r\nWhat now?\r\n"_s) == u"They were closed.\n\nWhat now?"_s);
    }
    SECTION("a marked quotation is not, nor the line that announces it, in any of the usual forms")
    {
        const QString announced =
            GENERATE(u"On Mon, Oct 5, 2026 at 12:00 PM Harbor House <help@harbor.example> wrote:"_s,
                     u"On Monday, 5 October 2026 at 12:00, Harbor House\n<help@harbor.example> wrote:"_s,
                     u"El lun, 5 oct 2026 a las 12:00, Harbor House (<help@harbor.example>)\nescribió:"_s,
                     u"Harbor House <help@harbor.example> wrote:"_s,
                     u"2026-10-05 12:00 GMT-04:00, Harbor <h@h.example> wrote:"_s);
        CHECK(ownWords(u"I went there.\n\n"_s + announced + u"\n\n"_s + quoted(ours)) == u"I went there."_s);
    }
    SECTION("an unmarked copy is not, and all below it")
    {
        const QString announced = GENERATE(
            u"-----Original Message-----\nFrom: Harbor House"_s, u"________________________________\nFrom: Harbor"_s,
            u"From: Harbor House <h@h.example>\nSent: Monday\nTo: Maria\nSubject: How did it go?"_s,
            u"De: Harbor House <h@h.example>\nEnviado: lunes\nPara: Maria\nAsunto: Hola"_s,
            u"On Mon, Oct 5, 2026 at 12:00 PM Harbor House <help@harbor.example> wrote:"_s,
            u"---------- Forwarded message ---------"_s);
        CHECK(ownWords(u"I went there.\n\n"_s + announced + u"\n\n"_s + ours) == u"I went there."_s);
    }
    SECTION("text below a marked quotation is kept")
    {
        CHECK(ownWords(u"On 5 Oct 2026, Harbor House wrote:\n"_s + quoted(ours) + u"\n\nNo, they sent me away."_s) ==
              u"No, they sent me away."_s);
    }
    SECTION("answers between the quoted lines are kept")
    {
        CHECK(ownWords(u"> Did you get services?\nNot yet\n> When?\nTomorrow"_s) == u"Not yet\nTomorrow"_s);
    }
    SECTION("signatures and what phones add are not")
    {
        CHECK(ownWords(u"Thank you!\n-- \nMaria Lopez\n555 0101"_s) == u"Thank you!"_s);
        CHECK(ownWords(u"Thank you!\n\nSent from my iPhone"_s) == u"Thank you!"_s);
        CHECK(ownWords(u"Gracias\n\nEnviado desde mi Samsung"_s) == u"Gracias"_s);
        CHECK(ownWords(u"OK\nGet Outlook for Android<https://aka.ms/x>"_s) == u"OK"_s);
    }
    SECTION("a sentence that only looks like an announcement is")
    {
        CHECK(ownWords(u"On Monday I went there and they wrote:\n\"come back\"\n"_s).contains(u"On Monday"_s) == false);
        CHECK(ownWords(u"On Monday I went there.\nThey said no."_s) == u"On Monday I went there.\nThey said no."_s);
        CHECK(ownWords(u"From: me to you, thanks"_s) == u"From: me to you, thanks"_s);
    }
    SECTION("nothing but a quotation leaves nothing")
    {
        CHECK(ownWords(quoted(ours)).isEmpty());
        CHECK(ownWords({}).isEmpty());
    }
}

TEST_CASE("mail words: a wish for no more email", "[mailwords][R10]")
{
    const QString wish = GENERATE(u"unsubscribe"_s, u"STOP"_s, u"Please stop emailing me. Unsubscribe!"_s,
                                  u"please opt me out"_s, u"Darme de baja por favor"_s, u"stop sending me messages"_s);
    SECTION("is understood, above whatever it answers")
    {
        CHECK(asksForNoMoreMail(ownWords(wish + u"\n\nOn 5 Oct 2026, Harbor <h@h.example> wrote:\n"_s + quoted(ours)),
                                u"Re: How did it go?"_s));
    }
    SECTION("is understood in the subject of a mail that answers nothing")
    {
        CHECK(asksForNoMoreMail({}, wish));
        CHECK_FALSE(asksForNoMoreMail({}, u"Re: "_s + wish));
    }
}

TEST_CASE("mail words: no wish", "[mailwords][R10]")
{
    SECTION("our own words are none, however they are quoted")
    {
        CHECK_FALSE(asksForNoMoreMail(ownWords(ours), u"Re: How did it go?"_s));
        CHECK_FALSE(asksForNoMoreMail(ownWords(u"It went well.\n\n"_s + ours), u"Re: How did it go?"_s));
        CHECK_FALSE(asksForNoMoreMail(ownWords(quoted(ours)), u"Re: How did it go?"_s));
        const QString spanish = u"Cancelar la suscripción a todos los correos:\n"_s + unsubscribeLink;
        CHECK_FALSE(asksForNoMoreMail(ownWords(u"Fue bien\n"_s + spanish), u"Re: ¿Cómo le fue?"_s));
    }
    SECTION("an answer is none")
    {
        for (const QString& words : {u"Yes"_s, u"No, they were closed"_s, u"I am no longer interested"_s, u"Help"_s})
            CHECK_FALSE(asksForNoMoreMail(words, u"Re: How did it go?"_s));
    }
    SECTION("only a bare wish needs nobody to read it")
    {
        CHECK(saysOnlyStop(u"Unsubscribe, please."_s, u"Re: x"_s));
        CHECK(saysOnlyStop({}, u"unsubscribe"_s));
        CHECK_FALSE(saysOnlyStop(u"Stop. And call me about the shelter."_s, u"Re: x"_s));
    }
}

TEST_CASE("mail words: monsters take no time", "[mailwords]")
{
    // What made other programs' patterns run for ever; each far beyond what is read.
    const QString monster =
        GENERATE(QString(2'000'000, u'>'), QString(2'000'000, u' '), QString(200'000, u'\n'),
                 u"On "_s.repeated(300'000), (u"On a\n"_s).repeated(300'000), (u"From: a\n"_s).repeated(200'000),
                 QString(2'000'000, u'_'), u"On "_s + QString(1'000'000, u'a') + u" wrote:"_s,
                 (QString(999, u'@') + u'\n').repeated(2000), (u"stop the "_s).repeated(200'000));
    const QString own = ownWords(monster);
    CHECK(own.size() <= 64 * 1024);
    (void)asksForNoMoreMail(own, monster);
    (void)saysOnlyStop(own, monster);
}

TEST_CASE("mail status: codes in plain words", "[mailstatus]")
{
    CHECK(mailTroubleInWords(u"5.1.1"_s) == u"This email address does not exist."_s);
    CHECK(mailTroubleInWords(u"5.1.10"_s).contains(u"takes no email at all"_s));
    CHECK(mailTroubleInWords(u"5.2.2"_s) == u"The client's mailbox is full."_s);
    CHECK(mailTroubleInWords(u"4.2.2"_s) == u"The client's mailbox is full."_s);
    CHECK(mailTroubleInWords(u"5.7.26"_s).contains(u"SPF"_s));
    CHECK(mailTroubleInWords(u"5.7.1"_s).contains(u"does not let"_s));
    CHECK(mailTroubleInWords({}).endsWith(u'.'));
    CHECK(enhancedStatusIn(u"550 5.1.1 <x@y.example>: Recipient address rejected"_s) == u"5.1.1"_s);
    CHECK(enhancedStatusIn(u"smtp; 127.0.0.1 said 10.5.1.1"_s).isEmpty());
    CHECK(isForGood(u"5.0.0"_s));
    CHECK_FALSE(isForGood(u"4.4.1"_s));
    CHECK_FALSE(isForGood({}));
    CHECK(concernsAddress(u"5.1.1"_s));
    CHECK(concernsAddress(u"5.2.1"_s));
    CHECK_FALSE(concernsAddress(u"5.1.8"_s));
    CHECK_FALSE(concernsAddress(u"5.7.1"_s));
}
