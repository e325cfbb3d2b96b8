// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/world.h"

namespace handrail::server {

static const Clock& chosenClock(const Config& config, const SystemClock& system, std::optional<FileOffsetClock>& moved)
{
    if (config.clockFile.isEmpty())
        return system;
    return moved.emplace(system, config.clockFile);
}

World::World(const Config& config, DatabaseSettings settings)
    : m_clock(chosenClock(config, m_systemClock, m_movedClock))
    , m_ids(m_clock, m_random)
    , m_journal(config.databaseJournal.isEmpty() ? nullptr
                                                 : std::make_unique<ChangeJournal>(config.databaseJournal, m_clock))
    , m_environment{m_clock, m_ids, m_random, nullptr, m_journal.get()}
    , m_databases(std::move(settings), m_news)
{
    m_news.setSelf(m_random.bytes(8).toHex());
}

Result<std::unique_ptr<World>> World::make(const Config& config)
{
    auto settings = DatabaseSettings::fromText(config.databaseUrl);
    if (!settings)
        return settings.error();
    if (!config.databasePasswordFile.isEmpty()) {
        const auto password = readSecret(config.databasePasswordFile);
        if (!password)
            return password.error();
        settings->password = *password;
    }
    std::unique_ptr<World> world(new World(config, *settings));
    const auto db = world->m_databases.here();
    if (!db)
        return db.error();
    if (auto migrated = (*db)->migrate(); !migrated)
        return migrated.error();
    return world;
}

} // namespace handrail::server
