// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/templatecheck.h"
#include "core/domain/messagetext.h"
#include "core/domain/smscosts.h"
#include "core/domain/smssegments.h"
#include "tests/support/catch.h"
#include "tests/support/sequentialids.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

const TemplateKind firstText{MessageKind::Initial, Channel::Text, u"en"_s};
const QString program = u"Harbor Care Network"_s;

TemplateCheck check(const QString& text, const TemplateKind& kind = firstText)
{
    return checkTemplate(kind, text, program);
}

bool mentions(const QStringList& sentences, const QString& word)
{
    return sentences.join(u'\n').contains(word);
}

} // namespace

TEST_CASE("template check: the built-in ones", "[R12]")
{
    for (const MessageKind kind : {MessageKind::Initial, MessageKind::FollowUp}) {
        for (const Channel channel : {Channel::Text, Channel::Email}) {
            for (const QString& language : {u"en"_s, u"es"_s}) {
                const TemplateKind which{kind, channel, language};
                const TemplateCheck checked = check(builtInTemplate(templateKey(which)), which);
                INFO(templateKey(which) << checked.problems.join(u'\n'));
                CHECK(checked.ok());
                CHECK_FALSE(mentions(checked.hints, u"hold 70"_s));
            }
        }
    }
}

TEST_CASE("template check: keys", "[R12]")
{
    const TemplateKind kind{MessageKind::FollowUp, Channel::Email, u"es-MX"_s};
    CHECK(templateKey(kind) == u"follow_up.email.es-MX"_s);
    CHECK(templateKindOf(templateKey(kind)) == kind);
    for (const QString& none : {u""_s, u"initial"_s, u"initial.fax.en"_s, u"initial.text."_s, u"initial.text.en\n"_s,
                                u"initial.text.e n"_s, u"INITIAL.text.en"_s})
        CHECK_FALSE(templateKindOf(none).has_value());
}

