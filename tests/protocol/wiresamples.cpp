// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/wiresamples.h"

#include "core/domain/records/codec.h"
#include "core/protocol/wireadmin.h"
#include "core/protocol/wiresignin.h"
#include "core/protocol/wirefeeds.h"
#include "core/protocol/wirepeople.h"
#include "tests/support/sequentialids.h"

#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace handrail::tests {

namespace {

template <typename T>
WireSample sample(const char* name, const T& value, Result<T> (*read)(const QJsonObject&))
{
    return {QString::fromLatin1(name), protocol::toJson(value),
            [read](const QJsonObject& object) -> Result<QJsonObject> {
                const auto again = read(object);
                return again ? Result<QJsonObject>(protocol::toJson(*again)) : Result<QJsonObject>(again.error());
            }};
}

QList<Change> changes(SequentialIds& ids)
{
    const QUuid device = ids.next();
    const ClientId client(ids.next());
    const Client maria{.id = client,
                       .givenName = u"María"_s,
                       .familyName = u"Núñez \"Nena\" \U0001F600"_s,
                       .language = u"es"_s,
                       .timeZone = u"America/Chicago"_s,
                       .birthDate = QDate(1980, 2, 29)};
    return {
        {ChangeId(ids.next()), u"client"_s, client.uuid(), Stamp{1790000000000, 0, device}, records::fieldsOf(maria)},
        {ChangeId(ids.next()),
         u"client"_s,
         client.uuid(),
         Stamp{1790000000000, 65535, device},
         {{u"family_name"_s, QJsonValue::Null}}}};
}

} // namespace

