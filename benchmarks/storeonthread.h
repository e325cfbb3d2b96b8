// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "benchmarks/localworld.h"
#include "core/ports/storerunner.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace handrail::bench {

/// A bench's store on a thread of its own, as the desktop has it (app/composition/storethread.h), without a keychain.
class StoreOnThread : public StoreRunner
{
public:
    explicit StoreOnThread(const QString& path)
        : m_thread([this, path] { work(path); })
    {
    }
    ~StoreOnThread() override
    {
        run({});
        m_thread.join();
    }
    StoreOnThread(const StoreOnThread&) = delete;
    StoreOnThread& operator=(const StoreOnThread&) = delete;

    void run(std::function<void(LocalStore&)> job) override
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_jobs.push_back(std::move(job));
        }
        m_changed.notify_one();
    }

private:
    void work(const QString& path)
    {
        LocalWorld world(path, newWorld());
        world.open();
        for (;;) {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return !m_jobs.empty(); });
            const auto job = std::move(m_jobs.front());
            m_jobs.pop_front();
            lock.unlock();
            if (!job)
                return;
            job(world.store());
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::function<void(LocalStore&)>> m_jobs; ///< An empty one ends the thread.
    std::thread m_thread;
};

} // namespace handrail::bench
