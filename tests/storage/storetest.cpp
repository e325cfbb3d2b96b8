// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/records/codec.h"
#include "core/storage/storehelp.h"
#include "core/ports/unwanted.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using records::editOf;

namespace {

Address phone(const QString& e164)
{
    return *PhoneNumber::fromE164(e164);
}

Address email(const QString& text)
{
    return mustHave(EmailAddress::parse(text));
}

/// A store with short ways to put things in.
struct Desk : TempStore
{
    Client client(const QString& given, const QString& family)
    {
        const Client made{
            .id = ClientId(ids.next()), .givenName = given, .familyName = family, .timeZone = u"America/New_York"_s};
        mustWork(store->edits().commit({editOf("client", made.id.uuid(), made)}));
        return made;
    }
    ContactPoint point(const Client& client, const Address& address, bool primary = false)
    {
        const ContactPoint made{
            .id = ContactPointId(ids.next()), .clientId = client.id, .address = address, .primary = primary};
        mustWork(store->edits().commit({editOf("contact_point", made.id.uuid(), made)}));
        return made;
    }
    ResourceSite site(const QString& service, const QString& organization = {})
    {
        ResourceSite made{.id = ResourceSiteId(ids.next()), .organizationName = organization, .serviceName = service};
        made.categories = {u"Food"_s};
        made.city = u"Dayton"_s;
        mustWork(store->edits().commit({editOf("resource_site", made.id.uuid(), made)}));
        return made;
    }
    Referral referral(const Client& client, const ResourceSite& site)
    {
        const Referral made{.id = ReferralId(ids.next()),
                            .clientId = client.id,
                            .siteId = site.id,
                            .createdBy = UserId(ids.next()),
                            .createdAt = clock.now()};
        mustWork(store->edits().commit({editOf("referral", made.id.uuid(), made)}));
        return made;
    }
    Activity activity(const Referral& referral, ActivityKind kind = ActivityKind::Note)
    {
        const Activity made{.id = ActivityId(ids.next()),
                            .kind = kind,
                            .clientId = referral.clientId,
                            .referralId = referral.id,
                            .at = clock.now()};
        return made;
    }
    void save(const char* entity, const QUuid& key, const QJsonObject& fields)
    {
        mustWork(store->edits().commit({Edit{QString::fromLatin1(entity), key, fields}}));
    }
    QStringList found(const QString& text)
    {
        QStringList names;
        for (const ClientRow& row : mustHave(store->clients().find(text, {})))
            names.append(row.givenName);
        return names;
    }
};

} // namespace

TEST_CASE("local store: a restart", "[storage]")
{
    Desk desk;
    const Client client = desk.client(u"José"_s, u"Núñez"_s);
    desk.reopen();
    CHECK(mustHave(desk->clients().client(client.id)) == client);
    CHECK(mustHave(desk->clients().find(u"nunez"_s, {})).size() == 1);
    CHECK(mustHave(desk->sync().outgoingCount()) == 1);
}

