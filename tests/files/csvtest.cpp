// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/csv.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail;
using namespace handrail::files;

namespace {

CsvTable tableOf(const QString& text, char separator = ',')
{
    const auto table = readCsvTable(text, separator, 1000);
    REQUIRE(table.ok());
    return *table;
}

} // namespace

TEST_CASE("csv: rows know the line they begin in", "[files]")
{
    const CsvTable table = tableOf(u"a,b\r\n\r\n\"two\nlines\",\"say \"\"hi\"\"\"\r\n,,\r\nlast,one"_s);
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].cells == QStringList{u"a"_s, u"b"_s});
    CHECK(table.rows[1].line == 3);
    CHECK(table.rows[1].cells == QStringList{u"two\nlines"_s, u"say \"hi\""_s});
    CHECK(table.rows[2].line == 6);
    CHECK(table.rows[2].cells == QStringList{u"last"_s, u"one"_s});
    CHECK(table.openQuoteLine == 0);
}

TEST_CASE("csv: the separator is guessed", "[files]")
{
    CHECK(guessSeparator(u"a,b,c\n1,2,3\n"_s) == ',');
    CHECK(guessSeparator(u"name;phone\n\"Lopez, Maria\";1\n\"Diaz, Jo\";2\n"_s) == ';');
    CHECK(guessSeparator(u"a\tb\n1, 2\t3\n"_s) == '\t');
    CHECK(guessSeparator(u"name\nMaria\n"_s) == ',');
    CHECK(guessSeparator({}) == ',');
    CHECK(tableOf(u"a\tb\n\tc\n"_s, '\t').rows[1].cells == QStringList{u""_s, u"c"_s});
}

TEST_CASE("csv: what is broken is said, and what can be read is read", "[files]")
{
    SECTION("a quote that never closes")
    {
        const CsvTable table = tableOf(u"a,b\n1,2\n\"3,4\n5,6\n"_s);
        CHECK(table.rows.size() == 2);
        CHECK(table.openQuoteLine == 3);
    }
    SECTION("a quote in the middle of a cell is a letter")
    {
        CHECK(tableOf(u"5\"2,b\n"_s).rows[0].cells.first() == u"5\"2"_s);
    }
    SECTION("too many rows, columns, or letters in a cell are refused")
    {
        CHECK_FALSE(readCsvTable(u"a\n"_s.repeated(1002), ',', 1000).ok());
        CHECK(readCsvTable(u"a\n"_s.repeated(1001), ',', 1000).ok());
        CHECK_FALSE(readCsvTable(u","_s.repeated(300) + u"x\n"_s, ',', 1000).ok());
        CHECK_FALSE(readCsvTable(QString(100'000, u'x'), ',', 1000).ok());
    }
    SECTION("empty and blank files have no rows")
    {
        CHECK(tableOf({}).rows.isEmpty());
        CHECK(tableOf(u"\n\n , ,\n"_s).rows.isEmpty());
    }
}

TEST_CASE("csv: a line written can be read back, and is no formula", "[files]")
{
    const QStringList cells = {u"a"_s, u"say \"hi\", you"_s, u"two\nlines"_s, {}};
    CHECK(tableOf(QString::fromUtf8(csvLine(cells))).rows.first().cells == cells);
    CHECK(csvLine({u"=HYPERLINK(1)"_s, u"+1937"_s, u"@x"_s}) == "\"'=HYPERLINK(1)\",\"'+1937\",\"'@x\"\r\n");
}
