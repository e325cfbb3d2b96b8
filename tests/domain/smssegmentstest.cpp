// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/smssegments.h"
#include "tests/domain/vectors.h"

#include <QJsonArray>
#include <QJsonObject>
#include <random>

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

namespace {

bool isGsm7(const SmsSize& size)
{
    return size.encoding == SmsSize::Encoding::Gsm7;
}

} // namespace

TEST_CASE("sms segments: Twilio's calculator", "[sms][vectors]")
{
    const QJsonArray vectors = tests::readVectors(u"sms_segments.json"_s).array();
    REQUIRE(vectors.size() > 50);
    for (const QJsonValue& vector : vectors) {
        const QString text = vector[u"text"].toString();
        const SmsSize size = measureSms(text);
        INFO(text);
        CHECK(size.segments == vector[u"segments"].toInt());
        CHECK((isGsm7(size) ? u"GSM-7"_s : u"UCS-2"_s) == vector[u"encoding"].toString());
    }
}

TEST_CASE("sms segments: borders", "[sms]")
{
    SECTION("an empty text counts as one part with all of it left")
    {
        const SmsSize size = measureSms(u"");
        CHECK(size.segments == 1);
        CHECK(size.units == 0);
        CHECK(size.unitsLeft == 160);
    }
    SECTION("160 septets fit, 161 take two parts of 153")
    {
        CHECK(measureSms(QString(160, u'a')).unitsLeft == 0);
        const SmsSize two = measureSms(QString(161, u'a'));
        CHECK(two.segments == 2);
        CHECK(two.unitsLeft == 153 - 8);
    }
    SECTION("an extension character is not torn apart by the border of a part")
    {
        const SmsSize size = measureSms(QString(QString(152, u'a') + u"€"_s + QString(152, u'b')));
        CHECK(size.units == 306);
        CHECK(size.segments == 3);
    }
    SECTION("a surrogate pair is not torn apart by the border of a part")
    {
        const SmsSize size = measureSms(QString(QString(66, u'a') + u"👍"_s + QString(66, u'b')));
        CHECK(size.units == 134);
        CHECK(size.segments == 3);
    }
    SECTION("70 UTF-16 units fit, 71 take two parts of 67")
    {
        CHECK(measureSms(QString(70, u'á')).segments == 1);
        CHECK(measureSms(QString(71, u'á')).segments == 2);
        CHECK(measureSms(QString(134, u'á')).segments == 2);
        CHECK(measureSms(QString(135, u'á')).segments == 3);
    }
    SECTION("a lone surrogate counts as one unit")
    {
        CHECK(measureSms(QString(QChar(0xD83D))).units == 1);
    }
}

TEST_CASE("sms segments: alphabet", "[sms]")
{
    SECTION("every character of 3GPP TS 23.038 is GSM-7")
    {
        const QString all = u"@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ÄÖÑÜ§¿äöñüà"_s;
        const SmsSize size = measureSms(all);
        CHECK(isGsm7(size));
        CHECK(size.units == all.size());
    }
    SECTION("an extension character takes two septets")
    {
        const auto c = GENERATE(as<QChar>{}, u'\f', u'^', u'{', u'}', u'\\', u'[', u'~', u']', u'|', u'€');
        CHECK(measureSms(QString(c)).units == 2);
        CHECK(isGsm7(measureSms(QString(c))));
    }
    SECTION("the hint names each character that forces UCS-2 once")
    {
        CHECK(measureSms(u"¿Recibió información? 👍 ’á’").costly == u"ó👍’á"_s);
        CHECK(measureSms(u"niño é ¿?").costly.isEmpty());
    }
    SECTION("a small ç, a curly quote, a tab and a backquote are not GSM-7")
    {
        const auto c = GENERATE(as<QChar>{}, u'ç', u'’', u'\t', u'`', QChar(0x00A0));
        CHECK_FALSE(isGsm7(measureSms(QString(c))));
    }
}

TEST_CASE("sms segments: any text", "[sms][property]")
{
    std::mt19937 random(20261005);
    const QString pool = u"abc é€{}👍á日\n’ñ"_s;
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (auto n = random() % 400; n > 0; --n)
            text += pool[qsizetype(random() % size_t(pool.size()))];
        const SmsSize size = measureSms(text);
        const int part = isGsm7(size) ? 153 : 67;
        const int single = isGsm7(size) ? 160 : 70;
        REQUIRE(size.segments >= 1);
        REQUIRE(size.unitsLeft >= 0);
        REQUIRE((size.segments == 1) == (size.units <= single));
        REQUIRE(size.units <= (size.segments == 1 ? single : size.segments * part));
        // At most one unit is lost to a pair at each border.
        REQUIRE(size.units >= (size.segments == 1 ? 0 : (size.segments - 1) * (part - 1)));
    }
    SECTION("ten million characters are counted")
    {
        CHECK(measureSms(QString(10'000'000, u'日')).units == 10'000'000);
    }
}