TEST_CASE("local store: clients", "[storage]")
{
    Desk desk;
    const Client jose = desk.client(u"José"_s, u"Núñez"_s);
    const Client anna = desk.client(u"Anna"_s, u"Ábel-Smith"_s);
    const Client li = desk.client(u"丽"_s, u"王"_s);
    desk.point(jose, phone(u"+19375550101"_s));
    const ContactPoint best = desk.point(jose, phone(u"+19375550199"_s), true);
    desk.point(jose, email(u"jose.nunez@example.org"_s));

    SECTION("come by family name, those of other scripts last")
    {
        CHECK(desk.found({}) == QStringList{u"Anna"_s, u"José"_s, u"丽"_s});
    }
    SECTION("are found by the beginning of every word, whatever its case and marks")
    {
        CHECK(desk.found(u"nun"_s) == QStringList{u"José"_s});
        CHECK(desk.found(u"NÚÑ jos"_s) == QStringList{u"José"_s});
        CHECK(desk.found(u"smith anna"_s) == QStringList{u"Anna"_s});
        CHECK(desk.found(u"王"_s) == QStringList{u"丽"_s});
        CHECK(desk.found(u"nun anna"_s).isEmpty());
        CHECK(desk.found(u"mith"_s).isEmpty());
    }
    SECTION("are found by the digits of a phone anywhere, and by email")
    {
        CHECK(desk.found(u"5550101"_s) == QStringList{u"José"_s});
        CHECK(desk.found(u"(937) 555-01"_s) == QStringList{u"José"_s});
        CHECK(desk.found(u"0101"_s) == QStringList{u"José"_s});
        CHECK(desk.found(u"jose.nunez@exam"_s) == QStringList{u"José"_s});
    }
    SECTION("are not found by what is no word, nor does it hurt")
    {
        for (const QString& text : {u"\""_s, u"*"_s, u"a OR b"_s, u"'; DROP TABLE client; --"_s, u"NEAR("_s, u"^"_s,
                                    QString(10 * 1024 * 1024, u'x'), QString(u"a\0b"_s)})
            CHECK(desk.found(text).isEmpty());
        CHECK(mustHave(desk->clients().count(u"???"_s)) == 0);
        CHECK(mustHave(desk->clients().count({})) == 3);
    }
    SECTION("show their best phone and open referrals")
    {
        const ResourceSite site = desk.site(u"Food Pantry"_s);
        const Referral first = desk.referral(jose, site);
        desk.referral(jose, site);
        desk.save("referral", first.id.uuid(), {{u"status"_s, u"canceled"_s}});
        const ClientRow row = mustHave(desk->clients().find(u"nunez"_s, {})).first();
        CHECK(row.phone == u"+19375550199");
        CHECK(row.email == u"jose.nunez@example.org");
        CHECK(row.openReferrals == 1);
    }
    SECTION("no longer show or match a removed contact point")
    {
        desk.save("contact_point", best.id.uuid(), {{u"removed"_s, true}});
        CHECK(desk.found(u"0199"_s).isEmpty());
        CHECK(mustHave(desk->clients().client(jose.id))->contactPoints.size() == 2);
    }
    SECTION("move when their name changes")
    {
        desk.save("client", jose.id.uuid(), {{u"family_name"_s, u"Aaron"_s}});
        CHECK(desk.found({}) == QStringList{u"José"_s, u"Anna"_s, u"丽"_s});
        CHECK(desk.found(u"nunez"_s) == QStringList{u"José"_s}); // by email
        CHECK(desk.found(u"aaron"_s) == QStringList{u"José"_s});
    }
    SECTION("come in pages")
    {
        CHECK(mustHave(desk->clients().find({}, {.offset = 1, .limit = 1})).first().givenName == u"José");
        CHECK(mustHave(desk->clients().find({}, {.offset = 3, .limit = 9})).isEmpty());
        CHECK(mustHave(desk->clients().find({}, {.offset = -5, .limit = -1})).isEmpty());
    }
    CHECK_FALSE(mustHave(desk->clients().client(ClientId(desk.ids.next()))).has_value());
}

TEST_CASE("local store: many clients of one name", "[storage]")
{
    Desk desk;
    QList<Edit> edits;
    for (int i = 0; i < 9000; ++i) {
        const Client client{
            .id = ClientId(desk.ids.next()), .givenName = u"Maria"_s, .familyName = u"Garcia"_s, .timeZone = u"UTC"_s};
        edits.append(editOf("client", client.id.uuid(), client));
    }
    mustWork(desk->edits().commit(edits));
    CHECK(mustHave(desk->clients().count(u"mar gar"_s)) == 1000); // a search counts no further
    CHECK(mustHave(desk->clients().find(u"garcia"_s, {.offset = 8900, .limit = 200})).size() == 100);

    // What nobody waits for any more is given up, and only that.
    std::atomic<bool> unwanted = true;
    {
        const MayGiveUp giveUp(unwanted);
        CHECK(desk->clients().find(u"garcia"_s, {.offset = 8900}).error().code == ErrorCode::Conflict);
        unwanted = false;
        CHECK(desk->clients().find(u"garcia"_s, {.offset = 8900}).ok());
        unwanted = true;
    }
    CHECK(mustHave(desk->clients().find(u"garcia"_s, {.offset = 8900})).size() == 100);
    CHECK(mustHave(desk->sync().outgoingCount()) == 9000);
}

