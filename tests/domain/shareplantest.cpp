// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/shareplan.h"
#include "core/domain/sharednote.h"
#include "core/domain/followups.h"
#include "tests/domain/vectors.h"
#include "tests/support/sequentialids.h"

using namespace handrail;
using namespace Qt::Literals::StringLiterals;
using tests::at;
using Field = ShareProblem::Field;

namespace {

/// A panel with everything right: three referrals, text and email, consent.
struct Panel
{
    tests::SequentialIds ids;
    const PhoneNumber phone = PhoneNumber::fromE164(u"+19375550101").value();
    const EmailAddress email = mustHave(EmailAddress::parse(u"maria@example.org"));
    ShareContext context;

    Panel()
        : context{.agency = Agency{.id = AgencyId(ids.next()),
                                   .programName = u"Harbor Care"_s,
                                   .sendingNumber = u"+19375550100"_s,
                                   .sendingAddress = u"care@example.org"_s,
                                   .timeZone = u"America/Chicago"_s},
                  .client =
                      Client{.id = ClientId(ids.next()), .language = u"es-MX"_s, .timeZone = u"America/New_York"_s},
                  .worker = UserId(ids.next()),
                  .text = {.ticked = true, .address = phone},
                  .email = {.ticked = true, .address = email},
                  .consentTicked = true,
                  .consentWording = u"the words"_s,
                  .consentLanguage = u"en"_s,
                  .now = at("2026-10-05T18:30:00Z"),
                  .newId = [this] { return ids.next(); }}
    {
        for (int i = 0; i < 3; ++i)
            context.referrals.append(referral());
    }
    Panel(const Panel&) = delete;

    Referral referral()
    {
        return {.id = ReferralId(ids.next()),
                .clientId = context.client.id,
                .siteId = ResourceSiteId(ids.next()),
                .createdBy = context.worker,
                .createdAt = context.now};
    }
    [[nodiscard]] QList<Field> problemFields() const
    {
        QList<Field> fields;
        for (const ShareProblem& problem : shareProblems(context)) {
            CHECK(problem.sentence.endsWith(u'.'));
            fields.append(problem.field);
        }
        return fields;
    }
};

} // namespace

TEST_CASE("share button: what stands in the way", "[R2]")
{
    Panel panel;
    ShareContext& context = panel.context;

    SECTION("nothing where all is right")
    {
        CHECK(shareProblems(context).isEmpty());
    }
    SECTION("either channel alone will do")
    {
        context.text = {};
        CHECK(shareProblems(context).isEmpty());
        context.text = {.ticked = true, .address = panel.phone};
        context.email = {};
        CHECK(shareProblems(context).isEmpty());
    }
    SECTION("no channel ticked")
    {
        context.text.ticked = context.email.ticked = false;
        CHECK(panel.problemFields() == QList{Field::Channels});
    }
    SECTION("a ticked channel without an address")
    {
        context.text.address.reset();
        context.email.address.reset();
        CHECK(panel.problemFields() == QList{Field::PhoneNumber, Field::EmailAddress});
    }
    SECTION("an address that does not parse is said in the parser's words")
    {
        context.text.address.reset();
        context.text.addressError = u"This number is too short."_s;
        CHECK(shareProblems(context).first().sentence == u"This number is too short."_s);
    }
    SECTION("an unticked channel's address does not matter")
    {
        context.text = {.ticked = false, .addressError = u"Bad."_s, .optedOut = true};
        CHECK(shareProblems(context).isEmpty());
    }
    SECTION("an address of the other channel is none")
    {
        context.text.address = panel.email;
        CHECK(panel.problemFields() == QList{Field::PhoneNumber});
    }
    SECTION("an address that is opted out")
    {
        context.text.optedOut = context.email.optedOut = true;
        CHECK(panel.problemFields() == QList{Field::PhoneNumber, Field::EmailAddress});
    }
    SECTION("no consent")
    {
        context.consentTicked = false;
        CHECK(panel.problemFields() == QList{Field::Consent});
        CHECK_FALSE(planShare(context));
    }
    SECTION("an empty basket")
    {
        context.referrals.clear();
        CHECK(panel.problemFields() == QList{Field::Basket});
    }
    SECTION("the same resource site twice")
    {
        context.referrals[2].siteId = context.referrals[0].siteId;
        CHECK(panel.problemFields() == QList{Field::Basket});
    }
    SECTION("the same referral twice")
    {
        context.referrals.append(context.referrals[0]);
        CHECK(panel.problemFields() == QList{Field::Basket});
    }
    SECTION("another client's referral")
    {
        context.referrals[1].clientId = ClientId(panel.ids.next());
        CHECK(panel.problemFields() == QList{Field::Basket});
    }
    SECTION("a time zone that nobody knows")
    {
        context.client.timeZone = u"Mars/Olympus"_s;
        CHECK(panel.problemFields() == QList{Field::Basket});
        context.client.timeZone.clear();
        CHECK(shareProblems(context).isEmpty());
        context.agency.timeZone.clear();
        CHECK(panel.problemFields() == QList{Field::Basket});
    }
    SECTION("everything at once stands in the order of the screen")
    {
        context.referrals.clear();
        context.text.address.reset();
        context.email.optedOut = true;
        context.consentTicked = false;
        CHECK(panel.problemFields() == QList{Field::Basket, Field::PhoneNumber, Field::EmailAddress, Field::Consent});
        const auto plan = planShare(context);
        REQUIRE_FALSE(plan);
        CHECK(plan.error().sentence == shareProblems(context).first().sentence);
    }
}

