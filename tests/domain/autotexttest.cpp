// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/autotext.h"
#include "core/domain/smssegments.h"
#include "tests/support/catch.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;
using Auto = ReplyPlan::AutoReply;

TEST_CASE("auto text: what Handrail texts back itself", "[domain][autotext]")
{
    Agency agency{.id = AgencyId(QUuid::createUuid()),
                  .programName = u"Harbor House Community Services of Ohio"_s,
                  .sendingAddress = u"help@harbor.example"_s};

    SECTION("fits one segment of the cheap alphabet in each language, with the program's name first")
    {
        const Auto reply = GENERATE(Auto::StopConfirmation, Auto::Help);
        const QString language = GENERATE(as<QString>(), u"en"_s, u"es"_s, u"es-MX"_s, u"fr"_s, u""_s);
        const QString text = autoText(reply, agency, language);
        INFO(text.toStdString());
        CHECK(text.startsWith(agency.programName + u": "_s));
        const SmsSize size = measureSms(text);
        CHECK(size.encoding == SmsSize::Encoding::Gsm7);
        CHECK(size.segments == 1);
    }
    SECTION("is in the client's language, and says how to come back or leave")
    {
        CHECK(autoText(Auto::StopConfirmation, agency, u"es-MX"_s).contains(u"Responda START"_s));
        CHECK(autoText(Auto::Help, agency, u"en"_s).contains(u"Reply STOP"_s));
        CHECK(autoText(Auto::Help, agency, u"en"_s).contains(u"help@harbor.example"_s));
    }
    SECTION("is the agency's own where it has words of its own")
    {
        agency.templates = {{u"help.text.es"_s, u"{program}: llame al 211."_s}};
        CHECK(autoText(Auto::Help, agency, u"es"_s) == agency.programName + u": llame al 211."_s);
        CHECK(autoText(Auto::Help, agency, u"en"_s).contains(u"Reply STOP"_s));
    }
    SECTION("names no address where the agency has none, and is empty where none is due")
    {
        agency.sendingAddress.clear();
        CHECK_FALSE(autoText(Auto::Help, agency, u"en"_s).contains(u"Help:"_s));
        CHECK(autoText(Auto::None, agency, u"en"_s).isEmpty());
    }
}
