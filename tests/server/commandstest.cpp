// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/host.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList newYork = {u"--time-zone"_s, u"America/New_York"_s};

} // namespace

TEST_CASE("commands: an agency's settings", "[server][commands]")
{
    const Host host;

    SECTION("that can't be right are refused with a sentence")
    {
        checkRefused(host.addAgency({u"--time-zone"_s, u"Mars/Base"_s}), u"“Mars/Base” is no time zone"_s);
        checkRefused(host.addAgency(newYork + QStringList{u"--number"_s, u"12"_s}), u"too short"_s);
        checkRefused(host.addAgency(newYork + QStringList{u"--address"_s, u"nobody"_s}), u"needs an @"_s);
        for (const QString& list : {u",,"_s, u"en,"_s, u"klingon!"_s})
            checkRefused(host.addAgency(newYork + QStringList{u"--languages"_s, list}), u"no list of languages"_s);
        for (const QString& hours : {u"21:00-08:00"_s, u"8-21"_s, u"08:00"_s, u"08:00-25:00"_s, u"08:00-09:00-10:00"_s})
            checkRefused(host.addAgency(newYork + QStringList{u"--hours"_s, hours}), u"no contact hours"_s);
        CHECK(host.run({u"agency"_s, u"list"_s}).out.isEmpty());
    }
    SECTION("can be changed later, one by one")
    {
        REQUIRE(host.addAgency(newYork + QStringList{u"--number"_s, u"+16505550100"_s}).code == 0);
        const QStringList set = {u"agency"_s, u"set"_s, u"--agency"_s};
        CHECK(host.run(set + QStringList{u"Bridges"_s, u"--hours"_s, u"09:00-18:00"_s}).code == 0);
        CHECK(host.run(set + QStringList{u"Bridges"_s, u"--name"_s, u"Harbor"_s}).code == 0);
        CHECK(host.run({u"agency"_s, u"list"_s}).out.endsWith(u"  Harbor\n"_s));
        CHECK(host.run({u"agency"_s, u"list"_s, u"--json"_s}).list().at(0)[u"hours"] == u"09:00-18:00"_s);
        const Agency agency = host.agency();
        CHECK(agency.window == ContactWindow{QTime(9, 0), QTime(18, 0)});
        CHECK(agency.sendingNumber == u"+16505550100"_s);
        CHECK(agency.timeZone == u"America/New_York"_s);
        CHECK(agency.languages == QStringList{u"en"_s, u"es"_s});
        checkRefused(host.run(set + QStringList{u"Harbor"_s, u"--time-zone"_s, u"Mars/Base"_s}), u"is no time zone"_s);
        checkRefused(host.run(set + QStringList{u"Bridges"_s, u"--name"_s, u"X"_s}), u"no agency Bridges"_s);
    }
    SECTION("may have blanks between the languages")
    {
        CHECK(host.addAgency(newYork + QStringList{u"--languages"_s, u"en, es-MX"_s}).code == 0);
    }
}

TEST_CASE("commands: a user's password", "[server][commands]")
{
    const Host host;
    REQUIRE(host.addAgency(newYork).code == 0);

    SECTION("comes from a pipe without a prompt")
    {
        const Outcome added = host.addUser(u"maria@example.org"_s, "long enough now\n");
        CHECK(added.code == 0);
        CHECK(added.err.isEmpty());
        checkRefused(host.addUser(u"Maria@example.org"_s, "long enough now\n"), u"that email already"_s);
    }
    SECTION("is made where nothing is typed, and shown")
    {
        CHECK(host.addUser(u"maria@example.org"_s, {}).out.contains(u"shown only this once"_s));
    }
    SECTION("that is short, and an email that is none, are refused")
    {
        checkRefused(host.addUser(u"maria@example.org"_s, "short\n"), u"at least 12"_s);
        checkRefused(host.addUser(u"maria"_s, "long enough now\n"), u"needs an @"_s);
    }
}