TEST_CASE("share: what it is made of", "[R1][R3][R4][R5]")
{
    Panel panel;
    const SharePlan plan = mustHave(planShare(panel.context));
    const QList<Address> both = {panel.phone, panel.email};

    SECTION("the share has the referrals in basket order, the addresses, the language and the zone")
    {
        CHECK(plan.share.referralIds ==
              QList{panel.context.referrals[0].id, panel.context.referrals[1].id, panel.context.referrals[2].id});
        CHECK(plan.share.addresses == both);
        CHECK(plan.share.language == u"es"_s);
        CHECK(plan.share.timeZone == u"America/New_York"_s);
        CHECK(plan.share.sharedBy == panel.context.worker);
        CHECK(plan.share.sharedAt == panel.context.now);
    }
    SECTION("the consent says who, when, where to and in which words")
    {
        CHECK(plan.consent.shareId == plan.share.id);
        CHECK(plan.consent.clientId == panel.context.client.id);
        CHECK(plan.consent.workerId == panel.context.worker);
        CHECK(plan.consent.givenAt == panel.context.now);
        CHECK(plan.consent.addresses == both);
        CHECK(plan.consent.wording == u"the words"_s);
        CHECK(plan.consent.language == u"en"_s);
    }
    SECTION("one initial message a channel at once, then one follow-up a referral and channel")
    {
        REQUIRE(plan.messages.size() == 2 + 3 * 2);
        for (int i = 0; i < 2; ++i) {
            CHECK(plan.messages[i].kind == MessageKind::Initial);
            CHECK(plan.messages[i].dueAt == panel.context.now);
            CHECK_FALSE(plan.messages[i].referralId);
            CHECK(plan.messages[i].address == both[i]);
        }
        for (int i = 0; i < 6; ++i) {
            const Message& followUp = plan.messages[2 + i];
            CHECK(followUp.kind == MessageKind::FollowUp);
            CHECK(followUp.referralId == panel.context.referrals[i / 2].id);
            CHECK(followUp.address == both[i % 2]);
            CHECK(followUp.dueAt == at("2026-10-12T18:30:00Z").addDays(i / 2));
        }
        for (const Message& message : plan.messages) {
            CHECK(message.state == MessageState::Waiting);
            CHECK(message.shareId == plan.share.id);
            CHECK(message.clientId == plan.share.clientId);
            CHECK(message.language == u"es"_s);
        }
    }
    SECTION("each referral's activity says that it was shared, by whom and when it will be asked about")
    {
        REQUIRE(plan.activities.size() == 3);
        for (int i = 0; i < 3; ++i) {
            CHECK(plan.activities[i].kind == ActivityKind::Shared);
            CHECK(plan.activities[i].referralId == panel.context.referrals[i].id);
            CHECK(plan.activities[i].workerId == panel.context.worker);
            CHECK(SharedNote::fromText(plan.activities[i].text) == SharedNote{true, true, QDate(2026, 10, 12 + i)});
        }
    }
    SECTION("no id is used twice")
    {
        QSet<QUuid> seen = {plan.share.id.uuid(), plan.consent.id.uuid()};
        for (const Message& message : plan.messages)
            seen.insert(message.id.uuid());
        for (const Activity& activity : plan.activities)
            seen.insert(activity.id.uuid());
        CHECK(seen.size() == 2 + plan.messages.size() + plan.activities.size());
    }
}

TEST_CASE("share: one channel", "[R4][R5]")
{
    Panel panel;
    panel.context.email.ticked = false;
    const SharePlan plan = mustHave(planShare(panel.context));
    CHECK(plan.messages.size() == 1 + 3);
    CHECK(plan.consent.addresses == QList<Address>{panel.phone});
    CHECK(plan.activities.first().channel == Channel::Text);
}

