// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/fhir/resources.h"
#include "server/fhir/statuses.h"
#include "tests/support/catch.h"

#include <QJsonArray>
#include <QUuid>

using namespace handrail;
using namespace handrail::server::fhir;
using namespace Qt::Literals::StringLiterals;

namespace {

QUuid id(int n)
{
    return QUuid(uint(n), 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
}

ReferralFacts facts(ReferralStatus status)
{
    const QDateTime made(QDate(2026, 3, 1), QTime(15, 0), Qt::UTC);
    return {.referral = {ReferralId(id(1)), ClientId(id(2)), ResourceSiteId(id(3)), status, UserId(id(4)), made},
            .site = {.id = ResourceSiteId(id(3)), .serviceName = u"Food Pantry"_s},
            .agency = AgencyId(id(5))};
}

Activity answer(int n, Answer said, const QString& words)
{
    return {.id = ActivityId(id(n)),
            .kind = ActivityKind::Answered,
            .clientId = ClientId(id(2)),
            .at = QDateTime(QDate(2026, 3, 8), QTime(15, n % 60), Qt::UTC),
            .byClient = true,
            .toStatus = said == Answer::NoLongerInterested ? std::optional(ReferralStatus::Canceled) : std::nullopt,
            .answer = said,
            .text = words};
}

} // namespace

TEST_CASE("fhir: statuses are SDOH Clinical Care's", "[fhir]")
{
    const QList<std::tuple<ReferralStatus, QString, QString>> table = {
        {ReferralStatus::Unstarted, u"requested"_s, u"active"_s},
        {ReferralStatus::InReview, u"accepted"_s, u"active"_s},
        {ReferralStatus::ServiceInProgress, u"in-progress"_s, u"active"_s},
        {ReferralStatus::ServiceCompleted, u"completed"_s, u"completed"_s},
        {ReferralStatus::Canceled, u"cancelled"_s, u"revoked"_s}};
    for (const auto& [status, task, request] : table) {
        CHECK(fhirStatusOf(status).task == task);
        CHECK(fhirStatusOf(status).request == request);
        CHECK(referralTask(facts(status)).value("status"_L1).toString() == task);
        CHECK(serviceRequest(facts(status)).value("status"_L1).toString() == request);
    }
}

TEST_CASE("fhir: a canceled task says why", "[fhir]")
{
    ReferralFacts canceled = facts(ReferralStatus::Canceled);
    const auto reason = [&] {
        return referralTask(canceled).value("statusReason"_L1).toObject().value("text"_L1).toString();
    };
    CHECK(reason() == u"Canceled by the referring agency"_s);
    canceled.activities.append(answer(10, Answer::NoLongerInterested, u"I’m no longer interested in services"_s));
    CHECK(reason() == u"I’m no longer interested in services"_s);
    CHECK_FALSE(referralTask(facts(ReferralStatus::InReview)).contains("statusReason"_L1));
}

TEST_CASE("fhir: an answer is a note and a completed task for the patient", "[fhir]")
{
    ReferralFacts asked = facts(ReferralStatus::Unstarted);
    asked.activities = {answer(10, Answer::No, u"No, I did not receive services"_s)};
    const QJsonObject task = referralTask(asked);
    CHECK(task.value("status"_L1) == u"requested"_s);
    CHECK(task.value("note"_L1).toArray().at(0).toObject().value("text"_L1) == u"No, I did not receive services"_s);
    const QList<QJsonObject> tasks = answerTasks(asked);
    REQUIRE(tasks.size() == 1);
    CHECK(tasks[0].value("status"_L1) == u"completed"_s);
    CHECK(lastUpdated(asked) == asked.activities[0].at);

    SECTION("unless a worker took it back")
    {
        Activity back = answer(11, Answer::No, {});
        back.kind = ActivityKind::Reverted;
        back.answer = std::nullopt;
        back.revertsId = asked.activities[0].id;
        asked.activities.append(back);
        CHECK(answerTasks(asked).isEmpty());
        CHECK_FALSE(referralTask(asked).contains("note"_L1));
    }
    SECTION("a worker's note stays in Handrail")
    {
        asked.activities.append({.id = ActivityId(id(12)),
                                 .kind = ActivityKind::Note,
                                 .clientId = ClientId(id(2)),
                                 .at = asked.activities[0].at,
                                 .text = u"Secret"_s});
        CHECK(referralTask(asked).value("note"_L1).toArray().size() == 1);
    }
}

TEST_CASE("fhir: a withdrawn consent forbids to contact the client", "[fhir]")
{
    ReferralFacts withdrawn = facts(ReferralStatus::Unstarted);
    CHECK_FALSE(serviceRequest(withdrawn).contains("orderDetail"_L1));
    withdrawn.consentWithdrawn = true;
    CHECK(serviceRequest(withdrawn).contains("orderDetail"_L1));
}

TEST_CASE("fhir: ids are the records', sites of one organization share it", "[fhir]")
{
    const AgencyId agency(id(5));
    ResourceSite a{.id = ResourceSiteId(id(3)), .organizationName = u"Second Harvest"_s, .serviceName = u"Pantry"_s};
    ResourceSite b{.id = ResourceSiteId(id(6)), .organizationName = u"second harvest"_s, .serviceName = u"Meals"_s};
    CHECK(organizationIdOf(a, agency) == organizationIdOf(b, agency));
    CHECK(organizationIdOf(a, agency) != organizationIdOf(a, AgencyId(id(9))));
    CHECK(healthcareService(a, agency) == healthcareService(a, agency));
    CHECK(healthcareService(a, agency).value("id"_L1) == a.id.toString());
    CHECK(siteOrganization({.id = a.id, .serviceName = u"Hotline"_s}, agency).value("name"_L1) == u"Hotline"_s);
}
