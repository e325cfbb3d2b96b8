// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/endsignals.h"

#include <QSocketNotifier>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace handrail::agent {

namespace {

int handlerEnd = -1;

/// A signal handler may do next to nothing (signal-safety(7)); it writes a byte to a socket that Qt watches.
void handle(int /*signal*/)
{
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(handlerEnd, &byte, 1);
}

} // namespace

void onEndSignal(QObject* context, std::function<void()> end)
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0)
        return; // Without it a signal ends the program at once, which it survives as it survives kill -9.
    handlerEnd = ends[0];
    auto* notifier = new QSocketNotifier(ends[1], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [notifier, end = std::move(end)] {
        notifier->setEnabled(false);
        end();
    });
    struct sigaction action = {};
    action.sa_handler = handle;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

} // namespace handrail::agent
