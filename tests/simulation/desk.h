// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/casework/desk.h"
#include "core/storage/openlocalstore.h"
#include "core/sync/agentcycle.h"
#include "core/system/servertimeclock.h"
#include "tests/simulation/judge.h"
#include "tests/simulation/network.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/simplephones.h"

namespace handrail::sim {

/// Somebody's computer: the desktop's and the agent's connections to the real encrypted store, which outlives both,
/// and a way to the server.
class Desk : public Process
{
public:
    Desk(Stage stage, const Seat& seat, Front& server, Judge& judge, const QString& folder);
    /// A copy of `of`, disk image and keychain, that goes on beside it as if it were the same computer.
    Desk(const Desk& of, const QByteArray& cloneName, Front& server, const QString& folder);
    ~Desk() override;

    void start() override;
    /// Something is there for the agent to do: it takes a turn soon.
    void wake(qint64 within);
    /// A worker does something at the screen, as far as it gets before the process dies. False where it died.
    bool atScreen(const std::function<void(casework::Desk&)>& deed);
    /// Something at the screen that asks the server.
    void askServer(std::function<void(sync::ServerLink&)> deed);
    [[nodiscard]] const Seat& seat() const { return m_seat; }
    [[nodiscard]] bool isHeadless() const { return m_seat.user.role == Role::Agent; }
    /// The desktop's connection.
    LocalStore& store() { return *m_screen; }

    /// Done once, when it has started again and before its agent does anything.
    QList<std::function<void()>> atStart;
    Link link;
    HostClock clock; ///< The machine's.
    ServerTimeClock serverTime; ///< What the programs go by (decision 0260).
    /// The machine's clock was set.
    void setClock(qint64 offsetMs);
    /// Nobody has told the desk yet that its clock is wrong.
    [[nodiscard]] bool isMisled() const;
    [[nodiscard]] const QString& file() const { return m_file; }
    [[nodiscard]] QByteArray storeKey() const { return m_keychain.secrets.value(QStringLiteral("local-store-key")); }
    /// The disk takes nothing more, or does again.
    void fillDisk(bool full) { m_isFull = full; }
    qint64 idleLeast = 8 * hour;
    qint64 idleMost = 20 * hour;

protected:
    void died() override;

private:
    void agent();
    std::unique_ptr<LocalStore> open();
    bool m_isFull = false;

    const Seat& m_seat;
    Judge& m_judge;
    const QString m_file;
    tests::MemorySecretStore m_keychain;
    tests::SimplePhones m_phones;
    HostRandom m_random;
    HostIds m_ids;
    std::unique_ptr<LocalStore> m_screen;
    std::unique_ptr<LocalStore> m_agents;
    std::shared_ptr<Signal> m_wanted = std::make_shared<Signal>();
    qint64 m_wakeAt = 0;
    qint64 m_clockSetAt = 0;
    qint64 m_heardAt = -1; ///< When it last asked the server for the time, and got it.
};

} // namespace handrail::sim