TEST_CASE("share: what its activity says is read back, and nothing else is", "[R3]")
{
    const QDate day(2026, 10, 12);
    for (const SharedNote& note : {SharedNote{true, true, day}, SharedNote{true, false, day}, SharedNote{false, true, day}})
        CHECK(SharedNote::fromText(note.toText()) == note);
    CHECK(SharedNote{true, false, day}.toText() == u"Shared by text with the client’s consent. Follow-up on 2026-10-12."_s);
    for (const auto& other : {u""_s, u"Compartida por texto con el consentimiento del cliente."_s,
                              u"Shared by fax with the client’s consent. Follow-up on 2026-10-12."_s,
                              u"Shared by text with the client’s consent. Follow-up on 2026-13-40."_s})
        CHECK_FALSE(SharedNote::fromText(other));
}

TEST_CASE("share: without the words of the consent", "[R3]")
{
    Panel panel;
    panel.context.consentWording = u" "_s;
    CHECK_FALSE(planShare(panel.context));
}

TEST_CASE("basket: days of the follow-ups", "[R5]")
{
    const QTimeZone zone("America/New_York");
    const QList<QDateTime> days = followUpDays(at("2026-10-05T18:30:00Z"), 3, zone, {});
    REQUIRE(days.size() == 3);
    for (int i = 0; i < 3; ++i)
        CHECK(days[i] == followUpDueAt(at("2026-10-05T18:30:00Z"), i, zone, {}));
    CHECK(followUpDays(at("2026-10-05T18:30:00Z"), 0, zone, {}).isEmpty());
}

TEST_CASE("share panel: wording", "[R2]")
{
    Panel panel;
    const ShareWording wording = shareWording(panel.context.agency);

    CHECK(wording.consent == u"My Client Consents to Receiving Texts and / or emails from Harbor Care"_s);
    CHECK(wording.note == u"Clients will receive one immediate message with resource information, and one follow up "
                          "message a week later to capture feedback"_s);
    CHECK(wording.textScript.contains(u"Have you ever received a text from us in the past?"_s));
    CHECK(wording.textScript.contains(u"If so, have you ever opted out?"_s));
    CHECK(wording.textScript.contains(u"Text START or Yes or UNSTOP to +19375550100"_s));
    CHECK(wording.emailScript.contains(u"Have you ever received an email from us in the past?"_s));
    CHECK(wording.emailScript.contains(u"If so, have you ever opted out?"_s));

    SECTION("the record keeps what was on the screen and nothing else")
    {
        CHECK(wording.recorded(true, false).contains(wording.consent));
        CHECK(wording.recorded(true, false).contains(wording.note));
        CHECK(wording.recorded(true, false).contains(wording.textScript));
        CHECK_FALSE(wording.recorded(true, false).contains(wording.emailScript));
        CHECK(wording.recorded(false, true).contains(wording.emailScript));
        CHECK_FALSE(wording.recorded(false, true).contains(wording.textScript));
    }
    SECTION("a program name with placeholders of its own stays as it is")
    {
        panel.context.agency.programName = u"%1 & %2"_s;
        CHECK(shareWording(panel.context.agency).consent.endsWith(u"from %1 & %2"_s));
        CHECK(shareWording(panel.context.agency).textScript.contains(u"UNSTOP to +19375550100"_s));
    }
}

