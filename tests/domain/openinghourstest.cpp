// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/openinghours.h"
#include "tests/support/catch.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail;

namespace {

const QTimeZone newYork("America/New_York");

/// "2026-11-24 14:00" by the clock of New York, which is five hours behind UTC in winter.
QDateTime at(const char* wall, int hoursBehind = 5)
{
    QDateTime time = QDateTime::fromString(QString::fromLatin1(wall), u"yyyy-MM-dd HH:mm"_s);
    time.setTimeSpec(Qt::UTC);
    return time.addSecs(hoursBehind * 3600);
}

SiteHours on(QList<int> days, const char* opens, const char* closes)
{
    return {.weekdays = std::move(days),
            .opens = QTime::fromString(QString::fromLatin1(opens), u"HH:mm"_s),
            .closes = QTime::fromString(QString::fromLatin1(closes), u"HH:mm"_s)};
}

bool isOpen(const QList<SiteHours>& hours, const char* wall, int hoursBehind = 5)
{
    const Opening now = openingAt(hours, at(wall, hoursBehind), newYork);
    const bool open = now.state == Opening::State::Open;
    // The index must never leave out a site that is open.
    const WeekHours week = weekHours(hours);
    const int minute = WeekHours::minuteAt(at(wall, hoursBehind), newYork);
    if (open) {
        CHECK(week.holds(minute));
        CHECK(week.hourNumbers().contains(minute / 60));
    }
    if (week.exact)
        CHECK(week.holds(minute) == open);
    return open;
}

Opening::State stateOf(const QList<SiteHours>& hours, const char* wall)
{
    return openingAt(hours, at(wall), newYork).state;
}

} // namespace

// 2026-11-24 is a Tuesday.
TEST_CASE("opening hours: a plain week", "[domain][hours]")
{
    const QList<SiteHours> office = {on({1, 2, 3, 4, 5}, "09:00", "17:00")};
    CHECK(isOpen(office, "2026-11-24 09:00"));
    CHECK(isOpen(office, "2026-11-24 16:59"));
    CHECK_FALSE(isOpen(office, "2026-11-24 17:00"));
    CHECK_FALSE(isOpen(office, "2026-11-24 08:59"));
    CHECK_FALSE(isOpen(office, "2026-11-28 12:00"));

    SECTION("says until when")
    {
        CHECK(openingAt(office, at("2026-11-24 12:00"), newYork).closesAt == at("2026-11-24 17:00"));
    }
    SECTION("says when it opens next, over the weekend")
    {
        const Opening friday = openingAt(office, at("2026-11-27 18:00"), newYork);
        CHECK(friday.state == Opening::State::Closed);
        CHECK(friday.opensAt == at("2026-11-30 09:00"));
    }
    SECTION("joins a morning and an afternoon that touch, and not those with a break")
    {
        const QList<SiteHours> two = {on({2}, "09:00", "12:00"), on({2}, "12:00", "17:00")};
        CHECK(openingAt(two, at("2026-11-24 10:00"), newYork).closesAt == at("2026-11-24 17:00"));
        const QList<SiteHours> broken = {on({2}, "09:00", "12:00"), on({2}, "13:00", "17:00")};
        CHECK(openingAt(broken, at("2026-11-24 10:00"), newYork).closesAt == at("2026-11-24 12:00"));
        CHECK(openingAt(broken, at("2026-11-24 12:30"), newYork).opensAt == at("2026-11-24 13:00"));
    }
}

TEST_CASE("opening hours: overnight and around the clock", "[domain][hours]")
{
    SECTION("a shelter that opens on Sunday evening is open on Monday before dawn")
    {
        const QList<SiteHours> shelter = {on({7}, "18:00", "07:00")};
        CHECK(isOpen(shelter, "2026-11-29 23:00"));
        CHECK(isOpen(shelter, "2026-11-30 06:59"));
        CHECK_FALSE(isOpen(shelter, "2026-11-30 07:00"));
        CHECK_FALSE(isOpen(shelter, "2026-11-29 06:00"));
        CHECK(openingAt(shelter, at("2026-11-29 23:00"), newYork).closesAt == at("2026-11-30 07:00"));
    }
    SECTION("every night: the next opening is this evening")
    {
        const QList<SiteHours> nights = {on({1, 2, 3, 4, 5, 6, 7}, "18:00", "07:00")};
        CHECK(openingAt(nights, at("2026-11-24 12:00"), newYork).opensAt == at("2026-11-24 18:00"));
    }
    SECTION("around the clock has no closing time")
    {
        const QList<SiteHours> always = {on({1, 2, 3, 4, 5, 6, 7}, "00:00", "00:00")};
        CHECK(isOpen(always, "2026-11-24 03:00"));
        CHECK(openingAt(always, at("2026-11-24 03:00"), newYork).closesAt.isNull());
    }
    SECTION("around the clock on one day ends at midnight")
    {
        const QList<SiteHours> tuesday = {on({2}, "00:00", "00:00")};
        CHECK(openingAt(tuesday, at("2026-11-24 03:00"), newYork).closesAt == at("2026-11-25 00:00"));
    }
    SECTION("the night when the clocks go back is an hour longer")
    {
        // On November 1st, 2026, 02:00 comes twice: 18:00 at UTC-4 to 07:00 at UTC-5.
        const QList<SiteHours> nights = {on({6}, "18:00", "07:00")};
        CHECK(openingAt(nights, at("2026-10-31 23:00", 4), newYork).closesAt == at("2026-11-01 07:00", 5));
    }
}

