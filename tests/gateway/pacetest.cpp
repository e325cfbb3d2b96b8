// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/pace.h"
#include "tests/gateway/gatewayworld.h"

#include <cstdio>

using namespace handrail;
using namespace handrail::server;
using namespace handrail::tests;
using namespace Qt::Literals::StringLiterals;
using Kind = SendOutcome::Kind;

namespace {

const QDateTime sharing(QDate(2026, 10, 5), QTime(12, 0), Qt::UTC); // 08:00 in New York
const QDateTime morning(QDate(2026, 10, 12), QTime(12, 0), Qt::UTC);

/// Agencies whose clients' follow-ups are all due at 08:00, a carrier that takes `callMs` for each, and a clock that
/// only moves with them.
struct Queue : GatewayWorld
{
    explicit Queue(PaceSettings pace)
    {
        store.clock.setWall(sharing);
        gateway = std::make_unique<Gateway>(databases, Carriers{&texts, &mail},
                                            GatewaySettings{.publicUrl = u"https://h.example"_s, .pace = pace},
                                            store.environment);
        texts.beforeSend = [this](const OutgoingText& text) {
            store.clock.advanceMs(callMs);
            left.append({text.from, text.to, store.clock.now()});
        };
    }
    /// `count` clients of the agency (store.agency), each with one share; its initial text is long out unless `urgent`.
    void addDue(int count, bool urgent = false)
    {
        const QDateTime now = store.clock.now();
        store.clock.setWall(urgent ? now : sharing);
        QList<Edit> edits;
        for (int i = 0; i < count; ++i) {
            addOne(edits, urgent);
            if (edits.size() > 1000 || i + 1 == count) {
                store.write(*db, edits);
                edits.clear();
            }
        }
        store.clock.setWall(now);
    }
    void addOne(QList<Edit>& edits, bool urgent)
    {
        const auto number = PhoneNumber::fromE164(u"+1937%1"_s.arg(5000000 + ++m_numbers));
        const Client client{.id = ClientId(store.ids.next()),
                            .givenName = u"Maria"_s,
                            .timeZone = u"America/New_York"_s,
                            .assignedWorkerId = worker};
        const Referral referral{ReferralId(store.ids.next()), client.id, ResourceSiteId(store.ids.next()),
                                ReferralStatus::Unstarted,    worker,    store.clock.now()};
        const auto plan = mustHave(planShare({.agency = store.agency,
                                              .client = client,
                                              .worker = worker,
                                              .referrals = {referral},
                                              .text = {true, number, {}, false},
                                              .email = {false, {}, {}, false},
                                              .consentTicked = true,
                                              .consentWording = u"I agree"_s,
                                              .consentLanguage = u"en"_s,
                                              .now = store.clock.now(),
                                              .newId = [this] { return store.ids.next(); }}));
        edits += {records::editOf("client", client.id.uuid(), client),
                  records::editOf("referral", referral.id.uuid(), referral),
                  records::editOf("share", plan.share.id.uuid(), plan.share),
                  records::editOf("consent", plan.consent.id.uuid(), plan.consent)};
        for (Message message : plan.messages) {
            if (message.kind == MessageKind::Initial && !urgent)
                message.state = MessageState::Delivered;
            edits.append(records::editOf("message", message.id.uuid(), message));
        }
    }
    /// A second agency with a number of its own; store.agency is that from now on.
    Session addAgency(const QString& number)
    {
        store.agency.id = AgencyId(store.ids.next());
        store.agency.sendingNumber = number;
        mustWork(createAgency(*db, store.agency, store.environment));
        return {store.agency.id, UserId(store.ids.next()), DeviceId(store.ids.next()), Role::Agent};
    }
    /// One agent's look: claims and hands over. How long it should wait then, in ms.
    int turn(const Session& session)
    {
        const auto claimed = mustHave(gateway->claim(session, 20));
        for (const protocol::Lease& lease : claimed.leases)
            if (!gateway->send(session, lease.messageId, written(lease)).ok())
                ++lapsed;
        return claimed.leases.isEmpty() ? qMax(claimed.moreInMs, 1) : 0;
    }
    [[nodiscard]] int sentFrom(const QString& number) const
    {
        return int(std::ranges::count(left, number, &Left::from));
    }
    [[nodiscard]] int mostInASecond() const
    {
        int most = 0;
        for (qsizetype first = 0, last = 0; last < left.size(); ++last) {
            while (left[first].at.msecsTo(left[last].at) >= 1000)
                ++first;
            most = qMax(most, int(last - first + 1));
        }
        return most;
    }

