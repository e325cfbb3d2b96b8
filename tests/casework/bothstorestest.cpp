// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/triage.h"
#include "tests/casework/deskworld.h"
#include "tests/support/tempstore.h"

using namespace handrail;
using namespace handrail::casework;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;

namespace {

/// One story at a desk, whatever the store: the ids and the clock are the same each time.
class Story
{
public:
    template <typename Records>
    Story(LocalStore& store, Records& records)
        : m_store(store)
        , m_office(openSampleOffice(records, m_ids))
        , m_desk{store, m_clock, m_ids, m_phones, m_office.worker.id}
    {
    }

    /// `pulled` stands for the server: what it says of messages and clients.
    template <typename Records>
    void play(Records& pulled)
    {
        m_second = mustHave(saveClient(
            m_desk, {.givenName = u"Åsa"_s,
                     .familyName = u"Öberg"_s,
                     .language = u"es"_s,
                     .timeZone = u"America/Chicago"_s,
                     .contactPoints = {{.channel = Channel::Text, .typed = u"614 555 0199"_s, .label = u"Work"_s}}}));
        const ClientId client = m_office.client.id;
        for (const ResourceSiteId& site : m_office.siteIds())
            mustWork(addToBasket(m_desk, client, site));
        mustWork(addToBasket(m_desk, *m_second, m_office.siteIds()[2]));
        m_clock.advanceMinutes(1);
        m_referrals = mustHave(createReferrals(m_desk, client, m_office.siteIds()));
        m_clock.advanceMinutes(1);
        const auto panel =
            mustHave(prepareShare(m_desk, client, {m_referrals[0].id, m_referrals[1].id, m_referrals[2].id}));
        m_share = mustHave(share(m_desk, panel, DeskWorld::fullForm()));
        pulled.putFields(u"message"_s, mustHave(m_store.shares().messagesOf(*m_share)).first().id.uuid(),
                         {{u"state"_s, u"delivered"_s}, {u"carrier_id"_s, u"SM1"_s}});
        m_clock.advanceDays(7);
        answer(pulled);
        mustWork(addNote(m_desk, m_referrals[2].id, u"Called Legal Aid."_s));
        const OptOut optOut{.id = OptOutId(m_ids.next()), .address = m_mail, .at = m_clock.now()};
        pulled.put("opt_out", optOut.id.uuid(), optOut);
        write(pulled);
    }

