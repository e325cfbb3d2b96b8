// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/localworld.h"

#include <QElapsedTimer>
#include <QFile>

namespace handrail::bench {

LocalWorld::LocalWorld(QString path, quint16 world)
    : m_path(std::move(path))
    , m_random(world)
    , m_ids(world)
{
    m_secrets.secrets.insert(QStringLiteral("local-store-key"), benchKey());
}

void LocalWorld::open()
{
    m_store = must(openLocalStore(m_path, {m_secrets, m_random, m_clock, m_ids}));
}

void LocalWorld::fill(int rows)
{
    constexpr int batch = 2000;
    MadeUpAgency agency;
    QElapsedTimer timer;
    timer.start();
    const QString unfinished = m_path + QStringLiteral(".part");
    for (const QString& suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral(".made")})
        QFile::remove(unfinished + suffix);
    m_store = must(openLocalStore(unfinished, {m_secrets, m_random, m_clock, m_ids}));
    must(m_store->sync().apply(agency.beginning(std::clamp(rows / 10, 100, 10000)), agency.seq()));
    for (int done = 0; done < rows; done += batch) {
        const auto changes = agency.clients(std::min(batch, rows - done));
        must(m_store->sync().apply(changes, agency.seq()));
        if (done % 100000 == 0)
            std::fprintf(stderr, "%d of %d clients, %lld s\n", done, rows, timer.elapsed() / 1000);
    }
    std::fprintf(stderr, "%lld changes in %lld ms\n", agency.seq(), timer.elapsed());
    m_store.reset(); // closed, it is one file
    QFile::rename(unfinished + QStringLiteral(".made"), m_path + QStringLiteral(".made"));
    QFile::rename(unfinished, m_path);
}

} // namespace handrail::bench