TEST_CASE("local store: the directory", "[storage]")
{
    Desk desk;
    const ResourceSite pantry = desk.site(u"Food Pantry"_s, u"Second Harvest"_s);
    const ResourceSite legal = desk.site(u"Legal Aid"_s);
    const auto count = [&](const QString& text) { return mustHave(desk->directory().count(text)); };

    CHECK(count({}) == 2);
    CHECK(count(u"harv food"_s) == 1);
    CHECK(count(u"dayton"_s) == 2);
    CHECK(mustHave(desk->directory().site(pantry.id)) == pantry);
    CHECK(mustHave(desk->directory().sites({legal.id, ResourceSiteId(desk.ids.next()), pantry.id})) ==
          QList<ResourceSite>{legal, pantry});

    SECTION("leaves out what is no longer active, and still knows it by its id")
    {
        desk.save("resource_site", pantry.id.uuid(), {{u"active"_s, false}});
        CHECK(count({}) == 1);
        CHECK(count(u"harvest"_s) == 0);
        CHECK(mustHave(desk->directory().site(pantry.id)).has_value());
        desk.save("resource_site", pantry.id.uuid(), {{u"active"_s, true}});
        CHECK(count(u"harvest"_s) == 1);
    }
}

TEST_CASE("local store: baskets keep their order", "[storage]")
{
    Desk desk;
    const Client client = desk.client(u"A"_s, u"B"_s);
    QList<BasketItem> items;
    for (int i = 0; i < 3; ++i) {
        items.append({.id = BasketItemId(desk.ids.next()),
                      .clientId = client.id,
                      .siteId = ResourceSiteId(desk.ids.next()),
                      .position = 2 - i});
        mustWork(desk->edits().commit({editOf("basket_item", items.last().id.uuid(), items.last())}));
    }
    CHECK(mustHave(desk->baskets().basket(client.id)) == QList<BasketItem>{items[2], items[1], items[0]});
    desk.save("basket_item", items[1].id.uuid(), {{u"removed"_s, true}});
    CHECK(mustHave(desk->baskets().basket(client.id)) == QList<BasketItem>{items[2], items[0]});
}

TEST_CASE("local store: referrals and their activity", "[storage]")
{
    Desk desk;
    const Client client = desk.client(u"José"_s, u"Núñez"_s);
    const ResourceSite pantry = desk.site(u"Food Pantry"_s, u"Second Harvest"_s);
    const ResourceSite legal = desk.site(u"Legal Aid"_s);
    const Referral first = desk.referral(client, pantry);
    desk.clock.advanceMinutes(1);
    const Referral second = desk.referral(client, legal);
    const auto order = [&](const ReferralQuery& query = {}) {
        QList<ReferralId> found;
        for (const ReferralRow& row : mustHave(desk->referrals().find(query, {})))
            found.append(row.referral.id);
        CHECK(mustHave(desk->referrals().count(query)) == found.size());
        return found;
    };
    const QList<ReferralId> firstSecond{first.id, second.id}, secondFirst{second.id, first.id};
    CHECK(order() == secondFirst);

    SECTION("come with the latest activity first")
    {
        desk.clock.advanceMinutes(1);
        const Activity note = desk.activity(first);
        mustWork(desk->edits().commit({editOf("activity", note.id.uuid(), note)}));
        CHECK(order() == firstSecond);
        CHECK(mustHave(desk->referrals().find({}, {})).first().lastActivityAt == desk.clock.now());
    }
    SECTION("are chosen by client, status and words of client and site")
    {
        desk.save("referral", first.id.uuid(), {{u"status"_s, u"in_review"_s}});
        CHECK(order({.client = client.id}) == secondFirst);
        CHECK(order({.client = ClientId(desk.ids.next())}).isEmpty());
        CHECK(order({.status = ReferralStatus::InReview}) == QList<ReferralId>{first.id});
        CHECK(order({.text = u"nunez pantry"_s}) == QList<ReferralId>{first.id});
        CHECK(order({.client = client.id, .status = ReferralStatus::Unstarted, .text = u"jo"_s}) ==
              QList<ReferralId>{second.id});
        CHECK(order({.text = u"?!"_s}).isEmpty());
    }
    SECTION("follow a client's and a site's new name")
    {
        desk.save("client", client.id.uuid(), {{u"family_name"_s, u"Ortega"_s}});
        desk.save("resource_site", pantry.id.uuid(), {{u"service_name"_s, u"Soup Kitchen"_s}});
        CHECK(order({.text = u"ortega soup"_s}) == QList<ReferralId>{first.id});
        CHECK(order({.text = u"nunez"_s}).isEmpty());
        CHECK(mustHave(desk->referrals().find({.text = u"soup"_s}, {})).first().siteName ==
              u"Soup Kitchen (Second Harvest)");
    }
    SECTION("show the answer that stands, and what is reverted")
    {
        Activity answer = desk.activity(first, ActivityKind::Answered);
        answer.answer = Answer::Yes;
        mustWork(desk->edits().commit({editOf("activity", answer.id.uuid(), answer)}));
        const auto row = [&] { return mustHave(desk->referrals().find({.text = u"pantry"_s}, {})).first(); };
        CHECK(row().lastAnswer == Answer::Yes);
        CHECK_FALSE(mustHave(desk->activities().activity(answer.id))->reverted);

        Activity revert = desk.activity(first, ActivityKind::Reverted);
        revert.revertsId = answer.id;
        mustWork(desk->edits().commit({editOf("activity", revert.id.uuid(), revert)}));
        CHECK_FALSE(row().lastAnswer.has_value());
        CHECK(mustHave(desk->activities().activity(answer.id))->reverted);
        CHECK(mustHave(desk->activities().find({.referral = first.id}, {})).size() == 2);
        CHECK(mustHave(desk->activities().find({.client = client.id}, {})).first().siteName ==
              u"Food Pantry (Second Harvest)");
        CHECK(mustHave(desk->activities().count({})) == 2);
        CHECK(mustHave(desk->activities().count({.client = client.id, .referral = second.id})) == 0);
    }
    SECTION("know which are open to the same site")
    {
        CHECK(mustHave(desk->referrals().openReferrals(client.id, pantry.id)).size() == 1);
        desk.save("referral", first.id.uuid(), {{u"status"_s, u"service_completed"_s}});
        CHECK(mustHave(desk->referrals().openReferrals(client.id, pantry.id)).isEmpty());
        CHECK(mustHave(desk->referrals().referrals({second.id, first.id})).size() == 2);
    }
}

