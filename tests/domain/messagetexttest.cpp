// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/messagetext.h"
#include "core/domain/language.h"
#include "core/domain/smssegments.h"
#include "tests/domain/vectors.h"
#include "tests/support/sequentialids.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Letter
{
    tests::SequentialIds ids;
    MessageTextContext context;

    explicit Letter(MessageKind kind = MessageKind::Initial, Channel channel = Channel::Text)
        : context{.agency = Agency{.id = AgencyId(ids.next()), .programName = u"Harbor Care Network"_s},
                  .kind = kind,
                  .channel = channel,
                  .language = u"en"_s,
                  .clientGivenName = u"Maria"_s,
                  .workerName = u"Sam Ortiz"_s,
                  .link = u"https://harbor.example.org/r/AAAAAAAAAAAAAAAAAAAAAA"_s,
                  .unsubscribeLink = u"https://harbor.example.org/u/BBBBBBBBBBBBBBBBBBBBBB"_s}
    {
        addSite(u"Food Pantry"_s);
    }
    void addSite(const QString& name)
    {
        context.sites.append(ResourceSite{.id = ResourceSiteId(ids.next()), .serviceName = name});
    }
    [[nodiscard]] MessageText write() const { return mustHave(writeMessage(context)); }
    [[nodiscard]] QString text() const { return write().body; }
};

constexpr auto bothKinds = {MessageKind::Initial, MessageKind::FollowUp};

} // namespace

TEST_CASE("texts: what every one of them carries", "[R4][R5][R8]")
{
    for (const MessageKind kind : bothKinds) {
        for (const QString& language : {u"en"_s, u"es"_s}) {
            Letter letter(kind);
            letter.context.language = language;
            const MessageText text = letter.write();
            INFO(text.body);
            CHECK(text.body.startsWith(u"Harbor Care Network"_s));
            CHECK(text.body.contains(letter.context.link + u' '));
            CHECK(text.body.contains(u"STOP"_s));
            CHECK(text.body.contains(u"HELP"_s));
            CHECK(text.subject.isEmpty());
            CHECK(text.html.isEmpty());
            CHECK_FALSE(text.body.contains(u"{"_s));
            // No detail of the person's need, no name, no word that would opt the client out as a choice.
            CHECK_FALSE(text.body.contains(u"Food Pantry"_s));
            CHECK_FALSE(text.body.contains(u"Maria"_s));
            CHECK_FALSE(text.body.contains(u"cancel"_s, Qt::CaseInsensitive));
            CHECK(measureSms(text.body).encoding == SmsSize::Encoding::Gsm7);
        }
    }
}

TEST_CASE("texts: the first one", "[R4]")
{
    Letter letter;
    SECTION("says how to opt out in the words that carriers look for")
    {
        CHECK(letter.text().contains(u"Reply STOP to opt out, HELP for help"_s));
    }
    SECTION("stays in one part with a program name of 30 and a link of 60 characters")
    {
        letter.context.agency.programName = QString(30, u'P');
        letter.context.link = u"https://"_s + QString(52, u'x');
        CHECK(measureSms(letter.text()).segments == 1);
        letter.context.language = u"es"_s;
        CHECK(measureSms(letter.text()).segments == 1);
    }
    SECTION("names the rates where that costs no further part, else leaves them out")
    {
        letter.context.agency.programName = u"Harbor"_s;
        letter.context.link = u"https://h.example/r/AAAAAAAAAAAAAAAAAAAAAA"_s;
        CHECK(letter.text().endsWith(u"Msg & data rates may apply."_s));
        CHECK(measureSms(letter.text()).segments == 1);
        letter.context.agency.programName = QString(30, u'P');
        CHECK_FALSE(letter.text().contains(u"rates"_s));
    }
    SECTION("is one however many resource sites there are")
    {
        const QString one = letter.text();
        letter.addSite(u"Homeless Shelter"_s);
        letter.addSite(u"Legal Aid"_s);
        CHECK(letter.text() == one);
    }
}

TEST_CASE("texts: the follow-up", "[R5][R8]")
{
    Letter letter(MessageKind::FollowUp);
    SECTION("offers 1, 2 and 3")
    {
        CHECK(letter.text().contains(u"1 Yes, 2 No, 3 No longer interested"_s));
        letter.context.language = u"es"_s;
        CHECK(letter.text().contains(u"1 si los obtuvo, 2 si no los obtuvo, 3 si ya no le interesan"_s));
    }
    SECTION("takes at most two parts")
    {
        letter.context.agency.programName = QString(30, u'P');
        letter.context.link = u"https://"_s + QString(52, u'x');
        CHECK(measureSms(letter.text()).segments <= 2);
    }
}

