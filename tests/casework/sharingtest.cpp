// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/casework/deskworld.h"

#include <QTimeZone>

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

OptOut optOutOf(DeskWorld& world, const Address& address)
{
    return {.id = OptOutId(world.ids.next()), .address = address, .at = world.clock.now()};
}

QList<ShareProblem::Field> fieldsOf(const ShareCheck& check)
{
    QList<ShareProblem::Field> fields;
    for (const ShareProblem& problem : check.problems) {
        CHECK_FALSE(problem.sentence.isEmpty());
        fields.append(problem.field);
    }
    return fields;
}

} // namespace

TEST_CASE("sharing: the panel knows the client, the sites and the words", "[casework][sharing]")
{
    DeskWorld world;
    const auto referrals = world.refer();
    const SharePanel panel = world.panelFor(referrals);
    CHECK(panel.referrals == referrals);
    CHECK(panel.sites == world.office.sites);
    CHECK(panel.wording.consent.contains(u"Miami Valley Care"_s));
    CHECK(panel.wording.textScript.endsWith(u"UNSTOP to (937) 401-0653"_s));
    REQUIRE(panel.phoneSuggestions.size() == 1);
    CHECK(panel.phoneSuggestions[0].address.value() == u"+19375550101"_s);
    REQUIRE(panel.emailSuggestions.size() == 1);
    CHECK(panel.emailSuggestions[0].address.value() == u"maria@example.org"_s);

    SECTION("nothing chosen, an unknown referral, another client's, an unknown client")
    {
        const ClientId client = world.office.client.id;
        CHECK(prepareShare(world.desk, client, {}).error().code == ErrorCode::InvalidInput);
        CHECK(prepareShare(world.desk, client, {ReferralId(world.ids.next())}).error().code == ErrorCode::NotFound);
        CHECK(prepareShare(world.desk, ClientId(world.ids.next()), {referrals[0].id}).error().code ==
              ErrorCode::NotFound);
        Client other = world.office.client;
        other.id = ClientId(world.ids.next());
        world.store.put("client", other.id.uuid(), other);
        CHECK(prepareShare(world.desk, other.id, {referrals[0].id}).error().code == ErrorCode::InvalidInput);
    }
}

TEST_CASE("sharing: before the first pull it says what is missing", "[casework][sharing]")
{
    MemoryStore store;
    ManualClock clock;
    SequentialIds ids;
    SimplePhones phones;
    Desk desk{store, clock, ids, phones, UserId(ids.next())};
    const auto panel = prepareShare(desk, ClientId(ids.next()), {ReferralId(ids.next())});
    REQUIRE_FALSE(panel.ok());
    CHECK(panel.error().code == ErrorCode::Offline);
}