TEST_CASE("local store: shares, messages and the ledger", "[storage]")
{
    Desk desk;
    const Client client = desk.client(u"José"_s, u"Núñez"_s);
    const Referral referral = desk.referral(client, desk.site(u"Food Pantry"_s));
    const Address number = phone(u"+19375550101"_s), mail = email(u"Jose@example.org"_s);
    const Share share{.id = ShareId(desk.ids.next()),
                      .clientId = client.id,
                      .sharedBy = UserId(desk.ids.next()),
                      .sharedAt = desk.clock.now(),
                      .referralIds = {referral.id},
                      .addresses = {number, mail},
                      .language = u"en"_s,
                      .timeZone = u"America/New_York"_s};
    Message followUp{.id = MessageId(desk.ids.next()),
                     .shareId = share.id,
                     .clientId = client.id,
                     .referralId = referral.id,
                     .kind = MessageKind::FollowUp,
                     .address = mail,
                     .dueAt = desk.clock.now().addDays(7),
                     .language = u"en"_s};
    mustWork(desk->edits().commit(
        {editOf("share", share.id.uuid(), share), editOf("message", followUp.id.uuid(), followUp)}));

    SECTION("a referral knows its shares and its next follow-up")
    {
        CHECK(mustHave(desk->shares().sharesOf(referral.id)) == QList<Share>{share});
        const ReferralRow row = mustHave(desk->referrals().find({}, {})).first();
        CHECK(row.shared);
        CHECK(row.nextFollowUp == followUp.dueAt);
        CHECK(mustHave(desk->shares().messagesOf(share.id)) == QList<Message>{followUp});
        CHECK(mustHave(desk->shares().unsentFollowUps(referral.id)).size() == 1);
        CHECK(mustHave(desk->shares().unsentTo(email(u"JOSE@example.org"_s))).size() == 1);
        desk.save("message", followUp.id.uuid(), {{u"state"_s, u"canceled"_s}});
        CHECK(mustHave(desk->shares().unsentFollowUps(referral.id)).isEmpty());
        CHECK(mustHave(desk->referrals().find({}, {})).first().nextFollowUp.isNull());
    }
    SECTION("a consent can be withdrawn")
    {
        const Consent consent{.id = ConsentId(desk.ids.next()),
                              .shareId = share.id,
                              .clientId = client.id,
                              .workerId = share.sharedBy,
                              .givenAt = desk.clock.now(),
                              .addresses = share.addresses,
                              .wording = u"My Client Consents"_s,
                              .language = u"en"_s};
        mustWork(desk->edits().commit({editOf("consent", consent.id.uuid(), consent)}));
        CHECK(mustHave(desk->shares().consentOf(share.id)) == consent);
        CHECK_FALSE(mustHave(desk->shares().isWithdrawn(share.id)));
        const ConsentWithdrawal withdrawal{.id = desk.ids.next(),
                                           .consentId = consent.id,
                                           .shareId = share.id,
                                           .workerId = share.sharedBy,
                                           .withdrawnAt = desk.clock.now()};
        mustWork(desk->edits().commit({editOf("consent_withdrawal", withdrawal.id, withdrawal)}));
        CHECK(mustHave(desk->shares().isWithdrawn(share.id)));
    }
    SECTION("the ledger's latest word decides for a phone, the first opt-out for an email")
    {
        const auto say = [&](const Address& address, bool out) {
            desk.clock.advanceMinutes(1);
            const OptOut entry{
                .id = OptOutId(desk.ids.next()), .address = address, .optedOut = out, .at = desk.clock.now()};
            mustWork(desk->edits().commit({editOf("opt_out", entry.id.uuid(), entry)}));
        };
        CHECK(mustHave(desk->shares().optedOut({number, mail})).isEmpty());
        say(number, true);
        say(email(u"jose@EXAMPLE.org"_s), true);
        CHECK(mustHave(desk->shares().optedOut({number, mail})).size() == 2);
        say(number, false);
        say(mail, false);
        const auto out = mustHave(desk->shares().optedOut({number, mail}));
        REQUIRE(out.size() == 1);
        CHECK(out.first().address.channel() == Channel::Email);
    }
    SECTION("the address that the client answered from last is known, by link too")
    {
        CHECK_FALSE(mustHave(desk->shares().lastAnswered(client.id, Channel::Email)).has_value());
        const Reply byLink{.id = ReplyId(desk.ids.next()),
                           .via = ReplyVia::Link,
                           .clientId = client.id,
                           .messageId = followUp.id,
                           .answer = Answer::No,
                           .receivedAt = desk.clock.now()};
        mustWork(desk->edits().commit({editOf("reply", byLink.id.uuid(), byLink)}));
        CHECK(mustHave(desk->shares().lastAnswered(client.id, Channel::Email)) == mail);
        CHECK_FALSE(mustHave(desk->shares().lastAnswered(client.id, Channel::Text)).has_value());
    }
}

