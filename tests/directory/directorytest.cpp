// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/directory.h"
#include "core/domain/records/codec.h"
#include "core/domain/records/schema.h"
#include "server/directory/schedules.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <algorithm>

using namespace handrail;
using namespace handrail::server;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString data = QStringLiteral(HANDRAIL_TEST_DATA "/directory/");

/// A directory folder of the test's own.
class Folder
{
public:
    Folder& with(const QString& file, const QByteArray& content)
    {
        QFile out(m_dir.filePath(file));
        REQUIRE(out.open(QIODevice::WriteOnly));
        REQUIRE(out.write(content) == content.size());
        return *this;
    }
    [[nodiscard]] QString path(const QString& file = {}) const { return m_dir.filePath(file); }

private:
    QTemporaryDir m_dir;
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

const ResourceSite& siteNamed(const DirectoryImport& import, const QString& service)
{
    const auto found = std::find_if(import.sites.begin(), import.sites.end(),
                                    [&](const ResourceSite& site) { return site.serviceName == service; });
    REQUIRE(found != import.sites.end());
    return *found;
}

bool reported(const DirectoryImport& import, const QString& file, int row, const QString& words)
{
    return std::any_of(import.reports.begin(), import.reports.end(), [&](const RowReport& report) {
        return report.file == file && (row == 0 || report.row == row) && report.sentence.contains(words);
    });
}

QString refusal(const QString& path)
{
    const auto import = readDirectory(path);
    REQUIRE_FALSE(import.ok());
    CHECK(import.error().code == ErrorCode::InvalidInput);
    return import.error().sentence;
}

const QByteArray twoServices = "id,name,location_id,organization_id\n1,Food Pantry,1,1\n2,Legal Aid,1,1\n";

} // namespace

TEST_CASE("directory: Ohana's sample", "[directory]")
{
    const DirectoryImport import = mustHave(readDirectory(data + u"ohana"_s));
    SECTION("gives each of the 23 services at its location")
    {
        CHECK(import.sites.size() == 23);
        CHECK(import.complete);
        QSet<QString> places;
        for (const ResourceSite& site : import.sites)
            places.insert(site.locationName);
        CHECK(places.size() == 22);
        CHECK(siteNamed(import, u"Service with blank fields"_s).active == false);
    }
    SECTION("flattens service, location, organization, address, phones and taxonomy")
    {
        const ResourceSite& site = siteNamed(import, u"Passport Photos"_s);
        CHECK(site.organizationName == u"Example Agency"_s);
        CHECK(site.locationName == u"Example Location"_s);
        CHECK(site.addressLine() == u"2013 Avenue of the fellows, Suite 100, San Francisco, CA 94103"_s);
        CHECK(site.requiredDocuments == u"Government-issued picture identification"_s);
        CHECK(site.accessibility == u"disabled parking, restroom, wheelchair"_s);
        CHECK(site.languages.contains(u"Tagalog"_s));
        CHECK(site.categories.contains(u"Salud"_s));
        CHECK(site.categories.size() > 2);
        CHECK(site.email == u"passports@example.org"_s);
        CHECK(site.latitude == 37.7726402);
        REQUIRE(site.phones.size() >= 3);
        CHECK(site.phones.first().description == u"Passport Photos"_s);
        CHECK(site.phones.first().extension == u"123"_s);
        CHECK(site.phones.at(2).type == u"text"_s);
    }
    SECTION("takes the service's hours before the location's, and puts days with the same hours together")
    {
        const ResourceSite& own = siteNamed(import, u"Passport Photos"_s);
        REQUIRE(own.hours.size() == 4);
        CHECK(own.hours.last().closed); // New Year's Day
        CHECK(own.hours.at(1).closes == QTime(16, 0));
        const ResourceSite& ofPlace = siteNamed(import, u"Example Service Name"_s);
        REQUIRE(ofPlace.hours.size() == 5); // two holidays among them
        CHECK(ofPlace.hours.first().weekdays == QList<int>{1, 2, 3, 4, 5});
    }
    SECTION("fits the store's schema and keeps its ids")
    {
        const DirectoryImport again = mustHave(readDirectory(data + u"ohana"_s));
        CHECK(again.sites == import.sites);
        for (const ResourceSite& site : import.sites)
            CHECK(records::validate(u"resource_site", records::fieldsOf(site), true).ok());
        const DirectoryImport other = mustHave(readDirectory(data + u"ohana"_s, u"another county"_s));
        CHECK_FALSE(other.sites.first().id == import.sites.first().id);
    }
}