    /// Every question of the ports, answered in one text that two stores can be compared by.
    QString answers()
    {
        QStringList lines;
        for (const QString& text :
             {u""_s, u"lop"_s, u"asa"_s, u"maria lopez"_s, u"5550101"_s, u"maria@ex"_s, u"nobody"_s})
            for (const ClientRow& row : mustHave(m_store.clients().find(text, {})))
                lines.append(u"client %1: %2 %3 %4 %5 %6 %7"_s
                                 .arg(text, row.id.toString(), row.givenName, row.familyName, row.phone, row.email)
                                 .arg(row.openReferrals));
        for (const QString& text : {u""_s, u"food"_s, u"legal ohio"_s, u"dayton"_s, u"nothing"_s})
            for (const SiteRow& row : mustHave(m_store.directory().find(text, {})))
                lines.append(u"site %1: %2 %3 %4"_s.arg(text, row.serviceName, row.organizationName, row.addressLine));
        for (const ClientId& client : {m_office.client.id, *m_second})
            for (const BasketItem& item : mustHave(m_store.baskets().basket(client)))
                lines.append(u"basket %1 %2"_s.arg(item.siteId.toString()).arg(item.position));
        appendReferrals(lines);
        appendShares(lines);
        appendMessages(lines);
        appendAttention(lines);
        return lines.join(u'\n');
    }

private:
    template <typename Records>
    void answer(Records& pulled)
    {
        Reply reply{.id = ReplyId(m_ids.next()), .via = ReplyVia::Text, .from = m_phone};
        reply.clientId = m_office.client.id;
        reply.referralId = m_referrals[0].id;
        reply.answer = Answer::Yes;
        reply.receivedAt = m_clock.now();
        pulled.put("reply", reply.id.uuid(), reply);
        const Activity activity{.id = ActivityId(m_ids.next()),
                                .kind = ActivityKind::Answered,
                                .clientId = m_office.client.id,
                                .referralId = m_referrals[0].id,
                                .at = m_clock.now(),
                                .byClient = true,
                                .answer = Answer::Yes,
                                .text = answerNote(Answer::Yes)};
        pulled.put("activity", activity.id.uuid(), activity);
        pulled.putFields(u"referral"_s, m_referrals[0].id.uuid(), {{u"status"_s, u"service_completed"_s}});
        m_clock.advanceMinutes(1);
    }
    /// Every filter and every order of the list of referrals.
    QList<ReferralQuery> queries() const
    {
        QList<ReferralQuery> all = {{},
                                    {.status = ReferralStatus::Unstarted},
                                    {.text = u"pantry"_s},
                                    {.client = m_second},
                                    {.statuses = openStatuses()},
                                    {.worker = m_office.worker.id},
                                    {.worker = UserId(m_second->uuid())},
                                    {.site = m_office.siteIds()[1]},
                                    {.shared = true},
                                    {.shared = false},
                                    {.answer = Answer::Yes},
                                    {.answer = Answer::No},
                                    {.waitingForAnswer = true},
                                    {.createdFrom = m_clock.now().addDays(-1)},
                                    {.createdBefore = m_clock.now().addDays(-1)},
                                    {.quietSince = m_clock.now().addDays(-1)},
                                    {.statuses = openStatuses(), .quietSince = m_clock.now()}};
        for (const ReferralSort sort : {ReferralSort::Client, ReferralSort::Site, ReferralSort::Status,
                                        ReferralSort::Created, ReferralSort::NextFollowUp})
            for (const bool descending : {true, false})
                for (const QList<ReferralStatus>& statuses : {QList<ReferralStatus>(), openStatuses()})
                    all.append({.statuses = statuses, .sort = sort, .descending = descending});
        return all;
    }
    void appendReferrals(QStringList& lines)
    {
        int number = 0;
        for (const ReferralQuery& query : queries()) {
            lines.append(u"query %1: %2 rows"_s.arg(++number).arg(mustHave(m_store.referrals().count(query))));
            for (const ReferralRow& row : mustHave(m_store.referrals().find(query, {})))
                lines.append(u"referral %1 %2 %3 %4 %5 %6 %7"_s
                                 .arg(row.referral.id.toString(), statusLabel(row.referral.status), row.clientName,
                                      row.siteName, row.nextFollowUp.toString(Qt::ISODate),
                                      row.lastActivityAt.toString(Qt::ISODate))
                                 .arg(row.shared) +
                             (row.lastAnswer ? answerNote(*row.lastAnswer) : QString()));
        }
        for (const ResourceSiteId& site : m_office.siteIds())
            lines.append(
                u"open %1"_s.arg(mustHave(m_store.referrals().openReferrals(m_office.client.id, site)).size()));
        QStringList activities;
        for (const ActivityRow& row : mustHave(m_store.activities().find({m_office.client.id, {}}, {})))
            activities.append(u"activity %1 %2 %3 %4 %5 %6"_s.arg(row.activity.at.toString(Qt::ISODate),
                                                                  records::nameOf(row.activity.kind), row.clientName,
                                                                  row.siteName, row.workerName, row.activity.text));
        // Within one moment any order is right.
        std::sort(activities.begin(), activities.end());
        lines += activities;
        lines.append(u"activities %1"_s.arg(mustHave(m_store.activities().count({{}, m_referrals[0].id}))));
    }
    void appendShares(QStringList& lines)
    {
        ShareStore& shares = m_store.shares();
        QStringList messages;
        for (const Message& message : mustHave(shares.messagesOf(*m_share)))
            messages.append(u"message %1 %2 %3 %4"_s.arg(message.dueAt.toString(Qt::ISODate), message.id.toString(),
                                                         records::nameOf(message.state), message.address.value()));
        std::sort(messages.begin(), messages.end());
        lines += messages;
        lines.append(mustHave(shares.consentOf(*m_share))->wording);
        for (const ReferralId& id : {m_referrals[0].id, m_referrals[2].id})
            lines.append(u"of a referral: %1 shares, %2 unsent"_s.arg(mustHave(shares.sharesOf(id)).size())
                             .arg(mustHave(shares.unsentFollowUps(id)).size()));
        lines.append(u"unsent %1 %2, withdrawn %3, opted out %4"_s.arg(mustHave(shares.unsentTo(m_phone)).size())
                         .arg(mustHave(shares.unsentTo(m_mail)).size())
                         .arg(mustHave(shares.isWithdrawn(*m_share)))
                         .arg(mustHave(shares.optedOut({m_phone, m_mail})).size()));
        for (const Channel channel : {Channel::Text, Channel::Email}) {
            const auto address = mustHave(shares.lastAnswered(m_office.client.id, channel));
            lines.append(u"answered from %1"_s.arg(address ? address->value() : u"none"_s));
        }
        lines.append(u"outgoing %1"_s.arg(mustHave(m_store.sync().outgoingCount())));
    }

