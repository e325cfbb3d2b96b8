// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/system/fileoffsetclock.h"
#include "core/system/systemclock.h"
#include "core/system/systemrandom.h"
#include "core/system/uuid7ids.h"
#include "server/config/config.h"
#include "server/store/databases.h"
#include "server/store/environment.h"
#include "server/store/journal.h"

namespace handrail::server {

/// The real clock, ids, randomness and database of this process, by its configuration.
class World
{
public:
    /// The database is opened and brought up to this program's schema.
    static Result<std::unique_ptr<World>> make(const Config& config);

    [[nodiscard]] const Environment& environment() const { return m_environment; }
    /// What the parts do is counted there from now on: before they are made.
    void observeBy(WorkMeter& meter) { m_environment.meter = &meter; }
    Databases& databases() { return m_databases; }
    News& news() { return m_news; }

private:
    World(const Config& config, DatabaseSettings settings);

    SystemClock m_systemClock;
    std::optional<FileOffsetClock> m_movedClock;
    const Clock& m_clock;
    SystemRandom m_random;
    Uuid7Ids m_ids;
    std::unique_ptr<ChangeJournal> m_journal;
    Environment m_environment;
    News m_news;
    Databases m_databases;
};

} // namespace handrail::server
