// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/composition/profile.h"
#include "core/ports/storerunner.h"

#include <QThread>

namespace handrail::composition {

/// The thread that owns the desktop's connection to the local store. Jobs run one after the other; those that come
/// before the store is open wait for it. Ends with the jobs that it was given.
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

private:
    struct State;

    const Profile& m_profile;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker; ///< Lives in m_thread; jobs are queued calls to it.
    std::shared_ptr<State> m_state;    ///< Touched in m_thread only.
};

} // namespace handrail::composition
