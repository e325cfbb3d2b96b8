// SPDX-License-Identifier: GPL-3.0-or-later
// A dirty directory warns and never crashes: real files, broken in every way that is cheap to think of.
#include "core/domain/records/codec.h"
#include "core/domain/records/schema.h"
#include "server/directory/directory.h"
#include "server/directory/reportfile.h"
#include "server/directory/unpack.h"
#include "tests/support/catch.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <random>

using namespace handrail;
using namespace handrail::server;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString data = QStringLiteral(HANDRAIL_TEST_DATA "/directory/");

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void writeTo(const QString& path, const QByteArray& content)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
}

/// Reads it; what comes out must fit the store, or the refusal must say something.
void mustBearIt(const QString& path)
{
    const auto import = readDirectory(path);
    if (!import) {
        CHECK_FALSE(import.error().sentence.isEmpty());
        return;
    }
    for (const ResourceSite& site : import->sites)
        CHECK(records::validate(u"resource_site", records::fieldsOf(site), true).ok());
}

/// One way to break bytes.
QByteArray broken(QByteArray bytes, std::mt19937& random)
{
    const auto at = [&] { return qsizetype(random() % size_t(qMax<qsizetype>(1, bytes.size()))); };
    switch (random() % 8) {
    case 0:
        return bytes.left(at()); // cut off
    case 1:
        return bytes.insert(at(), char(random() % 256));
    case 2:
        return bytes.insert(at(), '"');
    case 3:
        return bytes.insert(at(), "\r\n");
    case 4:
        return bytes.insert(at(), QByteArray(200'000, 'x')); // a huge field
    case 5:
        return bytes.insert(at(), "\xff\xfe\xc3\x28\xe2\x82"); // no UTF-8
    case 6:
        return bytes.replace("\n", "\r\n");
    default: {
        const QList<QByteArray> lines = bytes.split('\n');
        return bytes + '\n' + lines.at(qsizetype(random() % size_t(lines.size()))); // a row twice
    }
    }
}

void zip(const QString& folder, const QString& file, const QStringList& names)
{
    QProcess python; // the tests need python3 anyway
    python.setWorkingDirectory(folder);
    python.start(u"python3"_s, QStringList{u"-m"_s, u"zipfile"_s, u"-c"_s, file} + names);
    REQUIRE(python.waitForFinished());
    REQUIRE(python.exitCode() == 0);
}

} // namespace

TEST_CASE("dirty directory: broken copies of real files are borne", "[directory][dirty]")
{
    std::mt19937 random(5); // NOLINT: the same each run
    for (const QString& name : {u"ohana"_s, u"hsds-3.0"_s}) {
        const QDir source(data + name);
        const QStringList files = source.entryList({u"*.csv"_s}, QDir::Files);
        for (int round = 0; round < 60; ++round) {
            const QTemporaryDir folder;
            const qsizetype victim = qsizetype(random() % size_t(files.size()));
            for (qsizetype i = 0; i < files.size(); ++i) {
                const QByteArray bytes = contentOf(source.filePath(files[i]));
                writeTo(folder.filePath(files[i]), i == victim ? broken(bytes, random) : bytes);
            }
            mustBearIt(folder.path());
        }
    }
    const QDir json(data + u"hsds-3.0"_s);
    for (const QString& file : json.entryList({u"*.json"_s}, QDir::Files))
        for (int round = 0; round < 20; ++round) {
            const QTemporaryDir folder;
            writeTo(folder.filePath(u"x.json"_s), broken(contentOf(json.filePath(file)), random));
            mustBearIt(folder.filePath(u"x.json"_s));
        }
}

TEST_CASE("dirty directory: ids that lead in circles, repeat, or lead nowhere", "[directory][dirty]")
{
    const QTemporaryDir folder;
    writeTo(folder.filePath(u"organizations.csv"_s), "id,name,parent_organization_id\n1,A,2\n2,B,1\n1,C,1\n");
    writeTo(
        folder.filePath(u"services.csv"_s),
        "id,name,organization_id,location_id,program_id\n1,Pantry,1,9,1\n2,,7,1,2\n,Nameless,1,1,1\n1,Twice,1,1,1\n");
    writeTo(folder.filePath(u"locations.csv"_s), "id,name,latitude,longitude\n1,Here,abc,999\n1,There,1,1\n");
    writeTo(folder.filePath(u"service_at_location.csv"_s), "id,service_id,location_id\n1,1,404\n2,404,1\n3,2,1\n");
    const auto import = mustHave(readDirectory(folder.path()));
    const QString csv = QString::fromUtf8(reportAsCsv(import.reports));
    CHECK(csv.contains(u"file,row,column,severity,reason\r\n"_s));
    CHECK(csv.contains(u"service_at_location.csv,3,service_id,skipped,"_s));
    CHECK(csv.contains(u"service_at_location.csv,2,location_id,warning,"_s));
    CHECK(csv.contains(u"services.csv,5,id,skipped,"_s));
    CHECK(csv.contains(u"organizations.csv,4,id,skipped,"_s));
    CHECK(csv.contains(u",name,skipped,"_s));
    CHECK(csv.contains(u"locations.csv,2,latitude,warning,"_s) == csv.contains(u"coordinates"_s));

    SECTION("as text, too")
    {
        REQUIRE(writeReport(import.reports, folder.filePath(u"report.txt"_s)).ok());
        CHECK(contentOf(folder.filePath(u"report.txt"_s))
                  .contains("service_at_location.csv, row 3, column service_id: Its service is not in the directory"));
        CHECK_FALSE(writeReport(import.reports, u"/nowhere/at/all.csv"_s).ok());
    }
}

TEST_CASE("dirty directory: JSON that nests without end", "[directory][dirty]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"deep.json"_s);
    writeTo(path, QByteArray("[").repeated(100'000));
    mustBearIt(path);
    writeTo(path, QByteArray(R"({"id":"1","name":"x","status":"active","service":)").repeated(400) + "{}" +
                      QByteArray("}").repeated(400));
    mustBearIt(path);
    writeTo(path, R"({"total_pages":-5,"page_number":1e300,"contents":[null,1,"x",{},{"id":{}},[[]]]})");
    mustBearIt(path);
}

TEST_CASE("directory: packed as ZIP", "[directory][dirty]")
{
    const QTemporaryDir folder;
    const QString archive = folder.filePath(u"county.zip"_s);
    SECTION("is the same as its folder, whatever folder stands in it")
    {
        zip(data, archive, {u"ohana"_s});
        CHECK(mustHave(readDirectory(archive)).sites.size() == 23);
    }
    SECTION("cut off, or no ZIP at all: nothing is imported")
    {
        zip(data, archive, {u"ohana"_s});
        const QByteArray whole = contentOf(archive);
        for (const qsizetype length : {qsizetype(0), qsizetype(3), qsizetype(40), whole.size() / 3, whole.size() / 2}) {
            writeTo(archive, whole.left(length));
            CHECK_FALSE(readDirectory(archive).ok());
        }
        writeTo(archive, "id,name\n1,Pantry\n");
        CHECK_FALSE(readDirectory(archive).ok());
    }
    SECTION("names that climb out of the folder stay in it")
    {
        QProcess python;
        python.start(u"python3"_s, {u"-c"_s,
                                    u"import sys,zipfile\nwith zipfile.ZipFile(sys.argv[1],'w') as z:\n"
                                    " z.writestr('../../services.csv','id,name\\n1,Pantry\\n')\n"
                                    " z.writestr('/etc/other.csv','id\\n')\n z.writestr('.hidden.csv','x')"_s,
                                    archive});
        REQUIRE(python.waitForFinished());
        const QTemporaryDir inside;
        REQUIRE(directory::unpackZip(archive, inside.path()).ok());
        CHECK(QDir(inside.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name) ==
              QStringList{u"other.csv"_s, u"services.csv"_s});
    }
}

TEST_CASE("directory: the names of HSDS 1.1 and 2.0", "[directory]")
{
    const QTemporaryDir folder;
    writeTo(folder.filePath(u"organization.csv"_s), "id,name,url\n1,Second Harvest,https://a.example\n");
    writeTo(folder.filePath(u"service.csv"_s), "id,organization_id,name,fees\n1,1,Pantry,Free\n");
    writeTo(folder.filePath(u"location.csv"_s), "id,organization_id,name\n1,1,Eastside\n");
    writeTo(folder.filePath(u"services_at_location.csv"_s), "id,service_id,location_id\n1,1,1\n");
    writeTo(folder.filePath(u"physical_address.csv"_s),
            "id,location_id,address_1,city,state_province,postal_code,country\n1,1,1 Main St,Dayton,OH,45402,US\n");
    writeTo(folder.filePath(u"regular_schedule.csv"_s),
            "id,service_id,weekday,opens_at,closes_at\n,1,Monday,9:00am,5:00pm\n,1,2,09:00,17:00\n");
    writeTo(folder.filePath(u"eligibility.csv"_s), "id,service_id,eligibility\n1,1,adult\n");
    writeTo(folder.filePath(u"accessibility_for_disabilities.csv"_s),
            "id,location_id,accessibility,details\n1,1,,Ramp\n");
    writeTo(folder.filePath(u"service_area.csv"_s), "id,service_id,service_area\n1,1,Montgomery County\n");
    writeTo(folder.filePath(u"language.csv"_s), "id,service_id,language\n1,1,Spanish\n");
    writeTo(folder.filePath(u"taxonomy.csv"_s), "id,name\nT1,Food\n");
    writeTo(folder.filePath(u"service_taxonomy.csv"_s), "id,service_id,taxonomy_id\n1,1,T1\n");
    writeTo(folder.filePath(u"phone.csv"_s), "id,location_id,number,type\n1,1,(937) 555-0142 x123,voice\n");
    const auto import = mustHave(readDirectory(folder.path()));
    REQUIRE(import.sites.size() == 1);
    const ResourceSite& site = import.sites.first();
    CHECK(site.addressLine() == u"1 Main St, Dayton, OH 45402"_s);
    CHECK(site.cost == u"Free"_s);
    CHECK(site.eligibility == u"adult"_s);
    CHECK(site.accessibility == u"Ramp"_s);
    CHECK(site.serviceArea == u"Montgomery County"_s);
    CHECK(site.languages == QStringList{u"Spanish"_s});
    CHECK(site.categories == QStringList{u"Food"_s});
    REQUIRE(site.hours.size() == 1);
    CHECK(site.hours.first().weekdays == QList<int>{1, 2});
    REQUIRE(site.phones.size() == 1);
    CHECK(site.phones.first().extension == u"123"_s);
    CHECK(site.website == u"https://a.example"_s);
}
