// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>

namespace handrail::agent {

/// Calls `jumped` in `context`'s thread as soon as the system's wall clock has jumped, which waking from sleep makes it
/// do. Where the system does not tell, the turns find out themselves within half a minute (core/sync/sleepwatch.h).
void onClockJump(QObject* context, std::function<void()> jumped);

} // namespace handrail::agent