TEST_CASE("template check: problems of a text", "[R8][R12]")
{
    SECTION("a blank one has none: the built-in one is used")
    {
        CHECK(check(u" \n"_s).ok());
    }
    SECTION("a good one has neither problem nor hint")
    {
        const auto good = check(u"{program}: {link} Reply STOP to opt out."_s);
        CHECK(good.ok());
        CHECK(good.hints.isEmpty());
    }
    SECTION("all are told at once")
    {
        const auto bad = check(u"Hello {nmae}, call us at {"_s);
        CHECK(mentions(bad.problems, u"{nmae}"_s));
        CHECK(mentions(bad.problems, u"{link}"_s));
        CHECK(mentions(bad.problems, u"{program}"_s));
        CHECK(mentions(bad.problems, u"STOP"_s));
        CHECK(mentions(bad.problems, u"stands alone"_s));
        CHECK(bad.problems.size() == 5);
    }
    SECTION("a placeholder that texts have nothing for")
    {
        CHECK(mentions(check(u"{program}: {link} STOP {unsubscribe}"_s).problems, u"{unsubscribe}"_s));
        CHECK(mentions(check(u"{program}: {link} {sites}"_s, {MessageKind::FollowUp, Channel::Text, u"en"_s}).problems,
                       u"{sites}"_s));
    }
    SECTION("a choice that would opt the client out")
    {
        for (const QString& word : {u"CANCEL"_s, u"END"_s, u"QUIT"_s})
            CHECK(mentions(check(u"{program}: {link} STOP ends. %1 if not interested"_s.arg(word)).problems, word));
    }
    SECTION("a shortened link")
    {
        CHECK(mentions(check(u"{program}: {link} https://BIT.LY/x STOP"_s).problems, u"BIT.LY"_s));
    }
    SECTION("more than 1,600 characters")
    {
        CHECK(mentions(check(u"{program}: {link} STOP "_s + QString(1600, u'x')).problems, u"1,600"_s));
        CHECK(mentions(check(QString(30'000, u'x')).problems, u"too long"_s));
    }
    SECTION("a follow-up needs no opt-out words")
    {
        CHECK(check(u"{program}: {link} 1 2 3"_s, {MessageKind::FollowUp, Channel::Text, u"en"_s}).ok());
    }
}

TEST_CASE("template check: hints of a text", "[R12][sms]")
{
    SECTION("characters that double the price")
    {
        const auto hints = check(u"{program}: información – {link} Reply STOP to opt out."_s).hints;
        CHECK(mentions(hints, u"o for ó"_s));
        CHECK(mentions(hints, u"- for –"_s));
    }
    SECTION("names that others may read")
    {
        CHECK(mentions(check(u"{program}: {name} {link} STOP"_s).hints, u"Others"_s));
    }
    SECTION("what it costs, with the program's own name")
    {
        const auto hints = checkTemplate(firstText, u"{program}: {link} STOP"_s, QString(160, u'x')).hints;
        CHECK(mentions(hints, u"2 segment"_s));
    }
    SECTION("a follow-up that can't be answered by text")
    {
        CHECK(mentions(check(u"{program}: {link}"_s, {MessageKind::FollowUp, Channel::Text, u"en"_s}).hints, u"1 (yes)"_s));
    }
}

TEST_CASE("template check: emails", "[R10][R12]")
{
    const TemplateKind email{MessageKind::Initial, Channel::Email, u"en"_s};
    CHECK(check(u"From {program}\n\n{sites}\n{link}\n{unsubscribe}"_s, email).ok());
    CHECK(check(u"From {program}\n\n{link}"_s, email).ok());
    CHECK(mentions(check(u"Hello\n\n{link}"_s, email).problems, u"{program}"_s));
    CHECK(mentions(check(u"About {site}\n\n{program} {link}"_s, email).hints, u"subject"_s));
}

TEST_CASE("template check: the list of placeholders is what messages fill", "[R12]")
{
    const TemplateKind email{MessageKind::Initial, Channel::Email, u"en"_s};
    QString all = u"{program}\n"_s;
    for (const Placeholder& placeholder : placeholdersFor(email)) {
        CHECK_FALSE(placeholder.meaning.isEmpty());
        all += u"{%1}\n"_s.arg(placeholder.name);
    }
    tests::SequentialIds ids;
    MessageTextContext context{.agency = Agency{.id = AgencyId(ids.next())},
                               .channel = Channel::Email,
                               .language = u"en"_s,
                               .clientGivenName = u"Maria"_s,
                               .workerName = u"Sam"_s,
                               .sites = {ResourceSite{.id = ResourceSiteId(ids.next()), .serviceName = u"Pantry"_s}},
                               .link = u"https://h.example/r/x"_s,
                               .unsubscribeLink = u"https://h.example/u/x"_s};
    context.agency.programName = program;
    context.agency.templates.insert(templateKey(email), all);
    CHECK_FALSE(mustHave(writeMessage(context)).body.contains(u'{'));
}

TEST_CASE("sms costs: what to write instead", "[sms]")
{
    const auto instead = [](const QString& character) {
        const auto found = costlyCharacters(character);
        REQUIRE(found.size() == 1);
        CHECK(found.first().character == character);
        return found.first().instead;
    };
    SECTION("quotes, dashes, dots and blanks")
    {
        CHECK(instead(u"’"_s) == u"'"_s);
        CHECK(instead(u"“"_s) == u"\""_s);
        CHECK(instead(u"«"_s) == u"\""_s);
        CHECK(instead(u"–"_s) == u"-"_s);
        CHECK(instead(u"—"_s) == u"-"_s);
        CHECK(instead(u"…"_s) == u"..."_s);
        CHECK(instead(u"\u00a0"_s) == u" "_s);
        CHECK(instead(u"\u200b"_s).isEmpty());
    }
    SECTION("Spanish letters that GSM-7 lacks")
    {
        const QString costly = u"áíóúÁÍÓÚ"_s;
        const QString plain = u"aiouAIOU"_s;
        for (qsizetype i = 0; i < costly.size(); ++i)
            CHECK(instead(costly.mid(i, 1)) == plain.mid(i, 1));
    }
    SECTION("an emoji is one, and has no likeness")
    {
        CHECK(instead(u"👍"_s).isEmpty());
        CHECK(instead(u"中"_s).isEmpty());
    }
    SECTION("what GSM-7 has costs nothing")
    {
        CHECK(costlyCharacters(u"é è ù ì ò à ñ Ñ ü ¿ ¡ € [x] Ç \n"_s).isEmpty());
        CHECK(cheaperWriting(u"plain"_s).isEmpty());
    }
    SECTION("each is named once, in order, not more than asked for")
    {
        const auto found = costlyCharacters(u"ó–ó–á"_s, 2);
        REQUIRE(found.size() == 2);
        CHECK(found[0].character == u"ó"_s);
        CHECK(found[1].character == u"–"_s);
    }
    SECTION("every suggestion is in GSM-7, and brings the text back to it")
    {
        QString text = u"¿Recibió “ayuda” – sí… niño’s\u00a0día?"_s;
        for (const CostlyCharacter& costly : costlyCharacters(text))
            text.replace(costly.character, costly.instead);
        CHECK(measureSms(text).encoding == SmsSize::Encoding::Gsm7);
    }
    SECTION("the sentence leaves names to their bearers")
    {
        const QString sentence = cheaperWriting(u"José 👍"_s + u"í"_s);
        CHECK(sentence.contains(u"leave names as they are"_s));
        CHECK(sentence.contains(u"i for í"_s));
        CHECK(sentence.contains(u"👍"_s));
        CHECK_FALSE(sentence.contains(u"é"_s));
    }
}
