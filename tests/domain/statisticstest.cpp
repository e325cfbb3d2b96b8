// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/statistics.h"
#include "core/domain/csv.h"
#include "tests/support/catch.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("statistics: periods", "[domain][statistics]")
{
    const QDate today(2026, 11, 24); // A Tuesday.
    SECTION("run from the beginning of the week, month, quarter or year up to today")
    {
        CHECK(periodOf(PeriodKind::Week, today, Qt::Monday) == Period{{2026, 11, 23}, today});
        CHECK(periodOf(PeriodKind::Week, today, Qt::Sunday) == Period{{2026, 11, 22}, today});
        CHECK(periodOf(PeriodKind::Week, {2026, 11, 22}, Qt::Sunday) == Period{{2026, 11, 22}, {2026, 11, 22}});
        CHECK(periodOf(PeriodKind::Month, today, Qt::Monday) == Period{{2026, 11, 1}, today});
        CHECK(periodOf(PeriodKind::Quarter, today, Qt::Monday) == Period{{2026, 10, 1}, today});
        CHECK(periodOf(PeriodKind::Year, today, Qt::Monday) == Period{{2026, 1, 1}, today});
    }
    SECTION("are compared with as much of the one before")
    {
        CHECK(periodBefore(PeriodKind::Week, {{2026, 11, 23}, today}) == Period{{2026, 11, 16}, {2026, 11, 17}});
        CHECK(periodBefore(PeriodKind::Quarter, {{2026, 10, 1}, today}) == Period{{2026, 7, 1}, {2026, 8, 24}});
        CHECK(periodBefore(PeriodKind::Custom, {{2026, 11, 20}, today}) == Period{{2026, 11, 15}, {2026, 11, 19}});
        // Not beyond the end of a shorter month.
        CHECK(periodBefore(PeriodKind::Month, {{2026, 3, 1}, {2026, 3, 31}}) == Period{{2026, 2, 1}, {2026, 2, 28}});
    }
    SECTION("begin and end at midnight where the agency is, also when the clocks change")
    {
        const QTimeZone newYork("America/New_York");
        const StatisticsQuery query = queryOf({{2026, 11, 1}, {2026, 11, 1}}, newYork);
        CHECK(query.from == QDateTime({2026, 11, 1}, {4, 0}, Qt::UTC));
        CHECK(query.to == QDateTime({2026, 11, 2}, {5, 0}, Qt::UTC));
    }
    SECTION("are shown day by day, week by week or month by month, and nothing is left out")
    {
        CHECK(intervalsOf({{2026, 11, 1}, today}, Qt::Monday).size() == 24);
        const auto weeks = intervalsOf({{2026, 10, 1}, today}, Qt::Monday);
        CHECK(weeks.first() == Period{{2026, 10, 1}, {2026, 10, 4}});
        CHECK(weeks.last() == Period{{2026, 11, 23}, today});
        const auto months = intervalsOf({{2026, 1, 15}, today}, Qt::Monday);
        CHECK(months.size() == 11);
        CHECK(months.first() == Period{{2026, 1, 15}, {2026, 1, 31}});
        for (const auto& intervals : {weeks, months})
            for (qsizetype i = 1; i < intervals.size(); ++i)
                CHECK(intervals[i].first == intervals[i - 1].last.addDays(1));
    }
    SECTION("long ones are counted in parts that neither overlap nor leave a gap")
    {
        const StatisticsQuery year = queryOf({{2025, 1, 1}, {2025, 12, 31}}, QTimeZone::utc());
        const auto parts = partsOf(year, 92);
        CHECK(parts.size() == 4);
        CHECK(parts.first().from == year.from);
        CHECK(parts.last().to == year.to);
        for (qsizetype i = 1; i < parts.size(); ++i)
            CHECK(parts[i].from == parts[i - 1].to);
    }
}

TEST_CASE("statistics: median and spread", "[domain][statistics]")
{
    CHECK(spreadOf({}) == Spread{});
    CHECK(spreadOf({{9, 1}}) == Spread{1, 9, 9, 9});
    CHECK(spreadOf({{1, 1}, {2, 1}, {3, 1}, {4, 1}}) == Spread{4, 1.75, 2.5, 3.25});
    // 2, 2, 2, 10, 30
    CHECK(spreadOf({{2, 3}, {10, 1}, {30, 1}}) == Spread{5, 2, 2, 10});
}

TEST_CASE("statistics: rates and sums", "[domain][statistics]")
{
    CHECK_FALSE(rateOf(0, 0));
    CHECK(*rateOf(1, 4) == 25.0);
    const QList<BucketCount> counts = summed({{u"a"_s, {}, 1}, {u"b"_s, {}, 2}, {u"a"_s, {}, 3}});
    CHECK(counts == QList<BucketCount>{{u"a"_s, {}, 4}, {u"b"_s, {}, 2}});
    CHECK(totalOf(counts) == 6);
    CHECK(countOf(counts, u"b"_s) == 2);
    CHECK(countOf(counts, u"c"_s) == 0);
    // Every number of days is in one column.
    int next = 0;
    for (const DayRange& range : dayRanges()) {
        CHECK(range.first == next);
        next = range.last == std::numeric_limits<int>::max() ? -1 : range.last + 1;
    }
    CHECK(next == -1);
}

TEST_CASE("csv: as RFC 4180 has it", "[domain][csv]")
{
    SECTION("plain cells, cells that need quotes, other alphabets")
    {
        CHECK(csvOf({{u"Site"_s, u"No"_s}, {u"Food, \"Pantry\"\nDayton"_s, u"3"_s}, {u"José"_s, u""_s}}, false) ==
              "Site,No\r\n\"Food, \"\"Pantry\"\"\nDayton\",3\r\nJos\xc3\xa9,\r\n");
    }
    SECTION("with the mark that Excel wants")
    {
        CHECK(csvOf({{u"a"_s}}, true) == "\xef\xbb\xbf"
                                         "a\r\n");
    }
    SECTION("nothing runs as a formula, and numbers stay numbers")
    {
        CHECK(csvOf({{u"=HYPERLINK(\"http://x\")"_s, u"+1 (937) 555"_s, u"-5"_s, u"-2.5"_s, u"@SUM(A1)"_s, u"-cmd"_s}},
                    false) == "\"'=HYPERLINK(\"\"http://x\"\")\",'+1 (937) 555,-5,-2.5,'@SUM(A1),'-cmd\r\n");
        CHECK(csvOf({{u"\t=1"_s, u"\r=1"_s}}, false) == "'\t=1,\"'\r=1\"\r\n");
    }
}
