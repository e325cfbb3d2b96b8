// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/records/codec.h"
#include "server/store/records.h"
#include "tests/support/catch.h"
#include "tests/support/manualclock.h"
#include "tests/support/sequentialids.h"

#include <QTemporaryDir>
#include <mutex>

namespace handrail::tests {

/// Bytes that repeat from run to run and never within one.
class CountingRandom : public Random
{
public:
    void fill(std::span<std::byte> bytes) override
    {
        const std::lock_guard lock(m_mutex);
        for (std::byte& byte : bytes) {
            m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
            byte = std::byte(m_state >> 56);
        }
    }

private:
    std::mutex m_mutex;
    quint64 m_state = 7;
};

/// SQLite in that file; or, under tests/server/with-postgres.sh, a new database of its PostgreSQL.
inline server::DatabaseSettings freshDatabase(const QString& file)
{
    const QString address = qEnvironmentVariable("HANDRAIL_TEST_DATABASE");
    if (address.isEmpty())
        return {.name = file};
    static int last = 0;
    server::DatabaseSettings settings = mustHave(server::DatabaseSettings::fromText(address));
    const QString name = QStringLiteral("test_%1").arg(++last);
    const auto db = mustHave(server::Database::open(settings));
    mustHave(db->query(QStringLiteral("CREATE DATABASE ") + name));
    settings.name = name;
    return settings;
}

/// A server's database in a folder of its own, with one agency, and a world that the test owns.
struct TestServerStore
{
    QTemporaryDir folder;
    ManualClock clock;
    SequentialIds ids{0x5e};
    CountingRandom random;
    server::News news;
    server::Environment environment{clock, ids, random};
    Agency agency{.id = AgencyId(ids.next()),
                  .programName = QStringLiteral("Harbor House"),
                  .sendingNumber = QStringLiteral("+19375550100"),
                  .sendingAddress = QStringLiteral("help@harbor.example"),
                  .timeZone = QStringLiteral("America/New_York")};
    server::DatabaseSettings settings = freshDatabase(folder.filePath(QStringLiteral("server.db")));

    TestServerStore()
    {
        auto db = open();
        mustWork(db->migrate());
        mustWork(server::createAgency(*db, agency, environment));
    }

    std::unique_ptr<server::Database> open() { return mustHave(server::Database::open(settings, &news)); }

    /// Writes as the server does.
    void write(server::Database& db, const QList<Edit>& edits)
    {
        mustHave(db.transaction([&]() -> Result<QList<Change>> {
            auto records = server::Records::lock(db, agency.id, environment);
            return records ? records->write(edits) : records.error();
        }));
    }
    Result<server::Applied> apply(server::Database& db, const Change& change)
    {
        return db.transaction([&]() -> Result<server::Applied> {
            auto records = server::Records::lock(db, agency.id, environment);
            return records ? records->apply(change) : records.error();
        });
    }
};

} // namespace handrail::tests
