// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/stores.h"

#include <QAbstractEventDispatcher>
#include <QMetaObject>
#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>

namespace handrail {

/// Runs jobs on the thread that owns the local store, one after the other, so that no screen waits for the disk.
class StoreRunner
{
public:
    virtual ~StoreRunner() = default;
    virtual void run(std::function<void(LocalStore&)> job) = 0;
};

/// Asks the store on its thread and brings the answer to `context`'s thread; a context that died cancels the answer.
/// `question`: T(LocalStore&), `answer`: void(T).
template <typename Question, typename Answer>
void askStore(StoreRunner& runner, QObject* context, Question question, Answer answer)
{
    // The answer is posted to the thread's dispatcher, which outlives the context: asking here whether the context is
    // alive, and then posting to it, would be a race with its destructor.
    auto guard = std::make_shared<QPointer<QObject>>(context);
    QObject* const thread = QAbstractEventDispatcher::instance(context->thread());
    runner.run([thread, guard, question = std::move(question), answer = std::move(answer)](LocalStore& store) mutable {
        auto value = std::make_shared<decltype(question(store))>(question(store));
        QMetaObject::invokeMethod(
            thread,
            [guard, value, answer = std::move(answer)]() mutable {
                if (!guard->isNull())
                    answer(std::move(*value));
            },
            Qt::QueuedConnection);
    });
}

} // namespace handrail
