// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/world.h"

using namespace Qt::Literals::StringLiterals;

namespace handrail::sim {

World::World(Setting setting)
    : m_setting(std::move(setting))
    , m_plan(m_setting.seed, m_setting.only)
    , m_trace(m_timeline)
    , m_founding(Founding::get())
    , m_folder(templateOfFolders())
    , m_judge(m_stage, m_founding)
    , m_texts(m_stage, m_judge)
    , m_mail(m_stage, m_judge)
    , m_clientMail(m_stage, m_judge)
    , m_front(m_stage)
{
    m_plan.intensity = m_setting.intensity;
    m_trace.live = m_setting.live;
    join();
}

World::~World() = default;

/// A run begins on one of two Mondays: all of it in summer time, or clocks go back to winter time in its midst. (Not in
/// spring: the founders' devices would have been away for too long and be signed out.)
void World::begin()
{
    constexpr int weeksAfter[] = {0, 3};
    m_timeline.startAt(Timeline::founded + weeksAfter[m_plan.dice("season").below(2)] * 7 * day);
    if (isMode("chaos"))
        m_plan.intensity *= 5;
    m_plan.enumerates = isMode("steps");
}

void World::joinServers(const QString& file)
{
    Dice dice = m_plan.dice("servers");
    const int count = dice.chance(0.4) && !isSmall() ? 2 : 1;
    for (int i = 0; i < count; ++i) {
        m_front.nodes.push_back(std::make_unique<ServerNode>(m_stage, i == 0 ? "server" : "server2", file,
                                                             server::Carriers{&m_texts, &m_mail}, m_clientMail));
        ServerNode& node = *m_front.nodes.back();
        node.clock.offsetMs = dice.between(-1500, 1500);
        node.served = [this](const server::Request& request, const server::Response& response) {
            m_judge.served(request, response);
        };
        node.news = [this](const QByteArray& topic) {
            for (const auto& desk : m_desks)
                if (m_founding.agencies[desk->seat().agency].id.toString().toLatin1() == topic && !desk->link.isCut())
                    desk->wake(m_plan.dice("news." + desk->name).between(100, 20 * second));
        };
        node.rounds = [this, process = &node](bool began, bool well) {
            QList<InboundText>& listed = m_texts.listed[process];
            if (began)
                return listed.clear();
            if (!well)
                return;
            std::ranges::stable_sort(listed, {}, &InboundText::receivedAt);
            for (const InboundText& text : std::as_const(listed))
                for (int agency = 0; agency < m_founding.agencies.size(); ++agency)
                    if (text.to == m_founding.agencies[agency].sendingNumber)
                        m_judge.textApplied(agency, text);
        };
    }
}

void World::joinDesks()
{
    // The second agency has one desk: enough to tell that nothing of it leaks.
    Dice who = m_plan.dice("desks");
    for (const Seat& seat : m_founding.seats)
        if (seat.name == "A1" || (!isSmall() && (seat.agency == 0 ? who.chance(0.7) : seat.name == "B1")))
            m_desks.push_back(std::make_unique<Desk>(m_stage, seat, m_front, m_judge, m_folder.path()));
    for (const auto& desk : m_desks) {
        if (!isSmall())
            desk->clock.driftPpm = double(who.between(-200, 200));
        desk->clock.stopsInSleep = Dice(m_plan.seed(), "sleeper." + desk->name).chance(0.5);
        // Under what is put right by the server's time.
        if (isMode("clock"))
            desk->clock.offsetMs = -who.between(60, 115) * second;
        if (!desk->isHeadless())
            m_screens[desk->seat().agency].append(desk.get());
    }
}

void World::join()
{
    begin();
    const QString file = m_folder.filePath(u"server.db"_s);
    copyDatabase(m_founding.serverFile, file);
    joinServers(file);
    const auto roundSoon = [this] {
        const qint64 at = m_timeline.now() + m_plan.dice("round").between(second, minute);
        if (m_roundAt > m_timeline.now() && m_roundAt <= at)
            return;
        m_roundAt = at;
        m_timeline.at(at, [this] { m_front.round(); });
    };
    // A client who opts out just as the agent gets its lease.
    m_judge.leased = [this](const ModelMessage& message) {
        if (message.made.channel() != Channel::Text || !m_plan.fault("race.stop", isMode("refusal") ? 0.4 : 0.02))
            return;
        m_trace.saw("a client texts STOP while a lease is given");
        m_texts.receive(message.made.address.value(), m_founding.agencies[message.agency].sendingNumber, u"STOP"_s);
        m_timeline.in(m_plan.dice("race.round").between(1, 200), [this] { m_front.round(); });
    };
    m_texts.news = roundSoon;
    m_clientMail.news = roundSoon;
    m_people = std::make_unique<People>(m_stage, m_judge, m_front, m_texts, m_clientMail);
    m_people->storm = isMode("storm");
    m_people->refuse = isMode("refusal");
    m_people->silent = isMode("steps");
    m_texts.delivered = [this](const CarrierText& text) { m_people->gotText(text); };
    m_mail.delivered = [this](const OutgoingMail& mail) { m_people->gotMail(mail); };
    m_texts.report = [this](const QString& reference, const TextReport& report) {
        m_front.report(reference, report);
    };
    for (const auto& node : m_front.nodes)
        node->start();
    joinDesks();
    for (const auto& desk : m_desks)
        desk->start();
    watchWaking();
    if (auto opened = server::Database::open({.name = file}, &m_readersNews))
        m_reader = std::move(*opened);
    m_judge.reader = [this] { return m_reader.get(); };
    m_judge.present = [this] {
        QList<const Seat*> seats;
        for (const auto& desk : m_desks)
            if (desk->isUp())
                seats.append(&desk->seat());
        return seats;
    };
    // The worker's rounds: often enough for what has to be looked up.
    m_timeline.in(minute, [this] { roundsGoOn(); });
}

void World::roundsGoOn()
{
    m_front.round();
    m_timeline.in(m_plan.dice("pollround").between(hour, 8 * hour), [this] { roundsGoOn(); });
}

bool World::runUntil(qint64 ms)
{
    while (!m_judge.violation() && !m_timeline.isEmpty() && m_timeline.nextAt() <= ms)
        m_timeline.step();
    return !m_judge.violation();
}

/// All faults stop; what was cut or closed is back; then everything must finish (I7).
void World::quiesce()
{
    m_plan.quiet = true;
    m_trace.tell(u"faults stop"_s);
    m_front.fillDisk(false);
    for (const auto& desk : m_desks) {
        desk->thaw();
        bringUpToDate(*desk);
        desk->idleLeast = 4 * hour;
        desk->idleMost = 8 * hour;
        desk->wake(minute);
    }
}

/// What is claimed, against what the carriers and the people know, and the desks against the server.
void World::compareAll()
{
    m_judge.finish();
    for (const auto& desk : m_desks)
        if (desk->isUp() && !m_judge.violation() && !m_judge.isDisabled(desk->seat())) {
            m_judge.compare(desk->seat(), desk->store());
            m_judge.compareRecords(desk->seat(), desk->file(), desk->storeKey());
        }
}

Outcome World::run()
{
    if (isMode("steps")) {
        planSteps();
    } else {
        plan();
        planStaff();
        planTroubles();
        planVersions();
    }
    const qint64 end = m_timeline.start() + m_setting.days * day;
    // Late follow-ups go out one a day.
    if (runUntil(end) && !isMode("chaos")) {
        quiesce();
        if (runUntil(qBound(end, m_lastDue, end + 40 * day) + 5 * day))
            compareAll();
    }
    return {.violation = m_judge.violation(),
            .traceHash = m_trace.hash(),
            .events = m_timeline.done(),
            .acceptances = m_judge.acceptances(),
            .agencyYears =
                double(m_timeline.now() - m_timeline.start()) / double(365 * day) * double(m_founding.agencies.size()),
            .happened = m_plan.happened(),
            .story = m_trace.story(),
            .seen = m_trace.seen(),
            .opportunities = m_plan.opportunities()};
}

} // namespace handrail::sim
