// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/directory/directoryupdate.h"
#include "core/domain/records/codec.h"
#include "core/domain/records/schema.h"
#include "tests/support/catch.h"

using namespace handrail;
using namespace handrail::server;
using namespace Qt::Literals::StringLiterals;

namespace {

DirectoryImport ohana()
{
    return mustHave(readDirectory(QStringLiteral(HANDRAIL_TEST_DATA "/directory/ohana")));
}

} // namespace

TEST_CASE("directory update: what an import changes", "[directory]")
{
    DirectoryImport import = ohana();
    const QList<ResourceSite> existing = import.sites;
    SECTION("the first time every site is new")
    {
        const DirectoryUpdate update = planDirectoryUpdate({}, import);
        CHECK(update.added == 23);
        REQUIRE(update.edits.size() == 23);
        for (const Edit& edit : update.edits)
            CHECK(records::validate(edit.entity, edit.fields, true).ok());
    }
    SECTION("the same again changes nothing")
    {
        const DirectoryUpdate update = planDirectoryUpdate(existing, import);
        CHECK(update.edits.isEmpty());
        CHECK(update.unchanged == 23);
    }
    SECTION("a change is an edit of the fields that differ")
    {
        import.sites[3].cost = u"Free"_s;
        const DirectoryUpdate update = planDirectoryUpdate(existing, import);
        CHECK(update.changed == 1);
        REQUIRE(update.edits.size() == 1);
        CHECK(update.edits.first().key == import.sites.at(3).id.uuid());
        CHECK(update.edits.first().fields == QJsonObject{{u"cost"_s, u"Free"_s}});
    }
    SECTION("a site that is gone is kept but no longer active, once")
    {
        const ResourceSite gone = import.sites.takeFirst();
        const DirectoryUpdate update = planDirectoryUpdate(existing, import);
        CHECK(update.retired == 1);
        REQUIRE(update.edits.size() == 1);
        CHECK(update.edits.first().key == gone.id.uuid());
        CHECK(update.edits.first().fields == QJsonObject{{u"active"_s, false}});
        QList<ResourceSite> after = existing;
        after.first().active = false;
        CHECK(planDirectoryUpdate(after, import).edits.isEmpty());
    }
    SECTION("a site that comes back is active again")
    {
        QList<ResourceSite> before = existing;
        before.first().active = false;
        const DirectoryUpdate update = planDirectoryUpdate(before, import);
        REQUIRE(update.edits.size() == 1);
        CHECK(update.edits.first().fields == QJsonObject{{u"active"_s, true}});
    }
    SECTION("sites of another directory are left alone")
    {
        DirectoryImport other{.source = u"county"_s, .sites = {}};
        CHECK(planDirectoryUpdate(existing, other).edits.isEmpty());
    }
    SECTION("a page without the others retires nothing")
    {
        import.sites.clear();
        import.complete = false;
        CHECK(planDirectoryUpdate(existing, import).edits.isEmpty());
    }
}