    /// The whole agency's, the worker's own and a stranger's.
    QList<Scope> scopes() const
    {
        return {Scope{}, Scope{.worker = m_office.worker.id}, Scope{.worker = m_stranger},
                Scope{.worker = {}, .team = m_team}, Scope{.worker = {}, .team = TeamId(m_stranger.uuid())}};
    }
    void appendMessages(QStringList& lines)
    {
        MessageQuery failed{.states = {MessageState::Refused, MessageState::Expired}};
        failed.withoutSetAside = true;
        MessageQuery named{.text = u"lop"_s};
        named.nextFirst = true;
        QList<MessageQuery> queries = {failed, named, MessageQuery{.channel = Channel::Email},
                                       MessageQuery{.kind = MessageKind::Initial}, MessageQuery{.text = u"zzz"_s},
                                       MessageQuery{.text = u"5550101"_s}};
        queries.append({.states = {MessageState::Waiting}, .to = m_clock.now()});
        queries.append({.changedSince = m_clock.now().addDays(-1)});
        queries.append({.address = m_mail});
        for (const Scope& scope : scopes())
            queries.append({.scope = scope});
        for (const MessageQuery& query : queries) {
            lines.append(u"messages %1"_s.arg(mustHave(m_store.messages().count(query))));
            for (const MessageRow& row : mustHave(m_store.messages().find(query, {})))
                lines.append(u"%1 %2 %3 %4 %5"_s.arg(row.message.id.toString(), records::nameOf(row.message.state),
                                                     row.clientName, row.siteName)
                                 .arg(row.consentWithdrawn));
        }
    }
    void appendAttention(QStringList& lines)
    {
        for (const Scope& scope : scopes()) {
            lines.append(u"waiting replies %1"_s.arg(mustHave(m_store.replies().countWaiting(scope))));
            for (const ReplyRow& row : mustHave(m_store.replies().waiting(scope, {})))
                lines.append(u"reply %1 of %2"_s.arg(row.reply.body, row.clientNames.join(u'+')));
            for (const QList<Reminder>& reminders :
                 {allReminders(), QList<Reminder>{Reminder::AfterWeek}, QList<Reminder>{}}) {
                const QuietQuery query{.scope = scope, .reminders = reminders, .now = m_clock.now()};
                lines.append(u"quiet %1"_s.arg(mustHave(m_store.attention().countQuiet(query))));
                for (const QuietRow& row : mustHave(m_store.attention().quiet(query, {})))
                    lines.append(u"quiet %1 %2 %3 %4"_s.arg(row.row.referral.id.toString(), row.row.clientName,
                                                            row.row.siteName)
                                     .arg(int(row.reminder)));
            }
            ActivityQuery news{.scope = scope};
            news.onlyNew = true;
            lines.append(u"new %1"_s.arg(mustHave(m_store.activities().count(news))));
        }
        for (const ActivityQuery& query :
             {ActivityQuery{.by = m_office.worker.id}, ActivityQuery{.kinds = {ActivityKind::Answered}},
              ActivityQuery{.from = m_clock.now().addDays(-1)}, ActivityQuery{.to = m_clock.now().addDays(-1)}})
            lines.append(u"activities %1"_s.arg(mustHave(m_store.activities().count(query))));
        const auto reading = mustHave(m_store.replies().readingOf(m_read));
        lines.append(u"read as %1"_s.arg(reading ? records::nameOf(reading->meaning) : u"nothing"_s));
        lines.append(u"from the number %1"_s.arg(mustHave(m_store.replies().from(m_phone, {})).size()));
    }
    /// What clients wrote: one that is read, one of two clients, one of nobody; a message that failed, and another that
    /// was set aside; a reminder that was.
    template <typename Records>
    void write(Records& pulled)
    {
        pulled.putFields(u"user"_s, m_office.worker.id.uuid(), {{u"team_id"_s, m_team.toString()}});
        const auto reply = [&](const ReplyId& id, const QString& body, const QList<ClientId>& clients) {
            Reply made{.id = id, .via = ReplyVia::Text, .from = m_phone};
            made.body = body;
            made.receivedAt = m_clock.now();
            made.needsWorker = true;
            pulled.put("reply", id.uuid(), made);
            for (const ClientId& client : clients) {
                Activity message{.id = ActivityId(m_ids.next()), .clientId = client};
                message.kind = ActivityKind::ClientMessage;
                message.at = m_clock.now();
                message.byClient = true;
                message.replyId = id;
                pulled.put("activity", message.id.uuid(), message);
            }
        };
        reply(m_read, u"they were nice"_s, {m_office.client.id});
        m_clock.advanceMinutes(1);
        reply(ReplyId(m_ids.next()), u"who is this?"_s, {m_office.client.id, *m_second});
        m_clock.advanceMinutes(1);
        reply(ReplyId(m_ids.next()), u"wrong number"_s, {});
        const auto id = mustHave(recordReading(m_desk, m_read,
                                               {.meaning = ReplyReading::Meaning::No,
                                                .client = m_office.client.id,
                                                .referral = m_referrals[1].id,
                                                .note = {}}));
        mustWork(revertChange(m_desk, ActivityId(id.uuid())));
        m_clock.advanceMinutes(1);
        mustHave(recordReading(m_desk, m_read, {.client = m_office.client.id, .referral = {}, .note = {}}));
        const auto messages = mustHave(m_store.shares().messagesOf(*m_share));
        for (const Message& message : {messages[1], messages[2]})
            pulled.putFields(u"message"_s, message.id.uuid(),
                             {{u"state"_s, u"refused"_s}, {u"state_at"_s, m_clock.now().toMSecsSinceEpoch()}});
        mustWork(m_store.attention().setAside(AttentionStore::Matter::FailedMessage, {messages[2].id.uuid()},
                                              m_clock.now()));
        m_clock.advanceDays(8);
        mustWork(m_store.attention().setAside(AttentionStore::Matter::QuietReferral, {m_referrals[1].id.uuid()},
                                              m_clock.now()));
        m_clock.advanceMinutes(1);
        const auto all = mustHave(m_store.activities().find({.kinds = {ActivityKind::Answered}}, {}));
        mustWork(m_store.attention().markSeen({all.first().activity.id}));
    }