std::vector<WireSample> wireSamples()
{
    using namespace protocol;
    SequentialIds ids;
    const QDateTime at(QDate(2026, 10, 5), QTime(15, 0, 0, 123), Qt::UTC);
    QList<Change> pushed = changes(ids);
    QList<Change> pulled = pushed;
    pulled[0].seq = 41;
    pulled[1].seq = 9007199254740992;
    User worker{.id = UserId(ids.next())};
    worker.displayName = u"Dana Reyes"_s;
    worker.email = u"dana@example.org"_s;
    worker.role = Role::Supervisor;
    worker.teamId = TeamId(ids.next());
    User disabled = worker;
    disabled.role = Role::Worker;
    disabled.teamId = std::nullopt;
    disabled.disabled = true;
    const Lease textLease{
        MessageId(ids.next()), 7, at.addSecs(120), u"https://example.org/f/AAAAAAAAAAAAAAAAAAAAAA"_s, {}, at};
    const Lease emailLease{MessageId(ids.next()),
                           8,
                           at.addSecs(120),
                           u"https://example.org/r/BBBBBBBBBBBBBBBBBBBBBB"_s,
                           u"https://example.org/u/CCCCCCCCCCCCCCCCCCCCCC"_s,
                           at};
    return {
        sample("change", pulled[0], readChange),
        sample("snapshot_answer",
               SnapshotAnswer{.records = pushed,
                              .cursor = u"41.5.2.00000000-0000-7000-8000-0000000000c1.4.00000000-0000-7000-8000-0000000000c2"_s,
                              .more = true,
                              .position = 41,
                              .sight = u"5"_s,
                              .clients = 40000},
               readSnapshotAnswer),
        sample("snapshot_needed_answer", PullAnswer{{}, 41, false, true, at}, readPullAnswer),
        sample("sign_in_request",
               SignInRequest{u"dana@example.org"_s, u"correct horse"_s, ids.next(), u"Front desk laptop"_s, true},
               readSignInRequest),
        sample("sign_in_answer", SignInAnswer{"q0f_-Zk3w2A", worker, AgencyId(ids.next())}, readSignInAnswer),
        sample("push_request", PushRequest{pushed}, readPushRequest),
        sample("push_answer",
               PushAnswer{{{ids.next(), PushResult::Status::Accepted, {}},
                           {ids.next(), PushResult::Status::Refused, u"This client is not one of yours."_s}}},
               readPushAnswer),
        sample("pull_answer", PullAnswer{pulled, 41, true, false, at}, readPullAnswer),
        sample("claim_answer",
               ClaimAnswer{{textLease, emailLease}, 3, u"The text carrier has suspended the account."_s, 400},
               readClaimAnswer),
        sample("send_request",
               SendRequest{7, u"How did it go?"_s, u"Did you receive services?\n1 = yes"_s, u"<p>Did you?</p>"_s},
               readSendRequest),
        sample("send_answer", SendAnswer{MessageState::Refused, u"The number has opted out."_s}, readSendAnswer),
        sample("release_request", ReleaseRequest{7, u"The template has an unknown placeholder."_s}, readReleaseRequest),
        sample("decision_request", DecisionRequest{DecisionRequest::Decision::SendAgain, u"Asked the client."_s},
               readDecisionRequest),
        sample(
            "printed_link_request",
            PrintedLinkRequest{ClientId(ids.next()), {ReferralId(ids.next()), ReferralId(ids.next())}, u"es"_s, true},
            readPrintedLinkRequest),
        sample("printed_link_answer",
               PrintedLinkAnswer{u"https://example.org/r/DDDDDDDDDDDDDDDDDDDDDD"_s, at.addDays(90)},
               readPrintedLinkAnswer),
        sample("printed_link_list",
               PrintedLinkList{{{u"3f2a"_s, {ReferralId(worker.id.uuid())}, u"es"_s, worker.id, at, at.addDays(90), false},
                                {u"9c01"_s, {ReferralId(worker.id.uuid())}, u"en"_s, worker.id, at, at.addDays(90), true}}},
               readPrintedLinkList),
        sample("password_request", PasswordRequest{u"correct horse"_s, u"battery staple"_s}, readPasswordRequest),
        sample("gateway_report",
               GatewayReport{
                   {true, u"api.twilio.com"_s, u"+19374010653"_s, 2, 12, 1, at, u"The number can’t get texts."_s},
                   {false, {}, u"care@example.org"_s, 3, 0, 0, {}, {}}},
               readGatewayReport),
        sample("devices_answer",
               DevicesAnswer{{{DeviceId(ids.next()), u"Front desk laptop"_s, at, at.addDays(3), true},
                              {DeviceId(ids.next()), {}, at, at, false}}},
               readDevicesAnswer),
        sample("sign_in_second_factor", SignInOutcome{{}, SecondFactorStep{"q0f_-Zk3w2A", {}, {}}, {}}, readSignInOutcome),
        sample("sign_in_set_up",
               SignInOutcome{{},
                             SecondFactorStep{"q0f_-Zk3w2A", u"JBSWY3DPEHPK3PXP"_s,
                                              u"otpauth://totp/Harbor%20House:dana%40example.org?secret=JBSWY3DP"_s},
                             {}},
               readSignInOutcome),
        sample("sign_in_outcome",
               SignInOutcome{SignInAnswer{"q0f_-Zk3w2A", worker, AgencyId(ids.next())},
                             {},
                             {u"abcd-efgh-jkmn-pqrs"_s, u"2345-6789-abcd-efgh"_s}},
               readSignInOutcome),
        sample("second_factor_request", SecondFactorRequest{"q0f_-Zk3w2A", u"081804"_s}, readSecondFactorRequest),
        sample("second_factor_report", SecondFactorReport{true, false, 9}, readSecondFactorReport),
        sample("set_up_request", SetUpRequest{u"correct horse"_s}, readSetUpRequest),
        sample("set_up_answer",
               SetUpAnswer{u"JBSWY3DPEHPK3PXP"_s, u"otpauth://totp/Harbor%20House:dana%40example.org?secret=JBSWY3DP"_s},
               readSetUpAnswer),
        sample("confirm_request", ConfirmRequest{u"081804"_s}, readConfirmRequest),
        sample("recovery_codes_answer", RecoveryCodesAnswer{{u"abcd-efgh-jkmn-pqrs"_s, u"2345-6789-abcd-efgh"_s}},
               readRecoveryCodesAnswer),
        sample("turn_off_request", TurnOffRequest{u"correct horse"_s, u"081804"_s}, readTurnOffRequest),
        sample("sign_in_rule", SignInRule{true, false}, readSignInRule),
        sample("sign_in_methods", SignInMethods{true, u"Harbor House"_s}, readSignInMethods),
        sample("single_sign_on_request",
               SingleSignOnRequest{u"http://127.0.0.1:41234/"_s, u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s,
                                   ids.next(), u"Front desk laptop"_s},
               readSingleSignOnRequest),
        sample("single_sign_on_start",
               SingleSignOnStart{"q0f_-Zk3w2A", u"https://id.example.org/auth"_s, u"handrail"_s, u"openid email"_s,
                                 u"n-0S6_WzA2Mj"_s},
               readSingleSignOnStart),
        sample("single_sign_on_finish",
               SingleSignOnFinish{"q0f_-Zk3w2A", u"SplxlOBeZQQYbYS6WxSbIA"_s,
                                  u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s, u"https://id.example.org"_s},
               readSingleSignOnFinish),
        sample("test_message_request", TestMessageRequest{Channel::Text, u"+19375550142"_s}, readTestMessageRequest),
        sample("test_message_answer", TestMessageAnswer{false, u"The carrier refused the test message."_s},
               readTestMessageAnswer),
        sample("feeds_answer",
               FeedsAnswer{{{u"county"_s, u"https://directory.example.org/services"_s, 24, u"applied"_s,
                             u"Resource sites: 3 new."_s, at, at, at, {u"services.json, row 3: no name"_s}},
                            {u"other"_s, u"https://x.example.org"_s, 1, u"waiting"_s, {}, {}, {}, at, {}}}},
               readFeedsAnswer),
        sample("feed_request", FeedRequest{u"county"_s, u"https://directory.example.org/services"_s, 24}, readFeedRequest),
        sample("feed_deed", FeedDeed{u"county"_s, true}, readFeedDeed),
        sample("people_answer", PeopleAnswer{{{worker, 2, at, true}, {disabled, 0, {}}}}, readPeopleAnswer),
        sample("person_request",
               PersonRequest{u"Dana Reyes"_s, u"dana@example.org"_s, Role::Worker, std::optional<TeamId>(), true},
               readPersonRequest),
        sample("person_answer", PersonAnswer{worker, u"k7m2p9qrstuvwxyz2345"_s}, readPersonAnswer),
        sample("audit_answer",
               AuditAnswer{{{128, at, worker.id.toString(), ids.next().toString(QUuid::WithoutBraces), u"exported"_s,
                             ids.next().toString(QUuid::WithoutBraces), {{u"records"_s, 12}}},
                            {127, at, u"command"_s, {}, u"retention_applied"_s, {}, {}}},
                           true},
               readAuditAnswer),
        sample("erasure_answer", ErasureAnswer{1, 42, 1, 2}, readErasureAnswer),
        sample("retention_answer", RetentionAnswer{2, {{ClientId(ids.next()), u"María Núñez"_s, at}}},
               readRetentionAnswer),
        sample("retention_request", RetentionRequest{1095, 2}, readRetentionRequest),
    };
}

} // namespace handrail::tests