TEST_CASE("sharing: a bulk of three by text and email", "[casework][sharing]")
{
    DeskWorld world;
    const auto referrals = world.refer();
    const SharePanel panel = world.panelFor(referrals);
    const int before = world.store.commits();
    const ShareId id = mustHave(share(world.desk, panel, DeskWorld::fullForm()));

    SECTION("is one transaction with two initial messages at once and six follow-ups on days 7, 8 and 9")
    {
        CHECK(world.store.commits() == before + 1);
        const auto messages = world.messagesOf(id);
        REQUIRE(messages.size() == 8);
        QMap<Channel, QList<QDateTime>> followUps;
        int initial = 0;
        for (const Message& message : messages) {
            CHECK(message.state == MessageState::Waiting);
            CHECK(message.language == u"en"_s);
            if (message.kind == MessageKind::Initial) {
                ++initial;
                CHECK(message.dueAt == world.clock.now());
                CHECK_FALSE(message.referralId);
            } else {
                REQUIRE(message.referralId == referrals[followUps[message.channel()].size()].id);
                followUps[message.channel()].append(message.dueAt);
            }
        }
        CHECK(initial == 2);
        const QTimeZone newYork("America/New_York");
        for (const Channel channel : {Channel::Text, Channel::Email}) {
            REQUIRE(followUps[channel].size() == 3);
            for (int i = 0; i < 3; ++i)
                CHECK(followUps[channel][i].toTimeZone(newYork) ==
                      QDateTime(QDate(2026, 10, 12).addDays(i), QTime(11, 0), newYork));
        }
    }
    SECTION("records the consent: who, when, to which addresses, in exactly the words shown")
    {
        const auto consent = mustHave(world.store.shares().consentOf(id));
        REQUIRE(consent);
        CHECK(consent->workerId == world.office.worker.id);
        CHECK(consent->clientId == world.office.client.id);
        CHECK(consent->givenAt == world.clock.now());
        CHECK(consent->language == u"en"_s);
        CHECK(consent->addresses ==
              QList<Address>{*PhoneNumber::fromE164(u"+19375550101"), *EmailAddress::parse(u"maria@example.org")});
        for (const QString& words :
             {panel.wording.consent, panel.wording.note, panel.wording.textScript, panel.wording.emailScript}) {
            REQUIRE_FALSE(words.isEmpty());
            CHECK(consent->wording.contains(words));
        }
    }
    SECTION("shows in each referral's activity")
    {
        for (const Referral& referral : referrals) {
            const auto activities = world.activitiesOf(referral.id);
            CHECK(std::count_if(activities.begin(), activities.end(),
                                [](const Activity& a) { return a.kind == ActivityKind::Shared; }) == 1);
        }
    }
    SECTION("can't be pressed twice: the client would be asked twice")
    {
        const auto check = mustHave(checkShare(world.desk, panel, DeskWorld::fullForm()));
        CHECK(fieldsOf(check) == QList{ShareProblem::Field::Channels});
        CHECK_FALSE(share(world.desk, panel, DeskWorld::fullForm()).ok());
        CHECK(world.store.commits() == before + 1);
    }
}

TEST_CASE("sharing: one channel makes one initial message and a follow-up for each referral", "[casework][sharing]")
{
    DeskWorld world;
    const SharePanel panel = world.panelFor(world.refer());
    ShareForm form = DeskWorld::fullForm();
    form.email = false;
    const ShareId id = mustHave(share(world.desk, panel, form));
    const auto messages = world.messagesOf(id);
    CHECK(messages.size() == 4);
    for (const Message& message : messages)
        CHECK(message.channel() == Channel::Text);
    const auto consent = mustHave(world.store.shares().consentOf(id));
    CHECK_FALSE(consent->wording.contains(panel.wording.emailScript));

    SECTION("and the other channel may follow later")
    {
        form.text = false;
        form.email = true;
        CHECK(world.messagesOf(mustHave(share(world.desk, panel, form))).size() == 4);
    }
}

