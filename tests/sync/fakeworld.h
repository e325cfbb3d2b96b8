// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/agentcycle.h"
#include "core/sync/serveraddress.h"
#include "tests/support/manualclock.h"
#include "tests/support/sequentialids.h"
#include "tests/sync/fakeserver.h"
#include "tests/sync/memorystore.h"

#include <memory>

namespace handrail::tests {

/// A desk: its store, its way to the server, and an agent that takes a turn when told to.
struct FakeDevice
{
    FakeDevice(FakeServer& fakeServer, const Clock& deviceClock, Ids& ids)
        : clock(deviceClock)
        , store(deviceClock, ids)
        , wire(fakeServer)
        , server(wire, mustHave(sync::readServerAddress(QStringLiteral("https://h.example"))), fakeServer.token)
    {
    }
    sync::CycleReport turn() { return sync::runCycle(store, server, clock); }
    /// Writes as a use case does.
    void edit(const QString& entity, const QUuid& key, const QJsonObject& fields)
    {
        mustWork(store.edits().commit({Edit{entity, key, fields}}));
    }

    const Clock& clock;
    MemoryStore store;
    FakeLink wire;
    sync::ServerLink server;
};

/// A server and desks around it, on one clock.
struct FakeWorld
{
    FakeWorld()
        : server(clock, ids)
    {
    }
    FakeDevice& addDevice()
    {
        devices.push_back(std::make_unique<FakeDevice>(server, clock, ids));
        return *devices.back();
    }

    ManualClock clock;
    SequentialIds ids;
    FakeServer server;
    std::vector<std::unique_ptr<FakeDevice>> devices;
};

/// A client with a referral that was shared by text and email: all that the agent needs for writing the messages.
struct SharedReferral
{
    /// The directory and the agency are put on the server, the rest is written on `desk` as casework does.
    SharedReferral(FakeWorld& world, EditStore& desk);

    ClientId client;
    ReferralId referral;
    ShareId share;
    MessageId text;
    MessageId email;
    MessageId followUp; ///< By text, due in seven days.
};

} // namespace handrail::tests