TEST_CASE("directory: HSDS 3.0 examples", "[directory]")
{
    const auto checkSite = [](const ResourceSite& site) {
        CHECK(site.id.toString() == u"e94c9f38-1e8f-4564-91d4-d53501ab1765"_s);
        CHECK(site.serviceName == u"Community Counselling"_s);
        CHECK(site.locationName == u"MyCity Civic Center"_s);
        CHECK(site.website == u"http://example.com/counselling"_s);
        CHECK_FALSE(site.latitude.has_value());
    };
    const auto checkDetails = [](const ResourceSite& site) {
        REQUIRE(site.phones.size() == 1);
        CHECK(site.phones.first().number == u"+44 1234 234567"_s);
        CHECK(site.phones.first().extension == u"100"_s);
        REQUIRE(site.hours.size() == 1);
        CHECK(site.hours.first().weekdays == QList<int>{4, 5});
        CHECK(site.hours.first().opens == QTime(10, 0));
        CHECK(site.languages == QStringList{u"Urdu"_s});
        CHECK(site.city == u"MyCity"_s);
        CHECK(site.cost.contains(u"35 GBP per 1 hour session"_s));
        CHECK(site.requiredDocuments.contains(u"Passport"_s));
        CHECK(site.accessibility.contains(u"induction loops"_s));
    };
    SECTION("CSV")
    {
        const DirectoryImport import = mustHave(readDirectory(data + u"hsds-3.0"_s));
        REQUIRE(import.sites.size() == 1);
        checkSite(import.sites.first());
        checkDetails(import.sites.first());
        CHECK(import.sites.first().organizationName == u"Example Organization Inc."_s);
        CHECK(reported(import, u"locations.csv"_s, 2, u"coordinates"_s));
    }
    SECTION("JSON")
    {
        const QString file = GENERATE(u"service_at_location_full.json"_s, u"service_full.json"_s, u"tabular.json"_s);
        INFO(file.toStdString());
        const DirectoryImport import = mustHave(readDirectory(data + u"hsds-3.0/"_s + file));
        REQUIRE(import.sites.size() == 1);
        checkSite(import.sites.first());
        checkDetails(import.sites.first());
        CHECK(import.sites.first().organizationName == u"Example Organization Inc."_s);
        CHECK(import.complete);
    }
    SECTION("an organization with all that hangs on it")
    {
        const DirectoryImport import = mustHave(readDirectory(data + u"hsds-3.0/organization_full.json"_s));
        REQUIRE_FALSE(import.sites.isEmpty());
        checkSite(import.sites.first());
    }
    SECTION("a page of the API is known to be one of several")
    {
        const DirectoryImport import = mustHave(readDirectory(data + u"hsds-3.0/service_at_location_list.json"_s));
        REQUIRE(import.sites.size() == 1);
        checkSite(import.sites.first());
        CHECK_FALSE(import.complete);
    }
    SECTION("every other example gives sites, or a sentence")
    {
        for (const QString& file : QDir(data + u"hsds-3.0"_s).entryList({u"*.json"_s})) {
            INFO(file.toStdString());
            const auto import = readDirectory(data + u"hsds-3.0/"_s + file);
            CHECK(import.ok() != (import.ok() ? import->sites.isEmpty() : !import.error().sentence.isEmpty()));
        }
        CHECK(refusal(data + u"hsds-3.0/base.json"_s).contains(u"no service"_s));
    }
}

