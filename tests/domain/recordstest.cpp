// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "core/domain/records/schema.h"
#include "tests/support/sequentialids.h"

using namespace handrail;
using namespace handrail::records;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("records: values survive the round trip", "[records]")
{
    tests::SequentialIds ids;
    const QDateTime at(QDate(2026, 10, 5), QTime(15, 0, 0, 123), Qt::UTC);
    const auto phone = Address(*PhoneNumber::fromE164(u"+19375550101"));

    SECTION("client")
    {
        const Client client{.id = ClientId(ids.next()),
                            .givenName = u"José"_s,
                            .familyName = u"Núñez"_s,
                            .language = u"es"_s,
                            .timeZone = u"America/Chicago"_s,
                            .birthDate = QDate(1980, 2, 29)};
        CHECK(validate(u"client", fieldsOf(client), true));
        CHECK(mustHave(readClient(client.id.uuid(), fieldsOf(client))) == client);
    }
    SECTION("message")
    {
        const Message message{.id = MessageId(ids.next()),
                              .shareId = ShareId(ids.next()),
                              .clientId = ClientId(ids.next()),
                              .referralId = ReferralId(ids.next()),
                              .kind = MessageKind::FollowUp,
                              .address = phone,
                              .dueAt = at,
                              .language = u"en"_s,
                              .state = MessageState::Sent,
                              .carrierId = u"SM1"_s,
                              .stateAt = at};
        CHECK(validate(u"message", fieldsOf(message), true));
        CHECK(mustHave(readMessage(message.id.uuid(), fieldsOf(message))) == message);
    }
    SECTION("activity")
    {
        const Activity activity{.id = ActivityId(ids.next()),
                                .kind = ActivityKind::Answered,
                                .clientId = ClientId(ids.next()),
                                .referralId = ReferralId(ids.next()),
                                .at = at,
                                .byClient = true,
                                .channel = Channel::Text,
                                .via = ReplyVia::Text,
                                .rule = u"R6"_s,
                                .fromStatus = ReferralStatus::Unstarted,
                                .toStatus = ReferralStatus::ServiceCompleted,
                                .answer = Answer::Yes,
                                .text = answerNote(Answer::Yes)};
        CHECK(validate(u"activity", fieldsOf(activity), true));
        CHECK(mustHave(readActivity(activity.id.uuid(), fieldsOf(activity))) == activity);
    }
    SECTION("resource site")
    {
        ResourceSite site{
            .id = ResourceSiteId(ids.next()), .organizationName = u"Second Harvest"_s, .serviceName = u"Food Pantry"_s};
        site.phones = {{u"650 780-7525"_s, u"12"_s, u"voice"_s, {}}};
        site.hours = {{{1, 2, 3}, QTime(8, 0), QTime(17, 0), {}}};
        site.latitude = 37.5;
        CHECK(validate(u"resource_site", fieldsOf(site), true));
        CHECK(mustHave(readResourceSite(site.id.uuid(), fieldsOf(site))) == site);
    }
}

TEST_CASE("records: what can't be right is refused", "[records]")
{
    const auto refused = [](const char* entity, const QJsonObject& fields) {
        return !validate(QString::fromLatin1(entity), fields, false).ok();
    };
    CHECK(refused("nothing", {}));
    CHECK(refused("client", {{u"unknown"_s, 1}}));
    CHECK(refused("client", {{u"given_name"_s, 7}}));
    CHECK(refused("client", {{u"given_name"_s, QJsonValue::Null}}));
    CHECK(refused("client", {{u"given_name"_s, QString(10 * 1024 * 1024, u'x')}}));
    CHECK(refused("client", {{u"given_name"_s, QString(u"a\0b"_s)}}));
    CHECK(refused("referral", {{u"status"_s, u"done"_s}}));
    CHECK(refused("referral", {{u"client_id"_s, u"{00000000-0000-7000-8000-000000000001}"_s}}));
    CHECK(refused("referral", {{u"created_at"_s, 1.5}}));
    CHECK_FALSE(validate(u"client", {{u"family_name"_s, u"Núñez"_s}}, true).ok());
}