    LocalStore& m_store;
    ManualClock m_clock;
    SequentialIds m_ids;
    SimplePhones m_phones;
    SampleOffice m_office;
    Desk m_desk;
    std::optional<ClientId> m_second;
    QList<Referral> m_referrals;
    std::optional<ShareId> m_share;
    const TeamId m_team{m_ids.next()};
    const UserId m_stranger{m_ids.next()};
    const ReplyId m_read{m_ids.next()};
    const Address m_phone = *PhoneNumber::fromE164(u"+19375550101");
    const Address m_mail = *EmailAddress::parse(u"Maria@example.org");
};

} // namespace

// What the screens' tests find out about a store in memory must hold for the encrypted one.
TEST_CASE("casework: the store in memory and the real one answer alike", "[casework][stores]")
{
    MemoryStore memory;
    Story inMemory(memory, memory);
    inMemory.play(memory);

    TempStore real;
    PulledRecords pulled(*real);
    Story onDisk(*real, pulled);
    onDisk.play(pulled);

    const QStringList expected = inMemory.answers().split(u'\n');
    const QStringList actual = onDisk.answers().split(u'\n');
    CHECK(expected.size() > 50);
    for (const QString& line : expected)
        if (!actual.contains(line))
            FAIL_CHECK("only in memory: " << line);
    for (const QString& line : actual)
        if (!expected.contains(line))
            FAIL_CHECK("only on disk: " << line);
    CHECK((expected == actual));
}
