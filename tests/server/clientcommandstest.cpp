// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/host.h"

#include <QDir>

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// An agency with three clients that were imported.
struct Peopled : Host
{
    Peopled()
    {
        REQUIRE(addAgency({u"--time-zone"_s, u"America/New_York"_s}).code == 0);
        write(u"clients.csv"_s, "First name,Last name,Phone,Email,Birth date\n"
                                "Rosa,Diaz,(937) 401-0653,rosa@client.example,1984-05-31\n"
                                "Omar,Haddad,,omar@client.example,\n"
                                "Lena,Wolf,(937) 401-0654,,1990-01-02\n");
        imported = importing(u"clients.csv"_s, {u"--apply"_s});
        REQUIRE(imported.code == 0);
    }
    void write(const QString& name, const QByteArray& text) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] Outcome of(const QStringList& command, const QStringList& more = {}) const
    {
        return run(command + QStringList{u"--agency"_s, u"Bridges"_s} + more);
    }
    [[nodiscard]] Outcome importing(const QString& file, const QStringList& more) const
    {
        return of({u"client"_s, u"import"_s}, QStringList{path(file)} + more);
    }
    [[nodiscard]] QString idOf(const QString& words) const
    {
        const QJsonArray found = of({u"client"_s, u"find"_s}, {words, u"--json"_s}).list();
        return found.isEmpty() ? QString() : found.at(0)[u"id"].toString();
    }
    [[nodiscard]] QJsonObject json(const Outcome& outcome) const
    {
        return QJsonDocument::fromJson(outcome.out.toUtf8()).object();
    }
    Outcome imported;
};

} // namespace

TEST_CASE("commands: clients are imported, shown first, and never twice", "[server][commands][import]")
{
    const Peopled host;
    CHECK(host.imported.out.contains(u"Imported: 3"_s));
    CHECK(host.json(host.importing(u"clients.csv"_s, {u"--apply"_s, u"--json"_s}))[u"here_already"] == 3);
    host.write(u"more.csv"_s, "First name,Phone\nTeo,12\nUma,(937) 401-0655\n");
    const Outcome shown = host.importing(u"more.csv"_s, {u"--json"_s});
    CHECK(host.json(shown)[u"to_import"] == 1);
    CHECK(host.json(shown)[u"imported"] == 0);
    CHECK(host.json(shown)[u"with_problems"] == 1);
    CHECK(shown.err.contains(u"12"_s));
    CHECK(host.idOf(u"uma"_s).isEmpty());
    checkRefused(host.importing(u"none.csv"_s, {}), u"can't be read"_s);
}

TEST_CASE("commands: a client is found by name, number and email", "[server][commands]")
{
    const Peopled host;
    const QString rosa = host.idOf(u"rosa d"_s);
    CHECK_FALSE(rosa.isEmpty());
    CHECK(host.idOf(u"4010653"_s) == rosa);
    CHECK(host.idOf(u"ROSA@client"_s) == rosa);
    CHECK(host.idOf(u"nobody"_s).isEmpty());
}

TEST_CASE("commands: a client is exported, and erased when one says so", "[server][commands][privacy]")
{
    const Peopled host;
    const QString rosa = host.idOf(u"rosa"_s);
    const Outcome exported = host.of({u"export"_s, u"client"_s}, {rosa, u"--to"_s, host.path(u"rosa"_s)});
    CHECK(exported.code == 0);
    QFile file(host.path(u"rosa/client.json"_s));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().contains("rosa@client.example"));
    CHECK(host.of({u"export"_s, u"agency"_s}, {u"--to"_s, host.path(u"all"_s), u"--format"_s, u"csv"_s}).code == 0);
    CHECK(QDir(host.path(u"all"_s)).exists(u"client.csv"_s));

    checkRefused(host.of({u"client"_s, u"erase"_s}, {rosa}), u"can't be undone"_s);
    checkRefused(host.of({u"client"_s, u"erase"_s}, {u"Rosa"_s, u"--yes"_s}), u"no client's id"_s);
    const Outcome erased = host.of({u"client"_s, u"erase"_s}, {rosa, u"--yes"_s, u"--json"_s});
    CHECK(host.json(erased)[u"clients"] == 1);
    CHECK(host.idOf(u"rosa"_s).isEmpty());
    checkRefused(host.of({u"client"_s, u"erase"_s}, {rosa, u"--yes"_s}), u"no such client"_s);
    const QJsonArray audit = host.of({u"audit"_s, u"list"_s}, {u"--about"_s, rosa, u"--json"_s}).list();
    CHECK(audit.size() == 2);
}

TEST_CASE("commands: retention lists first, and knows its least age", "[server][commands][privacy]")
{
    const Peopled host;
    CHECK(host.of({u"retention"_s}, {u"--days"_s, u"30"_s}).out.contains(u"0 clients"_s));
    checkRefused(host.of({u"retention"_s}, {u"--days"_s, u"3"_s}), u"at least 30"_s);
    CHECK(host.json(host.of({u"retention"_s}, {u"--days"_s, u"30"_s, u"--apply"_s, u"--json"_s}))[u"clients"] == 0);
}

TEST_CASE("commands: an agency is removed after its export and a yes, and nothing of it stays", "[server][commands][privacy]")
{
    const Peopled host;
    const auto removing = [&](const QStringList& more) { return host.of({u"agency"_s, u"remove"_s}, more); };
    checkRefused(removing({u"--yes"_s}), u"--export-to"_s);
    checkRefused(removing({u"--export-to"_s, host.path(u"all.zip"_s)}), u"has 3 clients"_s);
    CHECK_FALSE(QFile::exists(host.path(u"all.zip"_s)));
    const QString id = host.agency().id.toString();
    const int senders = !host.agency().sendingNumber.isEmpty() + !host.agency().sendingAddress.isEmpty();
    REQUIRE(host.run({u"agency"_s, u"add"_s, u"--name"_s, u"Other"_s, u"--time-zone"_s, u"UTC"_s}).code == 0);
    CHECK(removing({u"--export-to"_s, host.path(u"all.zip"_s), u"--yes"_s}).code == 0);

    QFile zip(host.path(u"all.zip"_s));
    REQUIRE(zip.open(QIODevice::ReadOnly));
    CHECK(zip.readAll().startsWith("PK"));
    CHECK_FALSE(zip.permissions().testFlag(QFile::ReadOther));
    const auto db = host.database();
    auto tables = mustHave(db->query(u"SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                                     " ON c.name = 'agency_id' WHERE m.type = 'table'"_s));
    int checked = 0;
    while (tables.next()) {
        const QString table = tables.value(0).toString();
        INFO(table);
        auto rows = mustHave(db->query(u"SELECT COUNT(*) FROM \"%1\" WHERE agency_id = ?"_s.arg(table), {id}));
        REQUIRE(rows.next());
        // Where it sent from stays, for its opt-outs (docs/decisions/0232).
        CHECK(rows.value(0).toInt() == (table == u"removed_sender"_s ? senders : 0));
        ++checked;
    }
    CHECK(checked > 20);
    auto kept = mustHave(db->query(u"SELECT about FROM audit WHERE what = 'agency_removed'"_s));
    REQUIRE(kept.next());
    CHECK(kept.value(0).toString() == id);
    CHECK(host.agency().programName == u"Other"_s);
    checkRefused(removing({u"--without-export"_s, u"--yes"_s}), u"no agency Bridges"_s);
}