TEST_CASE("opening hours: what isn't known is not made up", "[domain][hours]")
{
    CHECK(stateOf({}, "2026-11-24 12:00") == Opening::State::Unknown);
    CHECK(stateOf({{.note = u"Call first."_s}}, "2026-11-24 12:00") == Opening::State::Unknown);

    SECTION("not each week: open perhaps is not open, and not closed")
    {
        QList<SiteHours> some = {on({2}, "09:00", "17:00")};
        some.first().uncertain = true;
        CHECK(stateOf(some, "2026-11-24 12:00") == Opening::State::Unknown);
        CHECK(stateOf(some, "2026-11-25 12:00") == Opening::State::Closed);
        some.append(on({2}, "11:00", "13:00"));
        CHECK(stateOf(some, "2026-11-24 12:00") == Opening::State::Open);
        CHECK(stateOf(some, "2026-11-24 14:00") == Opening::State::Unknown);
    }
}

TEST_CASE("opening hours: days of a month, seasons and holidays", "[domain][hours]")
{
    SECTION("the second and the last Tuesday")
    {
        QList<SiteHours> monthly = {on({2}, "09:00", "17:00")};
        monthly.first().monthWeeks = {2, -1};
        CHECK_FALSE(isOpen(monthly, "2026-11-03 12:00"));
        CHECK(isOpen(monthly, "2026-11-10 12:00"));
        CHECK_FALSE(isOpen(monthly, "2026-11-17 12:00"));
        CHECK(isOpen(monthly, "2026-11-24 12:00"));
        CHECK(openingAt(monthly, at("2026-11-24 18:00"), newYork).opensAt == at("2026-12-08 09:00"));
    }
    SECTION("the 15th and the last of the month")
    {
        QList<SiteHours> monthly = {on({}, "09:00", "17:00")};
        monthly.first().monthDays = {15, -1};
        CHECK(isOpen(monthly, "2026-11-15 12:00"));
        CHECK(isOpen(monthly, "2026-11-30 12:00"));
        CHECK_FALSE(isOpen(monthly, "2026-11-29 12:00"));
    }
    SECTION("a season")
    {
        QList<SiteHours> winter = {on({1, 2, 3, 4, 5, 6, 7}, "18:00", "23:00")};
        winter.first().from = QDate(2026, 12, 1);
        winter.first().to = QDate(2027, 3, 31);
        CHECK_FALSE(isOpen(winter, "2026-11-30 19:00"));
        CHECK(isOpen(winter, "2026-12-01 19:00"));
        CHECK(openingAt(winter, at("2026-11-24 12:00"), newYork).opensAt == at("2026-12-01 18:00"));
    }
    SECTION("a holiday closes whatever the week says, each year where it is meant so")
    {
        QList<SiteHours> office = {on({1, 2, 3, 4, 5}, "09:00", "17:00")};
        office.append({.from = QDate(1, 12, 25), .to = QDate(1, 12, 25), .yearly = true, .closed = true});
        CHECK_FALSE(isOpen(office, "2026-12-25 12:00"));
        CHECK(isOpen(office, "2026-12-24 12:00"));
        CHECK_FALSE(isOpen(office, "2030-12-25 12:00"));
    }
    SECTION("hours that ended long ago are closed, without an end of looking")
    {
        QList<SiteHours> past = {on({2}, "09:00", "17:00")};
        past.first().to = QDate(2020, 1, 1);
        const Opening now = openingAt(past, at("2026-11-24 12:00"), newYork);
        CHECK(now.state == Opening::State::Closed);
        CHECK(now.opensAt.isNull());
    }
}
