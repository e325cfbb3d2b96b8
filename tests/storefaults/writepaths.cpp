// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storefaults/writepaths.h"

#include "core/casework/accesses.h"
#include "core/casework/agencysettings.h"
#include "core/casework/baskets.h"
#include "core/casework/bounces.h"
#include "core/casework/bulk.h"
#include "core/casework/clientimport.h"
#include "core/casework/clients.h"
#include "core/casework/favourites.h"
#include "core/casework/home.h"
#include "core/casework/merging.h"
#include "core/casework/messages.h"
#include "core/casework/optouts.h"
#include "core/casework/preferences.h"
#include "core/casework/referrals.h"
#include "core/casework/savedfilters.h"
#include "core/casework/triage.h"
#include "core/domain/bounce.h"

using namespace Qt::Literals::StringLiterals;
using namespace handrail::casework;

namespace handrail::tests {

namespace {

template <typename T>
Result<void> only(const Result<T>& result)
{
    return result ? Result<void>() : result.error();
}

const Address phone = *PhoneNumber::fromE164(u"+19375550101");

ShareForm form()
{
    return {true, u"(937) 555-0101"_s, true, u"maria@example.org"_s, true};
}

ClientDraft lookalikeDraft()
{
    return {.givenName = u"María"_s,
            .familyName = u"Lopes"_s,
            .language = u"es"_s,
            .timeZone = u"America/New_York"_s,
            .birthDate = QDate(1984, 5, 31),
            .contactPoints = {{.channel = Channel::Text, .typed = u"937 555 0102"_s, .primary = true}}};
}

/// What the server says of a message, a reply, a bounce.
void pullNews(LocalStore& store, PulledRecords& pulled, Ground& ground, ManualClock& clock, SequentialIds& ids)
{
    for (const Message& message : mustHave(store.shares().messagesOf(ground.share))) {
        if (message.kind == MessageKind::FollowUp && message.channel() == Channel::Text)
            ground.waiting = message.id;
        if (message.kind == MessageKind::Initial && message.channel() == Channel::Email)
            ground.failed = message.id;
    }
    pulled.putFields(u"message"_s, ground.failed.uuid(),
                     {{u"state"_s, u"refused"_s}, {u"state_at"_s, clock.now().toMSecsSinceEpoch()}});
    const Activity bounce{.id = ActivityId(ids.next()),
                          .kind = ActivityKind::MessageEvent,
                          .clientId = ground.office.client.id,
                          .referralId = ground.referrals[0].id,
                          .at = clock.now(),
                          .channel = Channel::Email,
                          .messageId = ground.failed,
                          .rule = bounceRule,
                          .messageState = MessageState::Refused,
                          .text = u"This email address does not exist."_s};
    pulled.put("activity", bounce.id.uuid(), bounce);
}

/// What a client wrote and no rule understood.
ReplyId pullReply(PulledRecords& pulled, const ClientId& client, ManualClock& clock, SequentialIds& ids)
{
    Reply reply{.id = ReplyId(ids.next()), .via = ReplyVia::Text, .from = phone};
    reply.body = u"they were nice"_s;
    reply.receivedAt = clock.now();
    reply.needsWorker = true;
    pulled.put("reply", reply.id.uuid(), reply);
    Activity message{.id = ActivityId(ids.next()), .clientId = client};
    message.kind = ActivityKind::ClientMessage;
    message.at = clock.now();
    message.byClient = true;
    message.replyId = reply.id;
    pulled.put("activity", message.id.uuid(), message);
    return reply.id;
}

/// An answer by link that is on its way to this desk.
QList<Change> answerOf(const Ground& ground, const ManualClock& clock, SequentialIds& ids)
{
    const Stamp stamp{4'100'000'000'000, 0, ids.next()};
    Reply reply{.id = ReplyId(ids.next()), .via = ReplyVia::Link, .from = phone};
    reply.clientId = ground.office.client.id;
    reply.referralId = ground.referrals[0].id;
    reply.answer = Answer::Yes;
    reply.receivedAt = clock.now();
    const Activity activity{.id = ActivityId(ids.next()),
                            .kind = ActivityKind::Answered,
                            .clientId = ground.office.client.id,
                            .referralId = ground.referrals[0].id,
                            .at = clock.now(),
                            .byClient = true,
                            .answer = Answer::Yes,
                            .text = answerNote(Answer::Yes)};
    const OptOut optOut{.id = OptOutId(ids.next()), .address = phone, .at = clock.now()};
    QList<Change> changes;
    const auto add = [&](const QString& entity, const QUuid& key, const QJsonObject& fields) {
        changes.append({ChangeId(ids.next()), entity, key, stamp, fields, 1000 + changes.size()});
    };
    add(u"reply"_s, reply.id.uuid(), records::fieldsOf(reply));
    add(u"activity"_s, activity.id.uuid(), records::fieldsOf(activity));
    add(u"referral"_s, ground.referrals[0].id.uuid(), {{u"status"_s, u"service_completed"_s}});
    add(u"opt_out"_s, optOut.id.uuid(), records::fieldsOf(optOut));
    return changes;
}

Result<void> beginSnapshot(Desk& desk, const Ground&)
{
    return desk.store.sync().beginSnapshot(u"{}"_s);
}
Result<void> mergePage(Desk& desk, const Ground& ground)
{
    if (const auto begun = beginSnapshot(desk, ground); !begun)
        return begun;
    // Nothing of what the desk had: the end of this snapshot takes all of it away.
    return desk.store.sync().mergeSnapshot(ground.pulled, u"{\"cursor\":\"a\"}"_s);
}
Result<void> sweepOnce(Desk& desk, const Ground& ground)
{
    if (const auto merged = mergePage(desk, ground); !merged)
        return merged;
    return only(desk.store.sync().finishSnapshot(2000, u"5"_s));
}

Result<void> importTwo(Desk& desk)
{
    const auto table = readImportTable("First name,Last name,Mobile\nAda,Byron,614 555 0171\nBo,Li,614 555 0172\n");
    const auto agency = desk.store.agencies().agency();
    if (!table || !agency)
        return !table ? table.error() : agency.error();
    const auto rows = readImportRows(desk, *table, guessMapping(*table, **agency), 0, table->rows.size());
    return rows ? only(importRows(desk, *rows)) : rows.error();
}

Result<void> changeSettings(Desk& desk)
{
    const auto agency = desk.store.agencies().agency();
    if (!agency)
        return agency.error();
    AgencyDraft draft = draftOf(**agency, desk.phones);
    draft.programName = u"Harbor House"_s;
    return saveAgency(desk, draft);
}

Result<void> shareAgain(Desk& desk, const Ground& ground)
{
    const auto panel = prepareShare(desk, ground.office.client.id, {ground.referrals[2].id});
    if (!panel)
        return panel.error();
    ShareForm typed = form();
    typed.email = false; // mail to that address came back
    return only(share(desk, *panel, typed));
}

} // namespace

namespace {

/// Four more sites: the first is in no basket, the last was taken out of it again.
void fillBasket(Desk& desk, PulledRecords& pulled, Ground& ground, SequentialIds& ids)
{
    const ClientId client = ground.office.client.id;
    for (const QString& service : {u"Clothing"_s, u"Child Care"_s, u"Job Training"_s, u"Eye Care"_s}) {
        const ResourceSite site{.id = ResourceSiteId(ids.next()), .serviceName = service};
        pulled.put("resource_site", site.id.uuid(), site);
        ground.others.append(site.id);
        if (ground.others.size() > 1)
            mustWork(addToBasket(desk, client, site.id));
    }
    for (const BasketItem& item : mustHave(desk.store.baskets().basket(client)))
        ground.basket.append(item.id);
    ground.removedItem = ground.basket.takeLast();
    mustWork(removeFromBasket(desk, ground.removedItem));
}

} // namespace

Ground layGround(LocalStore& store, ManualClock& clock, SequentialIds& ids)
{
    static const SimplePhones phones;
    PulledRecords pulled(store);
    Ground ground{.office = openSampleOffice(pulled, ids)};
    ground.office.worker.role = Role::Administrator;
    pulled.put("user", ground.office.worker.id.uuid(), ground.office.worker);
    Desk desk{store, clock, ids, phones, ground.office.worker.id};
    const ClientId client = ground.office.client.id;
    ground.lookalike = mustHave(saveClient(desk, lookalikeDraft()));
    ground.stranger = mustHave(saveClient(desk, {.givenName = u"Åsa"_s, .familyName = u"Öberg"_s, .language = u"en"_s,
                                                 .timeZone = u"America/Chicago"_s}));
    ground.merge = mustHave(mergeClients(desk, {ground.lookalike, ground.stranger, {}}));
    clock.advanceMinutes(1);
    ground.referrals = mustHave(createReferrals(desk, client, ground.office.siteIds()));
    fillBasket(desk, pulled, ground, ids);
    clock.advanceMinutes(1);
    const auto panel = mustHave(prepareShare(desk, client, {ground.referrals[0].id, ground.referrals[1].id}));
    ground.share = mustHave(share(desk, panel, form()));
    ground.deed = mustHave(changeStatus(desk, ground.referrals[1].id, ReferralStatus::InReview, u"Called."_s));
    clock.advanceMinutes(1);
    pullNews(store, pulled, ground, clock, ids);
    ground.reply = pullReply(pulled, client, clock, ids);
    const ReplyId read = pullReply(pulled, client, clock, ids);
    ground.reading = ActivityId(mustHave(recordReading(desk, read,
                                                       {.meaning = ReplyReading::Meaning::No,
                                                        .client = client,
                                                        .referral = ground.referrals[0].id,
                                                        .note = {}}))
                                    .uuid());
    ground.filter = mustHave(saveFilter(desk, u"referrals"_s, u"Mine"_s, {{u"status"_s, u"unstarted"_s}}));
    mustWork(store.drafts().save({u"note/"_s + ground.referrals[0].id.toString(), u"Note"_s, {}, clock.now()}));
    for (const Change& change : mustHave(store.sync().outgoing(100)))
        ground.outgoing.append(change.id);
    clock.advanceDays(8);
    ground.pulled = answerOf(ground, clock, ids);
    ground.at = clock.now();
    return ground;
}

const QList<WritePath>& writePaths()
{
    using G = const Ground&;
    static const QList<WritePath> paths = {
        {"share", {u"share"_s, u"commit"_s}, shareAgain},
        {"withdraw consent", {u"withdrawConsent"_s}, [](Desk& d, G g) { return withdrawConsent(d, g.share, u"No."_s); }},
        {"read a reply", {u"recordReading"_s},
         [](Desk& d, G g) {
             return only(recordReading(d, g.reply,
                                       {.meaning = ReplyReading::Meaning::Yes,
                                        .client = g.office.client.id,
                                        .referral = g.referrals[1].id,
                                        .note = {}}));
         }},
        {"revert", {u"revertChange"_s}, [](Desk& d, G g) { return revertChange(d, g.reading); }},
        {"undo", {u"undo"_s}, [](Desk& d, G g) { return only(undo(d, g.deed, 0, g.deed.size())); }},
        {"status", {u"setStatus"_s, u"changeStatus"_s},
         [](Desk& d, G g) { return setStatus(d, g.referrals[0].id, ReferralStatus::ServiceCompleted, u"Done."_s); }},
        {"note", {u"addNote"_s, u"writeNote"_s},
         [](Desk& d, G g) { return addNote(d, g.referrals[0].id, u"Called Legal Aid."_s); }},
        {"many referrals at once", {u"applyBulk"_s},
         [](Desk& d, G g) {
             return only(applyBulk(d, {.kind = BulkChange::Kind::Note, .worker = {}, .text = u"Called."_s},
                                   {g.referrals[0].id, g.referrals[1].id, g.referrals[2].id}));
         }},
        {"refer", {u"createReferrals"_s},
         [](Desk& d, G g) { return only(createReferrals(d, g.lookalike, g.office.siteIds())); }},
        {"new client", {u"saveClient"_s},
         [](Desk& d, G) {
             return only(saveClient(d, {.givenName = u"Ada"_s, .familyName = u"Byron"_s, .language = u"en"_s,
                                        .timeZone = u"America/Chicago"_s,
                                        .contactPoints = {{.channel = Channel::Text, .typed = u"614 555 0171"_s}}}));
         }},
        {"edit a client", {},
         [](Desk& d, G g) {
             ClientDraft draft = lookalikeDraft();
             draft.id = g.lookalike;
             draft.familyName = u"López"_s;
             return only(saveClient(d, draft));
         }},
        {"assign a client", {u"assignClient"_s},
         [](Desk& d, G g) { return assignClient(d, g.lookalike, {}, {}); }},
        {"merge clients", {u"mergeClients"_s},
         [](Desk& d, G g) { return only(mergeClients(d, {g.office.client.id, g.lookalike, {ProfileValue::Name}})); }},
        {"undo a merge", {u"undoMerge"_s}, [](Desk& d, G g) { return undoMerge(d, g.merge); }},
        {"two people", {u"sayTheyAreTwo"_s},
         [](Desk& d, G g) { return sayTheyAreTwo(d, g.office.client.id, g.lookalike); }},
        {"import clients", {u"importRows"_s}, [](Desk& d, G) { return importTwo(d); }},
        {"cancel a message", {u"cancelMessage"_s},
         [](Desk& d, G g) { return cancelMessage(d, g.waiting, u"Met in person."_s); }},
        {"record an opt-out", {u"recordOptOut"_s},
         [](Desk& d, G g) { return recordOptOut(d, phone, u"stop"_s, g.office.client.id); }},
        {"try an address again", {u"tryAddressAgain"_s},
         [](Desk& d, G g) { return tryAddressAgain(d, g.office.client.id, *EmailAddress::parse(u"maria@example.org"_s)); }},
        {"basket: add", {u"addToBasket"_s},
         [](Desk& d, G g) { return addToBasket(d, g.lookalike, g.office.siteIds()[0]); }},
        {"basket: insert", {u"insertIntoBasket"_s},
         [](Desk& d, G g) { return insertIntoBasket(d, g.office.client.id, g.others[0], 0); }},
        {"basket: put back", {u"restoreToBasket"_s},
         [](Desk& d, G g) { return restoreToBasket(d, g.office.client.id, g.removedItem, 0); }},
        {"basket: remove", {u"removeFromBasket"_s}, [](Desk& d, G g) { return removeFromBasket(d, g.basket[0]); }},
        {"basket: order", {u"orderBasket"_s},
         [](Desk& d, G g) { return orderBasket(d, g.office.client.id, {g.basket[1], g.basket[0]}); }},
        {"favourite", {u"setFavourite"_s}, [](Desk& d, G g) { return setFavourite(d, g.office.siteIds()[0], true); }},
        {"access", {u"noteAccess"_s},
         [](Desk& d, G g) { return noteAccess(d, Access::Deed::ClientOpened, g.office.client.id); }},
        {"filter: save", {u"saveFilter"_s},
         [](Desk& d, G) { return only(saveFilter(d, u"referrals"_s, u"All"_s, {{u"a"_s, 1}})); }},
        {"filter: replace", {u"replaceFilter"_s}, [](Desk& d, G g) { return replaceFilter(d, g.filter, {{u"a"_s, 2}}); }},
        {"filter: rename", {u"renameFilter"_s}, [](Desk& d, G g) { return renameFilter(d, g.filter, u"Ours"_s); }},
        {"filter: remove", {u"removeFilter"_s}, [](Desk& d, G g) { return removeFilter(d, g.filter); }},
        {"filter: first", {u"setDefaultFilter"_s},
         [](Desk& d, G g) { return setDefaultFilter(d, u"referrals"_s, g.filter.toString()); }},
        {"preferences", {u"savePreferences"_s},
         [](Desk& d, G) { return savePreferences(d.store, d.worker, {.trayIcon = false}); }},
        {"agency settings", {u"saveAgency"_s}, [](Desk& d, G) { return changeSettings(d); }},
        {"team", {u"saveTeam"_s}, [](Desk& d, G) { return only(saveTeam(d, {}, u"North"_s)); }},
        {"home: set all aside", {u"setAllAside"_s},
         [](Desk& d, G) { return setAllAside(d, Reach::Everyone, AttentionStore::Matter::FailedMessage); }},
        {"set aside", {u"setAside"_s},
         [](Desk& d, G g) {
             return d.store.attention().setAside(AttentionStore::Matter::QuietReferral, {g.referrals[2].id.uuid()}, g.at);
         }},
        {"mark seen", {u"markSeen"_s},
         [](Desk& d, G) {
             const auto all = d.store.activities().find({.onlyNew = true}, {});
             return all ? d.store.attention().markSeen({all->first().activity.id}) : all.error();
         }},
        {"mark all seen", {u"markAllSeen"_s}, [](Desk& d, G) { return d.store.attention().markAllSeen({}); }},
        {"draft: save", {u"save"_s},
         [](Desk& d, G g) { return d.store.drafts().save({u"client/new"_s, u"A client"_s, {{u"a"_s, u"b"_s}}, g.at}); }},
        {"draft: discard", {u"discard"_s},
         [](Desk& d, G g) { return d.store.drafts().discard(u"note/"_s + g.referrals[0].id.toString()); }},
        {"compare clients", {u"compareMore"_s}, [](Desk& d, G) { return d.store.duplicates().compareMore(10); }},
        {"sync: apply what was pulled", {u"apply"_s},
         [](Desk& d, G g) { return d.store.sync().apply(g.pulled, 1010); }},
        {"sync: acknowledge", {u"acknowledge"_s}, [](Desk& d, G g) { return d.store.sync().acknowledge(g.outgoing); }},
        {"sync: refused", {u"setRefused"_s},
         [](Desk& d, G g) { return d.store.sync().setRefused(g.outgoing.first(), u"Not yours."_s); }},
        {"sync: a fact", {u"setFact"_s}, [](Desk& d, G) { return d.store.sync().setFact(u"last_sync_at"_s, u"1"_s); }},
        {"snapshot: begin", {u"beginSnapshot"_s}, beginSnapshot},
        {"snapshot: a page", {u"mergeSnapshot"_s},
         [](Desk& d, G g) { return d.store.sync().mergeSnapshot(g.pulled, u"{\"cursor\":\"a\"}"_s); }, beginSnapshot},
        {"snapshot: sweep", {u"finishSnapshot"_s},
         [](Desk& d, G) { return only(d.store.sync().finishSnapshot(2000, u"5"_s)); }, mergePage},
        {"snapshot: end", {}, [](Desk& d, G) { return only(d.store.sync().finishSnapshot(2000, u"5"_s)); }, sweepOnce},
    };
    return paths;
}

const QStringList& readers()
{
    static const QStringList names = {
        u"prepareShare"_s,  u"checkShare"_s,      u"readImportRows"_s, u"clientEdits"_s,     u"phoneRegionOf"_s,
        u"readHome"_s,      u"prepareMerge"_s,    u"readMessage"_s,    u"readPreferences"_s, u"previewMessages"_s,
        u"linkBaseOf"_s,    u"defaultFilter"_s,   u"viewShare"_s,      u"readTriage"_s,      u"clientsWith"_s,
        u"isFavourite"_s,   u"isWithdrawn"_s};
    return names;
}

} // namespace handrail::tests