TEST_CASE("sharing: what stands in the way", "[casework][sharing]")
{
    using enum ShareProblem::Field;
    DeskWorld world;
    const SharePanel panel = world.panelFor(world.refer());
    ShareForm form = DeskWorld::fullForm();
    REQUIRE(mustHave(checkShare(world.desk, panel, form)).problems.isEmpty());
    const int before = world.store.commits();
    /// Beside which fields the reasons stand; the button does nothing then.
    const auto problems = [&] {
        CHECK_FALSE(share(world.desk, panel, form).ok());
        CHECK(world.store.commits() == before);
        return fieldsOf(mustHave(checkShare(world.desk, panel, form)));
    };

    SECTION("no consent")
    {
        form.consent = false;
        CHECK(problems() == QList{Consent});
    }
    SECTION("no channel")
    {
        form.text = form.email = false;
        CHECK(problems() == QList{Channels});
    }
    SECTION("numbers and emails that can't be valid, empty, or 10 MB long")
    {
        for (const QString& typed : {u"555"_s, u""_s, u"maria"_s, QString(10 * 1024 * 1024, u'9')}) {
            form.phoneTyped = form.emailTyped = typed;
            CHECK(problems() == QList{PhoneNumber, EmailAddress});
        }
    }
    SECTION("a number that has opted out, before anything is ticked too")
    {
        const auto phone = Address(*handrail::PhoneNumber::fromE164(u"+19375550101"));
        const OptOut optOut = optOutOf(world, phone);
        world.store.put("opt_out", optOut.id.uuid(), optOut);
        CHECK(problems() == QList{PhoneNumber});
        form.text = false;
        const auto check = mustHave(checkShare(world.desk, panel, form));
        CHECK(check.problems.isEmpty());
        CHECK(check.text.optedOut);
        CHECK_FALSE(check.email.optedOut);
        CHECK(world.panelFor(panel.referrals).phoneSuggestions[0].optedOut);
    }
    SECTION("an address that unsubscribed, in any case of its letters")
    {
        const OptOut optOut = optOutOf(world, *handrail::EmailAddress::parse(u"Maria@example.org"));
        world.store.put("opt_out", optOut.id.uuid(), optOut);
        CHECK(problems() == QList{EmailAddress});
    }
}

TEST_CASE("sharing: a full disk shares nothing and says so", "[casework][sharing]")
{
    DeskWorld world;
    const SharePanel panel = world.panelFor(world.refer());
    world.store.failNextCommit({ErrorCode::StorageTrouble, u"The disk is full."_s});
    CHECK(share(world.desk, panel, DeskWorld::fullForm()).error().sentence == u"The disk is full."_s);
    CHECK(world.store.records().tables.value(u"share"_s).isEmpty());
    CHECK(world.store.records().tables.value(u"message"_s).isEmpty());
    mustHave(share(world.desk, panel, DeskWorld::fullForm()));
}

TEST_CASE("sharing: a withdrawn consent", "[casework][sharing]")
{
    DeskWorld world;
    const auto referrals = world.refer();
    const SharePanel panel = world.panelFor(referrals);
    const ShareId id = mustHave(share(world.desk, panel, DeskWorld::fullForm()));
    const MessageId sent = world.messagesOf(id).first().id;
    world.store.putFields(u"message"_s, sent.uuid(), {{u"state"_s, u"sent"_s}});
    world.clock.advanceDays(1);
    mustWork(withdrawConsent(world.desk, id, u"Called and asked us to stop."_s));

    SECTION("cancels what has not gone out, with the reason, and leaves what has")
    {
        for (const Message& message : world.messagesOf(id)) {
            CHECK((message.state == MessageState::Sent) == (message.id == sent));
            CHECK((message.state == MessageState::Canceled) == (message.id != sent));
            CHECK(message.reason.isEmpty() == (message.id == sent));
        }
    }
    SECTION("is recorded, with its note in every referral's activity")
    {
        CHECK(mustHave(world.store.shares().isWithdrawn(id)));
        for (const Referral& referral : referrals) {
            const Activity last = world.activitiesOf(referral.id).last();
            CHECK(last.kind == ActivityKind::ConsentWithdrawn);
            CHECK(last.workerId == world.office.worker.id);
            CHECK(last.text == u"Called and asked us to stop."_s);
        }
    }
    SECTION("can't be withdrawn twice, and the consent itself stays as it was given")
    {
        CHECK(withdrawConsent(world.desk, id, {}).error().code == ErrorCode::Conflict);
        CHECK(mustHave(world.store.shares().consentOf(id))->givenAt == world.clock.now().addDays(-1));
    }
    SECTION("lets the referrals be shared anew")
    {
        mustHave(share(world.desk, panel, DeskWorld::fullForm()));
    }
    SECTION("needs a share")
    {
        CHECK(withdrawConsent(world.desk, ShareId(world.ids.next()), {}).error().code == ErrorCode::NotFound);
    }
}