TEST_CASE("directory: a file that breaks off imports nothing", "[directory]")
{
    Folder folder;
    SECTION("in the middle of a row")
    {
        folder.with(u"services.csv"_s, twoServices + "3,Shelter");
        CHECK(refusal(folder.path()).contains(u"“services.csv” breaks off in the middle (in row 4)"_s));
    }
    SECTION("in the middle of a quote")
    {
        folder.with(u"services.csv"_s, twoServices + "3,\"Shel");
        CHECK(refusal(folder.path()).contains(u"breaks off in the middle"_s));
    }
    SECTION("in its header")
    {
        folder.with(u"services.csv"_s, "id,name,locat");
        CHECK(refusal(folder.path()).contains(u"breaks off in the middle"_s));
    }
    SECTION("even where other files are whole")
    {
        folder.with(u"services.csv"_s, twoServices).with(u"phones.csv"_s, "id,service_id,number\n1,1");
        CHECK(refusal(folder.path()).contains(u"“phones.csv” breaks off"_s));
    }
    SECTION("in the middle of JSON")
    {
        QByteArray whole = contentOf(data + u"hsds-3.0/service_full.json"_s);
        folder.with(u"services.json"_s, whole.left(whole.size() / 2));
        CHECK(refusal(folder.path()).contains(u"breaks off in the middle"_s));
        CHECK(refusal(folder.path(u"services.json"_s)).contains(u"breaks off in the middle"_s));
    }
}

TEST_CASE("directory: bad rows are reported and left out", "[directory]")
{
    Folder folder;
    folder.with(u"services.csv"_s, "id,name,location_id,organization_id,status,email\n"
                                   "1,Food Pantry,1,1,active,food@example.org\n"
                                   ",No id,1,1,active,\n"
                                   "3,,1,1,active,\n"
                                   "1,The same id,1,1,active,\n"
                                   "5,Too few\n"
                                   "6,Too,many,cells,in,this,row\n"
                                   "7,Nowhere,99,98,inactive,not an email\n");
    folder.with(u"locations.csv"_s, "id,name,latitude,longitude\n1,Hall,100,101\n2,Empty Hall,0,0\n");
    folder.with(u"organizations.csv"_s, "id,name\n1,Second Harvest\n");
    folder.with(u"phones.csv"_s, "id,service_id,number\n1,1,650 780-7525 x123\n2,7,\n");
    folder.with(u"regular_schedules.csv"_s, "id,service_id,weekday,opens_at,closes_at\n"
                                            "1,1,1,9:00am,5pm\n2,1,Someday,9:00,10:00\n3,1,MO,25:00,9\n");
    folder.with(u"nonsense.csv"_s, "\"");
    const DirectoryImport import = mustHave(readDirectory(folder.path()));
    CHECK(import.sites.size() == 3);
    const QString services = u"services.csv"_s;
    CHECK(reported(import, services, 3, u"no id"_s));
    CHECK(reported(import, services, 4, u"no name"_s));
    CHECK(reported(import, services, 5, u"earlier row"_s));
    CHECK(reported(import, services, 6, u"2 cells where the header has 6"_s));
    CHECK(reported(import, services, 7, u"7 cells"_s));
    CHECK(reported(import, services, 8, u"location is not"_s));
    CHECK(reported(import, services, 8, u"organization is not"_s));
    CHECK(reported(import, services, 8, u"email"_s));
    CHECK(reported(import, u"locations.csv"_s, 2, u"coordinates"_s));
    CHECK(reported(import, u"locations.csv"_s, 3, u"No service"_s));
    CHECK(reported(import, u"regular_schedules.csv"_s, 3, u"times"_s));
    CHECK(reported(import, u"regular_schedules.csv"_s, 4, u"times"_s));
    const ResourceSite& pantry = siteNamed(import, u"Food Pantry"_s);
    CHECK(pantry.phones == QList<SitePhone>{{.number = u"650 780-7525"_s, .extension = u"123"_s}});
    CHECK(pantry.hours == QList<SiteHours>{{{1}, QTime(9, 0), QTime(17, 0), {}}});
    CHECK_FALSE(siteNamed(import, u"Nowhere"_s).active);
    CHECK(siteNamed(import, u"Empty Hall"_s).organizationName.isEmpty());
}

