// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/desk.h"

#include "core/sync/backoff.h"
#include "core/sync/session.h"
#include "tests/simulation/fragilestore.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace handrail::sim {

namespace {

constexpr double dieAtStep = 0.00005;

} // namespace

Desk::Desk(Stage given, const Seat& seat, Front& server, Judge& judge, const QString& folder)
    : Process(given, seat.name)
    , link(*this, server)
    , clock(*this, dieAtStep)
    , serverTime(clock, folder + u'/' + QString::fromLatin1(seat.name) + u".server-clock"_s)
    , m_seat(seat)
    , m_judge(judge)
    , m_file(folder + u'/' + QString::fromLatin1(seat.name) + u".db"_s)
    , m_random(given.plan.seed(), name)
    , m_ids(given.plan.seed(), name, clock)
{
    m_keychain.secrets = seat.keychain;
    copyDatabase(seat.store, m_file);
    link.leaving = [this](const HttpRequest& request) { m_judge.leaving(m_seat, request, clock.stopsInSleep ? wokeAt() : 0); };
}

Desk::Desk(const Desk& of, const QByteArray& cloneName, Front& server, const QString& folder)
    : Process(of.stage, cloneName)
    , link(*this, server)
    , clock(*this, dieAtStep)
    , serverTime(clock, folder + u'/' + QString::fromLatin1(cloneName) + u".server-clock"_s)
    , m_seat(of.m_seat)
    , m_judge(of.m_judge)
    , m_file(folder + u'/' + QString::fromLatin1(cloneName) + u".db"_s)
    , m_random(of.stage.plan.seed(), name)
    , m_ids(of.stage.plan.seed(), name, clock)
{
    m_keychain.secrets = of.m_keychain.secrets;
    copyDatabase(of.m_file, m_file);
    link.leaving = [this](const HttpRequest& request) { m_judge.leaving(m_seat, request, clock.stopsInSleep ? wokeAt() : 0); };
}

void Desk::setClock(qint64 offsetMs)
{
    stage.trace.saw(offsetMs > clock.offsetMs ? "a desk's clock jumps forward" : "a desk's clock jumps back");
    clock.offsetMs = offsetMs;
    m_clockSetAt = stage.timeline.now();
}

bool Desk::isMisled() const
{
    // As the product's tolerance, and what a slow line adds.
    constexpr qint64 close = 5 * minute;
    const qint64 wrong = stage.timeline.now() - clock.peek().toMSecsSinceEpoch();
    return std::abs(wrong) > close && m_heardAt <= m_clockSetAt;
}

Desk::~Desk()
{
    endWork();
}

std::unique_ptr<LocalStore> Desk::open()
{
    auto opened = openLocalStore(m_file, {m_keychain, m_random, serverTime, m_ids});
    if (!opened) {
        m_judge.fail(u"I5"_s, u"the store of %1 does not open any more: %2"_s.arg(QString::fromLatin1(name),
                                                                                  opened.error().sentence));
        throw Killed();
    }
    return std::make_unique<FragileStore>(*this, std::move(*opened), m_isFull);
}

void Desk::start()
{
    try {
        m_screen = open();
        m_agents = open();
    } catch (const Killed&) {
        return;
    }
    goUp();
    for (const auto& job : std::exchange(atStart, {}))
        job();
    spawn([this] { agent(); });
}

void Desk::died()
{
    m_screen.reset();
    m_agents.reset();
}

void Desk::agent()
{
    int failures = 0;
    for (;;) {
        m_wanted = std::make_shared<Signal>();
        m_wakeAt = 0;
        sync::ServerLink server(link, QUrl(u"https://h.example"_s), m_seat.token);
        const qint64 began = stage.timeline.now();
        const auto report = sync::runCycle(*m_agents, server, serverTime);
        // As app/agent does.
        if (report.serverAheadMs && serverTime.learn(serverTime.now().addMSecs(*report.serverAheadMs)))
            m_heardAt = began;
        m_judge.turned(name, report.trouble);
        failures = report.trouble ? failures + 1 : 0;
        const qint64 idle = failures > 0               ? sync::backOffMs(failures, m_random)
                            : report.sent.moreInMs > 0 ? report.sent.moreInMs
                                                       : stage.plan.dice("idle." + name).between(idleLeast, idleMost);
        waitFor(m_wanted, idle);
    }
}

void Desk::wake(qint64 within)
{
    if (!isUp())
        return;
    const qint64 at = stage.timeline.now() + within;
    if (m_wakeAt != 0 && m_wakeAt <= at && m_wakeAt >= stage.timeline.now())
        return;
    m_wakeAt = at;
    stage.timeline.at(at, [this, signal = m_wanted] { signal->fire(); });
}

bool Desk::atScreen(const std::function<void(casework::Desk&)>& deed)
{
    if (!isUp() || isFrozen())
        return false;
    try {
        casework::Desk desk{*m_screen, serverTime, m_ids, m_phones, m_seat.user.id};
        deed(desk);
        wake(stage.plan.dice("looknow." + name).between(10, 2 * second));
        return true;
    } catch (const Killed&) {
        return false;
    }
}

void Desk::askServer(std::function<void(sync::ServerLink&)> deed)
{
    if (!isUp())
        return;
    spawn([this, deed = std::move(deed)] {
        sync::ServerLink server(link, QUrl(u"https://h.example"_s), m_seat.token);
        deed(server);
    });
}

} // namespace handrail::sim
