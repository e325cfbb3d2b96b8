// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/privacy/retentionworker.h"

#include "server/store/records.h"

#include <QLoggingCategory>
#include <condition_variable>
#include <mutex>

namespace handrail::server {

namespace {

Q_LOGGING_CATEGORY(lcRetention, "handrail.retention")

constexpr std::chrono::hours betweenRounds(24);

} // namespace

void RetentionWorker::applyEverywhere(Databases& databases, const Environment& environment, int days)
{
    const auto db = databases.here();
    const auto all = db ? agencies(**db) : Result<QList<Agency>>(db.error());
    if (!all) {
        qCWarning(lcRetention, "retention was not applied: %s", qUtf8Printable(all.error().sentence));
        return;
    }
    for (const Agency& agency : *all) {
        const auto erased = applyRetention(**db, agency.id, days, environment, Actor::server());
        if (!erased)
            qCWarning(lcRetention, "retention was not applied: %s", qUtf8Printable(erased.error().sentence));
        else if (erased->clients > 0)
            qCInfo(lcRetention, "retention erased %lld clients", erased->clients);
    }
}

RetentionWorker::RetentionWorker(Databases& databases, const Environment& environment, int days)
    : m_thread([&databases, environment, days](const std::stop_token& stop) {
        std::mutex mutex;
        std::condition_variable_any stopped;
        while (!stop.stop_requested()) {
            applyEverywhere(databases, environment, days);
            std::unique_lock lock(mutex);
            stopped.wait_for(lock, stop, betweenRounds, [] { return false; });
        }
    })
{
}

} // namespace handrail::server
