// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/storethread.h"

#include <QAbstractEventDispatcher>
#include <QPointer>

namespace handrail::composition {

struct StoreThread::State
{
    std::optional<OpenedStore> opened;
    std::vector<std::function<void(LocalStore&)>> waiting;
};

StoreThread::StoreThread(const Profile& profile)
    : m_profile(profile)
    , m_thread(QThread::create([this] { work(); }))
{
    m_thread->start();
}

StoreThread::~StoreThread()
{
    enqueue({});
    m_thread->wait();
}

void StoreThread::enqueue(Task task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_changed.notify_one();
}

void StoreThread::work()
{
    State state;
    while (true) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_tasks.empty(); });
        const Task task = std::move(m_tasks.front());
        m_tasks.pop_front();
        lock.unlock();
        if (!task)
            return;
        task(state);
    }
}

void StoreThread::open(QObject* context, std::function<void(Result<void>)> done)
{
    const QPointer<QObject> guard(context);
    QObject* const thread = QAbstractEventDispatcher::instance(context->thread());
    enqueue([this, guard, thread, done = std::move(done)](State& state) {
        Result<void> result;
        if (!state.opened) {
            auto opened = m_profile.openStore();
            if (opened)
                state.opened = std::move(opened).value();
            else
                result = opened.error();
        }
        if (state.opened) {
            for (const auto& job : std::exchange(state.waiting, {}))
                job(*state.opened->store);
        }
        QMetaObject::invokeMethod(
            thread,
            [guard, done, result] {
                if (guard)
                    done(result);
            },
            Qt::QueuedConnection);
    });
}

void StoreThread::runBeforeOpen(QObject* context, std::function<Result<void>()> work,
                                std::function<void(Result<void>)> done)
{
    const QPointer<QObject> guard(context);
    QObject* const thread = QAbstractEventDispatcher::instance(context->thread());
    enqueue([guard, thread, work = std::move(work), done = std::move(done)](State&) {
        const Result<void> result = work();
        QMetaObject::invokeMethod(
            thread,
            [guard, done, result] {
                if (guard)
                    done(result);
            },
            Qt::QueuedConnection);
    });
}

void StoreThread::run(std::function<void(LocalStore&)> job)
{
    enqueue([job = std::move(job)](State& state) {
        if (state.opened)
            job(*state.opened->store);
        else
            state.waiting.push_back(job);
    });
}

} // namespace handrail::composition
