// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/pages.h"
#include "core/domain/sitefacts.h"
#include "server/pages/pagerenderer.h"
#include "server/pages/siteview.h"
#include "tests/pages/fakepagesource.h"
#include "tests/support/manualclock.h"
#include "tests/support/catch.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUuid>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

ResourceSite pantry()
{
    ResourceSite site{.id = ResourceSiteId(QUuid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)),
                      .organizationName = u"Second Harvest"_s,
                      .serviceName = u"Food Pantry"_s,
                      .description = u"Groceries for a week."_s,
                      .cost = u"Free"_s,
                      .requiredDocuments = u"A letter with your address"_s,
                      .address1 = u"2600 Middlefield Road"_s,
                      .city = u"Redwood City"_s,
                      .stateProvince = u"CA"_s,
                      .postalCode = u"94063"_s,
                      .website = u"https://pantry.example.org/hours?a=1&b=2"_s,
                      .email = u"food@pantry.example.org"_s};
    site.phones = {{u"650 780-7525"_s, u"12"_s, u"voice"_s, u"Front desk"_s},
                   {u"650 701-0856"_s, {}, u"fax"_s, {}},
                   {u"1-800-FLOWERS"_s, {}, u"voice"_s, {}}};
    site.hours = {{{1, 2, 3, 4, 5}, QTime(8, 0), QTime(17, 30), {}},
                  {{6}, QTime(10, 0), QTime(14, 0), u"By appointment"_s}};
    site.languages = {u"English"_s, u"Spanish"_s};
    return site;
}

/// The server without its sockets.
class Site
{
public:
    Site()
    {
        source.sites = {pantry()};
        registerPages(m_router, source);
    }
    /// What was opened a moment ago.
    [[nodiscard]] std::pair<QByteArray, QByteArray> opened() const
    {
        return {"show", QByteArray::number(source.now.toMSecsSinceEpoch())};
    }
    Response get(const QByteArray& path, const QByteArray& lang = {}, const HeaderList& headers = {})
    {
        Request request{.method = "GET", .path = path, .query = {}, .headers = headers};
        if (!lang.isEmpty())
            request.query = {{"lang", lang}};
        request.query.append(opened());
        return m_router.route(request);
    }
    Response post(const QByteArray& path, const QByteArray& body,
                  const QByteArray& type = "application/x-www-form-urlencoded")
    {
        return m_router.route({.method = "POST", .path = path, .headers = {{"content-type", type}}, .body = body});
    }
    Response send(const QByteArray& method, const QByteArray& path)
    {
        return m_router.route({.method = method, .path = path});
    }
    Response route(const Request& request) { return m_router.route(request); }
    [[nodiscard]] const Router& router() const { return m_router; }

    FakePageSource source;

private:
    Router m_router;
};

QByteArray header(const Response& response, const QByteArray& name)
{
    for (const auto& [key, value] : response.headers)
        if (key == name)
            return value;
    return {};
}

QByteArray titleOf(const QByteArray& html)
{
    const qsizetype from = html.indexOf("<title>");
    return html.mid(from, html.indexOf("</title>") - from);
}

const QByteArray r = "/r/" + FakePageSource::token();
const QByteArray f = "/f/" + FakePageSource::token();
const QByteArray u = "/u/" + FakePageSource::token();
const QByteArray someone = "ThisTokenIsNotKnown_-0";

} // namespace

TEST_CASE("pages: resources", "[pages]")
{
    Site site;
    SECTION("show what a client needs to get there")
    {
        const Response response = site.get(r);
        CHECK(response.status == 200);
        const QByteArray& html = response.body;
        CHECK(html.contains("<h1>Hello Maria, here is your information</h1>"));
        CHECK(html.contains("Food Pantry</h2>"));
        CHECK(html.contains("Second Harvest"));
        CHECK(html.contains("2600 Middlefield Road, Redwood City, CA 94063"));
        CHECK(html.contains("href=\"https://www.openstreetmap.org/search?query=2600%20Middlefield"));
        CHECK(html.contains("href=\"tel:6507807525\""));
        CHECK(html.contains("extension 12"));
        CHECK(html.contains("Monday to Friday: 8:00 am to 5:30 pm"));
        CHECK(html.contains("Saturday: 10:00 am to 2:00 pm. By appointment"));
        CHECK(html.contains("A letter with your address"));
        CHECK(html.contains("English, Spanish"));
        CHECK(html.contains("href=\"https://pantry.example.org/hours?a=1&amp;b=2\""));
        CHECK(html.contains("href=\"mailto:food@pantry.example.org\""));
        CHECK_FALSE(html.contains("650 701-0856"));
        CHECK(html.contains("1-800-FLOWERS"));
        CHECK_FALSE(html.contains("tel:1800"));
        CHECK_FALSE(html.contains("{{"));
    }
    SECTION("stand in basket order")
    {
        ResourceSite second = pantry();
        second.serviceName = u"Legal Aid"_s;
        site.source.sites.append(second);
        const QByteArray html = site.get(r).body;
        CHECK(html.indexOf("1. Food Pantry") > 0);
        CHECK(html.indexOf("2. Legal Aid") > html.indexOf("1. Food Pantry"));
    }
    SECTION("leave out what the directory does not say")
    {
        site.source.sites = {ResourceSite{.id = pantry().id, .serviceName = u"Hotline"_s, .active = false}};
        const QByteArray html = site.get(r).body;
        CHECK(html.contains("Hotline</h2>"));
        CHECK(html.contains("no longer in our directory"));
        CHECK_FALSE(html.contains("<dl>"));
        CHECK_FALSE(html.contains("href=\"http"));
    }
    SECTION("with coordinates the map shows the point")
    {
        site.source.sites.first().latitude = 37.5;
        site.source.sites.first().longitude = -122.25;
        CHECK(site.get(r).body.contains("mlat=37.500000&amp;mlon=-122.250000#map=17/37.500000/-122.250000"));
    }
}

