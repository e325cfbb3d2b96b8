// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/codec.h"
#include "core/domain/statistics.h"
#include "tests/support/sequentialids.h"

namespace handrail::tests {

/// Two teams, three workers, four clients and nine referrals, small enough to count by hand: what supervisors' numbers
/// are held against. The period that the numbers below are of is 1 September to 5 October 2026 in New York.
///
/// | referral | made   | client (counts for)      | site    | what became of it                                       |
/// | -------- | ------ | ------------------------ | ------- | ------------------------------------------------------- |
/// | 0        | Sep 1  | Alma (Dana, East)        | Pantry  | texted Sep 10, Yes on Sep 11; mailed Sep 10, no answer  |
/// | 1        | Sep 2  | Alma                     | Shelter | texted Sep 9, No on Sep 10; quiet since                 |
/// | 2        | Sep 20 | Ben (Luis, East)         | Pantry  | completed Sep 22, reopened Sep 25, completed Sep 30     |
/// | 3        | Sep 21 | Ben                      | Legal   | mailed Sep 28, No on Sep 29; in review                  |
/// | 4        | Sep 25 | Cleo (nobody: Ana, West) | Shelter | canceled; a text was refused Sep 30                     |
/// | 5        | Oct 1  | Cleo                     | Pantry  | texted Oct 2, No on Oct 3, taken back Oct 4; a mail held
/// | | 6        | Aug 15 | Dora, merged into Alma   | Legal   | completed Sep 5 | | 7        | Sep 10 | Ben | Shelter |
/// texted Sep 17, No on Sep 20, Yes on Sep 24              | | 8        | Jul 1  | Alma                     | Pantry  |
/// texted Jul 9, Yes on Jul 11: before the period          |
///
/// Alma's number opted out on Sep 15 and in again on Sep 16, Cleo's address on Oct 2, a number of nobody on Sep 18.
struct TeamWorld
{
    template <typename Store>
    explicit TeamWorld(Store& store)
    {
        using namespace Qt::Literals::StringLiterals;
        const auto put = [&store](const char* entity, const auto& value) { store.put(entity, value.id.uuid(), value); };
        agency.programName = u"Miami Valley Care"_s;
        agency.timeZone = u"America/New_York"_s;
        put("agency", agency);
        const QString teamNames[] = {u"East"_s, u"West"_s};
        for (int i = 0; i < 2; ++i)
            store.putFields(u"team"_s, teams[i].uuid(), {{u"name"_s, teamNames[i]}, {u"removed"_s, false}});
        const QString names[] = {u"Dana Reyes"_s, u"Luis Ortega"_s, u"Ana Silva"_s, u"Sam Supervisor"_s};
        for (int i = 0; i < 4; ++i)
            put("user", User{.id = users[i],
                             .displayName = names[i],
                             .email = u"user%1@example.org"_s.arg(i),
                             .role = i == 3 ? Role::Supervisor : Role::Worker,
                             .teamId = teams[i == 2 ? 1 : 0]});
        const QString clientNames[] = {u"Alma"_s, u"Ben"_s, u"Cleo"_s, u"Dora"_s};
        for (int i = 0; i < 4; ++i) {
            Client client{.id = clients[i], .givenName = clientNames[i], .familyName = u"Lopez"_s};
            client.timeZone = u"America/New_York"_s;
            if (i < 2)
                client.assignedWorkerId = users[i];
            if (i == 2)
                client.teamId = teams[1];
            put("client", client);
        }
        store.putFields(u"client"_s, clients[3].uuid(), {{u"merged_into"_s, clients[0].toString()}});
        put("contact_point", ContactPoint{ContactPointId(ids.next()), clients[0], almasPhone});
        put("contact_point", ContactPoint{ContactPointId(ids.next()), clients[2], cleosMail});
        const QString services[] = {u"Pantry"_s, u"Shelter"_s, u"Legal Aid"_s};
        for (int i = 0; i < 3; ++i)
            put("resource_site",
                ResourceSite{.id = sites[i], .organizationName = u"Hope"_s, .serviceName = services[i]});
        addReferrals(store);
        addMessages(store);
        addOptOuts(store);
    }

    static QDateTime at(int month, int day) { return {QDate(2026, month, day), QTime(15, 0), Qt::UTC}; }
    static StatisticsQuery period() { return queryOf({{2026, 9, 1}, {2026, 10, 5}}, QTimeZone("America/New_York")); }