    struct Left
    {
        QString from;
        QString to;
        QDateTime at;
    };
    int callMs = 20;
    int lapsed = 0;
    QList<Left> left;

private:
    int m_numbers = 0;
};

void drain(int count, int rate)
{
    Queue queue({.textsPerSecond = rate, .textsPerNumber = rate});
    queue.addDue(count);
    queue.store.clock.setWall(morning);
    QDateTime urgentAt;
    while (queue.left.size() < count + (urgentAt.isValid() ? 1 : 0)) {
        if (!urgentAt.isValid() && queue.left.size() > count / 2) {
            queue.addDue(1, true);
            urgentAt = queue.store.clock.now();
        }
        queue.store.clock.advanceMs(queue.turn(queue.agent));
        REQUIRE(morning.secsTo(queue.store.clock.now()) < 4 * count / rate + 60);
    }
    const double seconds = double(morning.msecsTo(queue.left.last().at)) / 1000;
    const double perSecond = double(queue.left.size()) / seconds;
    std::printf("%d due follow-ups at 08:00, set rate %d/s: %.1f s by the moved clock, %.2f a second, at most %d in any "
                "second, %d leases lapsed\n",
                count, rate, seconds, perSecond, queue.mostInASecond(), queue.lapsed);
    CHECK(perSecond > 0.95 * rate);
    CHECK(perSecond < 1.05 * rate + double(rate) / seconds);
    CHECK(queue.mostInASecond() <= 2 * rate + 1);
    CHECK(queue.lapsed == 0);
    CHECK(queue.count(u"SELECT COUNT(*) FROM intent"_s) == count + 1);
    CHECK(queue.count(u"SELECT COUNT(*) FROM message WHERE kind = 'follow_up' AND state = 'sent'"_s) == count);
    const auto urgent = std::ranges::find_if(queue.left, [&](const auto& text) { return text.at >= urgentAt; });
    const auto its = std::ranges::find(queue.left, u"+1937%1"_s.arg(5000000 + count + 1), &Queue::Left::to);
    REQUIRE(its != queue.left.end());
    CHECK(urgentAt.msecsTo(its->at) < 2000);
    CHECK(urgent != queue.left.end());
}

} // namespace

TEST_CASE("gateway pace: a queue at 08:00 drains at the set rate, and what is urgent passes it", "[gateway][pace]")
{
    drain(300, 10);
}