TEST_CASE("local store: bad input", "[storage]")
{
    Desk desk;
    const QUuid key = desk.ids.next();
    const qint64 version = desk->version();
    const auto refused = [&](const QJsonObject& fields) {
        const auto result = desk->edits().commit({Edit{u"client"_s, key, fields}});
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code == ErrorCode::InvalidInput);
        CHECK(result.error().sentence.contains(u"client"));
    };
    refused({{u"given_name"_s, QString(10 * 1024 * 1024, u'x')}});
    refused({{u"given_name"_s, QString(u"a\0b"_s)}});
    refused({{u"family_name"_s, u"only"_s}});
    refused({{u"nonsense"_s, 1}, {u"given_name"_s, u"A"_s}});
    CHECK_FALSE(desk->edits().commit({Edit{u"nothing"_s, key, {}}}).ok());

    SECTION("of one edit leaves out all of them")
    {
        const Client good{.id = ClientId(desk.ids.next()), .givenName = u"A"_s};
        CHECK_FALSE(desk->edits().commit({editOf("client", good.id.uuid(), good), Edit{u"client"_s, key, {}}}).ok());
    }
    CHECK(mustHave(desk->clients().count({})) == 0);
    CHECK(mustHave(desk->sync().outgoingCount()) == 0);
    CHECK(desk->version() == version);
    CHECK_FALSE(desk->sync().setFact(u"device_id"_s, u"other"_s).ok());
}

