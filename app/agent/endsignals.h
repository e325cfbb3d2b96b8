// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

namespace handrail::agent {

/// Calls `end` in `context`'s thread when the system asks the program to end (SIGTERM, SIGINT, SIGHUP). Call once.
void onEndSignal(QObject* context, std::function<void()> end);

} // namespace handrail::agent
