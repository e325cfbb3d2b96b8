// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/clockjump.h"

#include <QSocketNotifier>
#include <cerrno>
#include <ctime>
#include <limits>
#include <sys/timerfd.h>
#include <unistd.h>

namespace handrail::agent {

namespace {

/// A timer that never runs out, but that the kernel cancels when the wall clock jumps; timerfd_create(2). The kernel
/// does so too when it wakes from sleep.
bool arm(int timer)
{
    itimerspec never = {};
    never.it_value.tv_sec = std::numeric_limits<time_t>::max();
    return ::timerfd_settime(timer, TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr) == 0;
}

} // namespace

void onClockJump(QObject* context, std::function<void()> jumped)
{
    const int timer = ::timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    if (timer < 0)
        return;
    if (!arm(timer)) {
        ::close(timer);
        return;
    }
    auto* notifier = new QSocketNotifier(timer, QSocketNotifier::Read, context);
    QObject::connect(notifier, &QObject::destroyed, [timer] { ::close(timer); });
    QObject::connect(notifier, &QSocketNotifier::activated, context, [timer, notifier, jumped = std::move(jumped)] {
        quint64 expirations = 0;
        const bool canceled = ::read(timer, &expirations, sizeof expirations) < 0 && errno == ECANCELED;
        notifier->setEnabled(arm(timer));
        if (canceled)
            jumped();
    });
}

} // namespace handrail::agent
