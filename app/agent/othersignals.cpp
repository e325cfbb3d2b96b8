// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/endsignals.h"

namespace handrail::agent {

/// Elsewhere the system ends the program at once, which it survives as it survives kill -9.
void onEndSignal(QObject* /*context*/, std::function<void()> /*end*/) {}

} // namespace handrail::agent
