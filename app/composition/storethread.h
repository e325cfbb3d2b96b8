// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/profile.h"
#include "core/ports/storerunner.h"

#include <QThread>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace handrail::composition {

/// The thread that owns the desktop's connection to the local store. Jobs run one after the other; those that come
/// before the store is open wait for it. A queue of its own and not Qt's: a job that blocks on the network or the
/// keychain runs an event loop there, and no other job may slip in between. Ends with the jobs that it was given.
class StoreThread : public StoreRunner
{
public:
    explicit StoreThread(const Profile& profile);
    ~StoreThread() override;
    StoreThread(const StoreThread&) = delete;
    StoreThread& operator=(const StoreThread&) = delete;

    /// Opens the store on its thread and says on `context`'s thread how that went. After an error (a locked keychain,
    /// say) it may be called again.
    void open(QObject* context, std::function<void(Result<void>)> done);
    void run(std::function<void(LocalStore&)> job) override;
    /// Work that takes a while and comes before the store is open (a passphrase), on the same thread; as open() otherwise.
    void runBeforeOpen(QObject* context, std::function<Result<void>()> work, std::function<void(Result<void>)> done);

private:
    struct State;
    using Task = std::function<void(State&)>;
    void enqueue(Task task);
    void work();

    const Profile& m_profile;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Task> m_tasks; ///< An empty one ends the thread.
    std::unique_ptr<QThread> m_thread;
};

} // namespace handrail::composition
