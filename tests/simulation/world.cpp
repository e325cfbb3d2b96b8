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
{
    m_plan.intensity = m_setting.intensity;
    m_trace.live = m_setting.live;
    join();
}

World::~World() = default;

void World::join()
{
    const QString file = m_folder.filePath(u"server.db"_s);
    copyDatabase(m_founding.serverFile, file);
    m_server = std::make_unique<ServerNode>(m_stage, "server", file, server::Carriers{&m_texts, &m_mail});
    m_server->served = [this](const server::Request& request, const server::Response& response) {
        m_judge.served(request, response);
    };
    const auto roundSoon = [this] {
        const qint64 at = m_timeline.now() + m_plan.dice("round").between(second, minute);
        if (m_roundAt > m_timeline.now() && m_roundAt <= at)
            return;
        m_roundAt = at;
        m_timeline.at(at, [this] { m_server->round(); });
    };
    m_server->news = [this](const QByteArray& topic) {
        for (const auto& desk : m_desks)
            if (m_founding.agencies[desk->seat().agency].id.toString().toLatin1() == topic && !desk->link.isCut())
                desk->wake(m_plan.dice("news." + desk->name).between(100, 20 * second));
    };
    m_server->rounds = [this](bool began, bool well) {
        if (began) {
            m_texts.listed.clear();
            return;
        }
        if (!well)
            return;
        std::ranges::stable_sort(m_texts.listed, {}, &InboundText::receivedAt);
        for (const InboundText& text : std::as_const(m_texts.listed))
            for (int i = 0; i < m_founding.agencies.size(); ++i)
                if (text.to == m_founding.agencies[i].sendingNumber)
                    m_judge.textApplied(i, text);
    };
    // A client who opts out just as the agent gets its lease.
    m_judge.leased = [this](const ModelMessage& message) {
        if (message.made.channel() != Channel::Text || !m_plan.fault("race.stop", 0.02))
            return;
        m_texts.receive(message.made.address.value(), m_founding.agencies[message.agency].sendingNumber, u"STOP"_s);
        m_timeline.in(m_plan.dice("race.round").between(1, 200), [this] { m_server->round(); });
    };
    m_texts.news = roundSoon;
    m_people = std::make_unique<People>(m_stage, m_judge, *m_server, m_texts);
    m_texts.delivered = [this](const CarrierText& text) { m_people->gotText(text); };
    m_mail.delivered = [this](const OutgoingMail& mail) { m_people->gotMail(mail); };
    m_texts.report = [this](const QString& reference, const TextReport& report) {
        m_server->report(reference, report);
    };
    m_server->start();
    // The second agency has one desk: enough to tell that nothing of it leaks.
    Dice who = m_plan.dice("desks");
    for (const Seat& seat : m_founding.seats)
        if (seat.agency == 0 ? (seat.name == "A1" || (who.chance(0.6) && m_setting.mode != "clock"))
                             : seat.name == "B1")
            m_desks.push_back(std::make_unique<Desk>(m_stage, seat, *m_server, m_judge, m_folder.path()));
    if (m_setting.mode == "clock")
        for (const auto& desk : m_desks)
            desk->clock.offsetMs = who.between(5 * minute, 3 * hour);
    for (const auto& desk : m_desks)
        desk->start();
    if (auto opened = server::Database::open({.name = file}, &m_readersNews))
        m_reader = std::move(*opened);
    m_judge.reader = [this] { return m_reader.get(); };
    // The worker's rounds: often enough for what has to be looked up.
    m_timeline.in(minute, [this] { roundsGoOn(); });
}

void World::roundsGoOn()
{
    m_server->round();
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
    m_server->fillDisk(false);
    for (const auto& desk : m_desks) {
        desk->thaw();
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
        if (desk->isUp() && !m_judge.violation())
            m_judge.compare(desk->seat(), desk->store());
}

Outcome World::run()
{
    plan();
    planTroubles();
    const qint64 end = Timeline::start + m_setting.days * day;
    // Late follow-ups go out one a day.
    if (runUntil(end)) {
        quiesce();
        if (runUntil(qMax(end, m_lastDue) + 5 * day))
            compareAll();
    }
    return {.violation = m_judge.violation(),
            .traceHash = m_trace.hash(),
            .events = m_timeline.done(),
            .acceptances = m_judge.acceptances(),
            .agencyYears =
                double(m_timeline.now() - Timeline::start) / double(365 * day) * double(m_founding.agencies.size()),
            .happened = m_plan.happened(),
            .story = m_trace.story()};
}

} // namespace handrail::sim