// Its own entry in CTest: some minutes on a small machine.
TEST_CASE("gateway pace: 10,000 due follow-ups at 08:00", "[.][drain]")
{
    // As fast as one agent can hand over with calls of 20 ms, nearly: the fewer looks at the queue, the shorter the test.
    drain(10'000, 40);
}

TEST_CASE("gateway pace: numbers share the carrier's rate", "[gateway][pace]")
{
    Queue queue({.textsPerSecond = 10, .textsPerNumber = 10});
    const QString first = queue.store.agency.sendingNumber;
    const Session firstAgent = queue.agent;
    queue.addDue(400);
    const Session secondAgent = queue.addAgency(u"+19375550200"_s);
    queue.addDue(40);
    queue.store.clock.setWall(morning);
    while (queue.sentFrom(u"+19375550200"_s) < 40) {
        const int wait = qMin(queue.turn(firstAgent), queue.turn(secondAgent));
        queue.store.clock.advanceMs(wait);
        REQUIRE(morning.secsTo(queue.store.clock.now()) < 60);
    }
    const qint64 seconds = morning.secsTo(queue.store.clock.now());
    CHECK(seconds <= 12);                 // 40 at half of 10 a second; not behind the other's 400
    CHECK(queue.sentFrom(first) >= 30);   // which go on meanwhile
    CHECK(queue.left.size() <= 10 * (seconds + 3)); // a second's burst of each, and one before they know of each other
    CHECK(queue.lapsed == 0);
}

TEST_CASE("gateway pace: a number has a rate of its own", "[gateway][pace]")
{
    Queue queue({.textsPerSecond = 100, .textsPerNumber = 2});
    queue.addDue(20);
    queue.store.clock.setWall(morning);
    while (queue.left.size() < 20)
        queue.store.clock.advanceMs(queue.turn(queue.agent));
    CHECK(morning.msecsTo(queue.store.clock.now()) > 8000);
}

TEST_CASE("gateway pace: 429 makes one number wait, not the others", "[gateway][pace]")
{
    Queue queue({.textsPerSecond = 10, .textsPerNumber = 10});
    const QString first = queue.store.agency.sendingNumber;
    const Session firstAgent = queue.agent;
    queue.addDue(30);
    const Session secondAgent = queue.addAgency(u"+19375550200"_s);
    queue.addDue(10);
    queue.store.clock.setWall(morning);
    queue.texts.willAnswer({.kind = Kind::TryLater,
                            .carrierCode = 20429,
                            .reason = u"Slow down."_s,
                            .slowDown = true,
                            .retryAfterSeconds = 30});
    queue.turn(firstAgent);
    const int before = queue.sentFrom(first);
    SECTION("what is leased already waits too, and so does all else of that number")
    {
        CHECK(before == 1);
        CHECK(mustHave(queue.gateway->claim(firstAgent, 20)).leases.isEmpty());
        CHECK(mustHave(queue.gateway->claim(firstAgent, 20)).moreInMs > 20'000);
    }
    SECTION("the other number goes on")
    {
        for (int i = 0; i < 20 && queue.sentFrom(u"+19375550200"_s) < 10; ++i)
            queue.store.clock.advanceMs(queue.turn(secondAgent));
        CHECK(queue.sentFrom(u"+19375550200"_s) == 10);
        CHECK(morning.secsTo(queue.store.clock.now()) < 10);
    }
    SECTION("it begins again after the time that the carrier named, and some")
    {
        queue.store.clock.advanceSeconds(29);
        CHECK(mustHave(queue.gateway->claim(firstAgent, 20)).leases.isEmpty());
        queue.store.clock.advanceSeconds(10);
        CHECK_FALSE(mustHave(queue.gateway->claim(firstAgent, 20)).leases.isEmpty());
    }
    CHECK(queue.count(u"SELECT COUNT(*) FROM message WHERE state = 'unknown' OR state = 'refused'"_s) == 0);
}

TEST_CASE("gateway pace: pauses", "[gateway][pace]")
{
    GatewayWorld world;
    const QDateTime now = world.store.clock.now();
    const SendOutcome slow{.kind = Kind::TryLater, .slowDown = true, .retryAfterSeconds = 10};
    const auto after = [&](const SendOutcome& outcome, const QDateTime& at) {
        return mustHave(world.db->transaction([&]() -> Result<Pace> {
            auto records = Records::lock(*world.db, world.store.agency.id, world.store.environment);
            if (!records)
                return records.error();
            if (auto paced = paceAfter(*records, Channel::Text, outcome, at, world.store.random); !paced)
                return paced.error();
            return paceOf(*records, Channel::Text);
        }));
    };
    SECTION("double with each one in a row, with a random part, and end with a text that was taken")
    {
        const Pace one = after(slow, now);
        CHECK(now.secsTo(one.pausedUntil) >= 10);
        CHECK(now.secsTo(one.pausedUntil) <= 13);
        const QDateTime later = one.pausedUntil.addSecs(1);
        const Pace two = after(slow, later);
        CHECK(later.secsTo(two.pausedUntil) >= 20);
        const QDateTime muchLater = two.pausedUntil.addSecs(1);
        CHECK(after({.kind = Kind::Sent}, muchLater).strikes == 0);
        CHECK(muchLater.secsTo(after(slow, muchLater).pausedUntil) <= 13);
    }
    SECTION("are one, however many calls of that moment fail")
    {
        const Pace one = after(slow, now);
        CHECK(after(slow, now.addSecs(1)).pausedUntil == one.pausedUntil);
        CHECK(after(slow, now.addSecs(1)).strikes == 1);
    }
    SECTION("are never longer than an hour and a quarter")
    {
        QDateTime at = now;
        for (int i = 0; i < 20; ++i)
            at = after(slow, at).pausedUntil.addSecs(1);
        CHECK(at.secsTo(after(slow, at).pausedUntil) <= 4500);
    }
    SECTION("tell an administrator's trouble in words")
    {
        SendOutcome stop{.kind = Kind::TryLater, .reason = u"Not registered."_s, .administrator = true};
        CHECK(after(stop, now).trouble == u"Not registered."_s);
        CHECK(after({.kind = Kind::Sent}, now.addSecs(7200)).trouble.isEmpty());
    }
    SECTION("aren't made by what is about one message only")
    {
        CHECK_FALSE(after({.kind = Kind::Refused}, now).pausedUntil.isValid());
        CHECK_FALSE(after({.kind = Kind::Unknown}, now).pausedUntil.isValid());
        CHECK_FALSE(after({.kind = Kind::TryLater}, now).pausedUntil.isValid());
    }
    SECTION("of texts leave mail alone")
    {
        world.share(world.addClient(u"Maria"_s), 1, true);
        after(slow, now);
        const auto leases = world.claim();
        REQUIRE(leases.size() == 1);
        CHECK(world.message(leases.first().messageId).channel() == Channel::Email);
    }
}
