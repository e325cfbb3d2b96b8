// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trial/carrier/trialcarrier.h"
#include "core/system/systemrandom.h"
#include "tests/support/manualclock.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace handrail;
using namespace handrail::trial;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString agency = u"+16505550100"_s;
const QString client = u"+16502530142"_s;

QUrlQuery form(const QString& to, const QString& body)
{
    QUrlQuery fields;
    fields.addQueryItem(u"To"_s, QString::fromLatin1(QUrl::toPercentEncoding(to)));
    fields.addQueryItem(u"From"_s, QString::fromLatin1(QUrl::toPercentEncoding(agency)));
    fields.addQueryItem(u"Body"_s, QString::fromLatin1(QUrl::toPercentEncoding(body)));
    return fields;
}

} // namespace

TEST_CASE("trial carrier: as Twilio would", "[trial]")
{
    tests::ManualClock clock;
    SystemRandom random;
    TrialCarrier carrier(clock, random, u"AC1"_s, {});

    SECTION("takes a text and lists it")
    {
        const TrialAnswer created = carrier.create(form(client, u"Hello + goodbye & so on"_s));
        CHECK(created.status == 201);
        CHECK(created.body[u"sid"].toString().startsWith(u"SM"));
        const QJsonArray listed = carrier.list({}).body[u"messages"].toArray();
        REQUIRE(listed.size() == 1);
        CHECK(listed[0][u"body"].toString() == u"Hello + goodbye & so on"_s);
    }
    SECTION("refuses what Twilio refuses, by its codes")
    {
        CHECK(carrier.create(form(u"hello"_s, u"x"_s)).body[u"code"].toInt() == 21211);
        CHECK(carrier.create(form(client, QString())).body[u"code"].toInt() == 21602);
        CHECK(carrier.create(form(client, QString(1601, u'x'))).body[u"code"].toInt() == 21617);
    }
    SECTION("opts out at STOP, confirms it once, and opts in at START")
    {
        carrier.receive(client, agency, u" stop "_s);
        carrier.receive(client, agency, u"STOP"_s);
        CHECK(carrier.create(form(client, u"x"_s)).body[u"code"].toInt() == 21610);
        CHECK(carrier.textsOf(client).size() == 3);
        carrier.receive(client, agency, u"START"_s);
        CHECK(carrier.create(form(client, u"x"_s)).status == 201);
    }
    SECTION("pages long lists by a relative next_page_uri")
    {
        for (int i = 0; i < 5; ++i)
            carrier.create(form(client, QString::number(i)));
        QUrlQuery query;
        query.addQueryItem(u"PageSize"_s, u"2"_s);
        int pages = 0;
        int found = 0;
        while (true) {
            const QJsonObject page = carrier.list(query).body;
            ++pages;
            found += int(page[u"messages"].toArray().size());
            if (page[u"next_page_uri"].isNull())
                break;
            query = QUrlQuery(QUrl(page[u"next_page_uri"].toString()).query());
        }
        CHECK(pages == 3);
        CHECK(found == 5);
    }
    SECTION("breaks as it is told to, once")
    {
        carrier.setFault({.kind = TrialFault::Kind::TakenThenBroken, .times = 1});
        const TrialAnswer broken = carrier.create(form(client, u"x"_s));
        CHECK(broken.broken);
        CHECK(carrier.textsOf(client).size() == 1);
        CHECK_FALSE(carrier.create(form(client, u"y"_s)).broken);
    }
}

TEST_CASE("trial carrier: restart", "[trial]")
{
    const QTemporaryDir folder;
    tests::ManualClock clock;
    SystemRandom random;
    const QString journal = folder.filePath(u"carrier.jsonl"_s);
    {
        TrialCarrier carrier(clock, random, u"AC1"_s, journal);
        carrier.create(form(client, u"Hello"_s));
        carrier.receive(client, agency, u"STOP"_s);
    }
    TrialCarrier carrier(clock, random, u"AC1"_s, journal);
    CHECK(carrier.textsOf(client).size() == 3);
    CHECK(carrier.create(form(client, u"x"_s)).body[u"code"].toInt() == 21610);
}
