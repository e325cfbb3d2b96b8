// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/importdirectory.h"
#include "core/domain/records/codec.h"
#include "tests/server/testserverstore.h"

#include <QFile>
#include <QTemporaryDir>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("directory import: into the server's store", "[directory][store]")
{
    TestServerStore world;
    const auto db = world.open();
    const QString ohana = QStringLiteral(HANDRAIL_TEST_DATA "/directory/ohana");
    const auto import = [&](const QString& path) {
        return importDirectory(*db, world.agency.id, world.environment, path);
    };
    const auto stored = [&] {
        return mustHave(RecordReader(*db, world.agency.id).select(u"resource_site", u"1 = 1"_s, {})).size();
    };

    SECTION("a second import updates and doesn't double")
    {
        CHECK(mustHave(import(ohana)).update.added == 23);
        CHECK(stored() == 23);
        const qint64 seq = mustHave(RecordReader(*db, world.agency.id).lastSeq());
        const DirectoryImportResult again = mustHave(import(ohana));
        CHECK(again.update.unchanged == 23);
        CHECK(again.update.edits.isEmpty());
        CHECK(stored() == 23);
        CHECK(mustHave(RecordReader(*db, world.agency.id).lastSeq()) == seq);
        CHECK(describe(again).startsWith(u"Resource sites: 0 new, 0 changed, 23 unchanged"_s));
    }
    SECTION("a directory that can't be read changes nothing")
    {
        mustHave(import(ohana));
        QTemporaryDir folder;
        QFile file(folder.filePath(u"services.csv"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("id,name\n1,\"Fo");
        file.close();
        CHECK_FALSE(import(folder.path()).ok());
        CHECK(stored() == 23);
    }
    SECTION("says what it left out")
    {
        const QString text = describe(mustHave(import(QStringLiteral(HANDRAIL_TEST_DATA "/directory/hsds-3.0"))));
        CHECK(text.contains(u"1 new"_s));
        CHECK(text.contains(u"locations.csv, row 2, column latitude: Its coordinates can't be right"_s));
    }
}
