// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/ids.h"
#include "core/ports/random.h"
#include "tests/simulation/fiber.h"
#include "tests/simulation/plan.h"
#include "tests/simulation/trace.h"

#include <list>

namespace handrail::sim {

/// The process died here. No std::exception, so that nothing of the product takes it for trouble of its own.
struct Killed
{
};

/// What every part of a run shares.
struct Stage
{
    Timeline& timeline;
    Plan& plan;
    Trace& trace;
};

/// A process: pieces of work that run beside each other, and die together between any two of their steps.
class Process
{
public:
    Process(Stage stage, QByteArray name);
    virtual ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Begins a piece of work now. `ended` is called however it ends; true: by itself.
    void spawn(std::function<void()> body, std::function<void(bool)> ended = {});
    /// In a piece of work: goes on after `ms`, or never.
    void wait(qint64 ms);
    /// In a piece of work: waits until `signal` is set, at most `ms`. Whether it was.
    struct Signal
    {
        bool set = false;
        std::function<void()> wake;
        void fire()
        {
            set = true;
            if (wake)
                wake();
        }
    };
    bool waitFor(const std::shared_ptr<Signal>& signal, qint64 ms);

    /// Whose piece of work runs now; null outside of all.
    static Process* current() { return s_current; }

    /// kill -9, from outside of it: all its work ends where it is.
    void kill();
    /// As kill(), and it stays down until goOn().
    void stop();
    void goOn();
    /// In a piece of work: a place where the process may die (fault "kill.<name>.<where>").
    void mayDie(const char* where, double p);
    /// As a closed laptop: nothing goes on before then.
    void freezeUntil(qint64 ms);
    void thaw();
    /// How long it has been asleep, all in all; and until when the last time.
    [[nodiscard]] qint64 asleepMs() const { return m_asleep; }
    [[nodiscard]] qint64 wokeAt() const { return m_frozenUntil; }
    [[nodiscard]] bool isFrozen() const { return stage.timeline.now() < m_frozenUntil; }
    [[nodiscard]] bool isUp() const { return m_up; }
    [[nodiscard]] bool isBusy() const { return !m_work.empty(); }
    /// Of the piece of work that runs; kept for whoever asks what it is about.
    QByteArray about() const;
    void setAbout(const QByteArray& about);

    Stage stage;
    const QByteArray name;
    /// Told of each step at which the process may die, before it may.
    std::function<void(const char* where)> step;

protected:
    /// What was in memory is gone.
    virtual void died() = 0;
    /// Begins anew from what storage kept.
    virtual void start() = 0;
    void goUp() { m_up = true; }
    [[nodiscard]] virtual bool isServer() const { return false; }
    /// For destructors: all work ends, and nobody is told.
    void endWork();

private:
    struct Work
    {
        std::unique_ptr<Fiber> fiber;
        std::function<void(bool)> ended;
        QByteArray about;
        quint64 ticket = 0; ///< Of the wait that it is in.
        bool killed = false;
    };
    Work* running();
    void resume(quint64 id, quint64 ticket);
    void go(std::shared_ptr<Work> work);
    void afterDeath();

    std::list<std::pair<quint64, std::shared_ptr<Work>>> m_work;
    quint64 m_lastId = 0;
    quint64 m_lastTicket = 0;
    qint64 m_frozenUntil = 0;
    qint64 m_asleep = 0;
    bool m_up = false;
    bool m_stopped = false;
    bool m_dying = false;
    static inline Process* s_current = nullptr;
};

/// A host's clock: true time plus what is wrong with it. Each reading is a step at which the process may die.
class HostClock : public Clock
{
public:
    HostClock(Process& process, double dieChance)
        : m_process(process)
        , m_dieChance(dieChance)
    {
    }
    [[nodiscard]] QDateTime now() const override
    {
        m_process.mayDie("clock", m_dieChance);
        return peek();
    }
    /// For the simulation itself.
    [[nodiscard]] QDateTime peek() const
    {
        const qint64 at = m_process.stage.timeline.now();
        return QDateTime::fromMSecsSinceEpoch(at + offsetMs + qint64(driftPpm * double(at - m_process.stage.timeline.start()) / 1e6),
                                              Qt::UTC);
    }
    [[nodiscard]] qint64 monotonicMs() const override
    {
        const qint64 asleep = stopsInSleep ? m_process.asleepMs() : 0;
        return m_process.stage.timeline.now() - m_process.stage.timeline.start() + 1000 - asleep;
    }

    qint64 offsetMs = 0;
    bool stopsInSleep = false; ///< The monotonic one, as on Linux and macOS.
    double driftPpm = 0;

private:
    Process& m_process;
    double m_dieChance;
};

/// Random bytes of one host.
class HostRandom : public Random
{
public:
    HostRandom(quint64 seed, const QByteArray& host)
        : m_dice(seed, "random." + host)
    {
    }
    void fill(std::span<std::byte> bytes) override
    {
        for (std::byte& byte : bytes)
            byte = std::byte(m_dice.next() >> 32);
    }

private:
    Dice m_dice;
};

/// UUIDv7 of one host: by its own clock, as the real ones.
class HostIds : public Ids
{
public:
    HostIds(quint64 seed, const QByteArray& host, const HostClock& clock)
        : m_clock(clock)
        , m_dice(seed, "ids." + host)
    {
    }
    QUuid next() override
    {
        const quint64 ms = quint64(m_clock.peek().toMSecsSinceEpoch());
        const quint64 a = m_dice.next(), b = m_dice.next();
        const auto byte = [](quint64 from, int shift) { return uchar(from >> shift); };
        return {uint(ms >> 16),
                ushort(ms),
                ushort(0x7000 | (a & 0xfff)),
                uchar(0x80 | (byte(a, 16) & 0x3f)),
                byte(a, 24),
                byte(b, 0),
                byte(b, 8),
                byte(b, 16),
                byte(b, 24),
                byte(b, 32),
                byte(b, 40)};
    }

private:
    const HostClock& m_clock;
    Dice m_dice;
};

} // namespace handrail::sim
