// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/referralfilters.h"
#include "core/casework/savedfilters.h"
#include "tests/casework/deskworld.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("referral filters: what is relative is worked out now", "[casework][filter]")
{
    DeskWorld world;
    const QTimeZone newYork("America/New_York");
    const QDateTime now = world.clock.now(); // Monday, 5 October 2026, 11:00 in New York
    const auto queryFor = [&](const ReferralFilter& filter) {
        return queryOf(filter, world.office.worker.id, now, newYork);
    };
    SECTION("mine is whose desk it is, whoever else is named")
    {
        ReferralFilter filter;
        filter.worker = UserId(world.ids.next());
        CHECK(queryFor(filter).worker == filter.worker);
        filter.mine = true;
        CHECK(queryFor(filter).worker == world.office.worker.id);
    }
    SECTION("days are the worker's, whole ones")
    {
        ReferralFilter filter;
        filter.createdFrom = QDate(2026, 10, 1);
        filter.createdTo = QDate(2026, 10, 5);
        CHECK(queryFor(filter).createdFrom == QDateTime(QDate(2026, 10, 1), QTime(4, 0), Qt::UTC));
        CHECK(queryFor(filter).createdBefore == QDateTime(QDate(2026, 10, 6), QTime(4, 0), Qt::UTC));
        filter.createdLastDays = 2;
        CHECK(queryFor(filter).createdFrom == QDateTime(QDate(2026, 10, 3), QTime(4, 0), Qt::UTC));
        filter.quietDays = 14;
        CHECK(queryFor(filter).quietSince == now.addDays(-14));
    }
    SECTION("answers")
    {
        ReferralFilter filter;
        filter.answered = ReferralFilter::Answered::Waiting;
        CHECK(queryFor(filter).waitingForAnswer);
        CHECK_FALSE(queryFor(filter).answer);
        filter.answered = ReferralFilter::Answered::No;
        CHECK(queryFor(filter).answer == Answer::No);
        CHECK_FALSE(queryFor(filter).waitingForAnswer);
    }
}

TEST_CASE("saved filters: a worker's own, by name", "[casework][filter]")
{
    DeskWorld world;
    const QString list = u"referrals"_s;
    const QJsonObject query = savedForm(builtInReferralFilters()[1].filter);
    const auto names = [&] {
        QStringList all;
        for (const SavedFilter& filter : mustHave(world.store.filters().filters(world.desk.worker, list)))
            all.append(filter.name);
        return all;
    };
    const SavedFilterId id = mustHave(saveFilter(world.desk, list, u" Pantry  in Dayton "_s, query));
    mustHave(saveFilter(world.desk, list, u"ask again"_s, query));
    CHECK(names() == QStringList{u"ask again"_s, u"Pantry in Dayton"_s});

    SECTION("not without a name, with one that is taken, or too many")
    {
        CHECK(saveFilter(world.desk, list, u" "_s, query).error().code == ErrorCode::InvalidInput);
        CHECK(saveFilter(world.desk, list, QString(81, u'x'), query).error().code == ErrorCode::InvalidInput);
        CHECK(saveFilter(world.desk, list, u"pantry IN dayton"_s, query).error().code == ErrorCode::Conflict);
        mustHave(saveFilter(world.desk, u"clients"_s, u"Pantry in Dayton"_s, query));
        for (int i = 2; i < maxSavedFilters; ++i)
            mustHave(saveFilter(world.desk, list, u"filter %1"_s.arg(i), query));
        CHECK(saveFilter(world.desk, list, u"one more"_s, query).error().code == ErrorCode::Conflict);
    }
    SECTION("renamed, changed, removed")
    {
        mustWork(renameFilter(world.desk, id, u"PANTRY in Dayton"_s));
        CHECK(renameFilter(world.desk, id, u"Ask Again"_s).error().code == ErrorCode::Conflict);
        mustWork(replaceFilter(world.desk, id, savedForm({})));
        CHECK(mustHave(world.store.filters().filter(id))->query == savedForm({}));
        mustWork(removeFilter(world.desk, id));
        mustWork(removeFilter(world.desk, id));
        CHECK(names() == QStringList{u"ask again"_s});
        CHECK(renameFilter(world.desk, id, u"x"_s).error().code == ErrorCode::NotFound);
    }
    SECTION("another worker's can't be touched or seen")
    {
        Desk other{world.store, world.clock, world.ids, world.phones, UserId(world.ids.next())};
        CHECK(renameFilter(other, id, u"Mine now"_s).error().code == ErrorCode::NotFound);
        CHECK(replaceFilter(other, id, {}).error().code == ErrorCode::NotFound);
        CHECK(mustHave(world.store.filters().filters(other.worker, list)).isEmpty());
    }
    SECTION("the one to show first is remembered on this desk")
    {
        CHECK(mustHave(defaultFilter(world.desk, list)).isEmpty());
        mustWork(setDefaultFilter(world.desk, list, u"mine"_s));
        CHECK(mustHave(defaultFilter(world.desk, list)) == u"mine"_s);
    }
}