    SequentialIds ids{0x7e};
    Agency agency{.id = AgencyId(ids.next())};
    TeamId teams[2] = {TeamId(ids.next()), TeamId(ids.next())}; ///< East, West
    /// Dana, Luis, Ana, and Sam who supervises.
    UserId users[4] = {UserId(ids.next()), UserId(ids.next()), UserId(ids.next()), UserId(ids.next())};
    ClientId clients[4] = {ClientId(ids.next()), ClientId(ids.next()), ClientId(ids.next()), ClientId(ids.next())};
    ResourceSiteId sites[3] = {ResourceSiteId(ids.next()), ResourceSiteId(ids.next()), ResourceSiteId(ids.next())};
    QList<Referral> referrals;
    Address almasPhone = *PhoneNumber::fromE164(u"+19375550101");
    Address cleosMail = *EmailAddress::parse(u"Cleo@example.org");
    Address nobodysPhone = *PhoneNumber::fromE164(u"+19375550199");

private:
    template <typename Store>
    void addReferrals(Store& store)
    {
        using Status = ReferralStatus;
        const auto refer = [&](int month, int day, int client, int site, int by, Status status) {
            const Referral made{ReferralId(ids.next()), clients[client], sites[site], status, users[by],
                                at(month, day)};
            store.put("referral", made.id.uuid(), made);
            referrals.append(made);
            note(store, made, ActivityKind::Created, at(month, day));
        };
        refer(9, 1, 0, 0, 0, Status::ServiceCompleted);
        refer(9, 2, 0, 1, 0, Status::Unstarted);
        refer(9, 20, 1, 0, 1, Status::ServiceCompleted);
        refer(9, 21, 1, 2, 0, Status::InReview);
        refer(9, 25, 2, 1, 2, Status::Canceled);
        refer(10, 1, 2, 0, 2, Status::ServiceInProgress);
        refer(8, 15, 3, 2, 2, Status::ServiceCompleted);
        refer(9, 10, 1, 1, 1, Status::ServiceCompleted);
        refer(7, 1, 0, 0, 0, Status::ServiceCompleted);
        step(store, 2, at(9, 22), Status::Unstarted, Status::ServiceCompleted);
        step(store, 2, at(9, 25), Status::ServiceCompleted, Status::InReview);
        step(store, 2, at(9, 30), Status::InReview, Status::ServiceCompleted);
        step(store, 6, at(9, 5), Status::Unstarted, Status::ServiceCompleted);
    }
    template <typename Store>
    void addMessages(Store& store)
    {
        using enum MessageState;
        using enum Channel;
        const auto say = [&](int referral, const MessageId& message, Channel channel, Answer answer, QDateTime when) {
            Activity activity = activityOf(referrals[referral], ActivityKind::Answered, when);
            activity.byClient = true;
            activity.messageId = message;
            activity.channel = channel;
            activity.answer = answer;
            activity.fromStatus = ReferralStatus::Unstarted;
            activity.toStatus = answer == Answer::Yes ? ReferralStatus::ServiceCompleted : ReferralStatus::Unstarted;
            store.put("activity", activity.id.uuid(), activity);
            return activity.id;
        };
        const MessageId first = ask(store, 0, Text, Delivered, at(9, 10));
        say(0, first, Text, Answer::Yes, at(9, 11));
        ask(store, 0, Email, Sent, at(9, 10));
        say(1, ask(store, 1, Text, Delivered, at(9, 9)), Text, Answer::No, at(9, 10));
        say(3, ask(store, 3, Email, Sent, at(9, 28)), Email, Answer::No, at(9, 29));
        ask(store, 4, Text, Refused, at(9, 30));
        const ActivityId no = say(5, ask(store, 5, Text, Delivered, at(10, 2)), Text, Answer::No, at(10, 3));
        Activity taken = activityOf(referrals[5], ActivityKind::Reverted, at(10, 4));
        taken.revertsId = no;
        store.put("activity", taken.id.uuid(), taken);
        ask(store, 5, Email, Held, at(10, 4));
        const MessageId twice = ask(store, 7, Text, Delivered, at(9, 17));
        say(7, twice, Text, Answer::No, at(9, 20));
        say(7, twice, Text, Answer::Yes, at(9, 24));
        say(8, ask(store, 8, Text, Delivered, at(7, 9)), Text, Answer::Yes, at(7, 11));
        ask(store, 2, Text, Waiting, at(9, 27));
        Message initial = messageOf(2, Text, Delivered, at(9, 20));
        initial.kind = MessageKind::Initial;
        initial.referralId.reset();
        store.put("message", initial.id.uuid(), initial);
    }
    template <typename Store>
    void addOptOuts(Store& store)
    {
        const auto out = [&](const Address& address, QDateTime when, bool optedOut = true) {
            const OptOut entry{.id = OptOutId(ids.next()), .address = address, .optedOut = optedOut, .at = when};
            store.put("opt_out", entry.id.uuid(), entry);
        };
        out(almasPhone, at(9, 15));
        out(almasPhone, at(9, 16), false);
        out(*EmailAddress::parse(u"cleo@example.org"), at(10, 2));
        out(nobodysPhone, at(9, 18));
        out(nobodysPhone, at(8, 1));
    }
    Activity activityOf(const Referral& referral, ActivityKind kind, const QDateTime& when)
    {
        Activity made{.id = ActivityId(ids.next()), .kind = kind, .clientId = referral.clientId};
        made.referralId = referral.id;
        made.at = when;
        return made;
    }
    template <typename Store>
    void note(Store& store, const Referral& referral, ActivityKind kind, const QDateTime& when)
    {
        const Activity made = activityOf(referral, kind, when);
        store.put("activity", made.id.uuid(), made);
    }
    template <typename Store>
    void step(Store& store, int referral, const QDateTime& when, ReferralStatus from, ReferralStatus to)
    {
        Activity made = activityOf(referrals[referral], ActivityKind::StatusChanged, when);
        made.fromStatus = from;
        made.toStatus = to;
        store.put("activity", made.id.uuid(), made);
    }
    Message messageOf(int referral, Channel channel, MessageState state, const QDateTime& when)
    {
        Message made{.id = MessageId(ids.next()),
                     .shareId = ShareId(ids.next()),
                     .clientId = referrals[referral].clientId,
                     .kind = MessageKind::FollowUp,
                     .address = channel == Channel::Text ? almasPhone : cleosMail,
                     .dueAt = when};
        made.referralId = referrals[referral].id;
        made.state = state;
        made.stateAt = when;
        return made;
    }
    template <typename Store>
    MessageId ask(Store& store, int referral, Channel channel, MessageState state, const QDateTime& when)
    {
        const Message made = messageOf(referral, channel, state, when);
        store.put("message", made.id.uuid(), made);
        return made.id;
    }
};

} // namespace handrail::tests