TEST_CASE("pages: what the directory says is text, never markup", "[pages]")
{
    Site site;
    ResourceSite evil = pantry();
    const QString script = u"<script>alert('x')</script>\"&"_s;
    for (QString* text : {&evil.serviceName, &evil.organizationName, &evil.locationName, &evil.description,
                          &evil.eligibility, &evil.applicationProcess, &evil.cost, &evil.requiredDocuments,
                          &evil.interpretation, &evil.accessibility, &evil.transportation, &evil.address1, &evil.alert})
        *text = script;
    evil.languages = {script};
    evil.phones = {{u"650<b>"_s, script, u"voice"_s, script}};
    evil.hours = {{{1}, QTime(8, 0), QTime(9, 0), script}};
    evil.email = u"\"onclick=alert(1)\"@x.org"_s;
    evil.website = u"javascript:alert(1)"_s;
    site.source.sites = {evil};
    site.source.siteName = script;
    site.source.reader.givenName = script;
    site.source.reader.programName = script;
    for (const QByteArray& path : {r, f, u}) {
        const QByteArray html = site.get(path).body;
        CHECK_FALSE(html.contains("<script"));
        CHECK_FALSE(html.contains("alert('"));
        CHECK_FALSE(html.contains("javascript:"));
        CHECK_FALSE(html.contains("onclick"));
    }
    CHECK(site.get(r).body.contains("&lt;script&gt;"));

    SECTION("mustaches in a name stay as they are")
    {
        site.source.sites.first().serviceName = u"{{{css}}} {{t.map}}"_s;
        CHECK(site.get(r).body.contains("{{{css}}} {{t.map}}</h2>"));
    }
    SECTION("only web addresses with a host are linked")
    {
        CHECK(safeWebsite(u"example.org/x"_s) == u"https://example.org/x"_s);
        CHECK(safeWebsite(u" http://example.org "_s) == u"http://example.org"_s);
        for (const QString& bad :
             {u"javascript:alert(1)"_s, u"JaVaScRiPt:alert(1)"_s, u"java\tscript:alert(1)"_s, u"data:text/html,x"_s,
              u"//"_s, u"http://"_s, u"http://localhost"_s, u"https://user:secret@example.org"_s,
              u"ftp://example.org"_s, u"see our page: example.org"_s, QString(10'000, u'x')})
            CHECK(safeWebsite(bad).isEmpty());
    }
    SECTION("characters that turn the direction of text are left out")
    {
        site.source.sites.first().serviceName = u"Food\u202Ednuop\u0007 x"_s;
        CHECK(site.get(r).body.contains("Fooddnuop  x</h2>"));
    }
}

TEST_CASE("pages: each is under 20 KB", "[pages]")
{
    Site site;
    ResourceSite large = pantry();
    for (QString* text :
         {&large.serviceName, &large.organizationName, &large.locationName, &large.description, &large.eligibility,
          &large.applicationProcess, &large.cost, &large.requiredDocuments, &large.interpretation, &large.accessibility,
          &large.transportation, &large.address1, &large.alert})
        *text = QString(u"Long words & «quotes» "_s).repeated(200);
    large.languages = QStringList(50, u"Language"_s);
    large.phones = QList<SitePhone>(40, pantry().phones.first());
    large.hours = QList<SiteHours>(40, pantry().hours.first());
    site.source.sites = QList<ResourceSite>(10, large);
    const QByteArray html = site.get(r).body;
    CHECK(html.size() < 20'000);
    CHECK(html.contains("too long for this page"));
    CHECK(html.isValidUtf8());
    int sites = 0;
    int calls = 0;
    for (const QByteArray& part : {QByteArray("1"), QByteArray("2"), QByteArray("3")}) {
        const QByteArray body = site.route({.method = "GET", .path = r, .query = {{"part", part}, site.opened()}}).body;
        CHECK(body.size() < 20'000);
        sites += int(body.count("</article>"));
        calls += int(body.count("class=\"act go\" href=\"tel:6507807525\""));
    }
    CHECK(sites == 10);
    CHECK(calls == 10);

    site.source.sites = QList<ResourceSite>(10, pantry());
    const QByteArray usual = site.get(r, "es").body;
    CHECK(usual.size() < 20'000);
    CHECK(usual.contains("Groceries for a week."));
    CHECK_FALSE(usual.contains("demasiado larga"));

    site.source.siteName = QString(100'000, u'&');
    site.source.reader.programName = QString(100'000, u'&');
    for (const QByteArray& path : {f, u, QByteArray("/f/" + someone)})
        CHECK(site.get(path).body.size() < 20'000);
}

TEST_CASE("pages: more than ten sites come in parts", "[pages]")
{
    Site site;
    site.source.sites.clear();
    for (int i = 1; i <= 30; ++i) {
        site.source.sites.append(pantry());
        site.source.sites.last().serviceName = u"Service %1"_s.arg(i);
    }
    const auto part = [&](const QByteArray& number, const QByteArray& lang = {}) {
        Request request{.method = "GET", .path = r, .query = {{"part", number}, site.opened()}};
        if (!lang.isEmpty())
            request.query.append({"lang", lang});
        return site.route(request).body;
    };
    SECTION("each under 20 KB, with nothing cut, and together all")
    {
        int shown = 0;
        int number = 0;
        for (QByteArray html = "Next:"; html.contains("Next:");) {
            html = part(QByteArray::number(++number));
            CHECK(html.size() < 20'000);
            CHECK(html.count("</article>") <= 10);
            CHECK(html.count("Groceries for a week.") == html.count("</article>"));
            CHECK_FALSE(html.contains("too long"));
            for (qsizetype left = html.count("</article>"); left > 0; --left) {
                ++shown;
                CHECK(html.contains(QStringLiteral(">%1. Service %1</h2>").arg(shown).toUtf8()));
            }
            REQUIRE(number < 9);
        }
        CHECK(shown == 30);
        CHECK(number >= 3);
    }
    SECTION("lead to each other in the language chosen, and to nowhere else")
    {
        const QByteArray& show = site.opened().second;
        CHECK(part("1").contains("href=\"?part=2&amp;show=" + show + "\">Next: "));
        CHECK_FALSE(part("1").contains("Previous"));
        CHECK(part("2", "es").contains("href=\"?part=1&amp;lang=es&amp;show=" + show + "\">Anteriores: 1 a "));
        CHECK(part("2", "es").contains("<a href=\"?lang=en&amp;part=2&amp;show=" + show + "\""));
    }
    SECTION("a part that there isn't is the nearest")
    {
        CHECK(part("0") == part("1"));
        CHECK(part("<b>") == part("1"));
        CHECK(part("99").contains(">30. Service 30</h2>"));
        CHECK_FALSE(part("99").contains("Next:"));
    }
    SECTION("a list that just doesn't fit is halved")
    {
        site.source.sites = site.source.sites.first(11);
        CHECK(part("1").count("</article>") == 5);
        CHECK(part("2").count("</article>") == 6);
    }
}

TEST_CASE("pages: today's hours", "[pages]")
{
    Site site;
    site.source.now = QDateTime(QDate(2026, 3, 11), QTime(14, 0), Qt::UTC); // Wednesday, 10 am
    const auto shows = [&](const QByteArray& words) {
        const QByteArray html = site.get(r).body;
        INFO(html.mid(html.indexOf("class=\"now"), 200).toStdString());
        return html.contains(words);
    };
    CHECK(shows("<p class=\"now open\"><strong>Open today, Wednesday:</strong> 8:00 am to 5:30 pm</p>"));
    site.source.now = site.source.now.addSecs(9 * 3600);
    CHECK(shows("<strong>Closed for today, Wednesday.</strong> Opens again: Thursday, 8:00 am"));
    site.source.now = QDateTime(QDate(2026, 3, 15), QTime(14, 0), Qt::UTC);
    CHECK(shows("<strong>Closed today, Sunday.</strong> Opens again: Monday, 8:00 am"));
    site.source.now = QDateTime(QDate(2026, 3, 16), QTime(2, 0), Qt::UTC); // still Sunday at the site
    CHECK(shows("Closed today, Sunday."));

    SECTION("say so in Spanish")
    {
        CHECK(site.get(r, "es").body.contains("Cerrado hoy, domingo."));
    }
    SECTION("know holidays, some days before")
    {
        site.source.sites.first().hours.append({.from = QDate(2026, 3, 16), .to = QDate(2026, 3, 17), .closed = true});
        CHECK(shows("Opens again: Wednesday, 8:00 am"));
        CHECK(shows("<li>Closed March 16 to March 17</li>"));
        site.source.now = QDateTime(QDate(2025, 3, 15), QTime(14, 0), Qt::UTC);
        CHECK_FALSE(shows("Closed March 16"));
    }
    SECTION("are left out where the directory doesn't say, or not for each week")
    {
        site.source.sites.first().hours = {
            {.weekdays = {7}, .opens = QTime(9, 0), .closes = QTime(12, 0), .uncertain = true}};
        CHECK_FALSE(shows("class=\"now"));
        CHECK(shows("Sunday (not every week, call first): 9:00 am to 12:00 pm"));
        site.source.sites.first().hours = {{.note = u"By appointment"_s}};
        CHECK_FALSE(shows("class=\"now"));
    }
    SECTION("of some weeks of the month say which")
    {
        site.source.sites.first().hours = {
            {.weekdays = {7}, .opens = QTime(9, 0), .closes = QTime(12, 0), .monthWeeks = {1, -1}}};
        CHECK(shows("Sunday (1st, last of the month): 9:00 am to 12:00 pm"));
        CHECK(shows("Closed today, Sunday."));
    }
}

TEST_CASE("pages: names from right to left don't turn the sentence around", "[pages]")
{
    Site site;
    site.source.siteName = u"سوق (الشرق)"_s;
    CHECK(site.get(f).body.contains(u"services from \u2068سوق (الشرق)\u2069?"_s.toUtf8()));
    site.source.sites.first().serviceName = u"سوق"_s;
    CHECK(site.get(r).body.contains("<h2 id=\"s1\" dir=\"auto\">"));
}

TEST_CASE("pages: the question", "[pages]")
{
    Site site;
    SECTION("has three buttons in the client's words, each a POST")
    {
        const QByteArray html = site.get(f).body;
        CHECK(html.contains("Hello Maria, did you receive services from Food Pantry (Second Harvest)?</h1>"));
        CHECK(html.contains("<form method=\"post\""));
        CHECK(html.contains("<button name=\"answer\" value=\"yes\">Yes, I’ve received services</button>"));
        CHECK(html.contains("<button name=\"answer\" value=\"no\">No, I did not receive services</button>"));
        CHECK(html.contains("value=\"no_longer_interested\">I’m no longer interested in services</button>"));
        CHECK_FALSE(html.contains(" aria-current=\"true\""));
    }
    SECTION("a POST records the answer, shows it, and lets the client change it")
    {
        const Response first = site.post(f, "answer=no");
        CHECK(first.status == 200);
        CHECK(site.source.answers == QList<Answer>{Answer::No});
        CHECK(first.body.contains("Thank you, we recorded your answer"));
        CHECK(first.body.contains("<strong>No, I did not receive services</strong>"));
        CHECK(first.body.contains("<p>Food Pantry (Second Harvest)</p>"));
        CHECK(first.body.contains("Recorded on Wednesday, March 11 at 10:00 am"));
        CHECK(first.body.contains("value=\"no\" aria-current=\"true\""));
        const Response second = site.post(f, "answer=yes");
        CHECK(site.source.answers == QList<Answer>{Answer::No, Answer::Yes});
        CHECK(second.body.contains("<strong>Yes, I’ve received services</strong>"));
        const QByteArray later = site.get(f).body;
        CHECK(later.contains("We have your answer"));
        CHECK(later.contains("value=\"yes\" aria-current=\"true\""));
    }
    SECTION("no longer interested")
    {
        CHECK(site.post(f, "answer=no_longer_interested").status == 200);
        CHECK(site.source.answers == QList<Answer>{Answer::NoLongerInterested});
    }
    SECTION("a body that is not exactly one of the answers records nothing")
    {
        for (const QByteArray& body :
             {QByteArray(), QByteArray("answer="), QByteArray("answer=maybe"), QByteArray("answer=yes&answer=no"),
              QByteArray("answer=yes&x=1"), QByteArray("Answer=yes"), QByteArray("answer=YES"),
              QByteArray("\xff\xfe=%zz")}) {
            const Response response = site.post(f, body);
            CHECK(response.status == 400);
            CHECK(response.body.contains("Nothing was recorded"));
            CHECK(response.body.contains("name=\"answer\""));
        }
        CHECK(site.post(f, "{\"answer\":\"yes\"}", "application/json").status == 400);
        CHECK(site.post(f, "answer=yes", "text/plain").status == 400);
        CHECK(site.source.answers.isEmpty());
    }
    SECTION("a form of more than 4 KB is not even read")
    {
        CHECK(site.router().limitsOf("POST", f).maxBodyBytes == 4096);
        CHECK(site.router().limitsOf("POST", u).maxBodyBytes == 4096);
    }
}

TEST_CASE("pages: only a POST records", "[pages]")
{
    Site site;
    for (const QByteArray& path : {r, f, u})
        for (const QByteArray& method : {QByteArray("GET"), QByteArray("HEAD"), QByteArray("OPTIONS"),
                                         QByteArray("PUT"), QByteArray("DELETE"), QByteArray("PROPFIND")})
            (void)site.send(method, path);
    (void)site.get(f, "es");
    Request tricky{.method = "GET", .path = f, .query = {{"answer", "yes"}}, .body = "answer=yes"};
    (void)site.router().route(tricky);
    tricky = {.method = "GET", .path = u, .query = {{"List-Unsubscribe", "One-Click"}, {"confirm", "yes"}}};
    (void)site.router().route(tricky);
    CHECK(site.source.answers.isEmpty());
    CHECK(site.source.unsubscribed.isEmpty());

    SECTION("and a wrong method is told so")
    {
        CHECK(site.send("PUT", f).status == 405);
        CHECK(site.send("PUT", r).status == 405);
        CHECK(site.send("DELETE", u).status == 405);
    }
}

TEST_CASE("pages: unsubscribe", "[pages]")
{
    Site site;
    SECTION("asks first, then does it for good, and says so ever after")
    {
        const QByteArray asked = site.get(u).body;
        CHECK(asked.contains("Stop emails from Harbor House?"));
        CHECK(asked.contains("<button class=\"go\" name=\"confirm\" value=\"yes\">"));
        CHECK(site.source.unsubscribed.isEmpty());
        const Response done = site.post(u, "confirm=yes");
        CHECK(done.status == 200);
        CHECK(done.body.contains("You are unsubscribed"));
        CHECK_FALSE(done.body.contains("<form"));
        CHECK(site.source.unsubscribed == QList<OptOut::Source>{OptOut::Source::EmailLink});
        CHECK(site.get(u).body.contains("You are unsubscribed"));
    }
    SECTION("one click of a mail program: no confirm page, no cookie, no redirect (RFC 8058)")
    {
        const Response response = site.post(u, "List-Unsubscribe=One-Click");
        CHECK(response.status == 200);
        CHECK(header(response, "Location").isEmpty());
        CHECK(header(response, "Set-Cookie").isEmpty());
        CHECK(site.source.unsubscribed == QList<OptOut::Source>{OptOut::Source::EmailOneClick});
    }
    SECTION("one click as multipart/form-data")
    {
        const QByteArray type = "multipart/form-data; boundary=b0undary";
        const QByteArray body = "--b0undary\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\n"
                                "One-Click\r\n--b0undary--\r\n";
        CHECK(site.post(u, body, type).status == 200);
        CHECK(site.source.unsubscribed == QList<OptOut::Source>{OptOut::Source::EmailOneClick});
        CHECK(site.post(u, "--b0undary\r\n\r\nOne-Click", type).status == 400);
    }
    SECTION("anything else changes nothing")
    {
        for (const QByteArray& body : {QByteArray(), QByteArray("confirm=no"), QByteArray("List-Unsubscribe=Two-Click"),
                                       QByteArray("confirm=yes&List-Unsubscribe=One-Click")})
            CHECK(site.post(u, body).status == 400);
        CHECK(site.source.unsubscribed.isEmpty());
    }
}

TEST_CASE("pages: links that don't work", "[pages]")
{
    Site site;
    SECTION("look alike, whatever is wrong with them, and say what to do")
    {
        const Response unknown = site.get("/r/" + someone);
        CHECK(unknown.status == 404);
        CHECK(unknown.body.contains("contact your case worker"));
        for (const QByteArray& path :
             {"/f/" + someone, "/u/" + someone, QByteArray("/r/short"), QByteArray("/r/" + QByteArray(5000, 'A')),
              QByteArray("/f/..%2f..%2fetc%2fpasswd")}) {
            const Response response = site.get(path);
            CHECK(response.status == 404);
            CHECK(response.body == unknown.body);
            CHECK(response.headers == unknown.headers);
        }
        CHECK(site.post("/f/" + someone, "answer=yes").body == unknown.body);
        CHECK(site.post("/u/" + someone, "List-Unsubscribe=One-Click").status == 404);
    }
    SECTION("speak the browser's language")
    {
        const Response response = site.get("/r/" + someone, {}, {{"Accept-Language", "fr-FR, es-MX;q=0.8, en;q=0.5"}});
        CHECK(response.body.contains("<html lang=\"es\">"));
        CHECK(response.body.contains("Este enlace no funciona"));
    }
    SECTION("trouble of the server's says nothing of the inside")
    {
        site.source.down = true;
        for (const Response& response :
             {site.get(r), site.get(f), site.post(f, "answer=yes"), site.post(u, "confirm=yes")}) {
            CHECK(response.status == 503);
            CHECK(response.body.contains("Nothing was recorded"));
            CHECK_FALSE(response.body.contains("secret"));
        }
    }
}

TEST_CASE("pages: what never reaches a page is still said in words", "[pages]")
{
    Site site;
    const auto refusal = site.router().limitsOf("POST", f).refusal;
    REQUIRE(refusal != nullptr);
    const Request reader{.headers = {{"Accept-Language", "es"}}};
    for (const auto& [status, words] : {std::pair(413, "No pudimos leer"), std::pair(400, "No pudimos leer"),
                                        std::pair(503, "demasiadas solicitudes"),
                                        std::pair(429, "demasiadas solicitudes"), std::pair(500, "algo fall")}) {
        const Response response = refusal(reader, status);
        CHECK(response.status == status);
        CHECK(response.body.contains(words));
        CHECK(response.body.contains("No se registr"));
        CHECK(header(response, "Content-Security-Policy").contains("default-src 'none'"));
    }
    CHECK(header(refusal({}, 503), "Retry-After") == "10");
    CHECK(refusal({.query = {{"lang", "en"}}}, 503).body.contains("Please wait a moment"));
}

TEST_CASE("pages: languages", "[pages]")
{
    Site site;
    CHECK(site.get(f).body.contains("<html lang=\"en\">"));
    CHECK(site.get(f).body.contains("<a href=\"?lang=es&amp;show=" + site.opened().second +
                                     "\" lang=\"es\" hreflang=\"es\">Español</a>"));
    const QByteArray spanish = site.get(f, "es").body;
    CHECK(spanish.contains("<html lang=\"es\">"));
    CHECK(spanish.contains("Sí, recibí los servicios"));
    CHECK(spanish.contains("hreflang=\"en\">English</a>"));

    site.source.reader.language = u"es-MX"_s;
    CHECK(site.get(r).body.contains("Hola, Maria"));
    CHECK(site.get(r).body.contains("Lunes a viernes: de 8:00 a. m. a 5:30 p. m."));
    CHECK(site.get(r, "en").body.contains("Hello Maria"));
    CHECK(site.get(r, "xx").body.contains("Hola, Maria"));
    CHECK(site.get(r, "<script>").body.contains("Hola, Maria"));
    site.source.reader.language = u"ht"_s;
    CHECK(site.get(r).body.contains("Hello Maria"));
    site.source.reader.givenName.clear();
    CHECK(site.get(f).body.contains("<h1 id=\"q\">Did you receive services from"));

    SECTION("have the same words")
    {
        const auto* english = pages::PageTexts::find(u"en"_s);
        const auto* other = pages::PageTexts::find(u"es"_s);
        CHECK(english->all().keys() == other->all().keys());
        for (const QString& key : english->all().keys()) {
            INFO(key.toStdString());
            CHECK((*english)[key].count(u'%') == (*other)[key].count(u'%'));
            CHECK(((*english)[key].isEmpty() == (*other)[key].isEmpty()));
        }
    }
}

TEST_CASE("pages: headers keep them private and inert", "[pages]")
{
    Site site;
    for (const Response& response : {site.get(r), site.get(f), site.get(u), site.post(f, "answer=yes"),
                                     site.post(f, "x"), site.post(u, "x"), site.get("/r/" + someone)}) {
        CHECK(header(response, "Content-Type") == "text/html; charset=utf-8");
        CHECK(header(response, "Referrer-Policy") == "no-referrer");
        CHECK(header(response, "X-Content-Type-Options") == "nosniff");
        CHECK(header(response, "Cache-Control") == "no-store");
        CHECK(header(response, "X-Robots-Tag") == "noindex, nofollow");
        CHECK(header(response, "Set-Cookie").isEmpty());
        const QByteArray policy = header(response, "Content-Security-Policy");
        for (const QByteArray& part : {QByteArray("default-src 'none'"), QByteArray("frame-ancestors 'none'"),
                                       QByteArray("base-uri 'none'"), QByteArray("form-action '")})
            CHECK(policy.contains(part));
        CHECK_FALSE(policy.contains("unsafe"));

        const QByteArray& html = response.body;
        const qsizetype from = html.indexOf("<style>") + 7;
        const QByteArray style = html.mid(from, html.indexOf("</style>") - from);
        CHECK(
            policy.contains("'sha256-" + QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64() + "'"));
        for (const QByteArray& never : {QByteArray("<script"), QByteArray("style=\""), QByteArray("<img"),
                                        QByteArray("og:"), QByteArray("<iframe"), FakePageSource::token()})
            CHECK_FALSE(html.contains(never));
        CHECK(html.count("<h1") == 1);
        CHECK(html.contains("<main"));
        CHECK(html.contains("<title>"));
    }
    CHECK(header(site.send("GET", r), "Content-Security-Policy").contains("form-action 'none'"));
    CHECK(header(site.get(r), "Content-Security-Policy").contains("form-action 'self' https://www.wikipedia.org;"));
    CHECK(header(site.get(u), "Content-Security-Policy").contains("form-action 'self';"));
}

TEST_CASE("pages: nothing is shown before a tap", "[pages][safety]")
{
    Site site;
    const auto showing = [&](const QByteArray& path, const QByteArray& show, const QByteArray& lang = {}) {
        Request request{.method = "GET", .path = path, .query = {{"show", show}}};
        if (!lang.isEmpty())
            request.query.append({"lang", lang});
        return site.route(request).body;
    };
    const auto isCover = [](const QByteArray& html) { return html.contains("<h1>Your page is ready</h1>"); };
    const QByteArray now = site.opened().second;

    SECTION("not of the client, the program or the sites, in the title neither: previews of links show it")
    {
        for (const QByteArray& path : {r, f}) {
            const Response response = site.send("GET", path);
            CHECK(response.status == 200);
            CHECK(isCover(response.body));
            for (const QByteArray& secret : {QByteArray("Maria"), QByteArray("Harbor"), QByteArray("Pantry"),
                                             QByteArray("Harvest"), QByteArray("ervices"), QByteArray("esource")})
                CHECK_FALSE(response.body.contains(secret));
            CHECK(response.body.contains("<title>Your page</title>"));
            CHECK(response.body.contains("<a class=\"act go\" href=\"?show=" + now + "\">Open</a>"));
            CHECK_FALSE(response.body.contains("<form"));
        }
    }
    SECTION("in the client's language, or the one chosen")
    {
        site.source.reader.language = u"es"_s;
        CHECK(site.send("GET", r).body.contains("Su página está lista"));
        CHECK(showing(r, "", "en").contains("href=\"?show=" + now + "&amp;lang=en\">Open</a>"));
    }
    SECTION("what was opened closes after half an hour, so that history and «back» show the cover")
    {
        CHECK(showing(r, now).contains("Hello Maria"));
        CHECK(showing(f, now).contains("Food Pantry"));
        site.source.now = site.source.now.addSecs(30 * 60 - 1);
        CHECK(showing(r, now).contains("Hello Maria"));
        site.source.now = site.source.now.addSecs(1);
        CHECK(isCover(showing(r, now)));
        CHECK(isCover(showing(f, now)));
    }
    SECTION("a made-up time opens nothing")
    {
        for (const QByteArray& show :
             {QByteArray(), QByteArray("1"), QByteArray("yes"), QByteArray("-5"), QByteArray("99999999999999"),
              QByteArray("9999999999999999999999"), QByteArray("<script>")}) {
            CHECK(isCover(showing(r, show)));
            CHECK(isCover(showing(f, show)));
        }
    }
    SECTION("an answer counts, however long the page was open")
    {
        site.source.now = site.source.now.addDays(1);
        CHECK(site.post(f, "answer=yes").body.contains("Thank you"));
        CHECK(site.source.answers == QList<Answer>{Answer::Yes});
    }
    SECTION("titles, which stay in the browser's history, don't say who writes")
    {
        for (const QByteArray& path : {r, f, u})
            CHECK_FALSE(titleOf(site.get(path).body).contains("Harbor"));
    }
}

TEST_CASE("pages: «Leave this page» closes what was opened", "[pages][safety]")
{
    Site site;
    const QByteArray now = site.opened().second;
    for (const QByteArray& path : {r, f}) {
        CHECK(site.get(path).body.contains("name=\"leave\" value=\"now\">Leave this page</button>"));
        CHECK(site.get(path).body.contains("stay on this phone or computer until you delete them"));
        const Response left = site.post(path, "leave=now");
        CHECK(left.status == 303);
        CHECK(header(left, "Location") == "https://www.wikipedia.org/");
        CHECK(header(left, "Referrer-Policy") == "no-referrer");
        CHECK(header(left, "Set-Cookie").startsWith("left=1; Max-Age=1; HttpOnly"));
        CHECK(left.body.isEmpty());
        CHECK(site.get(path).body.contains("Your page is ready")); // «back»
        site.source.now = site.source.now.addMSecs(1);
        CHECK(site.get(path).body.contains("Food Pantry")); // opened anew
        site.source.leftAt = {};
    }
    CHECK(site.source.answers.isEmpty());

    SECTION("whatever the trouble is, and whether or not the link works")
    {
        CHECK(header(site.post("/r/" + someone, "leave=now"), "Location") == "https://www.wikipedia.org/");
        site.source.down = true;
        CHECK(header(site.post(f, "leave=now"), "Location") == "https://www.wikipedia.org/");
    }
    SECTION("and nothing else is taken for it")
    {
        for (const QByteArray& body : {QByteArray(), QByteArray("leave=no"), QByteArray("leave=now&x=1")})
            CHECK(site.post(r, body).status == 400);
        CHECK(site.post(f, "leave=now&answer=yes").status == 400);
        CHECK(site.source.answers.isEmpty());
        CHECK(site.source.leftAt.isNull());
    }
}

TEST_CASE("pages: a POST that a browser calls another site's is refused", "[pages][safety]")
{
    Site site;
    const auto post = [&](const QByteArray& path, const QByteArray& body, const HeaderList& headers) {
        Request request{.method = "POST", .path = path, .headers = headers, .body = body};
        request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
        request.headers.emplaceBack("Host", "pages.example");
        return site.route(request).status;
    };
    for (const HeaderList& foreign : {HeaderList{{"Sec-Fetch-Site", "cross-site"}}, {{"Sec-Fetch-Site", "same-site"}},
                                      {{"Origin", "https://evil.example"}}, {{"Origin", "rubbish"}}}) {
        CHECK(post(f, "answer=yes", foreign) == 403);
        CHECK(post(f, "leave=now", foreign) == 403);
        CHECK(post(r, "leave=now", foreign) == 403);
        CHECK(post(u, "confirm=yes", foreign) == 403);
    }
    CHECK(site.source.answers.isEmpty());
    CHECK(site.source.unsubscribed.isEmpty());
    for (const HeaderList& own : {HeaderList{{"Sec-Fetch-Site", "same-origin"}, {"Origin", "null"}}, {{"Origin", "null"}},
                                  {{"Origin", "https://pages.example"}}, {{"Sec-Fetch-Site", "none"}}, {}})
        CHECK(post(f, "answer=yes", own) == 200);
    CHECK(post(u, "List-Unsubscribe=One-Click", {}) == 200); // a mail program says nothing of where it comes from
}

TEST_CASE("pages: asking too often is answered with 429, and everybody else is served", "[pages]")
{
    ManualClock clock;
    PageLimit limit(clock);
    const auto from = [&](const QString& address, const QByteArray& token, const QByteArray& method = "GET") {
        Request request;
        request.method = method;
        request.remoteAddress = address;
        return limit.mayAsk(request, token);
    };
    const auto link = [](int n) { return "link-" + QByteArray::number(n); };

    SECTION("one link, whoever asks")
    {
        for (int i = 0; i < PageLimit::ofLink; ++i)
            REQUIRE(from(u"203.0.113.%1"_s.arg(i), "one"));
        CHECK_FALSE(from(u"198.51.100.1"_s, "one"));
        CHECK_FALSE(from(u"198.51.100.1"_s, "one", "POST"));
        CHECK(from(u"203.0.113.1"_s, "other"));
        clock.advanceMinutes(1);
        CHECK(from(u"198.51.100.1"_s, "one"));
    }
    SECTION("one address that looks at many")
    {
        for (int i = 0; i < PageLimit::ofAddress; ++i)
            REQUIRE(from(u"203.0.113.1"_s, link(i)));
        CHECK_FALSE(from(u"203.0.113.1"_s, "another"));
        CHECK(from(u"203.0.113.2"_s, "another"));
        CHECK(from(u"203.0.113.1"_s, "unsubscribe", "POST")); // a mail provider's one-click
    }
    SECTION("one address that tries links")
    {
        Request request;
        request.remoteAddress = u"203.0.113.1"_s;
        for (int i = 0; i < PageLimit::unknown; ++i)
            limit.wasUnknown(request);
        CHECK_FALSE(from(u"203.0.113.1"_s, "one"));
        CHECK(from(u"203.0.113.2"_s, "one"));
    }
    SECTION("one network of IPv6 is one address")
    {
        Request request;
        for (int i = 0; i < PageLimit::unknown; ++i) {
            request.remoteAddress = u"2001:db8:1:2::%1"_s.arg(i + 1, 0, 16);
            limit.wasUnknown(request);
        }
        CHECK_FALSE(from(u"2001:db8:1:2:ffff::1"_s, "one"));
        CHECK(from(u"2001:db8:1:3::1"_s, "one"));
    }
    SECTION("but not this machine")
    {
        for (int i = 0; i < PageLimit::ofAddress + PageLimit::ofLink; ++i)
            REQUIRE(from(u"127.0.0.1"_s, "one"));
    }
}
