// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/process.h"

#include <algorithm>
#include <utility>

namespace handrail::sim {

Process::Process(Stage given, QByteArray processName)
    : stage(given)
    , name(std::move(processName))
{
}

Process::~Process()
{
    endWork();
}

void Process::endWork()
{
    for (const auto& [id, work] : m_work)
        work->ended = {};
    while (!m_work.empty()) {
        const auto work = m_work.front().second;
        m_work.pop_front();
        work->killed = true;
        if (work->ticket != 0)
            work->fiber->resume();
    }
}

void Process::spawn(std::function<void()> body, std::function<void(bool)> ended)
{
    const auto work = std::make_shared<Work>();
    work->ended = std::move(ended);
    work->fiber = std::make_unique<Fiber>([this, work = work.get(), body = std::move(body)] {
        try {
            body();
        } catch (const Killed&) {
            work->killed = true;
        }
    });
    m_work.emplace_back(++m_lastId, work);
    go(work);
}

/// Runs it on, and cleans up where that was the end of it.
void Process::go(
    std::shared_ptr<Work> work) // NOLINT(performance-unnecessary-value-param): outlives its place in the list
{
    work->ticket = 0;
    Process* const before = std::exchange(s_current, this);
    work->fiber->resume();
    s_current = before;
    if (!work->fiber->ended())
        return;
    m_work.remove_if([&](const auto& entry) { return entry.second == work; });
    if (work->ended)
        work->ended(!work->killed);
    if (m_dying)
        stage.timeline.in(0, [this] { afterDeath(); });
}

void Process::afterDeath()
{
    if (m_dying)
        kill();
}

Process::Work* Process::running()
{
    for (const auto& [id, work] : m_work)
        if (work->fiber.get() == Fiber::current())
            return work.get();
    return nullptr;
}

QByteArray Process::about() const
{
    const Work* work = const_cast<Process*>(this)->running();
    return work != nullptr ? work->about : QByteArray();
}

void Process::setAbout(const QByteArray& about)
{
    if (Work* work = running())
        work->about = about;
}

void Process::resume(quint64 id, quint64 ticket)
{
    const auto found = std::ranges::find_if(m_work, [id](const auto& entry) { return entry.first == id; });
    if (found == m_work.end() || found->second->ticket != ticket)
        return;
    if (isFrozen()) {
        stage.trace.saw("a piece of work sleeps with its computer");
        stage.timeline.at(qMin(m_frozenUntil, stage.timeline.now() + hour), [this, id, ticket] { resume(id, ticket); });
        return;
    }
    go(found->second);
}

void Process::wait(qint64 ms)
{
    waitFor(std::make_shared<Signal>(), ms);
}

bool Process::waitFor(const std::shared_ptr<Signal>& signal, qint64 ms)
{
    if (signal->set)
        return true;
    const auto found =
        std::ranges::find_if(m_work, [](const auto& entry) { return entry.second->fiber.get() == Fiber::current(); });
    const std::shared_ptr<Work> work = found->second;
    const quint64 id = found->first;
    const quint64 ticket = work->ticket = ++m_lastTicket;
    signal->wake = [this, id, ticket] { stage.timeline.in(0, [this, id, ticket] { resume(id, ticket); }); };
    stage.timeline.in(ms, [this, id, ticket] { resume(id, ticket); });
    Fiber::pause();
    signal->wake = {};
    if (work->killed)
        throw Killed();
    return signal->set;
}

void Process::mayDie(const char* where, double p)
{
    // The desktop's own work is no piece of work: it is done at once, and whoever does it takes Killed for its end.
    if (p <= 0 || !m_up || m_dying)
        return;
    if (step) {
        step(where);
        // Put to sleep right here: what comes next comes after it has woken.
        if (isFrozen() && running() != nullptr)
            wait(0);
    }
    if (!stage.plan.fault("kill." + name + '.' + where, p))
        return;
    stage.trace.tell(QStringLiteral("%1 is killed (%2)").arg(QString::fromLatin1(name), QLatin1String(where)));
    stage.trace.saw(QByteArray(isServer() ? "the server" : "a desk") + " is killed at: " + where);
    m_dying = true;
    if (running() == nullptr)
        stage.timeline.in(0, [this] { afterDeath(); });
    throw Killed();
}

void Process::freezeUntil(qint64 ms)
{
    const qint64 from = qMax(m_frozenUntil, stage.timeline.now());
    if (ms <= from)
        return;
    m_asleep += ms - from;
    m_frozenUntil = ms;
}

void Process::thaw()
{
    if (!isFrozen())
        return;
    m_asleep -= m_frozenUntil - stage.timeline.now();
    m_frozenUntil = stage.timeline.now();
}

void Process::stop()
{
    m_stopped = true;
    kill();
}

void Process::goOn()
{
    m_stopped = false;
    if (!m_up)
        start();
}

void Process::kill()
{
    if (!m_up)
        return;
    m_up = false;
    m_dying = false;
    auto all = m_work;
    for (const auto& [id, work] : all) {
        work->killed = true;
        if (work->ticket != 0)
            go(work);
    }
    died();
    stage.timeline.in(stage.plan.dice("restart." + name).between(second, 2 * minute), [this] {
        if (m_up || m_stopped)
            return;
        stage.trace.saw(QByteArray(isServer() ? "the server" : "a desk") + " starts again from what storage kept");
        start();
    });
}

} // namespace handrail::sim