TEST_CASE("share panel: recommended addresses", "[R2]")
{
    tests::SequentialIds ids;
    Client client{.id = ClientId(ids.next())};
    const auto phone = [](int n) { return Address(PhoneNumber::fromE164(QString(u"+1937555010%1"_s.arg(n))).value()); };
    const auto add = [&](const Address& address, bool primary = false, bool mayText = true) {
        client.contactPoints.append({.id = ContactPointId(ids.next()),
                                     .clientId = client.id,
                                     .address = address,
                                     .label = u"Label"_s,
                                     .primary = primary,
                                     .mayText = mayText});
    };
    const auto optOut = [&](const Address& address) {
        return OptOut{.id = OptOutId(ids.next()), .address = address, .at = at("2026-01-02T00:00:00Z")};
    };
    const auto order = [&](const QList<OptOut>& optOuts, const std::optional<Address>& last) {
        QList<Address> addresses;
        for (const AddressSuggestion& suggestion : suggestAddresses(client, Channel::Text, optOuts, last))
            addresses.append(suggestion.address);
        return addresses;
    };
    add(phone(0), false, false);
    add(phone(1));
    add(phone(2), true);
    add(phone(3));

    SECTION("primary first, then the profile's order, landlines last")
    {
        CHECK(order({}, std::nullopt) == QList{phone(2), phone(1), phone(3), phone(0)});
    }
    SECTION("the one that answered last comes before the primary one")
    {
        CHECK(order({}, phone(3)) == QList{phone(3), phone(2), phone(1), phone(0)});
    }
    SECTION("usable ones come before those that are opted out")
    {
        CHECK(order({optOut(phone(2)), optOut(phone(3))}, phone(3)) == QList{phone(1), phone(3), phone(2), phone(0)});
    }
    SECTION("each says why it stands where it stands")
    {
        const auto suggestions = suggestAddresses(client, Channel::Text, {optOut(phone(1))}, phone(3));
        REQUIRE(suggestions.size() == 4);
        CHECK(suggestions[0].why == u"Answered last"_s);
        CHECK(suggestions[1].why == u"Primary"_s);
        CHECK(suggestions[2].why.startsWith(u"Opted out of texts since "_s));
        CHECK(suggestions[2].optedOut);
        CHECK(suggestions[3].why.startsWith(u"Landline"_s));
        CHECK(suggestions[0].label == u"Label"_s);
    }
    SECTION("of two good reasons both are said, and an opt-out says how it came to be known")
    {
        const auto suggestions = suggestAddresses(client, Channel::Text, {optOut(phone(1))}, phone(2));
        CHECK(suggestions[0].why == u"Answered last · Primary"_s);
        CHECK(suggestions[2].why.endsWith(u", by text reply"_s));
        OptOut told = optOut(phone(3));
        told.source = OptOut::Source::WorkerSaid;
        CHECK(suggestAddresses(client, Channel::Text, {told}, {})[2].why.endsWith(u"as told to a worker"_s));
    }
    SECTION("the other channel, removed ones and doubles are left out")
    {
        add(mustHave(EmailAddress::parse(u"Maria@example.org")));
        add(mustHave(EmailAddress::parse(u"maria@example.org")));
        add(phone(2));
        client.contactPoints[1].removed = true;
        CHECK(order({}, std::nullopt) == QList{phone(2), phone(3), phone(0)});
        CHECK(suggestAddresses(client, Channel::Email, {}, std::nullopt).size() == 1);
    }
    SECTION("an opt-out of an email address holds whatever the case")
    {
        add(mustHave(EmailAddress::parse(u"Maria@example.org")));
        const OptOut entry = optOut(mustHave(EmailAddress::parse(u"maria@example.org")));
        CHECK(suggestAddresses(client, Channel::Email, {entry}, std::nullopt).first().optedOut);
    }
    SECTION("an opt-in is no opt-out")
    {
        OptOut entry = optOut(phone(2));
        entry.optedOut = false;
        CHECK_FALSE(suggestAddresses(client, Channel::Text, {entry}, std::nullopt).first().optedOut);
    }
}

TEST_CASE("share: what the agency or the profile lacks stands beside its field", "[domain][share]")
{
    Panel panel;
    const auto only = [&] {
        const auto problems = shareProblems(panel.context);
        REQUIRE(problems.size() == 1);
        return problems.first();
    };
    SECTION("an agency without a sending number can't text")
    {
        panel.context.agency.sendingNumber.clear();
        CHECK(only().field == ShareProblem::Field::PhoneNumber);
        CHECK(only().sentence.contains(u"no sending number"_s));
        panel.context.text.ticked = false;
        CHECK(shareProblems(panel.context).isEmpty());
    }
    SECTION("an agency without a sending address can't mail")
    {
        panel.context.agency.sendingAddress.clear();
        CHECK(only().field == ShareProblem::Field::EmailAddress);
    }
    SECTION("a number that may not be texted")
    {
        panel.context.text.mayText = false;
        CHECK(only().field == ShareProblem::Field::PhoneNumber);
        CHECK(only().sentence.contains(u"may not be texted"_s));
        panel.context.text.optedOut = true;
        CHECK(only().sentence.contains(u"opted out"_s));
    }
}

TEST_CASE("share: what is worth knowing of an address", "[domain][share]")
{
    CHECK(addressWarnings({.channel = Channel::Text, .inProfile = true, .otherCountry = false, .alsoOf = {}}).isEmpty());
    const auto all = addressWarnings(
        {.channel = Channel::Text, .inProfile = false, .otherCountry = true, .alsoOf = {u"Jon Doe"_s, u"Ann Lee"_s}});
    REQUIRE(all.size() == 3);
    CHECK(all[0].contains(u"another country"_s));
    CHECK(all[1].contains(u"Jon Doe, Ann Lee"_s));
    CHECK(all[2].contains(u"not in the client’s profile"_s));
    CHECK(addressWarnings({.channel = Channel::Email, .inProfile = true, .otherCountry = false, .alsoOf = {u"J"_s}})
              .first()
              .contains(u"may read the message"_s));
}