TEST_CASE("emails: what they carry", "[R4][R5][R10]")
{
    for (const MessageKind kind : bothKinds) {
        for (const QString& language : {u"en"_s, u"es"_s}) {
            Letter letter(kind, Channel::Email);
            letter.context.language = language;
            const MessageText mail = letter.write();
            INFO(mail.body);
            CHECK(mail.subject.contains(u"Harbor Care Network"_s));
            CHECK_FALSE(mail.subject.contains(u"Food Pantry"_s));
            CHECK(mail.body.contains(u"Maria"_s));
            CHECK(mail.body.contains(u"Food Pantry"_s));
            CHECK(mail.body.contains(u"Sam Ortiz"_s));
            CHECK(mail.body.contains(letter.context.link));
            CHECK(mail.body.contains(letter.context.unsubscribeLink));
            CHECK_FALSE(mail.body.contains(u'<'));
            CHECK(mail.html.contains(u"<html lang=\"%1\">"_s.arg(language)));
            CHECK(mail.html.contains(u"href=\"%1\""_s.arg(letter.context.link)));
            CHECK(mail.html.contains(u"href=\"%1\""_s.arg(letter.context.unsubscribeLink)));
            CHECK(mail.html.count(u"<a "_s) == 2);
            CHECK_FALSE(mail.html.contains(u"<table"_s));
            CHECK_FALSE(mail.html.contains(u"<img"_s));
            CHECK_FALSE(mail.html.contains(u"<script"_s));
        }
    }
}

TEST_CASE("emails: sites", "[R4]")
{
    Letter letter(MessageKind::Initial, Channel::Email);
    letter.addSite(u"Homeless Shelter"_s);
    letter.addSite(u"Legal Aid"_s);
    SECTION("stand in basket order")
    {
        CHECK(letter.text().contains(u"- Food Pantry\n- Homeless Shelter\n- Legal Aid\n"_s));
        CHECK(letter.write().html.contains(
            u"<ul><li>Food Pantry</li><li>Homeless Shelter</li><li>Legal Aid</li></ul>"_s));
    }
    SECTION("the link's button is labelled in words")
    {
        CHECK(letter.write().html.contains(u">See addresses, phone numbers and opening hours</a>"_s));
    }
}

TEST_CASE("messages: names that want to be more than names", "[input]")
{
    Letter letter(MessageKind::FollowUp, Channel::Email);
    SECTION("are escaped in HTML")
    {
        letter.context.clientGivenName = u"<script>alert('x')</script> & \"Co\""_s;
        letter.context.sites.first().serviceName = u"A & <b>B</b>"_s;
        const QString html = letter.write().html;
        CHECK_FALSE(html.contains(u"<script"_s));
        CHECK_FALSE(html.contains(u"<b>"_s));
        CHECK(html.contains(u"A &amp; &lt;b&gt;B&lt;/b&gt;"_s));
    }
    SECTION("can't start a header")
    {
        letter.context.agency.programName = u"Harbor\r\nBcc: all@example.org\u2028\u0007x"_s;
        const QString subject = letter.write().subject;
        CHECK(subject == u"A question from Harbor Bcc: all@example.org x"_s);
    }
    SECTION("can't start a paragraph")
    {
        letter.context.clientGivenName = u"M\n\n- x"_s;
        CHECK(letter.text().contains(u"Hello M - x,"_s));
    }
    SECTION("are not read as placeholders")
    {
        letter.context.clientGivenName = u"{link}%1"_s;
        CHECK(letter.text().contains(u"Hello {link}%1,"_s));
        CHECK(letter.write().html.contains(u"Hello {link}%1,"_s));
    }
    SECTION("may be missing without a trace")
    {
        letter.context.clientGivenName.clear();
        letter.context.workerName.clear();
        CHECK(letter.text().contains(u"Hello,\n"_s));
        CHECK_FALSE(letter.text().contains(u"\n\n\n"_s));
    }
}

