// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/agent/clockjump.h"

namespace handrail::agent {

void onClockJump(QObject* /*context*/, std::function<void()> /*jumped*/) {}

} // namespace handrail::agent
