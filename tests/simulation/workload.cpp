// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/casework/clients.h"
#include "core/casework/optouts.h"
#include "core/casework/referrals.h"
#include "core/casework/sharing.h"
#include "tests/simulation/world.h"

using namespace Qt::Literals::StringLiterals;

/// What people at the desks do in a run.
namespace handrail::sim {

/// Planned by its name: it happens, unless a list of what does leaves it out.
void World::op(const QByteArray& name, qint64 at, std::function<void(Dice&)> deed)
{
    m_timeline.at(at, [this, name, deed = std::move(deed)] {
        if (!m_plan.happens(name))
            return;
        Dice dice(m_plan.seed(), name);
        deed(dice);
    });
}

void World::plan()
{
    int number = 0;
    const auto next = [&](const char* kind) { return QByteArray(kind) + '#' + QByteArray::number(++number); };
    Dice dice = m_plan.dice("plan");
    for (int today = 0; today < m_setting.days; ++today) {
        const auto workTime = [&] { return m_timeline.start() + today * day + dice.between(3 * hour, 12 * hour); };
        const bool weekend = today % 7 >= 5;
        if (weekend && !dice.chance(0.2))
            continue;
        for (int i = today == 0 ? 4 : int(dice.chance(0.3)); i > 0; --i)
            op(next("client"), m_timeline.start() + today * day + dice.between(2 * hour, 3 * hour),
               [this](Dice& d) { newClient(d); });
        for (qint64 i = today < 5 ? dice.between(2, 5) : 0; i > 0; --i)
            op(next("share"), workTime(), [this](Dice& d) { share(d); });
        for (int i = isMode("offline") ? 6 : int(dice.chance(0.5)); i > 0; --i)
            op(next("edit"), workTime(), [this](Dice& d) { edit(d); });
        if (dice.chance(isMode("refusal") ? 0.9 : 0.06))
            op(next("withdraw"), workTime(), [this](Dice& d) { withdraw(d); });
        if (dice.chance(isMode("refusal") ? 0.6 : 0.04))
            op(next("optout"), workTime(), [this](Dice& d) { optOut(d); });
        if (dice.chance(0.4))
            op(next("decide"), workTime(), [this](Dice& d) { decide(d); });
    }
}

void World::planTroubles()
{
    int number = 0;
    planMode();
    Dice dice = m_plan.dice("troubles");
    const auto maybe = [&](double chance) { return dice.chance(chance * m_setting.intensity); };
    const auto next = [&](const QByteArray& kind) { return kind + '#' + QByteArray::number(++number); };
    for (int today = 0; today < m_setting.days; ++today) {
        const auto anyTime = [&] { return m_timeline.start() + today * day + dice.between(0, day); };
        for (const auto& desk : m_desks) {
            Desk* it = desk.get();
            if (maybe(0.05))
                op(next("kill." + it->name), anyTime(), [this, it](Dice&) {
                    m_trace.tell(u"%1 is killed"_s.arg(QString::fromLatin1(it->name)));
                    m_trace.saw("a desk is killed at any time");
                    it->kill();
                });
            if (maybe(0.05))
                op(next("cut." + it->name), anyTime(), [this, it](Dice& d) {
                    const bool oneWay = d.chance(0.3);
                    const qint64 length = d.chance(0.5) ? d.between(minute, hour) : d.between(hour, 4 * day);
                    m_trace.tell(u"%1 is cut off%2 for %3 min"_s
                                     .arg(QString::fromLatin1(it->name), oneWay ? u" from replies"_s : QString())
                                     .arg(length / minute));
                    it->link.cutUntil(m_timeline.now() + length, oneWay);
                });
            if (maybe(0.05))
                op(next("sleep." + it->name), anyTime(), [this, it](Dice& d) {
                    const qint64 length = d.chance(0.5) ? d.between(minute, hour) : d.between(hour, 8 * day);
                    m_trace.saw("a laptop is closed");
                    m_trace.tell(u"%1 sleeps for %2 min"_s.arg(QString::fromLatin1(it->name)).arg(length / minute));
                    it->freezeUntil(m_timeline.now() + length);
                });
            if (maybe(isMode("full") ? 0.5 : 0.02))
                op(next("full." + it->name), anyTime(), [this, it](Dice& d) {
                    m_trace.tell(u"the disk of %1 is full"_s.arg(QString::fromLatin1(it->name)));
                    it->fillDisk(true);
                    m_timeline.in(d.between(minute, day), [it] { it->fillDisk(false); });
                });
            if (maybe(0.03))
                op(next("clock." + it->name), anyTime(), [this, it](Dice& d) {
                    it->setClock(d.between(-3 * hour, 3 * hour));
                    m_trace.tell(u"the clock of %1 is %2 min off now"_s.arg(QString::fromLatin1(it->name))
                                     .arg(it->clock.offsetMs / minute));
                });
        }
        if (isMode("years") && today >= 1 && today < 8)
            for (const auto& desk : m_desks)
                if (maybe(0.15))
                    op(next("year." + desk->name), anyTime(), [this, it = desk.get()](Dice& d) {
                        const qint64 off = d.chance(0.5) ? 365 * day : d.between(7, 12) * day;
                        it->setClock(d.chance(0.3) ? off : -off);
                        m_trace.saw("a desk's clock is days or a year off");
                        m_trace.tell(u"the clock of %1 is %2 days off now"_s.arg(QString::fromLatin1(it->name))
                                         .arg(it->clock.offsetMs / day));
                    });
        if (maybe(0.1))
            op(next("kill.server"), anyTime(), [this](Dice&) {
                m_trace.tell(u"a server is killed"_s);
                m_trace.saw("a server is killed at any time");
                m_front.any().kill();
            });
        if (maybe(0.05))
            op(next("smsdown"), anyTime(), [this](Dice& d) {
                m_trace.tell(u"the text carrier is down"_s);
                m_texts.goDownUntil(m_timeline.now() + d.between(minute, 6 * hour));
            });
        if (maybe(0.03))
            op(next("diskfull"), anyTime(), [this](Dice& d) {
                m_trace.tell(u"the server's disk is full"_s);
                m_front.fillDisk(true);
                m_timeline.in(d.between(minute, 3 * hour), [this] {
                    m_trace.tell(u"the server's disk has room again"_s);
                    m_front.fillDisk(false);
                });
            });
    }
}

/// What a kind of run brings beside the usual.
void World::planMode()
{
    if (isMode("monday"))
        op("monday#1", m_timeline.start() + 7 * day + 8 * hour, [this](Dice& dice) {
            const qint64 morning = m_timeline.now() + 6 * day + 20 * hour;
            m_trace.tell(u"all desks and agents are off until the next Monday"_s);
            m_trace.saw("all desks wake on one Monday morning with what was left");
            for (const auto& desk : m_desks)
                desk->freezeUntil(morning + dice.between(0, minute));
        });
    if (isMode("offline"))
        op("offline#1", m_timeline.start() + 2 * day, [this](Dice& dice) {
            m_trace.tell(u"all desks are cut off for days"_s);
            m_trace.saw("all desks work offline for days");
            for (const auto& desk : m_desks)
                desk->link.cutUntil(m_timeline.now() + dice.between(day, 5 * day), false);
        });
    if (isMode("carrier"))
        for (int today : {3, 8})
            op("carrier#" + QByteArray::number(today), m_timeline.start() + today * day + 2 * hour, [this](Dice& dice) {
                m_trace.tell(u"the text carrier is down for six hours, and its lists are late after that"_s);
                m_texts.goDownUntil(m_timeline.now() + 6 * hour);
                m_texts.listsLateUntil(m_timeline.now() + 6 * hour + dice.between(hour, day));
            });
}

/// A laptop that is closed in the midst of what its agent does, and wakes with its clock set back: by the clock on the wall no
/// time has gone by.
void World::watchWaking()
{
    if (!isMode("clock"))
        return;
    for (const auto& desk : m_desks)
        desk->step = [this, it = desk.get()](const char* where) {
            if (qstrcmp(where, "reply") != 0)
                return;
            const auto dice = m_plan.fault("wake." + it->name, 0.02);
            if (!dice)
                return;
            const qint64 length = Dice(*dice).between(2 * minute, 20 * minute);
            m_trace.tell(u"%1 sleeps for %2 min and wakes with its clock where it was"_s.arg(QString::fromLatin1(it->name)).arg(length / minute));
            m_trace.saw("a laptop wakes with its clock set back");
            it->freezeUntil(m_timeline.now() + length);
            it->setClock(it->clock.offsetMs - length);
        };
}

World::Client* World::anyClient(Dice& dice)
{
    return m_clients.isEmpty() ? nullptr : &m_clients[dice.below(m_clients.size())];
}

void World::newClient(Dice& dice)
{
    QList<int> screens;
    for (int i = 0; i < int(m_desks.size()); ++i)
        if (!m_desks[size_t(i)]->isHeadless())
            screens.append(i);
    Client client{
        .id = ClientId(QUuid()), .desk = dice.pick(screens), .phone = {}, .email = {}, .referrals = {}, .shares = {}};
    Desk& desk = deskOf(client);
    const int number = ++m_lastClient;
    client.phone = u"+1937555%1"_s.arg(2000 + number);
    client.email = u"c%1@client.example"_s.arg(number);
    desk.atScreen([&](casework::Desk& at) {
        const QString zone = dice.pick<QString>(
            {u"America/New_York"_s, u"America/Los_Angeles"_s, u"America/Chicago"_s, u"America/Phoenix"_s});
        const auto saved =
            casework::saveClient(at, {.givenName = u"Given%1"_s.arg(number),
                                      .familyName = u"Fam%1%2"_s.arg(QLatin1Char(desk.name[0])).arg(number),
                                      .language = dice.chance(0.5) ? u"en"_s : u"es"_s,
                                      .timeZone = zone,
                                      .contactPoints = {{.channel = Channel::Text, .typed = client.phone},
                                                        {.channel = Channel::Email, .typed = client.email}}});
        if (!saved)
            return m_trace.tell(
                u"%1 can't save a client: %2"_s.arg(QString::fromLatin1(desk.name), saved.error().sentence));
        client.id = *saved;
        m_judge.saved(desk.seat(), u"client"_s, saved->uuid());
        m_clients.append(client);
        m_trace.tell(u"%1 takes in client %2"_s.arg(QString::fromLatin1(desk.name)).arg(number));
    });
}

void World::learn(Desk& desk, Client& client, const QList<ReferralId>& referrals)
{
    if (referrals.isEmpty() || !desk.isUp())
        return;
    const auto shares = desk.store().shares().sharesOf(referrals.first());
    for (const Share& made : shares ? *shares : QList<Share>()) {
        if (client.shares.contains(made.id))
            continue;
        client.shares.append(made.id);
        m_judge.shared(desk.seat(), desk.store(), made.id, desk.isMisled());
        m_trace.saw(made.referralIds.size() > 1 ? "a share of several referrals" : "a share of one referral");
        const auto messages = desk.store().shares().messagesOf(made.id);
        for (const Message& message : messages ? *messages : QList<Message>()) {
            m_lastDue = qMax(m_lastDue, message.dueAt.toMSecsSinceEpoch());
            m_timeline.at(message.dueAt.toMSecsSinceEpoch(), [this, agency = desk.seat().agency] {
                for (const auto& other : m_desks)
                    if (other->seat().agency == agency)
                        other->wake(m_plan.dice("due." + other->name).between(0, 2 * minute));
            });
        }
    }
}

void World::share(Dice& dice)
{
    Client* client = anyClient(dice);
    if (client == nullptr)
        return;
    // In this order: what a seed means hangs on it.
    const qint64 count = dice.between(1, 3);
    const Dice forSites = dice;
    for (qint64 i = 0; i < count; ++i)
        dice.next();
    const double channels = dice.unit();
    share(*client, {.sites = count, .text = channels < 0.8, .email = channels > 0.4, .agreed = !dice.chance(0.1)}, forSites);
}

void World::share(Client& client, const Wish& wish, Dice dice)
{
    Desk& desk = deskOf(client);
    auto sites = m_founding.sites[desk.seat().agency];
    QList<ResourceSiteId> chosen;
    for (qint64 i = 0; i < wish.sites; ++i)
        chosen.append(sites.takeAt(dice.below(sites.size())).id);
    QList<ReferralId> referrals;
    const bool lived = desk.atScreen([&](casework::Desk& at) {
        const auto made = casework::createReferrals(at, client.id, chosen);
        if (!made)
            return m_trace.tell(u"%1 can't refer: %2"_s.arg(QString::fromLatin1(desk.name), made.error().sentence));
        for (const Referral& referral : *made) {
            referrals.append(referral.id);
            m_judge.saved(desk.seat(), u"referral"_s, referral.id.uuid());
        }
        client.referrals += referrals;
        if (const auto full = m_plan.fault("fullnow." + desk.name, isMode("full") ? 0.3 : 0.01)) {
            m_trace.tell(u"the disk of %1 fills up"_s.arg(QString::fromLatin1(desk.name)));
            m_trace.saw("a desk's disk fills up between two presses");
            desk.fillDisk(true);
            m_timeline.in(Dice(*full).between(minute, hour), [it = &desk] { it->fillDisk(false); });
        }
        const auto panel = casework::prepareShare(at, client.id, referrals);
        if (!panel)
            return m_trace.tell(
                u"%1 can't open the share panel: %2"_s.arg(QString::fromLatin1(desk.name), panel.error().sentence));
        const auto shared = casework::share(at, *panel,
                                            {.text = wish.text,
                                             .phoneTyped = client.phone,
                                             .email = wish.email,
                                             .emailTyped = client.email,
                                             .consent = wish.agreed});
        if (shared && !wish.agreed)
            m_judge.fail(u"I3"_s, u"the client has not agreed, and the share was made all the same"_s);
        if (shared)
            m_trace.tell(u"%1 shares %2 referral(s) with %3%4 %5"_s.arg(QString::fromLatin1(desk.name))
                             .arg(referrals.size())
                             .arg(client.phone, wish.text ? u" by text"_s : QString(), wish.email ? u" by mail"_s : QString()));
        else
            m_trace.tell(u"%1 can't share: %2"_s.arg(QString::fromLatin1(desk.name), shared.error().sentence));
        if (!shared && !wish.agreed)
            m_trace.saw("a share without consent is refused");
        const auto kept = shared ? desk.store().shares().share(*shared) : Result<std::optional<Share>>(std::nullopt);
        if (shared && (!kept || !*kept))
            m_judge.fail(u"I16"_s, u"%1 said that the share was made, and it is not there"_s.arg(QString::fromLatin1(desk.name)));
    });
    // What stands in the store was done, whatever the screen came to say.
    if (lived)
        return learn(desk, client, referrals);
    desk.atStart.append([this, index = &client - m_clients.data(), referrals] {
        Client& again = m_clients[index];
        learn(deskOf(again), again, referrals);
    });
}

/// Mostly by whose client it is; else by whoever sees it, so that several desks write beside each other.
Desk& World::someDesk(const Client& client, Dice& dice)
{
    Desk& own = deskOf(client);
    if (dice.chance(0.5))
        return own;
    Desk& other = *dice.pick(m_screens[own.seat().agency]);
    if (!other.isUp())
        return own;
    const auto known = other.store().clients().client(client.id);
    return known && *known ? other : own;
}

void World::edit(Dice& dice)
{
    Client* client = anyClient(dice);
    if (client == nullptr || client->referrals.isEmpty())
        return;
    Desk& desk = someDesk(*client, dice);
    if (&desk != &deskOf(*client))
        m_trace.saw("a referral is edited at several desks");
    const ReferralId referral = dice.pick(client->referrals);
    desk.atScreen([&](casework::Desk& at) {
        if (dice.chance(0.5)) {
            m_trace.saw("a note is written");
            const auto noted = casework::addNote(at, referral, u"note %1"_s.arg(dice.below(1000)));
            m_trace.tell(u"%1 writes a note%2"_s.arg(QString::fromLatin1(desk.name),
                                                     noted ? QString() : u": "_s + noted.error().sentence));
            return;
        }
        const ReferralStatus status =
            dice.pick<ReferralStatus>({ReferralStatus::InReview, ReferralStatus::ServiceInProgress,
                                       ReferralStatus::ServiceCompleted, ReferralStatus::Canceled});
        const auto set = casework::setStatus(at, referral, status, {});
        m_trace.saw(set ? "a status is set" : "a status can't be set");
        m_trace.tell(u"%1 sets a referral to %2%3"_s.arg(QString::fromLatin1(desk.name), statusLabel(status),
                                                         set ? QString() : u": "_s + set.error().sentence));
    });
}

void World::withdraw(Dice& dice)
{
    Client* client = anyClient(dice);
    if (client == nullptr || client->shares.isEmpty())
        return;
    Desk& desk = deskOf(*client);
    desk.atScreen([&](casework::Desk& at) {
        m_trace.saw("a consent is withdrawn");
        const auto done = casework::withdrawConsent(at, dice.pick(client->shares), u"changed her mind"_s);
        m_trace.tell(u"%1 withdraws a consent of %2%3"_s.arg(QString::fromLatin1(desk.name), client->phone,
                                                             done ? QString() : u": "_s + done.error().sentence));
    });
}

void World::optOut(Dice& dice)
{
    Client* client = anyClient(dice);
    if (client == nullptr)
        return;
    Desk& desk = deskOf(*client);
    const bool text = dice.chance(0.5);
    const auto phone = PhoneNumber::fromE164(client->phone);
    const auto email = EmailAddress::parse(client->email);
    if (!phone || !email)
        return;
    desk.atScreen([&](casework::Desk& at) {
        m_trace.saw("a worker records an opt-out");
        const auto done =
            casework::recordOptOut(at, text ? Address(*phone) : Address(*email), u"no more"_s, client->id);
        m_trace.tell(u"%1 records that %2 opts out%3"_s.arg(QString::fromLatin1(desk.name),
                                                            text ? client->phone : client->email,
                                                            done ? QString() : u": "_s + done.error().sentence));
    });
}

void World::decide(Dice& dice)
{
    Client* client = anyClient(dice);
    if (client == nullptr || !deskOf(*client).isUp())
        return;
    Desk& desk = deskOf(*client);
    const auto held = desk.store().messages().find({.states = {MessageState::Held}}, {0, 10});
    if (!held || held->isEmpty())
        return;
    const MessageId id = dice.pick(*held).message.id;
    const bool again = dice.chance(0.6);
    m_trace.saw(again ? "a worker decides to send again" : "a worker gives a message up");
    m_trace.tell(u"%1 decides about a held message: %2"_s.arg(QString::fromLatin1(desk.name),
                                                              again ? u"send again"_s : u"give up"_s));
    desk.askServer([this, id, again](sync::ServerLink& link) {
        const auto done = link.decide(id, {.decision = again ? protocol::DecisionRequest::Decision::SendAgain
                                                             : protocol::DecisionRequest::Decision::GiveUp,
                                           .note = u"decided"_s});
        if (!done)
            m_trace.tell(u"the decision did not get through: %1"_s.arg(done.error().sentence));
    });
}

} // namespace handrail::sim