TEST_CASE("templates: an agency's own", "[R12]")
{
    Letter letter;
    const auto own = [&letter](const QString& key, const QString& text) {
        letter.context.agency.templates[key] = text;
    };

    SECTION("comes before the built-in one, in its language only")
    {
        own(u"initial.text.en"_s, u"{program} here, {name}: {link} STOP ends it. {site} {sites}"_s);
        CHECK(letter.text() == u"Harbor Care Network here, Maria: %1 STOP ends it. Food Pantry - Food Pantry"_s.arg(
                                   letter.context.link));
        letter.context.language = u"es"_s;
        CHECK(letter.text().contains(u"recursos para usted"_s));
    }
    SECTION("without STOP is completed")
    {
        own(u"initial.text.en"_s, u"{program}: {link}"_s);
        CHECK(letter.text().endsWith(u" Reply STOP to opt out, HELP for help."_s));
    }
    SECTION("of an email without {unsubscribe} is completed")
    {
        letter.context.channel = Channel::Email;
        own(u"initial.email.en"_s, u"Subject line\n\nSee {link}"_s);
        const MessageText mail = letter.write();
        CHECK(mail.subject == u"Subject line"_s);
        CHECK(mail.body.contains(letter.context.unsubscribeLink));
        CHECK(mail.html.contains(letter.context.unsubscribeLink));
    }
    SECTION("with an unknown placeholder is named in the error")
    {
        own(u"initial.text.en"_s, u"{program} {link} {diagnosis}"_s);
        const auto result = writeMessage(letter.context);
        REQUIRE_FALSE(result);
        CHECK(result.error().sentence.contains(u"initial.text.en"_s));
        CHECK(result.error().sentence.contains(u"{diagnosis}"_s));
    }
    SECTION("without {link} is named in the error")
    {
        own(u"initial.text.en"_s, u"{program}: call us"_s);
        const auto result = writeMessage(letter.context);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::InvalidInput);
        CHECK(result.error().sentence.contains(u"initial.text.en"_s));
        CHECK(result.error().sentence.contains(u"{link}"_s));
    }
    SECTION("of more than Twilio's 1,600 characters is an error")
    {
        own(u"initial.text.en"_s, u"{link} STOP "_s + QString(1600, u'x'));
        CHECK_FALSE(writeMessage(letter.context));
    }
    SECTION("that is blank counts as none")
    {
        own(u"initial.text.en"_s, u" \n"_s);
        CHECK(letter.text().contains(u"Reply STOP"_s));
    }
}

TEST_CASE("messages: language", "[R12]")
{
    Letter letter;
    SECTION("a regional tag finds the language")
    {
        letter.context.language = u"es-MX"_s;
        CHECK(letter.text().contains(u"recursos para usted"_s));
    }
    SECTION("one that the agency does not have falls back to the agency's first")
    {
        letter.context.language = u"vi"_s;
        CHECK(letter.text().contains(u"your resource information"_s));
        letter.context.agency.languages = {u"es"_s, u"en"_s};
        CHECK(letter.text().contains(u"recursos para usted"_s));
    }
    SECTION("one without any template falls back to the agency's first")
    {
        letter.context.agency.languages = {u"es"_s, u"vi"_s};
        letter.context.language = u"vi"_s;
        CHECK(letter.text().contains(u"recursos para usted"_s));
    }
    SECTION("is chosen by tag, then by primary language, then the first")
    {
        CHECK(chooseLanguage({u"en"_s, u"es"_s, u"es-MX"_s}, u"ES-mx"_s) == u"es-MX"_s);
        CHECK(chooseLanguage({u"en"_s, u"es"_s}, u"es-PR"_s) == u"es"_s);
        CHECK(chooseLanguage({u"en"_s, u"es"_s}, u""_s) == u"en"_s);
        CHECK(chooseLanguage({}, u"es"_s) == u"en"_s);
    }
}

TEST_CASE("messages: without a link", "[R4][R10]")
{
    const auto bad = GENERATE(as<QString>{}, u""_s, u"javascript:alert(1)"_s, u"https://a b"_s, u"https://a\nb"_s);
    Letter letter(MessageKind::Initial, Channel::Email);
    SECTION("none is written")
    {
        letter.context.link = bad;
        CHECK_FALSE(writeMessage(letter.context));
    }
    SECTION("an email without an unsubscribe link is not written either")
    {
        letter.context.unsubscribeLink = bad;
        CHECK_FALSE(writeMessage(letter.context));
    }
}

TEST_CASE("templates: built in", "[R12]")
{
    for (const QString& key : {u"initial.text."_s, u"follow_up.text."_s, u"initial.email."_s, u"follow_up.email."_s}) {
        CHECK_FALSE(builtInTemplate(key + u"en"_s).isEmpty());
        CHECK_FALSE(builtInTemplate(key + u"es"_s).isEmpty());
        CHECK(builtInTemplate(key + u"xx"_s).isEmpty());
    }
}