TEST_CASE("directory: what files of the world look like", "[directory]")
{
    Folder folder;
    SECTION("a byte order mark and CRLF")
    {
        folder.with(u"Services.csv"_s, "\xEF\xBB\xBFid,Name\r\n1,\"Food\r\nPantry\"\r\n");
        CHECK(mustHave(readDirectory(folder.path())).sites.first().serviceName == u"Food Pantry"_s);
    }
    SECTION("Windows-1252 is read and said")
    {
        folder.with(u"services.csv"_s, "id,name\n1,Children\x92s caf\xe9\n");
        const DirectoryImport import = mustHave(readDirectory(folder.path()));
        CHECK(import.sites.first().serviceName == u"Children’s café"_s);
        CHECK(reported(import, u"services.csv"_s, 0, u"UTF-8"_s));
    }
    SECTION("control characters, NUL bytes and lone surrogates")
    {
        folder.with(u"services.csv"_s, QByteArray("id,name\n1,Food\0Pan\x1btry \xed\xa0\x80\n", 27));
        CHECK(mustHave(readDirectory(folder.path())).sites.size() == 1);
    }
    SECTION("quotes that went through a wrong encoding, and line ends in words")
    {
        folder.with(u"services.csv"_s, "id,name,description\n1,ChildrenGÇÖs Aid,Itâ€™s free\\nand open\n");
        const ResourceSite site = mustHave(readDirectory(folder.path())).sites.first();
        CHECK(site.serviceName == u"Children’s Aid"_s);
        CHECK(site.description == u"It’s free\nand open"_s);
    }
    SECTION("HSDS 2.0 names")
    {
        folder.with(u"services.csv"_s,
                    "id,organization_id,name,url,fees,eligibility\n1,1,Food,http://x.example,Free,All\n");
        folder.with(u"organizations.csv"_s, "id,name\n1,Org\n");
        folder.with(u"locations.csv"_s, "id,name,latitude,longitude\n7,Hall,25.7,-80.2\n");
        folder.with(u"services_at_location.csv"_s, "id,service_id,location_id\n11,1,7\n");
        folder.with(u"physical_addresses.csv"_s, "id,location_id,address_1,city\n1,7,1 Main St,Miami\n");
        folder.with(
            u"regular_schedules.csv"_s,
            "id,service_id,byday,opens_at,closes_at,original_text\n,1,\"MO,WE\",9:00am,5:00pm,x\n,1,SU,,,By chance\n");
        folder.with(u"services_taxonomy.csv"_s, "id,service_id,taxonomy_id\n1,1,T1\n");
        folder.with(u"taxonomy.csv"_s, "id,name\nT1,Food pantries\n");
        folder.with(u"accessibility_for_disabilities.csv"_s, "id,location_id,accessibility\n1,7,Ramp\n");
        const ResourceSite site = mustHave(readDirectory(folder.path())).sites.first();
        CHECK(site.addressLine() == u"1 Main St, Miami"_s);
        CHECK(site.hours == QList<SiteHours>{{{1, 3}, QTime(9, 0), QTime(17, 0), {}}, {{}, {}, {}, u"By chance"_s}});
        CHECK(site.categories == QStringList{u"Food pantries"_s});
        CHECK(site.accessibility == u"Ramp"_s);
        CHECK(site.cost == u"Free"_s);
        CHECK(site.eligibility == u"All"_s);
    }
    SECTION("schedules by month, seasons, holidays, area served and the date of the last check")
    {
        folder.with(u"services.csv"_s, "id,organization_id,name,assured_date,service_areas\n"
                                       "1,1,Food,2026-03-04T10:00:00Z,\"Greene County, Xenia\"\n");
        folder.with(u"organizations.csv"_s, "id,name\n1,Org\n");
        folder.with(u"schedules.csv"_s,
                    "id,service_id,freq,interval,byday,bymonthday,valid_from,valid_to,opens_at,closes_at\n"
                    "1,1,MONTHLY,,\"2TU,4TU,-1FR\",,,,09:00,12:00\n"
                    "2,1,MONTHLY,,,\"1,15\",,,13:00,15:00\n"
                    "3,1,WEEKLY,2,WE,,,,09:00,12:00\n"
                    "4,1,MONTHLY,,TH,,,,09:00,12:00\n"
                    "5,1,WEEKLY,1,SA,,2026-06-01,2026-08-31,09:00,12:00\n");
        folder.with(u"holiday_schedules.csv"_s, "id,service_id,start_date,end_date,closed,opens_at,closes_at\n"
                                                "1,1,\"January 01, 0001\",\"January 01, 0001\",true,,\n"
                                                "2,1,12/24/2026,12/26/26,true,,\n"
                                                "3,1,12/31/2026,12/31/2026,false,10:00,12:00\n"
                                                "4,1,soon,later,true,,\n");
        const ResourceSite site = mustHave(readDirectory(folder.path())).sites.first();
        CHECK(site.verifiedOn == QDate(2026, 3, 4));
        CHECK(site.serviceArea == u"Greene County, Xenia"_s);
        REQUIRE(site.hours.size() == 7);
        CHECK(site.hours[0].weekdays == QList<int>{2});
        CHECK(site.hours[0].monthWeeks == QList<int>{2, 4});
        CHECK(site.hours[1].weekdays == QList<int>{5});
        CHECK(site.hours[1].monthWeeks == QList<int>{-1});
        CHECK(site.hours[2].monthDays == QList<int>{1, 15});
        CHECK(site.hours[2].weekdays.isEmpty());
        CHECK(site.hours[3].uncertain);
        CHECK(site.hours[3].weekdays == QList<int>{3, 4});
        CHECK(site.hours[4].from == QDate(2026, 6, 1));
        CHECK(site.hours[4].to == QDate(2026, 8, 31));
        CHECK(site.hours[5].closed);
        CHECK(site.hours[5].yearly);
        CHECK(site.hours[6].from == QDate(2026, 12, 24));
        CHECK(site.hours[6].to == QDate(2026, 12, 26));
        const auto again = records::readResourceSite(site.id.uuid(), records::fieldsOf(site));
        CHECK(mustHave(again) == site);
    }
    SECTION("a name of 10 MB is refused, one of 100 KB is cut")
    {
        folder.with(u"services.csv"_s, "id,name\n1," + QByteArray(10 * 1024 * 1024, 'x') + "\n");
        CHECK(refusal(folder.path()).contains(u"1 MB"_s));
        folder.with(u"services.csv"_s, "id,name\n1," + QByteArray(100 * 1024, 'x') + "\n");
        const DirectoryImport import = mustHave(readDirectory(folder.path()));
        CHECK(import.sites.first().serviceName.size() == 500);
        CHECK(reported(import, u"services.csv"_s, 2, u"cut"_s));
    }
    SECTION("a stray quote names its row")
    {
        folder.with(u"services.csv"_s, "id,name\n1,Food\n2,The \"Pantry\n");
        CHECK(refusal(folder.path()).contains(u"“services.csv” has a stray quote character in row 3"_s));
    }
    SECTION("deep JSON, JSON of something else, an empty file, no file, a packed file")
    {
        folder.with(u"deep.json"_s, QByteArray(100'000, '['));
        folder.with(u"other.json"_s, "[1, \"x\", null, {\"id\": 7}]");
        folder.with(u"empty.json"_s, "");
        folder.with(u"packed.zip"_s, "PK");
        for (const QString& file : {u"deep.json"_s, u"other.json"_s, u"empty.json"_s, u"packed.zip"_s, u"none"_s})
            CHECK(refusal(folder.path(file)).contains(file));
    }
    SECTION("what is no JSON at all does not pass for cut off")
    {
        folder.with(u"page.json"_s, "<html>Please sign in</html>");
        CHECK(refusal(folder.path(u"page.json"_s)).contains(u"holds no JSON"_s));
    }
    SECTION("UTF-16 is named as what it is")
    {
        const QByteArray content = GENERATE(as<QByteArray>(), "\xFF\xFEi", "\xFE\xFF\x01");
        folder.with(u"services.csv"_s, content);
        CHECK(refusal(folder.path()).contains(u"“services.csv” is written in UTF-16"_s));
    }
    SECTION("a folder of JSON files, one of them only describing others")
    {
        folder.with(u"datapackage.json"_s, "../../datapackage.json");
        folder.with(u"page1.json"_s,
                    R"({"total_pages":2,"page_number":1,"contents":[{"id":"1","name":"A","status":"active"}]})");
        CHECK_FALSE(mustHave(readDirectory(folder.path())).complete);
        folder.with(u"page2.json"_s,
                    R"({"total_pages":2,"page_number":2,"contents":[{"id":"2","name":"B","status":"active"}]})");
        const DirectoryImport import = mustHave(readDirectory(folder.path()));
        CHECK(import.complete);
        CHECK(import.sites.size() == 2);
    }
    SECTION("an empty folder")
    {
        CHECK(refusal(folder.path()).contains(u"no service"_s));
    }
    SECTION("remarks are bounded")
    {
        QByteArray rows = "id,name\n0,Food\n";
        for (int i = 0; i < 100'500; ++i)
            rows += ",nameless\n";
        folder.with(u"services.csv"_s, rows);
        const DirectoryImport import = mustHave(readDirectory(folder.path()));
        CHECK(import.reports.size() == 100'000);
        CHECK(import.moreReports == 500);
    }
}

TEST_CASE("directory: cut at any byte it never crashes and never passes for whole unseen", "[directory]")
{
    const auto cutAt = [](const QString& from, const QString& file, int step) {
        Folder folder;
        for (const QString& other : QDir(from).entryList({u"*.csv"_s}))
            folder.with(other, contentOf(from + u'/' + other));
        const QByteArray whole = contentOf(from + u'/' + file);
        int refusals = 0;
        for (qsizetype size = 0; size < whole.size(); size += step) {
            folder.with(file, whole.left(size));
            const auto import = readDirectory(folder.path());
            if (!import.ok()) {
                ++refusals;
                CHECK_FALSE(import.error().sentence.isEmpty());
            } else {
                for (const ResourceSite& site : import->sites)
                    CHECK_FALSE(site.serviceName.isEmpty());
            }
        }
        return refusals;
    };
    CHECK(cutAt(data + u"ohana"_s, u"services.csv"_s, 397) > 35);
    CHECK(cutAt(data + u"ohana"_s, u"locations.csv"_s, 397) > 35);
    CHECK(cutAt(data + u"ohana"_s, u"phones.csv"_s, 31) > 40);
    CHECK(cutAt(data + u"hsds-3.0"_s, u"services.csv"_s, 13) > 90);

    SECTION("JSON is whole or refused")
    {
        Folder folder;
        const QByteArray whole = contentOf(data + u"hsds-3.0/service_at_location_full.json"_s).trimmed();
        for (qsizetype size = 0; size < whole.size(); size += 101) {
            folder.with(u"cut.json"_s, whole.left(size));
            CHECK_FALSE(readDirectory(folder.path(u"cut.json"_s)).ok());
        }
    }
}

TEST_CASE("directory: times and days as people write them", "[directory]")
{
    using directory::parseTime;
    using directory::parseWeekdays;
    CHECK(parseTime(u"17:00"_s) == QTime(17, 0));
    CHECK(parseTime(u"17:00:00"_s) == QTime(17, 0));
    CHECK(parseTime(u"17:30Z"_s) == QTime(17, 30));
    CHECK(parseTime(u"9am"_s) == QTime(9, 0));
    CHECK(parseTime(u"12 a.m."_s) == QTime(0, 0));
    CHECK(parseTime(u"12:15 PM"_s) == QTime(12, 15));
    CHECK(parseTime(u"24:00"_s) == QTime(0, 0));
    for (const QString& bad : {QString(), u"9"_s, u"25:00"_s, u"13pm"_s, u"12:60"_s, u"noon"_s, QString(100000, u'1')})
        CHECK_FALSE(parseTime(bad).has_value());
    CHECK(parseWeekdays(u"TH,FR"_s) == QList<int>{4, 5});
    CHECK(parseWeekdays(u"2TU"_s) == QList<int>{2});
    CHECK(parseWeekdays(u"Sunday"_s) == QList<int>{7});
    CHECK(parseWeekdays(u"7"_s) == QList<int>{7});
    CHECK(parseWeekdays(u"0"_s).isEmpty());
    CHECK(parseWeekdays(u"xx"_s).isEmpty());
}