TEST_CASE("local store: desktop and agent share it", "[storage]")
{
    Desk desk;
    const auto agent = mustHave(openLocalStore(desk.path(), desk.parts()));
    const qint64 before = agent->version();
    CHECK(agent->version() == before);
    const Client client = desk.client(u"A"_s, u"B"_s);
    CHECK(agent->version() > before);
    CHECK(mustHave(agent->clients().client(client.id)) == client);
    const auto waiting = mustHave(agent->sync().outgoing(10));
    REQUIRE(waiting.size() == 1);
    const qint64 deskVersion = desk->version();
    mustWork(agent->sync().acknowledge({waiting.first().id}));
    CHECK(desk->version() > deskVersion);
    CHECK(mustHave(desk->sync().outgoingCount()) == 0);
    CHECK(mustHave(agent->sync().fact(u"device_id"_s)) == mustHave(desk->sync().fact(u"device_id"_s)));
}

TEST_CASE("drafts: unsaved text stays on the desk", "[storage][drafts]")
{
    TempStore store;
    const Draft note{u"note/1"_s, u"Note about Maria"_s, {{u"text"_s, u"called, no"_s}}, store.clock.now()};
    mustWork(store->drafts().save(note));
    SECTION("through a restart, and is nobody else's")
    {
        store.reopen();
        CHECK(mustHave(store->drafts().draft(u"note/1"_s)) == note);
        CHECK_FALSE(mustHave(store->drafts().draft(u"note/2"_s)).has_value());
        CHECK(mustHave(store->sync().outgoingCount()) == 0);
    }
    SECTION("the later one of a name counts, and the latest comes first")
    {
        Draft later = note;
        later.content[u"text"_s] = u"called, yes"_s;
        later.savedAt = note.savedAt.addSecs(5);
        const Draft other{u"client/new"_s, u"New client"_s, {}, note.savedAt.addSecs(1)};
        mustWork(store->drafts().save(other));
        mustWork(store->drafts().save(later));
        CHECK(mustHave(store->drafts().drafts()) == QList{later, other});
    }
    SECTION("is gone once it is saved or thrown away")
    {
        mustWork(store->drafts().discard(u"note/1"_s));
        mustWork(store->drafts().discard(u"note/1"_s));
        CHECK(mustHave(store->drafts().drafts()).isEmpty());
    }
}

TEST_CASE("recent activity: what is new on this desk", "[storage][attention]")
{
    Desk store;
    const QUuid me = store.ids.next();
    mustWork(store->sync().setFact(u"user_id"_s, me.toString(QUuid::WithoutBraces)));
    const Client client = store.client(u"Maria"_s, u"Lopez"_s);
    const auto pull = [&](const std::optional<UserId>& worker, const QDateTime& at) {
        Activity made{.id = ActivityId(store.ids.next()), .clientId = client.id};
        made.kind = ActivityKind::Answered;
        made.at = at;
        made.workerId = worker;
        const Change change{ChangeId(store.ids.next()), u"activity"_s, made.id.uuid(),
                            {store.clock.now().toMSecsSinceEpoch(), 0, me}, records::fieldsOf(made)};
        mustWork(store->sync().apply({change}, 1));
        return made.id;
    };
    ActivityQuery news;
    news.onlyNew = true;
    const auto count = [&] { return mustHave(store->activities().count(news)); };
    const QDateTime now = store.clock.now();
    const ActivityId answer = pull(std::nullopt, now.addSecs(60));
    const ActivityId colleagues = pull(UserId(store.ids.next()), now.addSecs(60));
    pull(UserId(me), now.addSecs(60));
    pull(std::nullopt, now.addDays(-1));

    SECTION("is what clients and colleagues did since there is a store, not one's own and not history")
    {
        CHECK(count() == 2);
        CHECK(mustHave(store->activities().activity(answer))->isNew);
    }
    SECTION("until it was seen, through a restart, and not again when it is pulled twice")
    {
        const qint64 version = store->version();
        mustWork(store->attention().markSeen({answer}));
        CHECK(store->version() > version);
        CHECK(count() == 1);
        store.reopen();
        CHECK(count() == 1);
        CHECK_FALSE(mustHave(store->activities().activity(answer))->isNew);
        CHECK(mustHave(store->activities().activity(colleagues))->isNew);
    }
    SECTION("all at once, as far as a question goes")
    {
        ActivityQuery others;
        others.client = ClientId(store.ids.next());
        mustWork(store->attention().markAllSeen(others));
        CHECK(count() == 2);
        mustWork(store->attention().markAllSeen({}));
        CHECK(count() == 0);
    }
    SECTION("the moment from which on things are new can't be moved by others")
    {
        CHECK_FALSE(store->sync().setFact(u"new_activity_from"_s, u"0"_s).ok());
    }
}
