// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/csv.h"
#include "tests/support/catch.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("csv: a record is RFC 4180", "[domain][csv]")
{
    CHECK(csvRecord({u"a"_s, u"b c"_s, u""_s}) == u"a,b c,\r\n"_s);
    CHECK(csvRecord({u"a,b"_s, u"say \"hi\""_s, u"two\nlines"_s, u"cr\rhere"_s}) ==
          u"\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\"cr\rhere\"\r\n"_s);
    CHECK(csvRecord({}) == u"\r\n"_s);
}

TEST_CASE("csv: no cell is a formula to a spreadsheet", "[domain][csv]")
{
    for (const QString& cell : {u"=1+1"_s, u"@SUM(A1)"_s, u"+cmd|' /C calc'!A0"_s, u"-2+3"_s, u"\tx"_s, u"＝1"_s})
        CHECK(csvRecord({cell}).startsWith(u'\''));
    CHECK(csvRecord({u"=a,\"b\""_s}) == u"\"'=a,\"\"b\"\"\"\r\n"_s);
    CHECK(csvRecord({u"\r=1"_s}).startsWith(u"\"'\r"_s));
    // Numbers, negative ones too, and phone numbers stay what they are.
    for (const QString& cell : {u"-12"_s, u"+19375550101"_s, u"-1.5"_s, u"José"_s, u"a=b"_s, u"(937) 555-0101"_s})
        CHECK(csvRecord({cell}) == cell + u"\r\n"_s);
    CHECK(csvRecord({u"-12\n=1"_s}).startsWith(u"\"'"_s));
}
